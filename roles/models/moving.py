"""Content files into drafts, and drafts into content files."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextField

from roles import codec, content
from roles.codec import Problem
from roles.compose.brief import hidden_character
from roles.content.moving import read_contents, write_contents

from .drafts import replace_drafts
from .roles import Industry, Need, Role, Section, Statement


def export_contents(roles):
    """Return the text of each content file of the roles' drafts by its name. Raises ContentError."""
    return write_contents(role.to_template() for role in roles)


@transaction.atomic
def import_contents(files, *, by=None, dry_run=False):
    """Make drafts say what the files (bytes by name) say; return a Replaced for each role this changes.

    Raises ContentError with file and line, and then nothing has changed. A dry run goes all
    the way and then takes everything back, so it shows exactly what an import would do.
    """
    contents = read_contents(
        files,
        needs=tuple(need.to_template() for need in Need.objects.all()),
        industries=tuple(industry.to_template() for industry in Industry.objects.all()),
    )
    if problems := list(_column_problems(contents)):
        raise content.ContentError(problems)
    roles = {role.slug: role for role in Role.objects.all()}
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
    if dry_run:
        transaction.set_rollback(True)
    return replaced


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


def _row_problems(model, value, but=()):
    columns = {field.name for field in model._meta.concrete_fields}
    data = {name: entry for name, entry in codec.dump(value).items() if name in columns}
    for name, entry in data.items():
        if isinstance(entry, str) and hidden_character(entry) is not None:
            yield Problem((name,), "has a character that does not show")
        field = model._meta.get_field(name)
        # Django leaves the limit of a long text to its form.
        if isinstance(field, TextField) and name not in but and len(entry) > field.max_length:
            yield Problem((name,), f"– at most {field.max_length} characters are allowed (it has {len(entry)})")
    row = model(**data)
    try:
        row.clean_fields(
            exclude=[field.name for field in model._meta.fields if field.name not in data or field.name in but]
        )
        row.clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                yield Problem((name,), f"– {message}")
