from dataclasses import replace

from roles.core.document import Provenance, Source
from roles.core.exports import html
from roles.core.limits import PARAGRAPH_LETTERS
from tests.core.compose.build import posting, statement


def test_it_is_headings_lists_and_paragraphs_and_nothing_of_ours():
    document = posting(statement("one", "Save 5% & more."), statement("two"))

    assert html.write(document) == (
        "<h1>Keeper of Operations</h1>\n"
        "<ul>\n<li>Company: Harbour Bakery</li>\n<li>Location: Leeds, UK (on site)</li>\n"
        "<li>Employment: Full-time</li>\n<li>Reports to: the owner</li>\n</ul>\n"
        "<h2>Duties</h2>\n<ul>\n<li>Save 5% &amp; more.</li>\n<li>Do what two says.</li>\n</ul>\n"
    )


def test_a_paragraph_is_one_and_lines_are_several():
    two = (statement("one"), statement("two"))

    assert "<p>Do what one says. Do what two says.</p>" in html.write(posting(*two, kind="paragraph"))
    assert "<p>Do what one says.</p>\n<p>Do what two says.</p>" in html.write(posting(*two, kind="lines"))


def test_a_long_line_of_the_owners_is_a_paragraph_of_its_own():
    document = posting(*map(statement, ("one", "two", "three", "four")), kind="paragraph")
    [part] = document.sections
    long = "We load at four. ".ljust(PARAGRAPH_LETTERS, "x")

    def written(source):
        items = [*part.items]
        items[1] = replace(items[1], text=long, provenance=Provenance(source=source))
        return html.write(replace(document, sections=(replace(part, items=tuple(items)),)))

    on = "Do what three says. Do what four says."
    assert f"<p>Do what one says.</p>\n<p>{long}</p>\n<p>{on}</p>" in written(Source.OWNER)
    assert f"<p>Do what one says. {long} {on}</p>" in written(Source.BRIEF)
