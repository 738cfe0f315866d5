"""Disability: demands on the body that the work may not need, and words that wound in passing."""

import re
from collections.abc import Iterator

from .. import text as texts
from ..context import Context
from ..finding import Finding, Level
from ..reviewed import ReviewedItem
from ..rule import Rule
from ..words.lists import read

block = read("disability_block")
warn = read("disability_warn")
style = read("disability_style")

_LIFT = re.compile(
    r"\b(lift|carry|lifting|carrying)(?:,? ?(?:and|or|and/or|/)? ?(?:lift|carry|move|lifting|carrying|moving))? "
    r"(?:items |boxes |loads |weights |objects )?(?:of |weighing )?(up to |at least |over )?(1?\d{1,2}\+? ?"
    r"(?:lbs?|pounds|kgs?|kilos?))(?![^\W_])"
)
# What carries is no person.
_CARRIER = re.compile(
    r"\b(?:that|which|trucks?|vans?|lorr(?:y|ies)|forklifts?|shel(?:f|ves)|racks?|belts?|cranes?|machines?|bikes?|"
    r"robots?|drones?|vehicles?) (?:can |may |must )?$"
)
_LICENCE = re.compile(r"\blicen[cs]e\b|\b(?:car|vehicle|van|truck|transport)\b")
_EXPLAINED = re.compile(
    r"\b(?:because|since|as (?:you|the|we|site|visits)|so that|in order to)\b|\b(?:is|are|be)? ?(?:provided|"
    r"supplied)\b|"
    r"\byou(?:'ll| will)(?: be)? (?:driv|visit|travel|tow|deliver|mov|cover)\w{0,4}\b|"
    r"\byou (?:drive|visit|travel|move) (?:between|the|to|our)\b|\bmileage\b|\btravel allowance\b|"
    r"\bwe (?:provide|supply|have|give)\b|\b(?:company|pool|our) (?:car|van|truck|vehicle|pickup)s?\b|"
    r"\b(?:car|van|truck|vehicle) comes with\b|\ba lot of driving\b"
)
_SENSE = re.compile(r"\b(?:vision|eyesight|sight|hearing)\b")
# Another way than the norm: "or a pass in the trade test", "(we can supply a tester)".
_ANOTHER_WAY = re.compile(
    r"\bor (?:an?|the|we|can|able|with|equivalent|corrected|you)\b|\binstead\b|\balternative|\bwith or without\b|"
    r"\bcorrected\b|\bwe (?:can |will )?(?:provide|offer|arrange|accommodate|supply)"
)
_AIDED = re.compile(
    r"\bwith or without (?:any |reasonable )?(?:accommodation|adjustment|help|aid|assistance)|"
    r"\bwe (?:can |will |do )?accommodate\b|\breasonable adjustments?\b"
)
_NO_EXCEPTION = re.compile(r"\b(?:no|(?<!or )without) (?:any )?(?:exceptions?|accommodations?|aids?|help)\b")
_ENDS = re.compile(r" ?(?:[.,;!)]|$)")


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that shut out disabled people (the worst in the title, too), and lifting without need."""
    yield from block.findings(context.title)
    for item in context.items:
        for words in (block, warn, style):
            yield from (found for found in words.findings(item) if not _is_explained(item, found))
        if item.has_digits:
            yield from _lifting(item)


def _is_explained(item: ReviewedItem, found: Finding) -> bool:
    """Whether the sentence that asks for a licence states why, or that of a norm of the body another way."""
    words = found.words.lower()
    if _SENSE.search(words):
        return bool(_ANOTHER_WAY.search(item.folded, found.place.end or 0, item.sentence_at(found.place.start or 0)[1]))
    if not _LICENCE.search(words):
        return False
    return bool(_EXPLAINED.search(item.folded, *item.sentence_at(found.place.start or 0)))


def _lifting(item: ReviewedItem) -> Iterator[Finding]:
    for match in item.matches(_LIFT):
        if _CARRIER.search(item.folded, max(match.start() - 24, 0), match.start()):
            continue
        if _AIDED.search(item.folded, *item.sentence_at(match.start())) or _is_protected(item, match.span()):
            continue  # as it should be worded, or of nobody
        words = item.text[match.start() : match.end()]
        weight = item.text[match.start(3) : match.end(3)]
        verb = "moving" if match[1].endswith("ing") else "move"
        no_way_round = _NO_EXCEPTION.search(item.folded, *item.sentence_at(match.start()))
        fits = match[2] == "up to " and _ENDS.match(item.folded, match.end())
        fix = texts.in_case_of(words, f"{verb} items up to {weight}, with or without accommodation")
        yield item.finding(
            "disability.warn",
            Level.MUST_FIX if no_way_round else Level.SHOULD_FIX,
            f"“{words}”: a director almost never needs to. Leave it out, or say it so that aids count: "
            "“move items …, with or without accommodation”.",
            why="A weight that is no essential function shuts out people who could do the work.",
            source=warn.source,
            span=match.span(),
            replacement=fix if fits else None,
        )


def _is_protected(item: ReviewedItem, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in item.protecting)


RULE = Rule("disability", "Words that shut out disabled people", find)
