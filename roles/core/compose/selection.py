"""Selection: which statements of a section a brief gets, and why.

The order, for a section that takes `pick` statements:

1. every required statement, even beyond `pick`;
2. then turns, again and again: one statement written for the industry, one that answers
   a need, one for the industry, one for a need, one for the headcount. Each need has, as
   far as the statements allow, one of its own that answers it (`speakers`): a need's
   turn goes first to the needs whose own is not chosen yet, then to the need answered
   least, in the template's order of needs. What follows a need's own never leans a section
   further that leans more than the title promises;
3. then the template's order, statements that answer a need the owner did not name last;
   where those chosen so far lean further than the title promises, one that leads back first.

Within each step the template's order decides. In a need's turn no statement is taken that
answers a need the owner did not name: it waits for an owner who does. So, where the
places suffice, two postings differ in a statement for every need that differs. A statement
bound to other industries or headcounts never appears. The chosen ones are in the
template's order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roles.core.document import Focus
from roles.core.places import country_key

from .brief import Brief
from .given import is_given
from .leads import Leads, leads_in
from .template import RoleTemplate, Section, Statement
from .vocabulary import Need

TURNS = ("industry", "need", "industry", "need", "headcount")


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen statement and the reason, in words an owner understands."""

    statement: Statement
    reason: str


def fits(statement: Statement, brief: Brief) -> bool:
    """Return whether the statement may appear at all: for this industry, headcount and country, these traits and
    whom the post leads."""
    low, high = statement.headcount_min, statement.headcount_max
    return (
        (not statement.industries or brief.industry in statement.industries)
        and (not statement.traits or all(trait in brief.traits for trait in statement.traits))
        and (low is None or low <= brief.headcount)
        and (high is None or brief.headcount <= high)
        and (not statement.leads or leads_of(brief) in statement.leads)
        and (not statement.countries or (brief.country or country_key(brief.place)) in statement.countries)
    )


def leads_of(brief: Brief) -> Leads | None:
    """Return whom the post leads, as chosen or else as the owner's words tell; None where neither does."""
    if brief.leads_kind:
        return brief.leads_kind
    if brief.headcount == 1 or (brief.leads and not is_given(brief.leads)):
        return Leads.NOBODY
    return leads_in(brief.leads)


def select(template: RoleTemplate, section: Section, candidates: Iterable[Statement], brief: Brief) -> list[Choice]:
    """Return the chosen of `candidates` (statements of the section that fit and can be filled)."""
    waiting = list(candidates)
    if section.pick is None:
        return [Choice(statement, plain_reason(template, statement, brief)) for statement in waiting]
    chosen: dict[str, Choice] = {}
    own = speakers(template, waiting)
    for_others = _speaking_for_others(own, brief)

    def choose(statement: Statement, reason: str) -> None:
        chosen[statement.key] = Choice(statement, reason)
        waiting.remove(statement)

    for statement in [statement for statement in waiting if statement.required]:
        choose(statement, plain_reason(template, statement, brief))
    for turn in _turns(section.pick):
        if len(chosen) >= section.pick:
            break
        if turn == "need":
            found = _for_a_need(template, waiting, [choice.statement for choice in chosen.values()], brief, own)
        else:
            found = _for_the_business(turn, template, waiting, brief)
        if found:
            choose(*found)
    while waiting and len(chosen) < section.pick:
        missing = missing_focus(template, [choice.statement for choice in chosen.values()])
        following = min(waiting, key=lambda item: (item.focus is not missing, item.key in for_others))
        choose(following, "Next in the order our consultants chose for this section.")
    return [chosen[statement.key] for statement in section.statements if statement.key in chosen]


