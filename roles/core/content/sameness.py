"""How alike postings of different businesses read: the share of each one's words that no other has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from roles.core.document import Document
from roles.core.folding import fold
from roles.core.review.text import count_words, sentences


def unique_shares(documents: Sequence[Document]) -> list[float]:
    """Return, for each document, the share (0 to 1) of its words that are in sentences no other document has."""
    texts = [list(_sentences(document)) for document in documents]
    holders = Counter(sentence for found in texts for sentence in set(found))
    return [_share(found, (sentence for sentence in found if holders[sentence] == 1)) for found in texts]


def _sentences(document: Document) -> Iterator[str]:
    for item in document.items():
        yield from (fold(item.text[start:end]).strip() for start, end in sentences(item.text))


def _share(whole: Iterable[str], part: Iterable[str]) -> float:
    return sum(map(count_words, part)) / max(1, sum(map(count_words, whole)))
