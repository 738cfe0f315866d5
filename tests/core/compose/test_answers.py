import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core.compose import answers, compose, papers, superiors
from roles.core.compose.brief import problems
from roles.core.document import Workplace
from tests import shipped
from tests.core.compose.build import brief, posting, statement, texts


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3 people.", "3 people"),
        ("two shift leads,", "two shift leads"),
        ("the crew of Baker & Co.", "the crew of Baker & Co."),
        ("two shift leads", "two shift leads"),
        ("Nobody", ""),
        ("none.", ""),
        ("N/A", ""),
        ("no budget", ""),
        ("nobody yet, two from May", "nobody yet, two from May"),
        ("we deliver 97% on time!", "we deliver 97% on time"),
        ("-", ""),
        (".", ""),
        ("?", ""),
        ("", ""),
    ],
)
def test_a_phrase_fits_into_a_sentence(typed, read):
    assert answers.phrase(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("The shop team", "the shop team"),
        ("Two shift leads.", "two shift leads"),
        ("Our team", "our team"),
        ("office manager + 2 planners", "the office manager and 2 planners"),
        ("5 team leads + courier lead", "5 team leads and the courier lead"),
        ("2 plant managers, engineering manager", "2 plant managers and the engineering manager"),
        ("two shift leads, 24 people", "two shift leads, 24 people"),
        # Names, and what is right as it is.
        ("Ann and Bo", "Ann and Bo"),
        ("IT and A levels", "IT and A levels"),
        ("TWO SITES", "TWO SITES"),
    ],
)
def test_whom_a_post_leads_does_not_begin_like_a_sentence(typed, read):
    assert answers.led(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Workshop Manager, Contracts Manager and Buyer", "the Workshop Manager, the Contracts Manager and the Buyer"),
        (
            "2 shift supervisors, quality manager, planner/buyer and maintenance lead",
            "2 shift supervisors, the quality manager, the planner/buyer and the maintenance lead",
        ),
        ("the General Managers and Executive Chef", "the General Managers and the Executive Chef"),
        ("Quality and Training Manager", "the Quality and Training Manager"),
        ("Safety & Compliance Manager and Shop Foreman", "the Safety & Compliance Manager and the Shop Foreman"),
        ("Office manager (part-time)", "the office manager (part-time)"),
        ("Head of Sales", "the Head of Sales"),
        # What is right as it is.
        ("the office and warehouse manager", "the office and warehouse manager"),
        ("Anna, head of sales", "Anna, head of sales"),
        ("Anna's deputy manager", "Anna's deputy manager"),
        ("shift leads and drivers", "shift leads and drivers"),
        ("2 Operations Managers and a Training Officer", "2 Operations Managers and a Training Officer"),
    ],
)
def test_a_bare_title_of_one_person_gets_its_article(typed, read):
    assert answers.led(typed) == read


@pytest.mark.parametrize(
    ("typed", "read", "told"),
    [
        ("Intake, HR and IT will all.", "Intake, HR and IT", ""),
        ("Intake, HR and IT will all report to you", "Intake, HR and IT", ""),
        ("The leads will join in May", "", "The leads will join in May."),
        ("You lead three buyers.", "", "You lead three buyers."),
        ("everybody who is on site", "everybody who is on site", ""),
    ],
)
def test_a_sentence_on_who_is_led_does_not_appear_within_ours(typed, read, told):
    assert (answers.led(typed), answers.described_led(typed)) == (read, told)


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_sentence_on_who_is_led_is_printed_as_its_own(slug):
    document = compose(shipped.role(slug), brief(leads="The leads will join in May"), version=1)
    assert "The leads will join in May." in " ".join(texts(document))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("CV and cover letter (max 2 pages)", "your CV and cover letter (max 2 pages)"),
        ("Resume and cover letter", "your resume and cover letter"),
        ("Send your CV", "your CV"),
        ("A resume", "a resume"),
        ("your CV, to Janet", "your CV, to Janet"),
    ],
)
def test_what_to_send_gets_its_your(typed, read):
    assert papers.sent(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("A £300k budget", "a £300k budget"), ("$1.9M operating budget", "$1.9M"), ("Two million.", "two million")],
)
def test_an_amount_does_not_begin_like_a_sentence(typed, read):
    assert answers.amount(typed) == read


