"""The subject of a posting: an owner's answers, with what the template knows of her business and its areas."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from roles.core.dates import format_date
from roles.core.places import CountryForms, country_key, forms_at
from roles.core.spelling import spelled

from . import about_us, answers, her_words, in_prose, superiors
from .aims import aims
from .brief import MANY_DUTIES, Brief
from .capitals import lowered
from .closing import names_day
from .customers import customers_in
from .firm_named import firm_named, firm_of_persons, is_firm, sized
from .house_words import PLAIN_WORDS, UNSAID, HouseWords
from .leads import leaders_in
from .measures import measure
from .naming import charged, listed, named, reads_after_in, repeats_kpi, with_article
from .scope import Answered, as_phrase, is_short, is_whole
from .vocabulary import Area, Industry

# The area of leading people: what is led is not owned.
_PEOPLE = "people"
_SEVERAL = 2
# A trade typed as a sentence: “we rebuild pianos”.
_CLAUSE = re.compile(r"we\b", re.IGNORECASE)
# What a business counts its places as, where it states what it does.
_PLACES = (
    "bakeries|branches|cafés|cafes|campuses|cent(?:er|re)s|clinics|depots|factories|farms|garages|gyms|hospitals|"
    "homes|hotels|kitchens|labs|laboratories|locations|nurseries|offices|plants|practices|restaurants|salons|schools|shops|"
    "showrooms|sites|stores|studios|warehouses|workshops|yards"
)
_HAVING = r"\b(?:at|across|from|have|in|on|own|run|with) "
# A figure named by what is done, “Shipped within two days”, reads as a line of its own alone.
_WORDS = re.compile(r"(?!(?:an?|the|our|my|all|of|and)\b)\b[^\W_]+")
_NUMBERS = dict(enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2))


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What statements are filled from: a brief, its industry and the areas it names.

    `opens_with` are the placeholders of its opening: a target that is there is not among the measures.
    """

    brief: Brief
    industry: Industry | None = None
    areas: Mapping[str, Area] = field(default_factory=dict)
    opens_with: frozenset[str] = frozenset()
    schema: int = 1

    @cached_property
    def words(self) -> HouseWords:
        """How this business speaks: the owner's words, else those of its kind, else plain ones."""
        ours = (self.industry.words if self.industry else UNSAID).or_else(PLAIN_WORDS)
        shipped = {item.name: spelled(getattr(ours, item.name), self.country) for item in fields(ours)}
        hers = self.brief.house_words
        if self.schema == 2 and not hers.supervisors and (called := leaders_in(self.brief.leads)):
            hers = replace(hers, supervisors=called)
        if self.schema == 2 and not self.industry and not hers.customers:
            hers = replace(hers, customers=self._customers)
        return hers.or_else(HouseWords(**shipped))

    @property
    def _customers(self) -> str:
        """Whom a business of a trade we do not know is for, "" where her words name nobody."""
        brief = self.brief
        kind = f"{brief.industry_name} {brief.house_words.firm} {brief.company}"
        return customers_in("\n".join((brief.about, brief.why_now, brief.own_duties, brief.goal)), kind)

    @cached_property
    def writes_much(self) -> bool:
        """Whether she wrote so many duties that ours hold back."""
        return sum(bool(line) for line in self.brief.own_duties.split("\n")) >= MANY_DUTIES

    @cached_property
    def in_person(self) -> bool:
        """Whether what she wrote for the posting speaks of herself, so that it is stated who that is."""
        brief = self.brief
        typed = [brief.why_now, brief.own_duties, brief.own_required, brief.culture, brief.decides, brief.keeps]
        typed += [brief.about, brief.conditions, *(item.target.outcome for item in brief.scope)]
        return her_words.in_person("\n".join(typed), brief.reports_to)

    @property
    def superior_here(self) -> str:
        """Whom the post reports to as the opening names them: “me, the owner” where she speaks of herself below."""
        named = superiors.superior(self.brief.reports_to)
        return f"me, {named}" if named and self.in_person else named

    @property
    def keeps_with(self) -> str:
        """With whom it stays what she keeps: “me” where she speaks of herself, else whom the post reports to."""
        return "me" if self.in_person else superiors.called(self.brief.reports_to) or "us"

    @cached_property
    def _written(self) -> str:
        """What she wrote in sentences, from which a name is known by its capital."""
        brief = self.brief
        return "\n".join((f"at {brief.company}", brief.about, brief.own_duties, brief.why_now, brief.own_required))

    @cached_property
    def country(self) -> str:
        """The country of the work as a key of `COUNTRY_KEYS`, "" where it was not read surely."""
        return self.brief.country or country_key(self.brief.place)

    @cached_property
    def forms(self) -> CountryForms:
        """The forms of the country: how it writes a date, what an applicant sends."""
        return forms_at(self.brief.place, self.brief.country)

    @property
    def closing_date(self) -> str:
        """The last day to apply as the country writes it, "" where none is given or her words on applying name it."""
        day = self.brief.valid_through
        if not day or (self.schema == 2 and names_day(f"{self.brief.apply_with} {self.brief.apply_to}", day)):
            return ""
        return self.forms.date_form.write(day) if self.schema == 2 else format_date(day)

    @property
    def a_firm(self) -> str:
        """The business with its size: "a 30-person bakery", "a dental group of 80 people"."""
        named = answers.industry(self.brief.industry_name)
        if self.schema == 2 and self.brief.headcount > 1 and self._named_by_its_trade(named):
            return f"a team of {self.brief.headcount}"
        if (
            not self.industry
            and (hers := firm_of_persons(named) or (is_firm(named) and firm_named(named)))
            and not self.brief.house_words.firm
        ):
            return self._sized(hers)
        named_already = self.industry or self.brief.house_words.firm.casefold().startswith(named.casefold())
        if named_already or not named or _CLAUSE.match(named) or (self.schema == 2 and self.brief.house_words.firm):
            trade = ""
        else:
            trade = f" in {self.trade}" if self.trade else f" ({named})"
        return self._sized(f"{self.words.firm}{trade}")

    def _sized(self, firm: str) -> str:
        return sized(firm, self.brief.headcount, several=bool(self.places), plainly=self.schema == 1)

    def _named_by_its_trade(self, named: str) -> bool:
        """Whether the name of the business states what it is: “Penpol Boatyard”, “Considine Funeral Directors”."""
        called = (self.brief.house_words.firm or (firm_of_persons(named) and named)).rsplit(" ", 1)[-1].lower()
        return called in self.brief.company.lower().split() and called not in ("business", "company", "firm")

    @property
    def about(self) -> str:
        """What the business does, as sentences; of schema 2 also where that is what she typed for its kind."""
        if self.schema == 1:
            return answers.sentences(self.brief.about)
        named = self.brief.industry_name
        return about_us.about(
            self.brief.about or (answers.begun(named) if _CLAUSE.match(named) else ""), self.brief.company
        )

    @property
    def trade(self) -> str:
        """The kind of business as it reads after "in", "" where none is given or her words for it do not."""
        if self.industry:
            return self.industry.phrase
        named = answers.industry(self.brief.industry_name)
        return named if self.schema == 1 or reads_after_in(named) else ""

    @property
    def places(self) -> str:
        """How many places the business has, after "with": "four offices"; "" for one, or where her words count them.

        Without a word of hers they are locations: what is usual in a trade need not be true of all of them.
        """
        word = self.brief.house_words.branches or "locations"
        written = " ".join((self.brief.leads, *(item.name for item in self.brief.scope)))
        places = rf"\b(?:{re.escape(word)}|sites|locations|{re.escape(self.words.branches)})\b"
        counted = re.search(places, written, re.IGNORECASE)
        if not counted:
            # “four eye clinics”, “grown on two leases”, “with offices in Leeds and York”
            number = rf"\b(?:{self.brief.sites}|{_NUMBERS.get(self.brief.sites, self.brief.sites)})(?: [\w-]+)?"
            counted = re.search(
                rf"{number} (?:{_PLACES})\b|(?:^|{_HAVING}){number} [a-z]{{3,}}s\b|\b(?:{_PLACES}) in (?-i:[A-Z])",
                f"{self.brief.about}\n{written}",
                re.IGNORECASE,
            )
        if self.brief.sites < _SEVERAL or counted:
            return ""
        return f"{_NUMBERS.get(self.brief.sites, f'{self.brief.sites:,}')} {word}"

    @property
    def leads_typed(self) -> str:
        """Whom the post leads as she typed it, after a colon, "" where she wrote a sentence of it."""
        return answers.phrase(self.brief.leads) if answers.led(self.brief.leads) else ""

    @property
    def leads_listed(self) -> str:
        """Those whom the post leads as a sentence begins with them, "" but for plain titles between commas."""
        return in_prose.listed_led(self.leads_typed, answers.led(self.brief.leads))

    @property
    def owned(self) -> str:
        """The starred areas as they read after "own", "" where none is.

        Those whom the post leads are not owned: where they are named, the sentence is left to the other areas.
        """
        return listed(self._named(starred=True))

    @property
    def charge(self) -> str:
        """The starred areas without a measure as they read after a colon, each as its owner calls it, "" for none.

        A single one whose name is among several duties of hers is left to them, which say more of it.
        Her words are between semicolons, so that they need fit no sentence: "new sites; Monday rota, both shops".
        """
        chosen = [item for item in self._of_stars if not measure(item)]
        if not any(item.name for item in chosen) or (
            len(chosen) < _SEVERAL and self.writes_much and self._adds_nothing(chosen[0].name)
        ):
            return ""
        areas = [(self.areas.get(item.area), item) for item in chosen]
        phrases = [spelled(area.phrase, self.country) if area else item.area for area, item in areas]
        names = (lowered(item.name, self._written) for item in chosen)
        return "; ".join(charged(phrase, name) for phrase, name in zip(phrases, names, strict=True))

    @property
    def _of_stars(self) -> list[Answered]:
        """The starred areas without the leading of those who are named as led, unless she says more of it."""
        chosen = [item for item in self.brief.scope if item.starred]
        if self._leads_somebody:
            return [item for item in chosen if item.area != _PEOPLE or not self._adds_nothing(item.name)] or chosen
        return chosen

    def _adds_nothing(self, name: str) -> bool:
        """Whether a name says no more than her duties and whom the post leads."""
        known = set(_WORDS.findall(f"{self.brief.own_duties} {self.brief.leads}".casefold()))
        return known.issuperset(_WORDS.findall(name.casefold()))

    @property
    def _lists_charge(self) -> bool:
        """Whether the opening has a list of what the post answers for, and a target only where there is but one."""
        return "charge" in self.opens_with

    @property
    def also(self) -> str:
        """The areas ticked and not starred as they read after "answer for", "" where none is."""
        return listed(self._named(starred=False))

    @property
    def target(self) -> str:
        """The target the opening can hold, after "take", "" where no starred area has both its figures."""
        if not (held := self._opening):
            return ""
        return as_phrase(held.target)

    @property
    def measures(self) -> str:
        """The targets that may be printed and what should be different, one per line, but for that of the opening."""
        held = self._opening if "target" in self.opens_with else None
        lines = [measure(item) for item in self.brief.scope if item is not held]
        targets = [item.target for item in self.brief.scope]
        wanted = [] if "goal" in self.opens_with else aims(self.brief.goal, targets)
        return "\n".join([*(answers.finished(line) for line in lines if line), *wanted])

    @property
    def _leads_somebody(self) -> bool:
        return bool(answers.led(self.brief.leads) or answers.described_led(self.brief.leads))

    @property
    def _opening(self) -> Answered | None:
        if self._lists_charge and sum(bool(measure(item)) for item in self.brief.scope) > 1:
            return None  # all are together below
        named = self.schema == 2  # of what she names a line has the name
        stars = (item for item in self.brief.scope if item.starred and not (named and item.name))
        return next((item for item in stars if is_whole(item.target) and is_short(item.target.kpi)), None)

    def _named(self, *, starred: bool) -> list[str]:
        """The areas as a sentence names them; one that the target beside it names again goes by its phrase, or is
        left to the target where there are others."""
        chosen = self._of_stars if starred else [item for item in self.brief.scope if not item.starred]
        found = []
        for item in chosen:
            area = self.areas.get(item.area)
            phrase = spelled(area.phrase, self.country) if area else item.area
            kpi = item.target.kpi if item is self._opening else ""
            again = bool(kpi and (repeats_kpi(kpi, item.name) or (self.schema == 2 and repeats_kpi(item.name, kpi))))
            beside = again and len(chosen) > 1  # the target beside it names it
            if self.schema == 2 and starred and (beside or (item.name and measure(item))):
                continue
            name = "" if again else item.name
            if self.schema == 2:
                name = with_article(lowered(name, self._written))
            if not (kpi and len(chosen) > 1 and phrase.lower() == kpi.lower() and not name):
                found.append(f"{phrase} ({name})" if item.area == _PEOPLE and name else named(phrase, name))
        return found
