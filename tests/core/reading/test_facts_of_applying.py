"""The last day of a pasted posting, and how to apply to it."""

from datetime import date

import pytest

from roles.core.reading import Way, on_day, read_posting


def facts(*lines):
    return read_posting("\n".join(["Director of Operations", "", *lines])).facts


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Closes Mon 30th Nov 26", date(2026, 11, 30)),
        ("Apply by 10/31/2026 to jobs@example.org.", date(2026, 10, 31)),
        ("Closing date: 30/09/2026", date(2026, 9, 30)),
        ("Bewerbung bis 31.01.2027 an jobs@example.org", date(2027, 1, 31)),
        ("Enviar CV antes del 31 de enero de 2027", date(2027, 1, 31)),
        ("Apply via our website by noon on Monday 1st February 2027. Interviews 10 February.", date(2027, 2, 1)),
        ("Closing: Open until filled; first review December 14, 2026", None),
        ("Letters should reach us, P.O. Box 118, Omaha; apply on or before February 1, 2027.", date(2027, 2, 1)),
        ("Send a resume to jobs@example.org by Dec. 30, 2026.", date(2026, 12, 30)),
        ("Bewerbung bis zum 15. März 2027 per E-Mail", date(2027, 3, 15)),
        ("Bewerbung bis 31. Jänner 2027 an jobs@example.org", date(2027, 1, 31)),
        ("We have baked since 1 March 2020.", None),
        ("Closing date: 03/04/2027", None),
        ("Open until January 8, 2027.", date(2027, 1, 8)),
        ("We read every letter until January 9, 2027.", date(2027, 1, 9)),
        ("Forms must be returned by 3pm on Thurs 14 Jan 2027.", date(2027, 1, 14)),
        ("Orders must be received by 14 January 2027.", None),
        ("Last date 19th December 2026.", date(2026, 12, 19)),
        ("Closing soon: February 2, 2027.", date(2027, 2, 2)),
        ("Needs filling by 19/12/26.", date(2026, 12, 19)),
        ("CV to ann@alder.example by the end of February 2028.", date(2028, 2, 29)),
        ("Send a letter to ann@alder.example by 12 noon, 11 January 2027.", date(2027, 1, 11)),
        ("Solliciteer vóór 18 januari 2027 via werk@alder.example.", date(2027, 1, 18)),
        ("Candidaturas para gente@alder.example até 25 de janeiro de 2027.", date(2027, 1, 25)),
    ],
)
def test_the_closing_day(line, day):
    stated = facts(line).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Write to Ann at ann@alder.example by Friday 11 December.", date(2026, 12, 11)),
        ("Closes 31 Jan", date(2027, 1, 31)),
        ("Please apply by the tenth of January.", date(2027, 1, 10)),
        ("Apply by Friday 12 December.", None),  # a Saturday
        ("Get it to us by February 9th.", date(2027, 2, 9)),
        ("Please respond on or before Friday, January 15.", date(2027, 1, 15)),
        ("Ask for Ann, or call before December 21.", date(2026, 12, 21)),
        ("Apply by the end of February.", date(2027, 2, 28)),
        ("We stop taking letters on 12/19.", date(2026, 12, 19)),
        ("We stop taking letters on 12/11.", None),  # by either order
        ("You close the books by the end of January.", None),
        ("You call suppliers before December 21.", None),
        ("Apply; the desk is 24/7.", None),
        ("You report by 5 May each year.", None),
    ],
)
def test_a_closing_day_without_its_year_is_the_next_such_day(line, day):
    stated = on_day(facts(line), date(2026, 11, 28)).closing_date
    assert (stated and stated.value) == day


def test_of_an_unsure_day_both_are_given():
    unsure = facts("Closing date: 03/04/2027").closing_unsure
    assert (unsure.value.day_first, unsure.value.month_first) == (date(2027, 4, 3), date(2027, 3, 4))
    assert unsure.words == "03/04/2027"


