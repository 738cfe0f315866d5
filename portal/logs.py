"""Log lines: JSON in production, text in development, and no secret of an address in either."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from urllib.parse import unquote

# The number of the request that is being answered; the page of an error shows it.
request_id: ContextVar[str] = ContextVar("request_id", default="")

# Whoever holds the rest of one of these addresses may do what it opens.
SECRET = re.compile(r"(private|shared|password/reset/key|confirm-email|invitations?)/+[^\s\"'<>?&#]+", re.IGNORECASE)
ENCODED_TIMES = 3  # as in the `next` of a `next`


def without_secrets(text):
    """Return the text with the secrets of its addresses cut, percent-encoded ones too."""
    plain = text
    for _ in range(ENCODED_TIMES):
        if "%" not in plain:
            break
        plain = unquote(plain)
        if SECRET.search(plain):
            text = plain
    return SECRET.sub(r"\1/…", text)


class TextFormatter(logging.Formatter):
    def format(self, record):
        return without_secrets(super().format(record))


class JsonFormatter(logging.Formatter):
    def format(self, record):
        return json.dumps({**self.heading(record), **self.body(record)}, ensure_ascii=False)

    def heading(self, record):
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return {"time": time, "level": record.levelname.lower(), "logger": record.name}

    def body(self, record):
        body = {"message": without_secrets(record.getMessage())}
        if number := request_id.get():
            body["request_id"] = number
        if record.exc_info:
            body["traceback"] = without_secrets(self.formatException(record.exc_info))
        return body


class AccessFormatter(JsonFormatter):
    """Of a request what an operator needs: neither its query nor its Referer, which hold an owner's words."""

    def body(self, record):
        atoms = record.args
        return {
            "method": atoms["m"],
            "path": without_secrets(atoms["U"] or ""),
            "status": int(atoms["s"]),
            "bytes": atoms["B"],
            "milliseconds": atoms["M"],
            "address": atoms["h"],
            "forwarded_for": atoms["{x-forwarded-for}i"],
            "agent": without_secrets(atoms["a"]),
            "request_id": atoms["{request_id}e"],
        }
