"""Plain text that is pasted into the portal again is read as the posting it was, in this layout and the one before."""

import pytest

from roles.core import content
from roles.core.compose import compose
from roles.core.exports import text
from roles.core.reading import read_posting

BRIEFS = content.example_briefs()


def layout_before(document):
    facts = "\n".join(f"{label}: {value}" for label, value in document.facts.lines())
    now = "\n\n".join(text.sections(document)).replace("\n• ", "\n- ")
    for section in document.sections:
        now = now.replace(f"{text.as_heading(section.heading)}\n", f"{section.heading}\n").replace(
            f"{section.heading}\n\n", f"{section.heading}\n"
        )
    return f"{document.title}\n\n{facts}\n\n{now}\n"


def read(written):
    found = read_posting(written)
    facts = found.facts
    places = [place.town for place in facts.place.value.places]
    stated = [one.value for one in (facts.company, facts.pay, facts.employment_type, facts.workplace, facts.reports_to)]
    sections = [
        (section.heading.text.casefold(), [(line.text, line.bullet) for line in section.items])
        for section in found.sections
        if section.heading
    ]
    return found.title.text, places, stated, sections


@pytest.mark.parametrize("slug", content.role_slugs())
@pytest.mark.parametrize("name", BRIEFS)
def test_a_posting_is_read_again_as_it_was(name, slug):
    document = compose(content.read_role(slug), BRIEFS[name], version=1)
    now = text.write(document)
    title, places, stated, sections = read(now)

    assert (title, places, stated, sections) == read(layout_before(document))
    assert (title, stated[0]) == (document.title, document.facts.hiring_organization)
    assert [heading for heading, _ in sections] == [section.heading.casefold() for section in document.sections]
