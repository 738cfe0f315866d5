import pytest

from roles.core.review import Level
from roles.core.review.reading import read_text

from .making import document, findings, of_line, section

# Title, facts with their labels and heading of a document of one section: what is counted besides its items.
EMPTY = document(section("summary", ""))
LINES = (EMPTY.title, *(f"{label}: {value}" for label, value in EMPTY.facts.lines()), EMPTY.sections[0].heading)
AROUND = sum(any(map(str.isalnum, word)) for line in LINES for word in line.split())


def words(count):
    return document(section("summary", "word " * (count - AROUND)))


@pytest.mark.parametrize(("count", "level"), [(199, Level.SHOULD_FIX), (200, Level.CONSIDER), (399, Level.CONSIDER)])
def test_a_short_posting_is_found_with_its_count(count, level):
    (found,) = findings(words(count), "length")
    assert f"has {count} words" in found.message
    assert found.level is level


@pytest.mark.parametrize("count", [400, 700])
def test_a_posting_of_the_right_length_has_no_finding(count):
    assert findings(words(count), "length") == []


@pytest.mark.parametrize(("count", "level"), [(701, Level.CONSIDER), (1000, Level.CONSIDER), (1001, Level.SHOULD_FIX)])
def test_a_long_posting_is_found(count, level):
    (found,) = findings(words(count), "length")
    assert found.level is level


def of_items(key, count):
    return [found.level for found in findings(document(section(key, *["A line."] * count)), f"length.{NAMES[key]}")]


NAMES = {"responsibilities": "responsibilities", "required": "must_haves"}


def test_six_to_eight_responsibilities_are_right():
    assert of_items("responsibilities", 6) == of_items("responsibilities", 8) == []


@pytest.mark.parametrize(("count", "level"), [(5, Level.CONSIDER), (9, Level.CONSIDER), (13, Level.SHOULD_FIX)])
def test_fewer_or_more_responsibilities_are_remarked_on(count, level):
    assert of_items("responsibilities", count) == [level]


def test_seven_must_haves_are_the_most():
    assert of_items("required", 7) == []
    assert of_items("required", 8) == [Level.SHOULD_FIX]


BELOW = [
    "To apply, send your resume to jobs@alder.example.",
    "Alder Works is an equal opportunity employer.",
    "The pay range for this role is $90,000 to $110,000 a year.",
    "Applications close on 12 March 2027.",
    "We offer health insurance and a pension.",
]


def test_what_appears_below_a_pasted_list_is_none_of_its_lines():
    asked = "\n".join(f"- Have run shop number {number} for a year." for number in range(7))
    text = "Manager\n\nRequirements\n" + asked + "\n\n" + "\n\n".join(BELOW) + "\n"
    assert findings(read_text(text), "length.must_haves") == []
    (found,) = findings(read_text(text.replace("\n\nTo apply", "\n- Have run two more.\n\nTo apply")), "length.must")
    assert found.message.startswith("Must-haves: 8;")


def test_the_names_of_groups_within_a_pasted_list_are_none_of_its_duties():
    text = (
        "Manager\n\nResponsibilities\nFinance\n- Plan the budget with the owner\n- Read the accounts each month\n"
        "Human resources\n- Hire for the second shift\n- Train the shift leads\n"
        "Facilities\n- Keep the leases\n- Keep the ovens running\n- Renew the insurance\n"
    )
    assert findings(read_text(text), "length.responsibilities") == []


def test_a_list_of_short_duties_is_counted_all_the_same():
    text = "Manager\n\nResponsibilities\n" + "- Bake bread\n" * 9
    (found,) = findings(read_text(text), "length.responsibilities")
    assert found.message.startswith("Responsibilities: 9;")


def test_duties_written_in_a_paragraph_are_not_counted_as_one():
    long = "You run the shops, plan the week and hold the budget, and " * 4 + "you hire."
    assert of_line(long, "length.responsibilities") == []
    assert of_line("Run the shops.", "length.responsibilities")


def test_a_duty_of_two_words_is_one_and_the_name_of_a_group_is_none():
    duties = ["Choose suppliers.", "Set goals.", "Follow sales.", "Supervise billing.", "Keep books.", "Plan shifts."]
    text = "Operations Director\n\nResponsibilities\n" + "\n".join(f"- {duty}" for duty in duties) + "\n"

    assert findings(read_text(text), "length.responsibilities") == []
    assert findings(read_text(text.replace("- Plan shifts.", "- The shop floor")), "length.responsibilities") == []
    (found,) = findings(read_text(text.replace("- Plan shifts.", "- Shop floor")), "length.responsibilities")
    assert "Responsibilities: 5;" in found.message
