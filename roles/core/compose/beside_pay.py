"""What an owner writes beside the amounts in the box for pay is a fact of the posting: "60-68k plus van"."""

from dataclasses import replace
from functools import lru_cache

from roles.core.document import Facts
from roles.core.folding import fold

from .brief import Brief
from .terms import listed
from .typed_pay import read_pay


@lru_cache(maxsize=64)
def with_beside_pay(brief: Brief) -> Brief:
    """Return the brief with what is given beside the pay among its bonus and benefits, unless it is there already.

    Benefits typed on a single line are a list.
    """
    benefits_of_hers = listed(brief.benefits)
    pay = read_pay(brief.pay)
    known = fold(f"{brief.bonus}\n{benefits_of_hers}")
    bonuses, benefits = ([part for part in parts if fold(part) not in known] for parts in (pay.bonuses, pay.benefits))
    pay_parts = [f" {fold(part)} " for part in (*bonuses, *benefits)]
    benefits_of_hers = "\n".join(  # "PTO" beside "PTO 3 weeks"
        line for line in benefits_of_hers.split("\n") if not any(f" {fold(line)} " in part for part in pay_parts)
    )
    if not (bonuses or benefits) and benefits_of_hers == brief.benefits:
        return brief
    return replace(
        brief,
        bonus=brief.bonus or ", ".join(bonuses),
        benefits="\n".join(filter(None, (benefits_of_hers, *benefits))),
    )


def with_words_beside(facts: Facts, brief: Brief) -> Facts:
    """Return the facts with what is beside the pay and is neither bonus nor benefit behind it: "OTE 95k"."""
    known = fold(f"{brief.bonus}\n{brief.benefits}")
    others = [part for part in read_pay(brief.pay).others if fold(part) not in known]
    if not (facts.base_salary and others):
        return facts
    plain, bonus, _ = dict(facts.plain_lines())["Pay"].partition(" plus bonus")
    words = "".join(f" {part}" if " " not in part else f", {part}" for part in others)  # "base", "negotiable"
    return replace(facts, words=(("Pay", f"{plain}{words}{bonus}"),))