def test_a_town_keeps_its_article():
    assert answers.phrase("The Hague") == "The Hague"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3", "3 people"),
        ("Three", "three people"),
        ("1", "1 person"),
        ("3 shift leads", "3 shift leads"),
        ("no one yet", ""),
        ("Nobody at first.", ""),
        ("0 people", ""),
        ("no direct reports at first", ""),
    ],
)
def test_who_is_led_is_people_or_nothing(typed, read):
    assert answers.led(typed) == read


@pytest.mark.parametrize("typed", ["£0", "0", "0.00 €", "up to £0", "$0 a month", "zero"])
def test_an_amount_of_nothing_is_nothing_given(typed):
    assert answers.limit(typed) == ""
    assert answers.amount(typed) == ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Software", "software"),
        ("Pet food", "pet food"),
        ("IT services", "IT services"),
        ("English schools", "English schools"),
    ],
)
def test_an_industry_appears_after_in(typed, read):
    assert answers.industry(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("£2,000.", "£2,000"), ("Up to CHF 5'000", "CHF 5'000"), ("max. £500", "£500"), ("Maxwell's £5", "Maxwell's £5")],
)
def test_a_limit_appears_after_up_to(typed, read):
    assert answers.limit(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("CEO", "the CEO"),
        ("ceo", "the CEO"),
        ("Managing director", "the managing director"),
        ("Managing Director", "the Managing Director"),
        ("Owner", "the owner"),
        ("The owner.", "the owner"),
        ("CEO and founder", "the CEO and founder"),
        ("Reports to the board", "the board"),
        ("CEO AND FOUNDER", "the CEO AND FOUNDER"),
        ("the two founders, Ann and Bo", "the two founders (Ann and Bo)"),
        ("Ann and Bo, the founders", "Ann and Bo, the founders"),
        ("Tess, our founder", "Tess, our founder"),
        ("our head of school, Jo", "our head of school (Jo)"),
        ("founders", "the founders"),
        ("the owner, the chair and Ann", "the owner, the chair and Ann"),
        ("Anna Müller, CEO", "Anna Müller (CEO)"),
        ("the owner, Anna Müller", "the owner (Anna Müller)"),
        # Names, and what is right as it is.
        ("Anna Müller", "Anna Müller"),
        ("Chloe Owner", "Chloe Owner"),
        ("Anna, Ben and Carl", "Anna, Ben and Carl"),
        ("J. Smith Jr.", "J. Smith Jr."),
        ("our managing director", "our managing director"),
    ],
)
def test_whom_a_post_reports_to_appears_after_reports_to(typed, read):
    assert superiors.superior(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Tess, our founder", "Tess"),
        ("Shane, one of the two directors", "Shane"),
        ("Anna Müller, CEO", "Anna Müller"),
        ("the owner, Anna Müller", "the owner"),
        ("CEO", "the CEO"),
        ("Anna, Ben and Carl", "Anna, Ben and Carl"),
    ],
)
def test_whoever_is_introduced_is_called_by_a_short_name(typed, read):
    assert superiors.called(typed) == read


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_name_with_its_role_is_introduced_once(slug):
    document = compose(shipped.role(slug), brief(reports_to="Tess, our founder", keeps="prices"), version=1)
    said = " ".join(texts(document))
    assert said.count("our founder") == 1
    assert dict(document.facts.lines())["Reports to"] == "Tess, our founder"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("We are a family bakery that\nsupplies forty cafés", "We are a family bakery that supplies forty cafés."),
        ("We supply Leeds and\nYork.", "We supply Leeds and York."),
        ("We bake bread\nWe deliver it", "We bake bread.\nWe deliver it."),
        ("We bake bread.\nand cakes", "We bake bread.\nand cakes."),
        ("We sell bread;", "We sell bread."),
        ("“We bake bread.”", "“We bake bread.”"),
        ("We bake bread (and cakes).", "We bake bread (and cakes)."),
        ("(We bake bread.)", "(We bake bread.)"),
        ("We bake in Leeds (U.K.)", "We bake in Leeds (U.K.)."),
        ("We bake “bread”", "We bake “bread”."),
        ("we bake bread\n• and cakes", "we bake bread and cakes."),
        ("We bake bread.\n• and cakes", "We bake bread.\nand cakes."),
        ("We sell:\n• bread\n• cakes", "We sell: bread, cakes."),
        ("• We bake\n• We deliver", "We bake.\nWe deliver."),
        # A name may begin so: no letter is raised.
        ("eBrot bakes bread.", "eBrot bakes bread."),
        ("N/A", ""),
        ("-", ""),
        (".", ""),
        ("", ""),
    ],
)
def test_lines_become_whole_sentences(typed, read):
    assert answers.sentences(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("• Pension\n- Health", "Pension\nHealth"),
        ("- • Pension\n1. A call\n2) A day", "Pension\nA call\nA day"),
        ("-Dental\n–Eyes", "Dental\nEyes"),
        ("28 days off\n4.5 weeks\n-5% on food\n*New* gym", "28 days off\n4.5 weeks\n-5% on food\n*New* gym"),
        ("None", ""),
    ],
)
def test_a_pasted_list_loses_its_bullets(typed, read):
    assert answers.entries(typed.strip()) == read


