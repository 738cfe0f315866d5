"""Needs and industries: what goes with one that is deleted."""

import pytest
from django.urls import reverse

from roles.models import Industry, Need, Statement


@pytest.mark.parametrize("model", [Need, Industry])
def test_deleting_one_names_the_statements_it_is_taken_off(consultant, version, model):
    row = model.objects.filter(statements__isnull=False).first()
    page = consultant.get(reverse(f"admin:roles_{model._meta.model_name}_delete", args=[row.pk])).content.decode()

    assert "is taken off “" in page
    assert "object (" not in page
    assert "relationship" not in page


def test_deleted_it_is_taken_off_and_the_statements_stay(consultant, version):
    need, count = Need.objects.filter(statements__isnull=False).first(), Statement.objects.count()
    consultant.post(reverse("admin:roles_need_delete", args=[need.pk]), {"post": "yes"})

    assert not Need.objects.filter(pk=need.pk).exists()
    assert Statement.objects.count() == count
