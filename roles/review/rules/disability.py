"""Disability: demands on the body that the work may not need, and words that wound in passing."""

import re
from collections.abc import Iterator

from .. import text as texts
from ..context import Context, Passage
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
            "be (?:fit and )?healthy", "asks about health. Name the essential task.", Level.MUST_FIX, in_benefits=False
        ),
        Term("in (?:good|excellent|perfect) (?:physical )?health", "asks about health.", Level.MUST_FIX),
        Term("fit and healthy", "asks about health. Name the essential task.", Level.MUST_FIX, in_benefits=False),
        Term("physically fit", "asks about the body. Name the essential task.", Level.MUST_FIX),
        Term("no (?:physical |mental )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("without (?:any )?(?:physical |mental )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("free (?:of|from) (?:any )?disabilit(?:y|ies)", "shuts disabled people out.", Level.MUST_FIX),
        Term("handicapped", "is an outdated word that offends.", Level.MUST_FIX, swap="disabled"),
        Term("wheelchair~bound", "is an outdated word that offends.", Level.MUST_FIX),
        Term(
            "(?:normal|perfect) (?:vision|hearing|eyesight|speech)",
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
    innocent=("with (?:and|or) without (?:any )?disabilit(?:y|ies)",),
)

warn = WordList(
    "disability.warn",
    (
        Term("able to stand", "names a posture, not the task.", swap="able to remain in a stationary position"),
        Term("able to sit", "names a posture, not the task.", swap="able to remain in a stationary position"),
        Term("able to walk", "names a movement, not the task.", swap="able to move"),
        Term("able to climb", "names a movement, not the task.", swap="able to ascend and descend"),
        Term("able to (?:bend|kneel|crouch|stoop)", "names a movement, not the task."),
        Term("able to type", "names a movement, not the task.", swap="able to enter data"),
        Term(
            "able to (?:see|hear|talk|speak)(?: and (?:see|hear|talk|speak))?(?=[.,;)]|$| clearly| normally)",
            "names a sense, not the task: notice, identify, communicate.",
        ),
        Term("prolonged (?:standing|sitting)", "names a posture, not the task."),
        Term("on your feet all day", "names a posture, not the task."),
        Term(
            "(?:must have|need|needs|require) an? (?:valid |clean |full )?driv(?:er'?s?|ing) licen[cs]e",
            "shuts out people who do not drive. Ask for a reliable way to reach the sites, or say why driving is "
            "essential.",
        ),
        Term("valid driv(?:er'?s?|ing) licen[cs]e", "shuts out people who do not drive. Say why driving is essential."),
        Term("clean driv(?:er'?s?|ing) licen[cs]e", "shuts out people who do not drive. Say why driving is essential."),
    ),
    why="An office post almost never needs it. First leave it out; if the work needs it, name the task.",
    source=WORDING,
    innocent=(
        "able to stand (?:in|behind|by|up|for (?:our|the|what))",
        "able to sit (?:down|in on|with|on)",
        "able to walk (?:people|customers?|clients?|us|the|a|someone|away|new)",
        "able to climb the ladder",
        "able to type of",
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
        Term("sanity~checks?", "makes light of mental illness.", swap="check"),
    ),
    why="Nobody is kept from applying by law, but somebody may stop reading.",
    source=STYLE,
    innocent=("blind spots? (?:mirrors?|monitors?|monitoring|cameras?|sensors?|alerts?)", "crazy golf"),
)

_LIFT = re.compile(
    r"\b(lift|carry|lifting|carrying)(?:,? ?(?:and|or|and/or|/)? ?(?:lift|carry|move|lifting|carrying|moving))? "
    r"(?:items |boxes |loads |weights )?(?:of )?(?:up to |at least |over )?(1?\d{1,2}\+? ?(?:lbs?|pounds|kgs?|"
    r"kilos?))(?![^\W_])"
)


def find(context: Context) -> Iterator[Finding]:
    for passage in context.passages:
        for words in (block, warn, style):
            yield from words.findings(passage)
        yield from _lifting(passage)


def _lifting(passage: Passage) -> Iterator[Finding]:
    for match in passage.matches(_LIFT):
        words = passage.text[match.start() : match.end()]
        weight = passage.text[match.start(2) : match.end(2)]
        verb = "moving" if match[1].endswith("ing") else "move"
        yield passage.finding(
            "disability.warn",
            Level.SHOULD_FIX,
            f"“{words}”: a director almost never needs to. Leave it out, or say it so that aids count.",
            why="A weight that is no essential function shuts out people who could do the work.",
            source=WORDING,
            span=match.span(),
            replacement=texts.in_case_of(words, f"{verb} items up to {weight}, with or without accommodation"),
        )


RULE = Rule("disability", "Words that shut out disabled people", find)
