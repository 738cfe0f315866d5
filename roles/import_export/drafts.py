"""Drafts replaced as a whole by shipped content, imported files or a restored version, and backed up before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from roles.core import codec
from roles.core.compose import template as pure
from roles.core.diff import Comparison, compare
from roles.models import Act, Need, Role, Section, Statement
from roles.models.drafts import UNDOING, DraftBackup, back_up_draft
from roles.models.vocabulary import MODELS

Batch = list[tuple[Role, pure.RoleTemplate]]


@dataclass(frozen=True)
class Replaced:
    """A role whose draft was replaced, and what that changed. A new role had no sections before."""

    role: Role
    new: bool
    comparison: Comparison


def draft_after_restoring(role: Role, template: pure.RoleTemplate) -> pure.RoleTemplate:
    """Return the role's draft as restoring `template` would leave it: with the words that something else uses."""
    lists: dict[str, Any] = {}
    for name, model in MODELS.items():
        given = getattr(template, name)
        lists[name] = (*given, *(row.to_value() for row in in_use(model, given, [role.pk])))
    return replace(template, **lists)


def restore_draft(role: Role, template: pure.RoleTemplate, *, by=None, reason: str) -> Comparison:
    """Make `template` the role's draft, and its shared lists the portal's; return what changed.

    Raises ValidationError when another role now holds a name or a key of the template.
    """
    lists = {name: getattr(template, name) for name in MODELS}
    replaced = replace_drafts([(role, template)], lists=lists, by=by, reason=reason)
    return next(item.comparison for item in replaced if item.role.pk == role.pk)


@transaction.atomic
def undo_act(act: Act, *, by=None) -> list[Role]:
    """Undo what was done at once, once; return the roles it concerned.

    Rows of shared lists come back with their ties, and nothing else changes. Drafts that were
    replaced repeat what they held, all of them, tied to what is still there of the lists.
    Raises ValidationError, and then nothing has changed.
    """
    before = list(act.backups.select_related("role").order_by("role__position"))
    if act.taken:
        back_up = {role.pk: (role, template) for role, template in Role.objects.defer("loaded").with_drafts()}
        act.give_back()
        for role, template in back_up.values():
            back_up_draft(role, by=by, reason=f"{UNDOING}{act.what}", template=template)
    else:
        if Act.objects.select_for_update().get(pk=act.pk).undone_at:
            raise ValidationError("This was undone already. Nothing has changed.", code="undone")
        replace_drafts(drafts_after_undoing(before), by=by, reason=f"{UNDOING}{act.what}")
        act.settle()
    act.backups.update(undone_at=act.undone_at)
    return [backup.role for backup in before]


def drafts_after_undoing(backups: Iterable[DraftBackup]) -> Iterator[tuple[Role, pure.RoleTemplate]]:
    """Yield each role that was backed up, and its draft of then without the ties to rows that are there no more."""
    known = {name: set(model.objects.values_list("key", flat=True)) for name, model in MODELS.items()}

    def tied(one: pure.Statement) -> pure.Statement:
        ties: dict[str, Any] = {name: tuple(key for key in getattr(one, name) if key in known[name]) for name in MODELS}
        return replace(one, **ties)

    for backup in backups:
        sections = (replace(part, statements=tuple(map(tied, part.statements))) for part in backup.template.sections)
        yield backup.role, replace(backup.template, sections=tuple(sections))


@transaction.atomic
def replace_drafts(
    templates: Iterable[tuple[Role, pure.RoleTemplate]],
    *,
    lists: Mapping[str, Sequence] | None = None,
    by=None,
    reason: str,
) -> list[Replaced]:
    """Make templates the drafts of their roles, and back up each draft that changes.

    `templates` are pairs of a Role, perhaps unsaved, and its template. `lists` replace the portal's
    lists of those names; entries that something outside the batch uses stay, after the given ones.
    Returns a Replaced for each role of the batch, and for each other role whose lists
    changed. Raises ValidationError, and then nothing has changed.
    """
    locked = {role.pk: role for role in Role.objects.select_for_update()}
    before = {role.pk: template for role, template in Role.objects.defer("loaded").with_drafts()}
    batch = [(locked.get(role.pk, role), template) for role, template in templates]
    pks = [role.pk for role, _ in batch if role.pk]
    if conflicts := list(_conflicts(batch, pks)):
        raise ValidationError(conflicts)
    for name, values in (lists or {}).items():
        _replace_vocabulary(MODELS[name], values, pks)
    _free_names(batch, pks)
    position = max((role.position for role in locked.values()), default=0)
    for role, template in batch:
        if role.pk is None:
            position += 1
            role.position = position
        role.slug = template.slug
        write_draft(role, template)
    return list(_replaced({role.pk: role for role, _ in batch} | locked, pks, before, by, reason))


@transaction.atomic
def write_draft(role: Role, template: pure.RoleTemplate) -> None:
    """Save the template as the draft's rows; rows whose keys stay keep their ids.

    The words its statements name must exist.
    """
    for field in ("schema", "title", "focus", "tagline", "description", "balance_min", "balance_max"):
        setattr(role, field, getattr(template, field))
    role.save()
    Role.changed([role.pk])
    role.refresh_from_db(fields=["revision"])
    role.sections.update(revision=F("revision") + 1)
    sections = {section.key: section for section in role.sections.all()}
    kept = []
    for position, wanted in enumerate(template.sections, start=1):
        section = sections.get(wanted.key) or Section(role=role, key=wanted.key)
        section.heading, section.kind, section.pick = wanted.heading, wanted.kind, wanted.pick
        section.purpose = wanted.purpose
        section.locked, section.position = wanted.locked, position
        section.save()
        kept.append((section, wanted))
    _write_statements(role, kept)
    role.sections.exclude(pk__in=[section.pk for section, _ in kept]).delete()


