import pytest

from roles.core.document import SectionKind, Source
from roles.core.review.finding import Finding, Fix, Level, Place
from roles.core.review.reading import fixed, positions, read, read_text

POSTING = """\
Director of Operations

We bake bread
overnight in Leeds.

Location: Leeds, UK
Company: Harbour Lane

RESPONSIBILITIES:
- Run the night shift
* Plan the vans,
  week by week
• Count stock
1. Order flour
2) Train leads

What you'll need
Five years in a bakery.

**Perks**
– Bread to take home
How to apply: write to jobs@example.com
"""


def shape(text):
    return [(item.key, item.heading, [entry.text for entry in item.items]) for item in read_text(text).sections]


def test_sections_bullets_and_wrapped_lines_are_recognised():
    assert read_text(POSTING).title == "Director of Operations"
    assert shape(POSTING) == [
        ("opening", "", ["We bake bread overnight in Leeds.", "Location: Leeds, UK", "Company: Harbour Lane"]),
        (
            "responsibilities",
            "RESPONSIBILITIES:",
            ["Run the night shift", "Plan the vans, week by week", "Count stock", "Order flour", "Train leads"],
        ),
        ("required", "What you'll need", ["Five years in a bakery."]),
        ("pay", "Perks", ["Bread to take home"]),
        ("apply", "How to apply:", ["write to jobs@example.com"]),
    ]


def test_a_list_is_a_list():
    kinds = {item.key: item.kind for item in read_text(POSTING).sections}
    assert kinds["responsibilities"] is SectionKind.BULLETS
    assert kinds["opening"] is SectionKind.LINES


def test_facts_are_read_only_where_they_are_stated():
    facts = read_text(POSTING).facts
    assert (facts.hiring_organization, facts.job_location) == ("Harbour Lane", "Leeds, UK")
    assert (facts.reports_to, facts.base_salary, facts.valid_through) == ("", None, None)
    assert read_text("We are in Leeds and pay £50,000.").facts.job_location == "Leeds"
    assert read_text("Our customers are in Leeds; we pay £50,000.").facts.job_location == ""


def test_each_item_is_the_owner_s_own():
    assert {item.provenance.source for item in read_text(POSTING).items()} == {Source.OWNER}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Responsibilities", "responsibilities"),
        ("What you’ll do:", "responsibilities"),
        ("## Requirements", "required"),
        ("QUALIFICATIONS", "required"),
        ("Nice to have", "preferred"),
        ("Benefits", "pay"),
        ("About us", "company"),
        ("How to apply", "apply"),
        ("Equal Opportunity", "equal-opportunity"),
        ("Benefits at Alder:", "pay"),
        ("WHY THIS TOWN", "section"),
        ("**Why this town**", "section"),
        ("Key Responsibilities & Duties", "responsibilities"),
        ("Required Skills and Qualifications", "required"),
        ("Required Knowledge, Skills and Abilities", "required"),
        ("Qualifications & Experience (essential)", "required"),
        ("Skills & Experience (desirable)", "preferred"),
        ("What we need from you", "required"),
        ("What You'll Bring:", "required"),
        ("Desired Experience & Education", "preferred"),
        ("Knowledge & Abilities", "skills"),
        ("🚀 Responsibilities", "responsibilities"),
        ("1. Responsibilities", "responsibilities"),
        ("✅ Requirements", "required"),
        ("About Alder Bakery", "company"),
        ("About the Alder Bakery:", "company"),
        ("About this role", "summary"),
        ("Who we are", "company"),
        ("Who you are", "required"),
    ],
)
def test_headings_are_recognised(heading, key):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{heading}\n- one\n- two")] == ["opening", key]


@pytest.mark.parametrize(
    "line",
    [
        "We offer benefits to all.",
        "Benefits are good here, many of them and new",
        "Hi",
        "About 20 people work here",
        "Leadership experience",
        "skills and experience count",
    ],
)
def test_a_sentence_is_no_heading(line):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{line}\nmore text")] == ["opening"]


@pytest.mark.parametrize("line", ["equal opportunity", "Equal opportunity employer"])
def test_a_line_right_below_a_heading_of_its_kind_is_what_it_heads(line):
    assert shape(f"T\n\nEEO\n{line}\n\nHow to apply\nWrite.")[0] == ("equal-opportunity", "EEO", [line])


@pytest.mark.parametrize("line", ["Job title: Operations Manager", "Position: Head of Ops", "**Role:** Ops Lead"])
def test_a_first_line_that_states_it_is_the_title_is(line):
    assert read_text(f"{line}\n\nWe bake bread.\n").title == line.replace("*", "")


