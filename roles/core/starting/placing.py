"""Where a piece of an old text goes: an answer that is printed as typed, or a section of the posting."""

import re
from collections.abc import Sequence

from roles.core.limits import Purpose, SectionKey
from roles.core.money.words import SIGNS
from roles.core.reading import LineKind

from .equality import is_of_equality
from .pieces import Part, Piece, is_condition
from .times import is_of_times
from .words import words_of

# What a section of a text is for, by its key.
NATURAL = {
    SectionKey.OPENING: Purpose.SUMMARY,
    SectionKey.COMPANY: Purpose.COMPANY,
    SectionKey.SUMMARY: Purpose.SUMMARY,
    SectionKey.RESPONSIBILITIES: Purpose.DUTIES,
    SectionKey.SUCCESS: Purpose.MEASURES,
    SectionKey.REQUIRED: Purpose.REQUIRED,
    SectionKey.PREFERRED: Purpose.PREFERRED,
    SectionKey.SKILLS: Purpose.REQUIRED,
    SectionKey.PAY: Purpose.PAY,
    SectionKey.CONDITIONS: Purpose.CONDITIONS,
    SectionKey.APPLY: Purpose.APPLY,
    SectionKey.EQUAL_OPPORTUNITY: Purpose.EQUAL_OPPORTUNITY,
}
_BY_KIND = {
    LineKind.DUTY: ("own_duties", Purpose.DUTIES),
    LineKind.PREFERRED: ("own_preferred", Purpose.PREFERRED),
    LineKind.SUCCESS: ("", Purpose.MEASURES),
    LineKind.BENEFITS: ("benefits", Purpose.PAY),
    LineKind.CONDITIONS: ("conditions", Purpose.CONDITIONS),
    LineKind.FACT: ("conditions", Purpose.CONDITIONS),
    LineKind.EQUAL_OPPORTUNITY: ("equal_opportunity", Purpose.EQUAL_OPPORTUNITY),
}
_WHY_NOW = re.compile(
    r"\b(?:stepping (?:back|down|away)|retir(?:es?|ed|ing)|newly created|new(?:ly)? (?:role|position|post)|"
    r"has (?:left|moved on)|take the reins|first (?:operations|director)|handing over|wants? me out|right now)\b",
    re.I,
)
_US = re.compile(r"(?:we|our (?!new |next )|us|founded|established|since (?:18|19|20)\d\d|family[- ]owned)\b", re.I)
CULTURE = re.compile(r"\b(?:values?|culture|how we work|way we work|principles|beliefs?)\b", re.I)
_PRACTICE = re.compile(
    r"\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bonce a (?:week|month|quarter) we\b", re.I
)
_GIVEN = re.compile(
    r"\b(?:weeks?'? (?:of )?(?:vacation|holiday|leave)|days'? (?:of )?(?:holiday|pto|leave|vacation)|"
    r"health (?:and|&|insurance)|dental|pension|401\(?k\)?|paid time off|medical)\b",
    re.I,
)
_TARGET = re.compile(
    r"(?:\bfrom\b.{0,20}\d.{0,20}\bto\b.{0,8}\d|\bwant\b.{0,30}\d|"
    r"\d+ (?:of|out of) \d+\b.{0,60}\d+ (?:of|out of) \d+|"
    r"\bready (?:for|by)\b.{0,30}20\d\d)",
    re.I,
)
_ASKS = re.compile(r"(?:experience|education|qualifications?|skills?|degree|licen[cs]e)\s*:", re.I)
_RUNS = re.compile(
    r"\b(?:reports? to|runs?|leads?|manage|looking (?:for|4)|the (?:director|role|position|post)|"
    r"you (?:will|are|would))\b",
    re.I,
)
# Of which one shows more than that a text is about the post.
_POST = re.compile(
    r"\byou(?:['’]\w+|r)?\b|\blooking (?:for|4)\b|\bseek(?:ing)?\b|"
    r"\b(?:the|this) (?:director|operations|role|position|post)\b|"
    r"\bopportunity\b|\bappoint\b|\breports? to\b|\b(?:need|want|hiring) (?:an?|one|some)\b|"
    r"\bposting\b|\b(?:need|want|hiring) some(?:one|body)\b",
    re.I,
)
# What is stated of something that only the sentence before names: "the person who gets that to 95%".
_REFERS = re.compile(
    r"\b(?:gets?|takes?|turns?|brings?|owns?|fix(?:es)?|change|does?|runs?) (?:that|this|it|them)\b|^(?:that|this|"
    r"both)\b",
    re.I,
)
_REPORTING = re.compile(
    r"(?:(?:you|the (?:role|position|post|director))(?:'ll|’ll| will)? )?report(?:s|ing)? to\b", re.I
)
_EMPLOYMENT = re.compile(r"(?:permanent|full[- ]time|part[- ]time|fixed[- ]term)\b[^.!?]{0,50}", re.I)
_MUST = re.compile(r"must (?:have|hold|be (?:able|willing|licen|authori|legally|eligible))\b", re.I)
_LACKS = re.compile(r"(?:nobody|no[ -]one|nothing)\b", re.I)
# A line on pay, whatever list it is below.
_PAID = re.compile(r"(?:salary|pay|wages?|compensation|package|remuneration)\s*:", re.I)
_LABELLED = re.compile(r"[A-Z][\w /]{2,24}: \S.{0,60}(?<![.!?])")
_LOOSE = frozenset(
    {LineKind.SUMMARY, LineKind.OTHER, LineKind.ABOUT, LineKind.BENEFITS, LineKind.CONDITIONS, LineKind.APPLY}
)
_TERMS = re.compile(
    r"^(?:strictly )?no (?:recruitment )?(?:agencies|recruiters)\b|\bprobation(?:ary)? period\b|\bright to work\b|"
    r"\bworking rights\b|\bentitled to work\b|\bon[- ]call\b|\bbe screened\b|^hours (?:are|of work)\b|"
    r"^(?:some )?(?:evenings?|weekends?|early mornings?)\b|\bwork(?:ing)? (?:some )?(?:evenings|weekends)\b",
    re.I,
)
_HIRING = re.compile(
    r"\binterview(?:s|ed|ing)\b|\bshort-?list|\bvetting\b|\bpanel may be formed\b|"
    r"^closing date\b|\bconfidential chat\b|"
    r"\benquiries\b|\bscreen applicants\b|\bwe thank all applicants\b|\breference checks\b",
    re.I,
)
_GIVES = re.compile(
    r"^benefits include\b|\b(?:health insurance|annual leave|vacation|pto|pension|dental|401\(?k\)?|sick pay|stipend|"
    r"rrsp|bank holidays?|mileage|childcare|bonus|medical|allowance|tuition assistance|parental leave)\b|[%"
    rf"{SIGNS}]",
    re.I,
)
_LIST = 2  # things given that make a sentence a list of benefits
_WORDS = 4
_VERB = re.compile(r"\b(?:are|is|be|will|must|has|have|do|does|should|call|forward|send|apply|confidential)\b", re.I)
_WHY_US = re.compile(r"\bwhy (?:join|work|us)\b|\bwhy\b.{0,20}\bus\b", re.I)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")


