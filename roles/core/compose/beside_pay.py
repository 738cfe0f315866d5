"""What an owner writes beside the amounts in the box for pay is a fact of the posting: "60-68k plus van"."""

import re
from dataclasses import replace
from functools import lru_cache

from roles.core.document import Facts
from roles.core.folding import fold

from .brief import Brief
from .terms import listed
from .typed_pay import read_pay

# A word that states nothing of its own belongs to the pay: “plus super”; a list of benefits is not made of it.
_BARE = re.compile(r"(?:plus |an? )?(super(?:annuation)?|bonus(?:es)?|commission|tips|overtime)\.?", re.IGNORECASE)


@lru_cache(maxsize=64)
def with_beside_pay(brief: Brief) -> Brief:
    """Return the brief with what is given beside the pay among its bonus and benefits, unless it is there already.

    Benefits typed on a single line are a list. What states nothing but that there is some stays with the pay.
    """
    benefits_of_hers = listed(brief.benefits)
    pay = read_pay(brief.pay)
    known = fold(f"{brief.bonus}\n{benefits_of_hers}")
    bonuses, benefits = ([part for part in parts if fold(part) not in known] for parts in (pay.bonuses, pay.benefits))
    pay_parts = [f" {fold(part)} " for part in (*bonuses, *benefits)]
    benefits_of_hers = "\n".join(  # "PTO" beside "PTO 3 weeks"
        line for line in benefits_of_hers.split("\n") if not any(f" {fold(line)} " in part for part in pay_parts)
    )
    if brief.base_salary:
        lines = [line for line in benefits_of_hers.split("\n") if not _BARE.fullmatch(line)]
        benefits_of_hers, benefits = "\n".join(lines), [part for part in benefits if not _BARE.fullmatch(part)]
    if not (bonuses or benefits) and benefits_of_hers == brief.benefits:
        return brief
    return replace(
        brief,
        bonus=brief.bonus or ", ".join(bonuses),
        benefits="\n".join(filter(None, (benefits_of_hers, *benefits))),
    )


def is_of_pay(brief: Brief) -> bool:
    """Whether the bonus is a bare word that the line on pay has."""
    return bool(brief.base_salary and _BARE.fullmatch(brief.bonus))


def with_words_beside(facts: Facts, brief: Brief) -> Facts:
    """Return the facts with what is beside the pay and is neither bonus nor benefit behind it: "OTE 95k", and what is
    no more than a word: “plus super and commission”."""
    known = fold(f"{brief.bonus}\n{brief.benefits}")
    pay = read_pay(brief.pay)
    others = [part for part in pay.others if fold(part) not in known]
    given = [*pay.benefits, *pay.bonuses, *listed(brief.benefits).split("\n"), brief.bonus]
    bare = dict.fromkeys(match[1].lower().removesuffix("es") for part in given if (match := _BARE.fullmatch(part)))
    if not facts.base_salary or not (others or bare):
        return facts
    plain, bonus, _ = dict(facts.plain_lines())["Pay"].partition(" plus bonus")
    words = "".join(f" {part}" if " " not in part else f", {part}" for part in others)  # "base", "negotiable"
    if bonus and "commission" not in bare:
        bare["bonus"] = None
    within = [
        word for word in bare if re.search(rf"\binc(?:l|luding|lusive of)?\b\.?:? {word}", brief.pay, re.IGNORECASE)
    ]
    more = [word for word in bare if word not in within]
    words += f", including {' and '.join(within)}" if within else ""
    words += f"{',' if within else ''} plus {' and '.join(more)}" if more else ""
    return replace(facts, words=(("Pay", f"{plain}{words}"),))
