"""What an owner writes beside the amounts in the box for pay is a fact of the posting: "60-68k plus van"."""

from dataclasses import replace

from roles.core.folding import fold

from .brief import Brief
from .terms import listed
from .typed_pay import read_pay


def with_beside_pay(brief: Brief) -> Brief:
    """Return the brief with what is given beside the pay among its bonus and benefits, unless it is there already.

    Benefits typed on a single line are a list.
    """
    benefits_of_hers = listed(brief.benefits)
    pay = read_pay(brief.pay)
    known = fold(f"{brief.bonus}\n{benefits_of_hers}")
    bonuses, benefits = ([part for part in parts if fold(part) not in known] for parts in (pay.bonuses, pay.benefits))
    if not (bonuses or benefits) and benefits_of_hers == brief.benefits:
        return brief
    return replace(
        brief,
        bonus=brief.bonus or ", ".join(bonuses),
        benefits="\n".join(filter(None, (benefits_of_hers, *benefits))),
    )
