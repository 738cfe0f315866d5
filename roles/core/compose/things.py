"""Whether a few words name a thing or state what is to be done: “H&S both sites”, not “juggle the diary”."""

import re

from .word_lists import words_of

_SENTENCE = re.compile(
    r"[:;?!](?!\d)|\. |\b(?:i|we|you|it|they|he|she|who|that|is|are|was|were|has|have|had|must|"
    r"should|needs?|can|will|does|do|don['’]t|not to|no)\b|\bto (?!\d)[a-z]+ (?:the|a|an|our|every|each|all)\b",
    re.IGNORECASE,
)
# Behind the first word: what only follows a verb, and what only follows a thing.
_OBJECT = re.compile(
    r"(?:the|a|an|our|your|my|their|its|his|her|any|every|each|new|all|both|up|out|off|down)\b", re.IGNORECASE
)
_OF_THING = re.compile(r"(?:for|of|and|or|in|at|on|by|from|per|with|w/)\b|[,&+(/]", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:desks?|rotas?|rosters?|lists?|books?|times|boards?|sheets?|levels|logs?)\b", re.IGNORECASE
)  # “front desk”, “price list”
_DETERMINED = re.compile(r"(?:the|an?|our|all|any|every|each|both|no|some)\b", re.IGNORECASE)
_LETTERS = re.compile(r"(?:\d+ )?[^\W\d_][\w&’'/.-]*(?= |,|$)")
_WORDS_MAX = 9


def is_thing(line: str) -> bool:
    """Return whether a short line has no verb: “H&S both sites”, “rotas”, not “juggle the diary”."""
    line = line.rstrip(".")
    words = line.split()
    if not _LETTERS.match(line) or len(words) > _WORDS_MAX or _SENTENCE.search(line):
        return False
    first, rest = words[0].lower().strip(","), line[len(words[0]) :].strip()
    orders, things = words_of("verbs", "orders"), words_of("verbs", "things")
    if first in orders:
        listed = not rest or words[0].endswith(",")
        return first in things and (listed or bool(_OF_THING.match(rest) or _HEAD.match(rest)))
    if _singular(first) in orders:  # “permits and plans” are things, “manages staff” is to be done
        return not rest or words[0].endswith(",") or bool(_OF_THING.match(rest)) or _singular(first) in things
    return not (_OBJECT.match(rest) and not first.endswith("s")) or bool(_DETERMINED.match(line))


def _singular(word: str) -> str:
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"(?<=[hsxo])es$", "", word)) if word.endswith("s") else ""
