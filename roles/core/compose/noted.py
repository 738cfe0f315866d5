"""Duties typed on a phone, "visa letters on time", as lines that read beside sentences: her words, with a lead-in."""

import re
from collections.abc import Sequence

from .capitals import lowered
from .titles import without_plus
from .word_lists import words_of

_SENTENCE = re.compile(
    r"[:;?!](?!\d)|\. |\b(?:i|we|you|it|they|he|she|who|that|is|are|was|were|has|have|had|must|"
    r"should|needs?|can|will|does|do|don['’]t|not to|no)\b|\bto (?!\d)[a-z]+ (?:the|a|an|our|every|each|all)\b",
    re.IGNORECASE,
)
# Behind the first word: what only follows a verb, and what only follows a thing.
_OBJECT = re.compile(
    r"(?:the|a|an|our|your|my|their|its|his|her|any|every|each|new|all|both|up|out|off|down)\b", re.IGNORECASE
)
_OF_THING = re.compile(r"(?:for|of|and|or|in|at|on|by|from|per|with|w/)\b|[,&+(/]", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:desks?|rotas?|rosters?|lists?|books?|times|boards?|sheets?|levels|logs?)\b", re.IGNORECASE
)  # “front desk”, “price list”
_DETERMINED = re.compile(r"(?:the|an?|our|all|any|every|each|both|no|some)\b", re.IGNORECASE)
# Things that are kept or reached: "quotes out in 5 days", "ratios covered by 6:30".
_PLURAL = r"(?:[a-z]+ ){0,2}[a-z]+(?<![su])s"
_DONE = r"[a-z]{2,}(?:ed|id|pt|nt)|done|out|back|down|up"
_REACHED = re.compile(
    rf"{_PLURAL} (?:{_DONE}) (?:by|in|within|to|from|before|every|each|on|at|under)\b.*", re.IGNORECASE
)
_ORDERED = re.compile(
    rf"(?:call|check|order|plan|repair|report|review|test|visit)s (?:{_DONE}) (?:by|in|within|before) .*", re.IGNORECASE
)
_ASKED = re.compile(r"(?:which|what|whether|when|where|how (?:many|much)) [^.;:]*\bto [a-z]+", re.IGNORECASE)
_PAID = re.compile(rf"[a-z]+ (?:{_DONE}) by (?:the )?(?:\d|[a-z]+day\b|noon|month).*", re.IGNORECASE)
_BEGIN_ON_TIME = re.compile(rf"{_PLURAL} (?:start|begin|finish|leave|go out|arrive) on time(?:,? .*)?", re.IGNORECASE)
_ON_TIME = re.compile(r"(?:[a-z]+ ){0,2}[a-z]+ on time(?:, (?:every|all)\b.*)?", re.IGNORECASE)
# “H&S both sites”: where there is a place, what is done there is done at it.
_EVERYWHERE = re.compile(
    r"(?<=\w) (?P<where>(?:both|all)(?: \d{1,2}| two| three| four| five| six)? (?:bakeries|branches|cafés|cafes|"
    r"campuses|cent(?:er|re)s|clinics|depots|factories|farms|garages|gyms|homes|hospitals|hotels|kitchens|labs|locations|"
    r"nurseries|offices|plants|practices|restaurants|salons|schools|shops|sites|stores|studios|warehouses|workshops|"
    r"yards))$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:at|in|across|for|of|over|on|from|between|to)$", re.IGNORECASE)
# One thing among others, by its last word: “the KPI board”.
_ONE = re.compile(
    r"(?:[\w&’'/-]+ ){0,2}(?:board|budget|calendar|day book|diary|fleet|logbook|phone line|rota|roster|stockroom|"
    r"timetable|warehouse|website|workshop)",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;:]| (?:and|or|&) ", re.IGNORECASE)
_LETTERS = re.compile(r"(?:\d+ )?[^\W\d_][\w&’'/.-]*(?= |,|$)")
_WORDS_MAX, _LEAST, _LISTED_MAX, _TITLED_MAX = 9, 3, 6, 5


