"""Lists as word processors, phones and pages leave them, item by item."""

import pytest

from roles.core.reading import LineKind, read_posting

DUTIES = ["Plan the week's production", "Buy flour and packaging", "Train the two shifts", "Report costs to the owner"]
MARKED = [
    "- ",
    "* ",
    "• ",
    "§\t",
    "§ ",
    "Ø ",
    "Ø\t",
    "ü ",
    "ü\t",
    "o ",
    "o\t",
    "▹ ",
    "👉 ",
    "-",
    "–",
    "•",
    "> ",
    "» ",
    "○ ",
]
MARKED += ["⁃ ", "∙ ", "✔️ ", "➤ ", "[ ] ", "\uf0b7 ", "‣ ", "→ "]
COUNTED = [
    "1. 2. 3. 4.",
    "1) 2) 3) 4)",
    "(1) (2) (3) (4)",
    "a) b) c) d)",
    "(a) (b) (c) (d)",
    "i. ii. iii. iv.",
    "(i) (ii) (iii) (iv)",
]


def duties(listed, heading="Responsibilities\n"):
    posting = read_posting(f"Director of Operations\n\n{heading}{listed}\n\nBenefits\n- Bread to take home\n")
    return [line.text for line in posting.of_kind(LineKind.DUTY)]


@pytest.mark.parametrize("mark", MARKED, ids=repr)
def test_a_mark_is_left_out(mark):
    assert duties("\n".join(f"{mark}{duty}" for duty in DUTIES)) == DUTIES


@pytest.mark.parametrize("mark", ["-", "–", "*"])
@pytest.mark.parametrize("first", ["5+ years of ovens", "£40k of flour a month", "(Night) shifts, two a week"])
def test_a_mark_that_touches_a_figure_is_left_out_of_a_list(mark, first):
    assert duties(f"{mark}{first}\n{mark}Own the ovens") == [first, "Own the ovens"]


@pytest.mark.parametrize("counted", COUNTED)
def test_a_count_is_left_out(counted):
    assert duties("\n".join(f"{mark} {duty}" for mark, duty in zip(counted.split(), DUTIES, strict=True))) == DUTIES


@pytest.mark.parametrize(
    "listed",
    [
        "\n".join(DUTIES),
        "\n\n".join(DUTIES),
        "\n\n".join(f"{duty}." for duty in DUTIES),
        "\n".join(f"{duty};" for duty in DUTIES),
        "\n".join(f"  {duty}" for duty in DUTIES),
        "\n".join(f"\t{duty}" for duty in DUTIES),
        "\n".join(duty.upper() for duty in DUTIES),
    ],
)
def test_lines_without_marks_are_items(listed):
    assert [line.rstrip(".;").capitalize() for line in duties(listed)] == [duty.capitalize() for duty in DUTIES]


def test_long_lines_that_all_begin_with_a_capital_are_items():
    listed = [
        "Plan the weekly production schedule for both bakeries and the depot",
        "Negotiate the flour, packaging and energy contracts with our suppliers",
        "Keep stock of finished goods within the limits agreed with the owner",
    ]
    assert duties("\n".join(listed)) == listed


def test_a_wrapped_paragraph_is_one_line():
    wrapped = (
        "You plan the week with the head baker and the two shift leads, and you\nkeep the stock of flour within the "
        "limits that we agreed in\nOctober, when the new oven came."
    )
    assert duties(wrapped) == [wrapped.replace("\n", " ")]


def test_each_line_of_a_message_is_its_own():
    message = [
        "Lark & Fold Bakery, Christchurch",
        "so as most of you know Ana is going on leave in May, and we have grown to three shops and a wholesale kitchen",
        "you have run more than one kitchen, OK with 5am some days",
        "$95-110k and bread, full time, Mon-Fri with the odd Saturday",
        "msg me or email hello@larkandfold.example by 15 Feb",
    ]
    assert [line.text for line in read_posting("\n".join(message)).lines] == message


@pytest.mark.parametrize("mark", ["*", "•", "·", "-", "–"])
def test_bullets_inside_a_line_part_it(mark):
    listed = " ".join(f"{mark} {duty}" for duty in DUTIES)
    assert duties(listed, "Responsibilities: ") == DUTIES
    assert duties(listed) == DUTIES


def test_a_number_that_is_there_twice_is_an_item_each_time():
    listed = "\n".join(f"{number}. {duty}" for number, duty in zip((1, 2, 2, 3), DUTIES, strict=False))
    assert duties(listed, "Responsibilities\n") == DUTIES[:4]


def test_a_count_inside_a_line_parts_it():
    listed = " ".join(f"{number}. {duty}." for number, duty in enumerate(DUTIES, start=1))
    assert duties(listed, "Responsibilities: ") == [f"{duty}." for duty in DUTIES]


@pytest.mark.parametrize(
    "line",
    ["Denver, CO • Full-time • $95K", "We bake - and we deliver - every day.", "5 * 3 * 2 trays", "Mon - Fri, 9 - 5"],
)
def test_marks_between_the_parts_of_a_line_are_none(line):
    posting = read_posting(f"Director of Operations\n\n{line}\n\nThat is all.\n")
    assert line in [each.text for each in posting.lines]


@pytest.mark.parametrize("cell", ["\t", "   ", " | "])
def test_the_cells_of_a_table_are_facts_and_duties(cell):
    rows = [("Location", "Denver, CO"), ("Salary", "$95,000 – $110,000"), ("Reports to", "the owner")]
    rows += [("Contract", "Full-time, permanent"), ("Closing date", "30 January 2027"), ("Duties", "Run the day")]
    text = "\n".join(f"{label}{cell}{value}" for label, value in rows)
    posting = read_posting(f"Director of Operations\n\n{text}\n\tPlan the shifts\n\tLead the team\n")
    facts = posting.facts
    assert (facts.place.words, facts.reports_to.value) == ("Denver, CO", "the owner")
    assert (facts.pay.value.salary.max_value, facts.closing_date.words) == (110_000, "30 January 2027")
    assert [line.text for line in posting.of_kind(LineKind.DUTY)] == ["Run the day", "Plan the shifts", "Lead the team"]


