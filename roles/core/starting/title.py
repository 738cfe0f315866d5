"""Which of the titles an old text is for: the one it bears, else the one its duties lean to."""

import re
from collections.abc import Iterable

from roles.core import review
from roles.core.compose.template import RoleTemplate
from roles.core.document import Focus
from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.reading import PostingRead
from roles.core.review.reading import document_of

from .calm import quiet

BY_TITLE = "Your text uses this title."
NEAREST = "It is the closest to the title in your text."
BY_DUTIES = "Its duties are more about {} work."
_OF_A_TITLE = {
    Focus.STRATEGIC: re.compile(
        r"\b(?:operations|ops) director\b|\bdirector,? operations\b|\bcoo\b|\bchief operating officer\b"
    ),
    Focus.OPERATIONAL: re.compile(r"\bdirector of (?:\w+ ){0,2}(?:operations|ops)\b|\b(?:operations|ops) manager\b"),
}
_HEAD = 200
# A title as a text names it, with what is before it: "GROUP OPERATIONS DIRECTOR", "Head of Operations".
_NAMED = re.compile(
    r"\b(?:(?:group|senior|general|regional|area|vp|site|plant|deputy|associate|interim|acting|assistant|"
    r"(?:part|full)[- ]time|fixed[- ]term) )?"
    r"(?:(?:operations|ops\.?) (?:director|manager|lead)(?: ?/ ?(?:director|manager|lead|coo))?|"
    r"director of operations|head of operations|chief operating officer)\b",
    re.IGNORECASE,
)

# Any other title at the head of a text: "General Manager", "Clinic Manager & Practice Lead".
_ANY = re.compile(
    r"(?:[A-Z][\w’'&/-]*,? (?:(?:of|and|&|for) )?){1,4}?(?i:manager|director|lead|leader|officer|head|superintendent|"
    r"supervisor|administrator|coordinator)\b(?: (?:of|for) [A-Z]\w+(?:,? (?:(?:and|&) )?[A-Z]\w+)*)?"
    r"|(?:Head|Director|Manager|VP|Chief) (?:of|for) [A-Z]\w+(?:,? (?:(?:and|&) )?[A-Z]\w+)*"
)
_LABEL = re.compile(r"^\W*(?:(?:job|position) )?(?:title|position|role|vacancy|job)\s*:\s*", re.IGNORECASE)
_LONGEST = 60
_SHORT_TITLE = re.compile(r"(?=.*\b(?i:ops|operations)\b)[A-Z][\w.’'-]*(?: [\w.’'&/-]+){1,3}")  # "Ops Boss"
_CAPITALS = re.compile(r"[A-Z]{3,}")
_OF = re.compile(r"\b(?:Of|And|The)\b")
_SHORT = re.compile(r"\b(?:Coo|Ceo|Gm|Vp|Svp|Evp|Md)\b")
# What the role is about, behind its title: "Operations Director – Land Surveying".
_FIELD = re.compile(r"[A-Za-z][\w&'’/-]*(?: [\w&'’/-]+){0,4}")
_BEHIND = re.compile(r"\s*[-–—:(,]")
_APART = re.compile(r"\s[-–—|]\s|[-–—:]\s|[,()]")
_RANK = re.compile(r"\b(?:director|manager|head|lead|leader|officer|coo|chief|operations)\b", re.IGNORECASE)
# In brackets, how long or how much of a week it is: "Ops Director (part-time, 24 hrs/wk)".
_TERMS = re.compile(
    r"^ ?(\((?=[^()]{2,40}\))[^()]*\b(?:(?:full|part)[ -]?time|permanent|fixed[ -]term|contract|temporary|interim|"
    r"cover|seasonal|casual|job[ -]share|fte|(?:hours|hrs|months|days|weeks)|[fp]/?t|\d+ ?h)\b[^()]*\))",
    re.IGNORECASE,
)
# That all genders are meant, as German postings state it in the title.
_GENDERS = re.compile(r"^ ?(\((?:[mwfdxh]/){1,3}[mwfdxh]\))", re.IGNORECASE)
_NO_FIELD = re.compile(
    r"\b(?:wanted|hiring|join|urgent|apply|remote|hybrid|on[- ]?site|full|part|permanent|contract|ltd|limited|inc|llc|"
    r"plc|pty|co|company|group|we|our|you|needed|immediate|start|new|pls|please|circulate|share|forward|updated|reposted|posting)\b",
    re.IGNORECASE,
)
# "A letter to our next Operations Director" is about one.
_ADDRESSED = re.compile(
    r"\b(?:our|your|their|the|my) (?:next |new |future )+$|\b(?:letter|note|message|call) (?:to|for)\b", re.I
)
# What a paper is, which is no part of a title: "OPERATIONS MANAGER – JOB DESCRIPTION".
PAPER = re.compile(
    r"\b(?:vacancy|(?:job|role|post|position|person) "
    r"(?:descriptions?|spec(?:ification)?s?|profile|advert|ad|details))\b",
    re.IGNORECASE,
)

# A headline that goes on in a sentence, and cannot be parted: "Ops Director wanted for growing firm", "… to run mills".
_HEADLINE = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:(?:(?i:is|are|urgently) )*(?i:wanted|needed|required|sought) )?"
    r"(?:for (?!the\b)[a-z]|(?:at|with) an? |to [a-z])[^.:]*"
)
_HEADLINE_LENGTH = 80
# Of a sentence, who is meant: "a Director of Operations who will get their feet wet".
_WHO = re.compile(r"\s+(?:who|that|which)\b.*")
_BEFORE = re.compile(r"\W*|.{0,20}:\s*|\w+(?: \w+)? ?/ ?")  # "Wanted: ", "COO / "
# A part of a country is a field whether or not the text speaks of it: "Operations Director, North".
_PART_OF_COUNTRY = re.compile(r"(?:(?:north|south)[ -]?(?:east|west)?|east|west)(?:ern)?|(?:the )?midlands", re.I)


