"""Emphasis: what the areas an owner starred have in common, as far as an opening speaks of it."""

from collections.abc import Iterable

# By the keys of the areas; those that are in none are the running of the work itself.
EMPHASES = {
    "growth": ("growth", "change", "systems"),
    "quality": ("quality", "compliance", "safety", "privacy", "contracts"),
    "cost": ("pnl", "budget", "pricing", "purchasing", "inventory", "finance-admin"),
    "people": ("people", "hiring", "hr-admin", "service", "accounts"),
}


def emphasis(starred: Iterable[str]) -> str:
    """Return what most of the starred areas are about, the owner's first among equals; "" where they are the work
    itself, or none is starred."""
    kinds = [kind for area in starred for kind, areas in EMPHASES.items() if area in areas]
    return max(kinds, key=kinds.count) if kinds else ""
