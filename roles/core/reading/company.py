"""The name of the business, as a posting states it: behind a label, at its head, in a sentence, or under a letter."""

import re
from collections.abc import Iterable, Iterator, Sequence

from roles.core.blanks import blank_in
from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.places import read_place

from .bare_title import OF_A_TITLE, bare_title
from .business import is_talk
from .company_fragments import CALL, of_name_fragments, of_posted_by
from .company_in_title import hosts_of, in_full, is_spoken_of, parts_beside_the_title
from .company_words import (
    ABOUT_HEADING,
    AN_AGENCY,
    AT,
    CLIENT_OF_AGENCY,
    DOES,
    ENDS_IN_A_STOP,
    FOR_OTHERS,
    FORM,
    GENERIC,
    IN_A_LINE,
    IN_A_SENTENCE,
    IN_SMALL,
    INSTITUTION,
    NAME_ALONE,
    NAMING,
    NO_NAME,
    NO_NAME_BEGINS,
    NO_NAME_OF_LABEL,
    OF_ONE_WORD,
    ROLE_BEFORE,
    SIGNED,
    TWO_PEOPLE,
    WAYS,
    WITH_FORM,
)
from .domains import name_of_domain
from .folded_lines import FoldedLine
from .headings import is_known
from .labels import Labelled
from .leftovers import is_leftover
from .marks import OF_A_BUILDING
from .place_value import is_no_place
from .place_words import A_SITE, ISLE, NO_PLACE
from .posting import Stated
from .title_field import with_its_field

_CUTS = re.compile(r"\s*[,|·•()]\s*|\s+[–—-]\s+|\s*[–—:]\s*|(?<=[a-z]{3})\. |(?<=[A-Z]{2})\. ")
_WORDS_OF_A_NAME = 3  # of fewer it may be what the post is over: "Cold Chain"
_SIGNS_AROUND = re.compile(
    r"^(?:[^\w\s(\[.,\"'“‘&]\s*)+|\s+[1-5]\.\d$|\s*[1-5]\.\d\s*[★⭐]\W*$|\s*[^\w\s)\].,\"'”’&!?:;+]+(?:\s*[1-5]\.\d)?$"
)
_BEARING = re.compile(r".*\b(?:from|near|outside|of) ")
# A legal form that is the code of a region as well: "Alpstein Uhrenteile AG".
_OF_A_REGION_TOO = re.compile(r"\w \w+ (?:AG|SE|KG|AS)$")
# Where a site leads, over its page: "Jobs  Companies  Salary guide  Sign in".
_OF_THE_SITE = re.compile(r"^[^\d,.]+\S {2,}[^\d,.]+\S {2,}[^\d,.]+$|^skip to (?:main )?content$", re.IGNORECASE)
_HEAD = 5
_END = 8
_LONGEST = 60
_MAY_NAME_IT = (
    SectionKey.OPENING,
    SectionKey.COMPANY,
    SectionKey.SUMMARY,
    SectionKey.EQUAL_OPPORTUNITY,
    SectionKey.APPLY,
    "section",
)


def company_stated(folded_lines: Sequence[FoldedLine], labels: Iterable[Labelled], title: str) -> Stated[str] | None:
    """Return the name of the business, None where the text gives none; of an agency's client nothing is signed."""
    for each in labels:
        if each.fact == "company" and each.value and (name := _of_label(each)):
            return Stated(name, name)
        if each.label in OF_A_BUILDING and NAME_ALONE.fullmatch(each.value) and (name := _name(each.value)):
            return Stated(name, name)
    if name := of_posted_by(folded_lines):
        return Stated(name, name)
    client = any(CLIENT_OF_AGENCY.search(folded_line.folded) for folded_line in folded_lines)
    if (match := AT.search(title)) and not read_place(match["name"]).places:
        name = in_full(match["name"].removeprefix("the "), folded_lines)
        return Stated(name, name)
    finds = [_of_the_title, _behind_the_title, _of_the_head, _of_sentences]
    if not client:
        finds += [_of_the_end, _of_an_address]
    for find in finds:
        name = find(folded_lines, title)
        if name and not (client and AN_AGENCY.search(name)):
            name = in_full(name, folded_lines)
            return Stated(name, name)
    if name := of_name_fragments(folded_lines, whose=not client):
        name = in_full(name, folded_lines)
        return Stated(name, name)
    return None


def _of_label(each: Labelled) -> str:
    """The name behind a label, without the place or the remark behind it; "" for what is no name: "a brewery"."""
    value = each.value
    if blank_in(value) or (each.bare and not value[0].isupper()) or NO_NAME_OF_LABEL.match(fold(value)):
        return ""
    if each.start == 0 and not (NAME_ALONE.fullmatch(value.strip(" .")) and len(value) <= _LONGEST):
        return ""  # a line below "Practice" may be of the practice
    if each.label not in NAMING and not _name(value):
        return ""
    named = NAME_ALONE.match(value)
    if named and re.match(r"\s*(?:\((?!Pty)|[|·•–—]|- |/ )", value[named.end() :]):
        return named[0].strip()
    name, _, town = value.rpartition(", ")
    return name if name and not re.match(FORM, town) and _is_place(town) else value