def test_the_country_s_order_decides_an_unsure_day():
    assert facts("Location: Cork, Ireland", "Closing date: 03/04/2027").closing_date.value == date(2027, 4, 3)
    assert facts("Location: Boise, ID", "Closing date: 03/04/2027").closing_date.value == date(2027, 3, 4)
    assert facts("Location: Regina, SK", "Closing date: 03/04/2027").closing_unsure  # Canada has both


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last day for letters is Friday the 18th of December.", date(2026, 12, 18)),
        ("The ad comes down on 20 December.", date(2026, 12, 20)),
        ("The window shuts Friday December 11.", date(2026, 12, 11)),
        ("You have until 31 January 2027 to write to us.", date(2027, 1, 31)),
        ("Apps due 1/15/27", date(2027, 1, 15)),
        ("Closes end of Jan", date(2027, 1, 31)),
        ("Closes end Jan 2027", date(2027, 1, 31)),
        ("Letters are to reach us by Twelfth Night, 5 January 2027.", date(2027, 1, 5)),
        ("Closing date for receipt of applications Friday 18th December.", date(2026, 12, 18)),
        ("Get it in by 12/31.", date(2026, 12, 31)),
        ("Advert end date\n08/12/2026 23:59\n\nLocation: Leeds, England", date(2026, 12, 8)),
        ("Resume by email by 5:00 PM EST 12/13/26.", date(2026, 12, 13)),
        ("Please apply with your CV before end of day Dec. 11.", date(2026, 12, 11)),
        ("Posted: 11/20/2026  Thru: 12/20/2026", date(2026, 12, 20)),
        ("Thru: 12/20", date(2026, 12, 20)),
        ("Posting period: Nov 30, 2026 to Jan 5, 2027", date(2027, 1, 5)),
        ("Application window: 1 December – 20 December 2026", date(2026, 12, 20)),
        ("We quit taking apps on December 16.", date(2026, 12, 16)),
        ("Applications shut 16 December.", date(2026, 12, 16)),
        ("Lodge it at wye.example.au/jobs by 11.59pm AEDT, Sunday 17 January 2027.", date(2027, 1, 17)),
        ("We'll stop accepting resumes December 16th.", date(2026, 12, 16)),
        ("Date de clôture : 05/12/2026", date(2026, 12, 5)),
        ("Fin de l'affichage : 20 décembre 2026", date(2026, 12, 20)),
        ("Bewerbungsschluss ist der 20. Dezember 2026.", date(2026, 12, 20)),
        ("Fecha de cierre: 20 de diciembre de 2026", date(2026, 12, 20)),
        ("Solliciteren kan tot 20 december 2026.", date(2026, 12, 20)),
        ("Let me know by 20 December.", date(2026, 12, 20)),
        ("Drop us a line before Sunday 20 December.", date(2026, 12, 20)),
        ("Advertised until 20 December 2026", date(2026, 12, 20)),
        ("Letters to ann@alder.example before Christmas Eve.", date(2026, 12, 24)),
        ("Deadline for receipt of completed applications: 12 noon, 20 December 2026", date(2026, 12, 20)),
        ("Materials must be received by January 8, 2027.", date(2027, 1, 8)),
        ("We'll be reading applications until December 19: sam@alder.example", date(2026, 12, 19)),
        ("You close the plant by December 20.", None),
        ("The Halloween party sells out by Halloween.", None),
        ("The lease runs thru 12/20/2026.", None),
        ("Priority given to applications received by December 15, 2026.", None),
        ("I'll start reading applications on December 9th.", None),
        ("We close for Christmas on 24 December.", None),
        ("The shop shuts at 6pm on 11 December.", None),
        ("Our financial year ends 31 March.", None),
        ("The contract runs until 30 June 2027.", None),
    ],
)
def test_a_closing_day_in_words_that_close(line, day):
    stated = on_day(facts(line), date(2026, 11, 28)).closing_date
    assert (stated and stated.value) == day


@pytest.mark.parametrize(
    "line",
    ["Rolling, first look 15 Jan.", "Open till filled.", "We start reading on January 4 and stop when it's filled.",
     "We read letters as they come.", "There is no fixed closing date."],
)  # fmt: skip
def test_words_that_keep_a_posting_open(line):
    read = facts(line)
    assert read.stays_open
    assert read.closing_date is None
    assert read.closing_yearless is None


@pytest.mark.parametrize(
    ("line", "way", "address"),
    [
        ("Send your resume to jobs [at] alder [dot] example. We close soon.", Way.EMAIL, "jobs@alder.example"),
        ("Write to jobs at alder dot example to apply.", Way.EMAIL, "jobs@alder.example"),
        ("msg me on 07700 900123", Way.PHONE, "07700 900123"),
        ("Apply via our website www.seedling.example/jobs by noon.", Way.WEB, "www.seedling.example/jobs"),
        ("Walk in any weekday, ask for Sam.", Way.IN_PERSON, ""),
        ("Easy Apply", Way.BUTTON, ""),
        ("Easy Apply Save", Way.BUTTON, ""),
        ("Applications accepted via Easy Apply.", Way.BUTTON, ""),
        ("alder.example/jobs/dir-ops. More by phone.", Way.WEB, "alder.example/jobs/dir-ops"),
        ("Come fill out an application at the office.", Way.IN_PERSON, ""),
        ("Apply to jobs@front-range.example", Way.EMAIL, "jobs@front-range.example"),
        ("To apply: bring or mail a letter to 455 Court St NE.", Way.POST, ""),
        ("A short letter and a CV go to Mrs Moss, 12 Mill Lane, Leeds.", Way.POST, ""),
        ("Letters by post: Alder Mill, 12 Mill Lane, Leeds.", Way.POST, ""),
    ],
)
def test_a_way_to_apply_is_read_with_its_address(line, way, address):
    (stated,) = facts(line).apply_to
    assert (stated.value.way, stated.value.address) == (way, address)


@pytest.mark.parametrize(
    "line",
    [
        "Women are encouraged to apply.",
        "Don't hesitate to apply!",
        "Alder Bakery (www.example.org) bakes for forty cafes.",
        "For the full listing and to apply, click here.",
        "You run the day at four walk-in clinics.",
        "From: Pat Riley <pat@buckeyebox.example>",
    ],
)
def test_no_way_to_apply(line):
    assert facts(line).apply_to == ()
