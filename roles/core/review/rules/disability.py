"""Disability: demands on the body that the work may not need, and words that wound in passing."""

import re
from collections.abc import Iterator

from .. import text as texts
from ..context import Context, ReviewedItem
from ..finding import Finding, Level
from ..rule import Rule
from ..words import Term, WordList

LAW = "Americans with Disabilities Act, for employers with 15 people or more; 29 CFR 1630.2(n)"
WORDING = "ADA wording tables of Kansas State University and the University of Arkansas"
STYLE = "Common style guides; no law"

block = WordList(
    "disability.block",
    (
        Term("able~bodied", "shuts disabled people out. Name the essential task.", Level.MUST_FIX),
        Term(
            "healthy (?:and [a-z]+ )?(?:person|individual|candidate|applicant|adult|body|worker|people)",
            "asks about health. Name the essential task.",
            Level.MUST_FIX,
            in_benefits=False,
        ),
        Term(
            "healthy(?:,| and) (?:(?:and )?[a-z-]+,? ){1,2}?(?:person|individual|candidate|applicant|adult|worker)",
            "asks about health. Name the essential task.",
            Level.MUST_FIX,
            in_benefits=False,
        ),
        Term(
            "be (?:fit (?:and|&) )?healthy",
            "asks about health. Name the essential task.",
            Level.MUST_FIX,
            in_benefits=False,
        ),
        Term("in (?:good|excellent|perfect) (?:physical )?health", "asks about health.", Level.MUST_FIX),
        Term("fit (?:and|&) healthy", "asks about health. Name the essential task.", Level.MUST_FIX, in_benefits=False),
        Term("physically fit", "asks about the body. Name the essential task.", Level.MUST_FIX),
        Term(
            "must be fit(?=[.,;!]|$| and (?:able|strong|active)| to (?:lift|carry|stand|climb))",
            "asks about the body. Name the essential task.",
            Level.MUST_FIX,
        ),
        Term("no (?:physical |mental )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("without (?:any )?(?:physical |mental )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("free (?:of|from) (?:any )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("handicapped", "is an outdated word that offends.", Level.MUST_FIX, swap="disabled"),
        Term("wheelchair~bound", "is an outdated word that offends.", Level.MUST_FIX),
        Term(
            "(?:normal|perfect)[\"”']? (?:vision|hearing|eyesight|speech)",
            "sets a bodily norm. Name the essential task.",
            Level.MUST_FIX,
        ),
        Term(
            "must have (?:your |their |an? )?own (?:reliable )?"
            "(?:car|truck|van|vehicle|transport|transportation)(?: or (?:car|truck|van))?",
            "shuts out people who do not drive. Ask for a reliable way to reach the sites.",
            Level.MUST_FIX,
        ),
        Term(
            "own (?:car|vehicle) (?:is )?(?:required|essential)", "shuts out people who do not drive.", Level.MUST_FIX
        ),
    ),
    why="A posting may ask for what the work essentially needs, “with or without accommodation”, not for a body.",
    source=LAW,
    protects=True,
    innocent=(
        "with (?:and|or) without (?:any )?disabilit(?:y|ies)",
        "handicapped (?:parking|spaces?|access|accessible|toilets?|bathrooms?)",
    ),
)

warn = WordList(
    "disability.warn",
    (
        *(
            Term(f"{can} to {verb}", f"names a {what}, not the task.", swap=swap and f"{can} to {swap}")
            for can in ("able", "ability")
            for verb, what, swap in (
                ("stand", "posture", "remain in a stationary position"),
                ("sit", "posture", "remain in a stationary position"),
                ("walk", "movement", "move"),
                ("climb", "movement", "ascend and descend"),
                ("(?:bend|kneel|crouch|stoop)", "movement", None),
                ("type", "movement", "enter data"),
            )
        ),
        Term(
            "(?:able|ability) to (?:see|hear|talk|speak)(?: and (?:see|hear|talk|speak))?"
            "(?=[.,;)]|$| clearly| normally)",
            "names a sense, not the task: notice, identify, communicate.",
        ),
        Term("(?:stand|sit) for (?:long|extended|prolonged) periods?", "names a posture, not the task."),
        Term("climb (?:ladders|stairs|steps)", "names a movement, not the task."),
        Term("prolonged (?:standing|sitting)", "names a posture, not the task."),
        Term("on your feet all day", "names a posture, not the task."),
        Term(
            "(?:must have|need|needs|require) an? (?:valid |clean |full )?driv(?:er'?s?|ing) licen[cs]e",
            "shuts out people who do not drive. Ask for a reliable way to reach the sites, or say why driving is "
            "essential.",
        ),
        Term("valid driv(?:er'?s?|ing) licen[cs]e", "shuts out people who do not drive. Say why driving is essential."),
        Term(
            "driv(?:er'?s?|ing) licen[cs]e (?:is )?(?:required|needed|essential|mandatory)",
            "shuts out people who do not drive. Say why driving is essential.",
        ),
        Term("clean driv(?:er'?s?|ing) licen[cs]e", "shuts out people who do not drive. Say why driving is essential."),
    ),
    why="An office post almost never needs it. First leave it out; if the work needs it, name the task.",
    source=WORDING,
    innocent=(
        "(?:able|ability) to stand (?:in|behind|by|up|for (?:our|the|what))",
        "(?:able|ability) to sit (?:down|in on|with|on)",
        "(?:able|ability) to walk (?:people|customers?|clients?|us|the|a|someone|away|new)",
        "(?:able|ability) to climb the ladder",
        "(?:able|ability) to type of",
    ),
)

style = WordList(
    "disability.style",
    (
        Term("crazy", "makes light of mental illness. Say what you mean."),
        Term("insane(?:ly)?", "makes light of mental illness. Say what you mean."),
        Term("tone~deaf", "uses a disability as a fault.", swap="careless"),
        Term("blind spots?", "uses a disability as a fault: “gap” says it."),
        Term("ocd", "makes light of an illness. Say “exact”."),
        Term("lame", "uses a disability as a fault."),
        Term("sanity~check", "makes light of mental illness.", swap="check"),
        Term("sanity~checks", "makes light of mental illness.", swap="checks"),
    ),
    why="Nobody is kept from applying by law, but somebody may stop reading.",
    source=STYLE,
    innocent=("blind spots? (?:mirrors?|monitors?|monitoring|cameras?|sensors?|alerts?)", "crazy golf"),
)

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
_ENDS = re.compile(r" ?(?:[.,;!)]|$)")


def find(context: Context) -> Iterator[Finding]:
    """Yield the words that shut out disabled people (the worst in the title, too), and lifting without need."""
    yield from block.findings(context.title)
    for passage in context.passages:
        for words in (block, warn, style):
            yield from words.findings(passage)
        if passage.has_digits:
            yield from _lifting(passage)


def _lifting(passage: ReviewedItem) -> Iterator[Finding]:
    for match in passage.matches(_LIFT):
        if _CARRIER.search(passage.folded, max(match.start() - 24, 0), match.start()):
            continue
        if passage.folded.startswith((" with or without", ", with or without"), match.end()):
            continue  # as it should be said
        words = passage.text[match.start() : match.end()]
        weight = passage.text[match.start(3) : match.end(3)]
        verb = "moving" if match[1].endswith("ing") else "move"
        fits = match[2] == "up to " and _ENDS.match(passage.folded, match.end())
        fix = texts.in_case_of(words, f"{verb} items up to {weight}, with or without accommodation")
        yield passage.finding(
            "disability.warn",
            Level.SHOULD_FIX,
            f"“{words}”: a director almost never needs to. Leave it out, or say it so that aids count: "
            "“move items …, with or without accommodation”.",
            why="A weight that is no essential function shuts out people who could do the work.",
            source=WORDING,
            span=match.span(),
            replacement=fix if fits else None,
        )


RULE = Rule("disability", "Words that shut out disabled people", find)
