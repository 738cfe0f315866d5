"""Content files into drafts, and into what belongs to no role."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from roles.core import codec, content
from roles.core.content.contents import Contents, read_contents
from roles.models import Act, Answer, ComparisonRow, Passage, PostingRule, Question, Role
from roles.models.base import Shipped
from roles.models.editions import Kind, to_content
from roles.models.kinds import draft_of
from roles.models.vocabulary import MODELS, vocabulary

from .columns import column_problems, shared_lists
from .drafts import Replaced, replace_drafts
from .exporting import export_shared

OF_NO_ROLE = (Kind.FINDER, Kind.COMPARISON, Kind.LAWS)


@dataclass(frozen=True)
class ReplacedFile:
    """A file of no role: the lines that differ, and the rows that changed."""

    name: str
    lines: list[str]
    rows: list[Shipped]


@dataclass(frozen=True)
class Imported:
    """What an import changes; `roles` also lists those it leaves as they are."""

    roles: list[Replaced]
    files: list[ReplacedFile] = field(default_factory=list)

    def __bool__(self):
        return bool(self.changed_roles or self.files)

    @property
    def changed_roles(self) -> list[Replaced]:
        return [item for item in self.roles if item.new or item.comparison]

    @property
    def fingerprint(self) -> str:
        """A short name of all that changes: another one where the content to be replaced is another by now."""
        roles = [(item.role.slug, item.new, repr(item.comparison)) for item in self.changed_roles]
        return codec.fingerprint([roles, [(file.name, file.lines) for file in self.files]])


class NotAsShownError(Exception):
    """An import would change something else than the dry run showed."""


@transaction.atomic
def import_contents(
    files: Mapping[str, bytes], *, by=None, dry_run: bool = False, shown: str | None = None
) -> Imported:
    """Replace drafts, and what belongs to no role, by the content of the files (bytes by name); return what changed.

    Raises ContentError with file and line, and then nothing has changed. A dry run goes all
    the way and then takes everything back, so it shows exactly what an import would do. With
    `shown`, the fingerprint of a dry run, raises NotAsShownError where somebody's work in between
    would be overwritten unseen; then, too, nothing has changed.
    """
    lock_shared_rows()
    contents = read_contents(files, vocabulary())
    if problems := list(column_problems(contents)):
        raise content.ContentError(problems)
    before = export_shared()
    rows_before: dict[str, Any] = {kind: to_content(draft_of(kind)) for kind in OF_NO_ROLE}
    if contents.finder:
        # Else such a need would count as in use. No answer of the files names one: that is checked.
        gone = Answer.needs.through.objects.exclude(need__key__in=[need.key for need in contents.vocabulary.needs])
        gone.delete()
    replaced = _replace_roles(contents, by)
    rows: dict[str, list[Shipped]] = {}
    for file, _, model, values in shared_lists(contents):
        rows.setdefault(file.name, []).extend(replace_rows(model, values))
    after = export_shared()
    changed = [
        ReplacedFile(name, _differing(before[name], after[name]), rows.get(name, []))
        for name in after
        if before[name] != after[name]
    ]
    imported = Imported(replaced, changed)
    _keep(rows_before, by)
    if shown is not None and shown != imported.fingerprint:
        raise NotAsShownError
    if dry_run:
        transaction.set_rollback(True)
    return imported


def _keep(rows_before: Mapping[str, Any], by) -> None:
    """Keep what was replaced of what belongs to no role, so that it can be undone."""
    rows = {kind: content for kind, content in rows_before.items() if content != to_content(draft_of(kind))}
    if rows:
        Act.objects.make("Importing files", by=by, rows=rows)


def lock_shared_rows() -> None:
    """Nobody saves one until the transaction ends; the roles are locked where their drafts are replaced."""
    for model in (*MODELS.values(), Question, Passage, ComparisonRow, PostingRule):
        list(model.objects.select_for_update().order_by("pk").values_list("pk"))


def _replace_roles(contents: Contents, by) -> list[Replaced]:
    roles = {role.slug: role for role in Role.objects.all()}
    try:
        return replace_drafts(
            [(roles.get(template.slug) or Role(slug=template.slug), template) for _, template in contents.roles],
            lists={name: getattr(contents.vocabulary, name) for name in contents.lists},
            by=by,
            reason="Importing files",
        )
    except ValidationError as error:
        raise content.ContentError(error.messages) from error


def replace_rows(model, values):
    """Make the rows those of the values, in their order; return what was added or changed."""
    model.objects.exclude(key__in=[value.key for value in values]).delete()
    rows, changed = {row.key: row for row in model.objects.with_related()}, []
    for position, value in enumerate(values, start=1):
        row = rows.get(value.key) or model()
        same = row.pk and row.to_value() == value
        if not same or row.position != position:
            row.position = position
            row.save_value(value)
        if not same:
            changed.append(row)
    return changed


def _differing(old: str, new: str) -> list[str]:
    """Each line that goes, after a -, and each that comes, after a +, below the key of the row they are in."""
    before, after, lines, above = old.splitlines(), new.splitlines(), [], ""
    for tag, i, to_i, j, to_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        row = next((line for line in reversed(after[:j]) if line.lstrip().startswith("- key: ")), "")
        if row != above:
            lines.append(f" {row}")
        above = row
        lines += [f"-{line}" for line in before[i:to_i]] + [f"+{line}" for line in after[j:to_j]]
    return lines
