"""The name of the business, of a few words between marks: "Ops Manager, Alder Lifts", "dairy (Alder Cheese)".

The last that is looked at: what is beside a title may be what the post is over, of which there is a list of words.
"""

import re
from collections.abc import Iterator, Sequence

from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.places.gazetteer import is_large_town, is_town

from .bare_title import OF_A_TITLE
from .company_words import AN_AGENCY, FORM, GENERIC, NAME_ALONE, NO_NAME_BEGINS
from .folded_lines import FoldedLine
from .leftovers import is_leftover
from .place_words import A_SITE
from .wordlists import groups

_LINES = 6
_SENTENCES = 14
_NEAR_THE_TOP, _NEAR_THE_TITLE = 4, 2
_TITLE_LINE = 90
_LONGEST = 50
_MOST_WORDS = 6
_CUTS = re.compile(r"\s*[;|•·\n\t!?,(){}\[\]@]+\s*|\s+[–—-]+\s+|(?<!\b[A-Z])\.(?=\s|$)\s*|:\s+|\s+at\s+")
# What a post is over, of which a part of a title is made: "Night Shift", "Northern Region".
_FIELDS = frozenset(groups("company_words")["field of a post"])
# What a part of a business is called, behind what it makes: "Cheese Plant".
_PARTS_OF_IT = frozenset(
    {
        "plant",
        "division",
        "department",
        "region",
        "area",
        "team",
        "site",
        "unit",
        "shift",
        "shifts",
        "production",
        "programme",
        "program",
        "projects",
        "line",
    }
)
# What a part of a town or a building is called: "Manchester Northern Quarter", "Council Offices".
_PARTS_OF_A_TOWN = frozenset(
    (
        "quarter",
        "district",
        "quay",
        "docks",
        "offices",
        "building",
        "buildings",
        "wharf",
        "street",
        "road",
        "lane",
        "avenue",
    )
)
_OURS = frozenset({"our", "your", "we", "us", "you", "my", "their", "this", "what", "who", "how", "why"})
_WORD = re.compile(r"[^\W_]+")
_TEAM = re.compile(
    rf"\b[Tt]he (?P<name>{NAME_ALONE.pattern}) (?:team|family|crew|people|gang) "
    r"(?:is|are|has|have|wants?|needs?|keeps?|grows?)\b"
)
_CREW = re.compile(rf"\b[Jj]oin (?:us at |the |our )?(?P<name>{NAME_ALONE.pattern}) (?:crew|team|family|gang|people)\b")
_FIRM = re.compile(
    rf"\b(?:firm|business|company|shop|practice|charity|employer|start-?up|place),? (?P<name>{NAME_ALONE.pattern}),?"
    r" (?:is|are|needs?|wants?|seeks?|has|looking|makes?|sells?|does|runs?)\b"
)
_ASIDE = re.compile(
    rf"^(?P<name>{NAME_ALONE.pattern}), (?:part of|a|an|the|your|based|one of|home of)\b[^.;]{{3,80}}, (?:is|are|has|"
    rf"have|wishes|wish|"
    r"seeks?|needs?|wants?|invites?|requires?|would|runs?|makes?)\b"
)
CALL = re.compile(
    r"^\W*(?:(?:we(?:['’]re| are) |now |urgently |currently )?(?:hiring|recruiting)(?: now)?|(?:staff |help )?wanted|"
    r"job(?: vacancy| alert| "
    r"opening)?|vacancy|new (?:job|role|vacancy)|job of the week)\s*[!:–—-]+\s*",
    re.IGNORECASE,
)
_SORT = re.compile(rf"\b(?:an?|our|the) (?:[a-z][\w'’-]* ){{0,4}}[a-z][\w'’-]* \((?P<name>{NAME_ALONE.pattern})\)")
_POSTED = re.compile(
    r"^(?:posted|advertised|listed|offered|added|job|advert)(?: \w+)? by:? (?P<name>\S.*)$", re.IGNORECASE
)
_LOGO = re.compile(
    r"^(?:company )?logo (?:for|of),? (?P<name>\S.*?)\.?$|^(?P<before>\S.*?) (?:company )?logo$", re.IGNORECASE
)
_FIRST_WITH_FORM = re.compile(
    rf"(?:^|[?!:.] )(?P<name>{NAME_ALONE.pattern}(?!, Co\.? [A-Z])(?:,? {FORM}| & Co\b\.?))"
    r"(?=[,.;!]| [a-z(–—-]|(?<=\.) |$)"
)
_LOOKING = re.compile(
    r"^\W*(?P<name>[a-z\d][\w&'’.-]{2,25}(?: (?:& |and )?[a-z][\w&'’.-]{1,20}){0,3}?) (?:is|are) (?:now |currently |"
    r"also )?"
    r"(?:looking for|hiring|recruiting|seeking|after|searching for|on the hunt)\b"
)


