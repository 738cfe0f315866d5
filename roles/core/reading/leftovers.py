"""What a page leaves between the lines when a posting is copied from it: its buttons, counters and notes."""

import re

from roles.core.folding import fold

_LEFTOVER = re.compile(
    r"(?:show|see|read|view) (?:less|more)|…? ?(?:see|show) more|easy apply|quick apply|"
    r"1-click apply|apply now|apply(?: here)?|"
    r"apply on (?:the )?(?:company|employer)(?:'s)? (?:web)?site|save|saved|save (?:this )?job|"
    r"share|share (?:this )?job|"
    r"report (?:this )?job|report this (?:ad|listing|posting)|print|print (?:this )?job|follow|"
    r"following|message|messages|connect|sign in|log in|"
    r"sign in to (?:apply|save|view).*|join now|skip to (?:main )?content|back to (?:search|"
    r"results|jobs|top).*|menu|home|search|"
    r"promoted(?: by hirer)?|promoted by hirer.*|responses managed off linkedin|"
    r"actively (?:hiring|recruiting|reviewing applicants)|"
    r"be an early applicant|(?:over )?\d[\d,+]* (?:applicants?|people clicked apply)|"
    r"over \d[\d,+]* (?:applicants|people (?:have )?(?:clicked|applied|viewed|saved).*)|"
    r"(?:re)?posted (?:\d+\+? )?(?:just now|today|yesterday|(?:\d+\+? )?(?:minutes?|hours?|days?|weeks?|months?|[hdwm]|"
    r"mo) ?ago)|"
    r"be one of the first .{1,20} applicants?|be among the first .{1,20} applicants?|how you match|"
    r"(?:first|last|full|preferred) name ?\*|e-?mail ?\*|phone ?\*|resume/cv ?\*?|cover letter ?\*|attach|"
    r"\* ?(?:indicates a )?required(?: field)?|submit application|(?:see|view) more jobs.*|show more options|"
    r"(?:fwd?|fw|re): .*|from: .{0,60}@.{1,60}|to: .{0,60}<.{1,60}@.{1,60}|sent: .{0,40}\d\d.*|subject: .*|cc: .*|"
    r"sent from my .{1,20}|"
    r"\d+\+? (?:minutes?|hours?|days?|weeks?|months?) ago|active \d+\+? (?:days?|hours?) ago|"
    r"(?:urgently )?hiring(?: multiple candidates)?|new|featured|sponsored|about the job|"
    r"job details?|full job description|"
    r"use ai to assess how you fit.*|am i a good fit.*|get ai-powered.*|tailor my resume.*|"
    r"how your profile and resume fit.*|"
    r"see how you compare.*|your profile matches.*|set (?:a )?(?:job )?alerts?.*|"
    r"get notified.*|create (?:a )?job alert.*|similar jobs|"
    r"people also viewed|more jobs like this.*|looking for talent\?|meet the hiring team|"
    r"job poster|people you can reach out to.*|"
    r"learn more about .{0,30} premium.*|try premium.*|cookie (?:policy|preferences|settings)|"
    r"accept (?:all )?cookies|privacy policy|"
    r"terms of (?:use|service)|© ?\d{4}.*|all rights reserved\.?|page \d+(?: of \d+)?|reset|"
    r"submit|next|previous|close|view (?:all )?jobs.*|hide (?:this )?(?:job|details|job details|ad|listing)|"
    r"here's how the job details align with your profile.*|hiring insights|job activity|see who you know.*|"
    r"sign in to .{1,60}|(?:click|tap) (?:here )?to (?:view|see|read|show|expand) (?:more|all|less|full .{1,30})|"
    r"print (?:this )?page|email (?:this )?(?:job|page|to a friend)|copy link|share (?:this|on) .{1,40}|tweet|"
    r"(?:this|the) job (?:has expired|is no longer (?:available|accepting applications)|listing has expired).*|"
    r"no longer accepting applications|\d+ of \d+|page \d+ ?/ ?\d+|save (?:job|ad) share|"
    r"(?:\d+ )?(?:alumni|connections?) (?:work|works) here|\d+ (?:company )?(?:alumni|school alumni).{0,30}|"
    r"applied \d+ .{1,20} ago|view (?:company|employer) (?:profile|page|website)|follow (?:us|company)|"
    r"profile insights|do you have (?:experience|a degree|a valid).{1,60}\?|\+ show more|view profile|"
    r"rate this (?:job|company)|\d(?:\.\d)? out of 5 stars?|\d[\d,.]* (?:company )?reviews?|"
    r"referrals increase your chances of .*|(?:seniority level|job function|industries):? ?.{0,80}|"
    r"employment type|"
    r"was this (?:job|page) (?:helpful|relevant)\??|flag (?:this )?(?:job|ad)|"
    r"jobs you (?:may|might) (?:like|be interested in)|recommended (?:jobs|for you)|"
    r"top job picks for you|get (?:job )?alerts.*|upload (?:your )?(?:cv|resume)(?: here)?|"
    # The way to a page: "Home > Careers > Operations Manager"
    r"(?:home|jobs?|careers?|vacancies|all jobs|current vacancies|search(?: results)?|work (?:with|"
    r"for) us)(?: ?[>›»] ?[^>›»]{2,60}){1,6}|"
    # The head or foot of a paper: "Rev. 3, March 2014"
    r"(?:rev(?:ision)?|ver(?:sion)?|v|issue)\b\.?:? ?(?:no\.? ?)?\d{1,3}(?:\.\d{1,3}){0,2}"
    r"(?:,? (?:of |dated )?(?:\d{1,2} )?[a-z]{3,9}\.? \d{4}|,? (?:dated )?[\d./-]{4,10})?|"
    r"return to (?:search|job list|results|listings?).*|cookie notice|we use cookies.*|"
    r"(?:employer )?active \d+ (?:days?|hours?) ago|pulled from the full job description|&nbsp;"
)
_MARKS = " \t.…·•|»«>→←‹›*_-✓✔"
_PART = re.compile(r"\s+[·•|]\s+|\s{3,}")
# Who wrote a message of a chat, and when: "[12:04] Sam:".
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?"
_STAMP = re.compile(
    rf"\u200e?(?:\[(?:[\d./-]{{3,10}},? )?{_CLOCK}(?:, [\d./-]{{3,10}})?\] ?[^\d:]{{1,60}}:|"
    rf"(?:[\d./-]{{3,10}},? )?{_CLOCK} (?:[-–] )?[^\d:]{{1,60}}:|"
    rf"[^\d:\[(]{{1,60}} [\[(](?:[\d./-]{{3,10}},? )?{_CLOCK}[\])]:?)",
    re.IGNORECASE,
)
# Lines that head a part of the text as often as they are a page's own.
_MAYBE = frozenset(
    {
        "about the job",
        "job details",
        "job detail",
        "full job description",
        "apply",
        "apply now",
        "home",
        "new",
        "hiring",
        "next",
    }
)


def is_leftover(line: str) -> bool:
    """Whether a line is one of a page, not of the posting: "Show less", "Easy Apply", "Over 100 applicants"."""
    folded = fold(line[:140]).strip(_MARKS)
    if not folded or len(line) > 120:
        return False
    if line[-1] in ":)]" and _STAMP.fullmatch(line):
        return True
    if folded in _MAYBE:
        return False
    parts = _PART.split(folded)
    return all(_LEFTOVER.fullmatch(part.strip(_MARKS)) for part in parts)
