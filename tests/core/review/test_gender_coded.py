from collections import Counter

import pytest

from roles.core.document import Source
from roles.core.review import Level, apply_fix
from roles.core.review.rules.gender_coded import coded

from .making import document, findings, item, of_line, section

PLAIN = "We bake bread and bring it to the shops of the town every morning before six. " * 3


def test_the_stems_are_the_paper_s():
    sides = Counter(entry.group.name for entry in coded.entries)
    assert (sides["masculine"], sides["feminine"]) == (42, 40)


def test_a_coded_word_is_only_ever_considered():
    (found,) = of_line("An assertive voice.", "gender_coded")
    assert found.level is Level.CONSIDER
    assert "Gaucher" in found.source


def test_the_summary_gives_the_density_of_each_side_and_what_is_exempt():
    doc = document(section("summary", PLAIN + "Lead, decide, be assertive and polite."))
    (found,) = findings(doc, "gender_coded.density")
    words = len((PLAIN + "Lead, decide, be assertive and polite.").split()) + 17
    assert f"{3000 / words:.0f} masculine-coded words" in found.message
    assert f"{1000 / words:.0f} feminine-coded words" in found.message
    assert "2 of them could be another word" in found.message
    assert "decide… once, deciding is the work" in found.message
    assert "lead… once, leading is the work" in found.message


def test_what_is_left_out_is_counted_in_words():
    doc = document(section("summary", PLAIN + "Lead, lead, decide, analyze, analyze, analyze, be assertive."))
    (found,) = findings(doc, "gender_coded.density")
    assert "analy… 3 times, analysis is the work; decide… once, deciding is the work; lead… twice" in found.message


def test_below_the_usual_density_nothing_is_stated():
    doc = document(section("summary", PLAIN * 3 + "We bake together."))
    assert findings(doc, "gender_coded") == []


def test_only_the_side_above_the_usual_density_is_spoken_of():
    doc = document(section("summary", PLAIN * 3 + "We bake together. Assertive, hostile, stubborn."))
    words = [found.words for found in findings(doc, "gender_coded.word")]
    assert words == ["Assertive", "hostile", "stubborn"]
    assert "3 of them could be another word" in findings(doc, "gender_coded.density")[0].message


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Attack waste aggressively.", "name the pace or the figure you want"),
        ("Aggressive growth is planned.", "clear growth targets"),
        ("Set aggressive targets.", "clear growth targets"),
    ],
)
def test_growth_targets_are_advised_only_for_growth(text, advice):
    (found,) = findings(document(section("responsibilities", text)), "gender_coded.word")
    assert advice in found.message


@pytest.mark.parametrize("verdict", ["biased", "sexist", "masculine text", "strongly"])
def test_nothing_is_stated_about_the_author(verdict):
    doc = document(section("summary", PLAIN + "Aggressive, assertive, hostile, dominant."))
    assert verdict not in " ".join(found.message.lower() for found in findings(doc, "gender_coded"))


def test_words_the_work_needs_have_no_finding():
    doc = document(section("summary", PLAIN + "Lead, decide, analyze, support; responsible for objectives."))
    assert findings(doc, "gender_coded") == []


def test_headings_and_benefits_are_left_out():
    doc = document(section("assertive", PLAIN), section("pay", item("Childcare", source=Source.BRIEF, name="benefits")))
    assert findings(doc, "gender_coded") == []


def test_a_swap_replaces_the_words():
    doc = document(section("responsibilities", "Set aggressive growth targets."))
    (found,) = findings(doc, "gender_coded.word")
    assert apply_fix(doc, found).sections[0].items[0].text == "Set clear growth targets."


def test_a_compound_is_not_its_last_word():
    assert of_line("A data-driven plan.", "gender_coded") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Dominate the trade.", "Lead the trade."),
        ("Strong individual contributors.", "Hands-on contributors."),
        ("A strong individual contributor.", "A hands-on contributor."),
        ("An aggressive growth plan.", None),
        ("Our aggressive growth strategy.", None),
        ("You are driven and focused.", None),
    ],
)
def test_a_swap_is_offered_only_where_it_reads_well(text, fixed):
    doc = document(section("responsibilities", text))
    (found,) = findings(doc, "gender_coded.word")
    assert (apply_fix(doc, found).sections[0].items[0].text if found.fix else None) == fixed
    assert fixed or "Perhaps" in found.message


def test_words_only_the_gender_decoder_knows_are_not_in_the_density():
    assert findings(document(section("summary", PLAIN + "Champion the plan.")), "gender_coded") == []
    (found,) = findings(document(section("summary", "Champion the plan.")), "gender_coded.word")
    assert "decoder" in found.source


def test_a_word_of_ours_does_not_borrow_the_decoder_s_name():
    (found,) = findings(document(section("summary", "You are self-motivated.")), "gender_coded.word")
    assert found.source.startswith("Our judgement")


@pytest.mark.parametrize(
    "line",
    [
        "You speak for the Trust and follow its policies.",
        "Deal with competing priorities.",
        "Keep our competitive advantage in flour.",
        "An individual that likes mornings.",
        "This individual has a licence.",
        "Know accounting principles.",
        "Work with independent dealers.",
    ],
)
def test_organisations_persons_and_set_phrases_are_no_coded_words(line):
    assert findings(document(section("summary", line)), "gender_coded") == []


@pytest.mark.parametrize("line", ["Trust in others.", "You are competitive.", "Strong individual results."])
def test_the_same_words_in_another_sense_are(line):
    assert findings(document(section("summary", line)), "gender_coded.word")
