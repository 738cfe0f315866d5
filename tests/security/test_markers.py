"""No field can script a page or run a template: a marker in each field comes out as typed."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from roles.models import Posting
from tests.views.sheets import form

MARKER = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}{% include 'x' %}"
FREE_TEXT = [
    "company",
    "place",
    "about",
    "goal",
    "reports_to",
    "leads",
    "benefits",
    "hiring_steps",
]


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.bad, self.text = [], []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "onerror" in values or values.get("src") == "x" or (tag == "script" and not values.get("src")):
            self.bad.append((tag, attrs))

    def handle_data(self, data):
        self.text.append(data)


def parsed(html):
    parser = Tags()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("field", FREE_TEXT)
def test_a_marker_in_a_field_comes_out_as_typed_on_every_page(stranger, answers, field):
    marker = MARKER if field != "reports_to" else MARKER[:75]
    answers[field] = marker
    stranger.post(reverse("posting_new", args=["director-of-operations"]), answers)
    posting = Posting.objects.get()

    pages = [
        reverse(name, args=[posting.pk])
        for name in ("posting_detail", "posting_edit", "posting_workshop", "posting_switch", "posting_updates")
    ]
    for page in ("/", *pages):
        assert not parsed(stranger.get(page).content.decode()).bad
    text = stranger.get(f"{posting.get_absolute_url()}export.txt").content.decode()
    assert marker in text
    assert marker in "".join(parsed(stranger.get(posting.get_absolute_url()).content.decode()).text)


def test_a_marker_in_a_refused_form_comes_back_as_typed(stranger, answers):
    answers |= dict.fromkeys(FREE_TEXT, MARKER) | {"headcount": MARKER}
    page = stranger.post(reverse("posting_new", args=["director-of-operations"]), answers).content.decode()

    assert not parsed(page).bad


def test_a_marker_in_the_owners_own_words_comes_out_as_typed_on_every_page(owner):
    posting = owner.posting
    key = next(item.key for item in posting.document.items())
    address = reverse("posting_workshop", args=[posting.pk])
    page = form(owner, posting)
    owner.post(address, page.with_("save", **{f"text-{key}": MARKER, "new-skills": MARKER}))

    for name in ("posting_detail", "posting_workshop", "posting_switch", "posting_updates"):
        assert not parsed(owner.get(reverse(name, args=[posting.pk])).content.decode()).bad
    assert owner.get(f"{posting.get_absolute_url()}export.txt").content.decode().count(MARKER) == 2
    # In a conflict, in a refusal, and given back to whoever may not open it.
    clash = owner.post(address, page.with_("save", **{f"text-{key}": f"{MARKER}!", f"text-{MARKER}": MARKER}))
    assert clash.status_code == 400
    clash = owner.post(address, page.with_("save", **{f"text-{key}": f"{MARKER}!", "new-pay": MARKER * 50}))
    assert clash.status_code == 409
    lost = Client().post(address, page.with_("save", **{f"text-{key}": MARKER}))
    for response in (clash, lost):
        assert not parsed(response.content.decode()).bad
        assert MARKER in "".join(parsed(response.content.decode()).text)
