"""The titles owners can choose, as public pages name them: all of it data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from roles.core.document import Focus
from roles.models import RoleVersion

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
SECONDS_A_QUESTION = 9


class Title(NamedTuple):
    slug: str
    title: str
    focus: str

    @property
    def a(self) -> str:
        """The title with its article, as a sentence has it."""
        return f"an {self.title}" if self.title[:1].lower() in "aeiou" else f"a {self.title}"


def titles_on_offer() -> list[Title]:
    """Return the titles in the roles' order, each as it was published last. One query, and one for each template that
    this process has not read yet."""
    templates = (version.template for version in RoleVersion.objects.on_offer())
    return [Title(one.slug, one.title, one.focus.value) for one in templates]


def front_door(titles: Iterable[Title]) -> Mapping[str, Title | None]:
    """Return the two titles whose story the portal shows, by their focus: the first of each in the roles' order."""
    found = list(titles)
    return {
        focus.value: next((title for title in found if title.focus == focus.value), None)
        for focus in (Focus.STRATEGIC, Focus.OPERATIONAL)
    }


def in_words(number: int) -> str:
    """Return a small number in words, a larger one in digits: "thirteen"."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: "thirteen questions", "one minute"."""
    return f"{in_words(number)} {noun}{'' if number == 1 else 's'}"


def questions_in_words(questions: Sequence[object]) -> Mapping[str, str]:
    """Return how many questions there are and how long they take: "thirteen questions", "two minutes"."""
    many, minutes = len(questions), max(1, round(len(questions) * SECONDS_A_QUESTION / 60))
    return {"questions": counted(many, "question"), "minutes": counted(minutes, "minute")}


def of_titles(titles: list[Title] | None = None) -> dict[str, object]:
    """Return what a page's masthead and sentences show of the titles."""
    titles = titles_on_offer() if titles is None else titles
    return {"titles": titles, "front": front_door(titles)}