def of_posted_by(folded_lines: Sequence[FoldedLine]) -> str:
    """Return the name that a board gives beside its own words: "Posted by Alder Nurseries", "Alder Foods logo"."""
    for folded_line in folded_lines[:_LINES]:
        if (match := _POSTED.match(folded_line.text) or _LOGO.match(folded_line.text)) and len(folded_line.text) < 90:
            name = next(name for name in match.groupdict().values() if name)
            if NAME_ALONE.fullmatch(name := name.strip(" .")) and not OF_A_TITLE.search(name):
                return name
    return ""


def of_name_fragments(folded_lines: Sequence[FoldedLine], *, whose: bool) -> str:
    """Return the name that a part of the first lines is; `whose` is whether the text speaks for the business itself."""
    for folded_line in folded_lines[:_SENTENCES]:
        if folded_line.heading:
            continue
        for expression in (_TEAM, _CREW, _FIRM, _ASIDE, _SORT, _FIRST_WITH_FORM) if whose else ():
            if (match := expression.search(folded_line.text[:400])) and _is_name(match["name"], folded_lines):
                return match["name"].strip(" ,")
    for folded_line in folded_lines[:_LINES]:
        if (match := _LOOKING.match(folded_line.text)) and whose and _is_name(match["name"], folded_lines):
            return match["name"]
    if not whose:
        return ""
    if name := _above_the_title(folded_lines):
        return name
    for folded_line in folded_lines[:_LINES]:
        if not folded_line.heading and OF_A_TITLE.search(folded_line.text[:160]):
            names = _beside_the_title(folded_line.text[:160])
            if name := next((name for name in names if _is_name(name, folded_lines)), ""):
                return name
    return ""


def _above_the_title(folded_lines: Sequence[FoldedLine]) -> str:
    """The name that is all of a line near that of the title, or of its first part, before a place."""
    head = [each for each in folded_lines[:_LINES] if each.text and not is_leftover(each.text)]
    titled = [
        number for number, each in enumerate(head) if OF_A_TITLE.search(each.text) and len(each.text) <= _TITLE_LINE
    ]
    for number, folded_line in enumerate(head[:_NEAR_THE_TOP]):
        line = CALL.sub("", folded_line.text).strip(
            " *_!.\"'" if not re.search(rf" {FORM}\Z", folded_line.text) else " *_!"
        )
        parts = [part for part in re.split(r"\s*[,|•·]\s*|\s+[–—-]\s+|(?<=[a-z]{3})\. ", line) if part]
        if (
            not parts
            or len(parts[0].split()) < 2
            or not NAME_ALONE.fullmatch(parts[0])
            or not _is_name(parts[0], folded_lines)
        ):
            continue
        near = any(abs(each - number) <= _NEAR_THE_TITLE for each in titled)
        if (len(parts) == 1 and near and not line.isupper()) or any(read_place(part).places for part in parts[1:3]):
            return parts[0]
    return ""


def _beside_the_title(text: str) -> Iterator[str]:
    """Yield the names right behind or before the title of a line."""
    parts = [part.strip(" *_\"'–—-") for part in _CUTS.split(text)]
    titles = [number for number, part in enumerate(parts) if OF_A_TITLE.search(part)]
    if not titles or len(text.split()) > 22:
        return
    at = titles[-1] if titles[-1] - titles[0] <= 1 else titles[0]
    behind = at + 1
    while behind < len(parts) - 1 and all(word in _FIELDS for word in _WORD.findall(fold(parts[behind]))):
        behind += 1
    for number in (behind, titles[0] - 1):
        part = parts[number] if 0 <= number < len(parts) else ""
        named = NAME_ALONE.fullmatch(part) or (text == text.lower() and 1 < len(part.split()) <= 4)
        if part and named and len(part.split()) > 1:
            yield part


def _is_name(name: str, folded_lines: Sequence[FoldedLine]) -> bool:
    """Whether words may be a firm's name: no place, no field of a post, no sort of business alone."""
    name = name.strip(" ,.")
    words = [word for word in _WORD.findall(fold(name)) if word not in ("the", "and", "of", "for")]
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS or OF_A_TITLE.search(name) or is_leftover(name):
        return False
    if words[0] in NO_NAME_BEGINS or any(word.isdigit() for word in words) or A_SITE.fullmatch(fold(name)):
        return False
    if all(word in GENERIC or word in _FIELDS or is_large_town(word) for word in words):
        return False
    if (
        not _OURS.isdisjoint(words)
        or AN_AGENCY.search(name)
        or words[-1] in _PARTS_OF_IT
        or words[-1] in _PARTS_OF_A_TOWN
        or (words[0] in _FIELDS and words[-1] in _FIELDS)
    ):
        return False
    described = re.compile(
        rf"\b[Aa]n? {re.escape(name[0])}{re.escape(name[1:].lower())}\b|\b{re.escape(name.lower())}\b"
    )
    if not name.islower() and any(described.search(folded_line.text) for folded_line in folded_lines):
        return False  # "English Language School", of a text with "an English language school"
    if re.search(rf" {FORM}\Z", name):
        return True
    read = read_place(name)
    return not (read.places or read.choices or read.remote) and not is_town(name)
