"""Content files into drafts, and drafts into content files."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Model, TextField

from roles.core import codec, content
from roles.core.codec import Problem
from roles.core.compose.brief import hidden_character
from roles.core.content.contents import COMPARISON, FINDER, POSTING_RULES, read_contents, write_contents
from roles.core.content.writing import write_comparison, write_posting_rules, write_title_finder
from roles.core.finder import TitleFinder
from roles.models.drafts import Replaced, replace_drafts
from roles.models.finder import Answer, ComparisonRow, Passage, Question
from roles.models.review import PostingRule
from roles.models.roles import Role, Section, Statement
from roles.models.vocabulary import Industry, Need


@dataclass(frozen=True)
class ReplacedFile:
    """A file of no role: the lines that differ, and the rows that changed."""

    name: str
    lines: list[str]
    rows: list[Model]


@dataclass(frozen=True)
class Imported:
    """What an import changes; `roles` also lists those it leaves as they are."""

    roles: list[Replaced]
    files: list[ReplacedFile] = field(default_factory=list)

    @property
    def changed_roles(self):
        return [item for item in self.roles if item.new or item.comparison]

    def __bool__(self):
        return bool(self.changed_roles or self.files)

    @property
    def fingerprint(self):
        """A short name of all that changes: another where anything replaced says something else by now."""
        roles = [(item.role.slug, item.new, repr(item.comparison)) for item in self.changed_roles]
        return codec.fingerprint([roles, [(file.name, file.lines) for file in self.files]])


class NotAsShownError(Exception):
    """An import would change something else than the dry run showed."""


def export_contents(roles):
    """Return the text of each content file by its name: the roles' drafts and all they share, the title finder, the
    comparison of the titles and the posting law. Which rules of the review are switched off is a setting of this
    portal, and stays. `roles` is a QuerySet. Raises ContentError."""
    return write_contents(template for _, template in roles.defer("loaded").with_drafts()) | _shared_files()


def _shared_files():
    questions = [question.to_value() for question in Question.objects.prefetch_related(*Question.RELATED)]
    passages = [passage.to_value() for passage in Passage.objects.all()]
    return {
        FINDER: write_title_finder(TitleFinder(questions=tuple(questions), passages=tuple(passages))),
        COMPARISON: write_comparison(row.to_value() for row in ComparisonRow.objects.all()),
        POSTING_RULES: write_posting_rules(row.to_value() for row in PostingRule.objects.all()),
    }


@transaction.atomic
def import_contents(files, *, by=None, dry_run=False, shown=None):
    """Make drafts, and what belongs to no role, say what the files (bytes by name) say; return what changed.

    Raises ContentError with file and line, and then nothing has changed. A dry run goes all
    the way and then takes everything back, so it shows exactly what an import would do. With
    `shown`, the fingerprint of a dry run, raises NotAsShownError where somebody's work in between
    would be overwritten unseen; then, too, nothing has changed.
    """
    _hold_shared_rows()
    contents = read_contents(
        files,
        needs=tuple(need.to_value() for need in Need.objects.all()),
        industries=tuple(industry.to_value() for industry in Industry.objects.all()),
    )
    if problems := list(_column_problems(contents)):
        raise content.ContentError(problems)
    roles = {role.slug: role for role in Role.objects.all()}
    before = _shared_files()
    if contents.finder:
        # A need that goes is held by no answer any more: the new ones are checked to name none.
        gone = Answer.needs.through.objects.exclude(need__key__in=[need.key for need in contents.needs])
        gone.delete()
    try:
        replaced = replace_drafts(
            [(roles.get(template.slug) or Role(slug=template.slug), template) for _, template in contents.roles],
            needs=contents.needs if contents.needs_file else None,
            industries=contents.industries if contents.industries_file else None,
            by=by,
            reason="Importing files",
        )
    except ValidationError as error:
        raise content.ContentError(error.messages) from error
    rows = {}
    for file, _, model, values in _shared(contents):
        rows.setdefault(file.name, []).extend(_replace_rows(model, values))
    after = _shared_files()
    changed = [
        ReplacedFile(name, _differing(before[name], after[name]), rows.get(name, []))
        for name in after
        if before[name] != after[name]
    ]
    imported = Imported(replaced, changed)
    if shown is not None and shown != imported.fingerprint:
        raise NotAsShownError
    if dry_run:
        transaction.set_rollback(True)
    return imported


def _hold_shared_rows():
    """Nobody saves one until the transaction ends; the roles are held where their drafts are replaced."""
    for model in (Need, Industry, Question, Passage, ComparisonRow, PostingRule):
        list(model.objects.select_for_update().order_by("pk").values_list("pk"))


def _shared(contents):
    """Yield (file, path of the list in it, model, values) for what belongs to no role."""
    if contents.finder:
        file, finder = contents.finder
        yield file, ("questions",), Question, finder.questions
        yield file, ("passages",), Passage, finder.passages
    for pair, model in ((contents.comparison, ComparisonRow), (contents.posting_rules, PostingRule)):
        if pair:
            yield pair[0], (), model, pair[1]


def _replace_rows(model, values):
    """Make the rows those of the values, in their order; return what was added or changed."""
    model.objects.exclude(key__in=[value.key for value in values]).delete()
    rows, changed = {row.key: row for row in model.objects.prefetch_related(*model.RELATED)}, []
    for position, value in enumerate(values, start=1):
        row = rows.get(value.key) or model()
        same = row.pk and row.to_value() == value
        if not same or row.position != position:
            row.position = position
            row.replace(value)
        if not same:
            changed.append(row)
    return changed


def _differing(old, new):
    """Each line that goes, after a -, and each that comes, after a +, below the key of the row they are in."""
    before, after, lines, told = old.splitlines(), new.splitlines(), [], ""
    for tag, i, to_i, j, to_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        row = next((line for line in reversed(after[:j]) if line.lstrip().startswith("- key: ")), "")
        if row != told:
            lines.append(f" {row}")
        told = row
        lines += [f"-{line}" for line in before[i:to_i]] + [f"+{line}" for line in after[j:to_j]]
    return lines


def _column_problems(contents):
    """Yield what the files say that the database's columns cannot hold, with file and line."""
    for file, model, values in (
        (contents.needs_file, Need, contents.needs),
        (contents.industries_file, Industry, contents.industries),
    ):
        if file:
            found = [
                Problem((place, *problem.path), problem.message)
                for place, value in enumerate(values)
                for problem in _row_problems(model, value)
            ]
            yield from file.error(found).problems
    for file, template in contents.roles:
        found = list(_row_problems(Role, template, but=["position"]))
        for section in template.sections:
            at = [Problem((section.key, *item.path), item.message) for item in _row_problems(Section, section)]
            for statement in section.statements:
                at += [
                    Problem((section.key, statement.key, *item.path), item.message)
                    for item in _row_problems(Statement, statement, but=["text"])  # the template's rules know it
                ]
            found += at
        yield from content.problems_in(file, template, found).problems
    for file, at, model, values in _shared(contents):
        found = []
        for place, value in enumerate(values):
            inner = [((), model, value)]
            if model is Question:
                inner += [(("answers", number), Answer, answer) for number, answer in enumerate(value.answers)]
            for path, of, item in inner:
                found += [
                    Problem((*at, place, *path, *problem.path), problem.message)
                    for problem in _row_problems(of, item, constraints=True)
                ]
        if found:
            yield from file.error(found).problems


def _row_problems(model, value, but=(), *, constraints=False):
    columns = {field.name: field for field in model._meta.concrete_fields}
    data = {
        name: entry
        for name, entry in codec.dump(value).items()
        if name in columns and (entry is not None or columns[name].null)
    }
    told = set(but)
    for name, entry in data.items():
        if isinstance(entry, str) and hidden_character(entry) is not None:
            told.add(name)
            yield Problem((name,), "has a character that does not show")
        column = columns[name]
        # Django leaves the limit of a long text to its form.
        if isinstance(column, TextField) and name not in but and len(entry) > column.max_length:
            yield Problem((name,), f"– at most {column.max_length} characters are allowed (it has {len(entry)})")
    row = model(**data)
    try:
        row.clean_fields(
            exclude=[field.name for field in model._meta.fields if field.name not in data or field.name in told]
        )
        row.clean()
        if constraints:
            row.validate_constraints(exclude={"question"})
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                yield Problem((name,) if name != NON_FIELD_ERRORS else (), f"– {message}")
