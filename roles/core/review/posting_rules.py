"""Posting law as data: which dated rules touch a posting, and how surely.

A PostingRule is a row of `roles/content/posting-rules.yaml`. None of it is legal advice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from roles.core.dates import format_date
from roles.core.places import COUNTRIES, COUNTRY_OF, Places, places_of

Part = Literal[
    "range",
    "minimum_pay",
    "collective_agreement",
    "benefits",
    "other_pay",
    "closing_date",
    "how_to_apply",
    "job_description",
    "ai_statement",
    "vacancy_statement",
]
Ban = Literal["canadian_experience", "blanket_record_ban", "pay_history"]
CHECK_AGAIN_AFTER = timedelta(days=183)
OUT_OF_DATE_AFTER = timedelta(days=365)


class Reach(StrEnum):
    """How far a rule goes beyond posts on site: to those done at a home in the place, to those that could be done
    in the place or report into it as well, or no further that is known."""

    NONE = "none"
    DONE_THERE = "done_there"
    COULD_BE_DONE_THERE = "could_be_done_there"
    REPORTS_INTO = "reports_into"


class Seen(StrEnum):
    """What whoever checked a row has read: the statute's, regulation's or agency's own text, or a summary of it."""

    TEXT = "text"
    SUMMARY = "summary"

    @property
    def phrase(self) -> str:
        return "in its own text" if self is Seen.TEXT else "in a summary; open the source before you rely on it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRule:
    """What one place asks of a posting; of one that asks for nothing in it, that somebody has looked.

    `region` is the state, province or country in lower case words; a city's or county's rule has `city_names` too.
    `min_employees` is counted as `counts` describes, `min_in_place` of them in the place: all of them
    where the rule counts only people there, None where it does not ask where they are. From
    `effective_from` (None: in force since before the table was made) up to, not including,
    `effective_until`. `max_range_width` is in whole units of pay a year and does not bind
    where the upper end is above `width_free_above`. `forbids` is what a posting may not ask. Where
    `exclusion_ignored`, a remote post that turns people of the place away is still under the rule. `cure` is what
    puts a breach right, until and including `cure_until`. `checked_on` is the day somebody last
    read the source, `seen` what of it; an unverified rule is never shown as a duty.
    """

    key: str
    place: str
    region: str
    city_names: tuple[str, ...] = ()
    min_employees: int = 1
    min_in_place: int | None = None
    counts: str = ""
    carries: tuple[Part, ...] = ()
    forbids: tuple[Ban, ...] = ()
    no_open_ended: bool = False
    max_range_width: int | None = None
    width_free_above: int | None = None
    effective_from: date | None = None
    effective_until: date | None = None
    enforced_from: date | None = None
    remote_reach: Reach = Reach.NONE
    exclusion_ignored: bool = False
    cure: str = ""
    cure_until: date | None = None
    note: str = ""
    source: str
    checked_on: date
    seen: Seen = Seen.SUMMARY
    verified: bool = True

    @property
    def asks_nothing(self) -> bool:
        """Whether it only records that somebody has looked for a rule of the place, and knows of none for a posting."""
        return not (self.carries or self.forbids)

    @property
    def country(self) -> str:
        """The country the place is in, or is (ISO 3166-1)."""
        return COUNTRY_OF.get(self.region) or COUNTRIES[self.region]

    def due_for_check(self, today: date) -> bool:
        """Whether nobody has read the source for more than six months: the consultants' to do."""
        return today - self.checked_on > CHECK_AGAIN_AFTER

    def out_of_date(self, today: date) -> bool:
        """Whether nobody has read the source for more than a year, which an owner is shown."""
        return today - self.checked_on > OUT_OF_DATE_AFTER

    def cure_on(self, day: date) -> str:
        """What puts a breach of that day right, "" where nothing is known to."""
        return "" if self.cure_until and day > self.cure_until else self.cure


