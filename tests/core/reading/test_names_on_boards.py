"""The business and the title on a page with a site's own words over, beside and below them."""

from roles.core.reading import read_posting

ABOUT = "\n\nWe look after shops in three counties and know each of them well.\n"


def facts(*lines):
    return read_posting("\n".join(lines) + ABOUT).facts


def test_a_legal_form_that_is_a_region_s_code_as_well():
    stated = facts("Operations Director", "Alpstein Uhrenteile AG, 2540 Grenchen SO, Switzerland")
    assert stated.company.value == "Alpstein Uhrenteile AG"


def test_the_business_below_where_a_site_leads():
    stated = facts(
        "Skip to main content",
        "Jobs  Companies  Salary guide  Sign in",
        "Director of Operations",
        "Northgate Veterinary Group",
        "Calgary, AB",
    )
    assert stated.company.value == "Northgate Veterinary Group"


def test_a_field_of_a_form_or_a_badge_is_no_business():
    stated = facts("New", "Director of Operations", "Remote - United States")
    assert stated.company is None
    text = (
        "Director of Operations\n\nQuillbank is the bookkeeping service for shops.\n\nFirst Name*\nLast Name*\nEmail*\n"
    )
    assert read_posting(text).facts.company.value == "Quillbank"


def test_the_job_title_below_a_name_is_of_whom_one_asks():
    stated = facts(
        "Main area\tCommunity Services",
        "Employer\tAlder Vale NHS Trust",
        "Town\tGloucester",
        "",
        "Operations Director - Adult Community Services",
        "",
        "Further details / informal visits contact",
        "Name\tMarcus Ash",
        "Job title\tChief Operating Officer",
    )
    assert stated.title.value.startswith("Operations Director")
