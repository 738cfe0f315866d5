"""What an owner writes as a letter, or in no capitals, stays as it is."""

import pytest

from roles.core.compose import Brief
from roles.core.exports import text as export
from roles.core.starting import make, read_old_text, start, title_in
from roles.core.starting.letters import speaks_as

from .test_account import NEEDED, TODAY, templates

LETTER = """Operations Director
Orrin Boatyard, Oban

I build boats and I am tired of building rotas. For me the yard was always about wood, and now there are nineteen of us.

You would plan the slip, the crane and the paint shed, and tell customers the truth about dates before they ask.

What I keep is the drawing board and the prices. The rest I would hand over within the year.

The pay is £48,000 to £54,000 and the yard shuts for two weeks at New Year.

Come and see me. Write to isla@orrinboats.example and tell me about a yard, a kitchen or a ward that you have run.

Isla Orrin
"""
ROUGH = """OPERATIONS MANAGER - roofing, Tulsa OK

Pike Roofing. Just 9 of us and two trucks. My brother ran the crews till his knee went. Need somebody to run the day.

what you do
get both crews out by 6:30
order shingles so nobody waits
answer the phone when a customer is mad about the mess in the yard

must have
ran crews before, roofing or framing or such
OSHA 10 or get it in 60 days
can pass drug test

$60,000-$70,000 depending what you know. Truck to take home. No health insurance, wont lie to you.

Call Dale 918-555-0112 after 5. Dont text. Start March 1.
"""
WISHES = """Operations Manager
Alder Bakery, Leeds

Our bakery supplies sixty cafés between Leeds and York, six nights a week, and needs somebody for the nights.

What you will do
* Plan the night bake and the vans, so that the last café has its bread by seven
* Keep waste below 3% and flour within the budget
* Train two shift leaders until either can run a night alone

About you
* You have run a bakery of 20 people or more
* Calm, and good with a rota
* Some Polish would be an advantage but is not essential. A forklift ticket is also desirable.

What we offer
* 28 days holiday
* Bread
"""


def printed(text, **typed):
    """The lines of the posting of a text, with answers typed beside it."""
    template = templates()["operations-director"]
    old = read_old_text(text)
    began = start(old, template, today=TODAY)
    brief = Brief(**NEEDED | dict(began.answers) | typed)
    title = title_in(old.read, template.title)
    document, _ = make(began, template, brief, version=1, title=title, given=frozenset(typed))
    return [line for line in export.write(document).splitlines() if line]


@pytest.mark.parametrize(
    ("superior", "speaks"),
    [
        ("Isla Orrin, owner", True),
        ("the owner", True),
        ("the owner (Isla Orrin)", True),
        ("Calum Reid, managing director", False),
    ],
)
def test_whoever_speaks_in_a_letter_is_not_named_above_it(superior, speaks):
    assert speaks_as(LETTER, superior) is speaks
    assert not speaks_as(LETTER.replace("I ", "we ").replace("me", "us"), superior)
    lines = printed(LETTER, reports_to=superior)
    assert any(line.startswith("Reports to:") for line in lines) is not speaks


def test_a_rough_advert_keeps_its_lists_and_the_lines_below_them():
    lines = printed(ROUGH)
    must = lines.index("must have")
    assert lines[must + 1 : must + 4] == [
        "• ran crews before, roofing or framing or such",
        "• OSHA 10 or get it in 60 days",
        "• can pass drug test",
    ]
    assert "Call Dale 918-555-0112 after 5. Dont text. Start March 1." in lines
    assert any(line.startswith("$60,000-$70,000 depending") and line.endswith("wont lie to you.") for line in lines)


def test_a_line_of_wishes_in_her_list_stays_whole():
    assert "• Some Polish would be an advantage but is not essential. A forklift ticket is also desirable." in printed(
        WISHES
    )


def test_a_headline_that_is_a_sentence_stays_below_the_title():
    text = LETTER.replace("Operations Director", "We need an Operations Director who can say no", 1)
    assert printed(text)[:2] == ["Operations Director", "We need an Operations Director who can say no"]


FORM = """POSITION TITLE: Operations Director
DEPARTMENT: Administration
FLSA STATUS: Exempt

COMPANY OVERVIEW
Alder Bakery supplies sixty cafés between Leeds and York, six nights a week, and has done so since 1988.

Responsibilities:
- Plan the night bake and the vans, so that the last café has its bread by seven
- Keep waste below 3% and flour within the budget
- Train two shift leaders until either can run a night alone

Nice to have:
- Polish
- A forklift ticket

To apply please send a CV to jobs@alder.example. No agencies.
"""


def test_headings_and_labels_of_a_form_have_one_manner():
    lines = printed(FORM)
    for line in ("Department: Administration", "FLSA status: Exempt", "Company overview", "Responsibilities"):
        assert line in lines
    assert "Nice to have" in lines
    assert "How to apply" not in lines


def test_a_letterhead_stays_at_once_below_the_title():
    text = LETTER.replace("Orrin Boatyard, Oban", "Orrin Boatyard Company, Oban, Scotland")
    assert printed(text)[:3] == [
        "Operations Director",
        "Orrin Boatyard Company, Oban, Scotland",
        text.splitlines()[3],
    ]
