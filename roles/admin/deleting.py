"""Deleting sections and statements: the draft is backed up before, and the page offers to undo it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from roles.models import Role, Section, Statement
from roles.models.drafts import back_up_draft

from .log import record, short


def back_up_deleted(request: HttpRequest, rows: Iterable[Section] | Iterable[Statement]) -> None:
    """Back up the drafts that are about to lose `rows`, and show what is deleted, with an undo."""
    by_role: dict[Role, list] = {}
    for row in rows:
        role = row.role if isinstance(row, Section) else row.section.role
        by_role.setdefault(role, []).append(row)
    for role, gone in by_role.items():
        what = _sections(gone) if isinstance(gone[0], Section) else _statements(gone)
        backup = back_up_draft(role, by=request.user, reason=f"Deleting {what}")
        record(request, role, f"Deleted {what}.")
        url = reverse("admin:roles_role_undo", args=[role.pk, backup.pk])
        messages.success(request, format_html('Deleted {} of {}. <a href="{}">Undo</a>', what, role, url))


def _sections(sections):
    return ", ".join(f"“{section}” with its {_count(section.statements.count())}" for section in sections)


def _statements(statements):
    if len(statements) == 1:
        return f"the statement “{short(statements[0].text)}” of “{statements[0].section}”"
    homes = dict.fromkeys(f"“{statement.section}”" for statement in statements)
    return f"{_count(len(statements))} of {', '.join(homes)}"


def _count(number):
    return "1 statement" if number == 1 else f"{number} statements"
