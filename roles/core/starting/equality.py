"""What a text states on equality: how those who apply are treated."""

import re

_EQUALITY = re.compile(
    r"\baccommodations? for (?:people|persons|applicants|candidates) with disabilit|\bequal[ -]opportunit|"
    r"\b(?-i:EOE|EEO)\b|"
    r"\b(?:welcomes?|encourages?) (?:applications|candidates|applicants|applying) (?:from|of|by) (?:[\w-]+ ){0,8}?"
    r"(?:all|every|any|people|person|women|disabilit\w+|backgrounds?|minorit\w+|communities|newcomers|veterans)\b|"
    r"\bdo(?:es)? not discriminate\b|\bwithout (?:regard|discrimination)\b|\bregardless of (?:race|age|sex|gender|"
    r"background|religion)\b|"
    r"\bwhatever (?:your|their) background\b|\bpeople of (?:every|any|all) (?:gender|background)|"
    r"\b(?:everyone|anyone|everybody|anybody|all) who can do (?:this|the) (?:work|job) (?:are|is|gets?|will be)\b|"
    r"\bdisability confident\b|\bpeople are (?:strongly |warmly )?encouraged to apply\b",
    re.IGNORECASE,
)


def is_of_equality(text: str) -> bool:
    """Return whether a sentence is on equal treatment of those who apply."""
    return bool(_EQUALITY.search(text))
