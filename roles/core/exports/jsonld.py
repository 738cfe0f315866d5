"""JSON-LD: schema.org's JobPosting, as Google's job search asks for it.

Nothing is guessed for it. The place is the owner's one line, taken apart into town, region and
country only where it plainly names them (`postal`); pay is there only if the owner gave it;
whether people can apply on the page itself (`directApply`) is not known here and so left out.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from roles.core.document import Document, EmploymentType, Facts, Workplace
from roles.core.money import BaseSalary
from roles.core.places import place_beside_remote, postal

from . import html
from .listing import Listing

_EMPLOYMENT_TYPES = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
}

# Inside a <script> these could end it, or the line; in JSON they can be written another way.
_ESCAPES = [(char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029"]


def write(document: Document, listing: Listing, *, until: datetime | None = None) -> str:
    """Return the posting as JSON that is safe in a script element as it is.

    `until` is the first moment it is closed, in the time of its place; without it the last day has no offset.
    """
    # A line each; to have them indented, `json` would leave its encoder in C.
    lines = [f"  {_json(name)}: {_json(value)}" for name, value in _properties(document, listing, until)]
    data = "{\n" + ",\n".join(lines) + "\n}\n"
    for char, escaped in _ESCAPES:  # a fifth of what `translate` takes
        data = data.replace(char, escaped)
    return data


_json = json.JSONEncoder(ensure_ascii=False).encode


def _properties(document: Document, listing: Listing, until: datetime | None) -> Iterator[tuple[str, Any]]:
    facts = document.facts
    yield "@context", "https://schema.org/"
    yield "@type", "JobPosting"
    yield "title", document.title
    yield "description", html.write(document)
    yield "datePosted", listing.date_posted.isoformat()
    if until:
        last = (until.astimezone(UTC) - timedelta(seconds=1)).astimezone(until.tzinfo)
        yield "validThrough", last.isoformat()
    elif facts.valid_through:
        # The last day to apply counts in full.
        yield "validThrough", f"{facts.valid_through.isoformat()}T23:59:59"
    yield "hiringOrganization", {"@type": "Organization", "name": facts.hiring_organization}
    yield from _place(facts)
    yield "employmentType", _EMPLOYMENT_TYPES[facts.employment_type]
    if facts.base_salary:
        yield "baseSalary", _salary(facts.base_salary)
    if listing.identifier:
        yield (
            "identifier",
            {"@type": "PropertyValue", "name": facts.hiring_organization, "value": listing.identifier},
        )


def _place(facts: Facts) -> Iterator[tuple[str, Any]]:
    if facts.workplace is Workplace.REMOTE:
        yield "jobLocationType", "TELECOMMUTE"
        beside = place_beside_remote(facts.job_location)
        if place := facts.job_location if beside is None else beside:
            yield "applicantLocationRequirements", {"@type": "AdministrativeArea", "name": place}
    else:
        address = {"@type": "PostalAddress", **postal(facts.job_location)}
        yield "jobLocation", {"@type": "Place", "name": facts.job_location, "address": address}


def _salary(pay: BaseSalary) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue"}
    if pay.min_value == pay.max_value:
        value["value"] = _number(pay.min_value)
    else:
        value |= {"minValue": _number(pay.min_value), "maxValue": _number(pay.max_value)}
    value["unitText"] = pay.unit_text.name
    return {
        "@type": "MonetaryAmount",
        "currency": pay.currency.value,
        "value": {name: part for name, part in value.items() if part is not None},
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
