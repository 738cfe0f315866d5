"""Shipped content into rows; what a consultant has edited stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from roles.core import codec, content
from roles.core.compose.template import RoleTemplate
from roles.core.review import RULES
from roles.models import ComparisonRow, Industry, Need, Passage, PostingRule, Question, ReviewRuleSwitch, Role

from .drafts import write_draft


@dataclass(frozen=True)
class Loaded:
    """What happened to one row or role: added, updated, unchanged, or kept (edited here)."""

    name: str
    outcome: str


@transaction.atomic
def load_shipped(*, overwrite: bool = False) -> list[Loaded]:
    """Add the shipped content to the database; return what was done.

    A role or a row a consultant has edited since it was loaded stays as it is, unless `overwrite`.
    """
    finder = content.read_title_finder()
    report = [*_load_rows(Need, content.read_needs(), overwrite)]
    report += _load_rows(Industry, content.read_industries(), overwrite)
    report += _load_rows(Question, finder.questions, overwrite)
    report += _load_rows(Passage, finder.passages, overwrite)
    report += _load_rows(ComparisonRow, content.read_comparison(), overwrite)
    report += _load_rows(PostingRule, content.read_posting_rules(), overwrite)
    report += _load_switches()
    for position, slug in enumerate(content.role_slugs(), start=1):
        report.append(_load_role(content.read_role(slug), position, overwrite))
    return report


def _load_rows(model, values, overwrite):
    """Load rows of one model: a new text of a release reaches those nobody has edited."""
    rows = {row.key: row for row in model.objects.with_related()}
    for position, value in enumerate(values, start=1):
        row, shipped = rows.get(value.key), codec.dump(value)
        if row is None:
            row, outcome = model(position=position), "added"
        else:
            here = codec.dump(row.to_value())
            outcome = "unchanged" if here == shipped else "updated" if overwrite or here == row.loaded else "kept"
        if outcome in ("added", "updated"):
            row.save_value(value)
        if outcome != "kept" and row.loaded != shipped:
            row.loaded = shipped
            row.save(update_fields=["loaded"])
        yield Loaded(f"{model._meta.verbose_name} {value.key}", outcome)


def _load_switches() -> Iterator[Loaded]:
    """Add a row for each rule of the review; whether it is on is the consultants' alone."""
    for rule in RULES:
        _, made = ReviewRuleSwitch.objects.get_or_create(rule=rule.id)
        yield Loaded(f"review rule {rule.id}", "added" if made else "unchanged")


def _load_role(template: RoleTemplate, position: int, overwrite: bool) -> Loaded:
    shipped = own_part(template)
    role = Role.objects.filter(slug=template.slug).first()
    if role is None:
        role, outcome = Role(slug=template.slug, position=position), "added"
    else:
        draft = own_part(role.to_template())
        if draft == shipped:
            outcome = "unchanged"
        elif draft == role.loaded or overwrite:
            outcome = "updated"
        else:
            outcome = "kept"
    if outcome in ("added", "updated"):
        write_draft(role, template)
    if outcome != "kept" and role.loaded != shipped:
        role.loaded = shipped
        role.save(update_fields=["loaded"])
    return Loaded(f"role {template.slug}", outcome)


def own_part(template: RoleTemplate) -> dict:
    """Return a role as data, without the needs and industries it shares with the others."""
    data = codec.dump(template)
    del data["needs"], data["industries"]
    return data
