"""Figures in Prometheus' text format: what this machine's workers answered, and what the database holds."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.utils import timezone
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from roles.models import LastRun, Posting

# Where workers put their figures for each other; gunicorn.conf.py makes it.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
METHODS = ("GET", "HEAD", "POST")

own = CollectorRegistry()
seconds = Histogram(
    "portal_request_seconds",
    "How long answers took, by route.",
    ["route", "method"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=own,
)
answers = Counter("portal_answers", "Answers, by route and status.", ["route", "status"], registry=own)


def count(route: str, method: str, status: int, took: float) -> None:
    seconds.labels(route, method if method in METHODS else "other").observe(took)
    answers.labels(route, str(status)).inc()


class Held(Collector):
    """What the database holds, counted when it is asked for. While it does not answer there is only that."""

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("portal_database_up", "1 while the database answers.")
        try:
            found = list(self.counted())
        except DatabaseError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        yield from found

    def counted(self) -> Iterator[Metric]:
        now = timezone.now()
        yield gauge("portal_postings", "Postings, deleted ones too.", Posting.objects.count())
        drafts = Posting.objects.filter(owner=None, deleted_at=None).count()
        yield gauge("portal_drafts", "Drafts that belong to no account.", drafts)
        yield gauge("portal_sessions", "Sessions.", Session.objects.filter(expire_date__gt=now).count())
        yield gauge("portal_database_bytes", "The size of the database.", database_bytes())
        age = GaugeMetricFamily(
            "portal_last_run_age_seconds", "Since it was last done; missing if never.", labels=["what"]
        )
        for name, since in LastRun.objects.ages(now).items():
            age.add_metric([name], since)
        yield age


def gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)


def database_bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return cursor.fetchone()[0]
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        size = cursor.fetchone()[0]
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    return size + (log.stat().st_size if log.is_file() else 0)


def written() -> bytes:
    """All of it: of every worker where they share a folder, of this process alone where not."""
    registry = own
    if FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return generate_latest(registry) + generate_latest(_held)


_held = CollectorRegistry()
_held.register(Held())
