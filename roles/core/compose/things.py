"""A requirement typed as a thing, as a sentence: "Clean driving record" is "You have a clean driving record"."""

import re

from .capitals import lowered
from .titles import with_a

_YEARS = re.compile(
    r"(?P<years>(?:at least |about |over |minimum (?:of )?|min\.? )?[\d½]+(?:\s?[-–]\s?\d+)?\+?\s+(?:or more )?"
    r"(?:years?|yrs?)\b[’']?)(?P<rest>.*)",
    re.IGNORECASE,
)
# What goes on behind years by itself; anything else is what they were spent in.
_FOLLOWS = re.compile(
    r"\s*(?:$|[,;:+(]|(?:of|in|with|as|at|on|for|experience|minimum|plus|or|and|running|\w+ing)\b)", re.IGNORECASE
)
_HELD = re.compile(
    r"(?:[^,;:]*\b)?(?:licen[cs]e|certificate|certification|ticket|card|qualification|diploma|degree)s?\b[^,;:]*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:[A-Z][A-Z0-9&/-]+(?: \d+\w*)?|Level \d)\b(?! [a-z]+ (?:contract|project|work|exposure)s?\b)")
# What is as good as the thing, or comes later, makes no sentence with “hold”.
_ELSE = re.compile(
    r"\bor (?:will|would|can|could|willing|about|be|get|working|equivalent experience)\b|\bor\b.*\bor\b", re.IGNORECASE
)
_DEGREE = re.compile(r"(?:BA|BSc?|BEng|CDL|HNC|HND|LLB|MA|MBA|MSc?|PhD)\b")
_CHECK = re.compile(
    r"(?:\w+ ){0,3}(?:background|dbs|drug|crb|police|records?) (?:check|test|screen)s?\b", re.IGNORECASE
)
_TONGUES = re.compile(
    r"(?:(?:English|Spanish|French|German|Polish|Welsh|Irish|Italian|Portuguese|Dutch|Mandarin|Cantonese|Arabic|Punjabi|"
    r"Hindi|Vietnamese|Tagalog)(?:, | and |$))+",
    re.IGNORECASE,
)
_ONE_OF = (
    r"accountant|builder|carpenter|chef|communicator|cook|driver|electrician|engineer|fitter|joiner|leader|listener|"
    r"manager|mechanic|member|nurse|organi[sz]er|person|planner|player|plumber|practitioner|professional|pharmacist|"
    r"starter|supervisor|surveyor|teacher|technician|therapist|trainer|vet|welder"
)
_PERSON = re.compile(rf"(?:(?!or\b|and\b)[\w’'&/-]+ ){{0,3}}(?:{_ONE_OF})", re.IGNORECASE)
_SOMEBODY = re.compile(rf"\b(?:{_ONE_OF})s?\b", re.IGNORECASE)
_POST = re.compile(
    r"(?:[\w/&]+[ -]){0,5}(?:job|role|post|position)(?:$|,| (?:in|at|of|with|like|where|that|as|or|and)\b)",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:on call|available|free to|at work)\b", re.IGNORECASE)
_WITH_VERB = re.compile(
    r"\b(?:is|are|was|isn['’]t|but)\b", re.IGNORECASE
)  # "Lorry licence is good but …" is a sentence
# Things of which one has one, by their last word.
_ONE = re.compile(
    r"(?:[\w’'&/-]+ ){0,4}(?:record|licen[cs]e|abstract|car|vehicle|truck|van|certificate|ticket|card|degree|"
    r"diploma|background|job(?! \w+ing)|role|post|position|head|eye|qualification|phone|history|manner|temper|"
    r"apprenticeship|passport|reference)\b",
    re.IGNORECASE,
)
# What one has much or little of, by its last word, and nothing behind a comma that may be another thing.
_OWN = re.compile(
    r"[^,;:.]*\b(?:experience|knowledge|understanding|skills?|ability|track record|rights?|training|grasp|command|"
    r"references|clearance|tools|transport)\b[^,;:.]*",
    re.IGNORECASE,
)
_PART = re.compile(r"[,;:]")
_DETERMINED = re.compile(r"(?:an?|the|your|own|our|some|any|no|\d|one|two|three|both|all)\b", re.IGNORECASE)
_TWO = re.compile(r"(?P<first>[^,;:.]+), (?P<second>[^,;:.]+)")
_SEVERAL = re.compile(r"(?!.*\b(?:and|or)\b)[^,;:.]+(?:, [^,;:.]+){2,}")
_SHORT = 5


def is_person(line: str) -> bool:
    """Return whether a thing is somebody: “Qualified accountant”, “Red Seal electrician or similar”."""
    return bool(_SOMEBODY.search(line))


def noun_led_in(line: str) -> str:
    """Return a requirement without a verb as a sentence without its stop; one that cannot be read stays as typed."""
    if _ELSE.search(line) or _WITH_VERB.search(line):
        return line
    if years := _YEARS.fullmatch(line):
        rest = years["rest"]
        within = "" if _FOLLOWS.match(rest) else " in"
        return f"You have {lowered(years['years'])}{within}{rest}"
    if _TONGUES.fullmatch(line):
        return f"You speak {line}"
    if _CALL.match(line):
        return f"You are {lowered(line)}"
    two = _TWO.fullmatch(line)
    if two and all(len(part.split()) < _SHORT for part in two.groups()):
        first, second = noun_led_in(two["first"]), noun_led_in(two["second"])
        if not (first.startswith("You ") and second.startswith("You ")):
            return line
        verb = first.split(" ", 2)[1]
        return f"{first} and {second.removeprefix('You ').removeprefix(f'{verb} ')}"
    if two is None and _SEVERAL.fullmatch(line):
        first, *others, last = line.split(", ")
        return f"{', '.join((noun_led_in(first), *others))} and {last}"
    if _CHECK.fullmatch(line.rstrip(".")):
        return f"You can pass {_one(line)}"
    if _PERSON.fullmatch(line):
        return f"You are {with_a(lowered(line))}"
    if _POST.match(line):
        return f"You have held {_one(line)}"
    if _LETTERS.match(line) or _HELD.fullmatch(line):
        return f"You hold {_one(line)}"
    return f"You have {_one(line)}" if _OWN.fullmatch(line) or (_ONE.match(line) and not _PART.search(line)) else line


def _one(line: str) -> str:
    """The thing as a sentence has it, with its article where there is one of it."""
    small = line if _LETTERS.match(line) else lowered(line)
    checks = re.search(r"(?:check|test|screen)$", small)
    if _DETERMINED.match(small) or not (_ONE.match(small) or checks or _DEGREE.match(small)):
        return small
    letters = re.match(r"[AEFHILMNORSX](?:[A-Z]|\b)", small)
    return f"{'an' if letters or small[:1].lower() in 'aeio' else 'a'} {small}"
