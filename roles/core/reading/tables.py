"""Tables in a pasted text: rows with pipes, tabs or wide gaps, read row by row, and the row that names the columns.

Two columns of a label and its fact are no table here: those are lines of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roles.core.folding import fold

from .headings import is_known
from .wordlists import groups

_RULE = re.compile(r"\s*\|?(?:\s*:?[-=]{2,}:?\s*(?:\||\+|$))+\s*")
_GAP = re.compile(r"\t+| {3,}\t*")
_MARK = re.compile(r"(?:[^\w\s(\"'“‘]|\w[.)]?)(?:\s|$)")
_HEAD_WORDS, _LABEL_WORDS, _FIGURE_WORDS = 5, 7, 4
_LEAST = 3
_SILENT = frozenset(groups("column_names")["need no name"])
_NAMES = frozenset(groups("column_names")["columns"]) | _SILENT
_COUNTS = frozenset({"", "#", "no", "nr", "item"})
_FIGURE = re.compile(r"[^\w]{0,2}(?:under|over|nil|below|above|at least|up to|<|>)?\W{0,2}\d[\w.,/%–-]*", re.IGNORECASE)
_TICKS = frozenset({"x", "✓", "✔", "✓️", "✔️", "yes", "y", "√", "*", "•", "●"})
_SHARE = re.compile(r"\s*\(?%\)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: whether it names the columns (`is_head`), and what is printed of it, "" of a head.

    `corner` is what a head has in its first cell, which may be the heading of all of the table.
    """

    is_head: bool
    printed: str = ""
    corner: str = ""


def rows(raws: Sequence[str]) -> dict[int, Row]:
    """Return the rows of the tables among the lines of a text, by the number of the line from 0."""
    found: dict[int, Row] = {}
    for block in _blocks(raws):
        found |= _read(block, ruled=any(_is_rule(raws[number]) for number in range(block[0][0], block[-1][0])))
    return found


