"""What a table holds, as two values that are the same wherever its rows are."""

import hashlib
from collections.abc import Iterable
from typing import TypedDict


class TableDigest(TypedDict):
    rows: int
    sha256: str  # the sum of the rows' SHA-256, modulo 2**256


Tables = dict[str, TableDigest]


def digest_of(rows: Iterable[bytes]) -> TableDigest:
    """Return count and digest of rows in any order."""
    count = total = 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(row).digest(), "big")
    return {"rows": count, "sha256": f"{total % 2**256:064x}"}


def differences(expected: Tables, found: Tables) -> list[str]:
    """Return a line for each table that is not the same in both."""
    return [
        f"{name}: {expected[name]['rows'] if name in expected else 'no'} rows expected, "
        f"{found[name]['rows'] if name in found else 'no'} found"
        + (", with other content" if name in expected and name in found else "")
        for name in sorted(expected.keys() | found.keys())
        if expected.get(name) != found.get(name)
    ]
