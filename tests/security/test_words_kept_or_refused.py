"""What an owner types is refused with the limit named, or kept to the byte; nothing is cut short or made tidy."""

import html
import re

import pytest
from django.urls import reverse

from tests.security.test_hostile_fields import REQUEST_LIMIT, Fields
from tests.views.sheets import form, keys, url

LONG = 100_000
LIMIT_NAMED = r"\b\d[\d,]* characters|from \d+ to \d"
TEXTS = r'<(?:textarea|input(?=[^>]*type="text"))[^>]*?name="([^"]+)"'
PICKED = {"industry"}  # one that is not in the list is what the business calls itself
BRIEF = "/roles/operations-director/brief/"
# Right to left with a mark, joiners that make one sign of several, marks that a normalisation would join.
WORDS = [
    "مخبز الميناء\u200f، ليدز.",
    "نان\u200cوایی.",
    "👩🏽\u200d🍳 and 👨\u200d👩\u200d👧\u200d👦 bake.",
    "Zoe\u0308 and Cafe\u0301 and A\u030a, which is not Å.",
]


@pytest.mark.parametrize("page", [BRIEF, "/review/", "/start/", "posting_rename", "posting_share", "posting_brand"])
def test_a_text_too_long_is_refused_with_its_limit_and_comes_back(owner, page):
    address = page if page.startswith("/") else reverse(page, args=[owner.posting.pk])
    shown = owner.get(address).content.decode()
    names = set(re.findall(TEXTS, shown)) - PICKED
    assert names
    long = "x" * min(LONG, REQUEST_LIMIT // len(names))

    answer = owner.post(address, {**Fields(shown).values, **dict.fromkeys(names, long), "do": "make"})

    assert answer.status_code == 422
    refused = answer.content.decode()
    errors = dict(re.findall(r'id="error_1_id_([^"]+)"><strong>(.*?)</strong>', refused))
    assert {name: error for name in names if not re.search(LIMIT_NAMED, error := errors.get(name, ""))} == {}
    assert {name for name in names if Fields(refused).values[name] != [long]} == set()


def test_a_line_too_long_is_refused_with_its_limit_and_comes_back(owner):
    long = "x" * LONG
    name = f"text-{keys(owner.posting)[0]}"

    answer = owner.post(url(owner.posting), form(owner, owner.posting).with_("save", **{name: long}))

    assert answer.status_code == 422
    assert re.search(LIMIT_NAMED, answer.content.decode())
    assert long in answer.content.decode()
    assert long not in owner.get(f"{owner.posting.get_absolute_url()}export.txt").content.decode()


def test_1100_fields_are_refused(stranger, version):
    assert stranger.post(BRIEF, {f"field-{number}": "x" for number in range(1_100)}).status_code == 400


@pytest.mark.parametrize("words", WORDS)
def test_words_of_any_script_are_the_same_bytes_after_save_and_export(owner, words):
    posting, key = owner.posting, keys(owner.posting)[0]
    answers = Fields(owner.get(url(posting, "posting_edit")).content.decode()).values | {"about": words}
    assert owner.post(url(posting, "posting_edit"), answers).status_code == 302
    sent = form(owner, posting).with_("save", **{f"text-{key}": words, "new-skills": words})
    assert owner.post(url(posting), sent).status_code == 302

    posting = type(posting).objects.get(pk=posting.pk)
    assert posting.brief.about == words
    assert [item.text for item in posting.document.items()].count(words) == 3
    assert form(owner, posting).fields[f"text-{key}"] == words
    for extension in ("txt", "md", "html"):
        exported = owner.get(f"{posting.get_absolute_url()}export.{extension}").content.decode()
        assert (extension, html.unescape(exported).count(words)) == (extension, 3)