def _blocks(raws: Sequence[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the lines that stand together and have cells of one kind, each with its cells."""
    block: list[tuple[int, list[str]]] = []
    sort = ""
    for number, raw in enumerate(raws):
        if block and (not raw.strip() or _is_rule(raw)):
            continue
        now, cells = _cells(raw)
        together = block and now == sort and number - block[-1][0] <= _LEAST
        if block and not (cells and together):
            yield block
            block = []
        if cells:
            block.append((number, cells))
            sort = now
    if block:
        yield block


def _is_rule(raw: str) -> bool:
    return "-" * 2 in raw and "|" in raw and bool(_RULE.fullmatch(raw))


def _cells(raw: str) -> tuple[str, list[str]]:
    """The kind of table a line may be of, and its cells, [] for none."""
    text = raw.strip()
    if " | " in text or (text.startswith("|") and text.count("|") > 1):
        cells = [cell.strip(" *_\t") for cell in text.removeprefix("|").removesuffix("|").split("|")]
        return "|", cells if sum(map(bool, cells)) > 1 else []
    if "\t" in text:
        cells = [cell.strip(" *_") for cell in text.split("\t")]
        return "\t", cells if sum(map(bool, cells)) > 1 and not _MARK.match(text) else []
    cells = [cell.strip() for cell in _GAP.split(text)]
    return "gap", cells if len(cells) >= _LEAST and not _MARK.match(text) else []


def _read(block: list[tuple[int, list[str]]], *, ruled: bool) -> dict[int, Row]:
    """The rows of a block, {} where it is no table."""
    table = _squared([cells for _, cells in block])
    if table is None:
        return {}
    columns = len(table[0])
    head = table[0] if ruled or _names_columns(table) else []
    if columns < _LEAST and not head and (columns != _LEAST - 1 or not _is_piped(block)):
        return {}
    if len(block) < (_LEAST - 1 if head else _LEAST) or sum(is_known(cells[0]) for cells in table[1:]) > 1:
        return {}
    body = table[1:] if head else table
    if head and fold(head[0]).strip(" .") in _COUNTS and all(len(cells[0]) < _LEAST for cells in body):
        head, body = head[1:], [cells[1:] for cells in body]
    numbers = [number for number, _ in block]
    read = {numbers[0]: Row(is_head=True, corner=table[0][0])} if head else {}
    below = numbers[1:] if head else numbers
    figures = [_are_figures([cells[at] for cells in body]) for at in range(len(body[0]))]
    return read | {
        number: Row(is_head=False, printed=_printed(cells, head, figures))
        for number, cells in zip(below, body, strict=True)
    }


def _is_piped(block: list[tuple[int, list[str]]]) -> bool:
    """Whether rows of two cells are of a table: each begins with a label, which no colon ends."""
    return all(len(cells[0].split()) <= _LABEL_WORDS and not cells[0].endswith(":") for _, cells in block)


def _squared(table: list[list[str]]) -> list[list[str]] | None:
    """The cells of a table in as many columns in each row, without empty ones; None where they are not alike."""
    columns = max(map(len, table))
    if len({len(cells) for cells in table}) > 1 and not _is_short_at_the_end(table, columns):
        table = [list(filter(None, cells)) for cells in table]
        columns = max(map(len, table))
        if any(len(cells) < columns - 1 for cells in table):
            return None
    table = [cells + [""] * (columns - len(cells)) for cells in table]
    filled = [at for at in range(columns) if any(cells[at] for cells in table)]
    if any(cells[at].endswith(":") for cells in table for at in filled[1:]):
        return None  # labels and their facts, two of them in a line
    return [[cells[at] for at in filled] for cells in table]


def _is_short_at_the_end(table: list[list[str]], columns: int) -> bool:
    """Whether each row only lacks its last cells: no column that is filled in one is without a name above."""
    head = table[0] + [""] * (columns - len(table[0]))
    return all(head[at] for at in range(columns) if at and any(cells[at : at + 1] not in ([], [""]) for cells in table))


def _names_columns(table: list[list[str]]) -> bool:
    """Whether the first row names the columns: short, without a figure, in words that columns are named with."""
    head = table[0]
    if not head[0] and all(len(cell.split()) <= _HEAD_WORDS for cell in head) and all(cells[0] for cells in table[1:]):
        return len(table) > 1  # an empty corner
    plain = [_SHARE.sub("", fold(cell)).strip(" .:") for cell in head]
    short = all(len(cell.split()) <= _HEAD_WORDS and not any(char.isdigit() for char in cell) for cell in head)
    known = sum(bool(_NAMES & {cell, *cell.split()}) for cell in plain)
    return len(table) > 1 and short and known * 2 >= len(head)


def _are_figures(cells: list[str]) -> bool:
    """Whether most of a column is no more than a figure each: "61%", "under 10%", "30"."""
    filled = [cell for cell in cells if cell]
    short = sum(len(cell.split()) <= _FIGURE_WORDS and bool(_FIGURE.match(cell)) for cell in filled)
    return bool(filled) and short * 2 > len(filled)


def _printed(cells: list[str], head: list[str], figures: list[bool]) -> str:
    """A row as one line: "Delivery: On time in full (weight 30%)"."""
    label, *rest = cells
    shown: list[str] = []
    more: list[str] = []
    for at, cell in enumerate(rest, 1):
        name = head[at] if head else ""
        bare = not name or (at == 1 and not figures[at])
        if cell.casefold() in _TICKS and name:
            more.append(name[0].lower() + name[1:] if name[1:2].islower() else name)
        elif cell and cell not in "-–—":
            (shown if at == 1 or not head or figures[1] else more).append(cell if bare else _with_name(name, cell))
    behind = ", ".join(more)
    if len(label.split()) <= _LABEL_WORDS and shown and label:
        text = f"{label.rstrip(':')}: {', '.join(shown)}"
    else:
        text, behind = label or ", ".join(shown), ", ".join([*shown, *more] if label else more)
    if not behind:
        return text
    return f"{text.rstrip('.')} ({behind})" if "(" not in behind else f"{text.rstrip('.')}; {behind}"


def _with_name(name: str, cell: str) -> str:
    """A cell with the name of its column before it: "weight 30%", "who helps: the planner"."""
    if name.startswith("%") and cell[-1:].isdigit():
        return f"{cell}{name}"  # "40% of time"
    share = _SHARE.search(name)
    name = _SHARE.sub("", name) if share else name
    cell = f"{cell}%" if share and cell[-1:].isdigit() else cell
    if fold(name).strip(" .:") in _SILENT:
        return cell[0].lower() + cell[1:] if cell[1:].islower() else cell
    name = name[0].lower() + name[1:] if name[1:2].islower() and name else name
    return f"{name} {cell}" if _FIGURE.match(cell) else f"{name}: {cell}"
