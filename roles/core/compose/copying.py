"""A copy of a template under another title: its statements are new ones, with keys of their own."""

from collections.abc import Collection
from dataclasses import replace

from .template import RoleTemplate

KEY_MAX = 80


def initials(slug: str) -> str:
    """Return what the keys of a role's statements begin with: “director-of-operations” makes “do”."""
    return "".join(word[0] for word in slug.split("-") if len(word) > 2)


def copied(template: RoleTemplate, *, slug: str, title: str, tagline: str, taken: Collection[str]) -> RoleTemplate:
    """Return the template under another title and tagline, each statement with a key that is not among `taken`.

    A posting's line and a count of use belong to one statement of one role, so no copy keeps a key.
    """
    before, after = f"{initials(template.slug)}-", initials(slug) or "role"
    used = set(taken)

    def anew(key: str) -> str:
        stem = f"{after}-{key.removeprefix(before)}"[: KEY_MAX - 5].rstrip("-")
        number, free = 1, stem
        while free in used:
            number += 1
            free = f"{stem}-{number}"
        used.add(free)
        return free

    sections = tuple(
        replace(section, statements=tuple(replace(one, key=anew(one.key)) for one in section.statements))
        for section in template.sections
    )
    return replace(template, slug=slug, title=title, tagline=tagline, sections=sections)
