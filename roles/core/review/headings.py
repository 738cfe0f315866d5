"""Headings of postings: the words they use, and the shape of one in a pasted text."""

import re

from roles.core.folding import fold
from roles.core.limits import SectionKey

TITLE_LIMIT = 100
HEADING_LIMIT = 60
HEADING_WORDS = 8
OTHER = "section"

# The key of the section a heading opens, by how it reads without marks, in the order tried.
_KNOWN = {
    SectionKey.COMPANY: (
        "about us|about|about the company|company|who we are|our company|the company|company overview|our story|"
        "about our company|the organisation|the organization|about the organisation|about the organization|"
        "about our team|our team|the team|about the team"
    ),
    SectionKey.SUMMARY: (
        "the role|about the role|role summary|summary|job summary|position summary|overview|job description|the job|"
        "about the job|the position|about the position|position overview|role overview|the opportunity|description|"
        "job purpose|purpose|purpose of the role|the post|about this role|about the post|about the opportunity|"
        "about this job|about this position|about this opportunity"
    ),
    SectionKey.RESPONSIBILITIES: (
        "responsibilities|key responsibilities|duties|duties and responsibilities|roles and responsibilities|"
        "what you'll do|what you will do|what you'll be doing|your responsibilities|main duties|key duties|"
        "essential functions|job duties|essential duties|essential duties and responsibilities|day to day|"
        "in this role you will|your role|primary responsibilities|main responsibilities|core responsibilities|"
        "responsibilities include|accountabilities|what you'll own|what you will own|what you'll be responsible for|"
        "what the job involves|the work|your work|your tasks|key tasks"
    ),
    SectionKey.SUCCESS: (
        "what success looks like|success|success measures|how we measure success|your first year|goals|"
        "in your first year|outcomes|your first 90 days|what you will achieve|key results|performance goals"
    ),
    SectionKey.REQUIRED: (
        "requirements|qualifications|what you bring|required|required qualifications|minimum qualifications|"
        "must have|must-haves|must haves|who you are|about you|what we're looking for|what we are looking for|"
        "your profile|you have|experience|education and experience|required skills|essential|essential criteria|"
        "job requirements|basic qualifications|what you'll need|what you will need|what you need|your experience|"
        "required experience|qualifications and experience|skills and experience|skills and qualifications|"
        "education|person specification|experience and qualifications|requirements and qualifications|"
        "minimum requirements|the ideal candidate|ideal candidate|you bring|your background|who we're looking for|"
        "what you'll bring|what you will bring|what you bring to the table|what you'll bring to the table|"
        "what we need|what we need from you|what we expect|what we expect from you|what we ask of you|"
        "what you should have|what you should bring|to succeed in this role"
    ),
    SectionKey.PREFERRED: (
        "nice to have|nice to haves|nice-to-haves|preferred|preferred qualifications|good to have|desirable|bonus|"
        "bonus points|preferred skills|preferred experience|desired|desired skills|pluses|a plus|it's a plus if|"
        "desirable criteria|desired qualifications|additional qualifications"
    ),
    SectionKey.SKILLS: "skills|key skills|competencies|skills and abilities|knowledge and skills|core competencies",
    SectionKey.PAY: (
        "benefits|pay|pay and benefits|compensation|compensation and benefits|what we offer|perks|salary|"
        "salary and benefits|perks and benefits|benefits and perks|our benefits|we offer|why work with us|"
        "why join us|rewards|remuneration|package|what you get|what you'll get|why us|what's in it for you|"
        "benefits include"
    ),
    SectionKey.CONDITIONS: (
        "working conditions|work environment|conditions|physical requirements|physical demands|schedule|hours|travel|"
        "work schedule|working hours|working environment|work conditions|location and hours|hours and place|"
        "location|job location|work location"
    ),
    SectionKey.APPLY: (
        "how to apply|apply|application|to apply|application process|next steps|apply now|hiring process|"
        "our hiring process|the process|interested"
    ),
    SectionKey.EQUAL_OPPORTUNITY: (
        "equal opportunity|equal opportunities|eeo|eeo statement|equal employment opportunity|diversity|inclusion|"
        "diversity and inclusion|equal opportunity employer|equal opportunity statement|accommodation|accommodations|"
        "diversity, equity and inclusion|equal opportunities statement"
    ),
}
_KEYS = {words: key for key, spellings in _KNOWN.items() for words in spellings.split("|")}
# What a heading that nobody listed may be made of, "Required Knowledge, Skills & Abilities", by what it tells.
_MADE_OF = {
    "duty": "responsibilities|duties|accountabilities|tasks",
    "ability": "skills|knowledge|abilities|competencies",
    "asked": "qualifications|requirements|experience|education|expertise|attributes|credentials|training|background",
    "wished": "preferred|desired|desirable|additional|optional|bonus",
    "needed": "required|essential|minimum|basic|mandatory|necessary",
    "besides": "and|or|the|your|our|key|main|core|primary|principal|major|job|role|position|general|other|daily|work|"
    "professional|specific",
}
_TELLS = {word: kind for kind, words in _MADE_OF.items() for word in words.split("|")}
_FACT_LABELS = frozenset(
    [
        *["company", "salary", "pay", "compensation", "remuneration", "hours", "schedule", "travel"],
        *["location", "job location", "work location"],
    ]
)
_TITLE_LABELS = frozenset(("job title", "title", "position", "position title", "role", "post", "vacancy", "job"))
_ABOUT = re.compile(r"About (?:the |our )?[A-Z][\w'’&.-]*(?: [\w'’&.-]+){0,4}")
_MARKS = re.compile(r"^[^\w(]{0,8}|[^\w)]{0,8}$")
_INLINE = re.compile(r"[*_#\s]{0,6}([A-Za-z][A-Za-z'’ &/-]{2,40}?)[*_\s]{0,4}:[*_]{0,3}(?=\s+\S)")
# "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be assigned."
_FOLLOWING = re.compile(
    r"([A-Z][\w &/,'’-]{3,50}?),? (?i:includes?|are)(?i: but (?:are|is) not limited to)?(?i: the following)?"
    r"(?i:[.:]? ?(?:other duties (?:may|can) be assigned)?)[.:]?"
)
_SENTENCE_END = (".", ",", ";", "…", "。")


