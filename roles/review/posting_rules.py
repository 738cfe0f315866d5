"""Posting law as data: which dated rules touch a posting, and how surely.

A PostingRule is a row of `roles/content/posting-rules.yaml`. None of it is legal advice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from . import places as place_names
from .places import COUNTRY_OF, Places

Part = Literal["range", "benefits", "other_pay", "closing_date", "job_description", "ai_statement", "vacancy_statement"]
CHECK_AGAIN_AFTER = timedelta(days=365)


class Reach(StrEnum):
    """How far a rule goes beyond posts on site: to remote posts that could be done in the
    place, to remote posts that report into it, or no further that is known."""

    NONE = "none"
    COULD_BE_DONE_THERE = "could_be_done_there"
    REPORTS_INTO = "reports_into"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRule:
    """What one place asks of a posting.

    `region` is the state or province in lower case words; a city's rule has `city_names` too.
    `min_employees` counts as `counts` says, `min_in_place` of them in the place. From
    `effective_from` (None: in force since before the table was made) up to, not including,
    `effective_until`. `max_range_width` is in whole units of pay a year and does not bind
    where the upper end is above `width_free_above`. `checked_on` is the day somebody last
    read the source; an unverified rule is never shown as fact.
    """

    key: str
    place: str
    region: str
    city_names: tuple[str, ...] = ()
    min_employees: int = 1
    min_in_place: int | None = None
    counts: str = ""
    carries: tuple[Part, ...]
    no_open_ended: bool = False
    max_range_width: int | None = None
    width_free_above: int | None = None
    effective_from: date | None = None
    effective_until: date | None = None
    enforced_from: date | None = None
    remote_reach: Reach = Reach.NONE
    note: str = ""
    source: str
    checked_on: date
    verified: bool = True

    def due_for_check(self, today: date) -> bool:
        """Whether nobody has read the source for more than a year."""
        return today - self.checked_on > CHECK_AGAIN_AFTER


class Status(StrEnum):
    REQUIRED = "required"
    PERHAPS = "perhaps"
    STARTS = "starts"
    NOT_REQUIRED = "not_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What a rule asks of one posting on one day. `starts` is the day of a rule yet to come;
    `why` says in plain words what decided."""

    rule: PostingRule
    status: Status
    why: str
    starts: date | None = None


def applicable(
    rules: Iterable[PostingRule],
    places: Places | str,
    headcount: int | None,
    remote: bool,
    today: date,
    *,
    excluded: str = "",
) -> list[Application]:
    """Return, for each rule in order, whether it asks something of a posting.

    `places` is the address as written, or what `places_of` made of it; `headcount` a number of
    people, None when not known. `excluded` is folded text naming where a remote post cannot be
    done. "Perhaps" is a rule that an answer nobody gave decides: where a remote post will be
    done or reports to, or how many people the business has.
    """
    if isinstance(places, str):
        places = place_names.places_of(places)
    return [_application(rule, places, headcount, remote, today, excluded) for rule in rules]


def _application(
    rule: PostingRule, places: Places, headcount: int | None, remote: bool, today: date, excluded: str
) -> Application:
    def answer(status: Status, why: str, starts: date | None = None) -> Application:
        return Application(rule=rule, status=status, why=why, starts=starts)

    there = _there(rule, places)
    doubts = list(_doubts(rule, there, headcount, remote))
    if not there and not (remote and rule.remote_reach is Reach.COULD_BE_DONE_THERE and _same_country(rule, places)):
        return answer(Status.NOT_REQUIRED, f"The post is not in {rule.place}.")
    if not there and excluded and any(name in excluded for name in (rule.region, *rule.city_names)):
        return answer(Status.NOT_REQUIRED, f"The posting excludes {rule.place}.")
    if headcount is not None and headcount < rule.min_employees:
        return answer(
            Status.NOT_REQUIRED, f"{rule.place} asks it of employers with {rule.min_employees} people or more."
        )
    if rule.effective_until and today >= rule.effective_until:
        return answer(Status.NOT_REQUIRED, f"The rule of {rule.place} ended on {rule.effective_until}.")
    if rule.effective_from and today < rule.effective_from:
        return answer(Status.STARTS, f"The rule of {rule.place} starts on {rule.effective_from}.", rule.effective_from)
    if doubts:
        return answer(Status.PERHAPS, " ".join(doubts))
    return answer(Status.REQUIRED, f"The post is in {rule.place}, which asks it of {_employers(rule)}.")


def _doubts(rule: PostingRule, there: bool, headcount: int | None, remote: bool) -> Iterator[str]:
    if remote and not there:
        yield f"The rule of {rule.place} also covers remote posts that could be done there."
    elif remote and rule.remote_reach is Reach.NONE:
        yield f"Whether the rule of {rule.place} covers a remote post is not in our table."
    if headcount is None:
        yield f"{rule.place} asks it of {_employers(rule)}."
    if not rule.verified:
        yield "Our note of this rule has not been checked against its source."


def _employers(rule: PostingRule) -> str:
    if rule.min_employees <= 1:
        return "every employer"
    return f"employers with {rule.min_employees} people or more"


def _there(rule: PostingRule, places: Places) -> bool:
    if rule.city_names:
        return place_names.names(places, rule.city_names, rule.region)
    return place_names.names(places, (rule.region,))


def _same_country(rule: PostingRule, places: Places) -> bool:
    return COUNTRY_OF[rule.region] in places.countries
