"""Content files read: roles, needs, industries, the title finder, the comparison, the posting law, example briefs.

The shipped ones lie in `roles/content/`.

The lists of `VOCABULARY` are shared, the other files of `SHARED` belong to pages of their own; each
file left is one role. Files under `briefs/` are example businesses, those under `examples/` the answers behind
the example posting of a role.
"""

from pathlib import Path
from typing import Any, TypeVar

from roles.core import codec
from roles.core.codec import DataError, Problem
from roles.core.compose.brief import Brief, problems
from roles.core.compose.template import RoleTemplate, in_order
from roles.core.compose.template_problems import template_mistakes, template_omissions
from roles.core.compose.vocabulary import VOCABULARY, Industry, Need, Vocabulary
from roles.core.finder.comparison import ComparisonRow, comparison_problems
from roles.core.finder.questions import TitleFinder, finder_problems
from roles.core.places import COUNTRIES, COUNTRY_OF
from roles.core.review.posting_rules import PostingRule

from .asserting import AssertingWords
from .yaml_file import ContentError, YamlFile

ROOT = Path(__file__).parents[2] / "content"
SHARED = (*VOCABULARY, "posting-rules", "title-finder", "comparison")
T = TypeVar("T")


def role_slugs() -> list[str]:
    """Return the slugs of the shipped roles, the strategic one first."""
    return sorted((path.stem for path in ROOT.glob("*.yaml") if path.stem not in SHARED), reverse=True)


def read_needs() -> tuple[Need, ...]:
    """Return the needs in their order. Raises ContentError."""
    return _read_list(ROOT / "needs.yaml", Need)


def read_industries() -> tuple[Industry, ...]:
    """Return the industries in their order. Raises ContentError."""
    return _read_list(ROOT / "industries.yaml", Industry)


def read_vocabulary() -> Vocabulary:
    """Return the lists the roles share; areas and traits may be missing. Raises ContentError."""
    lists: dict[str, Any] = {}
    for name, (kind, _) in VOCABULARY.items():
        path = ROOT / f"{name}.yaml"
        if name in ("needs", "industries") or path.exists():
            lists[name] = _read_list(path, kind)
    return Vocabulary(**lists)


def read_role(slug: str) -> RoleTemplate:
    """Return a shipped role with the lists it shares. Raises ContentError."""
    file = YamlFile.read(ROOT / f"{slug}.yaml")
    template = role_in(file, read_vocabulary())
    if found := list(template_omissions(template)):
        raise problems_in(file, template, found)
    return template


def role_in(file: YamlFile, vocabulary: Vocabulary) -> RoleTemplate:
    """Return the role a file holds, which may lack something yet. Raises ContentError."""
    shared = codec.dump(vocabulary)
    data = _mapping(file)
    for key in shared.keys() & data.keys():
        raise file.error([Problem((key,), "is not a known key here: it has a file of its own")])
    template = _load(file, RoleTemplate, {**data, **shared})
    if found := list(template_mistakes(template)):
        raise problems_in(file, template, found)
    return in_order(template)


def problems_in(file: YamlFile, template: RoleTemplate, problems: list[Problem]) -> ContentError:
    """Return the error to raise for a template's problems, each with its line in the file it was read from."""
    return file.error([Problem(_places(template, problem.path), problem.message) for problem in problems])


def list_in(file: YamlFile, cls: type[T]) -> tuple[T, ...]:
    """Return the entries of a file that is one list, such as the needs. Raises ContentError."""
    if not isinstance(file.data, list):
        raise file.error([Problem((), "should be a list")])
    return tuple(_load(file, cls, entry, (index,)) for index, entry in enumerate(file.data))


def read_brief(path: Path) -> Brief:
    """Return the brief a YAML file holds. Raises ContentError, with the line of each mistake."""
    file = YamlFile.read(path)
    brief = _load(file, Brief, _mapping(file))
    if found := problems(brief):
        raise file.error([Problem((name,), f"– {message}") for name, message in found.items()])
    return brief


