"""What a text states on equality: how those who apply are treated, and what support there is for them."""

import re

_SUPPORT = re.compile(
    r"\breasonable (?:accommodat|adjust)|\baccommodations? (?:is|are|will be|can be|may be) "
    r"(?:available|made|provided|offered)|"
    r"\b(?:need|require|request|ask for|provide|offer|make)s?\b.{0,30}\b(?:accommodation|adjustment)s?\b(?! allowance)|"
    r"\b(?:accommodations?|adjustments?) (?:for|on request|during|throughout|at any|in|to) .{0,40}"
    r"\b(?:disabilit|process|interview|hiring|recruit|applica|stage|step)|\bdisability confident\b|\baccess needs\b|"
    r"\bwill accommodate\b|\badjustment would help\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:tell us|let us know|talk to us|ask us|get in touch|contact us)\b.{0,40}\b"
    r"(?:need|arrang|help|support|step|interview)",
    re.IGNORECASE,
)
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


def offers_support(text: str) -> bool:
    """Return whether a text offers support to those who apply and need it."""
    return bool(_SUPPORT.search(text)) or (is_of_equality(text) and bool(_OFFERED.search(text)))
