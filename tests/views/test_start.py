"""Starting from a text: read, asked what is missing, made into a posting, and accounted for."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from roles.core.compose.typed_pay import read_pay
from roles.core.money import Currency, PayPeriod
from roles.core.starting import Became, Entry
from roles.core.starting.upload import NO_TEXT, WRONG_TYPE, text_of
from roles.models import Posting, RoleVersion
from tests.core.starting.files import docx, paragraph, pdf
from tests.core.starting.texts import BREWERY, VET_CLINICS
from tests.row_changes import rows_of_all

URL = "/start/"
MISSING = {
    "draft-role": "director-of-operations",
    "draft-industry": "other",
    "draft-workplace": "on_site",
    "draft-employment_type": "full_time",
    "draft-reports_to": "the owner",
}


def page(response):
    return response.content.decode()


def shown(response):
    """What a browser would send back of the page's second form."""
    facts = response.context["facts"]
    values = {facts[name].html_name: facts[name].value() for name in facts.fields}
    return {name: value for name, value in values.items() if value not in (None, "")}


def made(client, text=VET_CLINICS, **more):
    read = client.post(URL, {"do": "read", "text": text})
    sent = {"text": text, "ticket": read.context["ticket"], **shown(read), **MISSING, "do": "make", **more}
    return client.post(URL, sent), sent


@pytest.fixture
def started(stranger, version):
    """A posting of the vet clinics' text in the stranger's browser, and the address of its account."""
    answer, _ = made(stranger)
    return Posting.objects.get(), answer["Location"]


def numbered(response, beginning):
    rows = [*response.context["left"], *response.context["used"]]
    return next(row for row in rows if row.entry.text.startswith(beginning))


def test_the_page_asks_for_a_text_or_a_file_and_costs_one_query(stranger, read_templates, django_assert_num_queries):
    read_templates()
    with django_assert_num_queries(1):
        html = page(stranger.get(URL))

    assert 'name="text"' in html
    assert 'name="file"' in html
    assert "draft-company" not in html


def test_what_the_text_states_is_filled_in_and_the_rest_is_empty(stranger, version):
    response = stranger.post(URL, {"do": "read", "text": VET_CLINICS})

    facts = response.context["facts"]
    assert response.status_code == 200
    assert facts["company"].value() == "Larkmoor Animal Clinics"
    assert facts["role"].value() == "director-of-operations"
    assert "$92,000" in facts["pay"].value()
    assert [field.name for field in response.context["missing"]] == [*("industry", "workplace", "employment_type")]
    assert any(area["ticked"] and area["cues"] for area in response.context["areas"])


def test_reading_writes_nothing(stranger, version):
    before = rows_of_all()
    stranger.post(URL, {"do": "read", "text": VET_CLINICS})
    assert rows_of_all() == before


def test_a_currency_the_text_does_not_name_is_asked_for(stranger, version):
    text = "Director of Operations\n\nPay: 90,000 to 95,000 a year\n"
    read = stranger.post(URL, {"do": "read", "text": text})
    assert "90,000" in read.context["facts"]["pay"].value()
    assert not set("$£€") & set(read.context["facts"]["pay"].value())

    named = {"draft-company": "Wye", "draft-place": "Somewhere", "draft-headcount": "9"}
    answer, _ = made(stranger, text, **named)
    assert answer.status_code == 422
    assert "currency" in answer.context["facts"].errors["pay"][0]


def test_pay_by_the_month_stays_so(stranger, version):
    text = "Director of Operations\nWye Bay Bikes, Cape Town, South Africa\n\nWe pay R48 000 to R56 000 per month.\n"
    pay = stranger.post(URL, {"do": "read", "text": text}).context["facts"]["pay"].value()
    assert read_pay(pay, currency=Currency.ZAR).salary.unit_text is PayPeriod.MONTH


def test_a_text_becomes_a_posting_with_an_account_of_it(stranger, version, django_assert_num_queries):
    answer, _ = made(stranger, text=f"{VET_CLINICS}\nLarkmoor is an equal opportunity employer.\n")

    posting = Posting.objects.get()
    assert answer["Location"] == reverse("posting_text", args=[posting.pk])
    assert (posting.company, posting.brief.headcount) == ("Larkmoor Animal Clinics", 44)
    assert posting.account.summary in page(stranger.get(posting.get_absolute_url()))
    with django_assert_num_queries(2):
        shown_account = stranger.get(answer["Location"])
    html = page(shown_account)
    assert all(row.entry.became is Became.LEFT_OUT for row in shown_account.context["left"])
    assert html.count("<tr id=") == len(posting.account.entries)
    assert "Every posting says this" in html
    assert [entry.became for entry in posting.account.entries if "equal opp" in entry.text] == [Became.KEPT]


@pytest.mark.parametrize(("lines", "where"), [(("Hers",), "left out"), ((), "in the posting")])
def test_an_account_shows_what_became_of_our_sentence_beside_hers(lines, where):
    merged = Entry(text="Hers", line=1, became=Became.MERGED, lines=lines, ours="Ours so")
    html = render_to_string("roles/_account.html", {"rows": [{"number": 1, "entry": merged, "there": True}]})
    assert f"Our line, {where}: “Ours so”" in html


