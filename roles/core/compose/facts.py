"""Facts: the names a consultant's text may use, and what each is for one owner's answers."""

from collections.abc import Collection, Mapping

from roles.core.document import EmploymentType, Workplace
from roles.core.places import COUNTRY_KEYS, place_beside_remote

from . import answers, her_words, in_prose, superiors
from .apply_to import way
from .beside_pay import is_of_pay
from .brief import OWNER
from .capitals import with_place_names
from .emphasis import EMPHASES, emphasis
from .firm_named import beside_her_sentence
from .given import is_given
from .leads import Leads
from .own_words import OWN_WORDS
from .placeholder import Placeholder, Value, an_answer, derived, house_word, own_lines
from .subject import Subject

Facts = Mapping[str, Value]


def _place(it: Subject) -> str:
    """Where the work is, without saying once more that it is remote."""
    beside = place_beside_remote(it.brief.place) if it.brief.workplace is Workplace.REMOTE else None
    return answers.phrase(with_place_names(it.brief.place if beside is None else beside))


def _leads_nobody(it: Subject) -> bool:
    """Whether the owner answered so, or nobody else is there; not when the answer was left empty."""
    leads_nobody = it.brief.leads_kind is Leads.NOBODY or bool(it.brief.leads and not is_given(it.brief.leads))
    return it.brief.headcount == 1 or leads_nobody


# The names that print whom a post reports to in full.
SUPERIORS = frozenset(("superior", "superior_here"))


