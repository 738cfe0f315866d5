"""Where the words of real texts go: behind an answer, on the terms, only wished, on hiring, on the business."""

from dataclasses import replace

import pytest

from roles.core.compose.brief import problems
from roles.core.money import Currency
from roles.core.starting import Became, make, read_old_text, title_for

from .test_account import TODAY, entry, lines_of, posting, templates

HEAD = "Director of Operations\n\n"
DUTY = "Duties\n- Plan the routes of 11 vans\n"


def texts(document, key):
    return " ".join(item.text for item in lines_of(document, key))


@pytest.mark.parametrize(
    ("line", "section", "rest"),
    [
        ("Salary: £65,000 - £75,000 dependent on experience + car", "pay", "Dependent on experience Car"),
        ("Salary: €78,500 - €92,300 a year (six point scale)", "pay", "six point scale"),
        ("Location: Leeds, UK (hybrid, 3 days in office)", "conditions", "3 days in office"),
        ("Location: Cork, with travel throughout Cork county", "conditions", "Travel throughout Cork county"),
        ("Contract: Permanent, full-time (37.5 hours per week)", "conditions", "Permanent, full-time (37.5 hours"),
    ],
)
def test_what_an_answer_does_not_print_is_kept_behind_it(line, section, rest):
    _, _, document, _ = posting(f"{HEAD}{line}\n\n{DUTY}")
    assert rest in texts(document, section)


def test_how_the_pay_is_set_is_at_the_head_and_no_benefit():
    _, _, document, account = posting(f"{HEAD}£70k - £80k DOE\n\n{DUTY}")
    assert dict(document.facts.lines())["Pay"] == "£70k - £80k DOE"
    assert "DOE" not in texts(document, "pay")
    assert entry(account, "DOE").became is Became.ANSWER


def test_the_pay_is_no_line_where_the_facts_print_it():
    began, _, document, _ = posting(f"{HEAD}Salary: £65,000 - £75,000 + car\n\n{DUTY}")
    assert began.answers["base_salary"].max_value == 75_000
    assert "65,000" not in texts(document, "pay")


@pytest.mark.parametrize(
    ("line", "required", "preferred"),
    [
        ("NEBOSH or IOSH (desirable)", "", "NEBOSH or IOSH"),
        (
            "A third level degree is desirable but not essential",
            "",
            "A third level degree",
        ),
        ("simPRO use highly regarded", "", "SimPRO use"),
        ("A trade background, licence preferred", "A trade background.", "Licence"),
        ("CVPM is a plus but not required", "", "CVPM"),
        ("Level 8 in Excel, Word and Outlook preferred", "", "Level 8 in Excel, Word and Outlook"),
    ],
)
def test_a_wished_clause_goes_to_preferred_without_the_word_for_it(line, required, preferred):
    began, _, _, account = posting(f"{HEAD}{DUTY}\nRequirements\n- {line}\n")
    hers = [item for item in account.entries if item.line == 7]
    assert " ".join(item.text for item in hers) == line
    assert began.answers.get("own_required", "").rstrip(", ").casefold() == required.rstrip(".").casefold()
    assert began.answers["own_preferred"].casefold() == preferred.rstrip(".").casefold()


BELOW = f"{HEAD}{DUTY}\nBenefits\n- 25 days holiday\n\n"


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("Strictly no agencies.", "conditions"),
        ("The successful candidate will be permanent following a six month probation period.", "conditions"),
        ("Must have full Australian working rights.", "conditions"),
        ("All applicants will be screened.", "conditions"),
        ("Hours are 8:30 to 5:30 Monday to Friday.", "conditions"),
        ("Interviews are scheduled for the week of 22 March.", "apply"),
        ("You will be subject to Garda vetting and reference checks.", "apply"),
        ("Benefits include 25 days annual leave, a pension (5%) and sick pay.", "pay"),
        ("We are committed to providing accommodations for people with disabilities.", "equal-opportunity"),
    ],
)
def test_a_sentence_below_a_list_goes_where_it_belongs(sentence, section):
    _, _, document, _ = posting(BELOW + sentence)
    assert sentence in texts(document, section) or sentence.rstrip(".") in texts(document, section)


def test_a_sentence_beside_one_on_equality_is_none_of_it():
    text = f"{BELOW}Interviews are in March. Wye Ltd is an equal opportunities employer."
    _, _, document, _ = posting(text)
    assert texts(document, "equal-opportunity") == "Wye Ltd is an equal opportunities employer."


def test_a_paragraph_on_the_business_is_not_cut_up():
    about = "Wye Landscape is a contractor in 3 towns. No two are alike. We run 9 crews in summer."
    role = "We need an Operations Director for our 9 crews. Our 3 towns wait."
    _, _, document, _ = posting(f"{HEAD}Company: Wye Landscape\n\n{about}\n\n{role}\n\n{DUTY}")
    assert about in texts(document, "company")
    assert role in texts(document, "summary")