def is_noted(lines: Sequence[str]) -> bool:
    """Return whether duties are notes: three or more short lines, most begun small, none with a stop of its own."""
    small = sum(line[:1].islower() or line[:1].isdigit() for line in lines)
    short = all(len(line.split()) <= 2 * _WORDS_MAX and not line.endswith(".") for line in lines)
    return len(lines) >= _LEAST and 2 * small > len(lines) and short


def led_in(lines: Sequence[str]) -> list[str]:
    """Return duties with a lead-in where they are a thing: what is reached gets its verb, "Have quotes out in 5 days",
    all other things stand together behind what is to be done: “Also yours: rotas, H&S at both sites”. Lines that are
    neither notes nor all of them things stay as typed, and so do one or two.
    """
    if len(lines) < _LEAST:
        return list(lines)
    noted = is_noted(lines)
    gathers = noted or all(is_thing(line) and not _result(line) and _is_bare(line) for line in lines)
    done: list[str] = []
    things: list[str] = []
    for line in map(without_plus, lines):
        if gathers and is_thing(line) and not _result(line):
            things.append(_in_a_list(line.rstrip(".")))
        else:
            done.append((noted and _result(line)) or line)
    return [*done, *_gathered(things, beside=bool(done))]


def is_thing(line: str) -> bool:
    """Return whether a short line has no verb: “H&S both sites”, “rotas”, not “juggle the diary”."""
    line = line.rstrip(".")
    words = line.split()
    if not _LETTERS.match(line) or len(words) > _WORDS_MAX or _SENTENCE.search(line):
        return False
    first, rest = words[0].lower().strip(","), line[len(words[0]) :].strip()
    orders, things = words_of("verbs", "orders"), words_of("verbs", "things")
    if first in orders:
        listed = not rest or words[0].endswith(",")
        return first in things and (listed or bool(_OF_THING.match(rest) or _HEAD.match(rest)))
    if _singular(first) in orders:  # “permits and plans” are things, “manages staff” is to be done
        return not rest or words[0].endswith(",") or bool(_OF_THING.match(rest)) or _singular(first) in things
    return not (_OBJECT.match(rest) and not first.endswith("s")) or bool(_DETERMINED.match(line))


def _singular(word: str) -> str:
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"(?<=[hsxo])es$", "", word)) if word.endswith("s") else ""


def _is_bare(line: str) -> bool:
    """Whether a line of a list that is no note would stand bare beside sentences: few words, without a stop."""
    return len(line.split()) <= _TITLED_MAX and not line.endswith(".") and not line[0].isdigit()


def _gathered(things: list[str], *, beside: bool) -> list[str]:
    """Things in one line, or in two where they are many."""
    if not things:
        return []
    if len(things) <= _LISTED_MAX:
        return [f"{'Also yours' if beside else 'Yours to run'}: {_joined(things)}"]
    half = -(-len(things) // 2)
    return [*_gathered(things[:half], beside=beside), *_gathered(things[half:], beside=True)]


def _joined(things: list[str]) -> str:
    *first, last = things
    if not first or any(_APART.search(thing) for thing in things):
        return "; ".join(things)
    return f"{', '.join(first)} and {last}"


def _in_a_list(line: str) -> str:
    words = lowered(line)
    if (everywhere := _EVERYWHERE.search(words)) and not _PREPOSITION.search(words[: everywhere.start()]):
        words = f"{words[: everywhere.start()]} at {everywhere['where']}"
    return f"the {words}" if _ONE.fullmatch(words) and not _DETERMINED.match(words) else words


def _result(line: str) -> str:
    """A thing and what is to become of it as a sentence, "" for any other line."""
    if _ASKED.match(line) and "?" not in line:
        return f"Decide {line}"
    if _ORDERED.match(line):  # "orders out by 3"
        return f"Have {line}"
    if not is_thing(line):
        return ""
    if _REACHED.fullmatch(line) or _PAID.fullmatch(line) or _BEGIN_ON_TIME.fullmatch(line):
        return f"Have {line}"
    return f"Keep {line}" if _ON_TIME.fullmatch(line) else ""
