"""Where people apply: one e-mail address or one web address that somebody outside the business can use, alone or in
a sentence of the owner's on how to apply; or a telephone number, a door or a letter box, in words of hers."""

import re

from . import own_site
from .answers import finished
from .given import is_given

# What no stranger can reach: names of one's own network, and addresses in it.
_INSIDE = re.compile(r"localhost|.*\.(?:local|lan|internal|intranet|home|corp)|127\..*|10\..*|192\.168\..*|\[.*\]?")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[^\W\d_][\w-]{{1,62}}")
_NUMBERS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_EMAIL = re.compile(r"(?P<box>[^\s@<>,;:()\"]+)@(?P<host>[^\s@<>]+)")
_WEB = re.compile(r"https?://(?P<host>[^\s<>/:?#@]+)(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_BARE_WEB = re.compile(rf"(?P<host>(?:{_LABEL}\.)+[^\W\d_]{{2,24}})(?::\d{{1,5}})?(?:[/?#]\S*)?")
# The slip of a thumb at the end of an address; no such domains exist.
_SLIPS = {".con": ".com", ".cmo": ".com", ".comm": ".com", ".ney": ".net", ".ogr": ".org", ".or.uk": ".org.uk"}
_SENTENCE_ADDRESS = re.compile(r"(?<![^\s(<:])[^\s@<>()\"]+@[^\s<>()]+|\b(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
_UNREAD_BOX = re.compile(r"(?:no|do[-_.]?not)[-_.]?reply\b.*", re.IGNORECASE)
# 7 to 15 figures (ITU-T E.164), written in groups or not; no day, no address in a network.
_NUMBER = re.compile(r"(?<![\w.,@/])(?:\+|\(|\(\+)?\d(?:[ ()./-]{0,3}\d){6,14}(?![\w@]|[.,/-]\d)")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}([./-])\d{1,2}\1\d{1,2}|20\d\d ?[/-] ?20\d\d")
_LABEL_OF_NUMBER = re.compile(
    r"(?:tel(?:ephone)?|phone(?=:| n)|mob(?:ile)?|ph|cell|[tm](?=[.:]))\b[.:]{0,2}(?: ?(?:no|number)\b[.:]{0,2})? *",
    re.IGNORECASE,
)
_MEANS = re.compile(r"(?:by|in person|on|online|through|thru|via)\b", re.IGNORECASE)
_NAMED = {
    name.lower(): name for name in ("Indeed", "Facebook", "LinkedIn", "WhatsApp", "Instagram", "Glassdoor", "Gumtree")
}
_PLATFORM = re.compile(rf"(?<!\w)(?:{'|'.join(_NAMED)})(?!\w)", re.IGNORECASE)
# “drop in cv”, “walk in”: what is handed over has its article.
_DROPPED = re.compile(
    r"(?P<verb>(?:drop|hand|bring|leave|pop|send|post)(?: (?:in|off|round|by))?) (?P<what>cv|c\.v\.|r[ée]sum[ée])\b",
    re.IGNORECASE,
)
# Beside a number: words that say themselves what to do.
_VERB_BEFORE = re.compile(
    r"\b(?:ring|call|phone|text|txt|whats ?app|message|msg|sms|dm|contact|speak|talk|chat|ask|give|send|drop|leave|"
    r"please|just|pop|come|reach|apply|if|interested|for|we|you)\b",
    re.IGNORECASE,
)
_VERB_BEHIND = re.compile(r"\b(?:ring|call|phone|text|txt|whats ?app|message|msg|sms)\b", re.IGNORECASE)
# Whom to call, and the number right behind: “Call Sue 0113 496 0000”.
_WHOM = re.compile(
    r"(?i:(?:please |just )?(?:ring|call|phone|text|message|whats ?app)) "
    r"(?!(?i:now|today|tel|telephone|mobile|mob|phone|cell|number|no|direct|on|at|or)\b)"
    r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|me|us|(?:the|our) \w+) "
)
_BY_HAND = re.compile(
    r"\bin person\b|\bby (?:post|letter|mail|hand)\b|\bwalk[ -]?ins?\b|"
    r"\b(?:come (?:and )?see|see) (?:me|us)\b|"
    r"\b(?:drop|hand|bring|leave|pop) (?:in|off|round|by|us) (?:an? |your )?(?:cv|r[ée]sum[ée]|application|letter)\b|"
    r"\b(?:facebook|insta(?:gram)?|whats ?app|messenger|linked ?in) (?:us|me|message|msg|page|dm)\b|"
    r"\b(?:pop|drop|call|come|walk|stop|swing) (?:in|by|into|round|over|along)\b|"
    r"\b(?:drop|hand|bring|leave|post|mail|deliver) (?:it|them|an?|your|the|us)\b[^.]{0,60} "
    r"(?:in|off|to|at|with|into)\b|"
    r"\b(?:ask|enquire|inquire|apply) (?:at|in|inside|within)\b|"
    r"\b(?:write|apply in writing) to\b[^.]{0,60}\d|\bp\.? ?o\.? box \d|"
    r"\b(?:on|through|thru|via|by) (?:my |our |the |an? )?(?:linked ?in|indeed|facebook|fb|insta(?:gram)?|whats ?app|"
    r"messenger|seek|jora|glassdoor|monster|reed|gumtree|job ?centre|agency|recruiter)\b",
    re.IGNORECASE,
)
_BARE_WALK = re.compile(r"(?:walk|drop|call|pop|come|stop) (?:in|by)", re.IGNORECASE)
_WITH_VERB = re.compile(r"(?:ring|call|phone|text|message|whats ?app|e-?mail|write to|apply)\b", re.IGNORECASE)
_WAYS_APART = re.compile(r",? or | / |, | & | and ")
_AN_ADDRESS = re.compile(r"\S@\S|\w@(?:\s|$)|://|\bwww\.", re.IGNORECASE)

WANTED = (
    "Give one email address, such as jobs@example.com, one web address, such as example.com/jobs, a telephone number, "
    "or where to call in."
)
# What has its means and not whom it reaches: "call Sue", "email the office".
_MISSING = (
    (
        re.compile(r"(?:please |just )?(?:ring|call|phone|telephone|text|message|whats ?app)\b", re.IGNORECASE),
        "Add the whole telephone number: without it nobody can call.",
    ),
    (
        re.compile(r"(?:please |just )?e-?mail\b", re.IGNORECASE),
        "Add the email address, such as jobs@example.com: without it nobody can write.",
    ),
)


def completed(text: str) -> str:
    """Return a web address with its https:// and an e-mail address without its mailto:; other text as it is.

    "example.com/jobs" becomes "https://example.com/jobs", and so does "via our website example.com/jobs".
    """
    if (named := own_site.named(text)) and own_site.is_own(own_site.around(text, named)):
        text = named
    if text[:7].lower() == "mailto:" and "@" in text:
        return text[7:].strip()
    return f"https://{text}" if _BARE_WEB.fullmatch(text) else text


def address_in(text: str) -> str:
    """Return the one address in a sentence on how to apply, "" where there is none, or more than one.

    "Email a CV to Jo at jobs@example.com." has "jobs@example.com"; an address alone is no sentence.
    """
    if " " not in text.strip() or is_address(completed(text)):
        return ""
    found = {match[0].rstrip(".,;:!?") for match in _SENTENCE_ADDRESS.finditer(text)}
    address = completed(found.pop()) if len(found) == 1 else "" if found else completed(own_site.named(text))
    return address if is_address(address) else ""


def as_sentence(text: str) -> str:
    """Return a sentence on how to apply with its verb: "on Indeed or at www.example.com" begins with "Apply", and
    "jo@example.com or 0113 496 0000" has its two."""
    ways = _WAYS_APART.split(text.rstrip("."))
    verbs = [_verb_for(part) for part in ways]
    parts = [f"{verb} {part}" if verb else part for verb, part in zip(verbs, ways, strict=True)]
    if (
        len(ways) > 1
        and verbs[0]
        and all(verb or _WITH_VERB.match(part) for verb, part in zip(verbs, ways, strict=True))
    ):
        both = " or ".join(parts)
        return f"{both[0].upper()}{both[1:]}."
    return f"Apply {text[0].lower()}{text[1:]}" if _MEANS.match(text) else text


def _verb_for(part: str) -> str:
    """What is done with a bare address or number, "" for anything else."""
    if _EMAIL.fullmatch(part):
        return "write to"
    if is_address(completed(part)):
        return "apply at"
    return "call" if _NUMBER.fullmatch(part) else ""


def way(text: str) -> str:
    """Return how one applies without an address as a sentence to print, "" for an address and for no way to apply.

    "0113 496 0000" is "To apply, call 0113 496 0000."; "text me on 07700 900123" is hers.
    """
    if not is_given(text) or _AN_ADDRESS.search(text):
        return ""
    if own_site.is_own(text):
        return finished(own_site.sentence(text))
    if (number := _number_in(text)) is None:
        text = f"through {text}" if _PLATFORM.fullmatch(text) else text
        text = _PLATFORM.sub(lambda match: _NAMED[match[0].lower()], text)
        text = f"apply {text}" if _MEANS.match(text) else _DROPPED.sub(_with_your, text)
        text = f"To apply, {text[0].lower()}{text[1:]}" if _BARE_WALK.fullmatch(text) else text
        return finished(text) if _BY_HAND.search(text) else ""
    before, behind = text[: number.start()], text[number.end() :]
    if _WHOM.fullmatch(before):
        before, text = f"{before}on ", f"{before}on {text[number.start() :]}"
    plain = _LABEL_OF_NUMBER.sub("", before, count=1) if _LABEL_OF_NUMBER.match(before) else before
    if _VERB_BEFORE.search(plain) or _VERB_BEHIND.search(behind):
        return finished(text)
    return finished(f"To apply, call {plain}{text[number.start() :]}")


def _with_your(match: re.Match[str]) -> str:
    what = "CV" if "v" in match["what"].lower() else match["what"]
    return f"{match['verb']} your {what}"


def _number_in(text: str) -> re.Match[str] | None:
    """The first telephone number in a text."""
    if _NUMBERS.fullmatch(text):
        return None
    return next((match for match in _NUMBER.finditer(text) if not _DAY.search(match[0])), None)


def way_problem(text: str) -> str:
    """Return what to do about an answer that is neither an address anybody can use nor another way to apply."""
    if way(text):
        return ""
    if _AN_ADDRESS.search(text) or _number_in(text):
        return address_problem(text)
    return next((missing for means, missing in _MISSING if means.match(text)), address_problem(text))


def is_address(text: str) -> bool:
    """Return whether the text is one e-mail address or one http(s) address that can be used."""
    return not address_problem(text)


def address_problem(text: str) -> str:
    """Return what to do about an address nobody outside the business can use, "" for one that can be."""
    if email := _EMAIL.fullmatch(text):
        box, host = email["box"], email["host"].lower()
        if box.startswith(".") or box.endswith(".") or ".." in box:
            return f"“{text}” is not an address that mail reaches: look at the dots before the @."
        if _UNREAD_BOX.fullmatch(box):
            return "Nobody reads what is sent to that address: give one that somebody reads."
    elif web := _WEB.fullmatch(text):
        host = web["host"].lower()
    else:
        return WANTED
    for slip, right in _SLIPS.items():
        if host.endswith(slip):
            return f"“{slip}” is probably a slip: did you mean “{right}”?"
    if _INSIDE.fullmatch(host):
        return "Only people inside your network reach that address: give one that everybody can use."
    if _HOST.fullmatch(host) or (_NUMBERS.fullmatch(host) and not email):
        return ""
    if email and re.fullmatch(_LABEL, host):
        return f"The end of this address is missing: something like “@{host}.com”."
    return WANTED