def test_a_title_that_is_chosen_wins_over_that_of_the_text(stranger, version):
    made(stranger, **{"draft-role": "operations-director"})
    assert Posting.objects.get().version.role.slug == "operations-director"


def test_the_same_form_sent_twice_makes_one_posting(stranger, version):
    _, sent = made(stranger)
    again = stranger.post(URL, sent | {"draft-company": "Larkmoor Clinics"})

    posting = Posting.objects.get()
    assert again["Location"] == reverse("posting_text", args=[posting.pk])
    assert posting.company == "Larkmoor Clinics"


def test_without_the_needed_facts_the_form_comes_back_with_all_of_it(stranger, version):
    answer, _ = made(stranger, **{"draft-headcount": "", "draft-company": "Larkmoor <3"})

    assert answer.status_code == 422
    assert answer.context["facts"].errors.keys() == {"headcount"}
    assert answer.context["facts"]["company"].value() == "Larkmoor <3"
    assert answer.context["form"]["text"].value().strip() == VET_CLINICS.strip()
    assert not Posting.objects.exists()


@pytest.mark.parametrize(("typed", "printed"), [("", None), ("the owner", "the owner")])
def test_the_head_names_the_superior_that_she_names(stranger, version, typed, printed):
    made(stranger, **{"draft-reports_to": typed})
    assert dict(Posting.objects.get().document.facts.lines()).get("Reports to") == printed


def test_a_line_left_out_comes_back_once_and_is_undone(stranger, started):
    _, account = started
    lost = numbered(stranger.get(account), "We want a young")
    do = {"do": f"bring:{lost.number}"}

    first, second = stranger.post(account, do), stranger.post(account, do)

    assert first["Location"] == second["Location"] == f"{account}#line-{lost.number}"
    texts = [item.text for item in Posting.objects.get().document.items()]
    assert texts.count(lost.entry.text) == 1
    html = page(stranger.get(account))
    assert "Back in the posting" in html
    undo = re.search(rf'action="({account}\?undo=\d+)"', html)[1]
    stranger.post(undo)
    assert lost.entry.text not in [item.text for item in Posting.objects.get().document.items()]
    assert numbered(stranger.get(account), "We want a young").there is False


def test_an_undo_of_an_older_page_changes_nothing(stranger, started):
    _, account = started
    lost = [numbered(stranger.get(account), words) for words in ("We want a young", "Show less")]
    stranger.post(account, {"do": f"bring:{lost[0].number}"})
    older = Posting.objects.get().revision
    stranger.post(account, {"do": f"bring:{lost[1].number}"})

    stranger.post(f"{account}?undo={older}")

    texts = [item.text for item in Posting.objects.get().document.items()]
    assert all(row.entry.text in texts for row in lost)


@pytest.mark.parametrize("do", ["", "bring:0", "bring:9999", "bring:99999", "bring:²", "bring:1", "undo"])
def test_a_button_that_is_not_there_changes_nothing(stranger, started, do):
    posting, account = started
    assert stranger.post(account, {"do": do}).status_code == 302
    assert Posting.objects.get().revision == posting.revision


def test_a_line_changed_since_is_reported_in_the_account(stranger, started):
    posting, account = started
    bare = posting.document_data | {"sections": []}
    Posting.objects.filter(pk=posting.pk).update(document_data=bare)
    assert "You have changed or removed it since." in page(stranger.get(account))


def test_cells_of_a_table_are_labels_and_their_facts(stranger, version):
    def row(*texts):
        return "".join(("<w:tr>", *(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts), "</w:tr>"))

    head = (
        row("Job title", "Operations Manager") + row("Reports to", "Mr D Hollis, MD") + row("Hours", "Mon-Fri 8.30-5")
    )
    duties = ("Plan the presses each week.", "Order board, inks and plates.", "Deal with customer complaints.")
    person = row("Person", "Young, dynamic self starter") + row("Licence", "Clean driving licence")
    body = [paragraph("OPERATIONS MANAGER"), paragraph("Hollis Print Ltd"), f"<w:tbl>{head}</w:tbl>"]
    body += [paragraph("Purpose of the job"), paragraph("To see that jobs go out on time from our factory in Leeds.")]
    body += [paragraph("Main duties"), *(paragraph(duty, listed=True) for duty in duties)]
    body += [paragraph("The person"), f"<w:tbl>{person}</w:tbl>", paragraph("Send a CV to jobs@example.com.")]
    file = SimpleUploadedFile("old.docx", docx("".join(body)))
    text = stranger.post(URL, {"do": "read", "file": file}).context["form"]["text"].value()
    answer, _ = made(stranger, text, **{"draft-place": "Leeds, UK", "draft-headcount": "26"})
    lost = numbered(stranger.get(answer["Location"]), "Person")
    stranger.post(answer["Location"], {"do": f"bring:{lost.number}"})

    lines = [item.text for item in Posting.objects.get().document.items()]
    assert {"Hours: Mon-Fri 8.30-5", "Licence: Clean driving licence"} <= set(lines)
    assert "Young, dynamic self starter" in " ".join(lines)
    assert not [line for line in lines if "\t" in line or "  " in line]


