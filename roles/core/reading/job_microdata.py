"""schema.org's JobPosting as microdata: `itemprop` on the tags of a page, read into the shape that JSON-LD has."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from roles.core.limits import SectionKey

from .markup import TAG, shown

_ATTRIBUTE = re.compile(r"([a-zA-Z-]{2,30})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_POSTING = re.compile(r"itemtype\s*=\s*[\"']?https?://schema\.org/JobPosting\b", re.IGNORECASE)
# Tags that nothing is inside of, and the attribute in which a tag has its value.
_VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr", "source"})
_VALUE_IN = ("content", "datetime", "href", "src")
# What describes the post, in the order of a posting; schema.org calls its duties as the portal does.
DESCRIBED = ("description", SectionKey.RESPONSIBILITIES, "qualifications", "skills")
_MOST_TAGS = 20_000
_DEEPEST = 200
_LONGEST = 2_000  # of what is a line


@dataclass(slots=True)
class _Open:
    """A tag that is open: its name, the item it opens or is inside of, and what property of that it is."""

    name: str
    item: dict[str, Any] | None
    within: dict[str, Any] | None = None
    properties: list[str] = field(default_factory=list)
    start: int = 0


def postings_in_tags(source: str) -> Iterator[dict[str, Any]]:
    """Yield each posting that the tags of a page state, in the order they begin."""
    if not _POSTING.search(source):
        return
    found: list[dict[str, Any]] = []
    opened = [_Open("", None)]
    for number, tag in enumerate(TAG.finditer(source)):
        if number > _MOST_TAGS:
            break
        name = tag["name"].lower()
        if tag["end"]:
            _close(opened, name, source, tag.start())
            continue
        attributes = _attributes(tag["rest"]) if "item" in tag["rest"] else {}
        within = opened[-1].item
        properties = attributes.get("itemprop", "").split() if within is not None else []
        item = within
        if "itemscope" in attributes:
            item = {"@type": attributes.get("itemtype", "")}
            for each in properties:
                _add(within, each, item)
            properties = []
            if _POSTING.search(tag[0]):
                found.append(item)
        elif properties and (value := next((attributes[key] for key in _VALUE_IN if attributes.get(key)), "")):
            for each in properties:
                _add(within, each, value)
            properties = []
        if name not in _VOID and not tag[0].endswith("/>") and len(opened) < _DEEPEST:
            opened.append(_Open(name, item, within, properties, tag.end()))
    yield from found


def _close(opened: list[_Open], name: str, source: str, end: int) -> None:
    """Close the last tag of a name and what is open inside of it; what each states is between its tags."""
    if not any(each.name == name for each in opened):
        return
    while len(opened) > 1:
        last = opened.pop()
        for each in last.properties:
            inside = source[last.start : end]
            _add(last.within, each, inside if each in DESCRIBED else shown(inside[:_LONGEST]))
        if last.name == name:
            return


def _add(item: dict[str, Any] | None, name: str, value: Any) -> None:
    if item is None:
        return
    known = item.get(name)
    item[name] = value if known is None else [*known, value] if isinstance(known, list) else [known, value]


def _attributes(rest: str) -> dict[str, str]:
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(rest)
    }
