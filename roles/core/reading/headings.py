"""Headings of postings: the words they use, and the shape of one in a pasted text."""

import re

from roles.core.folding import fold
from roles.core.limits import SectionKey

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
_FACT_LABELS = frozenset(groups("labels")["a fact, so that the line is no heading"])
_TITLE_LABELS = frozenset(groups("labels")["title"])
_ABOUT = re.compile(r"(?:A (?:bit|little(?: bit)?) )?[Aa]bout (?:the |our )?[A-Z][\w'’&.-]*(?: [\w'’&.-]+){0,4}")
_MARKS = re.compile(r"^[^\w(]{0,8}|[^\w)]{0,8}$")
_INLINE = re.compile(r"[*_#\s]{0,6}([^\W\d_][\w'’ &/-]{2,40}?)[*_\s]{0,4}:[*_]{0,3}(?=\s+\S)")
# "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be assigned."
_FOLLOWING = re.compile(
    r"([^\W\d_][\w &/,'’-]{3,50}?),? (?i:includes?|are)(?i:,? but (?:are|is) not limited to)?(?i:,? the following)?"
    r"(?i:[.:]? ?(?:other duties (?:may|can) be assigned)?)[.:]?"
)
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

# What a heading of unknown words is about, tried in this order.
_ABOUT_WHAT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(rf"\b(?:{words})"))
    for key, words in (
        (
            SectionKey.EQUAL_OPPORTUNITY,
            r"equal|eeo|eoe|diversity|inclusi|belonging|discriminat|accommodat|accessib|adjustments?\b|everyone (?:is )?welcome",
        ),
        (
            SectionKey.PREFERRED,
            r"nice[ -]to|prefer|desir|bonus (?:points?|if|skills)|a plus\b|extra credit|stand out|set you apart|even better|advantag|not required|optional|would be (?:great|nice|a bonus)|great to have|good to have",
        ),
        (
            SectionKey.APPLY,
            r"apply|appl(?:ying|ications?)\b|how to (?:join|get in touch)|next steps?|interview|hiring process|recruitment process|selection process|contact|closing date|deadline|get in touch|submit|interested|sound (?:good|like you)|join (?:us|our team|the team)$",
        ),
        (
            SectionKey.PAY,
            r"benefits?\b|perks?\b|compensat|salar|pay\b|wages?\b|remunerat|rewards?\b|package|we(?:'ll| will| can| do)? (?:offer|give|provide)|you(?:'ll| will)? (?:get|receive|enjoy|love)|in it for|in return|why (?:you(?:'ll| will| should| would)?|work|join|choose|us|come)|reasons? to|look after|on offer|our offer|good stuff",
        ),
        (
            SectionKey.SUCCESS,
            r"success|measur|kpi|performance|first (?:\d+|year|ninety|six|three)|30[/ -]60|deliverables?|outcomes?\b|objectives?\b|achieve|accomplish|goals?\b|targets?\b|results\b",
        ),
        (
            SectionKey.RESPONSIBILITIES,
            r"dut(?:y|ies)|responsib|accountabil|tasks?\b|functions?\b|what you(?:'ll| will|'d| would|'re)?(?: be| get to)? (?:do|own|lead|work|run|manage|responsible|tackl|handl|deliver|build|drive)|you(?:'ll| will)(?: be)? (?:do|work|own|lead|spend|make|responsible|handl|tackl|fill|run|manage)|(?:your|a|typical|of the|the) (?:day|week|work)\b|your (?:weeks?|days?|time|impact|contribution|mission|role)\b|day[ -]to[ -]day|involves?|entails?|nitty|the work\b|contribute|spend your|in this (?:role|job|position)|as (?:our|the|a) .{0,40}you|your first jobs?\b|key result areas?",
        ),
        (
            SectionKey.REQUIRED,
            r"requir|qualif|must|you (?:need|bring|have|are|should|offer|might|may|could)|you(?:'ll| will)(?: also)? (?:need|bring|have|thrive|be)|you're\b|your (?:profile|background|experience|skills|strengths|toolkit)|look(?:ing)? for|experience|education|skills?\b|knowledge|abilit|competenc|criteria|candidate|person\b|who (?:you|we|should|can|could)|attributes|credentials|certific|licen[sc]es?|licen[sc]ing|background|eligib|prerequisit|fit for|right fit|good fit|great fit|expect (?:of|from)|takes\b|is this you|essentials?\b|traits|expertise|training|proficienc|wish ?list|ask of you|thrive",
        ),
        (
            SectionKey.CONDITIONS,
            r"conditions?|environment|schedule|hours|shift|travel|location|physical|where (?:you|we|it)|when (?:you|we)|fine print|details|logistics|practical|terms|reports? to|reporting|contract|employment|start date|check|screening|disclaimer|note\b|notes\b|legal|safeguard|further info|additional info|other info",
        ),
        (
            SectionKey.COMPANY,
            r"about|who (?:we|are we)|our (?:story|company|mission|values|team|culture|history|purpose|vision|people|business|work|approach|philosophy|customers|clients|organi[sz]ation)|mission|values|culture|company|organi[sz]ation|business\b|employer|history|team\b|meet |introduc|life at|behind|what we (?:do|make|believe|stand)|where we come",
        ),
        (
            SectionKey.SUMMARY,
            r"summary|overview|purpose|description|role\b|position|opportunity|job\b|post\b|challenge|vacancy|scope|context|snapshot|glance|nutshell|hiring|gist",
        ),
    )
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
    if (before := _FOLLOWING.fullmatch(line)) and (key := _KEYS.get(_plain(before[1])) or _made_of_headings(before[1])):
        return key
    if len(line) > HEADING_LIMIT:
        return about_what(line) if _announces(line, listed) else None
    shouted = is_shouted(line) and not caps
    if known := _KEYS.get(plain := _plain(line)):
        stands_out = alone or listed or marked or shouted or line.endswith(":")
        return known if stands_out or plain not in _WEAK else None
    if line.endswith(_SENTENCE_END) or "@" in line or "://" in line:
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
    if alone and (marked or shouted or listed or is_titled(line) or (line.endswith(":") and ":" not in line[:-1])):
        return _nearest(plain) or about_what(line) or OTHER
    return about_what(line) if line.endswith(":") and listed else None


def _announces(line: str, listed: bool) -> bool:
    """Whether a longer line announces the list below it: "You will be responsible for the following, among others:"."""
    return listed and line.endswith(":") and len(line) <= ANNOUNCING_LIMIT


def about_what(heading: str) -> str | None:
    """Return the key of the section that a heading of unknown words opens by what it is about, None for nothing known."""
    folded = fold(heading)
    return next((key for key, words in _ABOUT_WHAT if words.search(folded)), None)


def is_shouted(line: str) -> bool:
    """Whether a line of some length is in capitals."""
    return len(line) > 3 and line.isupper()


def is_titled(line: str) -> bool:
    """Whether each word of weight has a capital, and one at least does: "Why You Should Join Us"."""
    words = _WORD.findall(line)
    weighty = [word for word in words if word.lower() not in _SMALL_WORDS]
    return bool(weighty) and all(word[0].isupper() for word in weighty) and words[0][0].isupper()


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
        and "@" not in line
    )
