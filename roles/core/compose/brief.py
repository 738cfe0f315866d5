"""The brief: an owner's answers about the business and the post.

A Brief tidies white space when it is made and never changes an answer otherwise;
`problems` gives, answer by answer, what the owner should put right.
"""

import re
import unicodedata
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from roles.core.blanks import blank_in
from roles.core.codec import Schema
from roles.core.document import EmploymentType, Workplace
from roles.core.limits import AREAS_MAX, HEADCOUNT_MAX, NEEDS_MAX, OWN_LINES_MAX, SITES_MAX, STARS_MAX
from roles.core.money import BaseSalary, plausible
from roles.core.places import COUNTRY_KEYS, is_only_remote

from .apply_to import way_problem
from .given import is_given
from .house_words import UNSAID, HouseWords
from .leads import Leads
from .scope import Answered, Target
from .superiors import OWNER as OWNER
from .superiors import is_open

T = TypeVar("T")

# The industry of an owner whose own is not among the template's: no row, but always a choice.
# No statement is bound to it, and `industry_name` may hold how the posting names it.
OTHER_INDUSTRY = "other"

# The message on a number outside its bounds, by whoever finds it there.
OUT_OF_BOUNDS = {
    "headcount": f"Give a number of people from 1 to {HEADCOUNT_MAX}.",
    "sites": f"Give a number of locations from 1 to {SITES_MAX:,}.",
    "travel": "Give a share of working time from 0 to 100 per cent.",
}

PAY_SHOWN_MAX = 10**12

# When the work begins, where that is all there is to say.
_SOON = re.compile(r"a\.?s\.?a\.?p\.?|as soon as possible", re.IGNORECASE)

# Categories of characters that leave no ink of their own.
_UNSEEN = frozenset(("Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs"))

_SPACES = re.compile(r"[ \t\v\f]+")
_BREAKS = re.compile(r"\r\n|[\r\n\u2028\u2029]")
# Embeddings, overrides and isolates: they turn the words after them around.
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _line(limit: int) -> dict[str, int | bool]:
    return {"limit": limit, "lines": False}


