"""Headings of postings: the words they use, and the shape of one in a pasted text."""

import re

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.money.words import SIGNED_NUMBER

from .wordlists import groups

TITLE_LIMIT = 100
HEADING_LIMIT = 60
ANNOUNCING_LIMIT = 110
HEADING_WORDS = 9
OTHER = "section"

# The key of the section a heading opens, by how it reads without marks.
_KEYS = {words: key for key, headings in groups("headings").items() for words in headings}
_WEAK = frozenset(groups("heading_words")["weak"])
# The kind of each word that a heading in no list may be made of.
_KINDS = {word: kind for kind, words in groups("heading_words").items() if kind != "weak" for word in words}
_FACT_LABELS = frozenset(
    label for fact, labels in groups("labels").items() if fact not in ("title", "apply_to") for label in labels
)
_TITLE_LABELS = frozenset(groups("labels")["title"])
_ABOUT = re.compile(r"(?:A (?:bit|little(?: bit)?) )?[Aa]bout (?:the |our )?[A-Z][\w'’&.-]*(?: [\w'’&.-]+){0,4}")
_MARKS = re.compile(r"^[^\w(]{0,8}|[^\w)]{0,8}$")
_INLINE = re.compile(r"[*_#\s]{0,6}([^\W\d_][\w'’ &/-]{2,40}?)[*_\s]{0,4}:[*_]{0,3}(?=\s+\S)")
# "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be assigned."
_FOLLOWING = re.compile(
    r"([^\W\d_][\w &/,'’-]{3,50}?),? (?i:includes?|are)(?i:,? but (?:are|is) not limited to)?(?i:,? the following)?"
    r"(?i:[.:]? ?(?:other duties (?:may|can) be assigned)?)[.:]?"
)
_BRACKETED = re.compile(r"([A-Z][\w &/,'’-]{2,58}?)\s*(\([^()]{3,200}\))[.:]?")
_OPEN_END = re.compile(r" ?(?:…|\.{3})$")
_SENTENCE_END = (".", ",", ";", "…", "。")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "us",
        "with",
        "you",
        "your",
        "vs",
        "via",
        "&",
        "/",
        "-",
        "–",
        "—",
        "|",
    ]
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A cell of a table that is a heading, and the one behind it: "Duties<tab>Run the day".
_CELLS = re.compile(r"(?P<heading>[^\t|]{3,40}?)(?:\t+\s*|\s{2,}|\s*\|\s*)(?=\S)")
_OVER_WORDS, _PARAGRAPH_WORDS, _SENTENCE_WORDS = 2, 12, 6

# What a heading of unknown words is about, tried in this order; the key is the words before a comma.
_CLUES = tuple(
    (name.partition(",")[0], re.compile(rf"\b(?:{'|'.join(clues)})")) for name, clues in groups("heading_clues").items()
)
# How one in small letters begins, or ends, that is no sentence: "What you'll work on", "Bonus points if you have".
_BEGINS = re.compile(
    r"(?:what|who|how|why|where|when|main|key|core|primary|essential|day[ -]to[ -]day|"
    r"preferred|bonus|introduction|a (?:bit|little|day|"
    r"typical)|it(?:'s| would be|'d be|'ll be) (?:a |great|nice|good)|an? (?:advantage|asset|bonus)|nice if|"
    r"meet (?:the|our|your)|"
    r"(?:privacy |data protection |important )?(?:notice|note) (?:to|for)|privacy (?:notice|policy|statement)|"
    r"our commitment|about (?:the|our|you|us|your))\b"
)
_NOTICE = re.compile(
    r"\W*(?:(?:(?:strictly|sorry|please|absolutely) ?,? )*no (?:recruitment |phone |time[- ]?)?"
    r"(?:agenc(?:y|ies)|recruiters|calls|wasters)\b.{0,30}|"
    r"immediate(?:ly)? (?:start|available)\b.{0,20}|(?:start|available) (?:asap|immediately|now))\W*",
    re.IGNORECASE,
)
_OWN = re.compile(r"^(?:our|your|the|its|some|more) ")
_ENDS_OPEN = re.compile(
    r"\b(?:will|have|you|if|must|should|includes?|be|for|are|bring|needs?|exists|involves?|entails?|offer|do)$"
)


