"""What was measured as a table of docs/performance.md, beside what was measured before and what is to be reached."""

import platform
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from os import cpu_count
from pathlib import Path

import django

from tests.serving import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures -->", "<!-- /figures -->"


@dataclass(frozen=True)
class Round:
    """Requests a second, processor milliseconds of the workers a request, and milliseconds to the answer."""

    rate: float
    processor_ms: float
    p50: float
    p99: float


# Of a page that answered nothing in its time.
NO_ANSWER = Round(0, inf, inf, inf)


@dataclass(frozen=True)
class Figures:
    """Of one page on one database with so many publications."""

    round: Round
    ratio: float
    queries: int
    size: int


# By page, then by database and number of publications.
Table = dict[str, dict[tuple[str, int], Figures]]

# Processor ms and ratio before pages were kept as bytes; measured on two quiet cores, the bare view at 0.27 ms.
BEFORE = {
    "bare view": "0.27; 1.00",
    "robots.txt": "0.52; 0.60",
    "home": "5.4; 0.069",
    "comparison": "2.8; 0.13",
    "role": "10.6; 0.035",
    "title finder": "3.5; 0.10",
    "brief": "30.9; 0.012",
    "review form": "9.2; 0.038",
    "posting": "17.2; 0.022",
    "editor": "29.8; 0.012",
    "txt": "3.0; 0.12",
    "docx": "58; –",
    "my postings": "4.4; –",
}
REACH = {
    "publication": "≥ 0.28",
    "publication, 304": "≥ 0.30",
    "publication, text": "≥ 0.30",
    **dict.fromkeys(("home", "role", "comparison", "title finder"), "≥ 0.28"),
    **{f"{name}, signed in": "≥ 0.12" for name in ("home", "role", "comparison", "title finder")},
    **dict.fromkeys(("list of 25", "search, a word of all", "search, a rare word"), "≥ 0.09"),
    "brief": "≤ 3 ms",
    "answers": "≤ 12 ms",
    "preview": "≤ 12 ms",
    "posting": "≤ 6 ms",
    "editor": "≤ 14 ms",
    **dict.fromkeys(("txt", "jsonld", "md"), "≤ 1.5 ms"),
    "pdf": "≤ 60 ms",
    "docx": "≤ 20 ms",
}


def machine() -> str:
    """Return what it was measured on, and when."""
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    model = found[1] if found else platform.machine()
    return (
        f"{datetime.now(UTC):%-d %B %Y}: {model}, {cpu_count()} cores; {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, Django {django.get_version()}."
    )


def markdown(table: Table) -> str:
    """Return the table, a row for each page."""
    columns = sorted({where for figures in table.values() for where in figures}, key=lambda where: (where[1], where[0]))
    titles = [f"{kind}, {size:,}" for kind, size in columns]
    lines = [
        f"{machine()} In each column: processor ms a request; ratio to the bare view; p50 and p99 in ms.",
        "",
        f"| page | reach | before | {' | '.join(titles)} | queries | bytes |",
        f"|---|---|---|{'---|' * len(titles)}---|---|",
    ]
    for name, found in table.items():
        cells = [_cell(found[where]) if where in found else "" for where in columns]
        one = next(iter(found.values()))
        counted = " | ".join(str(number) for number in (one.queries, one.size))
        lines.append(f"| {name} | {REACH.get(name, '')} | {BEFORE.get(name, '')} | {' | '.join(cells)} | {counted} |")
    return "\n".join(lines)


def _cell(figures: Figures) -> str:
    one = figures.round
    if not one.rate:
        return "no answer in its time"
    return f"{one.processor_ms:.2f}; {figures.ratio:.3f}; {one.p50:.1f}, {one.p99:.1f}"


def write(table: Table) -> None:
    """Put the table in the place of the earlier one."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{markdown(table)}\n{END}{after}", encoding="utf-8")
