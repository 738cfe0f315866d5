"""What a page gives job search, by Google's rules for a JobPosting.

Source: developers.google.com/search/docs/appearance/structured-data/job-posting. Markup that lacks what is
required is an error there, so a page has all of it or none.
"""

from datetime import datetime

from roles.core.document import Document, Workplace
from roles.core.exports import Listing, jsonld
from roles.core.places import place_beside_remote, postal, read_place


def lacking(document: Document) -> str:
    """Return what job search needs and the posting does not state, in words that follow "It needs"; "" for nothing."""
    facts = document.facts
    if facts.workplace is Workplace.REMOTE:
        beside = place_beside_remote(facts.job_location)
        where = facts.job_location if beside is None else beside
        return "" if where and read_place(where).country else "the country in which somebody may work from home"
    return "" if postal(facts.job_location).get("addressCountry") else "a town and a country as its place"


def markup(document: Document, listing: Listing, closes_at: datetime) -> str:
    """Return the JSON-LD of the page, safe in a script element; "" where something required is not known.

    `closes_at` is the first moment it is closed, in the time of its place: the last second before is in the markup,
    with its offset.
    """
    if lacking(document):
        return ""
    return jsonld.write(document, listing, until=closes_at)