# "Full-time, exempt, permanent position" is a fact, set over a list or not; so is a sum of money.
_EMPLOYED = re.compile(
    r"^(?:(?:full|part)[- ]time|permanent|temporary|fixed[- ]term|exempt|non-exempt|hourly|salaried)\b.*"
    r"\b(?:position|role|post|contract|exempt|permanent|(?:full|part)[- ]time)\b",
    re.IGNORECASE,
)


def _plain(line: str) -> str:
    return " ".join(_MARKS.sub("", fold(line[: HEADING_LIMIT + 20])).replace("&", " and ").split())


def heading_of(
    line: str, *, alone: bool = False, marked: bool = False, listed: bool = False, caps: bool = False
) -> str | None:
    """Return the key of the section this line opens, or None where it is no heading.

    `alone`: a blank line is before it, or a list follows; `listed`: a list follows; `marked`: it was set as a
    heading, in bold or with hashes; `caps`: the text is in capitals, so that they tell nothing.
    """
    if alone or listed:
        line = _OPEN_END.sub("", line) or line  # "Bonus points if…" over a list
    if (before := _FOLLOWING.fullmatch(line)) and (key := _KEYS.get(_plain(before[1])) or _made_of_headings(before[1])):
        return key
    if len(line) > HEADING_LIMIT:
        return about_what(line) if _announces(line, listed) else None
    shouted = is_shouted(line) and not caps
    if known := _KEYS.get(plain := _plain(line)):
        is_set_off = alone or listed or marked or shouted or line.endswith(":")
        return known if is_set_off or plain not in _WEAK else None
    if line.endswith(_SENTENCE_END) or "@" in line or "://" in line:
        return None
    if _EMPLOYED.search(line) or SIGNED_NUMBER.search(line):
        return None
    words = line.split()
    if len(words) > HEADING_WORDS:
        return about_what(line) if _announces(line, listed) else None
    if key := _made_of_headings(line):
        return key
    if _ABOUT.fullmatch(line.rstrip(": ")):
        return _nearest(plain) or SectionKey.COMPANY
    if not any(char.isalpha() for char in line) or is_labelled(line):
        return None
    if (alone or marked or shouted) and (key := _joined(plain)):
        return key
    if alone and (marked or shouted or listed or is_titled(line) or (line.endswith(":") and ":" not in line[:-1])):
        return _nearest(plain) or about_what(line) or OTHER
    if alone and _begins_or_ends_as_one(plain):
        return about_what(line)
    return about_what(line) if line.endswith(":") and listed else None


def _joined(plain: str) -> str | None:
    """Return the key of a heading made of known ones, "pay and bonus", or of one behind a small word, "our hours"."""
    bare = _OWN.sub("", plain)
    parts = [_OWN.sub("", part) for part in re.split(r",? and |, | / |/", bare)]
    if bare == plain and len(parts) < 2:
        return None
    return _KEYS[parts[0]] if all(part in _KEYS for part in parts) else None


def _begins_or_ends_as_one(plain: str) -> bool:
    return bool(_BEGINS.match(plain) or (_ENDS_OPEN.search(plain) and len(plain.split()) > 2))


def _announces(line: str, listed: bool) -> bool:
    """Whether a longer line announces the list below it: "You will be responsible for the following, among others:"."""
    return listed and line.endswith(":") and len(line) <= ANNOUNCING_LIMIT


def about_what(heading: str) -> str | None:
    """Return the key of the section that a heading of unknown words opens, None where it shows nothing."""
    folded = fold(heading)
    return next((key for key, words in _CLUES if words.search(folded)), None)


def may_head(line: str) -> bool:
    """Whether a line right over a sentence or a list may be a heading, whatever its words: "A word on the work"."""
    line = _OPEN_END.sub("", line) or line
    words = line.split()
    if not 1 <= len(words) <= HEADING_WORDS or len(line) > HEADING_LIMIT or not line[0].isupper():
        return False
    return not (
        line.endswith((*_SENTENCE_END, "!")) or "@" in line or any(char.isdigit() or char in ":|·" for char in line)
    )


def is_shouted(line: str) -> bool:
    """Whether a line of some length is in capitals."""
    return len(line) > 3 and line.isupper()