def missing_focus(template: RoleTemplate, chosen: list[Statement]) -> Focus | None:
    """Return the focus that the chosen lack for the balance the title promises, None where they keep it."""
    own = sum(statement.focus is template.focus for statement in chosen)
    other = sum(statement.focus not in (template.focus, Focus.SHARED) for statement in chosen)
    if 100 * own > template.balance_max * (own + other):
        return Focus.OPERATIONAL if template.focus is Focus.STRATEGIC else Focus.STRATEGIC
    return template.focus if 100 * own < template.balance_min * (own + other) else None


def _turns(pick: int) -> Iterator[str]:
    """Yield turns, enough for each of `pick` places even if only one kind has statements."""
    for _ in range(pick):
        yield from TURNS


def speakers(template: RoleTemplate, statements: Iterable[Statement]) -> dict[str, str]:
    """Return the key of the statement that answers each need: no statement for two needs.

    As many needs as possible get one (a maximum matching by augmenting paths), so that two
    owners with different needs read different postings. Statements that name fewer needs are
    tried first; a required one is in every posting and answers none. A need that no
    statement is left for is absent.
    """
    by_need = {
        need.key: sorted(
            (item for item in statements if need.key in item.needs and not item.required),
            key=lambda item: len(item.needs),
        )
        for need in template.needs
    }
    speaks_for: dict[str, str] = {}

    def claim(need: str, tried: set[str]) -> bool:
        for statement in by_need[need]:
            if statement.key not in tried:
                tried.add(statement.key)
                if statement.key not in speaks_for or claim(speaks_for[statement.key], tried):
                    speaks_for[statement.key] = need
                    return True
        return False

    for need in by_need:
        claim(need, set())
    return {need: key for key, need in speaks_for.items()}


def _speaking_for_others(own: dict[str, str], brief: Brief) -> set[str]:
    return {key for need, key in own.items() if need not in brief.needs}


def _for_the_business(
    turn: str, template: RoleTemplate, waiting: list[Statement], brief: Brief
) -> tuple[Statement, str] | None:
    if turn == "industry":
        matches = (statement for statement in waiting if brief.industry in statement.industries)
    else:
        matches = (statement for statement in waiting if statement.bound_to_headcount)
    statement = next(matches, None)
    return (statement, plain_reason(template, statement, brief)) if statement else None


def _for_a_need(
    template: RoleTemplate, waiting: list[Statement], chosen: list[Statement], brief: Brief, own: dict[str, str]
) -> tuple[Statement, str] | None:
    keys = {statement.key for statement in chosen}
    for_others = _speaking_for_others(own, brief)
    missing = missing_focus(template, chosen)

    def urgency(need: Need) -> tuple[bool, int]:
        return own.get(need.key) in keys, sum(need.key in statement.needs for statement in chosen)

    for need in sorted((need for need in template.needs if need.key in brief.needs), key=urgency):
        spoken_for = own.get(need.key) in keys
        answers = [
            statement
            for statement in waiting
            if need.key in statement.needs
            and statement.key not in for_others
            and not (spoken_for and missing and statement.focus not in (missing, Focus.SHARED))
        ]
        if answers:
            best = min(answers, key=lambda statement: statement.key != own.get(need.key))
            return best, f"You said: “{need.phrase}”."
    return None


def plain_reason(template: RoleTemplate, statement: Statement, brief: Brief) -> str:
    """Return why a statement is there that no need or area of the owner asked for."""
    if statement.traits:
        trait = next((item.phrase for item in template.traits if item.key == statement.traits[0]), statement.traits[0])
        return f"You said: “{trait}”."
    if statement.industries:
        phrase = next((item.phrase for item in template.industries if item.key == brief.industry), brief.industry)
        return f"Written for businesses in {phrase}."
    if statement.bound_to_headcount:
        return f"Written for businesses of {_people(statement)}."
    return f"Part of every {template.title} posting."


def _people(statement: Statement) -> str:
    low, high = statement.headcount_min, statement.headcount_max
    if low is None:
        return f"up to {high} people"
    return f"{low} people or more" if high is None else f"{low} to {high} people"
