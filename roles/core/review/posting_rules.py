"""Posting law as data: which dated rules touch a posting, and how surely.

A PostingRule is a row of `roles/content/posting-rules.yaml`. None of it is legal advice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from roles.core.dates import format_date
from roles.core.places import COUNTRY_OF, Places, places_of

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
    `min_employees` is counted as `counts` describes, `min_in_place` of them in the place: all of them
    where the rule counts only people there, None where it does not ask where they are. From
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
    `why` is what decided, in plain words; `touches` is False for a rule of another place."""

    rule: PostingRule
    status: Status
    why: str
    starts: date | None = None
    touches: bool = True


def applicable(
    rules: Iterable[PostingRule],
    places: Places | str,
    headcount: int | None,
    remote: bool,
    today: date,
    *,
    excluded: str = "",
    sites: int | None = None,
) -> list[Application]:
    """Return, for each rule in order, whether it asks something of a posting.

    `places` is the address as written, or what `places_of` made of it; `headcount` a number of
    people and `sites` of locations, None when not known. `excluded` is folded text naming where a
    remote post cannot be done. "Perhaps" is a rule that an answer nobody gave decides: where a
    remote post will be done or reports to, how many people the business has, or how many of
    them are in the place. A business of one site has all its people there; of several we do
    not know, only that a post on site puts one person there.
    """
    if isinstance(places, str):
        places = places_of(places)
    return [_application(rule, places, headcount, sites, remote, today, excluded) for rule in rules]


def _application(
    rule: PostingRule,
    places: Places,
    headcount: int | None,
    sites: int | None,
    remote: bool,
    today: date,
    excluded: str,
) -> Application:
    def answer(status: Status, why: str, starts: date | None = None, *, touches: bool = True) -> Application:
        return Application(rule=rule, status=status, why=why, starts=starts, touches=touches)

    there = _there(rule, places)
    if not there and not (remote and _reaches(rule, places)):
        return answer(Status.NOT_REQUIRED, f"The post is not in {rule.place}.", touches=False)
    if not there and excluded and any(name in excluded for name in (rule.region, *rule.city_names)):
        return answer(Status.NOT_REQUIRED, f"The posting excludes {rule.place}.")
    if headcount is not None and headcount < rule.min_employees:
        return answer(Status.NOT_REQUIRED, f"{capital(rule.place)} asks it of {_employers(rule)}.")
    if rule.effective_until and today >= rule.effective_until:
        return answer(Status.NOT_REQUIRED, f"The rule of {rule.place} ended on {format_date(rule.effective_until)}.")
    if rule.effective_from and today < rule.effective_from:
        day = format_date(rule.effective_from)
        return answer(Status.STARTS, f"The rule of {rule.place} starts on {day}.", rule.effective_from)
    if doubts := list(_doubts(rule, there, headcount, sites, remote)):
        return answer(Status.PERHAPS, " ".join(doubts))
    return answer(Status.REQUIRED, f"The post is in {rule.place}, which asks it of {_employers(rule)}.")


def _doubts(rule: PostingRule, there: bool, headcount: int | None, sites: int | None, remote: bool) -> Iterator[str]:
    if remote and not there:
        which = "report into it" if rule.remote_reach is Reach.REPORTS_INTO else "could be done there"
        yield f"The rule of {rule.place} also covers remote posts that {which}."
    elif remote and rule.remote_reach is Reach.NONE:
        yield f"Whether the rule of {rule.place} covers a remote post is not in our table."
    if headcount is None and rule.min_employees > 1:
        yield f"{capital(rule.place)} asks it of {_employers(rule)}."
    elif there and sites != 1 and (rule.min_in_place or 1) > 1:
        yield f"It counts people in {rule.place}, and how many of yours are there is not known."
    if not rule.verified:
        yield "Our note of this rule has not been checked against its source."


def _employers(rule: PostingRule) -> str:
    if rule.min_employees <= 1:
        return "every employer"
    if (rule.min_in_place or 1) >= rule.min_employees:
        return f"employers with {rule.min_employees} people or more there"
    return f"employers with {rule.min_employees} people or more"


def capital(place: str) -> str:
    """Return the place as it begins a sentence: "The District of Columbia"."""
    return place[:1].upper() + place[1:]


def _there(rule: PostingRule, places: Places) -> bool:
    if rule.city_names:
        return places.includes(rule.city_names, rule.region)
    return places.includes((rule.region,))


def _reaches(rule: PostingRule, places: Places) -> bool:
    """Whether the rule may cover a remote post outside its place.

    Into a place reports, as far as we know, only what names no other: a posting with a state
    of its own reports there.
    """
    if COUNTRY_OF[rule.region] not in places.countries:
        return False
    if rule.remote_reach is Reach.REPORTS_INTO:
        return not places.regions
    return rule.remote_reach is Reach.COULD_BE_DONE_THERE
