"""Drafts kept before they are replaced or lose a part; and replaced as a whole: by a version that is restored, by
files that are imported, by what they said before."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Concat
from django.utils.functional import cached_property

from roles.core import codec
from roles.core.compose import template as pure
from roles.core.diff import Comparison, compare

from .roles import Role, Statement
from .vocabulary import Industry, Need

BACKUPS_KEPT = 50


class DraftBackup(models.Model):
    """What a draft said before it was replaced or lost a part, so that this can be undone."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="backups")
    snapshot = models.JSONField()
    reason = models.CharField(max_length=200, help_text="What replaced the draft: “Restoring version 1”.")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-made_at", "-id"]
        default_permissions = []

    def __str__(self):
        return f"Draft before: {self.reason}"

    @cached_property
    def template(self):
        """The draft as a value."""
        return codec.load(pure.RoleTemplate, self.snapshot)


@dataclass(frozen=True)
class Replaced:
    """A role whose draft was replaced, and what that changed. A new role had no sections before."""

    role: Role
    new: bool
    comparison: Comparison


def back_up_draft(role, *, by=None, reason, template=None):
    """Keep what the role's draft says, or what `template` says it said, and return the backup."""
    template = template or role.to_template()
    backup = role.backups.create(snapshot=codec.dump(template), made_by=by, reason=_fitting(reason))
    old = role.backups.values_list("pk", flat=True)[BACKUPS_KEPT:]
    role.backups.filter(pk__in=list(old)).delete()
    return backup


def _fitting(reason):
    return reason if len(reason) <= 200 else f"{reason[:199]}…"


def after_restoring(role, template):
    """What the role's draft will say once `template` is restored: needs and industries that
    something else uses stay, too."""
    return replace(
        template,
        needs=(*template.needs, *(row.to_value() for row in _staying(Need, template.needs, [role.pk]))),
        industries=(
            *template.industries,
            *(row.to_value() for row in _staying(Industry, template.industries, [role.pk])),
        ),
    )


def restore_draft(role, template, *, by=None, reason):
    """Make the role's draft say what `template` says, and the needs and industries with it.

    Returns what changed. Raises ValidationError when another role now holds what it needs.
    """
    replaced = replace_drafts(
        [(role, template)], needs=template.needs, industries=template.industries, by=by, reason=reason
    )
    return next(item.comparison for item in replaced if item.role.pk == role.pk)


@transaction.atomic
def replace_drafts(templates, *, needs=None, industries=None, by=None, reason):
    """Make drafts say what templates say, and keep what each role's draft said before.

    `templates` are pairs of a Role, perhaps unsaved, and its template. With `needs` and
    `industries`, the portal's become these; those that something outside the batch uses stay
    behind them. Returns a Replaced for each role of the batch, and for each other role whose
    needs or industries changed. Raises ValidationError, and then nothing has changed.
    """
    locked = {role.pk: role for role in Role.objects.select_for_update()}
    before = {role.pk: template for role, template in Role.objects.defer("loaded").with_drafts()}
    batch = [(locked.get(role.pk, role), template) for role, template in templates]
    pks = [role.pk for role, _ in batch if role.pk]
    if conflicts := list(_conflicts(batch, pks)):
        raise ValidationError(conflicts)
    if needs is not None:
        _replace_words(Need, needs, pks)
    if industries is not None:
        _replace_words(Industry, industries, pks)
    _let_go(batch, pks)
    position = max((role.position for role in locked.values()), default=0)
    for role, template in batch:
        if role.pk is None:
            position += 1
            role.position = position
        role.slug = template.slug
        role.replace_draft(template)
    return list(_kept({role.pk: role for role, _ in batch} | locked, pks, before, by, reason))


def _kept(roles, batch, before, by, reason):
    now = {role.pk: template for role, template in Role.objects.defer("loaded").with_drafts()}
    for pk, role in roles.items():
        after, new = now[pk], pk not in before
        comparison = compare(before.get(pk, replace(after, sections=())), after)
        if comparison and not new:
            back_up_draft(role, by=by, reason=reason, template=before[pk])
        if comparison or new or pk in batch:
            yield Replaced(role, new, comparison)


def _conflicts(batch, pks):
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


def _let_go(batch, pks):
    """Free the names and keys that change hands within the batch."""
    for role, template in batch:
        if role.pk and (role.slug, role.title) != (template.slug, template.title):
            Role.objects.filter(pk=role.pk).update(slug=f"-{role.pk}-", title=f"-{role.pk}-")
    home = {statement.key: role.pk for role, template in batch for statement in template.statements()}
    held = Statement.objects.filter(section__role__in=pks).values_list("pk", "key", "section__role_id")
    Statement.objects.filter(pk__in=[pk for pk, key, role in held if home.get(key, role) != role]).delete()


def _staying(model, wanted, pks):
    """The needs or industries not wanted that something else uses: a statement outside the batch of roles,
    or an answer of the title finder."""
    used = models.Q(statements__in=Statement.objects.exclude(section__role__in=pks))
    if model is Need:
        used |= models.Q(answers__isnull=False)
    return model.objects.filter(used).exclude(key__in=[value.key for value in wanted]).distinct()


def _replace_words(model, wanted, pks):
    """Make the needs or the industries those wanted, in their order; those that must stay come after."""
    staying = list(_staying(model, wanted, pks))
    model.objects.exclude(key__in=[value.key for value in wanted]).exclude(pk__in=[row.pk for row in staying]).delete()
    rows = {row.key: row for row in model.objects.all()}
    if model is Industry:
        names = {row.name for row in staying} & {value.name for value in wanted}
        if names:
            raise ValidationError(
                [f"The industry “{name}” is used by another role, under another key." for name in names]
            )
        # A name is one industry's alone: let go of those that change before anyone takes them.
        changed = [value.key for value in wanted if value.key in rows and rows[value.key].name != value.name]
        model.objects.filter(key__in=changed).update(name=Concat(models.Value("-"), "key"))
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
