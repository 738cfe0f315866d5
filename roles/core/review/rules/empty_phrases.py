"""Empty phrases: words every posting uses and no reader learns from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..context import Context
from ..finding import Finding, Level
from ..pay_in_text import all_written
from ..rule import Rule
from ..words import Term, WordList

CASUAL = "LinkedIn's heat map of postings: a very casual tone made readers two to four times less likely to apply"
PAY = "SHRM 2023: 74% are less interested in a posting without a range"
OURS = "Our judgement"

_WORK = r"(?= (?:leader|operator|manager|director|team|people)s?\b)"
_CASUAL_SAYS = "is a costume, not a description. Say what the person has done."

phrases = WordList(
    "empty_phrases.phrase",
    (
        *(
            Term(f"{article}{word}{_WORK}", _CASUAL_SAYS, Level.SHOULD_FIX, swap, source=CASUAL, in_title=True)
            for article, swap in (("a ", "an experienced"), ("", "experienced"))
            for word in ("rock~star", "ninja", "guru", "super~star")
        ),
        *(
            Term(word, _CASUAL_SAYS, Level.SHOULD_FIX, source=CASUAL, in_title=True)
            for word in ("rock~stars?", "ninjas?", "gurus?", "wizards?", "super~stars?", "unicorns?")
        ),
        Term(
            "(?:wear|wears|wearing) (?:many|multiple|several|a lot of|lots of|different) hats",
            "hides the work. Say which tasks.",
        ),
        Term("many hats", "hides the work. Say which tasks."),
        Term("self~starters?", "says little. Name a task the person begins alone."),
        Term("go~getters?", "says little. Name a result you want."),
        Term("(?:hit|hits|hitting) the ground running", "says little. Say what should work after 30 days."),
        Term(
            "(?:competitive|attractive) (?:base |annual |starting |hourly )?"
            "(?:salary|pay|compensation|remuneration|wages?|package|benefits|rates?)",
            "hides the figure. State the range.",
            Level.SHOULD_FIX,
            source=PAY,
            why="Pay is what readers look for first, and every employer calls its own competitive.",
        ),
        Term(
            "(?:salary|pay|compensation|wages?): competitive",
            "hides the figure. State the range.",
            Level.SHOULD_FIX,
            source=PAY,
            why="Pay is what readers look for first, and every employer calls its own competitive.",
        ),
        Term("dynamic", "says little. Say what changes, and how often."),
        Term("synerg(?:y|ies|istic|i[sz]es?|i[sz]ing)", "says little. Say who works with whom on what."),
        Term("best~in~class", "says little. Give the figure you compare."),
        Term("passionate", "asks for a feeling. Name what the person has done."),
        Term("passion for", "asks for a feeling. Name what the person has done."),
        Term("work family", "promises what work is not. Say how people treat each other."),
        Term(
            "(?:we are|we're|we are like|we're like) (?:a|one) (?:big )?(?:happy )?"
            "family(?!~(?:business|firm|company|owned|run|practice))",
            "promises what work is not.",
        ),
        Term("results?~(?:driven|oriented|focused)", "says little. Name one result you want."),
        Term("proven track~records?", "says little. Ask for one number instead."),
        # Only before what is used: “create leverage” is a noun.
        Term("leverage(?= (?:our|the|your|their|its|an?|data|technology)(?![a-z]))", "has a plainer word.", swap="use"),
        Term("leverage", "has a plainer word."),
        Term("leverages(?= (?:our|the|your|their|its|an?|data)(?![a-z]))", "has a plainer word.", swap="uses"),
        Term("leveraging", "has a plainer word.", swap="using"),
        Term("leveraged", "has a plainer word."),
    ),
    why="Whoever is good reads past it, and learns nothing about the post.",
    source=OURS,
    innocent=(
        "setup wizards?",
        "installation wizards?",
        "dynamic (?:pricing|scheduling|routing|programming|range|content|positioning|teams?|young team|and young team)",
        "microsoft dynamic",
        "work family balance",
        "(?:financial|operating|negotiating|more|gain|gains|gaining) leverage",
        "leverage(?:d)? (?:ratio|buyout|buy-out|limits?)",
        "(?:competitive|attractive) (?:rates?|package) (?:for|to) (?:our |all |every )?(?:customers?|clients?|guests?)",
        "wizard of oz",
        "ninja kitchen",
        "rock~star games",
        "(?:non-competitive|highly competitive) (?:market)",
    ),
)

_OTHER_DUTIES = re.compile(r"\b(?:any |all )?other duties as (?:assigned|required|needed|directed|requested)\b")
_DOE = re.compile(
    r"\b(?:salary|pay|compensation)(?: is| will be|:| range:)? ?(?:doe\b|depend(?:s|ing|ent) (?:on|upon) experience|"
    r"commensurate with experience|based on experience)"
)
# The abbreviation alone, in capitals: a deer and Jane Doe are not meant.
_DOE_ALONE = re.compile(r"^(?:(?:salary|pay|rate|compensation)[: -]{1,3})?doe(?=[.;!]?$)")


def find(context: Context) -> Iterator[Finding]:
    """Yield empty words (in the title costumes only), “other duties” from the second time on, pay "by experience"."""
    yield from phrases.findings(context.title)
    seen = 0
    for passage in context.passages:
        found = list(phrases.findings(passage))
        figure = any(pay.passage is passage for pay in all_written(context))
        yield from map(_beside_the_figure, found) if figure else found
        for match in passage.matches(_OTHER_DUTIES):
            seen += 1
            if seen > 1:
                yield passage.finding(
                    "empty_phrases.other_duties",
                    Level.CONSIDER,
                    "“Other duties” stands here again. Once is enough.",
                    why="It reads as “everything else, too”.",
                    source=OURS,
                    span=match.span(),
                )
        for match in passage.matches(_DOE_ALONE if "DOE" in passage.text else _DOE):
            if not found and not any(map(str.isdigit, passage.text)):
                yield passage.finding(
                    "empty_phrases.phrase",
                    Level.SHOULD_FIX,
                    f"“{passage.text[match.start() : match.end()]}” hides the figure. State the range.",
                    why="Pay is what readers look for first.",
                    source=PAY,
                    span=match.span(),
                )


def _beside_the_figure(finding: Finding) -> Finding:
    """Return the finding as it is in a line that states the pay: there nothing is hidden."""
    if finding.source != PAY:
        return finding
    message = f"“{finding.words}” says nothing that the figure beside it does not. Drop the word."
    return replace(finding, level=Level.CONSIDER, message=message, why="Every employer calls its own pay competitive.")


RULE = Rule("empty_phrases", "Empty phrases", find)
