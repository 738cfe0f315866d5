"""The placeholders that print what the owner wrote herself: her lines, as they read in a posting."""

from . import answers, asked, her_words
from .placeholder import Placeholder, own_lines

OWN_WORDS: tuple[Placeholder, ...] = (
    Placeholder(
        "own_duties",
        "the owner's own duties, one per line",
        lambda it: her_words.duties(it.brief.own_duties, but_powers="own_powers" in it.opens_with),
        ("Open the second café.",),
        optional=True,
        own_words=True,
    ),
    Placeholder(
        "own_powers",
        "what her duties allow, as sentences",
        lambda it: her_words.powers(it.brief.own_duties),
        ("You can hire drivers yourself.",),
        optional=True,
        own_words=True,
    ),
    Placeholder(
        "says_much", "she wrote several duties, so that ours hold back", lambda it: it.writes_much, (True, False)
    ),
    Placeholder(
        "own_required",
        "the owner's own requirements, one per line",
        lambda it: asked.as_list(it.brief.own_required),
        ("You have run a bakery.",),
        optional=True,
        own_words=True,
    ),
    own_lines("own_preferred", "what would be nice, in the owner's words", asked.as_list, "You speak French."),
    Placeholder(
        "why_now",
        "why now, and why somebody good would want it",
        lambda it: her_words.why_now(
            it.brief.why_now, "" if it.in_person and "superior_here" in it.opens_with else it.brief.reports_to
        ),
        ("The owner is stepping back.",),
        optional=True,
        own_words=True,
    ),
    own_lines("culture", "how the business works, as a practice", her_words.paragraphs, "Everybody bakes on Fridays."),
    own_lines("conditions", "hours and conditions, in the owner's words", her_words.paragraphs, "We start at five."),
    own_lines("equal_opportunity", "the owner's own equal-opportunity text", answers.sentences, "We welcome everyone."),
)
