from dataclasses import replace

import pytest

from roles.core.compose import compose
from roles.core.compose.house_words import HouseWords
from roles.core.compose.leads import Leads, leads_in
from roles.core.compose.scope import Answered, Target
from roles.core.compose.suggesting import suggested
from roles.core.compose.typed_pay import read_pay
from roles.core.compose.vocabulary import Area, Industry, Trait
from roles.core.document import Focus
from roles.core.limits import Purpose
from roles.core.money import Currency
from tests.core.compose.build import brief, names, section, statement, template, texts

AREAS = tuple(Area(key=key, name=key.title(), phrase=key) for key in ("stock", "people", "quality", "sales"))
TRAITS = (Trait(key="alcohol", phrase="We serve alcohol"),)


def duty(key, *areas, **rest):
    return statement(key, areas=areas, **{"focus": Focus.OPERATIONAL, **rest})


DUTIES = (
    statement("own", "{{ own_duties }}"),
    *(duty(f"{area.key}-{number}", area.key) for area in AREAS for number in (1, 2, 3)),
    duty("for-budget", needs=("budget",)),
    duty("retail-only", industries=("retail",)),
    duty("pub", traits=("alcohol",)),
    *(duty(f"any-{number}") for number in range(1, 9)),
)


def chosen(*statements, purpose=Purpose.DUTIES, **answers):
    return names(composed(*statements, purpose=purpose, **answers))


def composed(*statements, purpose=Purpose.DUTIES, **answers):
    only = section(*statements, purpose=purpose)
    role = template(only, schema=2, areas=AREAS, traits=TRAITS)
    return compose(role, brief(**answers), version=1)


def stars(*keys):
    return tuple(Answered(area=key, starred=True) for key in keys)


def test_two_duties_for_each_of_the_first_two_stars_and_one_for_the_third():
    found = chosen(*DUTIES, scope=stars("people", "stock", "quality"))
    assert found[:6] == ["people-1", "people-2", "stock-1", "stock-2", "quality-1", "retail-only"]


def test_own_lines_come_first_and_count():
    document = composed(*DUTIES, own_duties="Open Leeds\nClose York", scope=stars("people", "stock", "quality"))
    assert texts(document)[:2] == ["Open Leeds.", "Close York."]
    assert len(texts(document)) == 8


@pytest.mark.parametrize("lines", [8, 9, 12])
def test_where_her_lines_fill_the_list_ours_add_none(lines):
    typed = "\n".join(f"Do thing {number}." for number in range(lines))
    assert texts(composed(*DUTIES, own_duties=typed, scope=stars("people"))) == typed.split("\n")


def test_needs_come_after_stars_and_before_the_trade():
    found = chosen(*DUTIES, needs=("budget",), scope=stars("people"))
    assert found[:4] == ["people-1", "people-2", "for-budget", "retail-only"]


def test_what_neither_she_nor_her_trade_has_waits_for_the_rest():
    trade = (Industry(key="retail", name="Retail", phrase="retail", areas=("people",)),)
    fitting = duty("fitting", "people", needs=("budget",))
    duties = (duty("strange", "sales", needs=("budget",)), fitting, *(duty(f"people-{n}", "people") for n in range(9)))
    role = template(section(*duties, purpose=Purpose.DUTIES), schema=2, areas=AREAS, industries=trade)
    assert "strange" not in names(compose(role, brief(needs=("budget",)), version=1))
    few = template(section(duties[0], *duties[2:], purpose=Purpose.DUTIES), schema=2, areas=AREAS, industries=trade)
    assert "strange" in names(compose(few, brief(needs=("budget",)), version=1))


def test_a_trait_brings_its_statement_only_where_it_is_confirmed():
    assert "pub" in chosen(*DUTIES, traits=("alcohol",))
    assert "pub" not in chosen(*DUTIES)


def test_without_anything_to_go_by_the_consultants_order_fills_six():
    assert len(chosen(*DUTIES)) == 6


