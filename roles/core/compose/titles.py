"""Titles of people in an owner's answer: which want an article in a sentence, and where the answer is a sentence."""

import re

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:{'|'.join(_NUMBERS)})"
_SINGULAR = (
    r"manager|supervisor|lead|leader|director|officer|head|buyer|planner|controller|coordinator|co-ordinator|foreman|"
    r"forewoman|foreperson|chef|bookkeeper|dispatcher|accountant|assistant|administrator|estimator|engineer|"
    r"superintendent|specialist|executive|principal|receptionist|secretary|nurse|matron|analyst|technician|scheduler|"
    r"buyer|merchandiser|clerk|deputy|registrar|bursar|caretaker|housekeeper|driver|mechanic|trainer|recruiter"
)
# The words of a title that are before its head: “head of sales”, “manager (part-time)”.
_HEAD = re.compile(rf"(?:^|[\s/&-])(?:{_SINGULAR})(?=$| (?:of|for|in|at)\b| \()", re.IGNORECASE)
_PEOPLE = re.compile(
    rf"(?:^|[\s/&-])(?:(?:{_SINGULAR})s?|foremen|secretaries|deputies|staff|teams?|people|crews?|contractors|workers)"
    r"(?=$| (?:of|for|in|at)\b| \()",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:the|our|your|my|their|his|her|a|an|this|each|every|all|both|some|several|many|most|no|another|other|about|"
    r"up to|over|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[\d~+<>]\S*)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(,\s*(?:and\s+)?|\s+and\s+|\s*&\s*(?=the\b|our\b|\d))(?![^(]*\))")
# What states no more than that they report: “Sales and finance will all report to you”, “… will all”.
_REPORTING = re.compile(
    r"\s+(?:(?:will|shall|would|do|does|all|both|directly|each|who)\s+)*reports?\b(?:\s+directly)?(?:\s+(?:in)?to\b.*)?$|"
    r"\s+(?:will|shall|would)(?:\s+(?:all|both|each))?$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:you|they|we|he|she)\b|.*(?<!who)(?<!that)(?<!which)\s(?:will|shall|would|is|are|was|"
    r"were|has|have|does|reports?(?= (?:in)?to\b))\s",
    re.IGNORECASE,
)


def with_articles(text: str) -> str:
    """Return people as a sentence lists them: "Buyer and two leads" is "the Buyer and two leads".

    Only the title of one person with nothing before it gets "the"; names, plurals and numbers stay.
    """
    parts = _parts(text)
    known = True
    for place in range(0, len(parts), 2):
        part = parts[place]
        bare = not _DETERMINED.match(part) and not re.search(r"[’']s?\s", part)
        if known and bare and _HEAD.search(part) and "," not in part:
            small = part[0].lower() + part[1:] if place == 0 and part[1:].islower() else part
            parts[place] = f"the {small}"
        known = not bare or bool(_PEOPLE.search(part))
    return "".join(parts)


# Letters that are read with a vowel first: “an MSP”, “an NDIS provider”; the word is read letter by letter.
_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z]{1,4}\b|\b)")
_VOWEL = re.compile(r"(?:[aio]|e(?!u)|8|11\b|18\b|u(?!ni|se|ti)|hon|hour)(?!ne\b|ne[- ])", re.IGNORECASE)


def with_a(name: str) -> str:
    """Return what something is with “a” or “an”: “an optician”, “an NDIS provider”, “a university”."""
    name = re.sub(r"^(?:an?|the) ", "", name, flags=re.IGNORECASE)
    word = name.split(" ", 1)[0]
    letters = word.isupper() and len(word) > 1
    return f"{'an' if (_LETTERS if letters else _VOWEL).match(name) else 'a'} {name}"


_COMMA = re.compile(r",\s+(?![^(]*\))")
# One who leads others, or several, as a list names them: “yard foreman”, “2 practice managers”, “6 leading hands”.
_LED = re.compile(
    rf"(?P<counted>\d{{1,2}} |{_NUMBER} |the |our )?(?:[a-z][a-z&/’'-]* ){{0,3}}"
    rf"(?:(?P<one>{_SINGULAR}|tech|vet)|(?:{_SINGULAR}|tech|vet|hand)s|foremen|deputies)",
    re.IGNORECASE,
)


def led_in_full(text: str) -> str:
    """Return people listed between commas as what begins a sentence: "yard foreman, 2 leads" is "The yard foreman and
    two leads"; "" where a part is anything but a plain title."""
    parts = [part for comma in _COMMA.split(text) for part in comma.removeprefix("and ").split(" and ")]
    found = [_LED.fullmatch(part) for part in parts]
    if len(parts) < 2 or not all(found):
        return ""
    named = [_led(match) for match in found if match]
    whole = f"{', '.join(named[:-1])} and {named[-1]}"
    return whole[0].upper() + whole[1:]


def _led(match: re.Match[str]) -> str:
    counted = (match["counted"] or "").strip()
    if counted.isdigit() and 1 < int(counted) <= len(_NUMBERS) + 1:
        return f"{_NUMBERS[int(counted) - 2]}{match[0][len(counted) :]}"
    small = match[0][0].lower() + match[0][1:] if match[0][1:].islower() else match[0]
    return f"the {small}" if match["one"] and not counted else small


def without_plus(text: str) -> str:
    """Return notes without their plus signs: "shore + shed + sales" is "shore, shed and sales"."""
    if not (signs := list(_PLUS.finditer(text))):
        return text
    return f"{_PLUS.sub(', ', text[: signs[-1].start()])} and {text[signs[-1].end() :]}"


def joined(text: str) -> str:
    """Return people typed as notes as a sentence joins them: "Buyer, planner" is "Buyer and planner".

    A number of people behind a comma may be what they come to: "two leads, 30 staff" stays.
    """
    *first, last = _COMMA.split(text)
    titles = all(_PEOPLE.search(part) and not _MANY.match(part) for part in (*first, last))
    titles = titles or (len(first) > 1 and all(_HEAD.search(part) for part in first) and bool(_TEAM.fullmatch(last)))
    return f"{', '.join(first)} and {last}" if first and titles and " and " not in text and "&" not in last else text


_PLUS = re.compile(r"(?<=[^\W\d_]|\)) \+ (?=\w)")
# A department beside those who lead others: “the foreman, the office lead, purchasing”.
_TEAM = re.compile(r"[a-z]+")
_MANY = re.compile(r"(?:about |some |around |~)?\d+ (?:\w+ )?(?:staff|people|workers)\b", re.IGNORECASE)


def _parts(text: str) -> list[str]:
    """Return the people of a list and what is between them: "Quality and Training Manager" is one."""
    found = _BETWEEN.split(text)
    for place in range(len(found) - 3, -1, -2):
        if "," not in found[place + 1] and not _PEOPLE.search(found[place]):
            found[place : place + 3] = ["".join(found[place : place + 3])]
    return found


def without_reporting(text: str) -> str:
    """Return whom a sentence names that states only who reports: "Sales and HR will all report to you" is "Sales and
    HR"."""
    return _REPORTING.sub("", text, count=1)


def is_sentence(text: str) -> bool:
    """Return whether words hold a verb of their own, and so cannot be within a sentence of ours."""
    return bool(_VERB.match(text))
