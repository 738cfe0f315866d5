"""Notes to whoever writes the posting, typed among the answers: left out of it, named, and nothing else lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.core import content
from roles.core.compose import compose
from roles.core.compose.notes_to_writer import left_out, parted, still_mentioned, without_notes
from roles.core.compose.notes_wording import CUE, About
from roles.core.compose.scope import Answered, Target
from tests.core.compose import build

FACTS = ("two sites are new", "Sam left in May", "we load by 5", "40 adults learn here", "the yard floods", "free tea")
SECRETS = ("off the record", "not for the ad", "don't mention this in the ad", "strictly between us")
ASIDES = ("(don't say)", "(keep it quiet)", "[off the record]", "(pls don't mention it)")
OTHER_NOTES = (
    "don't make a big deal out of it in the ad",
    "pls don't be chirpy about it",
    "say that if you can without making it weird",
    "that's worth saying",
    "safeguarding wording has to be in",
    "keep the sale out of this posting",
)

facts = st.sampled_from(FACTS)
breaks = st.sampled_from((", ", "; ", ". ", "\n", " - "))


def words(*texts):
    return sorted(word for text in texts for word in re.findall(r"\w+", text))


@pytest.mark.parametrize(
    ("typed", "kept", "note"),
    [
        (
            "2 of the managers are new, one is struggling (don't say)",
            "2 of the managers are new",
            "one is struggling (don't say)",
        ),
        ("We grew fast. off the record we may sell", "We grew fast.", "off the record we may sell"),
        (
            "Run it\nnot for the ad: Bob drinks, he knows\nLock up",
            "Run it\nLock up",
            "not for the ad: Bob drinks, he knows",
        ),
        ("We bake; we may sell, between us", "We bake", "we may sell, between us"),
        ("Off the record. We may sell. We bake", "We bake", "Off the record. We may sell"),
        ("We bake (between us: at a loss)", "We bake", "(between us: at a loss)"),
        ("approx. 3 are ill (don't say). We bake", "We bake", "approx. 3 are ill (don't say)"),
        ("one is ill (don't say) and 3 are new", "3 are new", "one is ill (don't say) and"),
    ],
)
def test_a_secret_takes_the_clause_it_is_attached_to(typed, kept, note):
    assert parted(typed) == (kept, (note,))


@pytest.mark.parametrize("note", OTHER_NOTES)
@pytest.mark.parametrize("typed", ["We are non union. {}", "We are non union, {}", "We are non union ({})"])
def test_any_other_note_leaves_the_fact_before_it(typed, note):
    kept, [found] = parted(typed.format(note))
    assert kept.rstrip(".") == "We are non union"
    assert found.strip("()") == note


@pytest.mark.parametrize("about", About)
@pytest.mark.parametrize(
    "typed",
    [
        "don't mention price to customers",
        "we say what we mean",
        "tell the customer before it's late",
        "don't say yes to every job",
        "take points off the record",
        "between us we cover 3 sites",
        "don't put letters in the post",
        "write the ad, keep the ad budget",
        "if a bowl is chipped, leave it out",
        "a dental clinic (private)",
        "it is a job worth doing",
        "no leave in August (must be agreed)",
    ],
)
def test_what_only_looks_like_a_note_stays(typed, about):
    assert parted(typed, about) == (typed, ())


def test_a_bare_order_is_a_note_only_about_the_firm():
    typed = "We run fairs. Don't mention the tent"
    assert parted(typed, About.FIRM) == ("We run fairs.", ("Don't mention the tent",))
    assert parted(typed, About.POST) == (typed, ())


@given(
    st.lists(
        st.tuples(st.sampled_from((*FACTS, *SECRETS, *OTHER_NOTES)) | facts, st.just("") | st.sampled_from(ASIDES))
    ),
    st.data(),
)
def test_every_word_is_printed_or_named(parts, data):
    typed = "".join(f"{text} {aside}".strip() + data.draw(breaks) for text, aside in parts)
    for about in About:
        kept, notes = parted(typed, about)
        assert words(kept, *notes) == words(typed)


@given(facts, facts, breaks, st.sampled_from(ASIDES))
def test_a_secret_takes_nothing_from_before_its_clause(first, second, mark, aside):
    kept, notes = parted(f"{first}{mark}{second} {aside}")
    assert kept.strip(" .\n") == first
    assert notes == (f"{second} {aside}",)


@given(st.lists(facts | st.sampled_from(("don't stop", "say hello", "put it back"))), breaks)
def test_answers_without_notes_stay_to_the_letter(parts, mark):
    typed = mark.join(parts)
    assert parted(typed, About.FIRM) == (typed, ())


@pytest.mark.parametrize("note", [*SECRETS, *ASIDES, *OTHER_NOTES, "Don't mention the tent"])
def test_each_note_has_a_word_that_is_looked_for_first(note):
    assert CUE.search(note.lower())


def test_the_posting_has_no_note_and_the_brief_keeps_it():
    template = content.read_role(content.role_slugs()[0])
    scope = (Answered(area="pnl", name="the bar (don't say)", target=Target(outcome="no debt. worth saying")),)
    brief = build.brief(industry="retail", own_duties="Run the yard\nnot for the ad: we may sell", scope=scope)
    text = " ".join(item.text for item in compose(template, brief, version=1).items())
    assert "Run the yard." in text
    assert "may sell" not in text
    assert "may sell" in brief.own_duties
    [area] = without_notes(brief).scope
    assert (area.name, area.target.outcome) == ("", "no debt.")


def test_names_and_a_text_of_law_are_never_parted():
    brief = build.brief(company="Off the Record", reports_to="me (don't say)", equal_opportunity="not for the ad: all")
    assert without_notes(brief) is brief


def test_what_was_not_to_be_mentioned_and_still_is_gets_named():
    answers = {"culture": "Don't mention the tent. We dance", "why_now": "We had a tent come down in Aug. Busy since"}
    assert left_out(answers) == ["Don't mention the tent"]
    assert still_mentioned(answers) == [
        "You asked not to mention the tent; “We had a tent come down in Aug” still does."
    ]
    assert still_mentioned(answers | {"why_now": "We are busy"}) == []