def test_a_duty_that_repeats_a_line_of_hers_is_left_out():
    ours = duty("twice", "stock", text="Count the shelves of both stores every week.")
    scope, hers = stars("stock"), "Count shelves weekly in the stores"
    assert "twice" in chosen(ours, *DUTIES, scope=scope)
    assert "twice" not in chosen(ours, *DUTIES, scope=scope, own_duties=hers)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("two site managers and the heads of quality", Leads.SITE_MANAGERS),
        ("the office manager", Leads.MANAGERS),
        ("three shift leads", Leads.SUPERVISORS),
        ("six contractors", Leads.CONTRACTORS),
        ("Anna and Tom", None),
    ],
)
def test_whom_a_post_leads_is_read_in_the_owners_words(said, kind):
    assert leads_in(said) is kind


@pytest.mark.parametrize(
    ("answers", "fits"),
    [
        ({"leads_kind": Leads.MANAGERS}, True),
        ({"leads": "the plant manager"}, True),
        ({"leads_kind": Leads.SUPERVISORS, "leads": "the plant manager"}, False),
        ({"leads": "nobody"}, False),
        ({}, False),
    ],
)
def test_a_statement_for_who_leads_managers_waits_for_them(answers, fits):
    assert chosen(duty("goals", leads=(Leads.MANAGERS,)), **answers) == (["goals"] if fits else [])


@pytest.mark.parametrize(("place", "fits"), [("Leeds, UK", False), ("Denver, Colorado", True), ("Springfield", False)])
def test_a_statement_of_a_country_waits_for_a_sure_place(place, fits):
    assert chosen(duty("osha", countries=("us",)), place=place) == (["osha"] if fits else [])
    assert chosen(duty("osha", countries=("us",)), place=place, country="us") == ["osha"]


REQUIRED = (
    statement("own", "{{ own_required }}"),
    statement("size", headcount_min=10),
    statement("stock-proof", areas=("stock",)),
    statement("people-proof", areas=("people",)),
    *(statement(f"general-{number}") for number in range(1, 6)),
)


def test_each_starred_area_asks_for_one_proof_before_a_general_one_does():
    found = chosen(*REQUIRED, purpose=Purpose.REQUIRED, scope=stars("people", "stock"))
    assert found == ["size", "people-proof", "stock-proof", "general-1"]


SHIFTS, TRUCKS = "Plan the shifts", "Look after the trucks"
TRADED = (
    statement("own", "{{ own_duties }}"),
    *(
        duty(f"trade-{number}", area, industries=("retail",))
        for number, area in enumerate(("stock", "people", "stock"))
    ),
    *DUTIES[1:],
)
AIM = Target(kpi="waste", today="9%", goal="5%")


@pytest.mark.parametrize(
    ("own", "scope", "ours"),
    [
        # Three lines of hers are the list.
        ([SHIFTS] * 3, stars("people", "stock"), []),
        ([SHIFTS] * 5, (*stars("people"), Answered(area="stock", starred=True, target=AIM)), []),
        # Names of areas are things said as well.
        (
            [SHIFTS, TRUCKS],
            (
                Answered(area="stock", starred=True, name="two yards"),
                Answered(area="people", starred=True, name="crew"),
            ),
            ["trade-0", "trade-1", "trade-2", "people-1"],
        ),
    ],
)
def test_beside_an_owner_who_writes_much_ours_hold_back(own, scope, ours):
    found = chosen(*TRADED, own_duties="\n".join(own), scope=scope)
    assert [name for name in found if name != "own_duties"] == ours


def test_of_the_trade_there_is_one_duty_at_most_where_she_writes_much():
    names_of_areas = tuple(Answered(area=key, name=f"all {key}") for key in ("stock", "people", "quality", "sales"))
    lists = [chosen(*TRADED[:4], *DUTIES[-3:], scope=scope) for scope in (names_of_areas, stars("stock"))]
    assert [sum(name.startswith("trade") for name in found) for found in lists] == [1, 3]


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("speak French", ["size"]),
        # Somebody who has run a kitchen has led: the proof of an area is what is left to ask.
        ("run a kitchen", ["stock-proof"]),
        ("cut waste on short-life goods", ["size"]),
        ("run a kitchen\nspeak French", []),
    ],
)
def test_a_single_requirement_of_hers_gets_one_of_ours_beside_it(typed, ours):
    found = chosen(*REQUIRED, purpose=Purpose.REQUIRED, own_required=typed, scope=stars("stock"))
    assert [name for name in found if name != "own_required"] == ours


