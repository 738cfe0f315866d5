"""The source of a page as the text it shows: HTML's tags and entities read, every word kept."""

import html
import re

# Tags that make up a page: a text with some of them is its source.
_BLOCKS = (
    r"p|h[1-6]|ul|ol|li|div|section|article|table|tr|br|hr|header|footer|main|dl|dt|dd|"
    r"blockquote|html|body|head|td|th|thead|tbody"
)
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?P<rest>(?:\s[^<>]{0,2000})?)/?>")
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg)\b[^<>]{0,2000}>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|<!doctype[^<>]*>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
BLOCKS_FROM = 4
# Labels side by side, and a link that one applies by.
_PILLS = re.compile(r"</span>\s*(?=<span\b)", re.IGNORECASE)
_LINK = re.compile(
    r"<a\b[^<>]{0,500}?\bhref\s*=\s*[\"'](?P<to>(?:mailto:|"
    r"https?://)[^\"'<>]{3,300})[\"'][^<>]{0,500}>(?P<shown>[^<>]{1,80})</a>",
    re.IGNORECASE,
)
_APPLYING = re.compile(r"\bappl|\bcv\b|\bresum|\be-?mail|\bwrite\b|\bcontact\b", re.IGNORECASE)

_APPLY_TO = re.compile(r"\b(?:appl(?:y|ications?)|cvs?|resum[eé]s?)\b[^.!?]{0,40}$", re.IGNORECASE)
_BEFORE_LINK = 80


def _with_address(link: re.Match[str]) -> str:
    """A link with where it leads behind its words, where one applies by it: "Apply online (https://…)"."""
    mail = link["to"].startswith("mailto:")
    address = link["to"].removeprefix("mailto:").partition("?")[0] if mail else link["to"]
    is_shown = address.partition("://")[2] in link["shown"] if "://" in address else address in link["shown"]
    # "Apply: <a …>careers page</a>": what is right before the link, in the same element.
    before = link.string[max(0, link.start() - _BEFORE_LINK) : link.start()].rpartition(">")[2]
    of_applying = mail or _APPLYING.search(link["shown"]) or _APPLY_TO.search(before)
    return link[0] if is_shown or not of_applying else f"{link[0]} ({address})"


def is_source(text: str) -> bool:
    """Whether a text is the source of a page rather than what it shows."""
    return len(_BLOCK_TAG.findall(text[:20_000])) >= BLOCKS_FROM


def without_entities(text: str) -> str:
    """Return a text with its entities read: "&amp;"."""
    return _ENTITY.sub(_entity, text)


def _entity(match: re.Match[str]) -> str:
    char = html.unescape(match[0])
    return " " if char == "\u00a0" else char


def shown(text: str) -> str:
    """Return what the source of a page, or a part of one, shows."""
    text = _COMMENT.sub("", _HIDDEN.sub("", text))
    # In the source a line break is a space, but between blocks that are in lines of their own.
    text = re.sub(r"\s*\n\s*", " ", text)
    text = _PILLS.sub("</span> · ", _LINK.sub(_with_address, text))
    parts: list[str] = []
    at = 0
    for match in TAG.finditer(text):
        parts += (text[at : match.start()], _instead(match))
        at = match.end()
    parts.append(text[at:])
    page = without_entities("".join(parts))
    # A tab between the cells of a row stays: it parts a label from its fact.
    lines = [re.sub(r" ?\t[ \t]*", "\t", re.sub(r" +", " ", line)).strip() for line in page.split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _instead(tag: re.Match[str]) -> str:
    """What is shown in the place of a tag."""
    name, end = tag["name"].lower(), bool(tag["end"])
    if name == "li":
        return "" if end else "\n• "
    if name in ("br", "tr", "dt"):
        return "\n"
    if name in ("td", "th", "dd"):
        return "" if end else "\t"
    return "\n\n" if re.fullmatch(_BLOCKS, name) else ""


# What a chat puts before each message: "[12:04] Sam: ", "29/11/2026, 12:04 - Sam: ", "Sam [12:04]: ".
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[apAP]\.?[mM]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?,? "
_WHO = r"[^\W\d_][\w.'’-]{0,20}(?: [^\W\d_][\w.'’-]{0,20}){0,2}"
_STAMP = re.compile(
    rf"^[ \t\u200e]*(?:\[(?:(?:{_DAY})?{_CLOCK}|{_CLOCK}, {_DAY.removesuffix(',? ')})\] ?{_WHO}:|"
    rf"{_DAY}{_CLOCK} [-–] {_WHO}:|{_CLOCK} {_WHO}:|"
    rf"{_WHO} [\[(](?:{_DAY})?{_CLOCK}[\])]:?)(?P<gap> )(?=\S)",
    re.MULTILINE,
)
_STAMPS = 2


def stamps_apart(text: str) -> str:
    """Return a chat with a line break behind who wrote each message and when, for the space there: offsets stay."""
    found = [match.start("gap") for match in _STAMP.finditer(text)] if ":" in text else []
    if len(found) < _STAMPS and not (found and text[: found[0]].lstrip().startswith("[")):
        return text
    parts = [text[start + 1 : end] for start, end in zip([-1, *found], [*found, len(text)], strict=True)]
    return "\n".join(parts)


_QUOTED = re.compile(r"^(?:> ?)+(?=[^\n]*\S|$)", re.MULTILINE)
_QUOTED_BLANK = re.compile(r"^>[> ]*$", re.MULTILINE)
_SHARE_QUOTED = 0.5


def unquoted(text: str) -> str:
    """Return a forwarded mail with spaces for the marks of its quoted lines, so that offsets stay.

    A mark before each line, blank ones too, quotes; before the items of a list it is a bullet, and stays.
    """
    if not _QUOTED_BLANK.search(text):
        return text
    filled = sum(bool(line.strip()) for line in text.splitlines())
    quoted = len(_QUOTED.findall(text))
    return _QUOTED.sub(lambda mark: " " * len(mark[0]), text) if quoted >= filled * _SHARE_QUOTED else text