def test_facts_below_one_another_are_lines_of_their_own():
    text = (
        "Operations Director\n\nSalary: £58,000 – £64,000 per annum, plus 8% employer pension contribution\n"
        "Hours: 37.5 per week (we are happy to talk about flexible working)\nContract: Permanent\n"
    )
    assert shape(text)[0][2] == text.split("\n")[2:-1]


@pytest.mark.parametrize(
    "line",
    [
        "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be assigned.",
        "Duties and Responsibilities include the following:",
        "Responsibilities include, but are not limited to:",
        "Key duties are:",
    ],
)
def test_a_heading_that_announces_what_follows_is_one(line):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{line}\n* one\n* two")] == [
        "opening",
        "responsibilities",
    ]


@pytest.mark.parametrize(
    "line", ["The team and the duties are the following", "Our clients include hotels.", "Benefits are good here."]
)
def test_a_sentence_that_includes_something_is_none(line):
    assert [entry[0] for entry in shape(f"A title\n\nFirst line.\n\n{line}\nmore text")] == ["opening"]


@pytest.mark.parametrize("line", ["Company: Alder Works", "Location: Leeds", "Salary: $90,000 a year"])
def test_a_first_line_that_states_another_fact_is_no_title(line):
    assert read_text(f"{line}\n\nWe bake bread.\n").title == ""


def test_numbered_items_are_no_headings_though_they_read_like_some():
    assert shape("T\n\nRequirements\n1. Experience\n2. Education\n3. Skills") == [
        ("required", "Requirements", ["Experience", "Education", "Skills"])
    ]


@pytest.mark.parametrize(
    "bullet",
    ["→ ", "✅ ", "🔹 ", "⭐ ", "⭐️ ", "+ ", "\uf0b7\t", "\uf0b7", "o\t", "o  ", "➤ ", "\t- ", "*\t"],
)
def test_bullets_of_many_kinds_are_left_out(bullet):
    found = shape(f"T\n\nDuties\n{bullet}Run the day\n{bullet}lead a team\n")
    assert found == [("responsibilities", "Duties", ["Run the day", "lead a team"])]


@pytest.mark.parametrize("marks", ["(1) (2)", "a. b.", "a) b)", "(a) (b)", "1. 2."])
def test_items_may_be_counted_in_letters_and_in_brackets(marks):
    first, second = marks.split()
    found = shape(f"T\n\nDuties\n{first} Run the day\n{second} lead a team\n")
    assert found == [("responsibilities", "Duties", ["Run the day", "lead a team"])]


@pytest.mark.parametrize("line", ["o clock", "x. marks the spot", "e. g. this"])
def test_a_letter_that_counts_nothing_is_a_word(line):
    assert shape(f"T\n\nDuties\n- One.\n{line}")[0][2][-1] == line


def test_a_list_in_lower_case_without_bullets_is_a_list():
    found = shape("T\n\nResponsibilities\nrun the day\nlead a team\nown the budget\n\nPay\n$90,000")
    assert found[0] == ("responsibilities", "Responsibilities", ["run the day", "lead a team", "own the budget"])


def test_headings_inside_a_wall_of_text_open_sections():
    wall = "We bake bread. Responsibilities: run the day. Lead. Requirements: five years, two ovens. To apply: ring."
    assert shape(wall) == [
        ("opening", "", ["We bake bread."]),
        ("responsibilities", "Responsibilities:", ["run the day. Lead."]),
        ("required", "Requirements:", ["five years, two ovens."]),
        ("apply", "To apply:", ["ring."]),
    ]


def test_markdown_is_read_without_its_marks():
    text = "# Director of Operations\n\n## Duties\n\n- **Run** the day\n- Keep *every* __promise__, _early_\n"
    assert read_text(text).title == "Director of Operations"
    assert shape(text) == [("responsibilities", "Duties", ["Run the day", "Keep every promise, early"])]


@pytest.mark.parametrize(
    "line",
    ["5 * 3 * 2 vans", "Earn __ to __ a year", "[__] of [__]", "a snake_case_name", "2**3**4", "C# * or *", "**"],
)
def test_marks_that_set_nothing_off_stay(line):
    assert shape(f"T\n\nDuties\n- One.\n\n{line}")[-1][2][-1] == line


def fix(text, words, replacement):
    document = read_text(text)
    for section in document.sections:
        for number, item in enumerate(section.items):
            if (start := item.text.find(words)) >= 0:
                place = Place(section=section.key, item=number, start=start, end=start + len(words))
                return fixed(text, finding(place, words, Fix(replacement=replacement)))
    raise AssertionError(words)


def finding(place, words="", fix=None):
    return Finding(id="x.y", level=Level.CONSIDER, message="m", place=place, words=words, why="w", source="s", fix=fix)


