"""How the finder's result is shown."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from roles.core.finder.result import THRESHOLD

register = template.Library()


@register.simple_tag
def scale(result):
    """Where the score and the thresholds lie on a line from the lowest score to the highest, in per cent."""
    width = (result.highest - result.lowest) or 1

    def place(score):
        return round(100 * (score - result.lowest) / width, 2)

    return {
        "score": place(result.score),
        "low": place(-THRESHOLD),
        "high": place(THRESHOLD),
        "rest": 100 - place(THRESHOLD),
        "threshold": THRESHOLD,
    }


@register.filter
def signed(number):
    """+3, 0, −2: with a real minus sign."""
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


@register.filter
def pointing(chosen, way):
    """Of the answers chosen those that point up (an Operations Director), down, or neither way; the heaviest first."""
    fits = {"up": lambda weight: weight > 0, "down": lambda weight: weight < 0, "neither": lambda weight: weight == 0}
    found = [item for item in chosen if fits[way](item.answer.weight)]
    return sorted(found, key=lambda item: -abs(item.answer.weight))


@register.filter
def weights(chosen):
    return sum(item.answer.weight for item in chosen)


@register.simple_tag
def brief_url(slug, needs):
    """The address of a title's brief with the needs found filled in."""
    query = urlencode([("need", key) for key, _ in needs])
    return reverse("posting_new", args=[slug]) + (f"?{query}" if query else "")


@register.filter
def in_answers(key, question):
    return any(answer.key == key for answer in question.answers)


@register.filter
def paragraphs(text):
    """The lines of a text, each to be a paragraph."""
    return [line for line in text.splitlines() if line.strip()]
