"""What the portal ships with, read once a run: a role costs a third of a second.

Where the tests' own content is read in its place, that.
"""

from functools import cache
from pathlib import Path

from roles.core import content
from roles.core.compose import Brief, RoleTemplate


def role(slug: str) -> RoleTemplate:
    return _role(content.ROOT, slug)


def brief(name: str) -> Brief:
    """Return the answers of an example business."""
    return _briefs(content.ROOT)[name]


@cache
def _role(root: Path, slug: str) -> RoleTemplate:
    return content.read_role(slug)


@cache
def _briefs(root: Path) -> dict[str, Brief]:
    return content.example_briefs()
