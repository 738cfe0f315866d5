"""A feed in the shape that Indeed documents. Source: indeed's XML feed format, docs.indeed.com. It posts nothing there:
Indeed takes feeds from its partners."""

from collections.abc import Iterable, Iterator
from email.utils import format_datetime

from roles.core.document import EmploymentType, Workplace
from roles.core.places import postal, read_place

from . import xml
from .entry import Channel, Entry

_JOB_TYPES = {
    EmploymentType.FULL_TIME: "fulltime",
    EmploymentType.PART_TIME: "parttime",
    EmploymentType.CONTRACT: "contract",
    EmploymentType.TEMPORARY: "temporary",
}
_REMOTE_TYPES = {Workplace.REMOTE: "Fully remote", Workplace.HYBRID: "Hybrid remote"}


def write(channel: Channel, entries: Iterable[Entry]) -> str:
    """Return the feed; its entries lack nothing by `lacks_for_indeed`.

    A place whose country writes no state or province has an empty `<state>`.
    """
    head = (("publisher", channel.title), ("publisherurl", channel.home))
    return xml.document(head, map(_job, entries))


def _job(entry: Entry) -> Iterator[xml.Field]:
    facts = entry.document.facts
    address = postal(facts.job_location)
    reading = read_place(facts.job_location)
    state = reading.places[0].region_name if reading.sure else ""
    yield "title", entry.document.title
    yield "date", format_datetime(entry.published_at)
    yield "referencenumber", entry.identifier
    yield "requisitionid", entry.identifier
    yield "url", entry.url
    yield "company", entry.company
    yield "city", address.get("addressLocality", "")
    yield "state", address.get("addressRegion", "") or state
    yield "country", address.get("addressCountry", "")
    yield "email", entry.email
    yield "description", entry.html
    if entry.pay:
        yield "salary", entry.pay
    yield "jobtype", _JOB_TYPES[facts.employment_type]
    if entry.trade:
        yield "category", entry.trade
    yield "expirationdate", entry.last_day.isoformat()
    if facts.workplace in _REMOTE_TYPES:
        yield "remotetype", _REMOTE_TYPES[facts.workplace]
