"""What the posting laws of a place ask of the pay while it is typed: shown beside the box for it. Not legal advice."""

from collections.abc import Iterable
from datetime import date

from roles.core.money import BaseSalary
from roles.core.places import places_named, read_place

from .posting_parts import BOTH_ENDS, NAMES, PAY_ITSELF
from .posting_rules import PostingRule, Status, applicable

_ASKING = (Status.REQUIRED, Status.PERHAPS, Status.STARTS)
_SHOWN_MAX = 2


def pay_asked(
    rules: Iterable[PostingRule],
    place: str,
    salary: BaseSalary | None,
    today: date,
    *,
    headcount: int | None = None,
    sites: int | None = None,
    remote: bool = False,
) -> str:
    """Return what the laws of a place ask for that a missing or open-ended range has not got, "" for nothing.

    `place` is the owner's line; of one that was not read surely nothing is stated. At most _SHOWN_MAX laws are named,
    the surest first.
    """
    reading = read_place(place)
    if not reading.sure or (salary and None not in (salary.min_value, salary.max_value)):
        return ""
    found = applicable(
        rules,
        places_named(reading),
        headcount,
        remote,
        today,
        excluded=frozenset(each.region_name.lower() for each in reading.excluded),
        only_in=remote and all(each.region and not each.town for each in reading.places),
        sites=sites,
    )
    asked = {
        f"{each.asks} {words}": each
        for each in found
        if each.touches and each.status in _ASKING and each.rule.verified and (words := _words(each.rule, salary))
    }
    shown = sorted(asked, key=lambda words: _ASKING.index(asked[words].status))[:_SHOWN_MAX]
    return f"{'. '.join(shown)}. This is not legal advice." if shown else ""


def _words(rule: PostingRule, salary: BaseSalary | None) -> str:
    if salary is None:
        return " and ".join(NAMES[part] for part in rule.carries if part in PAY_ITSELF)
    return BOTH_ENDS if rule.no_open_ended and "range" in rule.carries else ""