@given(st.text(max_size=80))
def test_no_words_are_added_but_an_article_or_brackets(text):
    for read in (answers.phrase, answers.amount, answers.limit, answers.industry):
        assert read(text).lower() in text.lower()


def test_reporting_to_nobody_is_refused_but_not_a_name_alike():
    assert "reports to somebody" in problems(brief(reports_to="nobody"))["reports_to"]
    assert problems(brief(reports_to="Meera Patel")) == {}
    assert problems(brief(reports_to="İ")) == {}  # a letter of Turkish, no English “I”


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_remote_post_shows_it_once(slug):
    document = compose(shipped.role(slug), brief(place="Remote", workplace=Workplace.REMOTE), version=1)
    said = " ".join([*texts(document), *(value for _, value in document.facts.lines())])

    assert "Remote" in said
    assert "(Remote)" not in said
    assert "in Remote" not in said
    assert "(remote)" not in said


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("Remote (worldwide)", "worldwide"),
        ("Remote, EU only", "EU only"),
        ("Fully remote – within the UK", "within the UK"),
        ("Leeds, UK (remote)", "Leeds, UK"),
    ],
)
def test_where_a_remote_post_may_be_done_appears_beside_remote_once(slug, typed, where):
    document = compose(shipped.role(slug), brief(place=typed, workplace=Workplace.REMOTE), version=1)
    said = " ".join(texts(document))

    assert dict(document.facts.lines())["Location"] == typed
    assert said.count(where) == 0  # once among the facts is enough


def test_a_town_whose_name_begins_alike_is_not_remote():
    document = compose(
        shipped.role("operations-director"), brief(place="Remoteville, Ohio", workplace=Workplace.REMOTE), version=1
    )
    assert dict(document.facts.lines())["Location"] == "Remoteville, Ohio (remote)"


def test_remote_as_the_place_of_work_done_on_site_is_refused():
    assert "choose remote here" in problems(brief(place="Remote"))["workplace"]
    assert problems(brief(place="Remote", workplace=Workplace.REMOTE)) == {}


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_a_business_of_one_has_no_team_and_no_supervisors(slug):
    said = " ".join(texts(compose(shipped.role(slug), brief(headcount=1), version=1)))

    assert "team of 1" not in said
    assert "Coaching" not in said


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_another_industry_falls_back_cleanly(slug):
    without = " ".join(texts(compose(shipped.role(slug), brief(industry="other"), version=1)))
    named = " ".join(
        texts(compose(shipped.role(slug), brief(industry="other", industry_name="veterinary care."), version=1))
    )

    assert "a 30-person business" in without
    assert "a 30-person business in veterinary care" in named


def test_empty_answers_are_left_out():
    source = "You lead {% if leads %}{{ leads }}{% else %}the work{% endif %}."
    assert texts(posting(statement("one", source), leads="none")) == ["You lead the work."]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("osha logs filed weekly", "OSHA logs filed weekly."),
        ("order flour", "Order flour."),
        ("iFixit kits", "iFixit kits."),
    ],
)
def test_a_line_begins_with_a_capital_or_the_capitals_of_its_acronym(typed, read):
    assert answers.finished(typed) == read


def test_days_and_months_of_her_lines_get_their_capitals():
    assert (
        answers.own_lines("rota for saturdays\nmove to teams by october")
        == "Rota for Saturdays.\nMove to teams by October."
    )
    assert answers.own_lines("write to sunday@friday.example or june.example/monday") == (
        "Write to sunday@friday.example or june.example/monday."
    )


def test_benefits_end_alike():
    assert answers.benefits("Pension.\nA car") == "Pension\nA car"
    assert answers.benefits("A pension.\nA car.") == "A pension.\nA car."
    assert answers.benefits("We pay half. Ask us.\nA car") == "We pay half. Ask us.\nA car"


def test_each_step_of_hiring_begins_with_a_capital():
    assert answers.steps("- a call\n2. iFixit test") == "A call\niFixit test"