def _of_the_title(folded_lines: Sequence[FoldedLine], title: str) -> str:
    """The name beside the title in its line; behind it only where the text speaks of it as a name."""
    before, behind = parts_beside_the_title(title)
    if not before and not behind:
        return ""
    text, hosts = "\n".join(folded_line.text for folded_line in folded_lines), hosts_of(folded_lines)
    field = with_its_field(title, bare_title(title), folded_lines)
    for part in (*before, *(part for part in behind if part not in field)):
        if not (name := _name(part)) or len(name) > _LONGEST:
            continue
        whole = re.search(rf"\b{FORM}$|'s\b", name) or is_spoken_of(name, text, hosts)
        if whole or (part in before and len(name.split()) > 1):
            return name
    return ""


def _of_the_head(folded_lines: Sequence[FoldedLine], title: str) -> str:
    """The name in a line at the head: before a place, "Alder Bakery · Denver, CO", or alone below the title."""
    head = [each for each in folded_lines[: _HEAD + 3] if each.text != title or not OF_A_TITLE.search(title)]
    head = [each for each in head if not (_OF_THE_SITE.search(each.text) or is_leftover(each.text))][:_HEAD]
    for folded_line in head:
        if name := _before_a_place(folded_line):
            return name
        line = _less_signs(folded_line.text)
        if (with_form := WITH_FORM.match(line) or IN_SMALL.match(line)) and (name := _name(with_form["name"])):
            return name
    hosts = hosts_of(folded_lines)
    text = "\n".join(folded_line.text for folded_line in folded_lines)
    for folded_line, behind in zip(head[:2], [*head[1:3], None], strict=False):
        if _is_alone(folded_line, behind, text, hosts):
            return _less_signs(folded_line.text)
    return ""


def _less_signs(line: str) -> str:
    """A line without the marks around it and what a board adds: "✦ Alder Foods ✦", "Alder Ltd ★★★★☆ 4.1", "[Alder]"."""
    line = _SIGNS_AROUND.sub("", line[:200].strip(" *_"))
    return line[1:-1].strip() if line[:1] + line[-1:] in ("[]", "()") else line


def _before_a_place(folded_line: FoldedLine) -> str:
    """The first part of a line such as "Alder Bakery · Denver, CO (On-site)", where a place is behind it."""
    match = IN_A_LINE.fullmatch(folded_line.text[:200].strip(" *_"))
    if match and " " not in match["name"] and match["place"].startswith(("Co. ", "County ")):
        return ""  # "Mountrath, Co. Laois"
    if match and _is_place(match["place"]) and (name := _name(match["name"])):
        return name
    for part in re.split(r"\s+[–—-]\s+|:\s+", folded_line.text[:200])[1:2]:
        # "JOB VACANCY – ASH & ALDER JOINERY, KENDAL"
        announced = all(
            word in GENERIC for word in fold(folded_line.text[:200].partition(part)[0]).strip(" -:").split()
        )
        if announced and (match := IN_A_LINE.fullmatch(part)) and _is_place(match["place"]):
            return _name(match["name"])
    parts = [part.strip() for part in re.split(r"\s*[·•|★]\s*|\s+[–—-]\s+", folded_line.text[:200])]
    parts[0] = re.sub(r" [1-5]\.\d$", "", parts[0])  # what a board adds: "4.2 ★"
    if len(parts) < 2 or len(parts[0]) > _LONGEST or OF_A_TITLE.search(parts[0]) or not parts[0][:1].isupper():
        return ""
    if ":" in parts[0] or read_place(parts[0]).places:
        return ""
    placed = any(_is_place(part) for part in parts[1:4] if len(part) <= _LONGEST)
    return _name(parts[0]) if placed else ""


def _is_alone(folded_line: FoldedLine, behind: FoldedLine | None, text: str, hosts: str) -> bool:
    """Whether a line is a name and no more: it has a legal form, a place is below it, or the text speaks of it."""
    line = _less_signs(folded_line.text)
    if not NAME_ALONE.fullmatch(line) or is_leftover(line) or not _name(line):
        return False
    first = next(word for word in line.split() if fold(word) != "the")
    recurs = len(re.findall(rf"\b{re.escape(first)}\b", text)) > 1 and len(first) > 3
    recurs = recurs or is_spoken_of(line, text, hosts)
    below = behind is not None and (_is_place(behind.text.strip()) or re.match(r"[1-5]\.\d\b", behind.text))
    return bool(re.search(rf"\b{FORM}$", line) or INSTITUTION.fullmatch(line) or below or recurs)


