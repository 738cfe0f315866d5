"""A posting somebody already has: pasted, reviewed, carried over."""

import json
import re

import pytest
from django.contrib.sessions.models import Session

from roles.models import Posting
from tests.row_changes import rows_of_all

URL = "/review/"
READS_ALONE = pytest.mark.read_alone  # only what is carried over is saved
TEXT = """Operations Manager

Location: Denver, CO

About us
A small print shop.

Responsibilities
- Lead a young team of rockstars through the day-to-day work.
- Set long-term goals and policies.

Requirements
- Five years in a print shop.

How to apply: work@frontrange.example
"""
CARRIED = {
    "do": "carry",
    "text": TEXT,
    "draft-role": "director-of-operations",
    "draft-company": "Front Range Print",
    "draft-place": "Denver, CO",
    "draft-industry": "retail",
    "draft-headcount": "12",
    "draft-workplace": "on_site",
    "draft-employment_type": "full_time",
    "draft-reports_to": "the owner",
}


def page(response):
    return response.content.decode()


def words(text):
    return re.findall(r"\w+", text)


def test_the_page_asks_for_a_text_and_costs_one_query(stranger, version, read_templates, django_assert_num_queries):
    read_templates()
    with django_assert_num_queries(1):
        response = stranger.get(URL)

    assert 'name="text"' in page(response)
    assert 'id="findings"' not in page(response)


def test_findings_are_grouped_by_level_with_reason_source_and_fix(stranger, version):
    response = stranger.post(URL, {"text": TEXT})

    report = response.context["report"]
    assert response.status_code == 200
    young = next(remark for remark in report.remarks if remark.finding.words == "young")
    html = page(response)
    assert html.index("Must fix") < html.index("Should fix") < html.index("Consider")
    assert f'id="finding-{young.number}"' in html
    assert f'href="#finding-{young.number}"' in html
    assert f'href="#mark-{young.number}"' in html
    assert '<mark class="mark mark-must_fix">young</mark>' in html
    assert f"Source: {young.finding.source}" in html


def test_each_finding_in_the_text_is_marked_once(stranger, version):
    response = stranger.post(URL, {"text": TEXT})

    placed = [remark.number for remark in response.context["report"].remarks if remark.item]
    marks = [int(number) for number in re.findall(r'id="mark-(\d+)"', page(response))]
    assert sorted(marks) == sorted(placed)


def test_the_leaning_of_the_duties_is_shown_with_the_words_behind_it(stranger, version):
    html = page(stranger.post(URL, {"text": TEXT}))

    assert "<q>day-to-day</q>" in html
    assert "<q>policies</q>" in html
    assert "It does not know the right title" in html


def test_the_number_of_people_decides_what_a_posting_law_asks(stranger, version):
    text = TEXT.replace("Denver, CO", "Chicago, IL")  # asked of employers with fifteen people or more
    sure = stranger.post(URL, {"text": text, "headcount": "15"}).context["report"]
    unsure = stranger.post(URL, {"text": text}).context["report"]

    def level(report):
        return next(remark.finding.level for remark in report.remarks if remark.finding.id == "posting_law.missing")

    assert level(sure) == "must_fix"
    assert level(unsure) == "consider"


def test_a_review_writes_nothing(stranger, version):
    before = rows_of_all()
    stranger.post(URL, {"text": TEXT})

    assert rows_of_all() == before
    assert not Session.objects.exists()


def test_a_review_costs_three_queries(stranger, version, read_templates, django_assert_max_num_queries):
    read_templates()
    with django_assert_max_num_queries(3):
        stranger.post(URL, {"text": TEXT})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Paste the text of a posting first."),
        ("  \n\t ", "Paste the text of a posting first."),
        ("word " * 4001, "shorten this to 20,000 characters; it has 20,005"),
        ("One\0two", "U+0000"),
        ("One\x07two", "U+0007"),
        ("One\u202etwo", "U+202E"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_everything_kept(stranger, version, text, message):
    response = stranger.post(URL, {"text": text, "headcount": "12"})

    assert response.status_code == 422
    assert message in page(response)
    assert response.context["form"]["text"].value() == text
    assert 'value="12"' in page(response)


def test_the_source_of_a_page_is_read_as_the_page_shows_it(stranger, version):
    text = "<h1>Operations Manager</h1><h2>Duties</h2><ul><li>Hire &amp; lead</li><li>Plan</li></ul>"

    response = stranger.post(URL, {"text": text})

    assert response.status_code == 200
    document = response.context["document"]
    assert (document.title, [item.text for item in document.items()]) == ("Operations Manager", ["Hire & lead", "Plan"])


def test_a_tag_or_two_in_a_text_are_a_finding_and_no_reason_to_refuse_it(stranger, version):
    response = stranger.post(URL, {"text": f"{TEXT}\n<p>We <b>bake</b></p>\n"})

    assert response.status_code == 200
    assert "There is HTML in this line (&lt;p&gt;, &lt;b&gt;)" in page(response)


def test_twenty_thousand_characters_are_read_whatever_the_line_ends(stranger, version):
    text = "A line of words\r\n" * 1250

    assert stranger.post(URL, {"text": text}).status_code == 200


def test_ten_megabytes_are_refused(stranger, version):
    assert stranger.post(URL, {"text": "x" * 10_000_000}).status_code == 400


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> young\n<img src=x onerror=alert(1)>",
        "{{7*7}} {% include 'x' %}",
        "he " * 6000,
        "\n".join("- young" for _ in range(2000)),
        "مطلوب مدير young\u200f\n👩‍🏭 rockstar",
        "x" * 20_000,
        "#" * 20_000,
        "\u2028\x85\x0b young",
    ],
)
@pytest.mark.parametrize("do", ["carry", *(pytest.param(do, marks=READS_ALONE) for do in ("review", "no-such-thing"))])
def test_hostile_texts_are_shown_and_run_nothing(stranger, version, text, do):
    response = stranger.post(URL, CARRIED | {"text": text, "do": do})

    assert response.status_code in (200, 302, 422)
    assert "<script>alert" not in page(response)
    assert "<img src=x" not in page(response)


