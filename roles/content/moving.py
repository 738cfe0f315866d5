"""Content on its way from one portal to another: a few files by name, as a folder or as one zip.

What comes in was made who knows where: nothing is unpacked to disk, no name is used as a
path, and what is too much is refused before it is read.
"""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from roles import content
from roles.codec import Problem
from roles.compose.template import Industry, Need, RoleTemplate
from roles.finder.comparison import ComparisonRow
from roles.finder.questions import TitleFinder
from roles.review.posting_rules import PostingRule

from .writing import write_industries, write_needs, write_role
from .yaml_file import SIZE_LIMIT, ContentError, YamlFile

FILES_LIMIT = 50
TOTAL_LIMIT = 4_000_000
VALUES_LIMIT = 100_000  # in all files together
NEEDS, INDUSTRIES = "needs.yaml", "industries.yaml"
FINDER, COMPARISON, POSTING_RULES = "title-finder.yaml", "comparison.yaml", "posting-rules.yaml"
# These belong to no role.
_SHARED = frozenset(f"{name}.yaml" for name in content.SHARED)
# The entry of a folder itself, and what a Mac packs along.
_ADDED = re.compile(r"(?:[\w .()-]+/)+|__MACOSX/.*|(?:[^/]*/)?\.DS_Store")
_FOLDER = re.compile(r"\w[\w .()-]{0,79}/")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.yaml")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same content makes the same zip


Row = TypeVar("Row", Need, Industry, PostingRule)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Contents:
    """Roles to bring in, each with the file that can name its lines, and the words they share.

    `needs_file` and `industries_file` are None where the files brought no such list; so is what
    the title finder, the comparison and the posting law say, each beside its file.
    """

    needs: tuple[Need, ...]
    industries: tuple[Industry, ...]
    roles: tuple[tuple[YamlFile, RoleTemplate], ...]
    needs_file: YamlFile | None = None
    industries_file: YamlFile | None = None
    finder: tuple[YamlFile, TitleFinder] | None = None
    comparison: tuple[YamlFile, tuple[ComparisonRow, ...]] | None = None
    posting_rules: tuple[YamlFile, tuple[PostingRule, ...]] | None = None


def read_contents(
    files: Mapping[str, bytes], *, needs: tuple[Need, ...] = (), industries: tuple[Industry, ...] = ()
) -> Contents:
    """Return what the files hold. Raises ContentError with the mistakes of all of them.

    `needs` and `industries` are those already known, for files that bring no list of their own.
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

    needs_file = parse(NEEDS) if NEEDS in files else None
    industries_file = parse(INDUSTRIES) if INDUSTRIES in files else None
    if needs_file:
        needs = _each_once(needs_file, content.list_in(needs_file, Need))
    if industries_file:
        industries = _each_once(industries_file, content.list_in(industries_file, Industry))
    problems: list[str] = []
    roles: list[tuple[YamlFile, RoleTemplate]] = []

    def shared(name: str, read: Callable[[YamlFile], Value]) -> tuple[YamlFile, Value] | None:
        try:
            return (file := parse(name), read(file)) if name in files else None
        except ContentError as error:
            problems.extend(error.problems)
            return None

    finder = shared(FINDER, lambda file: content.title_finder_in(file, needs))
    comparison = shared(COMPARISON, content.comparison_in)
    rules = shared(POSTING_RULES, lambda file: _each_once(file, content.posting_rules_in(file)))
    for name in sorted(set(files) - _SHARED):
        try:
            file = parse(name)
            roles.append((file, content.role_in(file, needs, industries)))
        except ContentError as error:
            problems += error.problems
    problems += _clashes(roles)
    if problems:
        raise ContentError(problems)
    if not files:
        raise ContentError(["There is no content file here."])
    # The strategic title first, as everywhere.
    roles.sort(key=lambda pair: (pair[1].focus, pair[1].slug), reverse=True)
    return Contents(needs, industries, tuple(roles), needs_file, industries_file, finder, comparison, rules)


def write_contents(templates: Iterable[RoleTemplate]) -> dict[str, str]:
    """Return the text of each file by its name: one a role, and the needs and industries they share."""
    files: dict[str, str] = {}
    for template in templates:
        name = f"{template.slug}.yaml"
        if name in _SHARED:
            raise ContentError([f"{name}: is the name of another file; give the role another slug."])
        files[NEEDS], files[INDUSTRIES] = write_needs(template.needs), write_industries(template.industries)
        files[name] = write_role(template)
    return files


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the YAML files that lie in a folder itself, by name. Raises ContentError."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".yaml")
        files = {}
        for path in paths:
            with path.open("rb") as stream:
                files[path.name] = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ContentError([f"{folder}: cannot be read ({error.strerror})."]) from error
    return files


def write_zip(files: Mapping[str, str]) -> bytes:
    """Return the files as one zip; the same files make the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name].encode())
    return stream.getvalue()


def read_zip(name: str, raw: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name. Raises ContentError for a zip that is not one of ours.

    Each file is read up to its limit whatever size the zip says it has. The folder they may all
    be in, as when a folder is packed, and what a Mac adds to it are left out.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = _without_folder(archive.infolist())
            if problems := list(_bad_members(name, members)):
                raise ContentError(problems)
            if not members:
                raise ContentError([f"{name}: holds no file."])
            files: dict[str, bytes] = {}
            for filename, member in members:
                with archive.open(member) as stream:
                    files[filename] = stream.read(SIZE_LIMIT + 1)
                if sum(map(len, files.values())) > TOTAL_LIMIT:
                    raise ContentError([f"{name}: holds more than {TOTAL_LIMIT:,} bytes."])
            return files
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ContentError([f"{name}: is damaged, or is no zip file."]) from error


def _without_folder(members: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the files with their names inside the one folder that holds them all, if there is one."""
    files = [member for member in members if not _ADDED.fullmatch(member.filename)]
    folders = {member.filename.partition("/")[0] for member in files if "/" in member.filename}
    folder = f"{folders.pop()}/" if len(folders) == 1 else ""
    if not _FOLDER.fullmatch(folder) or not all(member.filename.startswith(folder) for member in files):
        folder = ""
    return [(member.filename.removeprefix(folder), member) for member in files]


def _bad_members(name: str, members: list[tuple[str, zipfile.ZipInfo]]) -> Iterator[str]:
    if len(members) > FILES_LIMIT:
        yield f"{name}: holds {len(members)} files; {FILES_LIMIT} are allowed."
        return
    for filename, times in Counter(filename for filename, _ in members).items():
        if times > 1:
            yield f"{name}: holds {filename[:80]!r} twice."
    for filename, member in members:
        if not _NAME.fullmatch(filename):
            yield f"{name}: holds {filename[:80]!r}; only YAML files outside any folder, or in one, are taken."
        elif member.compress_type not in _PACKED or member.flag_bits & 1:
            yield f"{name}: {filename} is encrypted, or packed in a way that is not read here."


def _each_once(file: YamlFile, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    known: set[str] = set()
    for place, row in enumerate(rows):
        if row.key in known:
            raise file.error([Problem((place, "key"), f"“{row.key}” stands twice")])
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
