"""What keeps a template from being published, and what a brief asks of it that it does not know."""

from collections import Counter
from collections.abc import Iterator

from roles.core.codec import Problem
from roles.core.document import Focus
from roles.core.places import COUNTRY_KEYS

from .brief import OTHER_INDUSTRY, Brief, hidden_character
from .mistakes import mistakes
from .placeholders import own_words
from .template import UNHEADED, RoleTemplate, Statement, holds_duties
from .vocabulary import Vocabulary


def unknown_keys(template: RoleTemplate, brief: Brief) -> dict[str, str]:
    """Return, by the name of the answer, which industry or needs of a brief the template does not know."""
    found = {}
    industries = [*(item.key for item in template.industries), OTHER_INDUSTRY]
    if brief.industry not in industries:
        found["industry"] = (
            f"“{brief.industry}” is not an industry of {template.title}. Known: {', '.join(industries)} "
            f"(with {OTHER_INDUSTRY}, industry_name may say how the posting names it)."
        )
    needs = [item.key for item in template.needs]
    if unknown := [key for key in brief.needs if key not in needs]:
        named = ", ".join(f"“{key}”" for key in unknown)
        found["needs"] = f"{named}: not among the needs of {template.title}. Known: {', '.join(needs)}."
    return found


def template_problems(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what keeps a template from being published.

    A problem's path is (section key, statement key, field), as far down as it goes.
    """
    yield from template_mistakes(template)
    yield from template_omissions(template)


def template_mistakes(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what is wrong: no draft may hold it."""
    if not 0 <= template.balance_min <= template.balance_max <= 100:
        yield Problem(("balance_min",), "and balance_max should be per cents, the smaller first")
    for key, times in Counter(section.key for section in template.sections).items():
        if times > 1:
            yield Problem((key,), "is the key of more than one section")
    for field in ("title", "tagline", "description"):
        if message := words_problem(getattr(template, field)):
            yield Problem((field,), message)
    vocabulary = template.vocabulary
    known: set[str] = set()
    for section in template.sections:
        if (message := words_problem(section.heading)) and (section.heading or section.purpose not in UNHEADED):
            yield Problem((section.key, "heading"), message)
        if section.pick is not None and section.pick < 1:
            yield Problem((section.key, "pick"), "should be 1 or more, or left out for all")
        for statement in section.statements:
            if statement.key in known:
                yield Problem((section.key, statement.key, "key"), "is the key of more than one statement")
            known.add(statement.key)
            for field, message in statement_problems(statement, vocabulary):
                yield Problem((section.key, statement.key, field), message)


def template_omissions(template: RoleTemplate) -> Iterator[Problem]:
    """Yield what is still to be done: a draft may wait for it, owners may not."""
    if not template.sections:
        yield Problem(("sections",), "should hold at least one section")
    for section in template.sections:
        if not section.statements:
            yield Problem((section.key,), "has no statement")
        for statement in section.statements if holds_duties(section) else ():
            if statement.focus is Focus.SHARED and not own_words(statement.text):
                yield Problem(
                    (section.key, statement.key, "focus"), "should be strategic or operational: it is a responsibility"
                )


def words_problem(text: str) -> str | None:
    """Return what is wrong with a title or heading, which is one line of plain words, or None."""
    if not text.strip():
        return "is empty"
    if "\n" in text or hidden_character(text) is not None:
        return "should be one line without characters that do not show"
    return None


def statement_problems(statement: Statement, known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for what keeps one statement from being published."""
    for mistake in mistakes(statement.text):
        yield "text", str(mistake)
    for field, word, keys, allowed in (
        ("needs", "need", statement.needs, known.keys("needs")),
        ("industries", "industry", statement.industries, known.keys("industries")),
        ("areas", "area", statement.areas, known.keys("areas")),
        ("traits", "trait", statement.traits, known.keys("traits")),
        ("countries", "country", statement.countries, frozenset(COUNTRY_KEYS)),
    ):
        for key in keys:
            if key not in allowed:
                yield field, f"names the unknown {word} “{key}”"
        if len(set(keys)) < len(keys):
            yield field, "names one of them twice"
    low, high = statement.headcount_min, statement.headcount_max
    if low is not None and high is not None and low > high:
        yield "headcount_min", "is above headcount_max"
    if bool(statement.milestone) != bool(statement.milestone_day):
        yield "milestone", "and milestone_day belong together"