def _plain(line: str) -> str:
    return _MARKS.sub("", fold(line[: HEADING_LIMIT + 20])).replace("&", "and").replace("  ", " ").strip()


def heading_of(line: str, *, alone: bool, marked: bool = False) -> str | None:
    """Return the key of the section this line opens, or None where it is no heading.

    `alone`: a blank line stands beside it or a bullet follows, as with a heading of unknown words;
    `marked`: it was set as one, in bold or with hashes.
    """
    if (before := _FOLLOWING.fullmatch(line)) and is_known(before[1]):
        return _KEYS[_plain(before[1])]
    if len(line) > HEADING_LIMIT:
        return None
    if is_known(line):
        return _KEYS[_plain(line)]
    if line.endswith(_SENTENCE_END) or len(line.split()) > HEADING_WORDS or "@" in line or "://" in line:
        return None
    if key := _made_of_headings(line):
        return key
    if _ABOUT.fullmatch(line.rstrip(": ")):
        return _nearest(_plain(line)) or SectionKey.COMPANY
    shouted = line.isupper() and any(char.isalpha() for char in line) and len(line) > 3
    if alone and (marked or shouted or (line.endswith(":") and ":" not in line[:-1])):
        return _nearest(_plain(line)) or OTHER
    return None


def is_known(line: str) -> bool:
    """Whether the line is one of the headings postings use, whatever its marks."""
    return _plain(line) in _KEYS


def _made_of_headings(line: str) -> str | None:
    """Return the key of a heading made of headings' words alone, None of any other line."""
    words = [word for word in re.split(r"[\s,/()&-]+", _plain(line)) if word]
    kinds = {_TELLS.get(word, "other") for word in words}
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
    for size in range(min(len(parts), 4), 0, -1):
        for candidate in (" ".join(parts[:size]), " ".join(parts[-size:])):
            if len(candidate) > 3 and candidate in _KEYS:
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