def _of_sentences(folded_lines: Sequence[FoldedLine], title: str) -> str:
    domains = " ".join(re.findall(r"(?:@|www\.|://)[\w.-]+", " ".join(each.folded for each in folded_lines)))
    for folded_line in folded_lines:
        titled = folded_line.text == title and not (OF_A_TITLE.search(title) or is_talk(title))
        line = titled or folded_line.text.endswith("?")
        if (folded_line.heading or line) and len(folded_line.text) <= _LONGEST:
            match = None if is_known(folded_line.text) else ABOUT_HEADING.match(folded_line.text.strip(" :*#!?"))
            if match and (name := _name(match["name"])):
                return name
            continue
        if folded_line.kind not in _MAY_NAME_IT and not folded_line.heading:
            continue
        for start, end in folded_line.sentences or ((0, len(folded_line.text)),):
            for name in _of_sentence(folded_line.text[start:end].strip(), domains):
                return name
    return ""


def _of_sentence(sentence: str, domains: str) -> Iterator[str]:
    """Yield each name a sentence gives; one of a single word, as a person has, only where more than that shows it."""
    for expression in IN_A_SENTENCE:
        for match in expression.finditer(sentence):
            name = _name(match["name"])
            if not name or ("place" in expression.groupindex and not _is_place(match["place"])):
                continue
            alone = " " not in name or (expression not in OF_ONE_WORD and TWO_PEOPLE.fullmatch(name))
            if expression not in OF_ONE_WORD and (alone or expression is DOES) and fold(name).split()[0] not in domains:
                continue
            if sentence.startswith(name) and FOR_OTHERS.search(sentence):
                continue
            firm, _, town = name.rpartition(" of ")
            of_town = " " in firm and re.match(r", [A-Z]", sentence[match.end("name") :]) and _is_place(town)
            yield firm if of_town else name


def _of_the_end(folded_lines: Sequence[FoldedLine], title: str) -> str:
    """The name under a letter: "Owner, Alder Foods", or the line below the writer's name or post."""
    end = [folded_line.text.strip(" *_-–—") for folded_line in folded_lines[-_END:] if folded_line.text != title]
    for before, line in zip(["", *end], end, strict=False):
        if (match := SIGNED.fullmatch(line)) and (name := _name(match["name"])):
            return name
        signed = re.search(rf"\b{FORM}$", line) or ROLE_BEFORE.fullmatch(before)
        if signed and NAME_ALONE.fullmatch(line) and _name(line):
            return line
    return ""


def _of_an_address(folded_lines: Sequence[FoldedLine], title: str) -> str:
    return next(
        (name for folded_line in folded_lines if (name := name_of_domain(folded_line.folded, folded_lines))), ""
    )


def _behind_the_title(folded_lines: Sequence[FoldedLine], title: str) -> str:
    """The name between the title and a place: "Ops Manager – Alder Mobile Cranes, Perth WA"; no field of the post."""
    for line in (title, *(folded_line.text for folded_line in folded_lines[:2])):
        parts = [part.strip(" *_!.") for part in _CUTS.split(line[:200])]
        at = next((number for number, part in enumerate(parts) if OF_A_TITLE.search(part)), len(parts))
        named, behind = "".join(parts[at + 1 : at + 2]), [_BEARING.sub("", part) for part in parts[at + 2 : at + 4]]
        if not NAME_ALONE.fullmatch(named) or named in with_its_field(line, bare_title(line), folded_lines):
            continue
        of_a_name = len(named.split()) >= _WORDS_OF_A_NAME or "'" in fold(named)
        if of_a_name and fold(named).split()[0] not in GENERIC and any(map(_is_place, filter(None, behind))):
            return _name(named)
    return ""


def _is_place(name: str) -> bool:
    """Whether words are a place, or each of several: "Harrow & Finch" is none, though there is a Harrow."""
    return bool(ISLE.fullmatch(name)) or all(
        (read := read_place(each)).places or read.choices for each in re.split(r" (?:&|and) ", name)
    )


def _name(found: str) -> str:
    """The name without the marks around it, "" where the words are no name."""
    name = CALL.sub("", found).strip(" ,-–—")
    name = name if ENDS_IN_A_STOP.search(name) else name.rstrip(".")
    folded = fold(name)
    if WAYS.match(folded) or blank_in(name) or is_leftover(name):
        return ""
    if folded in NO_NAME or folded in NO_PLACE or OF_A_TITLE.search(name) or len(name) < 3:
        return ""
    if _is_place(name) and not (_OF_A_REGION_TOO.search(name) and is_no_place(name)):
        return ""
    if is_known(name):
        return ""
    if all(word in GENERIC for word in folded.split()) or A_SITE.fullmatch(folded):
        return ""  # "Boutique Hotel", "Head office"
    first = re.split(r"[\s'’]", folded)[0]  # "You'd" as "you"
    return "" if first in NO_NAME_BEGINS else name
