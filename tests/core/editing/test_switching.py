from hypothesis import given

from roles.core import editing
from roles.core.editing import owners_words, switch
from roles.core.limits import Purpose
from tests.core.compose.build import brief, section, statement, template
from tests.core.editing.edits import edited, steps
from tests.strategies import briefs, role_templates

OWN = template(
    section(statement("one"), statement("shared"), statement("two"), statement("spare"), pick=3),
    section(statement("gives", "{{ benefits }}"), key="pay", heading="Pay"),
)
OTHER = template(section(statement("shared"), statement("deliver")), title="The Other")
BRIEF = brief(benefits="Pension")


def begun(edit=lambda doc, stock: doc):
    stock = editing.stock(OWN, BRIEF, version=3)
    return edit(stock.composed, stock)


def switched(document, keep=None):
    return switch(document, BRIEF, OWN, OTHER, own_version=3, target_version=5, keep=keep)


def texts(document):
    return [item.text for item in document.items()]


def test_an_untouched_document_becomes_the_other_composition():
    result = switched(begun())

    assert result.document == editing.stock(OTHER, BRIEF, version=5).composed
    assert (result.title, result.own_lines) == ("The Other", ())


def test_each_section_states_what_goes_what_comes_and_what_stays():
    duties, pay = switched(begun()).parts

    assert [item.key for item in duties.goes] == ["one", "two"]
    assert [item.key for item in duties.comes] == ["deliver"]
    assert duties.stays == 1
    assert ([item.text for item in pay.goes], pay.comes, pay.heading) == (["Pension"], (), "Pay")


def test_a_part_without_a_heading_is_called_by_its_purpose():
    own, other = (
        template(section(statement(key, f"We {key}."), key="also", heading="", purpose=Purpose.ALSO))
        for key in ("sew", "cut")
    )
    document = editing.stock(own, BRIEF, version=3).composed
    (part,) = switch(document, BRIEF, own, other, own_version=3, target_version=5).parts
    assert part.heading == "Also"


def test_the_owners_words_come_along_unless_they_are_left_behind():
    document = begun(lambda doc, stock: editing.reword(doc, "one", "Mine.", stock=stock))

    assert [(line.item.text, line.own, line.kept) for line in switched(document).own_lines] == [("Mine.", True, True)]
    assert "Mine." in texts(switched(document).document)
    assert "Mine." not in texts(switched(document, keep=[]).document)


def test_what_was_only_brought_in_stays_behind_unless_it_is_kept():
    document = begun(lambda doc, stock: editing.bring_in(doc, "spare", stock=stock))

    assert [(line.item.key, line.own, line.kept) for line in switched(document).own_lines] == [("spare", False, False)]
    assert "spare" not in [item.key for item in switched(document).document.items()]
    assert "spare" in [item.key for item in switched(document, keep=["spare"]).document.items()]


@given(role_templates(), role_templates(), briefs(), steps)
def test_switching_loses_none_of_the_owners_words_and_lists_every_line(own, other, answers, edits):
    stock = editing.stock(own, answers, version=1)
    document = edited(stock, edits)
    result = switch(document, answers, own, other, own_version=1, target_version=2)

    for item in document.items():
        if owners_words(item):
            assert item.text in texts(result.document)
    assert sum(len(part.comes) + part.stays for part in result.parts) == len(texts(result.document))
    gone = {item.text for item in document.items()} - set(texts(result.document))
    assert gone == {item.text for part in result.parts for item in part.goes}


@given(role_templates(), briefs(), steps)
def test_leaving_everything_behind_gives_the_other_composition(own, answers, edits):
    stock = editing.stock(own, answers, version=1)
    result = switch(edited(stock, edits), answers, own, OTHER, own_version=1, target_version=2, keep=())

    assert not any(owners_words(item) for item in result.document.items())
