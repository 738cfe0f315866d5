"""A finding that another answer puts right, with one click."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from roles.core.money import BaseSalary, Currency
from tests.views.sheets import form


@pytest.fixture
def sheffield(owner):
    posting = owner.posting
    pay = BaseSalary(min_value=Decimal(60_000), max_value=Decimal(70_000), currency=Currency.USD)
    posting.answer(replace(posting.brief, place="Sheffield, UK", base_salary=pay))
    return posting


def the_remark(posting):
    (found,) = [one for one in posting.report().remarks if one.finding.id == "contradictions.currency"]
    return found


def test_pay_in_dollars_in_sheffield_is_put_right_by_one_click(owner, sheffield):
    remark = the_remark(sheffield)
    assert not sheffield.report().ready
    assert remark.finding.answer_fix.value == "GBP"
    assert "Change to GBP" in owner.get(sheffield.get_absolute_url()).content.decode()

    data = {"do": f"fix:{remark.token}", "revision": sheffield.revision}
    owner.post(f"{sheffield.get_absolute_url()}review/", data)

    sheffield = type(sheffield).objects.get(pk=sheffield.pk)
    assert sheffield.brief.base_salary.currency is Currency.GBP
    assert "£60,000" in str(list(sheffield.document.facts.lines()))
    assert not [one for one in sheffield.report().remarks if one.finding.id == "contradictions.currency"]


def test_pressed_twice_it_is_done_once(owner, sheffield):
    data = {"do": f"fix:{the_remark(sheffield).token}", "revision": sheffield.revision}
    for _ in range(2):
        owner.post(f"{sheffield.get_absolute_url()}review/", data)

    after = type(sheffield).objects.get(pk=sheffield.pk)
    assert after.revision == sheffield.revision + 1
    assert after.brief.base_salary.currency is Currency.GBP


def test_a_stranger_changes_nothing(stranger, sheffield):
    data = {"do": f"fix:{the_remark(sheffield).token}", "revision": sheffield.revision}
    assert stranger.post(f"{sheffield.get_absolute_url()}review/", data).status_code == 404
    assert type(sheffield).objects.get(pk=sheffield.pk).brief.base_salary.currency is Currency.USD


def test_an_editor_through_a_link_changes_no_answer_of_the_owners(link_editor, sheffield):
    sent = form(link_editor, sheffield).with_(f"fix:{the_remark(sheffield).token}")
    page = link_editor.post(reverse("posting_workshop", args=[sheffield.pk]), sent, follow=True)

    assert "only the owner can do" in page.content.decode()
    assert type(sheffield).objects.get(pk=sheffield.pk).brief.base_salary.currency is Currency.USD
