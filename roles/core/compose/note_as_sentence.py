"""Why a job is open, typed as a note, as a sentence: “current manager retires in March”, “opening a third clinic”.

Only the word is added that a note leaves out: its subject “We”, the article of a person, “is” before “leaving”.
"""

import re

# A sentence without its subject, which is the firm: “Lost a range in March”.
_DID = re.compile(
    r"(?:bought|doubled|grew|hired|lost|merged|moved|opened|outgrew|sold|took|tripled|won) (?!(?:by|in|on|at|up) )"
    r"|grew (?=from |by )",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:adding|bidding|bringing|building|buying|doubling|expanding|growing|hiring|launching|merging|moving|opening|"
    r"outgrowing|replacing|setting up|splitting|starting|taking (?:on|over)|winning) "
    r"(?=(?:an?|the|our|another|two|three|four|more|new|for|from|into|to|up|out|in|fast|quickly|\d\S*)\b)"
    r"(?!.*\b(?:is|are|was|were|has|have|had|means?|meant|takes|took|will|would)\b)",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:current|present|previous|outgoing|former|last|long-?time) )?"
    r"(?:(?:operations?|ops|general|office|plant|site|practice|production|shop|works|yard|warehouse|managing) )?"
    r"(?:owner|founder|co-?founder|boss|manager|director|foreman|supervisor|gm|md)"
)
_DOES = (
    r"(?:(?:still|now|also|only|just|always) )?(?:is|was|has|had|does|did|do|can(?:not)?|can['’]t|could(?:n['’]t)?|"
    r"will|won['’]t|isn['’]t|wasn['’]t|doesn['’]t|hasn['’]t|runs|ran|retire[sd]|left|leaves|wants|moves?d?|works|covers|"
    r"spends|needs|steps|stepped|resigned|holds|held|plans|planned|goes|went|gave)\b"
)
_GOING = r"(?:leaving|moving|retiring|stepping|going|relocating|emigrating)\b"
_SOMEBODY = re.compile(
    rf"(?P<before>^|, |; | and | but | as | because | while )(?P<who>{_WHO}) (?=(?P<going>{_GOING})|{_DOES})",
    re.IGNORECASE,
)


def with_subject(sentence: str) -> str:
    """Return a sentence with the “We”, “The” or “is” that a note leaves out, else as it is."""
    if _DID.match(sentence):
        sentence = f"We {sentence[0].lower()}{sentence[1:]}"
    elif _DOING.match(sentence):
        sentence = f"We are {sentence[0].lower()}{sentence[1:]}"
    return _SOMEBODY.sub(_introduced, sentence)


def _introduced(match: re.Match[str]) -> str:
    who = match["who"]
    who = who if who[1:2].isupper() else who[0].lower() + who[1:]
    before = match["before"]
    return f"{before}{'the' if before else 'The'} {who} {'is ' if match['going'] else ''}"