def test_a_label_is_no_sentence_on_the_post():
    _, _, document, account = posting(f"Job Posting: Director of Operations\nDepartment: Operations\n\n{DUTY}")
    assert not any(words in texts(document, "summary") for words in ("Posting", "Department"))
    assert entry(account, "Job Posting").became is Became.ANSWER


MORE = "- Own the budget\n- Own compliance\n- Health and safety in 4 shops\n- Licensing\n"


def test_her_opening_comes_first_and_ours_does_not_open_again():
    hers = "The Director of Operations provides leadership for 4 shops on two shifts."
    _, brief, document, _ = posting(f"{HEAD}Summary\n{hers}\n\nDuties\n- Own the P&L\n- Recruit 9 drivers\n{MORE}")
    assert lines_of(document, "summary")[0].text == hers
    assert brief.scope
    assert not [item for item in document.items() if "You also answer for" in item.text]


def test_the_dollar_is_that_of_the_place():
    began, _, _, _ = posting(f"{HEAD}Location: Kelowna, BC\nSalary: $105,000 to $125,000 a year\n\n{DUTY}")
    assert began.answers["base_salary"].currency is Currency.CAD


def test_a_name_with_its_form_keeps_it_and_is_no_place():
    began, _, _, _ = posting(
        f"{HEAD}Norvale Transport Inc.\n\nNorvale Transport is a carrier with 95 employees.\n\n{DUTY}"
    )
    assert began.answers["company"] == "Norvale Transport Inc."
    began, _, _, _ = posting(f"{HEAD}The Tidewater Pub Company, Bristol\n\n{DUTY}")
    assert (began.answers["company"], began.answers["place"]) == ("The Tidewater Pub Company", "Bristol")


def test_what_follows_the_pay_in_its_paragraph_is_given_too():
    _, _, document, _ = posting(
        f"{HEAD}{DUTY}\nThe person\n- Good with numbers\n\n"
        "Salary: £58,000 to £65,000 depending on experience. 30 days holiday. Discount on pet care.\n"
    )
    assert "numbers" in texts(document, "required")
    assert "holiday" not in texts(document, "required")
    assert "30 days holiday Discount on pet care" in texts(document, "pay")


def test_a_title_that_is_neither_template_s_own_is_called_the_nearest():
    def title(text):
        return title_for(read_old_text(text).read, templates().values())

    assert title("Operations Manager") == ("director-of-operations", "It is the closest to the title in your text.")
    assert title("Director of Operations") == ("director-of-operations", "Your text uses this title.")


def test_a_printed_title_is_the_one_named_in_the_account():
    text = f"Operations Manager\n\n{DUTY}"
    began, brief, _, _ = posting(text)
    _, account = make(began, templates()["director-of-operations"], brief, version=1, title="Operations Manager")
    assert entry(account, "Operations Manager").reason == ""


def test_a_word_for_one_sex_does_not_take_the_facts_beside_it():
    told = "The yard foreman, the buyer and two drivers will report to you."
    text = f"{HEAD}The role\nYou will run the yard. {told}\n\n{DUTY}\nApply\nWrite to a@b.example\n"
    _, _, document, account = posting(text)
    assert entry(account, "You will run the yard").became is Became.KEPT
    assert any(told in item.text for item in document.items())


def test_whom_a_post_reports_to_is_no_duty():
    duties = "Duties\n- Reporting to the Board each month on KPIs\n- Lead a mostly part-time workforce\n"
    began, _, document, _ = posting(f"{HEAD}The role will report directly to the Managing Director.\n\n{duties}")
    assert began.answers["reports_to"] == "the Managing Director"
    assert "employment_type" not in began.answers
    assert "Reporting to the Board each month on KPIs." in texts(document, "responsibilities")


def test_a_header_comes_before_a_suburb_in_a_duty():
    text = f"{HEAD}Geelong & Surf Coast VIC\n\n{DUTY}- Open our sixth centre in Armstrong Creek\n"
    began, brief, _, _ = posting(text)
    assert began.answers["place"] == "Geelong & Surf Coast VIC"
    assert "place" not in problems(brief, today=TODAY)


def test_a_place_in_a_duty_is_not_that_of_the_post():
    began, _, _, _ = posting(f"{HEAD}{DUTY}- Plan the opening of our sixth centre in Armstrong Creek\n")
    assert "place" not in began.answers


def test_a_closing_day_behind_its_hour_is_read():
    began, _, _, _ = posting(
        f"{HEAD}{DUTY}\nWrite to a@b.example. Closing date: 5pm Friday 5 March 2027. We meet in May."
    )
    assert str(began.answers["valid_through"]) == "2027-03-05"


def test_an_answer_she_corrected_can_be_brought_back():
    began, brief, _, _ = posting(f"{HEAD}Location: Leeds, UK\n\n{DUTY}")
    _, account = make(began, templates()["director-of-operations"], replace(brief, place="York, UK"), version=1)
    changed = entry(account, "Location")
    assert (changed.became, changed.can_come_back) == (Became.LEFT_OUT, True)
