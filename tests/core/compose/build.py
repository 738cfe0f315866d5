"""Small values for tests, with only what a test is about spelled out."""

from typing import Any

from roles.core.compose import Brief, RoleTemplate, compose, facts
from roles.core.compose.subject import Subject
from roles.core.compose.template import Section, Statement
from roles.core.compose.vocabulary import Industry, Need
from roles.core.document import Document, Focus, Item, SectionKind

NEEDS = (
    Need(key="direction", phrase="We lack a direction", focus=Focus.STRATEGIC),
    Need(key="budget", phrase="Nobody follows the budget", focus=Focus.OPERATIONAL),
    Need(key="slips", phrase="Deadlines slip", focus=Focus.OPERATIONAL),
)
INDUSTRIES = (
    Industry(key="retail", name="Retail stores", phrase="the retail trade"),
    Industry(key="logistics", name="Logistics", phrase="logistics"),
)


def brief(**answers: Any) -> Brief:
    return Brief(
        **{"company": "Harbour Bakery", "industry": "retail", "headcount": 30, "place": "Leeds, UK", **answers}
    )


def facts_of(value: Brief, *, industry: str) -> dict[str, Any]:
    """Return the facts of a brief in an industry that has this phrase."""
    return facts.facts_of(Subject(brief=value, industry=Industry(key=value.industry, name=industry, phrase=industry)))


def statement(key: str, text: str = "", **rest: Any) -> Statement:
    return Statement(key=key, text=text or f"Do what {key} says.", **{"focus": Focus.SHARED, **rest})


def section(*statements: Statement, **rest: Any) -> Section:
    values = {"key": "duties", "heading": "Duties", "kind": SectionKind.BULLETS, **rest}
    return Section(statements=statements, **values)


def template(*sections: Section, **rest: Any) -> RoleTemplate:
    values = {
        "slug": "keeper",
        "title": "Keeper of Operations",
        "focus": Focus.OPERATIONAL,
        "tagline": "Keeps it going",
        "description": "Keeps everything going.",
        "balance_min": 60,
        "balance_max": 90,
        "needs": NEEDS,
        "industries": INDUSTRIES,
        **rest,
    }
    return RoleTemplate(sections=sections, **values)


def posting(*statements: Statement, pick: int | None = None, kind: str = "bullets", **answers: Any) -> Document:
    """Compose a posting of one section."""
    only = section(*statements, pick=pick, kind=SectionKind(kind))
    return compose(template(only), brief(**answers), version=7)


def items(document: Document) -> list[Item]:
    return list(document.items())


def names(document: Document) -> list[str]:
    return [item.provenance.name for item in document.items()]


def texts(document: Document) -> list[str]:
    return [item.text for item in document.items()]