def title_in(read: PostingRead, title: str) -> str:
    """Return the title that a text gives its role, "" where it is the template's or none: "Head of Operations".

    What the role is over stays behind it, as she set it: "Operations Director – Cranes", "… (Food Bank)"; so do its
    terms in brackets: "Ops Director (part-time, 24 hrs/wk)". An abbreviation stays one.
    """
    head = read.title.text if read.title else read.text[:_HEAD]
    stated = _WHO.sub("", read.facts.title.value) if read.facts.title else ""
    named_in = _NAMED.search(stated)
    addressed = named_in is not None and bool(_ADDRESSED.search(stated[: named_in.start()]))
    bare = addressed or _NAMED.fullmatch(stated) or not _RANK.search(stated) or stated not in head
    match = _NAMED.search(head) if bare else re.search(re.escape(stated), head)
    if match is None and read.title:
        match = _ANY.match(_LABEL.sub("", head))
    if match is None and read.title:
        match = _SHORT_TITLE.fullmatch(head)
    if match is None or (match.re is _ANY and len(match[0]) > _LONGEST):
        return ""
    behind = head[match.end() :] if read.title and match.re is not _ANY else ""
    if _HEADLINE.fullmatch(behind) and len(head) <= _HEADLINE_LENGTH and _BEFORE.fullmatch(head[: match.start()]):
        return f"{match[0]}{behind}".rstrip(" !")
    genders = f" {found[1]}" if (found := _GENDERS.match(behind)) else ""
    printed = match[0].title() if match[0].isupper() or match[0].islower() else match[0]
    printed = _SHORT.sub(lambda short: short[0].upper(), _OF.sub(lambda small: small[0].lower(), printed))
    behind = _GENDERS.sub("", behind or head[match.end() :].partition("\n")[0] * (read.title is None))
    terms = f" {quiet(found[1])}" if (found := _TERMS.match(behind)) else ""
    printed = f"{printed}{genders}{terms}{_field(_TERMS.sub('', behind), head, read)}"
    return "" if fold(printed) == fold(title) else printed


def _field(behind: str, head: str, read: PostingRead) -> str:
    """The field that a title has behind a dash, a comma or in brackets, with what joins it; "" where a firm, a place
    or a call is there."""
    parts = (part.strip(" .-–—") for part in _APART.split(behind))
    joint = _BEHIND.match(behind)
    field = next((part for part in parts if part), "") if joint else ""
    field = field if _FIELD.fullmatch(field) else ""
    firm = read.facts.company.value if read.facts.company else ""
    known = set(fold(field).split()) - {"&", "and"} <= set(fold(firm).split())
    other = any(pattern.search(field) for pattern in (_NO_FIELD, PAPER, _NAMED))
    if not joint or not field or known or other or _is_place(field):
        return ""
    rest = set(re.findall(r"\w+", read.text.replace(head, "", 1)))
    own = any(word.lower() in rest for word in re.findall(r"[^\W\d_]{4,}", field))
    placed = field.isupper() and f"{field}," in behind
    own = own or bool(_PART_OF_COUNTRY.fullmatch(field))
    if ("," in joint[0] and not (firm and own)) or (placed and not own):
        return ""  # behind a comma, or before a place, a name, of which the text does not speak in small letters
    # Of words in capitals those stay so that are nowhere written otherwise: "HVAC".
    words = field.split() if field.isupper() else []
    field = " ".join(word if word in rest else _CAPITALS.sub(_calmed, word) for word in words) or field
    return f" ({field})" if "(" in joint[0] else f", {field}" if "," in joint[0] else f" – {field}"


def _is_place(field: str) -> bool:
    """Whether the field is nothing but a place: “Leeds”, and not “Crane & Rigging”, though there is a town of Crane."""
    places = read_place(field).places
    return any(fold(field) in (fold(place.town), fold(place.in_full)) or not place.town for place in places)


def _calmed(match: re.Match[str]) -> str:
    return match[0].capitalize()


def title_for(read: PostingRead, templates: Iterable[RoleTemplate]) -> tuple[str, str]:
    """Return (slug, why) of the template a text is for, ("", "") where neither its title nor its duties tell."""
    by_focus = {template.focus: template for template in templates}
    named = read.title.text if read.title else ""
    stated = read.facts.title.value if read.facts.title else ""
    for text in (named, stated, read.text[:_HEAD]):
        found = [focus for focus, expression in _OF_A_TITLE.items() if expression.search(fold(text))]
        if len(found) == 1 and (template := by_focus.get(found[0])):  # type: ignore[call-overload]
            return template.slug, BY_TITLE if fold(template.title) in fold(text) else NEAREST
    leaning = review.leaning(document_of(read))
    if leaning.strategic == leaning.operational:
        return "", ""
    focus = Focus.STRATEGIC if leaning.strategic > leaning.operational else Focus.OPERATIONAL
    chosen = by_focus.get(focus)  # type: ignore[call-overload]
    return (chosen.slug, BY_DUTIES.format(focus.value)) if chosen else ("", "")