def _write_statements(role, sections):
    statements = {statement.key: statement for statement in Statement.objects.filter(section__role=role)}
    rows, values = [], []
    for section, wanted_section in sections:
        for position, wanted in enumerate(wanted_section.statements, start=1):
            row = statements.pop(wanted.key, None) or Statement(key=wanted.key)
            row.section, row.position = section, position
            for field in Statement.COPIED:
                setattr(row, field, getattr(wanted, field))
            rows.append(row)
            values.append(wanted)
    Statement.objects.filter(pk__in=[row.pk for row in statements.values()]).delete()
    Statement.objects.bulk_create([row for row in rows if row.pk is None])
    Statement.objects.bulk_update(
        [row for row in rows if row.pk], ["section", "position", *Statement.COPIED], batch_size=200
    )
    through: Any
    for name, model in MODELS.items():
        ids, through = dict(model.objects.values_list("key", "pk")), getattr(Statement, name).through
        through.objects.filter(statement__section__role=role).delete()
        through.objects.bulk_create(
            through(statement_id=row.pk, **{f"{model._meta.model_name}_id": ids[key]})
            for row, value in zip(rows, values, strict=True)
            for key in getattr(value, name)
        )


def _replaced(
    roles: dict[int, Role], batch: Collection[int], before: dict[int, pure.RoleTemplate], by, reason: str
) -> Iterator[Replaced]:
    """Back up each draft that changed, and yield what changed in it. `batch` are the ids that are always yielded."""
    now = {role.pk: template for role, template in Role.objects.defer("loaded").with_drafts()}
    for pk, role in roles.items():
        after, new = now[pk], pk not in before
        comparison = compare(before.get(pk, replace(after, sections=())), after)
        if comparison and not new:
            back_up_draft(role, by=by, reason=reason, template=before[pk])
        if comparison or new or pk in batch:
            yield Replaced(role, new, comparison)


def _conflicts(batch: Batch, pks: list[int]) -> Iterator[str]:
    """Yield what a role outside the batch holds and no two can."""
    others = list(Role.objects.exclude(pk__in=pks).defer("loaded"))
    for _, template in batch:
        for field in ("slug", "title"):
            value = getattr(template, field)
            for other in others:
                if getattr(other, field) == value:
                    yield f"The {field} “{value}” is the one of another role by now: {other}."
    wanted = {statement.key for _, template in batch for statement in template.statements()}
    taken = Statement.objects.exclude(section__role__in=pks).select_related("section__role")
    for statement in taken:
        if statement.key in wanted:
            yield f"The key “{statement.key}” is the one of a statement of {statement.section.role}."


def _free_names(batch: Batch, pks: list[int]) -> None:
    """Free the names and keys that change hands within the batch."""
    for role, template in batch:
        if role.pk and (role.slug, role.title) != (template.slug, template.title):
            Role.objects.filter(pk=role.pk).update(slug=f"-{role.pk}-", title=f"-{role.pk}-")
    home = {statement.key: role.pk for role, template in batch for statement in template.statements()}
    held = Statement.objects.filter(section__role__in=pks).values_list("pk", "key", "section__role_id")
    Statement.objects.filter(pk__in=[pk for pk, key, role in held if home.get(key, role) != role]).delete()


def in_use(model, wanted, pks):
    """The rows of a shared list beyond those wanted that something else uses: a statement of a role whose id is not
    in `pks`, or an answer of the title finder."""
    used = Q(statements__in=Statement.objects.exclude(section__role__in=pks))
    if model is Need:
        used |= Q(answers__isnull=False)
    return model.objects.filter(used).exclude(key__in=[value.key for value in wanted]).distinct()


def _replace_vocabulary(model, wanted, pks):
    """Make the rows of a shared list those wanted, in their order; those still in use come after."""
    staying = list(in_use(model, wanted, pks))
    model.objects.exclude(key__in=[value.key for value in wanted]).exclude(pk__in=[row.pk for row in staying]).delete()
    rows = {row.key: row for row in model.objects.all()}
    for field in (field.name for field in model._meta.fields if field.unique and field.name not in ("id", "key")):
        taken = {getattr(row, field) for row in staying} & {getattr(value, field) for value in wanted}
        if taken:
            kind = model._meta.verbose_name
            raise ValidationError(
                [f"The {kind} “{name}” is used by another role, under another key." for name in taken]
            )
        # It is unique: free those that change before they are given to another row.
        changed = [
            value.key
            for value in wanted
            if value.key in rows and getattr(rows[value.key], field) != getattr(value, field)
        ]
        model.objects.filter(key__in=changed).update(**{field: Concat(Value("-"), "key")})
    new, kept = [], []
    for position, value in enumerate(wanted, start=1):
        row = rows.get(value.key)
        if row is None:
            new.append(row := model())
        else:
            kept.append(row)
        for field, entry in codec.dump(value).items():
            setattr(row, field, entry)
        row.position = position
    for position, row in enumerate(staying, start=len(wanted) + 1):
        row.position = position
    fields = codec.dump(wanted[0]) if wanted else []
    model.objects.bulk_create(new)
    model.objects.bulk_update(kept, ["position", *fields], batch_size=200)
    model.objects.bulk_update(staying, ["position"], batch_size=200)
