"""Exits with what is wrong where a lock and its .in file disagree; asks no index.

A lock has to hold exactly what its .in file leads to: every requirement at a version that the .in file allows, every
requirement of those (as the installed packages state them), nothing besides, each with a version and hashes.
`requirements-dev.txt` has to agree with `requirements.txt`. Requirements for other systems are not looked at.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

COMMENT = re.compile(r"(^|\s)#.*")
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))?(?: \\)?$")
PAIRS = (("requirements.in", "requirements.txt"), ("requirements-dev.in", "requirements-dev.txt"))


def wanted(path):
    """The requirements of an .in file and of those it includes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = COMMENT.sub("", line).strip()
        if line.startswith("-r "):
            yield from wanted(path.parent / line.removeprefix("-r "))
        elif line and not line.startswith("-c "):
            yield Requirement(line)


def applies(requirement, extras=()):
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def pinned(path):
    """The versions that a lock installs on this Python and system, by name; raises ValueError for a loose line."""
    versions, bare = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    --hash=sha256:"):
            bare = None
        elif line and not line.lstrip().startswith("#"):
            pin = PIN.match(line)
            if not pin or bare:
                raise ValueError(f"{path.name}: not a version with its hashes: {bare or line}")
            bare = line
            if applies(Requirement(f"{pin['name']}; {pin['marker']}" if pin["marker"] else pin["name"])):
                versions[canonicalize_name(pin["name"])] = pin["version"]
    if bare:
        raise ValueError(f"{path.name}: not a version with its hashes: {bare}")
    return versions


def disagreements(source, lock):
    """What the lock lacks, has at the wrong version, or has for no reason, one sentence each."""
    versions = pinned(lock)
    waiting = [(requirement, source.name) for requirement in wanted(source)]
    reached, seen = set(), set()
    while waiting:
        requirement, asker = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in versions:
            yield f"{lock.name} lacks {requirement}, which {asker} asks for"
            continue
        if versions[name] not in requirement.specifier:
            yield f"{lock.name} has {name} {versions[name]}, and {asker} asks for {requirement}"
        reached.add(name)
        for extra in ("", *requirement.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            try:
                installed = distribution(name)
            except PackageNotFoundError:
                yield f"{name} is not installed, so what it asks for is unknown: install {lock.name} first"
                continue
            if installed.version != versions[name]:
                yield f"{name} {installed.version} is installed, and {lock.name} has {versions[name]}: install it first"
            asked = [Requirement(line) for line in installed.requires or ()]
            waiting += [(needed, name) for needed in asked if applies(needed, [extra])]
    for name in sorted(set(versions) - reached):
        yield f"{lock.name} has {name}, which nothing in {source.name} leads to"


def check(folder):
    """Every disagreement in the folder's four files."""
    try:
        for source, lock in PAIRS:
            yield from disagreements(folder / source, folder / lock)
        runtime, development = (pinned(folder / lock) for _, lock in PAIRS)
    except ValueError as loose:
        yield str(loose)
        return
    for name in sorted(runtime):
        if name in development and development[name] != runtime[name]:
            yield f"requirements-dev.txt has {name} {development[name]}, requirements.txt {runtime[name]}"


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent.parent
    if problems := list(dict.fromkeys(check(folder))):
        sys.exit("\n".join((*problems, "After a change of an .in file, run `make lock`.")))
