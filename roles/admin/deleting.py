"""Deleting sections and statements: the draft is backed up before, and the page offers to undo it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from roles.admin_input import AdminMixin
from roles.models import Act, DraftBackup, Role, Section, Statement
from roles.models.drafts import back_up_draft

from .log import record, short


class UndoneMixin(AdminMixin):
    """For the admin of rows that are backed up before they are deleted: the page that asks states it."""

    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id, {**(extra_context or {}), "undone": True})


def back_up_deleted(request: HttpRequest, rows: Iterable[Section] | Iterable[Statement]) -> None:
    """Back up the drafts that are about to lose `rows`, and show what is deleted, with an undo."""
    by_role: dict[Role, list] = {}
    for row in rows:
        role = row.role if isinstance(row, Section) else row.section.role
        by_role.setdefault(role, []).append(row)
    whats = {
        role: _sections(gone) if isinstance(gone[0], Section) else _statements(gone) for role, gone in by_role.items()
    }
    if not whats:
        return
    act = Act.objects.make(f"Deleting {', '.join(whats.values())}", by=request.user)
    for role, gone in by_role.items():
        backup = back_up_draft(role, by=request.user, reason=f"Deleting {whats[role]}", act=act)
        record(request, role, f"Deleted {whats[role]}. {_words(gone)}")
    done = ", ".join(f"{what} of {role}" for role, what in whats.items())
    messages.success(request, format_html('Deleted {}. <a href="{}">Undo</a>', done, undo_address(backup)))


def undo_address(backup: DraftBackup) -> str:
    """Where what a backup was made before is undone: all that was done at once, in one page."""
    if backup.act_id:
        return reverse("admin:roles_role_undo_act", args=[backup.act_id])
    return reverse("admin:roles_role_undo", args=[backup.role_id, backup.pk])


def _words(gone) -> str:
    """The whole texts of what goes, for the log."""
    statements = [row for row in gone if isinstance(row, Statement)]
    statements += [row for section in gone if isinstance(section, Section) for row in section.statements.all()]
    return " ".join(f"{row.key}: “{' '.join(row.text.split())}”." for row in statements)


def back_up_moved(request: HttpRequest, statements: list[Statement], there: Section) -> str:
    """Back up the drafts that statements leave, and the one they come to; return the link that undoes it."""
    if not statements:
        return ""
    roles = {statement.section.role_id: statement.section.role for statement in statements} | {
        there.role_id: there.role
    }
    what = f"Moving {_statements(statements)} to “{there}”"
    act = Act.objects.make(what, by=request.user)
    backups = [back_up_draft(role, by=request.user, reason=what, act=act) for role in roles.values()]
    return format_html('<a href="{}">Undo</a>', undo_address(backups[0]))


def _sections(sections):
    return ", ".join(f"“{section}” with its {_count(section.statements.count())}" for section in sections)


def _statements(statements):
    if len(statements) == 1:
        return f"the statement “{short(statements[0].text)}” of “{statements[0].section}”"
    homes = dict.fromkeys(f"“{statement.section}”" for statement in statements)
    return f"{_count(len(statements))} of {', '.join(homes)}"


def _count(number):
    return "1 statement" if number == 1 else f"{number} statements"