PLACEHOLDERS: dict[str, Placeholder] = {
    item.name: item
    for item in (
        Placeholder("company", "name of the business", lambda it: it.brief.company, ("Harbour Bakery",)),
        Placeholder("place", "where the work is", _place, ("Leeds, UK",), optional=True),
        Placeholder(
            "industry", "the industry, to stand after “in”", lambda it: it.trade, ("hospitality",), optional=True
        ),
        Placeholder("headcount", "people in the business", lambda it: it.brief.headcount, (30, 1, 500)),
        Placeholder("sites", "number of locations", lambda it: it.brief.sites, (3, 1, 100)),
        Placeholder("several_sites", "more than one location", lambda it: it.brief.sites > 1, (True, False)),
        Placeholder(
            "reports_to",
            "whom the role reports to",
            # Without an answer nobody is named: what is settled with them is settled “with us”.
            lambda it: superiors.called(it.brief.reports_to) or ("us" if it.schema == 2 else OWNER),
            ("the owner",),
        ),
        Placeholder(
            "superior",
            "whom the role reports to, where they are first named",
            lambda it: superiors.superior(it.brief.reports_to),
            ("the owner",),
            optional=True,
        ),
        derived("superior_here", "whom the role reports to, where her own lines may speak of herself", "the owner"),
        Placeholder(
            "employment_type",
            "kind of employment",
            lambda it: it.brief.employment_type.phrase,
            tuple(kind.phrase for kind in EmploymentType),
        ),
        Placeholder(
            "full_time", "full-time", lambda it: it.brief.employment_type is EmploymentType.FULL_TIME, (True, False)
        ),
        Placeholder(
            "workplace",
            "where the work is done",
            lambda it: it.brief.workplace.phrase,
            tuple(place.phrase for place in Workplace),
        ),
        Placeholder("on_site", "works on site", lambda it: it.brief.workplace is Workplace.ON_SITE, (True, False)),
        Placeholder("hybrid", "works in both places", lambda it: it.brief.workplace is Workplace.HYBRID, (True, False)),
        Placeholder("remote", "works from elsewhere", lambda it: it.brief.workplace is Workplace.REMOTE, (True, False)),
        Placeholder(
            "about",
            "what the business does",
            lambda it: it.about,
            ("We bake bread for forty cafés.",),
            optional=True,
            own_words=True,
        ),
        an_answer("goal", "the one result wanted in twelve months", "orders leave on time 97% of the time"),
        Placeholder(
            "leads",
            "who reports to the role",
            lambda it: answers.led(it.brief.leads),
            ("two shift leads",),
            optional=True,
        ),
        derived("leads_typed", "who reports to the role as the owner lists them, after a colon", "two leads, buyer"),
        derived("leads_listed", "several who report to the role, to begin a sentence", "The buyer and two leads"),
        Placeholder(
            "leads_told",
            "who reports to the role, where the owner wrote a sentence",
            lambda it: answers.described_led(it.brief.leads),
            ("The shift leads will join you in May.",),
            optional=True,
        ),
        Placeholder("leads_nobody", "nobody reports to the role", _leads_nobody, (True, False)),
        Placeholder(
            "spending_limit",
            "what the role may spend alone",
            lambda it: (
                ""
                if it.schema == 2 and in_prose.names_sum(it.brief.decides, it.brief.spending_limit)
                else answers.limit(it.brief.spending_limit)
            ),
            ("$5,000",),
            optional=True,
        ),
        Placeholder(
            "budget",
            "the budget the role owns",
            lambda it: answers.amount(it.brief.budget),
            ("$1.2 million a year",),
            optional=True,
        ),
        Placeholder(
            "travel",
            "share of time spent travelling, in per cent",
            lambda it: it.brief.travel,
            (20, 0, 100),
            optional=True,
        ),
        Placeholder(
            "pay",
            "the pay range",
            lambda it: it.brief.base_salary.written_in(it.forms.currency) if it.brief.base_salary else None,
            ("$95,000–$120,000 a year",),
            optional=True,
        ),
        own_lines("benefits", "the benefits, one per line", answers.benefits, "Health insurance"),
        own_lines("hiring_steps", "the steps of hiring, one per line", answers.steps, "A call of 30 minutes"),
        Placeholder(
            "closing_date", "last day to apply", lambda it: it.closing_date, ("30 January 2027",), optional=True
        ),
        Placeholder(
            "apply_to",
            "where to apply",
            # Where her own words name it, no sentence of ours repeats it.
            lambda it: "" if it.brief.apply_to in it.brief.apply_with or way(it.brief.apply_to) else it.brief.apply_to,
            ("jobs@example.com",),
            optional=True,
            own_words=True,
        ),
        derived("a_firm", "the business with its size, after “at”", "a 30-person bakery", optional=False),
        Placeholder(
            "a_business",
            "the same where her own sentence on what it does follows",
            lambda it: it.a_firm if it.brief.house_words.firm else beside_her_sentence(it.a_firm),
            ("a 30-person business",),
        ),
        derived("places", "how many locations, where there are several", "four cafés"),
        house_word("firm", "the kind of firm, such as bakery", "bakery"),
        house_word("customers", "what the business calls its customers", "guests"),
        house_word("branch", "what it calls one of its places", "café"),
        house_word("branches", "what it calls its places", "cafés"),
        house_word("job", "what it calls a piece of work", "order"),
        house_word("jobs", "what it calls its work", "orders"),
        house_word("staff", "those who do the work", "bakers and drivers"),
        house_word("supervisors", "those who lead them", "shift leads"),
        Placeholder(
            "owned",
            "what the role answers for first, after “own”",
            lambda it: it.owned,
            ("profit, stock and people",),
            optional=True,
        ),
        derived("charge", "what the role answers for first, after a colon", "the Toledo plant; profit and stock"),
        Placeholder(
            "emphasis",
            "what the starred areas are about: growth, quality, cost or people",
            lambda it: emphasis(item.area for item in it.brief.scope if item.starred),
            tuple(EMPHASES),
            optional=True,
        ),
        derived("also", "what else the role answers for", "safety and buying"),
        an_answer("also_typed", "what else it answers for, in the owner's words", "parents' complaints, the shop"),
        Placeholder(
            "target",
            "the first target, after “take” or a colon",
            lambda it: it.target,
            ("orders on time from 91% to 97%",),
            optional=True,
        ),
        Placeholder(
            "measures",
            "the other targets, one per line",
            lambda it: it.measures,
            ("Waste from 4% to 2%",),
            optional=True,
            own_words=True,
        ),
        Placeholder("country", "the country of the work", lambda it: it.country, COUNTRY_KEYS, optional=True),
        Placeholder("resume", "résumé or CV, as the country says", lambda it: it.forms.resume, ("résumé",)),
        Placeholder(
            "partner",
            "who holds the other half of the work",
            # Where it is whom the post reports to once more, that is stated already.
            lambda it: (
                ""
                if superiors.called(it.brief.partner) == superiors.called(it.brief.reports_to)
                else answers.phrase(it.brief.partner)
            ),
            ("the Commercial Director",),
            optional=True,
        ),
        an_answer("decides", "what the role decides alone", "shift patterns and overtime"),
        Placeholder(
            "keeps",
            "what stays with the owner",
            lambda it: in_prose.kept(it.brief.keeps) if it.schema == 2 else answers.several(it.brief.keeps),
            ("prices and hires",),
            optional=True,
        ),
        Placeholder(
            "decides_on",
            "what the role decides alone, after “decisions on”; only where it reads there",
            lambda it: in_prose.decided(it.brief.decides),
            ("shift patterns and overtime",),
            optional=True,
        ),
        Placeholder(
            "decides_to",
            "what the role may do alone, after “you can”; only where it reads there",
            lambda it: in_prose.allowed(it.brief.decides),
            ("hire drivers and order stock",),
            optional=True,
        ),
        # Of templates that were published before: what stays with the owner within a sentence.
        Placeholder(
            "keeps_on", "what stays, as read after “on”", lambda it: in_prose.decided(it.brief.keeps), ("prices",), True
        ),
        Placeholder(
            "keeps_to",
            "what the owner goes on doing",
            lambda it: in_prose.allowed(it.brief.keeps),
            ("set prices",),
            True,
        ),
        derived("keeps_with", "with whom it stays what the owner keeps", "me"),
        Placeholder(
            "bonus",
            "the bonus",
            lambda it: "" if it.schema == 2 and is_of_pay(it.brief) else answers.bonus(it.brief.bonus),
            ("10% of salary, paid each May",),
            optional=True,
        ),
        Placeholder(
            "schedule",
            "the pattern of work",
            lambda it: answers.phrase(it.brief.schedule),
            ("one day a week from home",),
            optional=True,
        ),
        Placeholder(
            "travel_pattern",
            "travel as the owner says it",
            lambda it: answers.phrase(it.brief.travel_pattern),
            ("two days a week to the other cafés",),
            optional=True,
        ),
        an_answer("start", "when the work begins", "April 2027"),
        Placeholder(
            "apply_with",
            "what to send",
            lambda it: her_words.to_send(it.brief.apply_with),
            ("a CV and one result, with the figure",),
            optional=True,
        ),
        Placeholder(
            "answer_by",
            "when candidates hear",
            lambda it: answers.answered(it.brief.answer_by),
            ("12 March 2027",),
            optional=True,
        ),
        Placeholder("right_to_work", "asks for the right to work", lambda it: it.brief.right_to_work, (True, False)),
        *OWN_WORDS,
    )
}


def facts_of(subject: Subject, *, names: Collection[str] = tuple(PLACEHOLDERS)) -> dict[str, Value]:
    """Return the value of each placeholder of these `names` the answers give; the others are absent."""
    values = {name: PLACEHOLDERS[name].fill(subject) for name in names}
    return {name: value for name, value in values.items() if value is not None and value != ""}
