"""A posting in short, for feeds and messages, and field by field, for the forms of job boards."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.access import get_posting
from roles.core.content.markets import read_boards, read_channels
from roles.core.document import Document
from roles.core.exports.boards import Board, fields
from roles.core.exports.shares import CLOSING, PAY, Counting, Form, Share, length, share, subject
from roles.core.review import Laws
from roles.core.review.posting_rules import Status
from roles.models.review import current_rules

# The fact that a part of a posting law asks for, and what it is called in a sentence.
FACTS = {"range": PAY, "closing_date": CLOSING}
WORDS = {PAY: "the pay", CLOSING: "the closing date"}
# The height of a box, in lines.
ROWS = {Form.POST: 12, Form.LINE: 4, Form.SUMMARY: 3, Form.POINTS: 0}
DESCRIPTION_ROWS = 8


@require_safe
def posting_markets(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = get_posting(request, posting_id)
    document = posting.document
    needed = needed_facts(posting.laws(current_rules()))
    missing = set(needed) - dict(document.facts.known()).keys()
    shares = [share(document, channel, needed) for channel in read_channels()]
    letter = next((one.text for one in shares if one.channel.key == "email"), "")
    context = {
        "posting": posting,
        "needed": [WORDS[label] for label in needed],
        "missing": [WORDS[label] for label in needed if label in missing],
        "shorts": [_shown(one, missing) for one in shares],
        "boards": [(board, list(_filled(document, board))) for board in read_boards()],
        "letter_url": f"mailto:?subject={quote(subject(document))}&body={quote(letter)}",
    }
    return render(request, "roles/posting_markets.html", context)


def needed_facts(laws: Laws) -> tuple[str, ...]:
    """The labels of the facts that a law of the posting's places asks for, or perhaps asks for, today."""
    asked = {part for row in laws.rows if row.status is not Status.NOT_REQUIRED for part in row.rule.carries}
    return tuple(label for part, label in FACTS.items() if part in asked)


def _shown(short: Share, missing: set[str]) -> dict[str, Any]:
    channel, many = short.channel, len(short.texts) > 1
    limit = f"{channel.limit:,} {'bytes' if channel.counts is Counting.BYTES else 'characters'}"
    return {
        "channel": channel,
        "texts": [
            {
                "id": f"{channel.key}-{number}",
                "label": f"{channel.name} {number}" if many else channel.name,
                "value": text,
                "count": f"{length(text, channel.counts):,} of {limit}",
            }
            for number, text in enumerate(short.texts, start=1)
        ],
        "limit": limit,
        "lacking": [WORDS[label] for label in short.lacking if label not in missing],
        "rows": ROWS[channel.form],
    }


def _filled(document: Document, board: Board) -> Iterable[dict[str, Any]]:
    for number, field in enumerate(fields(document, board), start=1):
        yield {
            "id": f"{board.key}-field-{number}",
            "label": field.label,
            "value": field.value,
            "note": field.note,
            "rows": DESCRIPTION_ROWS if field.long else 0,
        }
