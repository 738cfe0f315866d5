"""The account of an old text: every word in it once, nothing reworded, and each fate with its reason."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import codec, content
from roles.core.compose.brief import Brief, problems
from roles.core.document import Source
from roles.core.editing import stock
from roles.core.starting import Account, Became, as_scope, bring_back, make, read_old_text, start, title_for
from roles.core.starting.account import Entry, is_printed
from tests import shipped

from .texts import ALL, BREWERY, HOUSEKEEPING, NOTES, VET_CLINICS, VET_LINES

TODAY = date(2026, 11, 28)
NEEDED = {"company": "Larkmoor", "industry": "other", "headcount": 30, "place": "Leeds, UK"}


@cache
def templates():
    return {slug: shipped.role(slug) for slug in content.role_slugs()}


def posting(text, slug="director-of-operations"):
    template = templates()[slug]
    began = start(read_old_text(text), template, today=TODAY)
    brief = Brief(**NEEDED | dict(began.answers) | {"scope": as_scope(one.area for one in began.areas)})
    document, account = make(began, template, brief, version=1)
    return began, brief, document, account


def words(*texts):
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def entry(account, beginning):
    return next(one for one in account.entries if one.text.startswith(beginning))


def lines_of(document, key):
    return next((section.items for section in document.sections if section.key == key), ())


HEADINGS = ["About us", "Responsibilities", "Requirements:", "Nice to have", "Benefits", "How to apply", "Our plan"]
LINES = [
    *("Plan the routes for eleven crews.", "- Own the budget - wages, rent and fuel", "• Must have run a depot"),
    *("Excel is a plus", "Competitive pay including health, dental, 401k match", "We want a young leader!"),
    *("Team player", "Show more", "Location: Leeds, UK", "Send your CV to jobs@depot.example. No calls.", "Close date"),
    *("[2026-10-02 20:14] Find the leak", "03/11/2026, 20:14 - Ann: call the bank??", "Tern · Falmouth · Full-time"),
    *("£40,000 to £45,000 a year plus yearly bonus on profit", "3 leads report to this role.", "", "", "Ωmega „zitat“"),
]


@given(st.lists(st.sampled_from([*HEADINGS, *LINES]) | st.text(st.characters(codec="utf-8", categories=["L", "Zs"]))))
def test_every_word_of_any_text_is_in_one_entry(lines):
    text = "\n".join(lines)
    began = start(read_old_text(text), templates()["operations-director"], today=TODAY)
    assert words(*(one.text for one in began.entries)) == words(text)


@pytest.mark.parametrize("name", ALL)
def test_every_word_of_a_posting_is_in_one_entry(name):
    _, _, _, account = posting(ALL[name])
    assert words(*(one.text for one in account.entries)) == words(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_no_word_of_hers_is_reworded(name):
    _, _, document, account = posting(ALL[name])
    flat = " ".join(re.sub(r"\n\[[^]]*\]", "\n", "\n" + ALL[name]).split())
    for one in account.entries[name == "notes" :]:
        assert one.text in flat
        assert not words(*one.lines) - words(one.text)
        assert all(is_printed(one, document) for line in one.lines)
    hers = [item.text for item in document.items() if item.provenance.source is Source.OWNER]
    assert all(" ".join(text.split()).rstrip(".") in flat for text in hers)


@pytest.mark.parametrize("name", ALL)
def test_what_was_understood_makes_a_brief_without_problems(name):
    _, brief, _, _ = posting(ALL[name])
    assert problems(brief, today=TODAY) == {}


def test_a_posting_gives_its_facts_as_answers_and_leaves_the_rest_open():
    began, _, _, _ = posting(VET_CLINICS)
    expected = {
        "company": "Larkmoor Animal Clinics",
        "place": "Boise, ID",
        "headcount": 44,
        "apply_to": "work@larkmoor.example",
        "bonus": "yearly bonus based on clinic profit",
        "leads": "3 practice managers and the lab lead",
        "travel_pattern": "three days a week between the clinics",
    }
    assert {name: began.answers.get(name) for name in expected} == expected
    assert not {"workplace", "employment_type", "reports_to", "valid_through"} & began.answers.keys()


def test_her_duties_come_first_as_typed_and_ours_behind():
    _, _, document, _ = posting(VET_LINES.replace("• Keep controlled drug logs ready for inspection\n", ""))
    duties = lines_of(document, "responsibilities")
    hers = [item.text for item in duties if item.provenance.source is not Source.STATEMENT]
    assert hers == [item.text for item in duties][: len(hers)]
    assert hers[0] == "Sort out complaints the clinics cannot settle."
    assert "Own the budget of each clinic - drugs, wages and rent - and explain every gap by the tenth." in hers
    assert len(duties) == len(hers) + 2
    all_hers = lines_of(posting(VET_LINES)[2], "responsibilities")
    assert Source.STATEMENT not in {item.provenance.source for item in all_hers}


@pytest.mark.parametrize(
    ("beginning", "became", "reason"),
    [
        ("Are you a passionate", Became.KEPT, "Every posting says this"),
        ("We want a young", Became.LEFT_OUT, "“young”"),
        ("Oversee operations", Became.KEPT, "Every posting says this"),
        ("Other duties", Became.KEPT, "Every posting says this"),
        ("Show less", Became.LEFT_OUT, "the page"),
        ("Larkmoor looks after", Became.KEPT, ""),
        ("Cut the wait", Became.KEPT, ""),
        ("Spanish is a plus", Became.KEPT, ""),
        ("Must have valid driver", Became.KEPT, ""),
        ("Must be able to travel", Became.KEPT, ""),
        ("3 practice managers", Became.KEPT, ""),
        ("Send your resume", Became.KEPT, ""),
        ("Requirements", Became.HEADING, ""),
    ],
)
def test_each_line_of_an_advert_has_its_fate(beginning, became, reason):
    _, _, _, account = posting(VET_CLINICS)
    found = [one for one in account.entries if one.text.startswith(beginning)]
    assert any(one.became is became and reason in one.reason for one in found)


@pytest.mark.parametrize(
    ("beginning", "became", "reason"),
    [
        ("Must have", Became.HEADING, "The heading above"),
        ("led managers", Became.KEPT, ""),
        ("Must be able to travel", Became.ANSWER, ""),
        ("3 practice managers", Became.MERGED, "One of our sentences"),
        ("Send your resume", Became.MERGED, "One of our sentences"),
        ("Requirements", Became.HEADING, ""),
    ],
)
def test_each_line_of_a_few_has_its_fate(beginning, became, reason):
    _, _, _, account = posting(VET_LINES)
    found = [one for one in account.entries if one.text.startswith(beginning)]
    assert any(one.became is became and reason in one.reason for one in found)


@pytest.mark.parametrize(
    ("last", "became"),
    [
        ("- Pete", Became.LEFT_OUT),
        ("Mel & Dave", Became.LEFT_OUT),
        ("Cheers, Annika Bell", Became.LEFT_OUT),
        ("Bring your boots", Became.KEPT),
    ],
)
def test_a_signature_at_the_end_is_no_line_of_the_posting(last, became):
    _, _, _, account = posting(f"Benefits\n- A truck\n\nHow to apply\nWrite to jobs@depot.example.\n\n{last}\n")
    assert account.entries[-1].became is became
    _, _, _, account = posting("Benefits\n- Lunch every day\n- Parking\n")
    assert account.entries[-1].became is Became.KEPT


def test_a_line_with_a_cliche_and_a_fact_is_kept():
    _, _, document, account = posting("Duties\n- Passionate about our 38 vans\n- Passionate team player\n")
    assert entry(account, "Passionate about").became is Became.KEPT
    assert entry(account, "Passionate team").became is Became.LEFT_OUT
    assert "Passionate about our 38 vans." in [item.text for item in document.items()]


def test_both_sentences_are_in_the_account_of_a_merged_line():
    _, _, document, account = posting(VET_LINES)
    merged = entry(account, "3 practice managers")
    assert merged.ours in [item.text for item in document.items()]
    assert "3 practice managers and the lab lead" in merged.ours


def test_a_statement_of_ours_that_states_what_hers_states_is_left_out():
    two = VET_LINES.replace("• Keep controlled drug logs ready for inspection\n", "")
    _, _, document, _ = posting(two)
    ours = next(item for item in lines_of(document, "responsibilities") if item.provenance.source is Source.STATEMENT)
    hers = f"{ours.text.rstrip('.')} each Friday"
    text = two.replace("Sort out complaints the clinics cannot settle", hers)
    _, _, document, account = posting(
        text.replace("• Must be able to travel three days a week between the clinics", "")
    )
    assert entry(account, hers).became is Became.KEPT
    assert ours.key not in {item.key for item in document.items()}
    assert f"{hers}." in [item.text for item in document.items()]


def test_facts_below_labels_are_answers_and_a_day_that_has_passed_is_not():
    began, _, document, account = posting(BREWERY, "operations-director")
    assert began.answers["schedule"] == "Monday to Friday, one Saturday a month"
    assert began.answers["reports_to"] == "the founders"
    assert "valid_through" not in began.answers
    assert entry(account, "Closing date").reason.startswith("That day has passed")
    assert entry(account, "Male").became is Became.LEFT_OUT
    assert lines_of(document, "success")[0].text == "Stock-outs from 9 a month to 2 by June 2027."
    assert lines_of(document, "summary")[0].text.startswith("You will set where brewing")


def test_notes_are_sorted_by_what_each_states_of_itself():
    began, _, document, account = posting(NOTES, "operations-director")
    assert began.answers["place"] == "Guelph, Ontario"
    assert began.answers["reports_to"] == "Executive Director"
    assert began.answers["own_required"] == "run a warehouse before"
    assert began.answers["own_preferred"] == "French"
    assert began.answers["own_duties"] == "Find out what each parcel really costs. Nobody has ever counted"
    assert entry(account, "the landlord").reason == "You wrote that it should stay out."
    assert entry(account, "second van").reason == "It reads as a note to yourself."
    assert entry(account, "Must be on the left").reason.startswith("Political belief")
    assert not [item for item in document.items() if "landlord" in item.text or "second van" in item.text]


def test_a_heading_of_her_own_stays_with_what_is_below_it():
    _, _, document, account = posting(HOUSEKEEPING)
    own = next(section for section in document.sections if section.heading.startswith("Round here"))
    assert [item.text for item in own.items] == ["Forty hours, a van and a phone.", "A desk by the window."]
    assert [one.became for one in account.entries if one.text.startswith("Plan the routes")] == ["kept", "left_out"]
    assert lines_of(document, "culture")[0].text == "Every Monday we open the week with breakfast."


def test_more_lines_than_an_answer_holds_are_all_printed():
    text = "Duties\n" + "".join(f"- Count the shelves of hall {number} every Friday\n" for number in range(1, 41))
    _, brief, document, account = posting(text)
    assert brief.own_duties.count("\n") == 19
    assert len(lines_of(document, "responsibilities")) == 40
    assert dict(account.counts()) == {"kept": 40}


def test_more_than_eight_duties_of_hers_leave_no_place_for_ours():
    text = "Duties\n" + "".join(f"- Count the shelves of hall {number} every Friday\n" for number in range(1, 10))
    _, _, document, _ = posting(text)
    assert {item.provenance.source for item in lines_of(document, "responsibilities")} == {Source.BRIEF}


def test_a_line_left_out_comes_back_as_it_was_typed():
    _, brief, document, account = posting(VET_CLINICS)
    template = templates()["director-of-operations"]
    lost = entry(account, "We want a young")
    changed = bring_back(document, lost, template, stock=stock(template, brief, version=1))
    assert not is_printed(lost, document)
    assert is_printed(lost, changed)
    assert next(item for item in changed.items() if item.text == lost.text).provenance.source is Source.OWNER


def test_her_own_words_on_applying_come_behind_the_address():
    _, _, document, _ = posting(VET_LINES)
    assert [item.text for item in lines_of(document, "apply")][-1] == "No phone calls please."


def test_a_pay_line_that_states_more_goes_to_the_benefits():
    began, _, _, _ = posting("Director of Operations\n\n£45k + bonus, full time, start asap\n")
    assert began.answers["benefits"] == "£45k + bonus\nfull time\nstart asap"
    assert "bonus" not in began.answers


def test_a_fragment_of_a_note_does_not_open_the_posting():
    _, _, document, _ = posting("Ops director\n\n- HR and IT too, there is nobody else\n", "operations-director")
    texts = [item.text for item in lines_of(document, "summary")]
    assert texts[-1] == "HR and IT too, there is nobody else."
    assert len(texts) > 1


def test_stamps_of_messages_are_one_entry_that_stays_out():
    _, _, _, account = posting(NOTES, "operations-director")
    stamps = account.entries[0]
    assert stamps.text.count("[2026-10-02") == 11
    assert (stamps.became, stamps.can_come_back) == (Became.LEFT_OUT, False)


def test_an_account_is_the_same_after_storing():
    _, _, _, account = posting(VET_CLINICS)
    assert codec.load(Account, codec.dump(account)) == account
    assert account.summary.endswith("left out")


def test_the_summary_counts_in_plain_english():
    became = [Became.KEPT, Became.ANSWER, Became.MERGED, Became.HEADING]
    once = [Entry(text="x", line=1, became=one) for one in became]
    assert Account(entries=tuple(once)).summary == ("1 kept, 1 merged with a line of ours, 1 read as an answer")
    assert Account(entries=tuple(once * 3)).summary == ("3 kept, 3 merged with lines of ours, 3 read as answers")


def test_an_answer_changed_in_the_form_is_reported_in_the_account():
    template = templates()["director-of-operations"]
    began, brief, _, _ = posting(VET_LINES)
    _, account = make(began, template, replace(brief, leads="two leads"), version=1)
    assert entry(account, "3 practice managers").reason == "You have given another answer since."


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (VET_CLINICS, "director-of-operations"),
        (BREWERY, "operations-director"),
        (NOTES, "operations-director"),
        ("Head of things\n\nDuties\n- Set long-term goals and strategy\n- Lead acquisitions\n", "operations-director"),
        ("Head of things\n\nDuties\n- Schedule the daily shifts\n- Dispatch crews\n", "director-of-operations"),
        ("Head of things\n\nDuties\n- Bake\n", ""),
    ],
)
def test_the_title_is_that_of_the_text_else_that_of_its_duties(text, slug):
    assert title_for(read_old_text(text).read, templates().values())[0] == slug