def test_a_fix_is_made_in_the_pasted_text_and_nothing_else_is_changed():
    assert fix(POSTING, "Plan the vans", "Plan") == POSTING.replace("Plan the vans", "Plan")
    assert fix(POSTING, "week by", "day by") == POSTING.replace("week by", "day by")
    text = "Duties\r\n- **Run** the *young* team, young and old\r\n- young"
    assert fix(text, "young", "new") == text.replace("*young*", "*new*")
    assert fix("We bake. Requirements: a young heart.", "young", "") == "We bake. Requirements: a  heart."


def test_words_that_do_not_appear_in_one_run_are_left_to_their_owner():
    assert fix(POSTING, "vans, week", "vans") is None
    assert fix("- **Run** the day", "Run the", "Keep the") is None
    assert fixed(POSTING, finding(Place(), "", Fix(replacement=""))) is None
    assert fixed(POSTING, finding(Place(section="apply", item=0, start=0, end=5), "write")) is None


def test_a_second_section_of_a_kind_has_a_key_of_its_own():
    keys = [entry[0] for entry in shape("T\n\nBenefits\n- a\n\nPerks\n- b")]
    assert keys == ["pay", "pay-2"]


FREIGHT = """\
Director of Operations

QUALIFICATIONS:
- A dispatch background
- Ability to lift 50 lbs.

COMPENSATION: Competitive, commensurate with experience. $95K-$150K OTE

Buckeye Freight Lines is an Equal Opportunity Employer M/F/D/V.
"""


def test_paragraphs_below_a_list_are_none_of_its_bullets():
    assert shape(FREIGHT) == [
        ("required", "QUALIFICATIONS:", ["A dispatch background", "Ability to lift 50 lbs."]),
        (
            "pay",
            "COMPENSATION:",
            ["Competitive, commensurate with experience. $95K-$150K OTE"],
        ),
        ("section", "", ["Buckeye Freight Lines is an Equal Opportunity Employer M/F/D/V."]),
    ]
    kinds = [section.kind for section in read_text(FREIGHT).sections]
    assert kinds == [SectionKind.BULLETS, SectionKind.LINES, SectionKind.LINES]


def test_a_paragraph_below_a_list_is_a_section_without_a_heading():
    text = (
        "T\n\nDuties\n- Run the day.\n- Lead.\n\nAlder Bakery\nis family-owned.\n\nIt bakes.\n\n"
        "Pay\n- £50,000\n\nPaid monthly."
    )
    assert shape(text) == [
        ("responsibilities", "Duties", ["Run the day.", "Lead."]),
        ("section", "", ["Alder Bakery is family-owned.", "It bakes."]),
        ("pay", "Pay", ["£50,000"]),
        ("pay-2", "", ["Paid monthly."]),
    ]
    assert positions(text).locate(Place(section="section")) == (7, 1)
    assert positions(text).locate(Place(section="section", item=1, start=0, end=2)) == (10, 1)


@pytest.mark.parametrize(
    ("below", "items"),
    [
        ("- One.\n\nIn short, more.\n\n- Two.", ["One.", "In short, more.", "Two."]),  # the list goes on
        ("- One.\nAnd more.", ["One.", "And more."]),  # right below a bullet
        ("One.\n\nTwo.", ["One.", "Two."]),  # a section without a list
    ],
)
def test_a_paragraph_that_does_not_appear_below_the_list_stays_where_it_is(below, items):
    assert shape(f"T\n\nDuties\n{below}\n\nPay\n£50,000") == [
        ("responsibilities", "Duties", items),
        ("pay", "Pay", ["£50,000"]),
    ]


def test_a_number_that_counts_nothing_stays():
    assert shape("T\n\nWe met on\n12. March 2027\nin town")[0][2][-1].startswith("12. March 2027")


def test_a_place_is_found_again_in_the_text():
    where = positions(POSTING)
    assert where.locate(Place()) == (1, 1)
    assert where.locate(Place(section="responsibilities")) == (9, 1)
    assert where.locate(Place(section="responsibilities", item=1, start=0, end=4)) == (11, 3)
    wrapped = "Plan the vans, week by week".index("week")
    assert where.locate(Place(section="responsibilities", item=1, start=wrapped, end=wrapped + 4)) == (12, 3)
    assert where.locate(Place(section="apply", item=0, start=9, end=12)) == (22, 24)


@pytest.mark.parametrize(
    ("text", "title"), [("", ""), (" \n\t\n", ""), ("-", "-"), ("\x00", "\x00"), ("\ufeff", "\ufeff")]
)
def test_next_to_nothing_is_a_title_or_nothing(text, title):
    document, where = read(text)
    assert (document.title, document.sections) == (title, ())
    assert where.locate(Place(section="opening", item=0, start=0, end=1)) == (1, 1)