def _lines(limit: int) -> dict[str, int | bool]:
    return {"limit": limit, "lines": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An owner's answers. Text left empty means "not given"; nothing is guessed for it.

    `headcount` is a number of people, `travel` a percentage of working time, `needs`, `traits`, the
    areas of `scope` and `industry` are keys of the role template; keys it does not know match nothing.
    With `OTHER_INDUSTRY`, `industry_name` is how the posting names it, after "in". `country` is a key of
    `COUNTRY_KEYS` where the owner corrected the reading of `place`. `pay` is what she typed in the box for pay,
    "60-70k DOE", and `base_salary` what was read of it.
    """

    schema: Schema = 1
    company: str = field(metadata=_line(100))
    industry: str = field(metadata=_line(50))
    industry_name: str = field(default="", metadata=_line(60))
    headcount: int
    place: str = field(metadata=_line(100))
    about: str = field(default="", metadata=_lines(600))
    sites: int = 1
    needs: tuple[str, ...] = ()
    goal: str = field(default="", metadata=_line(200))
    reports_to: str = field(default=OWNER, metadata=_line(80))
    leads: str = field(default="", metadata=_line(150))
    spending_limit: str = field(default="", metadata=_line(60))
    budget: str = field(default="", metadata=_line(60))
    workplace: Workplace = Workplace.ON_SITE
    employment_type: EmploymentType = EmploymentType.FULL_TIME
    travel: int | None = None
    base_salary: BaseSalary | None = None
    benefits: str = field(default="", metadata=_lines(800))
    apply_to: str = field(default="", metadata=_line(200))
    hiring_steps: str = field(default="", metadata=_lines(600))
    valid_through: date | None = None
    # What the post answers for, in the owner's order, and what is true of the business.
    scope: tuple[Answered, ...] = ()
    traits: tuple[str, ...] = ()
    house_words: HouseWords = UNSAID
    leads_kind: Leads | None = None
    # Her own lines: printed as typed, before ours.
    own_duties: str = field(default="", metadata=_lines(3_000))
    own_required: str = field(default="", metadata=_lines(2_000))
    own_preferred: str = field(default="", metadata=_lines(1_200))
    why_now: str = field(default="", metadata=_lines(800))
    culture: str = field(default="", metadata=_lines(600))
    conditions: str = field(default="", metadata=_lines(1_200))
    equal_opportunity: str = field(default="", metadata=_lines(1_000))
    # Facts that are in a sentence of ours.
    partner: str = field(default="", metadata=_line(120))
    decides: str = field(default="", metadata=_line(200))
    keeps: str = field(default="", metadata=_line(200))
    bonus: str = field(default="", metadata=_line(250))
    schedule: str = field(default="", metadata=_line(150))
    travel_pattern: str = field(default="", metadata=_line(200))
    start: str = field(default="", metadata=_line(60))
    apply_with: str = field(default="", metadata=_line(250))
    answer_by: str = field(default="", metadata=_line(80))
    right_to_work: bool = False
    country: str = field(default="", metadata=_line(10))
    pay: str = field(default="", metadata=_line(100))
    # What else the post answers for, in her words: beside the areas that are ticked and not named.
    also_typed: str = field(default="", metadata=_line(200))

    def __post_init__(self) -> None:
        for name, rule in TEXT_FIELDS.items():
            tidied = tidy(getattr(self, name), lines=rule["lines"])
            object.__setattr__(self, name, tidied)
        object.__setattr__(self, "scope", tuple(_tidied(item) for item in self.scope))
        object.__setattr__(self, "house_words", _tidied(self.house_words))


TEXT_FIELDS = {item.name: item.metadata for item in fields(Brief) if item.metadata}
# Duties of her own, from which on ours hold back.
MANY_DUTIES = 3
OWN_LINES = ("own_duties", "own_required", "own_preferred")
SCOPE_TEXT_LIMIT, OUTCOME_LIMIT, HOUSE_WORD_LIMIT = 100, 200, 40
REQUIRED = ("company", "industry", "place")


def _tidied(value: T) -> T:
    """Return the same small value with each text in it tidied."""
    changed: dict[str, Any] = {}
    for item in fields(value):  # type: ignore[arg-type]
        given = getattr(value, item.name)
        if isinstance(given, str):
            changed[item.name] = tidy(given)
        elif isinstance(given, Target):
            changed[item.name] = _tidied(given)
    return replace(value, **changed)  # type: ignore[type-var]


@lru_cache(maxsize=4096)
def tidy(text: str, *, lines: bool = False) -> str:
    """Return the text without outer white space, each run of spaces as one space.

    Line breaks become one space, or with `lines` stay as LF with blank lines dropped.
    """
    parts = (_SPACES.sub(" ", part).strip() for part in _BREAKS.split(text))
    return ("\n" if lines else " ").join(part for part in parts if part)


def problems(brief: Brief, *, today: date | None = None) -> dict[str, str]:
    """Return what to put right, by the name of the answer, in the owner's language.

    An empty dict means the brief composes. With `today` the closing date is checked too.
    """
    found: dict[str, str] = {}
    for name, rule in TEXT_FIELDS.items():
        if message := text_problem(getattr(brief, name), limit=rule["limit"]):
            found[name] = message
        elif (blank := blank_in(getattr(brief, name))) and not (name == "start" and _SOON.fullmatch(blank)):
            found[name] = blank_message(blank)
    for name in REQUIRED:
        if not any(unicodedata.category(char) not in _UNSEEN for char in getattr(brief, name)):
            found[name] = "Please fill this in."
    if not 1 <= brief.headcount <= HEADCOUNT_MAX:
        found["headcount"] = OUT_OF_BOUNDS["headcount"]
    if not 1 <= brief.sites <= SITES_MAX:
        found["sites"] = OUT_OF_BOUNDS["sites"]
    if brief.industry_name and brief.industry != OTHER_INDUSTRY:
        found.setdefault("industry_name", "Only another industry is named here: choose that one, or leave this empty.")
    if is_open(brief.reports_to):
        found.pop("reports_to", None)
    elif not is_given(brief.reports_to):
        found["reports_to"] = "Every role reports to somebody: write “the owner”, “the board”, or a title."
    if is_only_remote(brief.place) and brief.workplace is not Workplace.REMOTE:
        found["workplace"] = (
            f"You gave “{brief.place}” as the place: choose remote here, or write there in which town the work is."
        )
    if brief.travel is not None and not 0 <= brief.travel <= 100:
        found["travel"] = OUT_OF_BOUNDS["travel"]
    if len(brief.needs) > NEEDS_MAX:
        found["needs"] = f"Choose the {NEEDS_MAX} that matter most; you have {len(brief.needs)}."
    elif len(set(brief.needs)) < len(brief.needs):
        found["needs"] = "Name each need once."
    found |= scope_problems(brief.scope)
    for name in OWN_LINES:
        if (lines := getattr(brief, name).count("\n") + 1) > OWN_LINES_MAX:
            found.setdefault(name, f"{lines} lines are more than a reader takes in: keep {OWN_LINES_MAX}.")
    for item in fields(HouseWords):
        if message := text_problem(getattr(brief.house_words, item.name), limit=HOUSE_WORD_LIMIT):
            found.setdefault("house_words", message)
    if brief.country and brief.country not in COUNTRY_KEYS:
        found["country"] = f"Choose one of {', '.join(COUNTRY_KEYS)}, or leave it to the place."
    if len(set(brief.traits)) < len(brief.traits):
        found["traits"] = "Name each of them once."
    if brief.apply_to and (message := way_problem(brief.apply_to)):
        found.setdefault("apply_to", message)
    if brief.base_salary and (message := pay_problem(brief.base_salary)):
        found["base_salary"] = message
    if today and brief.valid_through and brief.valid_through < today:
        found["valid_through"] = "This day has passed. Choose today or a later day, or leave it empty."
    return found


def blank_message(blank: str) -> str:
    """Return what to do about a blank in an answer."""
    return f"“{blank}” is a blank, and would be printed: write what it is, or leave this empty."


def scope_problems(scope: tuple[Answered, ...]) -> dict[str, str]:
    """Return what to put right in what the post answers for: {"scope": message}, or nothing."""
    stars = sum(item.starred for item in scope)
    if len(scope) > AREAS_MAX:
        return {"scope": f"Tick up to {AREAS_MAX}; you ticked {len(scope)}. The rest can be lines of your own."}
    if stars > STARS_MAX:
        return {"scope": f"Star the {STARS_MAX} that matter most; you starred {stars}."}
    if len({item.area for item in scope}) < len(scope):
        return {"scope": "Name each area once."}
    for item in scope:
        texts = {"name": item.name, **{field.name: getattr(item.target, field.name) for field in fields(Target)}}
        for name, text in texts.items():
            limit = OUTCOME_LIMIT if name == "outcome" else SCOPE_TEXT_LIMIT
            if isinstance(text, str) and (message := text_problem(text, limit=limit)):
                return {"scope": message}
    return {}


def text_problem(text: str, *, limit: int) -> str | None:
    """Return what is wrong with the characters or the length of a text, or None."""
    if len(text) > limit:
        return f"Please shorten this to {limit:,} characters; it has {len(text):,}."
    position = hidden_character(text)
    if position is None:
        return None
    char = text[position]
    name = unicodedata.name(char, "control character").lower()
    return (
        f"Character {position + 1} is an invisible one that does not belong in a text "
        f"(U+{ord(char):04X}, {name}), often a leftover of pasting. Delete it and type that place again."
    )


def hidden_character(text: str) -> int | None:
    """Return the offset from 0 of the first character that no text may hold, or None.

    Controls other than LF, lone surrogates, noncharacters, and the controls that turn the
    words after them around. Joiners and marks that scripts need are not among them.
    """
    for position, char in enumerate(text):
        code = ord(char)
        if char == "\n" or 0x20 <= code < 0x7F:
            continue
        if (
            char in _DIRECTION_CONTROLS
            or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
            or code & 0xFFFE == 0xFFFE
            or 0xFDD0 <= code <= 0xFDEF
        ):
            return position
    return None


def pay_problem(pay: BaseSalary) -> str | None:
    """Return what is wrong with a pay range, or None."""
    low, high = plausible(pay)
    amounts = [value for value in (pay.min_value, pay.max_value) if value is not None]
    if not amounts:
        return "Give the lower or the upper end of the range, or leave pay out."
    for value in amounts:
        if not value.is_finite() or value <= 0:
            return "Give amounts above zero."
        if not low <= value <= high:
            amount = f"{value:,.0f}" if value < PAY_SHOWN_MAX else "That much"
            return (
                f"{amount} {pay.unit_text.phrase} looks like a slip: check the amount, the currency and the period "
                f"(expected {low:,} to {high:,})."
            )
        if value != round(value, 2):
            return "Give amounts with at most two decimals."
    if pay.min_value is not None and pay.max_value is not None and pay.min_value > pay.max_value:
        return "The lower end is above the upper end. Swap them or correct one."
    return None
