"""Complete: what a reader looks for and a posting often leaves out."""

import re
from collections.abc import Iterator

from roles.core.document import EmploymentType, Workplace
from roles.core.places.country_forms import forms_of_country

from .. import expressions, pay_in_text
from ..context import Context
from ..finding import Finding, Level
from ..posting_parts import PAY_ITSELF
from ..posting_place import country
from ..rule import Rule
from .posting_law import parts_missed

COUNTED = (
    "24 real operations postings: a reporting line in 7, a pay figure in 8, how to apply and equal opportunity in 9"
)
PAY = "ZipRecruiter: about 50% more applications with pay shown; SHRM 2023: 74% are less interested without a range"
EEOC = "EEOC, “Job Advertisements”; our judgement"
GOOGLE = "schema.org JobPosting as Google for Jobs reads it: jobLocation is required"


# A title that may be read as that of a director in law, and words that state which it is.
_BOARD_TITLE = re.compile(r"\b(?:operations|ops|managing) director\b", re.IGNORECASE)
_BOARD = re.compile(r"\bboard\b|\bdirectorship\b|\b(?:company|statutory) director\b|\bcompanies house\b|\bin law\b")


_TERMED = (EmploymentType.CONTRACT, EmploymentType.TEMPORARY)
_WEEK = re.compile(
    r"\b(?:full|part)[ -]time\b|\b\d[\d.]* ?(?:hours|hrs)\b|\bdays? (?:a|per|each) week\b|\bfte\b|"
    r"\bpro[ -]rata\b"
)
_ANONYMOUS = re.compile(
    r"\b(?:reputed|reputable|renowned|well[ -]known|prestigious|an? leading|confidential) (?:\w+ ){0,2}"
    r"(?:company|firm|business|organi[sz]ation|client|employer)\b"
)


def find(context: Context) -> Iterator[Finding]:
    """Yield what is not there at all: place, workplace, employment, pay, how to apply, by when, to whom …"""
    yield from _where(context)
    yield from _employment(context)
    yield from _pay_and_how_to_apply(context)
    yield from _whom(context)


def _where(context: Context) -> Iterator[Finding]:
    remote = expressions.workplace(context) is Workplace.REMOTE
    if not context.document.facts.job_location.strip():
        message = "Say where the work is: city and region."
        if remote:
            message = "Say where somebody doing this from home may live."
        elif context.pasted:
            message = "Say where the work is in a line of its own, such as “Location: Denver, CO”. We found none."
        yield context.finding(
            "complete.place",
            # A place in the middle of a sentence is not seen.
            Level.SHOULD_FIX if remote or context.pasted else Level.MUST_FIX,
            message,
            why="Without a place nobody can tell whether the role is for them, and job boards turn it away.",
            source=GOOGLE,
        )
    if expressions.workplace(context) is None:
        yield context.finding(
            "complete.workplace",
            Level.CONSIDER,
            "Say whether the work is on site, hybrid or remote.",
            why="It decides for many readers whether to read on.",
            source=GOOGLE,
        )


def _employment(context: Context) -> Iterator[Finding]:
    if not expressions.states_employment(context):
        yield context.finding(
            "complete.employment_type",
            Level.CONSIDER,
            "Say whether the role is full-time, part-time or a contract.",
            why="Job boards sort by it.",
            source="schema.org JobPosting, employmentType",
        )
    elif context.pasted and expressions.employment(context) in _TERMED and not context.contains(_WEEK):
        yield context.finding(
            "complete.employment_type",
            Level.CONSIDER,
            "Say whether the role is full-time or part-time, as well as how long it lasts.",
            why="How long a job lasts does not say how much of a week it takes.",
            source="schema.org JobPosting, employmentType",
        )


def _pay_and_how_to_apply(context: Context) -> Iterator[Finding]:
    by_law = parts_missed(context)  # what a law's finding asks for is not asked for twice
    if pay_in_text.pay_of(context) is None and not any(by_law.get(part) is Level.MUST_FIX for part in PAY_ITSELF):
        yield context.finding(
            "complete.pay",
            Level.SHOULD_FIX,
            "State the pay range you have in mind.",
            why="Pay is what readers look for first.",
            source=PAY,
        )
    lost = context.pasted and context.words  # a text that was copied has lost the button of its page
    if not expressions.can_apply(context):
        yield context.finding(
            "complete.apply",
            Level.SHOULD_FIX if lost and by_law.get("how_to_apply") is not Level.MUST_FIX else Level.MUST_FIX,
            "Say how to apply: an email address, a web address or a telephone number.",
            why="Nobody can answer a posting without one.",
            source=COUNTED,
        )
    if not expressions.closes(context) and "closing_date" not in by_law:
        yield context.finding(
            "complete.closing_date",
            Level.CONSIDER,
            "Give a last day to apply, or say that applications stay open.",
            why="A day helps people plan, and some places ask for it.",
            source="schema.org JobPosting, validThrough; Colorado's posting rules",
        )


def _whom(context: Context) -> Iterator[Finding]:
    """Yield what is missing about people: equal treatment, who leads the role, who the employer is, the board."""
    if not context.contains(expressions.EQUAL):
        yield context.finding(
            "complete.equal_opportunity",
            Level.SHOULD_FIX,
            "Add an equal-opportunity line, and say whom to ask for an accommodation.",
            why="It tells people who are often left out that they are meant, too.",
            source=EEOC,
        )
    if not expressions.names_superior(context):
        yield context.finding(
            "complete.reporting_line",
            Level.SHOULD_FIX,
            "Say whom the role reports to.",
            why="It is what shows how senior the role is; the titles alone do not.",
            source=COUNTED,
        )
    if context.pasted and context.stated.company is None and context.contains(_ANONYMOUS):
        yield context.finding(
            "complete.company",
            Level.SHOULD_FIX,
            "Say who the employer is.",
            why="A business without a name is taken for a fraud, and nobody can find out about it.",
            source="Our judgement; the FTC on job scams",
        )
    titled = context.pasted and _BOARD_TITLE.search(context.document.title)
    if titled and forms_of_country(country(context)).officer_title and not context.contains(_BOARD):
        yield context.finding(
            "complete.board",
            Level.CONSIDER,
            "Say whether “Director” is a seat on the board here, or a manager's title.",
            why="There a director may be an officer of the company, with duties by law.",
            source="Companies Act 2006, sections 170 to 177, and the like of it elsewhere",
        )


RULE = Rule("complete", "What every posting should say", find)
