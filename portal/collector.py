"""Errors sent to the operator's own collector: each as the JSON of its log line, by POST."""

import logging
import threading
import urllib.request
from queue import Empty, Full, Queue

KEPT = 1_000  # lines that wait; what comes while so many do is in the log alone
SECONDS = 5
SECONDS_AT_THE_END = 2

logger = logging.getLogger("portal.collector")


class Collector(logging.Handler):
    """Nobody waits for it: one thread sends, and tries a line once."""

    def __init__(self, url: str, authorization: str = "", level: int | str = logging.ERROR) -> None:
        super().__init__(level)
        if not url.startswith(("https://", "http://")):
            raise ValueError("ERRORS_URL is no address of the web. Set it to one, such as https://collector.example/.")
        self.url = url
        self.headers = {"Content-Type": "application/json"}
        if authorization:
            self.headers["Authorization"] = authorization
        self.lines: Queue[str] = Queue(KEPT)
        self.sender: threading.Thread | None = None
        self.ended = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.lines.put_nowait(self.format(record))
        except Full:
            return
        except Exception:
            self.handleError(record)
            return
        if self.sender is None:  # not before: a worker is forked after its master has set the log up
            self.sender = threading.Thread(target=self.send_all, name="collector", daemon=True)
            self.sender.start()

    def send_all(self) -> None:
        while not (self.ended.is_set() and self.lines.empty()):
            try:
                line = self.lines.get(timeout=0.2)
            except Empty:
                continue
            try:
                self.send(line)
            except OSError as error:  # of no level that would be sent in its turn
                logger.warning("An error did not reach the collector: %s", error)

    def send(self, line: str) -> None:
        request = urllib.request.Request(self.url, line.encode(), self.headers)  # noqa: S310 - looked at above
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
            pass

    def close(self) -> None:
        """At the end, send what waits, for two seconds at most."""
        self.ended.set()
        if self.sender is not None:
            self.sender.join(SECONDS_AT_THE_END)
        super().close()
