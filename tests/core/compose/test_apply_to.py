"""Where people apply: what is completed, and what nobody can use."""

import pytest
from hypothesis import given

from roles.core.compose import compose, her_words
from roles.core.compose.apply_to import address_in, address_problem, as_sentence, completed, way, way_problem
from roles.core.compose.brief import problems
from tests import shipped
from tests.core.compose.build import brief
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("example.com/jobs", "https://example.com/jobs"),
        ("www.example.co.uk", "https://www.example.co.uk"),
        ("example.com:8080/a?b=c#d", "https://example.com:8080/a?b=c#d"),
        ("mailto:jobs@example.com", "jobs@example.com"),
        ("via our website example.ie", "https://example.ie"),
        ("website: www.example.co.uk", "https://www.example.co.uk"),
    ],
)
def test_an_address_without_its_beginning_is_completed(typed, becomes):
    assert completed(typed) == becomes
    assert address_problem(becomes) == ""


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("email a CV to Jo at jobs@example.com.", "jobs@example.com"),
        ("Send it to jobs@example.com (Jo) by Friday", "jobs@example.com"),
        ("Fill in the form at https://example.com/jobs?id=3, please", "https://example.com/jobs?id=3"),
        ("use www.example.com/jobs", "https://www.example.com/jobs"),
        ("fill in the form on example.co.za", "https://example.co.za"),
        ("write to bob at gmail.com", ""),
        ("call in any day.we are on the quay", ""),
        ("jo@example.com or bev@example.com", ""),
        ("write to jobs@example", ""),
        ("ring Bev on 0161 496 0000", ""),
        ("jobs@example.com", ""),
    ],
)
def test_the_address_of_a_sentence(typed, address):
    assert address_in(typed) == address


@pytest.mark.parametrize(
    "typed", ["jobs@example.com", "http://example.com", "nowhere", "Call 555 0100", "e.g. by post", ""]
)
def test_other_texts_stay_as_they_are(typed):
    assert completed(typed) == typed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("jobs@example", "something like “@example.com”"),
        ("jobs@example.con", "did you mean “.com”?"),
        ("a..b@example.com", "look at the dots"),
        (".jobs@example.com", "look at the dots"),
        ("no-reply@example.com", "Nobody reads"),
        ("http://localhost/jobs", "inside your network"),
        ("jobs@server.local", "inside your network"),
        ("https://192.168.0.4/", "inside your network"),
        ("https://example", "Give one email address"),
        ("jobs@-example.com", "Give one email address"),
        ("jobs@example,com", "Give one email address"),
        ("jobs@1.2.3.4", "Give one email address"),
    ],
)
def test_an_address_nobody_can_use_is_refused(typed, said):
    assert said in address_problem(typed)


@pytest.mark.parametrize(
    "typed",
    ["jobs@müller.de", "https://jobs.müller.de/stellen", "noreplyservices@example.com", "http://93.184.216.34/"],
)
def test_unusual_addresses_that_work_are_taken(typed):
    assert address_problem(typed) == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("jo@example.com or 0113 496 0121", "Write to jo@example.com or call 0113 496 0121."),
        ("0113 496 0121, jo@example.com", "Call 0113 496 0121 or write to jo@example.com."),
        ("https://example.com/jobs or jo@example.com", "Apply at https://example.com/jobs or write to jo@example.com."),
        ("jo@example.com or call Jo 0113 496 0121", "Write to jo@example.com or call Jo 0113 496 0121."),
        ("Call Jo or jo@example.com", "Call Jo or jo@example.com"),
    ],
)
def test_two_ways_to_apply_have_their_verbs(typed, printed):
    assert as_sentence(typed) == printed


def test_behind_where_to_write_is_what_to_send():
    typed = "Write to jo@example.com or call 0113 496 0121. CV and a page on a bad week"
    printed = "Write to jo@example.com or call 0113 496 0121. Send your CV and a page on a bad week."
    assert her_words.beside_sending(typed, "jo@example.com") == printed


@given(any_text)
def test_completing_twice_is_completing_once(typed):
    assert completed(completed(typed)) == completed(typed)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("0113 496 0000", "To apply, call 0113 496 0000."),
        ("Tel: (512) 555-0143", "To apply, call (512) 555-0143."),
        ("Sue on +44 (0)113 496 0000", "To apply, call Sue on +44 (0)113 496 0000."),
        ("0113 496 0000, ask for Sue", "To apply, call 0113 496 0000, ask for Sue."),
        ("ring Sue on 0113 496 0000", "Ring Sue on 0113 496 0000."),
        ("Call Sue 0113 496 0000", "Call Sue on 0113 496 0000."),
        ("please ring the office 0113 496 0000", "Please ring the office on 0113 496 0000."),
        ("Call Now 0113 496 0000", "Call Now 0113 496 0000."),
        ("text me on 07700 900123", "Text me on 07700 900123."),
        ("07700 900123 text only", "07700 900123 text only."),
        ("pop in to the shop with a CV", "Pop in to the shop with a CV."),
        ("by post to 12 Mill Lane, Leeds", "Apply by post to 12 Mill Lane, Leeds."),
        ("through Indeed", "Apply through Indeed."),
        ("on indeed", "Apply on Indeed."),
        ("facebook", "Apply through Facebook."),
        ("through the website", "Apply through our website."),
        ("via our website", "Apply via our website."),
        ("website", "Apply through our website."),
        ("on the careers page", "Apply on our careers page."),
        ("online", "Apply online."),
        ("walk in", "To apply, walk in."),
        ("drop in cv", "Drop in your CV."),
        ("hand resume in at the office", "Hand your resume in at the office."),
        ("come and see me", "Come and see me."),
    ],
)
@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
def test_another_way_to_apply_is_taken_and_printed_once(slug, typed, printed):
    answers = brief(apply_to=typed, apply_with="a page on a bad week")

    document = compose(shipped.role(slug), answers, version=1)

    assert problems(answers) == {}
    (section,) = (part for part in document.sections if part.key == "apply")
    assert [item.text for item in section.items][:2] == [printed, "Please send a page on a bad week."]


@pytest.mark.parametrize(
    "typed",
    [
        "12/03/2027",
        "2027-03-12",
        "192.168.1.5",
        "see later",
        "2026-2027",
        "£48,000-56,000",
        "n/a",
    ],
)
def test_what_leads_nowhere_is_no_way_to_apply(typed):
    assert way(typed) == ""
    assert "Give one email address" in way_problem(typed)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("call Sue", "Add the whole telephone number"),
        ("ring the office 9-5", "Add the whole telephone number"),
        ("please text 0113 49", "Add the whole telephone number"),
        ("email Jo in the office", "Add the email address"),
        ("email jo@example", "Give one email address"),
        ("callers welcome", "Give one email address"),
        ("call in any day", ""),
        ("call Sue on 0113 496 0000", ""),
    ],
)
def test_means_without_whom_they_reach_are_asked_for_just_that(typed, asked):
    assert way_problem(typed).startswith(asked)
    assert bool(way_problem(typed)) == bool(asked)


@given(any_text)
def test_a_way_to_apply_is_printed_whole(typed):
    assert way(typed).casefold().rstrip(".").endswith(typed.casefold().rstrip(" .,;:")) or not way(typed)
