"""Hypothesis strategies of the pure values."""

import unicodedata
from dataclasses import replace

from hypothesis import strategies as st

from roles.core import content
from roles.core.blanks import blank_in
from roles.core.compose.brief import OTHER_INDUSTRY, TEXT_FIELDS, Brief, tidy
from roles.core.compose.given import is_given
from roles.core.compose.house_words import UNSAID, HouseWords
from roles.core.compose.leads import Leads
from roles.core.compose.scope import Answered, Target
from roles.core.compose.template import MILESTONE_DAYS, RoleTemplate, Section, Statement
from roles.core.compose.vocabulary import Industry, Need
from roles.core.document import (
    Document,
    EmploymentType,
    Facts,
    Focus,
    Item,
    Promise,
    Provenance,
    SectionKind,
    Source,
    Workplace,
)
from roles.core.document import Section as DocumentSection
from roles.core.limits import STARS_MAX
from roles.core.money import PAY_LIMITS, PAY_SCALE, BaseSalary, Currency, PayPeriod
from roles.core.places import COUNTRY_KEYS

DIRECTION_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKS = "*_[]()`#1.+->|~&<\\{}%!=\"'/:;@ ,"
SENTENCES = (
    "Lead the team.",
    "Report to {{ reports_to }}{% if leads %} and lead {{ leads }}{% endif %}.",
    "{{ about }}",
    "{{ benefits }}",
    "Reach this result: {{ goal }}.",
    "Spend up to {{ spending_limit }} alone.",
    "{% if remote %}Work from anywhere.{% else %}Work in {{ place }}.{% endif %}",
    "Know {{ industry }} and {{ company }}.",
)

own_focus = st.sampled_from([Focus.STRATEGIC, Focus.OPERATIONAL])
focuses = st.sampled_from(Focus)
keys = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,6})?", fullmatch=True)
any_text = st.text(st.characters(exclude_categories=()))
"""Any code points at all, lone surrogates and NUL with them."""

letters = st.characters(exclude_categories=("Cc", "Cn", "Cs"), exclude_characters=DIRECTION_CONTROLS)


def words(limit: int, *, least: int = 0) -> st.SearchStrategy[str]:
    """One line an owner may type, tidied, of `least` to `limit` characters; half of them full of marks."""
    typed = st.text(letters, max_size=limit) | st.text(MARKS + "aé🥐2\u200d\u05d0", max_size=limit)
    return typed.map(tidy).filter(lambda text: len(text) >= least and not blank_in(text))