def example_briefs() -> dict[str, Brief]:
    """Return the shipped example briefs by name, in the order of their names."""
    return {path.stem: read_brief(path) for path in sorted((ROOT / "briefs").glob("*.yaml"))}


def read_examples() -> dict[str, Brief]:
    """Return the brief of each role's example posting, by the role's slug. Raises ContentError."""
    return {path.stem: read_brief(path) for path in sorted((ROOT / "examples").glob("*.yaml"))}


def read_asserting_words() -> tuple[AssertingWords, ...]:
    """Return the words that assert something of a business. Raises ContentError, also for a key that is not there."""
    file = YamlFile.read(ROOT / "checks" / "asserting-words.yaml")
    entries, known = list_in(file, AssertingWords), read_vocabulary()
    unknown = [
        Problem((number, name), f"names the unknown “{key}”")
        for number, entry in enumerate(entries)
        for name in ("areas", "traits", "industries")
        for key in getattr(entry, name)
        if key not in known.keys(name)
    ]
    if unknown:
        raise file.error(unknown)
    return entries


def _read_list(path: Path, cls: type[T]) -> tuple[T, ...]:
    return list_in(YamlFile.read(path), cls)


def _mapping(file: YamlFile) -> dict[str, Any]:
    if not isinstance(file.data, dict):
        raise file.error([Problem((), "should be a mapping of keys to values")])
    return file.data


def _load(file: YamlFile, cls: type[T], data: Any, within: codec.Path = ()) -> T:
    try:
        return codec.load(cls, data)
    except DataError as error:
        raise file.error([Problem((*within, *item.path), item.message) for item in error.problems]) from error


def _places(template: RoleTemplate, path: codec.Path) -> codec.Path:
    """Turn a path of keys (section, statement, field) into the path of the same place in the file."""
    for number, section in enumerate(template.sections):
        if path[0] == section.key:
            place: codec.Path = ("sections", number)
            # The last one of its key: where a key is there twice, the second is the one to change.
            for inner, statement in reversed(list(enumerate(section.statements))):
                if path[1:2] == (statement.key,):
                    return (*place, "statements", inner, *path[2:])
            return (*place, *path[1:])
    return path


def read_posting_rules() -> tuple[PostingRule, ...]:
    """Return the posting law's rules in their order. Raises ContentError."""
    return posting_rules_in(YamlFile.read(ROOT / "posting-rules.yaml"))


def posting_rules_in(file: YamlFile) -> tuple[PostingRule, ...]:
    """Return the rules a file holds. Raises ContentError."""
    rules = list_in(file, PostingRule)
    found = [
        Problem((number, "region"), "is no place we know; write its full name, such as “new york” or “austria”")
        for number, rule in enumerate(rules)
        if rule.region not in COUNTRY_OF and rule.region not in COUNTRIES
    ]
    if found:
        raise file.error(found)
    return rules


def read_title_finder() -> TitleFinder:
    """Return what the title finder asks and answers. Raises ContentError."""
    return title_finder_in(YamlFile.read(ROOT / "title-finder.yaml"), read_needs())


def title_finder_in(file: YamlFile, needs: tuple[Need, ...]) -> TitleFinder:
    """Return what the title finder of a file asks and answers. Raises ContentError."""
    finder = _load(file, TitleFinder, _mapping(file))
    if found := list(finder_problems(finder, {need.key for need in needs})):
        raise file.error(found)
    return finder


def read_comparison() -> tuple[ComparisonRow, ...]:
    """Return the rows of the two titles side by side, in their order. Raises ContentError."""
    return comparison_in(YamlFile.read(ROOT / "comparison.yaml"))


def comparison_in(file: YamlFile) -> tuple[ComparisonRow, ...]:
    """Return the rows of the comparison a file holds. Raises ContentError."""
    rows = list_in(file, ComparisonRow)
    if found := list(comparison_problems(rows)):
        raise file.error(found)
    return rows
