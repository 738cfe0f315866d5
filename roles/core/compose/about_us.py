"""What the business does, as sentences: “Wholesale bakery. Rolls for cafés.” is “We are a wholesale bakery: …”.

A lead-in of ours is printed only where the grammar is sure; any other note is printed as it was typed.
"""

import re

from roles.core.money.words import SIGNS

from . import answers
from .capitals import lowered
from .firm_named import is_firm
from .given import is_given
from .titles import with_a
from .word_lists import words_of

_WHOLE = re.compile(
    r"\b(?:we|our|us|i|my|it|they|you|is|are|was|were|am|has|have|had|do|does|can|will|who|that)\b|\bwe['’]",
    re.IGNORECASE,
)
_BROKEN = re.compile(rf"(?<=[\w)%][.;])\s+(?=[A-Z0-9{SIGNS}])|\n")
# What a note begins with where the firm is left out: “Makes oat bars”, “Rent and sell tower cranes”.
_DOES = (
    "bake|brew|build|buy|clean|collect|cut|deliver|design|distribute|fit|fix|grow|haul|help|hire|install|lease|"
    "maintain|make|manage|move|offer|operate|pack|press|process|produce|provide|recycle|refurbish|rent|repair|"
    "run|sell|serve|store|supply|teach|test|train|transport|treat|wash|weld"
)
_VERB = re.compile(rf"(?:{_DOES})(e?s)?\b(?! (?:of|and [a-z]+s for)\b)", re.IGNORECASE)
# Behind a verb without its -s, what makes a noun of it: “Fit out and joinery”, “Repair shop”.
_NOUN = re.compile(rf",| for\b|[- ]out\b| and (?!(?:{_DOES})\b)| (?:shop|firm|company|business|contractor|services?)\b")
_ANOTHER = re.compile(rf"(?<=, )(?:{_DOES})e?s\b|(?<= and )(?:{_DOES})e?s\b")
# A sentence about the firm by its name: “Gannet sells kayaks”.
_THIRD = re.compile(rf"(?!(?i:{_DOES})e?s?\b)\S+(?: \S+){{0,4}}? (?:{_DOES})e?s [^f]")
# Where the noun that a note begins with ends.
_HEAD = re.compile(r"[^,:;(]+?(?=$|[,:;(.]| (?:for|of|in|around|to|with|serving|across|at|on|near|since|that|who)\b)")
_SINCE = re.compile(
    r"(?:family[- ](?:owned|run)|owner[- ]managed|independent|employee[- ]owned|trading|in business)\b.*\bsince\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:(?:family[- ](?:owned|run)|owner[- ]managed|independent|employee[- ]owned|licen[sc]ed|certified|accredited|"
    r"registered|insured)(?=$|[.,;]| (?:and|as|by|for|from|in|since|to|under|with)\b)|"
    r"(?:owned by|based|open|founded|established|started|set up)\b)",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"(?:founded|established|started|set up)\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:about |over |nearly )?\d+ years(?: in business| old)?\.?", re.IGNORECASE)
_SUM = re.compile(rf"[{SIGNS}][\d.,]+ ?(?:m|k|bn|million)?\b[^,:;]*", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:about |over |around )?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(?:[\w-]+ )?(?:\w+s|people|staff)\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"(?:{_COUNTED.pattern})(?: (?:a|each|every) (?:year|month|week|day|season|winter|summer))?", re.IGNORECASE
)
# What one is rather than has, or had at a time, behind what is counted: “9 vets, family owned”, “118 houses in 2024”.
_BESIDE = re.compile(
    r", (?:all|also|based|closed|employee|family|founded|independent|licen[sc]ed|locally|mostly|open|owner|since)\b|"
    r" (?:in (?:19|20)\d\d|now|last year|this year)\b",
    re.IGNORECASE,
)
# “Own saw shed in Perth” is a thing the firm has; “Own and run two cafés” is what it does.
_OWN = re.compile(r"own (?P<verb>(?:and|or|the|an?|our|all)\b|\d)?", re.IGNORECASE)
_LIST = re.compile(r"(?:[\w’'&-]+ ){0,3}[\w’'-]+(?:, (?:[\w’'&-]+ ){0,3}[\w’'-]+)+")
_SHORT = 60
_TOO = re.compile(r"\b(?:too|also|as well)$", re.IGNORECASE)


