"""The last day to apply, which is printed once."""

from datetime import date

import pytest

from roles.core.compose import compose
from roles.core.compose.closing import names_day
from roles.core.limits import Purpose
from tests import shipped
from tests.core.compose.build import brief

LAST = date(2026, 12, 12)
JOBS = "jobs@example.com"


@pytest.mark.parametrize(
    "text",
    [
        "Please apply by 12 December.",
        "apply by Dec 12",
        "CV by the 12th of december",
        "before Saturday 12th",
        "closing 12/12/2026",
        "by 12/12 please",
        "by the 12th",
        "no later than 2026-12-12",
        "until the twelfth of December",
    ],
)
def test_the_day_is_found_however_it_is_typed(text):
    assert names_day(text, LAST)


@pytest.mark.parametrize(
    "text", ["", "CV and 12 lines on a result", "by 11 December", "by 12 January", "12.5 pages", "12 Dec 2027", "12/11"]
)
def test_another_day_and_another_number_are_not_it(text):
    assert not names_day(text, LAST)


def applying(slug="director-of-operations", **answers):
    made = compose(shipped.role(slug), brief(**{"place": "Leeds, UK", "valid_through": LAST} | answers), version=1)
    [section] = [section for section in made.sections if section.purpose is Purpose.APPLY]
    return " ".join(item.text for item in section.items)


@pytest.mark.parametrize("slug", ["operations-director", "director-of-operations"])
@pytest.mark.parametrize(
    ("answers", "printed"),
    [
        (
            {"apply_to": JOBS, "apply_with": "CV and a note. Please apply by 12 December.", "start": "May"},
            "Write to jobs@example.com and send your CV and a note. Please apply by 12 December. Planned start: May.",
        ),
        (
            {"apply_to": JOBS, "apply_with": "resume, apply by Dec 12"},
            "Write to jobs@example.com and send your resume. Apply by Dec 12.",
        ),
        (
            {"apply_to": JOBS, "apply_with": "Email jobs@example.com before 12 December", "start": "May 2027"},
            "Email jobs@example.com before 12 December. Planned start: May 2027.",
        ),
        ({"apply_to": "Ring Sue on 0113 496 0000 by 12 December"}, "Ring Sue on 0113 496 0000 by 12 December."),
        ({"apply_to": JOBS}, "Send your CV to jobs@example.com by 12 December 2026."),
        ({"apply_to": JOBS, "apply_with": "a CV"}, "Write to jobs@example.com by 12 December 2026 and send a CV."),
    ],
)
def test_the_last_day_is_named_once_and_in_her_words_first(slug, answers, printed):
    assert applying(slug, **answers) == printed