FIELDS = sorted(set(CARRIED) - {"do", "text"})


@pytest.mark.parametrize("value", ["", "\0", "x" * 100_000, "-1", "Bad\u202ename"])
def test_answers_that_will_not_do_are_reported_and_the_text_stays(stranger, version, value):
    """A form cleans each field alone, so all are wrong at once."""
    response = stranger.post(URL, CARRIED | dict.fromkeys(FIELDS, value))

    fine = {"company", "place", "reports_to"} if value == "-1" else set()
    assert response.status_code == 422
    assert set(response.context["carry"].errors) == {name.removeprefix("draft-") for name in FIELDS} - fine
    assert "rockstars" in page(response)
    assert not Posting.objects.exists()


@pytest.mark.parametrize("field", FIELDS)
def test_a_single_answer_that_is_missing_makes_no_posting(stranger, version, field):
    assert stranger.post(URL, CARRIED | {field: ""}).status_code == 422
    assert not Posting.objects.exists()


def test_carried_over_it_is_a_draft_of_the_chosen_title_with_nothing_lost(stranger, version):
    response = stranger.post(URL, CARRIED)

    posting = Posting.objects.get()
    assert response.url == posting.get_verdict_url()
    assert (posting.title, posting.company, posting.version) == ("Director of Operations", "Front Range Print", version)
    assert {item.provenance.source for item in posting.document.items()} == {"owner"}
    lines = []
    for section in posting.document.sections:
        lines += [section.heading, *(item.text for item in section.items)]
    written = iter(words(" ".join(lines)))
    assert all(word in written for word in words(TEXT))
    assert posting.document.facts.base_salary is None
    assert stranger.get(response.url).status_code == 200
    assert stranger.get(f"{response.url}edit/").status_code == 200


def test_a_stranger_does_not_see_it(stranger, owner, version):
    url = stranger.post(URL, CARRIED).url

    assert owner.get(url).status_code == 404


def test_in_an_account_it_is_the_accounts(member, version):
    member.post(URL, CARRIED)

    assert Posting.objects.get(company="Front Range Print").owner == member.user


def ticket_of(response):
    return re.search(r'name="ticket" value="([^"]+)"', page(response))[1]


def test_the_same_form_sent_twice_makes_one_posting(stranger, version):
    data = CARRIED | {"ticket": ticket_of(stranger.post(URL, {"text": TEXT}))}

    first, second = stranger.post(URL, data), stranger.post(URL, data)
    stranger.post(URL, data | {"draft-company": "Another Name"})

    assert first.url == second.url
    posting = Posting.objects.lock().get()
    assert posting.company == "Another Name"
    assert posting.undo() == "carry"


def test_a_ticket_does_not_reach_a_posting_that_has_an_owner(stranger, member, version):
    data = CARRIED | {"ticket": ticket_of(member.post(URL, {"text": TEXT}))}
    member.post(URL, data)
    stranger.post(URL, data | {"draft-company": "Somebody Else"})

    assert Posting.objects.get(company="Front Range Print").owner == member.user
    assert Posting.objects.get(company="Somebody Else").owner is None


def test_what_the_text_states_is_filled_in_and_what_it_does_not_is_asked(stranger, version):
    response = stranger.post(URL, {"text": TEXT, "headcount": "12", "industry": "retail"})

    carry = response.context["carry"]
    assert {name: carry[name].value() for name in ("company", "place", "headcount", "industry")} == {
        "company": "Frontrange",
        "place": "Denver, CO",
        "headcount": 12,
        "industry": "retail",
    }
    assert not any(carry[name].value() for name in ("role", "workplace", "employment_type", "reports_to"))


