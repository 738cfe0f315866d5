"""What no posting may do: ask an applicant for money, papers or a visit to a page that is not encrypted, offer several
openings at once, or write a name in letters that look like others.

Source: the warnings on job scams of the US Federal Trade Commission (consumer.ftc.gov/articles/job-scams) and of
JobsAware (jobsaware.co.uk): an advance fee, and papers or bank details before there is an offer.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from roles.core.document import Document

_APPLICANT: Final = r"(?:you|applicants?|candidates?|the successful (?:applicant|candidate))"
_FEE: Final = (
    r"(?:(?:registration|application|processing|training|joining|placement|onboarding|starter|security|admin(?:istration)?|"
    r"visa|vetting|dbs|uniform|equipment|kit)\s+(?:fees?|deposits?|charges?|costs?)|(?:fees?|deposits?))"
)
_PAPER: Final = (
    r"(?:passport|driv(?:ing|er.?s|ers)\s+licen[cs]e|identity\s+(?:card|papers?|documents?)|id\s+(?:card|documents?)|"
    r"birth\s+certificate|social\s+security\s+(?:number|card)|national\s+insurance\s+number|social\s+insurance\s+number|"
    r"tax\s+file\s+number|bank\s+(?:account|details|statements?)|credit\s+card|card\s+(?:number|details))"
)
_SENT: Final = r"(?:send|e-?mail|attach|enclose|upload|submit|enter|include|text|whatsapp|message)(?:ing|s|ed)?"
_FEES = re.compile(
    rf"\b{_APPLICANT}\b[^.;!?]{{0,60}}\b(?:pays?|paying|transfer|send|cover)\b[^.;!?]{{0,60}}\b{_FEE}\b|"
    rf"\bpay(?:ing)?\s+(?:a|an|the|your|our|this)\s+(?:\w+\s+){{0,2}}?{_FEE}\b|"
    rf"\b(?:refundable|non-refundable|upfront|up-front|advance)\s+(?:\w+\s+)?(?:fee|deposit|payment)\b|"
    rf"\b{_FEE}\s+(?:of\s+\S{{1,12}}\s+)?(?:is|are|must be|will be|has to be)\s+"
    r"(?:required|payable|due|paid|charged)\b|"
    r"\b(?:gift cards?|western union|moneygram|bitcoin|cryptocurrency)\b[^.;!?]{0,60}\b(?:pay|send|fee|deposit)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    rf"\b{_SENT}\b[^.;!?]{{0,80}}\b{_PAPER}\b|\b(?:copy|scan|photo|picture)\s+of\s+(?:your|the)\s+{_PAPER}\b",
    re.IGNORECASE,
)
_SEVERAL: Final = (
    r"(?:multiple|several|various|numerous|many|dozens\s+of|[2-9]|[1-9]\d+|"
    r"two|three|four|five|six|seven|eight|nine|ten)"
)
_OPENINGS: Final = r"(?:positions|openings|vacancies|jobs|roles)"
# Source: Google's rules for a JobPosting, one job a page.
_MANY_OPENINGS = re.compile(
    rf"\b{_SEVERAL}\s+(?:\w+\s+)?{_OPENINGS}\s+(?:(?:are|is|now|currently)\s+)*(?:available|open\b|vacant|to\s+(?:be\s+)?fill)|"
    rf"\b(?:we\s+have|there\s+are)\s+(?:\w+\s+)?{_SEVERAL}\s+(?:\w+\s+)?(?:openings|vacancies)\b|"
    rf"\b(?:hiring|recruiting|looking|advertising)\s+(?:\w+\s+)?for\s+(?:{_SEVERAL}|the\s+following)\s+(?:\w+\s+)?{_OPENINGS}\b|"
    rf"\b(?:apply|applications?)\s+(?:\w+\s+)?(?:for|to)\s+(?:any|one|some|all)\s+of\s+(?:these|the\s+following|our)\s+"
    rf"(?:\w+\s+)?{_OPENINGS}\b|"
    rf"\bthe\s+following\s+{_OPENINGS}\s+(?:are|is)\s+(?:\w+\s+)?(?:available|open|vacant)\b|"
    r"\b(?:open\s+positions|openings|vacancies)\s*:\s*(?:[2-9]|[1-9]\d+)\b",
    re.IGNORECASE,
)
# Alphabets with letters that are drawn like Latin ones.
_ALIKE: Final = ("CYRILLIC", "GREEK", "CHEROKEE", "COPTIC", "ARMENIAN")
_DENIED = re.compile(r"\b(?:no|not|never|nor|without|don.t|won.t|nobody|none)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.;!?](?!\s|$)[^.;!?\n]*)*[.;!?]?")
_PLAIN_HTTP = re.compile(r"\bhttp://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Breach:
    """Words that may not be published, and what to do about them."""

    words: str
    message: str


def breaches(document: Document) -> tuple[Breach, ...]:
    """Return what keeps the document from being published. A sentence that denies it is none."""
    texts = [document.title, *(item.text for item in document.items())]
    texts += [part.heading for part in document.sections] + [value for _, value in document.facts.lines()]
    named = [*_mixed(document.facts.hiring_organization), *_mixed(document.title)]
    return tuple(dict.fromkeys([*(found for text in texts for found in _in(text)), *named]))


def _mixed(name: str) -> Iterator[Breach]:
    for word in name.split():
        alphabets = {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}
        if "LATIN" in alphabets and alphabets.intersection(_ALIKE):
            yield Breach(word, "Write the word in letters of one alphabet: this is how names of others are imitated.")


def _in(text: str) -> Iterator[Breach]:
    for address in _PLAIN_HTTP.findall(text):
        yield Breach(address, "Use an address that begins with https: what applicants send there is encrypted.")
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if _DENIED.search(sentence):
            continue
        if _FEES.search(sentence):
            yield Breach(sentence, "It reads as if applicants were to pay something. Nobody may be asked for money.")
        if _MANY_OPENINGS.search(sentence):
            yield Breach(
                sentence,
                "A page is for one opening: job searches refuse one that offers several. Publish each by itself.",
            )
        if _PAPERS.search(sentence):
            yield Breach(
                sentence, "It asks for identity papers or bank details. Ask for them once there is an offer, not here."
            )