_SURELY = (
    (
        "own_preferred",
        Purpose.PREFERRED,
        re.compile(
            r"\b(?:would|'d) be (?:great|welcome|nice|useful|helpful|handy|ideal|good|an advantage|a plus|a bonus)\b|"
            r"\b(?:helps|is useful|is handy)\b.{0,40}\bbut\b|^(?:nice|good|great) to have\b",
            re.I,
        ),
    ),
    ("", Purpose.SUMMARY, re.compile(r"you (?:don't|do not|won't|will not) need\b", re.I)),
    (
        "own_required",
        Purpose.REQUIRED,
        re.compile(
            r"(?:must|you(?:'ve| have| need|'ll have| will have| should have)|(?:at least |minimum (?:of )?)?\d+\+? "
            r"(?:years|yrs)|(?:proven |solid |some )?experience (?:of|in|with)|able to)\b(?! (?:a|an|the) team of)",
            re.I,
        ),
    ),
    (
        "own_duties",
        Purpose.DUTIES,
        re.compile(
            r"you(?:'d|'ll| will| would) (?:also )?(?!have\b|need\b|be (?:based|able|paid|working)|answer to|"
            r"report|work "
            r"(?:with|from|mon)|join|get\b|love)\w+",
            re.I,
        ),
    ),
)
_SOUGHT = re.compile(r"we(?: are|'re)? (?:now )?(?:need|want|looking for|hiring|seeking) (?:an?|one|some|the)", re.I)
_HOLS = re.compile(r"\b(?:hols?|holidays?|leave|pension|pto|super|bonus|allowance)\b", re.I)
_FEW = 12


