"""Duties typed on a phone, "visa letters on time", as lines that read beside sentences: her words, with a lead-in."""

import re

from .capitals import lowered
from .titles import without_plus

# What such a line begins with where it is an order to do something, and where it only seems a thing in the plural.
_VERB = re.compile(
    r"(?:act|add|agree|answer|ask|bring|build|buy|call|chair|chase|check|clean|clear|close|coach|count|cover|cut|deal|"
    r"decide|deliver|develop|do|draw|drive|end|fill|find|finish|fix|follow|get|give|go|grow|handle|hire|hold|help|"
    r"improve|keep|lead|learn|look|make|manage|meet|mend|move|negotiate|open|order|organi[sz]e|oversee|own|pay|pick|"
    r"plan|prepare|price|put|raise|reduce|renew|repair|replace|report|review|roll|run|schedule|sell|send|serve|set|"
    r"settle|sit|sort|staff|start|step|stop|support|switch|take|talk|teach|tell|test|track|train|turn|visit|walk|watch|"
    r"win|work|write)(?:e?s)?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[:;?!](?!\d)|\. |\b(?:i|we|you|it|they|he|she|who|that|is|are|was|were|has|have|had|must|"
    r"should|needs?|can|will|does|do|don['’]t|not to|no)\b|\bto (?!\d)[a-z]+ (?:the|a|an|our|every|each|all)\b",
    re.IGNORECASE,
)
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
_ON_TIME = re.compile(r"(?:[a-z]+ ){0,2}[a-z]+ on time(?:, (?:every|all)\b.*)?", re.IGNORECASE)
# What somebody is in charge of, by its last word, with what it is of or for behind it.
_IN_CHARGE = re.compile(
    r"(?:[a-z0-9&’'-]+ ){0,2}?(?:accounts|admin|appointments|bookings|budgets?|calendar|complaints|contracts|cover|"
    r"days|deliveries|diary|enquiries|events|exams|fleet|insurance|inventory|invoices|invoicing|licen[cs](?:es|ing)|"
    r"logistics|maintenance|onboarding|orders|paperwork|payroll|permits|plans?|premises|program(?:me)?s?|purchasing|"
    r"quotes|records|recruitment|renewals|repairs|returns|rosters?|rotas?|routes|safety|schedules?|scheduling|shifts?|"
    r"stock|suppliers|supplies|timesheets|timetables?|training|vans|vehicles|website)"
    r"(?:(?:,? (?:and|for|of|in|at|on|across|with) |, )[^.;:]+)?",
    re.IGNORECASE,
)
_WORDS_MAX, _LEAST = 9, 3


def is_noted(lines: list[str]) -> bool:
    """Return whether duties are notes: three or more short lines, most begun small, none with a stop of its own."""
    small = sum(line[:1].islower() or line[:1].isdigit() for line in lines)
    short = all(len(line.split()) <= 2 * _WORDS_MAX and not line.endswith(".") for line in lines)
    return len(lines) >= _LEAST and 2 * small > len(lines) and short


def led_in(lines: list[str]) -> list[str]:
    """Return notes with a lead-in where they are a thing: what is reached gets its verb, "Have quotes out in 5 days",
    and what somebody is in charge of is one line with the others of its kind.
    """
    lines = [without_plus(line) for line in lines]
    charge = [line for line in lines if _is_thing(line) and not _result(line) and _IN_CHARGE.fullmatch(line)]
    others = [_result(line) or line for line in lines if line not in charge]
    if not charge:
        return others
    lead = "Also yours" if others else "Yours to run"
    return [*others, f"{lead}: {'; '.join(map(lowered, charge))}"]


def _result(line: str) -> str:
    """A thing and what is to become of it as a sentence, "" for any other line."""
    if _ASKED.match(line) and "?" not in line:
        return f"Decide {line}"
    if _ORDERED.match(line):  # "orders out by 3"
        return f"Have {line}"
    if not _is_thing(line):
        return ""
    if _REACHED.fullmatch(line) or _PAID.fullmatch(line):
        return f"Have {line}"
    return f"Keep {line}" if _ON_TIME.fullmatch(line) else ""


def _is_thing(line: str) -> bool:
    words = line.split()
    if len(words) > _WORDS_MAX or _SENTENCE.search(line):
        return False
    # "plan for saws" is a thing, "plan saws" is to be done.
    names = len(words) == 1 or words[1].lower() in ("for", "of", "and")
    return not _VERB.match(words[0]) or (names and bool(_IN_CHARGE.match(words[0])))
