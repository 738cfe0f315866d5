"""Parts of an old text as their owner set them: letters, notices, her own heading over wishes, and blank lines."""

import pytest

from roles.core.exports import text

from .test_account import posting
from .test_her_order import headings, hers
from .test_parted_lists import END, HEAD, sections

LETTERED = ("People", "Stock")


def parts(form):
    one, two = (form(number, name) for number, name in enumerate(LETTERED))
    return f"{HEAD}{one}\nYou lead the branch managers.\nYou hire the drivers.\n\n{two}\nYou set the range.\n\n{END}"


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        (lambda number, name: f"{'AB'[number]}. {name.upper()}", ["A. People", "B. Stock"]),
        (lambda number, name: f"{'AB'[number]}) {name}", ["A) People", "B) Stock"]),
        (lambda number, name: f"Part {'AB'[number]} – {name}", ["Part A – People", "Part B – Stock"]),
        (lambda number, name: f"PART {number + 1}: {name.upper()}", ["Part 1: People", "Part 2: Stock"]),
    ],
)
def test_parts_with_letters_are_headings_with_them(form, printed):
    assert [heading for heading, _ in sections(parts(form)) if heading][:2] == printed


@pytest.mark.parametrize("notice", ["NO AGENCIES PLEASE", "EOE", "IMMEDIATE START!", "Strictly no agencies"])
def test_a_notice_is_a_line(notice):
    document = posting(f"{HEAD}Duties\n- Mend pumps\n\n{notice}\nThe shop is in York and opens at six.\n\n{END}")[2]
    assert notice not in headings(document)
    assert notice in " ".join(hers(document))


@pytest.mark.parametrize("heading", ["Bonus points if…", "👉 Bonus points if…", "Bonus points if you have ..."])
def test_her_heading_over_wishes_may_end_in_dots(heading):
    sign = "👉 " if heading.startswith("👉") else ""
    lists = f"{sign}You bring\n🐾 Five years in repair\n🐾 A licence\n\n{heading}\n⭐ Welsh\n⭐ A lorry licence\n\n"
    printed = sections(f"{HEAD}{sign}Duties\n✅ Mend pumps\n\n{lists}{END}")
    assert (heading.removeprefix(sign), ["Welsh", "A lorry licence"]) in printed


def test_what_is_paid_below_a_heading_of_hers_is_no_wish():
    wishes = (
        "You might have\nA licence, a ticket, or Polish.\n\nYou will get\n£70,000; a car or £6,000; 33 days off.\n\n"
    )
    printed = sections(f"{HEAD}Duties\n- Mend pumps\n\n{wishes}{END}")
    assert ("You will get", ["£70,000; a car or £6,000; 33 days off."]) in printed


def test_sentences_on_what_it_is_are_no_list():
    text = f"{HEAD}Duties\n- Mend pumps\n\nYou should know\nIt's nights. It's wet. It's worth it.\n\n{END}"
    assert ("You should know", ["It's nights. It's wet. It's worth it."]) in sections(text)


def test_a_blank_line_of_hers_stays_one():
    end = (
        "Van or allowance\n\nInterested? Ring Sue on 0113 496 0000, the kettle is always on.\n\nStrictly no agencies\n"
    )
    printed = text.write(posting(f"{HEAD}Duties\n- Mend pumps\n\nWhat do we pay?\n55-62k\n{end}")[2])
    assert printed.rstrip().endswith(end.rstrip())


def test_two_headings_ask_for_none_over_how_to_apply():
    few = f"{HEAD}Duties\n- Mend pumps\n- Lead the crews\n\nCVs: jobs@quern.example before 12 March.\n"
    many = few.replace("CVs", "You have\n- A licence\n\nWe pay\n- £60,000\n\nCVs")
    assert [heading for heading, _ in sections(few) if heading] == ["Duties"]
    assert headings(posting(many)[2])[-1] == "How to apply"


def test_signs_before_the_lines_of_a_list_are_marks_all():
    gets = "What you get\n💰 $115,000 and a bonus\n🏥 Medical and dental\n🌴 Four weeks off\n\n"
    printed = sections(f"{HEAD}Duties\n- Mend pumps\n- Lead crews\n\n{gets}{END}")
    assert ("What you get", ["$115,000 and a bonus", "Medical and dental", "Four weeks off"]) in printed


def test_a_slash_of_hers_has_no_space_before_it():
    pay = "Pay & Perks: $38–$44/hour, mileage, paid weekends."
    assert pay in " ".join(hers(posting(f"{HEAD}Duties\n- Mend pumps\n- Lead crews\n\n{pay}\n{END}")[2]))
