"""Tailoring: which statements of a section a brief gets that states what its post answers for.

The owner's own lines come first and count among the places. Then, for what the post does:

1. starred areas in the owner's order, two duties for the first two, one for the third;
2. one for each need, and one for each area she ticked;
3. what her kind of business and her traits add, two at most;
4. one more for each star, one for each area usual in her kind of business, then the consultants' order: until there are
   `DUTIES[0] + 1`.

Where all that was asked for leans one way, the last places go to the focus the title lacks. Of the statements
that answer the same, one written for her kind of business or her traits goes first,
then one of the focus the title lacks for its balance, then one that begins with a verb not used yet.
More own lines than places: hers all stay, ours add none. Where she writes much herself ours only fill the list to its
least, from her areas first, beside what she starred with one statement of her trade at most.
"""

from collections.abc import Mapping

from roles.core.document import Item
from roles.core.limits import DUTIES, Purpose

from .brief import MANY_DUTIES, Brief
from .picking import Picking
from .placeholders import own_words
from .selection import Choice, plain_reason
from .template import RoleTemplate, Section

# Of ours: what would be nice is the owner's to say, so that one thing usual in the trade is enough beside hers.
PREFERRED_MAX = 2
SKILLS_MAX = 3

Offered = Mapping[str, tuple[Item, ...]]
"""Statement key to the items it makes, for those of a section that fit and can be filled."""


def tailor(template: RoleTemplate, section: Section, offered: Offered, brief: Brief) -> list[Choice]:
    """Return the chosen statements of a section, in the order a posting has them."""
    here = [statement for statement in section.statements if statement.key in offered]
    own = [Choice(item, "Your own lines.") for item in here if own_words(item.text)]
    lines = sum(len(offered[choice.statement.key]) for choice in own)
    own_duties = [line for line in brief.own_duties.split("\n") if line]
    picking = Picking(template, brief, [item for item in here if not own_words(item.text)])
    match section.purpose:
        case Purpose.DUTIES:
            picking.duties((section.pick or DUTIES[1]) - lines, lines)
        case Purpose.REQUIRED:
            picking.required(lines)
        case Purpose.PREFERRED:
            # What she would like is the list; one who wrote the work down would have written this.
            if not lines and len(own_duties) < MANY_DUTIES:
                picking.preferred(PREFERRED_MAX, alone=not (brief.own_required or brief.own_duties))
        case Purpose.SKILLS:
            # Beside words of her own on the work or on whom she wants, skills of ours add nothing.
            picking.skills(0 if brief.own_required or brief.own_duties or brief.own_preferred else SKILLS_MAX)
        case _:
            return [Choice(item, plain_reason(template, item, brief)) for item in here][: section.pick]
    return [*own, *picking.chosen]
