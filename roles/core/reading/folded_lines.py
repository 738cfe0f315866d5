"""Lines of a posting as the reading of facts looks at them: folded once, cut into sentences once."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from roles.core.folding import fold

from .sentences import sentences

_DIGIT = re.compile(r"\d")
# The number of the second section of a kind: "company-2".
NUMBERED = re.compile(r"-\d+$")
Span = tuple[int, int]


class Words(NamedTuple):
    """A line of a posting: its text, the key of its section, and whether it is the heading of that."""

    text: str
    key: str
    heading: bool = False


class FoldedLine:
    """A line with what the expressions look at. Offsets are the same in `text` and `folded`."""

    def __init__(self, words: Words) -> None:
        self.text = words.text
        self.heading = words.heading
        self.kind = NUMBERED.sub("", words.key)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def has_digits(self) -> bool:
        return _DIGIT.search(self.text) is not None

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(sentences(self.text))

    def sentence_at(self, offset: int) -> Span:
        """Return the span of the sentence around the offset."""
        at = bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))
