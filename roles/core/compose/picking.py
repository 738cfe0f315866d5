"""Picking the statements of a section, one after the other, and why each was picked (`tailoring` has the order)."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from roles.core.document import Focus
from roles.core.limits import DUTIES

from .apt import has_target, of_trade
from .brief import MANY_DUTIES, Brief
from .placeholders import names
from .repeating import repeats
from .requirements import REQUIRED_LEAST, asks_alike, asks_to_lead
from .selection import Choice, missing_focus, plain_reason
from .template import RoleTemplate, Statement

DUTIES_OF_STARS = (2, 2, 1)
DUTIES_OF_TRADE = 2
# What any business has, whatever its trade: the areas of one that is in none of ours and names none itself.
AREAS_ANYWHERE = ("delivery", "people", "hiring", "quality", "safety", "budget")
REQUIRED_AIM = 4
# House words that name those who work there.
ROLE_WORDS = ("supervisors", "staff")
# From this place on the focus that the title lacks decides before the kind of business does.
STEERED_FROM = 3


@dataclass
class Picking:
    """The statements still waiting, and those chosen so far with their reasons."""

    template: RoleTemplate
    brief: Brief
    waiting: list[Statement]
    chosen: list[Choice] = field(default_factory=list)
    # Whether a statement of hers alone comes before one of the trade, of which there is one at most.
    plain: bool = False

    def duties(self, room: int, lines: int) -> None:
        """Choose ours to go beside her `lines`, none of which they repeat.

        Beyond the least of a list ours are about what she starred, ticked, needs or confirmed, or are usual in her
        trade. Several lines of an owner's are the list, to which ours would add what she did not ask for.
        """
        least = max(0, DUTIES[0] - lines)
        typed = [line for line in self.brief.own_duties.split("\n") if line]
        usual = next(
            (item.areas for item in self.template.industries if item.key == self.brief.industry), AREAS_ANYWHERE
        )
        others = self._set_aside(typed, usual)
        if len(typed) >= MANY_DUTIES:
            return
        self.plain = lines + sum(bool(item.name) for item in self.brief.scope) >= MANY_DUTIES
        self._asked(least if self.plain else max(0, room), least)
        for area in usual:
            self._take(least, _in_area(area), steered=True)
        self._fill(least)
        self.waiting += others
        self._fill(least)

    def _set_aside(self, typed: Sequence[str], usual: Collection[str]) -> list[Statement]:
        """Leave out what repeats a line of hers or is of areas she lacks; return what waits until nothing else is left.

        That is what is about areas that neither she nor her trade has, but where a need of hers has no other answer.
        """
        apt = {*usual, *(item.area for item in self.brief.scope)}
        absent = {area.key for area in self.template.areas if area.where_usual} - apt
        fresh = [
            item
            for item in self.waiting
            if not (item.areas and absent.issuperset(item.areas))
            and not any(repeats(item.text, line) for line in typed)
        ]
        suited = [item for item in fresh if not apt or not item.areas or apt.intersection(item.areas)]
        missed = set(self.brief.needs).difference(*(item.needs for item in suited))
        keys = {item.key for item in suited}
        suited = [item for item in fresh if item.key in keys or missed.intersection(item.needs)]
        self.waiting = suited if len(suited) >= DUTIES[1] else fresh
        kept = {item.key for item in self.waiting}
        return [item for item in fresh if item.key not in kept]

    def _asked(self, room: int, least: int) -> None:
        """Choose what she asked for: what she starred, needs and ticked, and what her trade and traits add."""
        for area, number in self._duties_of_stars():
            for _ in range(number):
                self._take(room, _in_area(area), self._starred(area))
        for need in self.template.needs:
            if need.key in self.brief.needs:
                self._take(room, _answers(need.key), f"You said: “{need.phrase}”.")
        for area in self._ticked():
            self._take(room, _in_area(area), steered=True)
        for _ in range(DUTIES_OF_TRADE):
            self._take(room, self._of_the_business, steered=True)
        for area in (*self._stars(), *(item.area for item in self.brief.scope)):
            self._take(min(room, least + 1 + bool(self._ticked())), _in_area(area), steered=True)

    def _duties_of_stars(self) -> list[tuple[str, int]]:
        """How many duties each area she starred gets; where few fit, each area is served once before any is twice."""
        stars = list(zip(self._stars(), DUTIES_OF_STARS, strict=False))
        if not self.plain:
            return stars
        aimed = [item.area for item in self.brief.scope if item.starred and has_target(item)]
        first = [*aimed, *(area for area, _ in stars if area not in aimed)]
        return [*((area, 1) for area in first), *((area, number - 1) for area, number in stars)]

    def _fill(self, least: int) -> None:
        while self._take(least, lambda item: True, steered=True):
            pass
        self._keep_balance()

    def required(self, lines: int) -> None:
        if lines >= REQUIRED_LEAST:  # what she asks for is the list
            return
        if lines:
            self._beside_hers(self.brief.own_required)
        room = REQUIRED_LEAST - lines if lines else REQUIRED_AIM
        self._take(room, lambda item: not item.areas and bool(item.bound_to_headcount or item.leads))
        for area in self._stars():
            self._take(room, _in_area(area), self._starred(area))
        # Beside a line of hers a proof of no area adds nothing.
        while not lines and self._take(room, lambda item: not (item.areas or item.bound_to_headcount or item.leads)):
            pass

    def _beside_hers(self, line: str) -> None:
        """Leave out what repeats her line, and what names a role by a word of ours."""
        house = self.brief.house_words
        ours = {name for name in ROLE_WORDS if not getattr(house, name)}
        leads = asks_to_lead(line)
        self.waiting = [
            item
            for item in self.waiting
            if not ours.intersection(names(item.text))
            and not (leads and not item.areas and (item.bound_to_headcount or item.leads))
            and not asks_alike(item.text, line)
        ]

    def preferred(self, room: int, *, alone: bool) -> None:
        """Choose what is usual in the trade, or of her areas where there is nothing usual and she wrote no line."""
        if not self._take(room, lambda item: self.brief.industry in item.industries) and alone:
            for area in self._stars():
                self._take(room, _in_area(area), self._starred(area))

    def skills(self, room: int) -> None:
        for area in self._stars():
            self._take(room, _in_area(area), self._starred(area))
        while not self._stars() and self._take(room, lambda item: not item.areas):
            pass

    def _keep_balance(self) -> None:
        """Give the last places to the focus that the title lacks, where all that was asked for leans one way."""
        for last in range(len(self.chosen) - 1, len(self.chosen) // 2, -1):
            lacking = missing_focus(self.template, [choice.statement for choice in self.chosen])
            fitting = [item for item in self._allowed() if item.focus is lacking]
            if lacking is None or not fitting:
                return
            given = self.chosen[last]
            # What she asked for keeps its answer, from the other side.
            stars = set(self._stars())
            asked = stars.intersection(given.statement.areas) or set(given.statement.areas)
            alike = [item for item in fitting if asked.intersection(item.areas)]
            best = min(
                alike or [item for item in fitting if stars.intersection(item.areas)] or fitting,
                key=self._rank(steered=True),
            )
            self._no_longer_waiting(best)
            reason = given.reason if alike and given.reason.startswith("You starred") else ""
            self.chosen[last] = Choice(best, reason or plain_reason(self.template, best, self.brief))

    def _take(self, room: int, suits: Callable[[Statement], bool], reason: str = "", *, steered: bool = False) -> bool:
        """Choose the best of the waiting that suit, where there is room; return whether there was one.

        `steered`: the focus that the title lacks decides before the kind of business does.
        """
        found = [item for item in self._allowed() if suits(item)] if len(self.chosen) < room else []
        if not found:
            return False
        best = min(found, key=self._rank(steered or len(self.chosen) >= STEERED_FROM))
        self._no_longer_waiting(best)
        self.chosen.append(Choice(best, reason or plain_reason(self.template, best, self.brief)))
        return True

    def _allowed(self) -> list[Statement]:
        if self.plain and any(self._beyond(choice.statement) for choice in self.chosen):
            return [item for item in self.waiting if not self._beyond(item)]
        return self.waiting

    def _beyond(self, item: Statement) -> bool:
        """Whether a statement asserts what is usual in a trade, beside what she starred."""
        return of_trade(item) and not set(item.areas).intersection(self._stars())

    def _no_longer_waiting(self, best: Statement) -> None:
        self.waiting = [item for item in self.waiting if item is not best]

    def _rank(self, steered: bool) -> Callable[[Statement], tuple[bool, ...]]:
        statements = [choice.statement for choice in self.chosen]
        lacking = missing_focus(self.template, statements)
        verbs = {_verb(item) for item in statements}
        texts = [item.text for item in statements]
        # Of what nobody asked for, one duty an area.
        areas = {area for item in statements for area in item.areas}.difference(item.area for item in self.brief.scope)

        def rank(item: Statement) -> tuple[bool, ...]:
            leads_on = lacking is not None and item.focus not in (lacking, Focus.SHARED)
            order = (leads_on, not self._of_the_business(item))
            trade = self.plain and self._beyond(item)
            again = any(repeats(item.text, text) for text in texts)
            crowded = bool(areas.intersection(item.areas))
            return (
                trade,
                *(order if steered else reversed(order)),
                not item.required,
                crowded,
                again,
                _verb(item) in verbs,
            )

        return rank

    def _of_the_business(self, item: Statement) -> bool:
        return self.brief.industry in item.industries or bool(item.traits)

    def _stars(self) -> Iterable[str]:
        return [item.area for item in self.brief.scope if item.starred]

    def _ticked(self) -> list[str]:
        """The areas she ticked without a star or a name, in her order."""
        return [item.area for item in self.brief.scope if not item.starred and not item.name]

    def _starred(self, key: str) -> str:
        name = next((area.name for area in self.template.areas if area.key == key), key)
        return f"You starred “{name}”."


def _in_area(key: str) -> Callable[[Statement], bool]:
    return lambda item: key in item.areas


def _answers(need: str) -> Callable[[Statement], bool]:
    return lambda item: need in item.needs


def _verb(item: Statement) -> str:
    return item.text.split(" ", 1)[0]
