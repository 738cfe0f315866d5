"""How an owner's answer reads inside a posting: a phrase in a sentence, sentences, lines, whom a post reports to.

What is stored is what was typed. Here only marks are dropped that would be wrong in the
sentence around them, a first capital is lowered where it only began the field, and words are
never replaced.
"""

import re
import unicodedata

from .capitals import with_names
from .given import is_given
from .titles import is_sentence, joined, with_articles, without_plus, without_reporting
from .word_lists import words_of

_ABBREVIATION = re.compile(r"(?:^|\s)[A-Z][a-z]{0,3}\.$")
_UP_TO = re.compile(r"(?:up to|no more than|at most|a?\s*max(?:imum)?(?: of)?\.?)\s+(?=\S)", re.IGNORECASE)
NUMBER = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AMOUNT = re.compile(rf"(?:about |over |up to )?(?:\d|(?:{NUMBER}|both|all)\b)", re.IGNORECASE)
_TAKES = re.compile(
    rf"(?:about )?(?:\d+(?: ?[-–] ?\d+)?|an?|{NUMBER}) (?:(?:working|business) )?(?:hour|day|week|fortnight|month)s?",
    re.I,
)
_BEGINS = re.compile(rf"(?:the|our|a|an|all|both|about|up|{NUMBER})(?= |$)", re.IGNORECASE)
_BARE_BONUS = re.compile(
    r"(?:an? )?((?:annual|yearly|quarterly|monthly|discretionary|performance|performance[- ](?:based|related)|"
    r"retention|team|year-end)(?:,? (?:performance|discretionary))?)(?: bonus)?",
    re.IGNORECASE,
)
_BONUS_FIRST = re.compile(r"^bonus(?:es)?(?: of|:| [-–—])? (?:(?:up )?(to) )?(?=\S*\d)", re.IGNORECASE)
_NAMED_BUDGET = re.compile(r"(?<=\d)(\S*)(?: (?:operating|annual|yearly|total))* budget$", re.IGNORECASE)
# What a sum is for, right behind it: “£1.9m overheads”.
_FOR_WHAT = re.compile(
    r"(?<=[\dkKmM]) (?!(?:an?|per|p|each|every|in|for|of|on|or|and|plus|incl\w*|excl\w*|over|across|to|this|total|"
    r"annual\w*|year\w*|month\w*|week\w*|gross|net|now|approx\w*|all|k|mn?|bn|[mb]illion|turnover|max\w*)\b)(?=[a-z]+$)"
)
# Whole sentences keep their stop, and so does an abbreviation.
_STOP_STAYS = re.compile(r"\w[.!?] |(?:^|\s)[A-Z][a-z]{0,3}\.$")
# Industries an owner may begin with a capital, as one does in a field; “English” keeps its own.
_BRANCH = re.compile(
    r"(?:Accounting|Advertising|Agriculture|Architecture|Beauty|Biotech|Childcare|Cleaning|Consulting|Dental|Design|"
    r"Education|Energy|Engineering|Events|Farming|Fashion|Film|Finance|Fitness|Food|Furniture|Gaming|Hair|Insurance|"
    r"Landscaping|Law|Legal|Marketing|Media|Mining|Music|Office|Pet|Pharmacy|Printing|Property|Publishing|Real|"
    r"Recruitment|Renewable|Research|Security|Software|Sports?|Tech|Technology|Telecoms|Textiles?|Tourism|Travel|"
    r"Veterinary|Waste|Web|Wholesale)\b(?! ?[A-Z])"
)
_BULLET = re.compile(r"(?:[•‣▪▫◦●○·⁃]\s*|[-–—*+]+\s+|[-–—](?=[^\W\d_])|\d{1,2}[.)]\s+)+")
_STEP_WORDS = 8
_BETWEEN = re.compile(r",\s+(?![^(]*\))")
# A list that is joined already, or what a comma only adds to one thing.
_JOINED = re.compile(r"\b(?:and|or)\b|[&;:]|, (?:as|but|except|not|only|once|that|though|unless|where|which|who)\b")
_ENDS = ".!?…。؟"
_COUNT = re.compile(r" \((\d{1,2})\)$")
_ONE_TEAM = re.compile(r"\b(?:crew|department|group|office|squad|team)$", re.IGNORECASE)
_LAST_COMMA = re.compile(r"\s*(?<!&[a-z]{2})(?<!&[a-z]{3})[,;]+$")  # "&lt;" ends as it is
_OWN_STOP = re.compile(r"[.!?] \([A-Z“\"][^()]*[.!?]\)$")
# Where a sentence goes on in small letters behind the stop of the one before.
_NEXT = re.compile(r"(\S*[^\W\d_]{2}[.!?]) ([a-z])(?=[a-z’']*(?:[ ,]|\.?$))")
_ABBREVIATED = re.compile(
    r"(?:\.\w+|\b(?:incl|approx|etc|vs|no|st|co|inc|ltd|corp|dept|hrs?|yrs?|ft|sq|min|max|mr|mrs|dr|ref|tel|ext|est|"
    r"e\.?g|i\.?e|p\.?a|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))[.]$",
    re.IGNORECASE,
)
_QUOTES = "\"'”’»“"
_CONJUNCTION = re.compile(r"(?:and|but|or)\b")
_NAMED_SO = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Co|Inc|Ltd|Jr|No)$")
# “Kitchen, bar and floor supervisors”: a capital that no name has.
_SHARED_HEAD = re.compile(
    r"[A-Z][a-z]+(?:, [a-z]+)* (?:and|&) (?:[a-z]+ )+"
    r"(?:supervisors|managers|leads|leaders|heads|foremen|chefs|teams|crews)\b"
)
# A line that ends so goes on in the next.
_GOES_ON = re.compile(
    r"(?:[,;:–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|that|the|to|which|who|with))$", re.IGNORECASE
)


