"""A worker gives back the memory of a large page; what it keeps lies apart from it."""

import subprocess
import sys

import pytest

from portal.memory import LARGE, M_MMAP_THRESHOLD

# Megabytes that stay after a hundred pieces of 1 MB, each with a small one behind it that is kept.
LEFT = """
import ctypes, os
from pathlib import Path
from portal.memory import give_back_large_pieces

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

{first}
before = megabytes()
kept, large = [], []
for _ in range(100):
    large.append(b"x" * 1_000_000)
    kept.append(bytearray(b"y" * 2_000))
del large
print(megabytes() - before)
"""
AS_IT_WAS = f"ctypes.CDLL(None).mallopt({M_MMAP_THRESHOLD}, 32_000_000)"  # as it becomes by itself, of large pieces
glibc = pytest.mark.skipif(sys.platform != "linux", reason="only the C library of Linux has it")


def left(first):
    command = [sys.executable, "-c", LEFT.format(first=first)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@glibc
def test_large_pieces_go_back_though_small_ones_lie_between():
    assert left(AS_IT_WAS) > 50
    assert left("give_back_large_pieces()") < 10
    assert LARGE <= 131_072  # what the C library begins with
