import pytest

from roles.core.document import Focus, Promise
from roles.core.reading import PASTED
from roles.core.review import Level, apply_fix

from .making import document, findings, of_line, section


def test_a_bare_degree_should_be_fixed_and_is_in_one_click():
    doc = document(section("required", "A bachelor's degree in business."))
    (found,) = findings(doc, "requirements")
    assert (found.id, found.level) == ("requirements.degree", Level.SHOULD_FIX)
    after = apply_fix(doc, found)
    assert after.sections[0].items[0].text == "A bachelor's degree in business, or equivalent experience."
    assert findings(after, "requirements") == []


@pytest.mark.parametrize(
    "text",
    [
        "A bachelor's degree in business, or equivalent experience.",
        "MBA preferred.",
        "A degree is not required.",
        "A degree in law is not required, and welcome.",
        "A degree in law preferred, a driving licence required.",
        "An MBA is a plus, experience required.",
        "A high degree of care.",
        "360-degree feedback.",
    ],
)
def test_a_degree_that_is_no_bare_must_is_left_alone(text):
    assert of_line(text, "requirements", key="required") == []


def test_a_degree_under_good_to_have_is_left_alone():
    assert of_line("A degree in law.", "requirements", key="preferred") == []


@pytest.mark.parametrize(
    ("changes", "most"),
    [
        ({"promise": Promise(focus=Focus.OPERATIONAL, least=60, most=90), "title": "Head of the Yard"}, 10),
        ({"promise": Promise(focus=Focus.STRATEGIC, least=60, most=90), "title": "Head of the Yard"}, 12),
        ({"role": PASTED, "title": "Director of Operations"}, 10),
        ({"role": PASTED, "title": "Operations Director"}, 12),
    ],
)
def test_years_are_too_many_only_above_what_the_market_asks_for_the_role(changes, most):
    def asked(years):
        return of_line(f"{years}+ years of experience.", "requirements.years", key="required", **changes)

    assert asked(most) == []
    (found,) = asked(most + 1)
    assert found.words == f"{most + 1}+ years"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five years of experience in a kitchen.", "Five years"),
        ("At least 3 years running a shop.", "3 years"),
        ("7+ years' experience", "7+ years"),
        ("5-10+ years in food production", "5-10+ years"),
        ("A plan for the next five years in our trade.", None),
        ("A degree, or 5 years of experience.", None),
        ("Five years of experience are a plus.", None),
        ("5-10 years of experience", None),  # the rule on age speaks of the upper end
        ("Has run a team of eight for a year.", None),
    ],
)
def test_a_line_that_asks_for_years_gets_a_better_question(text, words):
    found = of_line(text, "requirements.asks_years", key="required")
    assert [(one.level, one.words) for one in found] == ([(Level.CONSIDER, words)] if words else [])
    assert all("Has run the whole of a team" in one.message and "Sackett" in one.source for one in found)


def test_years_the_business_has_existed_are_no_requirement():
    assert of_line("We have 25 years of experience with bread.", "requirements", key="company") == []


@pytest.mark.parametrize("name", ["PMP", "Lean Six Sigma", "CPIM", "OSHA 30", "ServSafe"])
def test_a_certificate_as_a_must_have_should_be_fixed(name):
    (found,) = of_line(f"{name} certification.", "requirements", key="required")
    assert found.id == "requirements.certificate"


@pytest.mark.parametrize("text", ["PMP certification, or equivalent experience.", "PMP is a plus."])
def test_a_certificate_that_can_be_replaced_is_left_alone(text):
    assert of_line(text, "requirements", key="required") == []


def test_without_a_list_of_requirements_only_what_is_asked_for_counts():
    assert of_line("PMP is required.", "requirements", key="summary")
    assert of_line("We once trained for PMP.", "requirements", key="summary") == []


@pytest.mark.parametrize(
    "text", ["A degree is required for this role.", "Must have a degree.", "Bachelor of Science in Business."]
)
def test_a_degree_is_seen_however_it_is_asked_for(text):
    assert [found.id for found in of_line(text, "requirements", key="required")] == ["requirements.degree"]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("B.S. in Engineering.", "B.S. in Engineering, or equivalent experience."),
        ("A degree is required for this role.", None),
        ("A degree in law and five years in a shop.", None),
    ],
)
def test_the_equivalent_is_added_only_to_a_short_line_without_a_clause(text, fixed):
    doc = document(section("required", text))
    (found,) = findings(doc, "requirements.degree")
    assert (apply_fix(doc, found).sections[0].items[0].text if found.fix else None) == fixed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("15-20 years of leadership.", "15-20 years"),
        ("Minimum fifteen (15) years experience.", "fifteen (15) years"),
        ("Two decades of experience.", "Two decades"),
    ],
)
def test_years_are_seen_however_they_are_written(text, words):
    assert [found.words for found in of_line(text, "requirements.years", key="required")] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor's degree or 5 years' experience.",
        "For 30 years we have been leading the market; you must plan the week.",
    ],
)
def test_an_equivalent_in_figures_and_the_firms_years_are_left_alone(text):
    assert of_line(text, "requirements", key="required") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bachelors degree required, MBA preferred.",
        "BS degree in engineering; MS preferred.",
        "A degree in business is essential; a master's would be welcome.",
    ],
)
def test_what_is_preferred_besides_does_not_soften_what_is_required(text):
    found = of_line(text, "requirements.degree", key="required")
    assert found
    assert "degree" in found[0].words.lower()
