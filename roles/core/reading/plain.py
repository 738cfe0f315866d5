"""A pasted text as its words: of the source of a page what that states as data, or shows."""

from .job_source import posting_in_source
from .line_breaks import joined
from .markup import is_source, shown, without_entities


def plain_text(text: str) -> str:
    """Return what a page states of a posting, or shows, of its source; of any other text that text, its entities read
    and what its line breaks cut put together."""
    if posting := posting_in_source(text):
        return posting
    if "<" in text and is_source(text):
        return shown(text)
    return joined(without_entities(text) if "&" in text else text)
