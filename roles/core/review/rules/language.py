"""The language: of a text that is not English only what has figures is read."""

from collections.abc import Iterator

from ..context import Context
from ..finding import Finding, Level
from ..rule import Rule

NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese",
    "sv": "Swedish", "da": "Danish", "pl": "Polish",
}  # fmt: skip


def find(context: Context) -> Iterator[Finding]:
    """Yield that a pasted text is in another language, once."""
    if context.foreign:
        name = NAMES.get(context.language, "another language")
        yield context.finding(
            "language.other",
            Level.CONSIDER,
            f"This text seems to be in {name}. Figures, days and addresses were read; the words were not, so nothing "
            "is said to be missing.",
            why="The rules of this review know English words only.",
            source="Our judgement",
        )


RULE = Rule("language", "Texts that are not in English", find)
