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
        ("You will be at the centre at least three days a week.", Workplace.HYBRID),
        ("At least two days a week in our office.", Workplace.HYBRID),
        ("You are in the office at least five days a week.", Workplace.ON_SITE),
        ("You are in the shop most days; Wednesdays can be worked from home.", Workplace.HYBRID),
        ("At our branches Monday to Thursday, home on Friday.", Workplace.HYBRID),
        ("You may work from wherever you like.", Workplace.REMOTE),
        ("You'll be on the shop floor each day.", Workplace.ON_SITE),
        ("You will be working at the surgery.", Workplace.ON_SITE),
        ("The work is at the salerooms.", Workplace.ON_SITE),
        ("The work is at the heart of what we do.", None),
        ("The manager has to be at the brewery.", Workplace.ON_SITE),
        ("Site based.", Workplace.ON_SITE),
        ("WORK SITE: 100% in the plant", Workplace.ON_SITE),
        ("Shoreditch office, 3 days a week, rest where you like", Workplace.HYBRID),
        ("Typically 3 days depot / 2 days home", Workplace.HYBRID),
        ("At the brewery most days, with a flexible day a week at home.", Workplace.HYBRID),
        ("Home working on Fridays; the rest of the week you are at the lab.", Workplace.HYBRID),
        ("Presence on site 4 days, telework possible Friday", Workplace.HYBRID),
        ("We are fully remote and meet in Austin.", Workplace.REMOTE),
        ("You will be working at the surgery; they would consider a day at home.", Workplace.ON_SITE),
        ("Your desk is next to the loading dock.", Workplace.ON_SITE),
        ("This is an on-the-floor job.", Workplace.ON_SITE),
        ("The post needs you present at the depot.", Workplace.ON_SITE),
        ("You can't run a dairy over Zoom.", Workplace.ON_SITE),
        ("Nobody here works from home.", Workplace.ON_SITE),
        ("Can it be done remotely? I'm afraid not.", Workplace.ON_SITE),
        ("Every shift is spent in the bakehouse.", Workplace.ON_SITE),
        ("Two days in, three from the spare room.", Workplace.HYBRID),
        ("Three days in the office, the rest wherever suits you.", Workplace.HYBRID),
        ("We work 70/30 office and home.", Workplace.HYBRID),
        ("Mon-Wed in the plant, Thu and Fri from home.", Workplace.HYBRID),
        ("You split the week between our York office and home.", Workplace.HYBRID),
        ("On site 4 days, flex Friday.", Workplace.HYBRID),
        ("We are a remote-first firm.", Workplace.REMOTE),
        ("We do not have an office.", Workplace.REMOTE),
        ("Everyone works from their own home.", Workplace.REMOTE),
        ("You'll send the vans home on time on Fridays.", None),
        ("We look after people at home three days a week.", None),
        ("You'll be in the kitchen twice a week.", None),
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
