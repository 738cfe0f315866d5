"""Shipped content into rows; what a consultant has edited stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from roles.core import codec, content
from roles.core.compose.template import RoleTemplate
from roles.core.review import RULES
from roles.models import ComparisonRow, Passage, PostingRule, Question, ReviewRuleSwitch, Role
from roles.models.editions import Kind
from roles.models.kinds import Drafted, draft_problems, drafts_of, first_editions, words_with
from roles.models.releases import Shown, publish_drafts, titles_with
from roles.models.vocabulary import MODELS

from .drafts import write_draft

SHIPPED = "Shipped content"


@dataclass(frozen=True)
class Loaded:
    """What happened to one row or role: added, updated, unchanged, or kept (edited here); to a kind of content:
    published, or waiting (it holds changes of a consultant, too)."""

    name: str
    outcome: str


@transaction.atomic
def load_shipped(*, overwrite: bool = False, publish: bool = False) -> list[Loaded]:
    """Add the shipped content to the database; return what was done.

    A role or a row a consultant has edited since it was loaded stays as it is, unless `overwrite`. Content of no role
    that was never published is published; with `publish` so is what was loaded of the rest, unless a consultant has
    changes of the same kind waiting.
    """
    before = drafts_of(Kind.values)
    finder = content.read_title_finder()
    words = content.read_vocabulary()
    report = [item for name, model in MODELS.items() for item in _load_rows(model, getattr(words, name), overwrite)]
    report += _load_rows(Question, finder.questions, overwrite)
    report += _load_rows(Passage, finder.passages, overwrite)
    report += _load_rows(ComparisonRow, content.read_comparison(), overwrite)
    report += _load_rows(PostingRule, content.read_posting_rules(), overwrite)
    report += _load_switches()
    for position, slug in enumerate(content.role_slugs(), start=1):
        report.append(_load_role(content.read_role(slug), position, overwrite))
    first_editions(note=SHIPPED)
    if publish:
        report += _publish_kinds(before, drafts_of(Kind.values), overwrite)
    return report


def _publish_kinds(before: dict[str, Drafted], after: dict[str, Drafted], overwrite: bool) -> Iterator[Loaded]:
    loaded = [kind for kind, draft in after.items() if draft.value != before[kind].value and draft.has_changes]
    waiting = [kind for kind in loaded if before[kind].last and before[kind].has_changes and not overwrite]
    values = {kind: after[kind].value for kind in loaded}
    titles, words = titles_with(()), words_with(values)
    waiting += [kind for kind in loaded if any(draft_problems(kind, values[kind], words, titles))]
    publish_drafts({kind: Shown() for kind in loaded if kind not in waiting}, note=SHIPPED)
    for kind in loaded:
        yield Loaded(Kind(kind).label.lower(), "waiting" if kind in waiting else "published")


def _load_rows(model, values, overwrite):
    """Load rows of one model: a new text of a release reaches those nobody has edited."""
    rows = {row.key: row for row in model.objects.with_related()}
    for position, value in enumerate(values, start=1):
        row, shipped = rows.get(value.key), codec.dump(value)
        if row is None:
            row, outcome = model(position=position), "added"
        else:
            here = codec.dump(row.to_value())
            as_loaded = row.loaded and codec.dump(codec.load(type(value), row.loaded))
            outcome = "unchanged" if here == shipped else "updated" if overwrite or here == as_loaded else "kept"
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
        elif overwrite or (role.loaded and draft == own_part(_template(role.loaded))):
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
    """Return a role as data, without the lists it shares with the others."""
    return {name: value for name, value in codec.dump(template).items() if name not in MODELS}


def _template(loaded: dict) -> RoleTemplate:
    """Return a role loaded by an earlier release, which may lack what came since, without its shared lists."""
    return codec.load(RoleTemplate, {**loaded, **{name: [] for name in MODELS}})
