"""Documents for the review's tests: whole ones, and ones of a single line."""

from dataclasses import replace
from datetime import date

from roles.core.document import (
    Document,
    EmploymentType,
    Facts,
    Focus,
    Item,
    Promise,
    Provenance,
    Section,
    SectionKind,
    Source,
    Workplace,
)
from roles.core.money import BaseSalary
from roles.core.review import Finding, Rules, review

TODAY = date(2026, 11, 23)


def item(text: str, *, focus=Focus.SHARED, source=Source.STATEMENT, name="a-statement") -> Item:
    version = 1 if source is Source.STATEMENT else None
    provenance = Provenance(source=source, name=name, version=version)
    return Item(key=name, text=text, focus=focus, provenance=provenance, reason="")


def section(key: str, *texts: str | Item, kind=SectionKind.BULLETS) -> Section:
    items = tuple(
        text if isinstance(text, Item) else replace(item(text), key=f"{key}-{number}")
        for number, text in enumerate(texts, start=1)
    )
    return Section(key=key, heading=key.capitalize(), kind=kind, items=items)


def document(*sections: Section, **changes) -> Document:
    facts = {
        "hiring_organization": "Alder Works",
        "job_location": "Springfield, Ohio",
        "workplace": Workplace.ON_SITE,
        "employment_type": EmploymentType.FULL_TIME,
        "reports_to": "the owner",
    }
    facts |= {name: changes.pop(name) for name in list(changes) if name in Facts.__dataclass_fields__}
    values = {
        "role": "director-of-operations",
        "version": 1,
        "title": "Director of Operations",
        "promise": Promise(focus=Focus.OPERATIONAL, least=60, most=90),
    }
    return Document(**{**values, **changes}, facts=Facts(**facts), sections=sections)


def pay(low, high, **changes) -> BaseSalary:
    from decimal import Decimal

    ends = {
        name: None if value is None else Decimal(value) for name, value in (("min_value", low), ("max_value", high))
    }
    return BaseSalary(**ends, **changes)


def findings(doc: Document, prefix: str = "", *, brief=None, rules=None, today=TODAY) -> list[Finding]:
    """Return the findings whose id begins with the prefix."""
    return [found for found in review(doc, brief, rules or Rules(), today) if found.id.startswith(prefix)]


def of_line(text: str, prefix: str, *, key="responsibilities", **changes) -> list[Finding]:
    """Return the findings with the prefix on a document of this line alone."""
    return findings(document(section(key, text), **changes), prefix)
