import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

migration = importlib.import_module("roles.migrations.0002_consultants_group")


@pytest.fixture
def group(db):
    return Group.objects.get(name="Consultants")


def test_they_may_keep_the_templates_and_nothing_else(group):
    assert set(group.permissions.values_list("codename", flat=True)) == set(migration.CODENAMES)
    assert set(group.permissions.values_list("content_type__app_label", flat=True)) == {"roles"}


class Editor:
    """What a schema editor is to the migration; a real one cannot be opened inside a test's transaction."""

    connection = connection


def test_making_the_group_again_changes_nothing(group):
    before = set(group.permissions.values_list("pk", flat=True))
    migration.make_group(apps, Editor)

    assert set(group.permissions.values_list("pk", flat=True)) == before


def test_it_goes_back_and_forward(group):
    migration.drop_group(apps, Editor)
    assert not Group.objects.filter(name="Consultants").exists()
    migration.make_group(apps, Editor)

    assert Group.objects.get(name="Consultants").permissions.filter(codename="change_statement").exists()
