"""What would make a posting stronger: the answers still open, the most telling first.

The order follows what readers of postings look at first (pay 61%, qualifications and details 49%, goals 33%;
LinkedIn's heat map of 450 members, a vendor's figure) and what owners missed in postings of ours.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .scope import Answered, as_measure
from .template import RoleTemplate

SHOWN_MAX = 5


def stronger(template: RoleTemplate, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return (name of the answer, what to add) for what is still open, at most SHOWN_MAX, in order.

    `answers` are those given so far, by the fields of a Brief. Templates of schema 1 ask for none of it.
    """
    return list(_open(template, answers))[:SHOWN_MAX] if template.asks_for_areas else []


def _open(template: RoleTemplate, answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    scope: tuple[Answered, ...] = answers.get("scope", ())
    names = {area.key: area.name for area in template.areas}
    stars = [item for item in scope if item.starred]
    if not stars:
        yield "scope", "Say what this person answers for: the posting opens with it"
    if "base_salary" not in answers:
        yield "base_salary", "Add the pay: readers look for it first"
    for item in stars:
        if not item.name:
            yield "scope", f"Name what you mean by “{names.get(item.area, item.area)}”: which teams, sites, how much"
            break
    for item in stars:
        if not as_measure(item.target):
            yield "scope", f"Add a target for “{names.get(item.area, item.area)}”, and by when"
    for name, words in _PLAIN:
        if name not in answers:
            yield name, words


_PLAIN = (
    ("apply_to", "Say where people apply"),
    ("leads", "Say who reports to the role"),
    ("own_duties", "Add one thing that only your business needs done"),
    ("own_required", "Add what they must have done or hold"),
    ("why_now", "Say why the job is open now: what changed, who did it until now"),
    ("decides", "Say what this person decides alone"),
    ("benefits", "List the benefits"),
    ("schedule", "Say the hours and the pattern of the week"),
    ("about", "Say in a sentence what the business does"),
    ("start", "Add when the work begins"),
    ("hiring_steps", "List the steps of hiring"),
)
