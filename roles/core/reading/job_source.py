"""The source of a page, or a part of it, that states a posting as data: schema.org's JobPosting, as JSON-LD or as
microdata. It becomes a text with the facts behind labels, and the description below them.
"""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from roles.core.dates import format_date
from roles.core.document import EmploymentType, Workplace
from roles.core.money import PayPeriod

from .job_microdata import DESCRIBED, postings_in_tags
from .markup import is_source, shown

Data = dict[str, Any]

_POSTING = "JobPosting"
_SCRIPT = re.compile(
    r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>(?P<data>.*?)</script", re.IGNORECASE | re.DOTALL
)
_COMMENTED = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|^\s*<!--|-->\s*$")
_TAGGED = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ESCAPED_TAG = re.compile(r"&lt;/?[a-zA-Z]")
_ONE_LINE = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS = {
    "fulltime": EmploymentType.FULL_TIME.phrase,
    "parttime": EmploymentType.PART_TIME.phrase,
    "contractor": EmploymentType.CONTRACT.phrase,
    "contract": EmploymentType.CONTRACT.phrase,
    "temporary": EmploymentType.TEMPORARY.phrase,
}
_MOST_NESTED = 6
_LONGEST = 300


def posting_in_source(text: str) -> str:
    """Return the posting that a page states as data, as a text: its facts, a line each, then what describes it.

    "" where the text holds no such data, or it has no title. Never raises.
    """
    if _POSTING not in text:
        return ""
    for posting in (*_of_scripts(text), *postings_in_tags(text)):
        if title := _line(posting.get("title") or posting.get("name")):
            return _as_text(title, posting)
    return ""


def _of_scripts(text: str) -> Iterator[Data]:
    """Yield each posting in the JSON of a page's scripts; of a text that is nothing but JSON those in it."""
    end = text.lower().rfind("</script") + len("</script")
    bare = [text] if text.lstrip()[:1] in ("{", "[") else []
    for data in (*(match["data"] for match in _SCRIPT.finditer(text, 0, end)), *bare):
        try:
            yield from _postings(json.loads(_COMMENTED.sub("", data), strict=False), _MOST_NESTED)
        except (ValueError, RecursionError):
            continue


def _postings(value: Any, depth: int) -> Iterator[Data]:
    if isinstance(value, list):
        for each in value if depth else ():
            yield from _postings(each, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(str(kind).endswith(_POSTING) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        elif depth:
            for name in ("@graph", "mainEntity", "itemListElement", "item"):
                yield from _postings(value.get(name), depth - 1)


def _as_text(title: str, posting: Data) -> str:
    place, remote = "; ".join(_places(posting)), Workplace.REMOTE.phrase.capitalize()
    facts = [
        ("Company", _name(posting.get("hiringOrganization"))),
        ("Location", place),
        ("Workplace", remote if _is_remote(posting) and not place.startswith(remote) else ""),
        ("Salary", _pay(posting.get("baseSalary"))),
        ("Employment type", _kinds(posting.get("employmentType"))),
        ("Closing date", _day(posting.get("validThrough"))),
    ]
    head = "\n".join((title, *(f"{label}: {value}" for label, value in facts if value)))
    ways = _applying(posting)
    return "\n\n".join(filter(None, (head, _described(posting), f"Apply: {ways}" if ways else "")))


def _described(posting: Data) -> str:
    parts = (posting.get(name) for name in DESCRIBED)
    texts: list[str] = []
    for part in parts:
        for each in part if isinstance(part, list) else [part]:
            text = _text(each)
            if text and not any(text in other for other in texts):
                texts.append(text)
    return "\n\n".join(texts)


def _text(value: Any) -> str:
    """What a description shows; in JSON its tags may be written as entities."""
    if not isinstance(value, str):
        return ""
    if _ESCAPED_TAG.search(value):
        value = html.unescape(value)
    return shown(value) if is_source(value) or _TAGGED.search(value) else html.unescape(value).strip()


def _line(value: Any) -> str:
    """A value as one line, without tags; "" for what is no text or number."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _ONE_LINE.sub(" ", html.unescape(_TAGGED.sub(" ", str(value)))).strip()[:_LONGEST]


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: Any) -> str:
    """The name of what is a text, or has one: an organisation, a country."""
    first = next(iter(_each(value)), None)
    return _line(first.get("name") or first.get("legalName")) if isinstance(first, dict) else _line(first)


def _is_remote(posting: Data) -> bool:
    return any(str(kind).upper() == "TELECOMMUTE" for kind in _each(posting.get("jobLocationType")))


def _places(posting: Data) -> Iterator[str]:
    """Yield where the work is, an address each; of a remote post without one, where one may live."""
    found = list(filter(None, (_place(each) for each in _each(posting.get("jobLocation")))))
    if not found and _is_remote(posting):
        allowed = ", ".join(filter(None, (_name(each) for each in _each(posting.get("applicantLocationRequirements")))))
        found = [", ".join(filter(None, (Workplace.REMOTE.phrase.capitalize(), allowed)))]
    yield from dict.fromkeys(found)


def _place(value: Any) -> str:
    address = value.get("address") or value.get("name") if isinstance(value, dict) else value
    address = next(iter(_each(address)), None)
    if not isinstance(address, dict):
        return _line(address)
    town, region = (_line(address.get(name)) for name in ("addressLocality", "addressRegion"))
    parts = (town, region if region != town else "", _name(address.get("addressCountry")))
    return ", ".join(filter(None, parts)) or _line(address.get("streetAddress"))


def _pay(value: Any) -> str:
    value = next(iter(_each(value)), None)
    if not isinstance(value, dict):
        return _line(value)
    amounts = next(iter(_each(value.get("value"))), None)
    amounts = amounts if isinstance(amounts, dict) else {**value, "value": amounts}
    low, high = (_amount(amounts.get(name)) for name in ("minValue", "maxValue"))
    one = _amount(amounts.get("value"))
    if not (low or high or one):
        return ""
    currency = _line(value.get("currency") or amounts.get("currency")).upper()
    unit = _line(amounts.get("unitText") or value.get("unitText")).lower()
    period = PayPeriod(unit).phrase if unit in list(PayPeriod) else ""
    lead = "" if bool(low) == bool(high) else "from" if low else "up to"
    amount = " – ".join(dict.fromkeys(filter(None, (low, high)))) or one
    return " ".join(filter(None, (lead, currency, amount, period)))


def _amount(value: Any) -> str:
    try:
        amount = Decimal(_line(value).replace(",", "").strip() or "0")
    except InvalidOperation:
        return ""
    if not amount.is_finite() or not 0 < amount < 10**12:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def _kinds(value: Any) -> str:
    written = (one for each in _each(value) for one in _line(each).lower().split(","))
    kinds = (_KINDS.get(re.sub(r"[^a-z]", "", each), "") for each in written)
    return ", ".join(dict.fromkeys(filter(None, kinds)))


def _day(value: Any) -> str:
    match = _DAY.match(_line(value))
    try:
        return format_date(date.fromisoformat(match[0])) if match else ""
    except ValueError:
        return ""


def _applying(posting: Data) -> str:
    contact = next(iter(_each(posting.get("applicationContact"))), None)
    if isinstance(contact, dict):
        ways = [_line(contact.get(name)).removeprefix("mailto:") for name in ("email", "telephone", "url")]
    else:
        ways = [_line(contact).removeprefix("mailto:")]
    return " or ".join(filter(None, ways)) or _line(posting.get("url"))
