"""Where the work is done, of sentences with none of the usual terms; other people's work is not the post's."""

import pytest

from roles.core.document import Workplace
from roles.core.reading import read_posting


@pytest.mark.parametrize(
    ("line", "workplace"),
    [
        ("Full time, Monday to Thursday and every other Saturday, at the mill.", Workplace.ON_SITE),
        ("Thirty hours, in the workshop, with paid breaks.", Workplace.ON_SITE),
        ("A full-time post at our creamery.", Workplace.ON_SITE),
        ("The job itself happens in the brewery.", Workplace.ON_SITE),
        ("Sadly this work can't be done from a laptop.", Workplace.ON_SITE),
        ("You'd have a desk at the depot.", Workplace.ON_SITE),
        ("You will be based at Millbrook.", Workplace.ON_SITE),
        ("We are in the office five days.", Workplace.ON_SITE),
        ("Workplace: Workshop and yard", Workplace.ON_SITE),
        ("Arbeitsort ist unsere Backstube.", Workplace.ON_SITE),
        ("On site, with two days a week at home when it is quiet", Workplace.HYBRID),
        ("You may work from home on Fridays.", Workplace.HYBRID),
        ("You are in the shop most days; Wednesdays can be worked from home.", Workplace.HYBRID),
        ("At our branches Monday to Thursday, home on Friday.", Workplace.HYBRID),
        ("You may work from wherever you like.", Workplace.REMOTE),
        ("Monday to Friday, from home.", None),
        ("Our nurses work from home on Fridays.", None),
        ("Patients are seen full time, in the clinic.", None),
        ("You get 25 days of leave, lunch on Friday, in the kitchen.", None),
        ("The pump cannot be run from a laptop by customers.", None),
        ("It is here that tea was first grown.", None),
    ],
)
def test_the_workplace_told_without_its_terms(line, workplace):
    stated = read_posting(f"Director of Operations\n\n{line}").facts.workplace
    assert (stated and stated.value) == workplace
    assert not stated or stated.words in line
