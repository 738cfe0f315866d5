"""YAML that people write: plain data only, and every mistake named with its line.

No aliases (nothing can be blown up), no tags (nothing can be built), no key twice.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

import yaml

from roles.core.codec import Path as DataPath
from roles.core.codec import Problem

# The same loader in C where PyYAML was built with it: ten times faster, the same data.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SIZE_LIMIT = 2_000_000
DEPTH_LIMIT = 20
# Values, keys and the lists and mappings that hold them: twenty times those of the longest shipped file. Two million
# bytes of small ones take ten seconds to be read.
NODES_LIMIT = 50_000
PROBLEMS_LIMIT = 50
# In characters. YAML reads 1:1:1 in base sixty: a million such digits take minutes.
NUMBER_LIMIT = 40
# The parser's message, and what to do about it.
_IN_WORDS = {
    "mapping values are not allowed in this context": "this text holds a colon: put it in double quotes.",
    "mapping values are not allowed here": "this text holds a colon: put it in double quotes.",
}
PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")


class ContentError(Exception):
    """A file that cannot be used; each problem is one line, `file:line: what to do`. Of very many, the first."""

    def __init__(self, problems: list[str]):
        if len(problems) > PROBLEMS_LIMIT:
            more = len(problems) - PROBLEMS_LIMIT
            problems = [*problems[:PROBLEMS_LIMIT], f"And {more:,} more. Put these right first."]
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class YamlFile:
    """The data of one YAML file, and the line of each place in it, counted from 1."""

    name: str
    data: Any = None
    lines: dict[DataPath, int] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the file's data. Raises ContentError."""
        try:
            with path.open("rb") as stream:
                raw = stream.read(SIZE_LIMIT + 1)
        except OSError as error:
            raise ContentError([f"{path}: cannot be read ({error.strerror})."]) from error
        return cls.parse(str(path), raw)

    @classmethod
    def parse(cls, name: str, raw: bytes) -> Self:
        """Return the data of the bytes of a file. Raises ContentError."""
        if len(raw) > SIZE_LIMIT:
            raise ContentError([f"{name}: is larger than {SIZE_LIMIT:,} bytes."])
        file = cls(name)
        try:
            text = raw.decode("utf-8")
            _refuse_excess_and_aliases(text)
            file.data = file._value(yaml.compose(text, Loader=LOADER), ())
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            raise ContentError([f"{name}:{line}: is not UTF-8 text."]) from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            problem = str(error.problem or error.context)
            reason = _IN_WORDS.get(problem, f"cannot be used: {problem}.")
            raise ContentError([f"{name}:{line}: {reason}"]) from error
        except yaml.reader.ReaderError as error:
            line = text[: error.position].count("\n") + 1
            raise ContentError([f"{name}:{line}: has a character that YAML does not allow."]) from error
        return file

    def error(self, problems: list[Problem]) -> ContentError:
        """Return the error to raise for problems found in the data, each with its line; of very many, the first."""
        shown = [
            f"{self.name}:{self._line(problem.path)}: {f'{_in_words(problem.path)} {problem.message}'.strip()}"
            for problem in problems[:PROBLEMS_LIMIT]
        ]
        if more := len(problems) - len(shown):
            shown[-1] += f" (And {more:,} more in this file: put these right first.)"
        return ContentError(shown)

    def _line(self, path: DataPath) -> int:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def _value(self, node: yaml.Node | None, path: DataPath) -> Any:
        if node is None:
            return None
        self.lines.setdefault(path, node.start_mark.line + 1)
        _refuse_tag(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(entry, (*path, index)) for index, entry in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: DataPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            _refuse_tag(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key should be a plain word", problem_mark=key_node.start_mark)
            key = key_node.value
            if key in result:
                raise yaml.MarkedYAMLError(problem=f"the key “{key}” is there twice", problem_mark=key_node.start_mark)
            self.lines[(*path, key)] = key_node.start_mark.line + 1
            result[key] = self._value(value_node, (*path, key))
        return result


def _in_words(path: DataPath) -> str:
    """Return a place as a reader counts it: `("sections", 2, "heading")` is “section 3, heading”."""
    words: list[str] = []
    for step in path:
        if not isinstance(step, int):
            words.append(step)
        elif words:
            words[-1] = f"{words[-1].removesuffix('s')} {step + 1}"
        else:
            words.append(f"entry {step + 1}")
    return ", ".join(words)


def _refuse_excess_and_aliases(text: str) -> None:
    """Read the events alone: what is nested too deep must not reach a parser that recurses, nor too much one that
    builds what it reads."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are not allowed", problem_mark=event.start_mark)  # type: ignore[arg-type]
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEPTH_LIMIT:
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)  # type: ignore[arg-type]
        if isinstance(event, yaml.NodeEvent):
            nodes += 1
        if nodes > NODES_LIMIT:
            problem = f"more than {NODES_LIMIT:,} values and keys; is it the right file? Keep less in one file"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]


def _refuse_tag(node: yaml.Node) -> None:
    if node.tag.removeprefix("tag:yaml.org,2002:") not in PLAIN:
        raise yaml.MarkedYAMLError(problem=f"the tag “{node.tag}” is not allowed", problem_mark=node.start_mark)


def _scalar(node: yaml.Node) -> Any:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind in ("int", "float") and len(node.value) > NUMBER_LIMIT:
        raise yaml.MarkedYAMLError(problem="a number of too many digits", problem_mark=node.start_mark)
    constructor = yaml.constructor.SafeConstructor()
    try:
        value = constructor.construct_object(node)
    except (ValueError, KeyError, AttributeError, TypeError, OverflowError) as error:
        raise yaml.MarkedYAMLError(problem=f"this is no {kind}", problem_mark=node.start_mark) from error
    return value.isoformat() if isinstance(value, date) else value