@pytest.mark.parametrize(
    ("text", "typed", "words", "printed"),
    [
        ("You have led {{ supervisors }}.", "speak French", {}, False),
        ("You have led {{ supervisors }}.", "speak French", {"supervisors": "pod leads"}, True),
        ("You have led {{ staff }}.", "speak French", {"supervisors": "pod leads"}, False),
        ("You have taken orders through a peak.", "kept orders going through every peak", {}, False),
        ("You have taken orders through a peak.", "speak French", {}, True),
    ],
)
def test_ours_neither_names_a_role_she_did_not_nor_repeats_her(text, typed, words, printed):
    proof = statement("proof", text, areas=("stock",))
    found = chosen(
        statement("own", "{{ own_required }}"),
        proof,
        purpose=Purpose.REQUIRED,
        own_required=typed,
        scope=stars("stock"),
        house_words=HouseWords(**words),
    )
    assert ("proof" in found) is printed


def test_her_requirements_all_stay_however_many():
    typed = "\n".join(f"run thing {number}" for number in range(9))
    assert len(texts(composed(*REQUIRED, purpose=Purpose.REQUIRED, own_required=typed))) == 9


def test_skills_of_ours_appear_back_where_she_asks_for_enough():
    skills = [statement("read", areas=("stock",)), statement("plan")]
    assert chosen(*skills, purpose=Purpose.SKILLS, scope=stars("stock")) == ["read"]
    assert chosen(*skills, purpose=Purpose.SKILLS) == ["plan"]
    assert chosen(*skills, purpose=Purpose.SKILLS, own_required="a\nb\nc", scope=stars("stock")) == []


def test_a_statement_for_her_trade_goes_before_a_general_one():
    trade = duty("retail-stock", "stock", industries=("retail",))
    assert chosen(*DUTIES, trade, scope=stars("stock"))[0] == "retail-stock"


def test_the_title_s_balance_decides_between_equals():
    strategic = duty("stock-plan", "stock", focus=Focus.STRATEGIC)
    found = chosen(duty("stock-1", "stock"), duty("stock-2", "stock"), strategic, scope=stars("stock"))
    assert found[:2] == ["stock-1", "stock-plan"]  # all operational is more than the title promises


def test_what_is_worth_offering_is_about_what_she_stated():
    role = template(section(*DUTIES, purpose=Purpose.DUTIES), schema=2, areas=AREAS, traits=TRAITS)
    keys = suggested(role, brief(scope=stars("stock"), needs=("budget",)))
    assert {"stock-1", "stock-3", "for-budget", "retail-only", "any-8", "own"} <= keys
    assert not {"people-1", "quality-2", "sales-3"} & keys


def test_every_line_states_why_it_is_there():
    document = composed(*DUTIES, own_duties="Open Leeds", needs=("budget",), traits=("alcohol",), scope=stars("stock"))
    reasons = {item.key: item.reason for item in document.items()}
    assert reasons["own_duties-1"] == "Your own answer in the brief."
    assert reasons["stock-1"] == "You starred “Stock”."
    assert reasons["for-budget"] == "You said: “Nobody follows the budget”."
    assert reasons["pub"] == "You said: “We serve alcohol”."


def test_of_areas_nobody_asked_for_each_gives_one_duty_first():
    plenty = [duty(f"{area}-{number}", area) for area in ("people", "quality") for number in (1, 2, 3)]
    others = [duty(f"{area}-1", area) for area in ("sales", "stock", "north", "south")]
    assert chosen(*plenty, *others) == ["people-1", "quality-1", *(item.key for item in others)]


def test_the_same_answers_make_the_same_posting():
    answers = {"scope": stars("people", "stock"), "needs": ("budget",), "own_duties": "Open Leeds"}
    assert composed(*DUTIES, **answers) == composed(*DUTIES, **answers)


