"""What a dialect requires and a posting does not state: it is left out of that feed then, for nothing is made up."""

from roles.core.document import Document
from roles.core.places import postal

from .entry import email_of

_EMAIL = "an email address to apply to"


def nothing_lacks(document: Document) -> str:
    """Return "": the dialect takes any posting."""
    return ""


def lacks_for_indeed(document: Document) -> str:
    """Return what is missing, in words that follow "It needs"; "" for nothing."""
    address = postal(document.facts.job_location)
    if not (address.get("addressLocality") and address.get("addressCountry")):
        return "a town and a country"
    return "" if email_of(document) else _EMAIL


def lacks_for_linkedin(document: Document) -> str:
    """Return what is missing, in words that follow "It needs"; "" for nothing."""
    return "" if email_of(document) else _EMAIL
