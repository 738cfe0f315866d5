"""The title alone, of a line or a sentence that holds more: the business, the place, the hours, a reference.

"Director of Operations – Northline Dental", "OPERATIONS DIRECTOR (Print), Dublin", "Alder seeks a Head of Operations".
"""

import re
from collections.abc import Sequence

from roles.core.money.words import SIGNS
from roles.core.places import read_place
from roles.core.places.gazetteer import is_town

from .folded_lines import FoldedLine
from .leftovers import is_leftover

# Words that a title has, and the name of a business hardly ever.
OF_A_TITLE = re.compile(
    r"\b(?:director|manager|mgr|(?<!\d )gm(?!/)|"
    r"head of|head(?= ?[,–—-] )|lead(?:er)?|officer|(?:operations?|ops|plant|branch|unit|"
    r"factory|warehouse|supply chain) head|coo|ceo|vp|co-?ordinator|supervisor|"
    r"foreman|foreperson|"
    r"administrator|assistant|president|[as]?[ae]?vp|[ad]gm|"
    r"operations (?:director|manager|lead)|director of operations|chief|superintendent|"
    r"specialist|analyst|engineer|executive|"
    r"betriebsleiter\w*|geschäftsführer\w*|directeur|directrice|directora?|responsable|gerente|direttore|leiter\w*|"
    r"\w{0,12}leitung|ops)\b",
    re.IGNORECASE,
)
_WORK = re.compile(r"\b(?:operat\w*|ops|opérations|operaciones|betrieb\w*)\b|\bcoo\b", re.IGNORECASE)
# The mark of all genders that belongs to a title: "(m/w/d)", "(F/H)".
_GENDERS = re.compile(r"\s?\((?:[a-zA-Z*](?:\s?[/|]\s?[a-zA-Z*]){1,3}|(?:all|alle) \w{3,12})\)")
# A part in brackets is no title, nor is a share of a week: "80–100 %".
_BRACKETS = re.compile(r"\s*[(\[{][^()\[\]{}]{0,80}[)\]}]|\s+\d{1,3}\s?%?\s?[-–]\s?\d{1,3}\s?%")
_LABEL_BEFORE = re.compile(r"^(?:(?:job|position|role|post|vacancy) title|title|vacancy)\s+(?=\S)", re.IGNORECASE)
_PAGE_BEHIND = re.compile(r"\s+(?:job post(?:ing)?|job description|job ad(?:vert)?|vacancy)$", re.IGNORECASE)
_BETWEEN = re.compile(
    # "Leiter:in" is one word, "Operations / General Manager" one title.
    r"\s*(?:[·•|\t!;@]|:(?!in\b))+\s*|\s+[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+\s+|\s+[–—-]+\s+|\s*[–—]\s*|,\s+|"
    r"(?<=\w{3})\.\s+|"
    r"\s+/\s+(?![^/]{0,40}\b(?i:manager|direct|lead|officer|supervisor|leit|responsable|gerente|head of|chief|"
    r"coo\b|foreman|superintendent|vp\b|president))|"
    r"\s+(?:[Aa]t|[Ww]ith|[Ff]or|[Ii]n|bei|chez|based) (?=[A-Z])"
)
_ANNOUNCED = re.compile(
    r"^.*\b(?:wants?|seeks?|seeking|needs?|hiring(?: now)?|looking for|recruiting|requires?|position of|post of|"
    r"role of|opening for|vacancy for|"
    r"wanted|on the (?:lookout|hunt)|"
    r"advertis(?:e|ing) for|(?:ad|advert) for|join [^.;!?]{2,50} as)"
    r"(?: for)?(?: (?:an?|our|the|its))?(?: (?:new|next|experienced))*\W+",
    re.IGNORECASE,
)
_HOURS_BEFORE = re.compile(r"^(?:(?:permanent|full[ -]?time|part[ -]?time|remote|hybrid),? )+", re.IGNORECASE)
_HOURS_BEHIND = re.compile(
    r"\s+(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%|(?:in )?(?:vollzeit|teilzeit)|(?:wanted|needed|required)\b.*|"
    r"(?:full|part)[ -]?time)$",
    re.IGNORECASE,
)
# "Director of Operations for growing trucking company": all of the title is before it.
_FOR_WHOM = re.compile(r"\s+(?:for|at|with) (?=[a-z])")
# "Operations Manager to join our growing team"
_TO_DO = re.compile(
    r"\s+to (?:join|lead|run|help|manage|head|look after|take|oversee)\b.*$|"
    r"\s+I (?:think|guess|suppose)\b.*$",
    re.IGNORECASE,
)
_MARKS_BEHIND = re.compile(r"(?:\s+[^\w\s()\[\]]+)+$")
_SMALL_END = re.compile(r"\s+(?:in|at|for|to|with|who|will|is|and|of)$", re.IGNORECASE)
# What the post is over, behind a dash: "Operations Manager – Lettings and Maintenance".
_FIELD = (
    r"(?:lettings|maintenance|production|logistics|warehous(?:e|ing)|retail|(?:cold |self )?storage|transport|fleet|"
    r"catering|events|facilities|manufacturing|supply chain|distribution|fulfil?lment|customer (?:service|care)|"
    r"repairs|property|hospitality|clinical|field service|services?|installations?|packaging|dispatch|"
    r"purchasing|stores|workshop|bakery|kitchens?|online|wholesale|cleaning|security|housekeeping|nights?|days?|"
    r"quality|safety|"
    r"\w{0,20}(?:fertigung|produktion|logistik|einkauf|montage|tischlerei|schreinerei|bäckerei|küchenbau|technik))"
)
_FIELDS = re.compile(rf"\s*[–—-]\s*(?:{_FIELD}(?:\s*(?:,|&|\+|and|und)\s*)?){{1,4}}(?=$|\s*[,(|–—•·])", re.IGNORECASE)
# The titles this portal is about, and their neighbours, in the middle of a sentence.
_KNOWN = re.compile(
    r"(?:(?:(?<=^)|(?<=\ba )|(?<=\ban ))"
    r"(?!(?:an?|our|the|we|as|this|new|wanted|needed|experienced|hiring|title|position|role|job|full|part)\b)"
    r"[A-Z][\w'-]{2,20} |"
    r"\b(?i:(?:senior|deputy|depute|associate|assistant|regional|interim|acting|group)) |\b)"
    r"(?:(?i:vp|coo|ceo|gm|general manager|managing director) ?/ ?)?(?i:operations director|"
    r"(?:vp|[sea]vp|vice president|[ad]gm|gm)(?: of |,? | ?[–-] )(?:operations|ops)|"
    r"(?:general|executive|senior|group) manager(?::|,| of| [–-]) (?:operations|ops)|"
    r"director of (?:\w+ (?:and|&) )?(?:operations|ops)|director,? operations|operation (?:manager|director)|"
    r"head of (?:operations|ops)|ops director|"
    r"(?:operations|ops)(?: (?:and|&) \w{3,20})?(?: team)? (?:mana?ger|leader|lead|director|co-?ordinator|supervisor|"
    r"foreman(?:/manager)?|person|all-rounder|superintendent|head|officer)|chief operating officer)\b"
)
# "The title will be General Manager, Yard Operations."
_CALLED = re.compile(
    r"\b(?i:(?:job |post )?title|the (?:job|post|position|role)) (?:will be|is) (?:an? |the |that of )?"
    r"(?P<title>[A-Z][^.;:!?()]{4,60})"
)
# "hand the day to day over to a general manager": any title, behind words on who is sought.
_SOUGHT = re.compile(
    r"\b(?i:(?:as|be|become|need|needs|want|wants|wanting|after|looking for|hiring|seeking|seek|over to|"
    r"searching for|meet|requires?|recruit|opening for|vacancy for|invites applications for|the services of|"
    r"find|finding|join us as|recruiting|appoint|appointing)) (?i:an?|our|the|their|its) "
    r"(?:(?i:new|next|first|full-time|part-time|permanent|experienced|good|proper|steady|hands-on|second|real) )*"
    r"(?P<title>(?:[\w&-]{2,20} ){0,2}(?i:manager|director|co-?ordinator|supervisor|foreman|"
    r"administrator)(?: of [\w]+|,? (?:[A-Z]\w+ )?Operations\b)?|(?:fractional |part-time )?(?:COO|GM)(?!['’]))\b"
)
# Pay or a place that is glued to a title: "Operations Manager £45,000 Leeds".
_GLUED = re.compile(
    rf"\s+(?:(?:up to|from|circa|c\.?|paying|around|at|to)\s+)?(?:[{SIGNS}]\s?\d|"
    rf"(?:[A-Z]{{2,3}}\s?)?\d{{2,3}}\s?[kK]\b)"
)
# "GM needed, Alder Boatyard, Bangor ME.", "ops mgr for small roastery": the first words of a text.
_FIRST_WORDS = re.compile(
    r"\W*(?P<title>(?:[\w&'-]{2,20} ){0,3}?(?i:gm|coo|manager|mgr|director|supervisor|co-?ordinator|foreman)"
    r"(?: of operations)?)(?= (?i:needed|wanted|required|sought|for|at)\b)"
)
_NOT_ITS_OWN = re.compile(
    r"\b(?:report(?:s|ing)?|answers?|accountable|responsible)(?: directly)? to (?:the |our |an? )?$"
)
# The first line of a text that is a greeting or a firm's name is no title.
NO_TITLE = re.compile(
    r"^(?:hi|hiya|hello|hey|dear|aloha|greetings|namaste|about (?!the (?:job|role)\b)|good (?:morning|day|"
    r"evening))\b|\b(?:ltd|limited|llc|inc|gmbh|plc|pty|corp)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 10
_LABELLED = re.compile(r"[A-Z][\w /-]{2,24}: (?=\S)")
_OF_A_FORM = 70
_LINES_ABOVE = 5
# A short line that ends with a title, below a name and a place: "studio & events manager".
_TITLE_ALONE = re.compile(
    r"(?!(?:reports?|reporting|managed|responsible|contact|our|your|about|the)\b)(?:[\w'&-]{1,20} ){1,4}"
    r"(?:manager|director|supervisor|co-?ordinator|leader|lead|foreman)",
    re.IGNORECASE,
)


def bare_title(line: str) -> str:
    """Return the title in a line that bears one, in the line's own words; the line where no part of it is one."""
    if not OF_A_TITLE.search(line):
        return line
    spans = _parts(line)
    for number, (start, end) in enumerate(spans):
        if not OF_A_TITLE.search(line, start, end):
            continue
        start, end = _trimmed(line, start, end)
        if not OF_A_TITLE.search(line, start, end):
            continue
        if not _WORK.search(line, start, end) and number + 1 < len(spans):
            # "Director, Operations and Logistics": what is behind the mark is the rest of the title.
            following = spans[number + 1]
            if _WORK.search(line, *following) and not OF_A_TITLE.search(line, *following):
                end = _trimmed(line, *following)[1]
        if genders := _GENDERS.match(line, end):
            end = genders.end()
        if fields := _FIELDS.match(line, end):
            end = fields.end()
        return line[start:end]
    return line


def title_in_text(folded_lines: Sequence[FoldedLine]) -> str:
    """Return the title that a text's first lines or sentences name, "" for none: "seeks an Operations Director".

    The subject of a mail and other words of a page come last.
    """
    rows = bool(folded_lines) and "\t" in folded_lines[0].text  # a table of facts over it
    below = [each for each in folded_lines if not (_is_fact(each) or (rows and "\t" in each.text))]
    looked_at = sorted(below[:_LOOKED_AT], key=lambda each: is_leftover(each.text))
    for folded_line in looked_at:
        if (called := _CALLED.search(folded_line.text[:600])) and OF_A_TITLE.search(called["title"]):
            return bare_title(called["title"])
    for folded_line in looked_at:
        for match in _KNOWN.finditer(folded_line.text[:600]):
            if not _NOT_ITS_OWN.search(folded_line.folded, max(0, match.start() - 40), match.start()):
                return match[0]
    if looked_at and (first := _FIRST_WORDS.match(looked_at[0].text)):
        return first["title"]
    for folded_line in looked_at:
        for match in _SOUGHT.finditer(folded_line.text[:600]):
            if not _NOT_ITS_OWN.search(folded_line.folded, max(0, match.start("title") - 40), match.start("title")):
                return match["title"]
    return next(
        (bare_title(each.text) for each in folded_lines[1:_LINES_ABOVE] if _TITLE_ALONE.fullmatch(each.text)), ""
    )


def _is_fact(folded_line: FoldedLine) -> bool:
    """Whether a line is one of a form, and on anything but the title: "Grade: 8c"."""
    short = len(folded_line.text) < _OF_A_FORM
    return short and bool(_LABELLED.match(folded_line.text)) and not OF_A_TITLE.search(folded_line.text)


def _parts(line: str) -> list[tuple[int, int]]:
    """The spans of a line's parts; what is in brackets is none of them."""
    spans, start = [], 0
    cuts = sorted(
        (*(match.span() for match in _BRACKETS.finditer(line)), *(match.span() for match in _BETWEEN.finditer(line)))
    )
    for cut, behind in cuts:
        if cut >= start:
            spans.append((start, cut))
        start = max(start, behind)
    spans.append((start, len(line)))
    return [(begin, end) for begin, end in spans if line[begin:end].strip()]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """A part's span without what announces the title, and without the hours beside it."""
    for expression in (_PAGE_BEHIND, _TO_DO, _HOURS_BEHIND, _MARKS_BEHIND, _SMALL_END):
        if match := expression.search(line[start:end]):
            end = start + match.start()
    for expression in (_LABEL_BEFORE, _ANNOUNCED, _HOURS_BEFORE):
        if (match := expression.match(line[start:end])) and OF_A_TITLE.search(line, start + match.end(), end):
            start += match.end()
    if (match := _FOR_WHOM.search(line, start, end)) and _WORK.search(line, start, match.start()):
        end = match.start()
    if (glued := _GLUED.search(line, start, end)) and OF_A_TITLE.search(line, start, glued.start()):
        end = glued.start()
    end = _before_a_place(line, start, end)
    while start < end and not (line[start].isalnum() or line[start] == "("):
        start += 1
    while end > start and not (line[end - 1].isalnum() or line[end - 1] in ")*"):
        end -= 1
    return start, end


def _before_a_place(line: str, start: int, end: int) -> int:
    """Where a title ends before a town right behind it: "Operations Director Dublin"."""
    named = (*_WORK.finditer(line, start, end), *OF_A_TITLE.finditer(line, start, end))
    last = max(match.end() for match in named)
    name = line[last:end].strip()
    if not name or not name[0].isupper() or not (is_town(name) or is_town(name.rpartition(" ")[0])):
        return end
    read = read_place(name)
    return last if read.places or read.choices else end
