"""A feed in the shape that LinkedIn documents for its partners.

Source: learn.microsoft.com/linkedin, XML feeds development guide.
"""

from collections.abc import Iterable, Iterator
from email.utils import format_datetime

from roles.core.document import EmploymentType, Workplace

from . import xml
from .entry import Channel, Entry

_JOB_TYPES = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACT",
    EmploymentType.TEMPORARY: "TEMPORARY",
}
_WORKPLACES = {Workplace.ON_SITE: "On-site", Workplace.HYBRID: "Hybrid", Workplace.REMOTE: "Remote"}


def write(channel: Channel, entries: Iterable[Entry]) -> str:
    """Return the feed; its entries lack nothing by `lacks_for_linkedin`."""
    head = (("publisher", channel.title), ("publisherUrl", channel.home))
    return xml.document(head, map(_job, entries))


def _job(entry: Entry) -> Iterator[xml.Field]:
    facts = entry.document.facts
    yield "partnerJobId", entry.identifier
    yield "company", entry.company
    yield "title", entry.document.title
    yield "description", entry.html
    yield "location", facts.job_location
    yield "workplaceTypes", _WORKPLACES[facts.workplace]
    yield "applyUrl", entry.url
    yield "posterEmail", entry.email
    yield "jobtype", _JOB_TYPES[facts.employment_type]
    yield "listDate", format_datetime(entry.published_at)
    yield "expirationDate", entry.last_day.isoformat()