def phrase(text: str) -> str:
    """Return an answer as it reads within a sentence, "" for one that means nothing.

    Without the stop or comma it ends in; that of an abbreviation, as in “Baker & Co.”, is its own.
    """
    if not is_given(text):
        return ""
    text = without_plus(text)
    return text.rstrip(" ,") if _ABBREVIATION.search(text) else text.rstrip(" .,;:!?…")


def led(text: str) -> str:
    """Return whom a post leads as it reads after “leads”, "" for a sentence (`described_led`).

    A bare number is one of people, a bare title gets its article. What is stated of them behind a stop goes into
    brackets, unless it is a sentence: “two leads. 30 in all”.
    """
    first, rest = _parts_of_led(without_reporting(phrase(text)))
    if rest:
        people = led(first)
        return people if is_sentence(rest) or not people else f"{people} ({rest})"
    text = begun_small(_counted(first))
    if _SHARED_HEAD.match(text):
        text = text[0].lower() + text[1:]
    if is_sentence(text):
        return ""
    if re.fullmatch(rf"\d{{1,3}}|{NUMBER}", text):
        return f"{text} {'person' if text in ('1', 'one') else 'people'}"
    return with_articles(joined(text))


def _parts_of_led(text: str) -> tuple[str, str]:
    """Whom one leads and what is stated of them behind a stop, "" for nothing."""
    first, stop, rest = text.partition(". ")
    return (first, rest) if stop and not is_sentence(first) and not _NAMED_SO.search(first) else (text, "")


def _counted(text: str) -> str:
    """People listed as a form has them: "Hub Managers (4), Driver (1)" is "4 Hub Managers and Driver"."""
    parts = text.split(", ")
    if not any(_COUNT.search(part) for part in parts):
        return text
    parts = [_with_count(part) for part in parts]
    parts = [part.removeprefix("1 ") for part in parts]
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first and " and " not in last else ", ".join(parts)


def _with_count(part: str) -> str:
    """One of several with its number before it; a team of so many stays one: "the front desk team of 6"."""
    if not (match := _COUNT.search(part)):
        return part
    people = part[: match.start()]
    if _ONE_TEAM.search(people):
        return f"{'' if _BEGINS.match(people) else 'the '}{people} of {match[1]}"
    return f"{match[1]} {people}"


def described_led(text: str) -> str:
    """Return whom a post leads where the owner wrote a sentence of it, "" where it is a phrase."""
    first, rest = _parts_of_led(without_reporting(phrase(text)))
    described = rest or first
    return finished(described) if is_sentence(described) else ""


def several(text: str) -> str:
    """Return things noted between commas as a sentence joins them: "prices, hires" is "prices and hires"."""
    text = phrase(text)
    *first, last = _BETWEEN.split(text)
    return text if not first or _JOINED.search(text) else f"{', '.join(first)} and {last}"


def answered(text: str) -> str:
    """Return when candidates hear; a time that it takes gets its word: "2 weeks" is "within 2 weeks"."""
    text = phrase(text)
    return f"within {text}" if _TAKES.fullmatch(text) else text


def amount(text: str) -> str:
    """Return a sum of money as it reads within a sentence, "" for one of nothing."""
    text = begun_small(phrase(text))
    text = _FOR_WHAT.sub(" for ", _NAMED_BUDGET.sub(r"\1", text)) if is_measured(text) else text
    return "" if "0" in text and not re.search(r"[^\D0]", text) else text


def limit(text: str) -> str:
    """Return an amount as it reads after “up to”."""
    return _UP_TO.sub("", amount(text), count=1)


def industry(text: str) -> str:
    """Return an industry the owner named as it reads after “in”."""
    return _BRANCH.sub(lambda match: match[0].lower(), phrase(text), count=1) if _BRANCH.match(text) else phrase(text)