class Status(StrEnum):
    REQUIRED = "required"
    PERHAPS = "perhaps"
    STARTS = "starts"
    NOT_REQUIRED = "not_required"
    NO_DUTY = "no_duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What a rule asks of one posting on one day. `starts` is the day of a rule yet to come;
    `why` is what decided, in plain words; `touches` is False for a rule of another place."""

    rule: PostingRule
    status: Status
    why: str
    starts: date | None = None
    touches: bool = True

    @property
    def asks(self) -> str:
        """The place and how surely it asks, before what it asks for: "Colorado may ask for"."""
        place = capital(self.rule.place)
        if self.starts:
            return f"{place} asks from {format_date(self.starts)} for"
        return f"{place} {'may ask' if self.status is Status.PERHAPS else 'asks'} for"


def applicable(
    rules: Iterable[PostingRule],
    places: Places | str,
    headcount: int | None,
    remote: bool,
    today: date,
    *,
    excluded: frozenset[str] = frozenset(),
    only_in: bool = False,
    sites: int | None = None,
    staffed: frozenset[str] = frozenset(),
) -> list[Application]:
    """Return, for each rule in order, whether it asks something of a posting.

    `places` is the address as written, or what `places_of` made of it; `headcount` a number of
    people and `sites` of locations, None when not known. `excluded` are the regions and cities, in
    lower case, that a remote post cannot be done in; with `only_in` it can be done in `places` alone.
    `staffed` are the regions, likewise, where the business is known to have somebody.
    "Perhaps" is a rule that an answer nobody gave decides: where a
    remote post will be done or reports to, how many people the business has, or how many of
    them are in the place. A business of one site has all its people there; of several we do
    not know, only that a post on site puts one person there.
    """
    if isinstance(places, str):
        places = places_of(places)
    post = _Post(places, headcount, sites, remote, excluded, only_in, staffed)
    return [_application(rule, post, today) for rule in rules]


@dataclass(frozen=True, slots=True)
class _Post:
    """What is known of a post and its employer."""

    places: Places
    headcount: int | None
    sites: int | None
    remote: bool
    excluded: frozenset[str]
    only_in: bool
    staffed: frozenset[str]


def _application(rule: PostingRule, post: _Post, today: date) -> Application:
    def answer(status: Status, why: str, starts: date | None = None, *, touches: bool = True) -> Application:
        return Application(rule=rule, status=status, why=why, starts=starts, touches=touches)

    there = _there(rule, post.places)
    if not there and not (post.remote and not post.only_in and _reaches(rule, post.places)):
        return answer(Status.NOT_REQUIRED, f"The post is not in {rule.place}.", touches=False)
    if rule.asks_nothing:
        return answer(Status.NO_DUTY, f"We know of no law of {rule.place} on what a posting must say.")
    turned_away = not there and not post.excluded.isdisjoint({rule.region, *rule.city_names})
    if turned_away and not rule.exclusion_ignored:
        return answer(Status.NOT_REQUIRED, f"The posting excludes {rule.place}.")
    if post.headcount is not None and post.headcount < rule.min_employees:
        return answer(Status.NOT_REQUIRED, f"{capital(rule.place)} asks it of {_employers(rule)}.")
    if rule.effective_until and today >= rule.effective_until:
        return answer(Status.NOT_REQUIRED, f"The rule of {rule.place} ended on {format_date(rule.effective_until)}.")
    if rule.effective_from and today < rule.effective_from:
        day = format_date(rule.effective_from)
        # What may reach a post from elsewhere one day is reported when it does.
        return answer(Status.STARTS, f"The rule of {rule.place} starts on {day}.", rule.effective_from, touches=there)
    doubts = list(_doubts(rule, post, there=there))
    known = _known_there(rule, post) and rule.verified
    if turned_away and not known:
        doubts.append(f"To turn away people in {rule.place} does not take a posting out of the rule.")
    if doubts:
        return answer(Status.PERHAPS, " ".join(doubts))
    if not there:
        return answer(
            Status.REQUIRED, f"The post could be done in {rule.place}, where the business has people already."
        )
    return answer(Status.REQUIRED, f"The post is in {rule.place}, which asks it of {_employers(rule)}.")


_REACHED = {
    Reach.REPORTS_INTO: "report to somebody or to an office there",
    Reach.COULD_BE_DONE_THERE: "could be done there",
}


def _doubts(rule: PostingRule, post: _Post, *, there: bool) -> Iterator[str]:
    if post.remote and not there and not _known_there(rule, post):
        yield f"The rule of {rule.place} also covers remote posts that {_REACHED[rule.remote_reach]}."
        if (rule.min_in_place or 0) == 1:
            yield f"It is asked of an employer who has at least one person in {rule.place}."
    elif post.remote and not post.only_in and there and rule.remote_reach is Reach.NONE:
        yield f"Whether the rule of {rule.place} covers a remote post is not in our table."
    if post.headcount is None and rule.min_employees > 1:
        yield f"{capital(rule.place)} asks it of {_employers(rule)}."
    elif there and post.sites != 1 and (rule.min_in_place or 1) > 1:
        yield f"It counts people in {rule.place}, and how many of yours are there is not known."
    if not rule.verified:
        yield "Our note of this rule has not been checked against its source."


def _known_there(rule: PostingRule, post: _Post) -> bool:
    """Whether the rule surely reaches a remote post: it could be done in the place, where the business has somebody."""
    one_is_enough = (rule.min_in_place or 1) == 1 and not rule.city_names
    return one_is_enough and rule.remote_reach is Reach.COULD_BE_DONE_THERE and rule.region in post.staffed


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
    if rule.region not in COUNTRY_OF:
        return rule.country in places.abroad
    if rule.city_names:
        return places.includes(rule.city_names, rule.region)
    return places.includes((rule.region,))


def _reaches(rule: PostingRule, places: Places) -> bool:
    """Whether the rule may cover a remote post outside its place.

    Into a place reports, as far as we know, only what names no other: a posting with a state
    of its own reports there.
    """
    if rule.country not in places.countries:
        return False
    if rule.remote_reach is Reach.REPORTS_INTO:
        return not places.regions
    return rule.remote_reach is Reach.COULD_BE_DONE_THERE