def about(text: str, company: str = "") -> str:
    """Return the answer as sentences a line; notes that leave out “we” get it, whole sentences stay as typed.

    Of what she began with a capital and ended with a stop only a note that names the firm or what it does gets it:
    “Four cafés and a bakery. Family since 1988.” stays two sentences of hers.

    A `company` written with a small first letter keeps it.
    """
    pieces = [piece for piece in _BROKEN.split(_begun(text, company)) if piece.strip()]
    if not pieces or any(answers.goes_on(piece) for piece in pieces[:-1]):
        return answers.sentences(text)
    hers = _is_finished(text)
    read = [_sentence(piece.strip(), first=place == 0, finished=hers) for place, piece in enumerate(pieces)]
    joined = read if hers else _run_on(read, pieces)
    if joined == pieces:
        return answers.sentences(_begun(text, company))
    return " ".join(answers.finished(piece) for piece in joined)


def _is_finished(text: str) -> bool:
    return text[:1].isupper() and text.rstrip().endswith(".")


def _begun(text: str, company: str) -> str:
    """The text with its sentences begun with capitals; the lines stay."""
    name = company.split(" ", 1)[0]
    lines = text.split("\n")
    if not is_given(text) or any(answers.goes_on(line) for line in lines[:-1]):
        return text
    keeps = len(lines) > 1 and not any(line.endswith(".") for line in lines[:-1])
    return "\n".join(
        line if (name and line.startswith(name)) or (keeps and place) else answers.raised(line)
        for place, line in enumerate(lines)
    )


def _run_on(read: list[str], pieces: list[str]) -> list[str]:
    """The sentences, with a second note that has none of its own behind the first one's colon, a sum at its end."""
    found = read[:1]
    for place, (sentence, piece) in enumerate(zip(read[1:], pieces[1:], strict=True), start=1):
        before, note = found[-1].rstrip("."), piece.rstrip(".")
        bare = sentence == piece and not _WHOLE.search(piece)
        if bare and place == 1 and before != pieces[0].rstrip(".") and len(before) <= _SHORT and ":" not in before:
            found[-1] = f"{before}{',' if _TOO.search(note) else ':'} {lowered(note)}"
        elif bare and _SUM.fullmatch(note):
            found[-1] = f"{before}, with {note}"
        else:
            found.append(sentence)
    return found


def _sentence(piece: str, *, first: bool, finished: bool) -> str:
    if _WHOLE.search(piece) or _THIRD.match(piece):
        return piece
    if finished and (_SINCE.match(piece) or _COUNTED.match(piece)) and not _YEARS.fullmatch(piece):
        return piece
    if _SINCE.match(piece):
        return f"We have been {lowered(piece)}"
    if _STATE.match(piece):
        return f"We {'were' if _BEGAN.match(piece) else 'are'} {piece[0].lower()}{piece[1:]}"
    if _YEARS.fullmatch(piece):
        years = lowered(piece).rstrip(".").removesuffix(" in business").removesuffix(" old")
        return f"We have done this for {years}"
    if (verb := _VERB.match(piece)) and (verb[1] or not _NOUN.match(piece, verb.end())):
        return f"We {_ANOTHER.sub(_bare, _bare(verb) + piece[verb.end() :])}"
    if _COUNTED.match(piece) and not _SUM.match(piece):
        return piece if _BESIDE.search(piece) else f"We have {lowered(piece)}"
    if owned := _OWN.match(piece):
        return f"We {lowered(piece)}" if owned["verb"] else f"We have our {lowered(piece)}"
    if not first:
        return piece
    listed = piece.rstrip(".").split(", ")
    if _LIST.fullmatch(piece.rstrip(".")) and not any(is_firm(part) or _COUNTED.match(part) for part in listed):
        return f"Our work: {lowered(piece)}"
    head = _HEAD.match(piece)
    if head and is_firm(head[0]):
        return f"We are {with_a(_with_counts(lowered(piece), head.end()))}"
    if head and head[0].lower().split()[-1:] and head[0].lower().split()[-1] in words_of("kind_words", "persons"):
        return f"We are {_with_counts(lowered(piece), head.end())}"  # “4th generation funeral directors”
    return piece


def _with_counts(piece: str, end: int) -> str:
    """A firm with what it has behind a comma: “clinic, 2 sites, 7 vets” is “clinic with 2 sites and 7 vets”."""
    stop = "." if piece.endswith(".") else ""
    first, rest = piece[:end], piece[end:].removesuffix(stop)
    parts = rest.removeprefix(", ").split(", ")
    if not rest.startswith(", ") or not (_COUNTED.match(parts[0]) or parts[0][:1].isdigit()):
        return piece
    if all(_HAS.fullmatch(part) for part in parts):
        *others, last = parts
        return f"{first} with {', '.join(others)}{' and ' if others else ''}{last}{stop}"
    return f"{first}: {', '.join(parts)}{stop}"


def _bare(match: re.Match[str]) -> str:
    """The verb as “we” has it: “Washes” is “wash”."""
    word = match[0].lower()
    return next((verb for verb in _DOES.split("|") if word in (verb, f"{verb}s", f"{verb}es", f"{verb[:-1]}ies")), word)