def surely(text: str) -> tuple[str, Purpose] | None:
    """Return (answer, purpose) of a sentence whose own words tell what it is for, wherever it is."""
    plain = text.replace("’", "'")
    if _MUST.match(plain):
        return "own_required", Purpose.REQUIRED
    if place := _by_own_words(text, LineKind.SUMMARY) or (is_condition(plain) and _BY_KIND[LineKind.CONDITIONS]):
        return place
    for field, purpose, words in _SURELY:
        if words.search(plain) if field == "own_preferred" else words.match(plain):
            return field, purpose
    if _SOUGHT.match(plain):
        return "", Purpose.SUMMARY
    if len(plain.split()) > _FEW:
        return None
    if _HOLS.search(plain):
        return "benefits", Purpose.PAY
    return ("conditions", Purpose.CONDITIONS) if is_of_times(plain) else None


def place_of(piece: Piece, company: str, *, notes: bool) -> tuple[str, Purpose]:
    """Return (answer, purpose) of the place for a piece; the answer is "" where none holds such words.

    `notes` is whether the text has no headings, so that each line states itself what it is.
    """
    text, kind = piece.text, piece.asked or piece.kind
    if piece.part is Part.TAIL:
        return _BY_KIND[kind]
    if notes and piece.heading and not piece.bullet and (sure := surely(text)):
        return sure
    loose = kind in _LOOSE or (kind is LineKind.FACT and not piece.whole.startswith(text))
    if (loose and not piece.bullet) and (place := _by_own_words(text, kind)):
        return place
    if kind is LineKind.BENEFITS and not piece.bullet and _is_sentence(text) and not _GIVES.search(text):
        return _by_its_words(piece, company, notes=notes)
    if kind is LineKind.BENEFITS and _WHY_US.search(piece.heading) and _US.match(piece.whole):
        return "about", Purpose.COMPANY
    if kind is LineKind.SKILL and is_condition(text):
        return "conditions", Purpose.CONDITIONS
    if _PAID.match(piece.whole) and kind in (LineKind.FACT, LineKind.REQUIRED, LineKind.PREFERRED, LineKind.DUTY):
        return "benefits", Purpose.PAY
    if kind is not LineKind.CONDITIONS and not piece.asked and _EMPLOYMENT.fullmatch(text):
        return "conditions", Purpose.CONDITIONS
    if kind is LineKind.DUTY and not piece.bullet and _REPORTING.match(text):
        return "", Purpose.SUMMARY
    if kind in (LineKind.REQUIRED, LineKind.SKILL) and _SURELY[0][2].search(text.replace("’", "'")):
        return "own_preferred", Purpose.PREFERRED
    if kind in (LineKind.REQUIRED, LineKind.SKILL):
        return "own_required", Purpose.REQUIRED
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if kind is LineKind.APPLY:
        return ("hiring_steps", Purpose.STEPS) if piece.bullet else ("", Purpose.APPLY)
    if kind is LineKind.ABOUT:
        return ("culture", Purpose.CULTURE) if CULTURE.search(piece.heading) else ("about", Purpose.COMPANY)
    if kind is LineKind.OTHER and piece.heading:
        if CULTURE.search(piece.heading):
            return "culture", Purpose.CULTURE
        return "", Purpose.OTHER
    return _by_its_words(piece, company, notes=notes)


