import dataclasses
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from roles.core.review import Finding, Fix, Ignored, Level, Place, Rules, report, review

from .making import TODAY, document, findings, section


def found(doc, ignored=()):
    return report(doc, findings(doc), ignored)


def span(start, end, text, level=Level.CONSIDER, **changes):
    place = Place(section="required", item=0, start=start, end=end)
    values = {"id": "x.y", "level": level, "message": "m", "place": place, "words": text[start:end]}
    return Finding(**{**values, "why": "w", "source": "s", "fix": Fix(replacement=""), **changes})


def of_text(text, *spans):
    doc = document(section("required", text))
    return doc, report(doc, [span(start, end, text, level) for start, end, level in spans])


def test_remarks_are_numbered_as_they_are_listed_and_grouped_by_level():
    shown = found(document(section("required", "A young, vibrant team.")))
    assert [remark.number for remark in shown.remarks] == list(range(1, len(shown.remarks) + 1))
    assert [group.level for group in shown.groups] == list(Level)
    assert not shown.ready


def test_the_words_appear_in_their_line():
    line = f"{'Long words go before it. ' * 5}A young team. {'And many more come after. ' * 5}"
    remark = next(one for one in found(document(section("required", line))).remarks if one.finding.words == "young")
    assert (remark.before[:2], remark.words, remark.after[-2:]) == ("… ", "young", " …")
    assert f"{remark.before[2:]}{remark.words}{remark.after[:-2]}" in line


def test_marks_that_overlap_take_the_higher_level_and_each_number_once():
    doc, shown = of_text("abcdef", (0, 4, Level.CONSIDER), (2, 6, Level.MUST_FIX))
    segments = shown.segments(doc.sections[0].items[0])
    assert [(part.text, part.level, [one.number for one in part.ends]) for part in segments] == [
        ("ab", Level.CONSIDER, []),
        ("cd", Level.MUST_FIX, [1]),
        ("ef", Level.MUST_FIX, [2]),
    ]


@given(st.text(min_size=1, max_size=80), st.data())
def test_the_segments_are_the_text_and_hold_every_number(text, data):
    at = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)), st.sampled_from(list(Level)))
    spans = [(a, b, level) for a, b, level in data.draw(st.lists(at, max_size=8)) if a < b]
    doc, shown = of_text(text, *spans)
    segments = shown.segments(doc.sections[0].items[0])
    assert "".join(part.text for part in segments) == text
    assert sorted(one.number for part in segments for one in part.ends) == list(range(1, len(spans) + 1))


def ignoring(remark):
    return Ignored(finding=remark.finding.id, place=remark.place, about=remark.about, reason="It is ours.", on=TODAY)


def test_ignored_findings_are_set_apart_and_the_rest_numbered_on():
    doc = document(section("required", "A young, vibrant team."))
    young = next(one for one in found(doc).remarks if one.finding.words == "young")
    shown = found(doc, [ignoring(young)])
    assert [one.finding.words for one in shown.ignored] == ["young"]
    assert shown.ignored[0].ignored.reason == "It is ours."
    assert [one.number for one in shown.remarks] == list(range(1, len(shown.remarks) + 1))
    assert "young" not in [one.finding.words for one in shown.remarks]


def test_a_finding_stays_ignored_while_its_item_holds_its_words():
    doc = document(section("required", "A young team.", "Another line."))
    young = next(one for one in found(doc).remarks if one.finding.words == "young")
    other = document(section("required", "Another young leader.", "Another line."))
    changed = document(section("required", "A youthful team.", "Another line."))
    assert found(other, [ignoring(young)]).ignored
    assert not found(changed, [ignoring(young)]).ignored


def test_a_token_is_of_the_line_as_it_reads():
    doc = document(section("required", "A young team."))
    remark = next(one for one in found(doc).remarks if one.item)
    assert found(doc).by_token(remark.token) == remark
    item = dataclasses.replace(doc.sections[0].items[0], text="A young team!")
    changed = dataclasses.replace(doc, sections=(dataclasses.replace(doc.sections[0], items=(item,)),))
    assert found(changed).by_token(remark.token) is None


def test_a_whole_document_remark_has_no_words_and_can_be_ignored():
    doc = document(section("required", "A line."))
    shown = report(doc, review(doc, None, Rules(), date(2026, 11, 23)))
    whole = next(one for one in shown.remarks if one.item is None)
    assert (whole.before, whole.words, whole.after) == ("", "", "")
    assert found(doc, [ignoring(whole)]).ignored


def whole(level, message, id="posting_law.missing"):
    return Finding(
        id=id, level=level, message=message, place=Place(), words="", why="w", source="https://law.example/1"
    )


def test_an_ignored_hint_silences_no_must_fix_of_the_same_law():
    doc = document(section("required", "A line."))
    hint = whole(Level.CONSIDER, "Maryland asks for other pay.")
    must = whole(Level.MUST_FIX, "Maryland asks for the pay range.")
    entry = ignoring(report(doc, [hint]).remarks[0])
    shown = report(doc, [must, hint], [entry])
    assert [one.finding for one in shown.remarks] == [must]
    assert [one.finding for one in shown.ignored] == [hint]


def test_an_ignored_finding_returns_when_it_gets_worse_or_changes():
    doc = document(section("required", "A line."))
    entry = ignoring(report(doc, [whole(Level.SHOULD_FIX, "850 words.", "length.words")]).remarks[0])
    for level, message in [(Level.SHOULD_FIX, "1,900 words."), (Level.MUST_FIX, "850 words.")]:
        assert report(doc, [whole(level, message, "length.words")], [entry]).remarks