def is_titled(line: str) -> bool:
    """Whether each word of weight has a capital, and one at least does: "Why You Should Join Us"."""
    words = _WORD.findall(line)
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS]
    return bool(weighty) and all(word[0].isupper() for word in weighty) and words[0][0].isupper()


def is_notice(line: str) -> bool:
    """Whether a line is a notice by itself and heads nothing: "NO AGENCIES PLEASE", "EOE", "Immediate start!"."""
    return bool(_NOTICE.fullmatch(line))


def is_known(line: str) -> bool:
    """Whether the line is one of the headings postings use, whatever its marks."""
    return _plain(line) in _KEYS


def is_weak(line: str) -> bool:
    """Whether a heading is as often a line of a list."""
    return _plain(line) in _WEAK


def _made_of_headings(line: str) -> str | None:
    """Return the key of a heading made of headings' words alone, None of any other line."""
    words = [word for word in re.split(r"[\s,/()&-]+", _plain(line)) if word]
    kinds = {_KINDS.get(word, "other") for word in words}
    if len(words) < 2 or "other" in kinds or not kinds & {"duty", "ability", "asked"}:
        return None
    if line[0].islower():
        return None
    if "duty" in kinds:
        return SectionKey.RESPONSIBILITIES
    if "wished" in kinds:
        return SectionKey.PREFERRED
    return SectionKey.REQUIRED if kinds & {"asked", "needed"} else SectionKey.SKILLS


def _nearest(words: str) -> str | None:
    """Return the key whose known words begin or end a longer heading ("Benefits at Alder")."""
    parts = words.split()
    for size in range(min(len(parts), 5), 0, -1):
        for candidate in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if len(candidate) > 3 and candidate in _KEYS and (size > 1 or candidate not in _WEAK):
                return _KEYS[candidate]
    return None


def inline_heading(line: str, *, shouted: bool = False) -> tuple[str, int] | None:
    """Return (key, length of the heading) of a line such as "Requirements: five years …", or None.

    A line that states a fact, "Salary: …", is no heading, unless one in capitals may be: `shouted`.
    """
    match = _INLINE.match(line)
    if not match:
        return None
    words = _plain(match[1])
    key = _KEYS.get(words)
    stated = words in _FACT_LABELS and not (shouted and match[1].isupper())
    return (key, match.end()) if key and not stated else None


def bracketed(line: str) -> tuple[str, int] | None:
    """Return (key, length of the heading) of a known heading with a remark in brackets behind it, or None.

    "ESSENTIAL DUTIES (other duties may be assigned)".
    """
    match = _BRACKETED.fullmatch(line)
    key = _KEYS.get(_plain(match[1])) or _made_of_headings(match[1]) if match else None
    return (key, match.start(2)) if match and key else None


def is_labelled(line: str) -> bool:
    """Whether the line begins with a label of a few words, such as "Hours: 37 a week"."""
    label = _INLINE.match(line)
    return label is not None and len(label[1].split()) <= 4 and label[1][0].isupper()


def is_title(line: str) -> bool:
    """Whether the first line of a text names the post: short, no sentence, no known heading, no other fact."""
    label = _INLINE.match(line)
    return (
        len(line) <= TITLE_LIMIT
        and not line.endswith(_SENTENCE_END)
        and len(line.split()) <= 14
        and _plain(line) not in _KEYS
        and (label is None or fold(label[1]) in _TITLE_LABELS)
        and "@" not in line.replace(" @ ", " ")
    )


def cell_heading(line: str) -> tuple[str, int] | None:
    """Return (key, length) of a heading in the first cell of a row of a table; of a fact's label nothing."""
    match = _CELLS.match(line)
    if match is None or not is_known(match["heading"]):
        return None
    inline = inline_heading(f"{match['heading'].rstrip(': ')}: x")
    return (inline[0], match.end()) if inline else None


def heads_a_paragraph(line: str, following: str) -> bool:
    """Whether a line alone behind a list or a paragraph is a heading: of two words or more, over a paragraph."""
    least = _SENTENCE_WORDS if following.endswith(".") else _PARAGRAPH_WORDS
    return may_head(line) and len(line.split()) >= _OVER_WORDS and len(following.split()) >= least