def lines(limit: int) -> st.SearchStrategy[str]:
    """Several lines of together no more than `limit` characters."""
    return st.lists(words(limit // 5 - 1), max_size=4).map("\n".join)


@st.composite
def salaries(draw: st.DrawFn) -> BaseSalary:
    """A pay range without problems, one end perhaps open."""
    period = draw(st.sampled_from(PayPeriod))
    low, high = PAY_LIMITS[period]
    currency = draw(st.sampled_from(Currency))
    low, high = (limit * PAY_SCALE.get(currency, 1) for limit in (low, high))
    first, second = sorted(draw(st.tuples(*[st.decimals(low, high, places=2)] * 2)))
    least, most = draw(st.sampled_from([(first, second), (first, None), (None, second)]))
    return BaseSalary(min_value=least, max_value=most, currency=currency, unit_text=period)


# Answers about the post that most briefs leave out: each brief draws one or two of them, or none.
RARE = tuple(TEXT_FIELDS)[tuple(TEXT_FIELDS).index("own_duties") :]


def answers_to(name: str) -> st.SearchStrategy[str]:
    """Any text an answer may hold."""
    rule = TEXT_FIELDS[name]
    return lines(min(rule["limit"], 1_000)) if rule["lines"] else words(rule["limit"])


def briefs() -> st.SearchStrategy[Brief]:
    """Any brief without problems."""
    texts = {name: answers_to(name) for name in TEXT_FIELDS if name not in RARE}
    texts |= {name: words(TEXT_FIELDS[name]["limit"], least=1).filter(_is_seen) for name in ("company", "place")}
    texts["industry"] = st.sampled_from([*[item.key for item in content.read_industries()], "something else"])
    texts["industry_name"] = st.just("")
    texts["reports_to"] = words(TEXT_FIELDS["reports_to"]["limit"], least=1).filter(_can_be_reported_to)
    texts["apply_to"] = st.sampled_from(["", "jobs@example.com", "https://example.com/jobs?a=1&b=*2*"])
    texts |= {"country": st.sampled_from(["", *COUNTRY_KEYS])}
    named = {**texts, "industry": st.just(OTHER_INDUSTRY), "industry_name": words(60)}
    return _briefs(texts) | _briefs(named)


def _is_seen(text: str) -> bool:
    """Whether anything of it leaves ink: a zero-width space is no answer."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _can_be_reported_to(text: str) -> bool:
    return is_given(text) and text.split(",")[0].split("(")[0].strip().lower() not in ("me", "myself", "i", "us", "you")


@st.composite
def rare_answers(draw: st.DrawFn) -> dict[str, str]:
    names = draw(st.lists(st.sampled_from([name for name in RARE if name != "country"]), max_size=2, unique=True))
    return {name: draw(answers_to(name)) for name in names}


def scopes() -> st.SearchStrategy[tuple[Answered, ...]]:
    """Areas a post may answer for, the first ones starred."""
    figures = st.sampled_from(["", "82%", "12 days", "£19m"])
    targets = st.builds(
        Target,
        kpi=st.sampled_from(["", "Jobs on time", "DSO"]),
        today=figures,
        goal=figures,
        by=st.sampled_from(["", "June 2028"]),
        private=st.booleans(),
        outcome=st.sampled_from(["", "Nobody rings the owner."]),
    )
    names = st.sampled_from(["", "the Toledo plant", "two sites, £19m of sales"])
    answered = st.builds(Answered, area=st.sampled_from(["pnl", "people", "unheard"]), name=names, target=targets)
    starred = st.integers(0, STARS_MAX)
    return st.builds(
        lambda items, stars: tuple(replace(item, starred=place < stars) for place, item in enumerate(items)),
        st.lists(answered, max_size=3, unique_by=lambda item: item.area),
        starred,
    )


def _briefs(texts: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[Brief]:
    return st.builds(
        lambda rare, **answers: Brief(**answers, **rare),
        rare_answers(),
        **texts,
        scope=scopes(),
        leads_kind=st.none() | st.sampled_from(Leads),
        right_to_work=st.booleans(),
        traits=st.lists(st.sampled_from(["alcohol", "seasonal"]), max_size=2, unique=True).map(tuple),
        house_words=st.sampled_from([UNSAID, HouseWords(customers="guests", branches="cafés")]),
        headcount=st.integers(1, 500),
        sites=st.integers(1, 100),
        needs=st.lists(st.sampled_from([need.key for need in content.read_needs()]), max_size=3, unique=True).map(
            tuple
        ),
        workplace=st.sampled_from(Workplace),
        employment_type=st.sampled_from(EmploymentType),
        travel=st.none() | st.integers(0, 100),
        base_salary=st.none() | salaries(),
        valid_through=st.none() | st.dates(),
    )


def wild_briefs() -> st.SearchStrategy[Brief]:
    """Any brief the types allow, whatever is in it."""
    pay = st.builds(
        BaseSalary,
        min_value=st.none() | st.decimals(),
        max_value=st.none() | st.decimals(),
        unit_text=st.sampled_from(PayPeriod),
    )
    return st.builds(
        Brief,
        **dict.fromkeys(TEXT_FIELDS, any_text),
        headcount=st.integers(),
        sites=st.integers(),
        travel=st.none() | st.integers(),
        needs=st.lists(any_text).map(tuple),
        base_salary=st.none() | pay,
        valid_through=st.none() | st.dates(),
    )


def statements() -> st.SearchStrategy[Statement]:
    """A statement whose text is without mistakes, for the needs and industries of `role_templates`."""
    milestones = st.sampled_from([("", None), *(("Done.", day) for day in MILESTONE_DAYS)])
    bounds = st.tuples(st.none() | st.integers(1, 250), st.none() | st.integers(250, 500))
    return st.builds(
        lambda bounds, milestone, **rest: Statement(
            headcount_min=bounds[0],
            headcount_max=bounds[1],
            milestone=milestone[0],
            milestone_day=milestone[1],
            **rest,
        ),
        bounds=bounds,
        milestone=milestones,
        key=keys,
        text=st.sampled_from(SENTENCES),
        focus=focuses,
        required=st.booleans(),
        needs=st.lists(st.sampled_from(["direction", "budget", "slips"]), max_size=2, unique=True).map(tuple),
        industries=st.lists(st.sampled_from(["retail", "logistics"]), max_size=2, unique=True).map(tuple),
        question=words(30),
        evidence=words(30),
    )


@st.composite
def role_templates(draw: st.DrawFn) -> RoleTemplate:
    """A template without problems: unique keys, known needs and industries, texts that read well."""
    sections = []
    for number in range(draw(st.integers(1, 3))):
        drawn = draw(st.lists(statements(), min_size=1, max_size=6))
        sections.append(
            Section(
                key=f"section-{number}",
                heading=draw(words(20, least=1)),
                kind=draw(st.sampled_from(SectionKind)),
                pick=draw(st.none() | st.integers(1, 6)),
                locked=draw(st.booleans()),
                statements=tuple(replace(item, key=f"{item.key}-{number}-{row}") for row, item in enumerate(drawn)),
            )
        )
    least, most = sorted(draw(st.tuples(st.integers(0, 100), st.integers(0, 100))))
    return RoleTemplate(
        slug=draw(keys),
        title=draw(words(40, least=1)),
        focus=draw(own_focus),
        tagline=draw(words(40)),
        description=draw(words(40)),
        balance_min=least,
        balance_max=most,
        needs=tuple(
            Need(key=key, phrase=draw(words(30)), focus=Focus.SHARED) for key in ("direction", "budget", "slips")
        ),
        industries=tuple(Industry(key=key, name=key, phrase=key) for key in ("retail", "logistics")),
        sections=tuple(sections),
    )


def documents() -> st.SearchStrategy[Document]:
    """Any document of tidy words, whoever wrote them."""
    provenances = st.builds(
        Provenance, source=st.sampled_from(Source), name=keys, version=st.none() | st.integers(1, 99)
    )
    items = st.builds(
        Item, key=keys, text=words(60, least=1), focus=focuses, provenance=provenances, reason=words(20, least=1)
    )
    sections = st.builds(
        DocumentSection,
        key=keys,
        heading=words(30, least=1),
        kind=st.sampled_from(SectionKind),
        items=st.lists(items, min_size=1, max_size=4).map(tuple),
        locked=st.booleans(),
    )
    facts = st.builds(
        Facts,
        hiring_organization=words(40, least=1),
        job_location=words(40, least=1),
        workplace=st.sampled_from(Workplace),
        employment_type=st.sampled_from(EmploymentType),
        reports_to=words(40, least=1),
        base_salary=st.none() | salaries(),
        valid_through=st.none() | st.dates(),
    )
    promises = st.builds(Promise, focus=own_focus, least=st.integers(0, 50), most=st.integers(50, 100))
    return st.builds(
        Document,
        role=keys,
        version=st.integers(1, 10**6),
        title=words(40, least=1),
        promise=promises,
        facts=facts,
        sections=st.lists(sections, max_size=4).map(tuple),
    )