def test_a_template_of_schema_1_does_not_know_stars():
    role = template(section(*DUTIES, purpose=Purpose.DUTIES, pick=3), areas=AREAS, traits=TRAITS)
    assert compose(role, brief(scope=stars("people")), version=1) == compose(role, brief(), version=1)
    assert replace(role, schema=2) != role


def test_what_is_given_beside_the_pay_is_printed_once_with_the_benefits():
    given = {"pay": "60-68k plus van, 10% bonus, DOE", "benefits": "Van and phone"}
    lines = (statement("benefits", "{{ benefits }}"), statement("bonus", "Bonus: {{ bonus }}"))
    posting = composed(*lines, purpose=Purpose.PAY, **given)
    assert [item.text for section in posting.sections for item in section.items] == [
        "Van and phone",
        "Bonus: 10% bonus",
    ]
    assert posting.facts.has_bonus
    posting = composed(*lines, purpose=Purpose.PAY, pay="60-68k plus van")
    assert [item.text for section in posting.sections for item in section.items] == ["Van"]
    assert not posting.facts.has_bonus


@pytest.mark.parametrize(
    ("pay", "benefits", "head", "listed"),
    [
        ("£75k-£85k base plus annual bonus up to 15%", "", "£75,000–£85,000 a year base plus bonus", []),
        ("£75k-£85k, car, OTE 95k", "", "£75,000–£85,000 a year, OTE 95k", ["Car"]),
        ("£36k pro rata", "", "£36,000 a year, pro rata", []),
        ("42-48k, every third Saturday worked", "", "£42,000–£48,000 a year, every third Saturday worked", []),
        ("50k, PTO 3 weeks", "Health cover\nPTO", "£50,000 a year", ["Health cover", "PTO 3 weeks"]),
        # A word that states nothing of its own is no benefit.
        ("50k plus super", "Super\nUte", "£50,000 a year plus super", ["Ute"]),
        ("50k package incl super", "super", "£50,000 a year package, including super", []),
        ("50k", "superannuation\nbonus", "£50,000 a year plus superannuation and bonus", []),
        ("50k plus commission", "Ute", "£50,000 a year plus commission", ["Ute"]),
        ("50k", "Super at 12%", "£50,000 a year", ["Super at 12%"]),
        ("50k, salary packaging", "Salary packaging to £900", "£50,000 a year", ["Salary packaging to £900"]),
    ],
)
def test_every_word_typed_beside_the_pay_has_one_place(pay, benefits, head, listed):
    salary = read_pay(pay, currency=Currency.GBP).salary
    answers = {"pay": pay, "benefits": benefits, "base_salary": salary}
    posting = composed(statement("benefits", "{{ benefits }}"), purpose=Purpose.PAY, **answers)
    assert dict(posting.facts.lines())["Pay"] == head
    assert [item.text for section in posting.sections for item in section.items] == listed


def test_beside_what_she_would_like_ours_add_nothing():
    wishes = (statement("own", "{{ own_preferred }}"), statement("trade", industries=("retail",)))
    assert chosen(*wishes, purpose=Purpose.PREFERRED, industry="retail") == ["trade"]
    texts_of_hers = composed(*wishes, purpose=Purpose.PREFERRED, industry="retail", own_preferred="Shopify")
    assert texts(texts_of_hers) == ["Shopify."]


def test_duties_of_a_rare_area_wait_for_an_owner_or_trade_that_has_it():
    kept = tuple(replace(area, where_usual=area.key == "stock") for area in AREAS)
    trade = Industry(key="depot", name="Depots", phrase="depots", areas=("stock",))
    role = template(section(*DUTIES, purpose=Purpose.DUTIES), schema=2, areas=kept, industries=(trade,))
    stocked = [
        any(name.startswith("stock") for name in names(compose(role, brief(**answers), version=1)))
        for answers in ({}, {"scope": stars("stock")}, {"industry": "depot"})
    ]
    assert stocked == [False, True, True]