def sentences(text: str) -> str:
    """Return a text of several lines as whole sentences a line, "" for none: each ends with a stop.

    A line that was broken in mid-sentence is one with the next; a bullet's words are
    listed after those before. No first letter is raised: a name may begin with a small one.
    """
    if not is_given(text):
        return ""
    lines: list[str] = []
    for line in text.split("\n"):
        bare = _without_bullet(line)
        if lines and not _ended(lines[-1]) and (bare[:1].islower() or _GOES_ON.search(lines[-1])):
            listed = bare != line and not _GOES_ON.search(lines[-1]) and not _CONJUNCTION.match(bare)
            lines[-1] += f"{',' if listed else ''} {bare}"
        elif bare:
            lines.append(bare)
    return "\n".join(line if _ended(line) else f"{line.rstrip(',;:')}." for line in lines)


def goes_on(line: str) -> bool:
    """Return whether a line ends in a word or a mark that the next one follows."""
    return bool(_GOES_ON.search(line))


def entries(text: str) -> str:
    """Return the lines of a list without the bullets or numbers they were pasted with, "" for none."""
    if not is_given(text):
        return ""
    lines = (_LAST_COMMA.sub("", _without_bullet(line)) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())


def steps(text: str) -> str:
    """Return the steps of hiring, one a line, each begun with a capital; those typed on one line are taken apart."""
    lines = [line for line in entries(text).split("\n") if line]
    if len(lines) == 1 and all(len(part.split()) <= _STEP_WORDS for part in lines[0].split(", ")):
        lines = lines[0].rstrip(".").split(", ")
    return "\n".join(begun(line) for line in lines)


def own_lines(text: str) -> str:
    """Return the owner's own lines as a list prints them: a first capital, those of names, and a closing stop."""
    return "\n".join(finished(with_names(without_plus(line))) for line in entries(text).split("\n") if line)


def benefits(text: str) -> str:
    """Return the benefits, one a line: where only some lines end in a stop, none that is no sentence does."""
    lines = [begun(with_names(line)) for line in entries(text).split("\n") if line]
    if all(line.endswith(".") for line in lines):
        return "\n".join(lines)
    return "\n".join(line if _STOP_STAYS.search(line) else re.sub(r"(?<=[\w)])\.$", "", line) for line in lines)


def bonus(text: str) -> str:
    """Return a bonus as it reads after “Bonus:”, or by itself where the word is in it: "annual" is "An annual
    bonus"."""
    text = phrase(text)
    if re.fullmatch(r"(?:yes|bonus|a bonus)", text, re.IGNORECASE):
        return "A bonus"
    if bare := _BARE_BONUS.fullmatch(text):
        word = bare[1].lower()
        return f"{'An' if word[0] in 'aeiou' else 'A'} {word} bonus"
    text = _BONUS_FIRST.sub(lambda match: "up to " if match[1] else "", text)  # "bonus to 15%" after "Bonus:"
    return finished(text).rstrip(".") if "bonus" in text.lower() else text


def is_measured(text: str) -> bool:
    """Return whether words say how much of something there is: "two sites, £19m of sales"."""
    return bool(_AMOUNT.match(text)) or unicodedata.category(text[:1] or " ") == "Sc"


def finished(line: str) -> str:
    """Return a line with the first letter of each sentence raised and a stop at its end."""
    line = raised(line)
    return line if _ended(line) else f"{line.rstrip(',;:')}."


def raised(line: str) -> str:
    """Return a line with the first letter of each sentence raised."""
    return _NEXT.sub(
        lambda match: match[0] if _ABBREVIATED.search(match[1]) else match[0][:-1] + match[2].upper(), begun(line)
    )


def begun(line: str) -> str:
    """A line with its first letter raised, unless it begins with an address or a name such as “iFixit”.

    “osha logs” begins with “OSHA”.
    """
    first = line.split(" ", 1)[0]
    if first in words_of("acronyms", "capitals"):
        return first.upper() + line[len(first) :]
    small = first.islower() and "." not in first.removesuffix(".") and "@" not in first
    return line[0].upper() + line[1:] if small else line


def _without_bullet(line: str) -> str:
    return _BULLET.sub("", line, count=1) if _BULLET.match(line) else line


def _ended(line: str) -> bool:
    """Return whether a line has its stop, also within quotation marks or the brackets around all of it."""
    # Of "We hired late. (Twice.)" the brackets hold a sentence.
    bracketed = line.startswith(("(", "[")) or _OWN_STOP.search(line)
    around = _QUOTES + ")]" if bracketed else _QUOTES
    return line.rstrip(around)[-1:] in tuple(_ENDS)


def begun_small(text: str) -> str:
    """Return the text with its first word in small letters, if it is one that only began the field with a capital."""
    match = _BEGINS.match(text)
    return text[0].lower() + text[1:] if (match and match[0][1:].islower()) or text[:2] == "A " else text
