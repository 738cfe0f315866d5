"""Several content files together: roles, and what they share, read from files by name and written to them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from roles.core import content
from roles.core.codec import Problem
from roles.core.compose.template import RoleTemplate
from roles.core.compose.vocabulary import VOCABULARY, Area, Industry, Need, Trait, Vocabulary
from roles.core.finder.comparison import ComparisonRow
from roles.core.finder.questions import TitleFinder
from roles.core.review.posting_rules import PostingRule

from .writing import write_list, write_role
from .yaml_file import ContentError, YamlFile

NO_WORDS = Vocabulary()
VALUES_LIMIT = 100_000  # in all files together
FINDER, COMPARISON, POSTING_RULES = "title-finder.yaml", "comparison.yaml", "posting-rules.yaml"
# These belong to no role.
_SHARED = frozenset(f"{name}.yaml" for name in content.SHARED)


Row = TypeVar("Row", Need, Industry, Area, Trait, PostingRule)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Contents:
    """Roles to bring in, each with the file that can name its lines, and the lists they share.

    `lists` are the files that brought one of these, by its name. What the title finder, the comparison
    and the posting law hold is beside its file, None where there was none.
    """

    vocabulary: Vocabulary
    roles: tuple[tuple[YamlFile, RoleTemplate], ...]
    lists: Mapping[str, YamlFile] = field(default_factory=dict)
    finder: tuple[YamlFile, TitleFinder] | None = None
    comparison: tuple[YamlFile, tuple[ComparisonRow, ...]] | None = None
    posting_rules: tuple[YamlFile, tuple[PostingRule, ...]] | None = None


def read_contents(files: Mapping[str, bytes], known: Vocabulary = NO_WORDS) -> Contents:
    """Return what the files hold. Raises ContentError with the mistakes of all of them.

    `known` are the shared lists there are already, for files that bring none of their own.
    """
    values = 0

    def parse(name: str) -> YamlFile:
        nonlocal values
        if values <= VALUES_LIMIT:
            file = YamlFile.parse(name, files[name])
            values += len(file.lines)
        if values > VALUES_LIMIT:
            raise ContentError([f"{name}:1: is not read: the files hold more than {VALUES_LIMIT:,} values together."])
        return file

    lists = {name: parse(f"{name}.yaml") for name in VOCABULARY if f"{name}.yaml" in files}
    brought: dict[str, Any] = {
        name: _each_once(file, content.list_in(file, VOCABULARY[name][0])) for name, file in lists.items()
    }
    vocabulary = replace(known, **brought)
    problems: list[str] = []
    roles: list[tuple[YamlFile, RoleTemplate]] = []

    def shared(name: str, read: Callable[[YamlFile], Value]) -> tuple[YamlFile, Value] | None:
        try:
            return (file := parse(name), read(file)) if name in files else None
        except ContentError as error:
            problems.extend(error.problems)
            return None

    finder = shared(FINDER, lambda file: content.title_finder_in(file, vocabulary.needs))
    comparison = shared(COMPARISON, content.comparison_in)
    rules = shared(POSTING_RULES, lambda file: _each_once(file, content.posting_rules_in(file)))
    for name in sorted(set(files) - _SHARED):
        try:
            file = parse(name)
            roles.append((file, content.role_in(file, vocabulary)))
        except ContentError as error:
            problems += error.problems
    problems += _clashes(roles)
    if problems:
        raise ContentError(problems)
    if not files:
        raise ContentError(["There is no content file here."])
    # The strategic title first, as everywhere.
    roles.sort(key=lambda pair: (pair[1].focus, pair[1].slug), reverse=True)
    return Contents(vocabulary, tuple(roles), lists, finder, comparison, rules)


def write_contents(templates: Iterable[RoleTemplate]) -> dict[str, str]:
    """Return the text of each file by its name: one a role, and the lists they share."""
    files: dict[str, str] = {}
    for template in templates:
        name = f"{template.slug}.yaml"
        if name in _SHARED:
            raise ContentError([f"{name}: is the name of another file; give the role another slug."])
        files |= {f"{name}.yaml": write_list(name, getattr(template, name)) for name in VOCABULARY}
        files[name] = write_role(template)
    return files


def _each_once(file: YamlFile, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    known: set[str] = set()
    for place, row in enumerate(rows):
        if row.key in known:
            raise file.error([Problem((place, "key"), f"“{row.key}” is there twice")])
        known.add(row.key)
    return rows


def _clashes(roles: list[tuple[YamlFile, RoleTemplate]]) -> Iterator[str]:
    """Yield what two roles cannot both have: a slug, a title, the key of a statement."""
    known: dict[tuple[str, str], str] = {}
    for file, template in roles:
        mine = {("slug", template.slug), ("title", template.title)}
        mine |= {("statement", statement.key) for statement in template.statements()}
        for kind, value in sorted(mine & known.keys()):
            yield f"{file.name}: the {kind} “{value}” stands in {known[kind, value]}, too."
        known |= dict.fromkeys(mine, file.name)
