"""What content files hold that the database's columns cannot."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, TextField

from roles.core import codec, content
from roles.core.codec import Problem
from roles.core.compose.brief import hidden_character
from roles.core.content.contents import Contents
from roles.core.content.yaml_file import YamlFile
from roles.core.finder import TitleFinder
from roles.core.finder.questions import finder_problems
from roles.models import Answer, ComparisonRow, Passage, PostingRule, Question, Role, Section, Statement
from roles.models.base import Shipped
from roles.models.vocabulary import MODELS


def shared_lists(contents: Contents) -> Iterator[tuple[YamlFile, tuple[str, ...], type[Shipped], tuple]]:
    """Yield (file, path of the list in it, model, values) for what belongs to no role."""
    if contents.finder:
        file, finder = contents.finder
        yield file, ("questions",), Question, finder.questions
        yield file, ("passages",), Passage, finder.passages
    for pair, model in ((contents.comparison, ComparisonRow), (contents.posting_rules, PostingRule)):
        if pair:
            yield pair[0], (), model, pair[1]


def column_problems(contents):
    """Yield what the files hold that the database's columns cannot, with file and line."""
    for name, file in contents.lists.items():
        found = [
            Problem((place, *problem.path), problem.message)
            for place, value in enumerate(getattr(contents.vocabulary, name))
            for problem in _row_problems(MODELS[name], value)
        ]
        yield from file.error(found).problems
    for file, template in contents.roles:
        found = list(_row_problems(Role, template, but=["position"]))
        for section in template.sections:
            at = [Problem((section.key, *item.path), item.message) for item in _row_problems(Section, section)]
            for statement in section.statements:
                at += [
                    Problem((section.key, statement.key, *item.path), item.message)
                    for item in _row_problems(Statement, statement, but=["text"])  # read_contents has checked it
                ]
            found += at
        yield from content.problems_in(file, template, found).problems
    for file, path, model, values in shared_lists(contents):
        found = []
        for place, value in enumerate(values):
            inner: list[tuple[tuple, type[Model], Any]] = [((), model, value)]
            if model is Question:
                inner += [(("answers", number), Answer, answer) for number, answer in enumerate(value.answers)]
            for within, of, item in inner:
                found += [
                    Problem((*path, place, *within, *problem.path), problem.message)
                    for problem in _row_problems(of, item, constraints=True)
                ]
        if model is Passage:
            found += _roles_not_there(contents, values)
        if found:
            yield from file.error(found).problems


def _roles_not_there(contents, passages):
    """Yield where a passage names a role that is neither here, nor in the files."""
    known = {template.slug for _, template in contents.roles}
    known |= set(Role.objects.filter(retired=False).values_list("slug", flat=True))
    known -= set(Role.objects.filter(retired=True).values_list("slug", flat=True))
    for problem in finder_problems(TitleFinder(questions=(), passages=passages), set(), known):
        if problem.path[-1] == "role":
            yield problem


def _row_problems(model, value, but=(), *, constraints=False):
    """Yield what the columns of a model do not take of a value. `but` are fields that are checked elsewhere."""
    columns = {field.name: field for field in model._meta.concrete_fields}
    data = {
        name: entry
        for name, entry in codec.dump(value).items()
        if name in columns and (entry is not None or columns[name].null)
    }
    checked = set(but)
    for name, entry in data.items():
        if isinstance(entry, str) and hidden_character(entry) is not None:
            checked.add(name)
            yield Problem((name,), "has a character that does not show")
        column = columns[name]
        # Django leaves the limit of a long text to its form.
        if isinstance(column, TextField) and name not in but and column.max_length and len(entry) > column.max_length:
            yield Problem((name,), f"– at most {column.max_length} characters are allowed (it has {len(entry)})")
    row = model(**data)
    try:
        row.clean_fields(
            exclude=[field.name for field in model._meta.fields if field.name not in data or field.name in checked]
        )
        row.clean()
        if constraints:
            row.validate_constraints(exclude={"question"})
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                yield Problem((name,) if name != NON_FIELD_ERRORS else (), f"– {message}")