def test_a_remote_text_becomes_a_remote_draft_and_a_remote_export(stranger, version):
    text = TEXT.replace("Location: Denver, CO", "Location: Remote, US")
    carry = stranger.post(URL, {"text": text}).context["carry"]
    assert (carry["workplace"].value(), carry["place"].value()) == ("remote", "Remote, US")

    stranger.post(URL, CARRIED | {"text": text, "draft-workplace": "remote", "draft-place": "Remote, US"})
    exported = stranger.get(f"{Posting.objects.get().get_absolute_url()}export.jsonld")
    data = json.loads(b"".join(exported) if exported.streaming else exported.content)
    assert data["jobLocationType"] == "TELECOMMUTE"
    assert data["applicantLocationRequirements"]["name"] == "US"


def test_a_text_of_more_lines_than_a_posting_holds_is_reported(stranger, version):
    response = stranger.post(URL, CARRIED | {"text": "- a line\n" * 401})

    assert response.status_code == 422
    assert "at most 400 lines" in page(response)


def test_without_a_published_template_it_is_still_reviewed(stranger, db):
    from roles.models import RoleVersion

    RoleVersion.objects.all()._raw_delete("default")
    response = stranger.post(URL, {"text": TEXT})

    assert response.status_code == 200
    assert response.context["carry"] is None


def test_what_is_carried_over_is_the_text_as_it_was_edited_last(stranger, version):
    stranger.post(URL, {"text": TEXT})
    stranger.post(URL, CARRIED | {"text": TEXT.replace("a young team of rockstars", "a team of twelve")})

    written = " ".join(item.text for item in Posting.objects.get().document.items())
    assert "Lead a team of twelve through" in written
    assert "young" not in written


def test_the_text_appears_on_the_page_once(stranger, version):
    html = page(stranger.post(URL, {"text": TEXT}))

    assert html.count('name="text"') == 1
    assert html.count('value="carry"') == html.count('value="review"') == 1
    assert html.index('name="text"') < html.index('value="carry"') < html.index("</form>", html.index('name="text"'))


@pytest.mark.parametrize(
    "changed", [{"do": "review"}, {"do": "review", "text": ""}, {"do": "review", "headcount": "0"}]
)
def test_the_fields_of_the_draft_are_kept_through_another_review(stranger, version, changed):
    carry = stranger.post(URL, CARRIED | {"headcount": "40"} | changed).context["carry"]

    assert {f"draft-{name}": str(carry[name].value()) for name in carry.fields} == {
        name: value for name, value in CARRIED.items() if name.startswith("draft-")
    }


def test_what_the_draft_lacks_is_reported_beside_its_fields(stranger, version):
    html = page(stranger.post(URL, CARRIED | {"draft-company": ""}))

    assert html.index('id="carry"') < html.index("Fix these to continue") < html.index('id="id_draft-company"')
    assert 'href="#id_draft-company"' in html


def fixable(response):
    return {one.finding.words: one.token for one in response.context["report"].remarks if one.finding.fix}


FIXABLE = TEXT.replace("Lead a", "**Leverage** a")


def test_a_fix_is_made_in_the_pasted_text_with_one_press(stranger, version):
    tokens = fixable(stranger.post(URL, {"text": FIXABLE}))
    response = stranger.post(URL, CARRIED | {"text": FIXABLE, "do": f"fix:{tokens['Leverage']}"})

    assert response.status_code == 200
    assert response.context["form"]["text"].value() == FIXABLE.replace("Leverage", "Use")
    assert "Leverage" not in fixable(response)
    assert "Fixed in the text above." in page(response)
    assert response.context["carry"]["company"].value() == "Front Range Print"
    assert not Posting.objects.exists()


@pytest.mark.parametrize("token", ["0" * 16, "x", "", "\0", "9" * 5000])
def test_a_fix_that_no_longer_fits_changes_nothing_and_reports_it(stranger, version, token):
    response = stranger.post(URL, {"text": TEXT, "do": f"fix:{token}"})

    assert response.context["form"]["text"].value() == TEXT
    assert "Not done: the text has changed" in page(response)


def test_a_fix_of_words_that_run_over_two_lines_is_only_quoted(stranger, version):
    text = "Manager\n\nDuties\n- Leverage our ovens. Count the man\n  hours of each bake.\n"
    response = stranger.post(URL, {"text": text})

    tokens = fixable(response)
    assert set(tokens) == {"Leverage", "man hours"}
    assert f'value="fix:{tokens["Leverage"]}"' in page(response)
    assert f'value="fix:{tokens["man hours"]}"' not in page(response)


def test_bullets_of_a_word_processor_survive_the_form(stranger, version):
    document = stranger.post(URL, {"text": "Manager\n\nDuties\no\tRun the day\no\tLead a team\n"}).context["document"]

    assert [item.text for item in document.items()] == ["Run the day", "Lead a team"]
