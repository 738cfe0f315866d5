"""Consultants keep the posting law, and switch rules off."""

from datetime import date, timedelta
from typing import get_args

import pytest
from django.urls import reverse
from django.utils import timezone

from roles.admin.review import FORBIDDEN, REQUIRED_PARTS
from roles.core.review.posting_rules import Ban, Part
from roles.models import PostingRule, ReviewRuleSwitch
from roles.models.review import current_rules

from .build import signed

FIELDS = {
    "place": "Springfield",
    "key": "us-springfield",
    "region": " Illinois ",
    "city_names": "Springfield, chatham ,",
    "remote_reach": "none",
    "min_employees": "5",
    "min_in_place": "",
    "counts": "",
    "carries": ["range", "benefits"],
    "forbids": [],
    "cure": "",
    "cure_until": "",
    "seen": "summary",
    "max_range_width": "",
    "width_free_above": "",
    "effective_from": "2027-01-01",
    "effective_until": "",
    "enforced_from": "",
    "source": "https://springfield.example",
    "checked_on": "2026-11-23",
    "verified": "on",
    "note": "",
}
ADD = "/admin/roles/postingrule/add/"
SWITCHES = "/admin/roles/reviewruleswitch/"


def problems(response):
    return response.context["adminform"].form.errors


def test_a_rule_can_be_added(consultant, version, publish_kinds):
    assert consultant.post(ADD, FIELDS).status_code == 302
    publish_kinds("laws")

    rule = next(rule for rule in current_rules().posting_rules if rule.key == "us-springfield")
    assert (rule.region, rule.city_names) == ("illinois", ("springfield", "chatham"))
    assert (rule.carries, rule.effective_from) == (("range", "benefits"), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("region", "atlantis"),
        ("forbids", ["everything"]),
        ("seen", "a dream"),
        ("carries", ["everything"]),
        ("min_employees", "0"),
        ("effective_until", "2026-12-31"),
        ("checked_on", "someday"),
        ("remote_reach", "moon"),
        ("city_names", "x" * 901),
    ],
)
def test_what_makes_no_sense_is_refused(consultant, version, field, value):
    response = consultant.post(ADD, FIELDS | {field: value})

    assert response.status_code == 200
    assert problems(response)
    assert not PostingRule.objects.filter(key="us-springfield").exists()


def test_a_rule_for_nobody_is_refused_in_words_at_its_field(consultant, version):
    assert problems(consultant.post(ADD, FIELDS | {"min_employees": "0"})) == {"min_employees": ["Give 1 or more."]}


def test_the_form_names_every_part_a_rule_can_require_or_forbid():
    assert set(REQUIRED_PARTS) == set(get_args(Part))
    assert set(FORBIDDEN) == set(get_args(Ban))


def test_the_first_page_shows_the_laws_to_read_again(consultant, version):
    PostingRule.objects.update(checked_on=timezone.localdate() - timedelta(days=183))
    assert "Posting laws to read again" not in consultant.get("/admin/").content.decode()

    PostingRule.objects.filter(key="us-ca").update(checked_on=timezone.localdate() - timedelta(days=184))
    page = consultant.get("/admin/").content.decode()
    assert "Posting laws to read again" in page
    rule = PostingRule.objects.get(key="us-ca")
    assert reverse("admin:roles_postingrule_change", args=[rule.pk]) in page


def test_a_shipped_rule_opens_and_saves_unchanged(consultant, version):
    rule = PostingRule.objects.exclude(city_names=[]).first()
    before = rule.to_value()
    page = consultant.get(reverse("admin:roles_postingrule_change", args=[rule.pk]))
    form = page.context["adminform"].form
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}

    data["opened"] = page.context["opened"]
    response = consultant.post(reverse("admin:roles_postingrule_change", args=[rule.pk]), data)

    assert response.status_code == 302
    assert PostingRule.objects.get(pk=rule.pk).to_value() == before


def test_the_list_shows_what_has_not_been_checked_for_six_months(consultant, version):
    long_ago = timezone.localdate() - timedelta(days=184)
    PostingRule.objects.filter(key="us-ca").update(checked_on=long_ago)

    def listed(checked):
        page = consultant.get(f"/admin/roles/postingrule/?checked={checked}")
        return {rule.key for rule in page.context["cl"].result_list}

    assert listed("due") == {"us-ca"}
    assert "us-ca" not in listed("fresh")
    assert "California" in consultant.get("/admin/roles/postingrule/?place=California").content.decode()


def test_the_list_costs_the_same_whatever_its_length(consultant, version, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        consultant.get("/admin/roles/postingrule/")


def switched(client, **changes):
    rows = list(ReviewRuleSwitch.objects.all())
    data = signed(client, SWITCHES) | {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "Save"}
    for number, row in enumerate(rows):
        data |= {f"form-{number}-id": row.pk, f"form-{number}-reason": ""}
        if row.rule == "age":
            data |= {f"form-{number}-{name}": value for name, value in changes.items()}
    return data


def test_a_rule_is_switched_off_in_the_list_and_pages_follow(consultant, stranger, version):
    assert "young" in stranger.post("/review/", {"text": "Duties\n- Lead a young team."}).content.decode()
    consultant.post(SWITCHES, switched(consultant, switched_off="on", reason="Under discussion."))

    assert current_rules().switched_off == {"age"}
    report = stranger.post("/review/", {"text": "Duties\n- Lead a young team."}).context["report"]
    assert not any(remark.finding.rule == "age" for remark in report.remarks)


def test_without_a_reason_it_stays_on_and_is_reported(consultant, version):
    response = consultant.post(SWITCHES, switched(consultant, switched_off="on"))

    assert "Say why the rule is switched off." in response.content.decode()
    assert not current_rules().switched_off


def test_the_list_names_every_rule_by_its_title(consultant, version):
    page = consultant.get("/admin/roles/reviewruleswitch/").content.decode()

    assert all(row.title.replace("'", "&#x27;") in page for row in ReviewRuleSwitch.objects.all())


def test_the_lists_fields_are_reported_by_their_rule(consultant, version):
    page = consultant.get("/admin/roles/reviewruleswitch/")
    content = page.content.decode()

    assert "<h1>Writing checks</h1>" in content
    assert "Select review rule" not in content
    for switch in page.context["cl"].result_list:
        assert f'aria-label="Switched off: {switch}"' in content
        assert f'aria-label="Reason: {switch}"' in content
