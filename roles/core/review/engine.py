"""The review: every rule over one document, findings in the order they matter."""

from datetime import date

from roles.core.compose.brief import Brief
from roles.core.document import Document

from .context import Context, Rules
from .finding import Finding, Level, Place
from .rules import RULES

# What is counted in words or looked for in them: of a text in another language it would be missing whatever is there.
_OF_WORDS = (
    *("complete.", "success_numbers.", "posting_law.missing", "length.", "reading_ease.", "sentences."),
    *("first_lines.", "promise_balance.", "requirements."),
)
_ORDER = {level: number for number, level in enumerate(Level)}


def review(document: Document, brief: Brief | None, rules: Rules, today: date, *, unread: int = 0) -> list[Finding]:
    """Return the findings on a document: what must be fixed first, then by place.

    Pure and deterministic; never raises. `brief` is None for a text that was not composed
    here, `unread` the number of lines of ours its owner has not been through. `rules.switched_off`
    takes ids of rules ("length") and of findings ("length.words").
    """
    context = Context(document, brief, rules, today, unread)
    found = [
        finding
        for rule in RULES
        if rule.id not in rules.switched_off
        for finding in rule.find(context)
        if finding.id not in rules.switched_off and not (context.foreign and finding.id.startswith(_OF_WORDS))
    ]
    found = _once(found)
    sections = {section.key: number for number, section in enumerate(document.sections)}

    def order(finding: Finding) -> tuple[int, int, int, int, str]:
        place = finding.place
        section = -1 if place.section is None else sections[place.section]
        item = -1 if place.item is None else place.item
        return _ORDER[finding.level], section, item, place.start or 0, finding.id

    return sorted(found, key=order)


def _once(found: list[Finding]) -> list[Finding]:
    """Leave out what a list has on words that a place's law bars; or the latter, where that weighs less."""
    barred = [each for each in found if each.id == "posting_law.barred"]
    doubled = set()
    for law in barred:
        for each in found:
            if each.id.startswith("protected.") and _overlap(law.place, each.place):
                doubled.add(id(each if _ORDER[law.level] <= _ORDER[each.level] else law))
    return [each for each in found if id(each) not in doubled]


def _overlap(one: Place, other: Place) -> bool:
    same = (one.section, one.item) == (other.section, other.item)
    return same and (one.start or 0) < (other.end or 0) and (other.start or 0) < (one.end or 0)
