"""Counts reading without a trace of the reader: no cookie, no address, no script, and no write in the request.

Each process counts in memory and adds its sums to the database every `COUNT_SECONDS`, and when it stops. One that is
killed takes the sums of that time with it. What a cache or a browser answers with its own copy is not counted.
"""

import atexit
import logging
import re
import threading
from collections import Counter
from datetime import UTC, date, datetime

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest

from .models import DailyCount

logger = logging.getLogger(__name__)

# What names itself a machine, and what loads a page before somebody wants it.
_MACHINE = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|monitor|scan|check|feed|fetch|headless|lighthouse|archiver|"
    r"facebookexternalhit|curl|wget|python|httpx|okhttp|java/|go-http|libwww|perl|ruby|node|axios|postman",
    re.IGNORECASE,
)
# In memory at most; beyond it, which takes a database that is away for long, only what is there is counted on.
KEYS_MOST = 10_000


class Tally:
    """The sums of this process that are not in the database yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counted: Counter[tuple[int, date, str]] = Counter()
        self._timer: threading.Timer | None = None

    def add(self, publication: int, kind: DailyCount.Kind) -> None:
        key = (publication, datetime.now(UTC).date(), kind.value)
        with self._lock:
            if key in self._counted or len(self._counted) < KEYS_MOST:
                self._counted[key] += 1
            if self._timer is None and settings.COUNT_SECONDS:
                self._timer = threading.Timer(settings.COUNT_SECONDS, self._flush_in_thread)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Add the sums to the database; they stay here if it takes none."""
        with self._lock:
            counted, self._counted = self._counted, Counter()
        if not counted:
            return
        try:
            DailyCount.objects.add(counted)
        except Error:
            logger.warning("The counts of public pages wait for the database.", exc_info=True)
            with self._lock:
                self._counted.update(counted)

    def _flush_in_thread(self) -> None:
        with self._lock:
            self._timer = None
        try:
            self.flush()
        finally:
            connection.close()  # of this thread, which ends here


tally = Tally()
atexit.register(tally.flush)


def count(request: HttpRequest, publication: int, kind: DailyCount.Kind) -> None:
    """Count it once, if a person seems to have asked."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    if request.method == "GET" and agent and not _MACHINE.search(agent) and "HTTP_SEC_PURPOSE" not in request.META:
        tally.add(publication, kind)