def test_a_strangers_account_is_absent_and_cannot_be_changed(started):
    posting, account = started
    other = Client()
    assert other.get(account).status_code == 404
    assert other.post(account, {"do": "bring:3"}).status_code == 404
    assert Posting.objects.get().revision == posting.revision


def test_a_posting_from_no_text_has_no_account_to_show(owner):
    html = page(owner.get(reverse("posting_text", args=[owner.posting.pk])))
    assert "was not started from a text" in html


def test_a_copy_keeps_the_account(stranger, started):
    posting, _ = started
    stranger.post(reverse("posting_duplicate", args=[posting.pk]))
    assert [copy.account for copy in Posting.objects.all()] == [posting.account] * 2


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("old.docx", docx(paragraph("Duties", "Heading1") + paragraph("Bake at night", listed=True))),
        SimpleUploadedFile("old.txt", "Duties\n• Bake at night".encode("utf-16")),
        SimpleUploadedFile("old.pdf", pdf("Duties\nBake at night")),
        SimpleUploadedFile("no name at all", b"Duties\nBake at night"),
    ],
)
def test_the_text_of_a_file_goes_on_in_the_box(stranger, version, file):
    response = stranger.post(URL, {"do": "read", "file": file})

    assert response.status_code == 200
    assert "Bake at night" in response.context["form"]["text"].value()
    assert not Posting.objects.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", WRONG_TYPE),
        (pdf(""), NO_TEXT),
        (b"word " * 5_000, "more than 20,000 characters"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(stranger, version, data, message):
    response = stranger.post(URL, {"do": "read", "file": SimpleUploadedFile("old.docx", data), "title": ""})

    assert response.status_code == 422
    assert message in response.context["form"].errors["file"][0]


def test_a_text_and_a_file_together_are_asked_about(stranger, version):
    response = stranger.post(URL, {"do": "read", "text": BREWERY, "file": SimpleUploadedFile("a.txt", b"Bake")})
    assert "There is text in the box as well." in response.context["form"].errors["file"][0]
    assert response.context["form"]["text"].value() == BREWERY


def test_nothing_sent_is_asked_for_at_the_box(stranger, version):
    response = stranger.post(URL, {"do": "read", "text": "  \n"})
    assert response.context["form"].errors == {"text": ["Paste a text here, or choose a file."]}


def test_ten_megabytes_are_refused_with_the_reason(stranger, version):
    large = SimpleUploadedFile("old.pdf", b"x" * 10_000_000)
    answer = stranger.post(URL, {"do": "read", "file": large}, follow=True)
    assert "the file is too large" in page(answer)
    assert stranger.post(URL, {"do": "read", "text": "x" * 1_100_000}).status_code == 400


def test_a_page_grown_old_gives_the_text_back(version):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(URL, {"do": "make", "text": BREWERY, "draft-company": "Tern Rock"})
    assert answer.status_code == 403
    assert "Tern Rock" in page(answer)
    assert "Bring water use per litre of beer down by a fifth." in page(answer)


def test_too_many_readings_keep_the_text(stranger, version, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"pasted_review_anonymous": "1/m/ip"}
    answers = [stranger.post(URL, {"do": "read", "text": BREWERY}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].context["form"]["text"].value() == BREWERY


def test_before_a_template_is_published_the_page_shows_it(stranger, db):
    models.QuerySet.delete(RoleVersion.objects.all())
    assert "No template is published yet" in page(stranger.get(URL))
    assert stranger.post(URL, {"do": "make", "text": BREWERY}).status_code == 422


def test_home_and_a_new_brief_lead_here(stranger, version):
    for path in ("/", reverse("posting_new", args=["director-of-operations"])):
        assert f'href="{URL}"' in page(stranger.get(path))


def test_files_that_cannot_be_read_are_counted_before_they_are_read(stranger, version, settings, monkeypatch):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"pasted_review_anonymous": "1/m/ip"}
    read = []
    monkeypatch.setattr("roles.forms.start.text_of", lambda data: read.append(data) or text_of(data))
    answers = [
        stranger.post(URL, {"do": "read", "text": "", "file": SimpleUploadedFile("old.doc", b"\x89PNG\r\n\x1a\n\x00")})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [422, 429]
    assert len(read) == 1
    assert answers[1].has_header("Retry-After")


def test_why_a_title_was_chosen_is_below_its_box(stranger, version):
    text = VET_CLINICS.replace("Director of Operations", "Operations Manager")
    read = stranger.post(URL, {"do": "read", "text": text})

    assert read.context["facts"]["role"].help_text.endswith(" You can choose the other.")
    assert 'id="id_draft-role_helptext"' in page(read)


def test_a_list_left_open_is_asked_to_be_chosen_from(stranger, version):
    answer, _ = made(stranger, **{"draft-industry": "", "draft-company": ""})
    errors = answer.context["facts"].errors

    assert errors["industry"] == ["Please choose one."]
    assert errors["company"] == ["Please fill this in."]