def _by_its_words(piece: Piece, company: str, *, notes: bool) -> tuple[str, Purpose]:
    """Where a line goes that is below no heading that decides."""
    text = piece.text
    if notes and (sure := surely(text)):
        return sure
    if is_condition(text) or piece.part is Part.SEGMENT:
        return "conditions", Purpose.CONDITIONS
    if _PRACTICE.search(text):
        return "culture", Purpose.CULTURE
    if notes and _ASKS.match(text):
        return "own_required", Purpose.REQUIRED
    if notes and _LACKS.match(piece.whole):
        return "why_now", Purpose.SUMMARY
    if notes and _TARGET.search(piece.whole):
        return "", Purpose.MEASURES
    if notes and _first_word(text) in words_of("verbs"):
        return "own_duties", Purpose.DUTIES
    if notes and _GIVEN.search(text):
        return "benefits", Purpose.PAY
    if piece.kind in (LineKind.BENEFITS, LineKind.CONDITIONS) and is_of_times(text):
        return "conditions", Purpose.CONDITIONS
    if _LABELLED.fullmatch(text) or _EMPLOYMENT.fullmatch(text):
        return "conditions", Purpose.CONDITIONS  # "Department: Operations" is no sentence on the post
    if piece.section != SectionKey.OPENING and piece.heading:
        return "", Purpose.SUMMARY  # below a heading her paragraph stays whole
    if notes and _WHY_NOW.search(text) and not _RUNS.match(text):
        return "why_now", Purpose.SUMMARY
    if _is_of_the_business(text, company):
        return "about", Purpose.COMPANY
    if notes and _DIGIT.search(text) and not _RUNS.search(text):
        return "about", Purpose.COMPANY
    return "", Purpose.SUMMARY


def whole_paragraphs(pieces: Sequence[Piece], company: str) -> dict[int, tuple[str, Purpose]]:
    """Return where each sentence of a paragraph of the opening goes, by the number of its piece.

    A paragraph that begins with the business is about it up to the first sentence on the post, and on the post from
    there; one that begins otherwise stays with the post.
    """
    places: dict[int, tuple[str, Purpose]] = {}
    item, about = -1, False
    for number, piece in enumerate(pieces):
        if piece.section != SectionKey.OPENING or piece.kind is not LineKind.SUMMARY or piece.bullet:
            continue
        if piece.item != item:
            item, about = piece.item, _is_of_the_business(piece.text, company)
        about = about and (not _POST.search(piece.text) or bool(_REFERS.search(piece.text)))
        places[number] = ("about", Purpose.COMPANY) if about else ("", Purpose.SUMMARY)
    return places


def _is_of_the_business(text: str, company: str) -> bool:
    """Whether a sentence begins with the business and does not go on to the post."""
    names = company.casefold().split()[:2]
    words = text.casefold().replace("we are ", "").split()
    short = bool(names) and names[0] not in ("the", "a") and words[:1] == names[:1]  # "Alder" of "Alder Foods Ltd"
    named = bool(names) and (words[: len(names)] == names or short)
    return (named or bool(_US.match(text))) and not _POST.search(text)


def _by_own_words(text: str, kind: LineKind) -> tuple[str, Purpose] | None:
    """Where a sentence goes whatever is above it: one on the terms, on hiring, on equality, or a list of benefits."""
    if is_of_equality(text):
        return "equal_opportunity", Purpose.EQUAL_OPPORTUNITY
    if _TERMS.search(text) and (text.endswith(".") or kind is not LineKind.BENEFITS):
        return "conditions", Purpose.CONDITIONS
    if _HIRING.search(text):
        return "", Purpose.APPLY
    if kind is not LineKind.ABOUT and len({match[0].lower() for match in _GIVES.finditer(text)}) >= _LIST:
        return "benefits", Purpose.PAY
    return None


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _WORDS and text.endswith((".", "!")) and bool(_VERB.search(text))


def _first_word(text: str) -> str:
    match = _WORD.match(text.lower())
    return match[0] if match else ""
