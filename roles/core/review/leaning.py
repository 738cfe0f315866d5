"""Leaning: which duties of a text speak of strategic and which of operational work, and in which words.

A description, no judgement: in real postings most mix both, and the share of strategic words
is the same under both titles. So nothing here names a title.
"""

import re
from collections import Counter
from dataclasses import dataclass

from roles.core.document import Document, Focus, Item
from roles.core.folding import fold
from roles.core.limits import SectionKey

# The words the article this portal teaches from uses for each kind of work, with their forms.
STRATEGIC = (
    r"strateg(?:y|ies|ic|ically)|long[ -]term|multi-?year|(?:two|three|five|ten|\d)-year|polic(?:y|ies)|"
    r"goals?|objectives?|vision|direction|"
    r"optimi[sz](?:e|es|ed|ing|ation)|(?:manag(?:e|es|ing)|allocat(?:e|es|ing)) (?:the )?resources|"
    r"resource (?:allocation|planning)|analy[sz](?:e|es|ing) (?:the )?(?:data|figures|trends)|data analysis|"
    r"areas? (?:to improve|for improvement|of improvement)|continuous improvement|key performance indicators?|kpis?|"
    r"best practices?|productivity|(?:cut|cuts|cutting|reduc(?:e|es|ing)|lower|lowers|lowering) (?:the )?costs?|"
    r"cost (?:reduction|saving|savings)|align(?:s|ed|ing|ment)?|roadmaps?"
)
OPERATIONAL = (
    r"day[ -]to[ -]day|daily|every day|shifts?|schedul(?:e|es|ing)|rotas?|rosters?|budgets?|budgeting|complian(?:ce|t)|"
    r"regulations?|regulatory|decisions?|decision-making|decid(?:e|es|ing)|adapt(?:s|ed|ing)?|overse(?:e|es|eing)|"
    r"performance metrics|workflows?|work(?:s|ing)? closely with|implement(?:s|ed|ing|ation)?|coordinat(?:e|es|ing)|"
    r"supervis(?:e|es|ing)|inventory|deliver(?:y|ies)"
)
_EITHER = re.compile(rf"(?<![^\W_])(?:(?P<strategic>{STRATEGIC})|(?P<operational>{OPERATIONAL}))(?![^\W_])")
DUTIES = SectionKey.RESPONSIBILITIES
_NOT_DUTIES = frozenset(
    {
        SectionKey.COMPANY,
        SectionKey.REQUIRED,
        SectionKey.PREFERRED,
        SectionKey.SKILLS,
        SectionKey.PAY,
        SectionKey.APPLY,
        SectionKey.EQUAL_OPPORTUNITY,
        SectionKey.CONDITIONS,
    },
)
_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word found, as it stands in the text, and in how many duties."""

    text: str
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Counts of duties by the words they use. `listed` is whether the text has a list of duties;
    without one, all that is not about the company, the person or the terms was read."""

    listed: bool
    strategic: int
    operational: int
    both: int
    neither: int
    strategic_words: tuple[Word, ...]
    operational_words: tuple[Word, ...]

    @property
    def duties(self) -> int:
        return self.strategic + self.operational + self.both + self.neither


def leaning(document: Document) -> Leaning:
    """Describe the document's duties. Pure; linear in the length of the text."""
    items = [item for section in document.sections if _kind(section.key) == DUTIES for item in section.items]
    listed = bool(items)
    if not listed:
        items = [
            item for section in document.sections if _kind(section.key) not in _NOT_DUTIES for item in section.items
        ]
    counts: Counter[frozenset[Focus]] = Counter()
    words: dict[Focus, Counter[str]] = {Focus.STRATEGIC: Counter(), Focus.OPERATIONAL: Counter()}
    for item in items:
        found = _words(item)
        counts[frozenset(focus for focus, _ in found)] += 1
        for focus, word in found:
            words[focus][word] += 1
    return Leaning(
        listed=listed,
        strategic=counts[frozenset({Focus.STRATEGIC})],
        operational=counts[frozenset({Focus.OPERATIONAL})],
        both=counts[frozenset(words)],
        neither=counts[frozenset()],
        strategic_words=_ordered(words[Focus.STRATEGIC]),
        operational_words=_ordered(words[Focus.OPERATIONAL]),
    )


def _words(item: Item) -> set[tuple[Focus, str]]:
    return {(Focus(match.lastgroup or ""), match[0]) for match in _EITHER.finditer(fold(item.text))}


def _ordered(counts: Counter[str]) -> tuple[Word, ...]:
    return tuple(Word(word, count) for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def _kind(key: str) -> str:
    return _NUMBER.sub("", key)