def test_the_source_of_a_page_is_read_as_it_shows():
    source = (
        "<h1>Director of Operations</h1>\n<p>Location: Boise, ID &ndash; hybrid</p><h2>Duties</h2><ul><li>Hire &amp;\n"
        "train</li><li>Keep the <b>stock</b></li></ul><p>Pay: $85,000&nbsp;&ndash;&nbsp;$95,000</p>"
    )
    posting = read_posting(source)
    assert posting.title.text == "Director of Operations"
    assert [line.text for line in posting.of_kind(LineKind.DUTY)] == ["Hire & train", "Keep the stock"]
    assert (posting.facts.place.words, posting.facts.workplace.value) == ("Boise, ID", "hybrid")


def test_the_order_of_linkedin():
    text = (
        "Alder Bakery\nDirector of Operations\nDenver, CO · Reposted 2 weeks ago · Over 100 people clicked apply\n"
        "$95K/yr - $110K/yr\nOn-site\nFull-time\nEasy Apply\nSave\nAbout the job\nYou run the day.\nShow less\n"
    )
    posting = read_posting(text)
    assert (posting.facts.title.value, posting.facts.company.value) == ("Director of Operations", "Alder Bakery")
    assert posting.facts.headcount is None
    assert [line.text for line in posting.of_kind(LineKind.LEFTOVER)] == ["Easy Apply", "Save", "Show less"]
    assert [line.text for line in posting.lines][:2] == ["Alder Bakery", "Director of Operations"]


def test_what_is_stated_of_applying_and_equality_is_no_requirement():
    text = (
        "Head of Ops\n\nRequirements\nFive years in a kitchen\nA van licence\n\nSend a resume to jobs@example.org.\n\n"
        "We are an equal opportunity employer.\n"
    )
    kinds = {line.text: line.kind for line in read_posting(text).lines}
    assert [text for text, kind in kinds.items() if kind is LineKind.REQUIRED] == [
        "Five years in a kitchen",
        "A van licence",
    ]
    assert kinds["Send a resume to jobs@example.org."] is LineKind.APPLY
    assert kinds["We are an equal opportunity employer."] is LineKind.EQUAL_OPPORTUNITY


def headings(*lines):
    sections = read_posting("\n".join(["Director of Operations", "", *lines])).sections
    return [section.heading.text for section in sections if section.heading]


def test_a_line_with_the_mark_of_the_headings_is_one():
    lines = (
        "🐾 Requirements",
        "",
        "✅ Ran a clinic",
        "",
        "🐾 What you leave to others",
        "",
        "❌ Medicine",
        "❌ Prices",
    )
    assert headings(*lines) == ["Requirements", "What you leave to others"]
    assert headings(*(line.replace("🐾 What", "✅ What") for line in lines)) == ["Requirements"]


@pytest.mark.parametrize(("line", "found"), [("How it goes on", True), ("A dog in the office.", False)])
def test_a_line_alone_between_a_list_and_a_paragraph_is_a_heading(line, found):
    paragraph = "Send a few lines on what a clinic of this size should stop doing, and we talk."
    given = headings("Benefits", "- A 36-hour week", "- Thirty days of holiday", "", line, "", paragraph)
    assert (line in given) is found


def test_a_state_at_the_end_of_a_line_is_no_word_that_goes_on():
    text = "Practice Manager\nCedar Fork Family Dentistry, in the middle of the old town of Bend, OR\nFull-time\n"
    assert [line.text for line in read_posting(text).lines][-1] == "Full-time"


def test_a_word_that_begins_the_sentence_below_heads_nothing():
    lines = ("About us", "We bake bread for 40 shops.", "", "You", "will have led a bakery, and will", "know flour.")
    posting = read_posting("\n".join(("Operations Director", "", *lines, "", "Duties", "- Bake")))
    assert "You will have led a bakery, and will know flour." in [line.text for line in posting.lines]


@pytest.mark.parametrize("tail", ["budget", "safety"])
def test_the_last_word_of_a_wrapped_item_heads_nothing(tail):
    first = "Keep the new ovens on time, they are due to be lit in September, and on"
    assert duties(f"• {first}\n{tail}\n• Lead five bakers") == [f"{first} {tail}", "Lead five bakers"]


@pytest.mark.parametrize("heading", ["Hybrid", "$$$"])
def test_a_word_over_a_paragraph_heads_it(heading):
    text = (
        f"Director of Operations\n\nDuties\n- Bake\n- Sell\n\n{heading}\nTwo days a week are from home, after June.\n"
    )
    posting = read_posting(f"{text}\nApply\nWrite to a@b.example.\n")
    assert heading in [line.text for line in posting.of_kind(LineKind.HEADING)]


@pytest.mark.parametrize("mark", ["q  ", "o\t", "l ", "n ", "v  ", "u\t"])
def test_letters_of_a_lost_font_are_bullets(mark):
    items = ("5 years with crews", "Plan the week", "Keep the yard safe")
    read = read_posting("Duties\n" + "\n".join(mark + item for item in items))
    assert [(line.text, line.bullet) for line in read.sections[0].items] == [(item, True) for item in items]


def test_a_letter_that_is_a_word_is_no_bullet():
    read = read_posting("Duties\nu run the yard and the vans\nu keep the books\nu hire the crews\n")
    assert read.sections[0].items[0].text.startswith("u run")
