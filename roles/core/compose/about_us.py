"""What the business does, as sentences: “Wholesale bakery. Rolls for cafés.” is “We are a wholesale bakery: …”."""

import re

from roles.core.money.words import SIGNS

from . import answers
from .capitals import lowered
from .firm_named import is_firm

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
# What one is rather than has, behind what is counted: “9 vets, family owned, open Saturdays”.
_BESIDE = re.compile(
    r", (?:all|also|based|closed|employee|family|founded|independent|licen[sc]ed|locally|mostly|open|owner|since)\b",
    re.IGNORECASE,
)
# “Own saw shed in Perth” is a thing the firm has; “Own and run two cafés” is what it does.
_OWN = re.compile(r"own (?P<verb>(?:and|or|the|an?|our|all)\b|\d)?", re.IGNORECASE)
_LIST = re.compile(r"(?:[\w’'&-]+ ){0,3}[\w’'-]+(?:, (?:[\w’'&-]+ ){0,3}[\w’'-]+)+")
_SHORT = 60


def about(text: str) -> str:
    """Return the answer as sentences a line; notes that leave out “we” get it, whole sentences stay as typed."""
    pieces = [piece for piece in _BROKEN.split(text) if piece.strip()]
    if not pieces or any(answers.goes_on(piece) for piece in pieces[:-1]):
        return answers.sentences(text)
    read = [_sentence(piece.strip(), first=place == 0) for place, piece in enumerate(pieces)]
    told = _run_on(read, pieces)
    return " ".join(answers.finished(piece) for piece in told) if told != pieces else answers.sentences(text)


def _run_on(read: list[str], pieces: list[str]) -> list[str]:
    """The sentences, with a second note that has none of its own behind the first one's colon, a sum at its end."""
    found = read[:1]
    for place, (sentence, piece) in enumerate(zip(read[1:], pieces[1:], strict=True), start=1):
        before, note = found[-1].rstrip("."), piece.rstrip(".")
        untold = sentence == piece and not _WHOLE.search(piece)
        if untold and place == 1 and before != pieces[0].rstrip(".") and len(before) <= _SHORT and ":" not in before:
            found[-1] = f"{before}: {lowered(note)}"
        elif untold and _SUM.fullmatch(note):
            found[-1] = f"{before}, with {note}"
        else:
            found.append(sentence)
    return found


def _sentence(piece: str, *, first: bool) -> str:
    if _WHOLE.search(piece) or _THIRD.match(piece):
        return piece
    if _SINCE.match(piece):
        return f"We have been {lowered(piece)}"
    if _STATE.match(piece):
        return f"We {'were' if _BEGAN.match(piece) else 'are'} {lowered(piece)}"
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
    if _LIST.fullmatch(piece.rstrip(".")) and not any(map(is_firm, piece.rstrip(".").split(", "))):
        return f"Our work: {lowered(piece)}"
    if (head := _HEAD.match(piece)) and is_firm(head[0]):
        name = re.sub(r"^(?:an?|the) ", "", lowered(piece), flags=re.IGNORECASE)
        return f"We are {'an' if name[:1].lower() in 'aeio' else 'a'} {name}"
    if head and any(is_firm(word) for word in head[0].split() if word != "service"):
        return piece  # "Accredited lab testing soil"
    return f"We provide {lowered(piece)}" if (head and len(head[0].split()) > 1) or " for " in piece else piece


def _bare(match: re.Match[str]) -> str:
    """The verb as “we” has it: “Washes” is “wash”."""
    word = match[0].lower()
    return next((verb for verb in _DOES.split("|") if word in (verb, f"{verb}s", f"{verb}es", f"{verb[:-1]}ies")), word)
