import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection

migration = importlib.import_module("roles.migrations.0002_consultants_group")
later = importlib.import_module("roles.migrations.0008_consultants_keep_areas")
board = importlib.import_module("roles.board.migrations.0002_consultants_hold")


@pytest.fixture
def group(db):
    return Group.objects.get(name="Consultants")


def test_they_may_keep_the_templates_and_nothing_else(group):
    held = {(app, name) for app, name in group.permissions.values_list("content_type__app_label", "codename")}
    kept = {("roles", name) for name in [*migration.CODENAMES, *later.CODENAMES]}
    assert held == kept | {("board", name) for name in board.CODENAMES}


class Editor:
    """What a schema editor is to the migration; a real one cannot be opened inside a test's transaction."""

    connection = connection


def test_making_the_group_again_changes_nothing(group):
    before = set(group.permissions.values_list("pk", flat=True))
    migration.make_group(apps, Editor)

    assert set(group.permissions.values_list("pk", flat=True)) == before


def test_it_goes_back_and_forward_and_takes_nobody_s_access(group, django_user_model):
    consultant = django_user_model.objects.create_user("consultant")
    consultant.groups.add(group)
    (operation,) = migration.Migration.operations

    operation.reverse_code(apps, Editor)
    operation.code(apps, Editor)

    assert django_user_model.objects.get(username="consultant").has_perm("roles.change_statement")
