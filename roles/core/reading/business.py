"""The title of a posting, and what is over it."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from roles.core.folding import fold

from .bare_title import NO_TITLE, OF_A_TITLE, bare_title, title_in_text
from .company_words import FORM, NO_NAME
from .folded_lines import FoldedLine
from .headings import TITLE_LIMIT, is_title
from .labels import Labelled
from .leftovers import is_leftover
from .lines import Line
from .place_words import A_SITE
from .posting import Stated
from .title_field import with_its_field

_LOOKED_AT = 4
# A first line that speaks to somebody: "ok heres the ad, can u tidy it up??"
_IS_TALK = re.compile(r"[?!]{2}|\?$|^[a-z].*\b(?:you|u|me|can|please|pls|thx|thanks)\b")
# What one writes over a posting that one sends somebody: "Hey team", "pls post", "From: Kate Orr", "Kate, 09:14".
_TO_SOMEBODY = re.compile(
    r"\W*(?:(?:hi|hiya|hey|heya|dear|yo)\b|(?:hello|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|"
    r"thanks|cheers)(?: (?:all|team|everyone|everybody|folks|guys|there|both|again|you two)\b.*|\W*)$|"
    r"(?:pls|plz|please|kindly|can|could|would) (?:u|you|someone|somebody|we|i|post|share|put|publish|upload|advertise|"
    r"see|find|forward|check|use|run|list|repost)\b|as (?:discussed|promised|requested|agreed|per)\b|"
    r"(?:see|as|ad|advert|job|text|posting|copy) (?:below|attached|above|follows)\b|"
    r"here(?:'s|’s|s| is| are| it is| you go| goes)\b|(?:ok|okay|right|so),? (?:here|this|so|then|we)\b|quick one\b|"
    r"(?:first |rough |final |my )?draft\b(?: v?\d| -| –|:|$)|(?:from|to|cc|sent|subject|fwd?|fw|re|date) ?:|"
    r"(?:begin )?forwarded message|original message|on .{6,60} wrote\b|sent from my|fyi\b|"
    r"@(?:all|channel|here|everyone)\b|(?:attached|below) (?:is|are|please)\b)|"
    r".*\d{1,2}[:.]\d\d(?: ?[ap]m)?\W*$|.*\S@\S",
    re.IGNORECASE,
)
# A channel of a chat, and notes for an advert: "#jobs-ops", "ops person - notes for the ad".
_NOTE = re.compile(
    r"#?[a-z]+(?:[_-][a-z]+)+$|.*\b(?:notes|draft|text|wording|copy) for (?:the |an? |our )?(?:job )?"
    r"(?:ad|advert|post|posting)\b",
    re.IGNORECASE,
)
_SENTENCE_IN_SMALL = 3
# A cry over the title, and no name.
_CALL = re.compile(
    r"\W*(?:we(?:'re|’re| are)|now|currently|urgently)? ?(?:hiring|recruiting)\W*$|\W*join (?:us|our)\b", re.IGNORECASE
)

_OVER = re.compile(r"(?<=manager|irector|officer): (?=[^:]*\b(?:operations|ops)\b)", re.IGNORECASE)
_WANTED = re.compile(
    r"^\W*(?:(?:help |staff |urgently )?(?:wanted|needed|required)|(?:now |we are |we['’]re )?hiring|vacancy)\s*:\s*",
    re.I,
)


def name_above(line: str) -> str:
    """Return the name of a business over the title, "" where what is there is none."""
    bare = line.strip(" *_|·•-–—")
    if (
        fold(bare) in NO_NAME
        or is_leftover(line)
        or _CALL.match(line)
        or bare.endswith(("!", "?", ":"))
        or A_SITE.fullmatch(fold(bare.partition(",")[0]))
        or is_talk(bare)
    ):
        return ""
    return bare


def is_talk(line: str) -> bool:
    """Whether a first line speaks to whoever gets the posting, and is neither its title nor a name."""
    if re.search(rf" {FORM}\Z", line):
        return False
    in_small = line[:1].islower() and len(line.split()) > _SENTENCE_IN_SMALL
    return bool(_TO_SOMEBODY.match(line) or _NOTE.match(line) or _IS_TALK.search(line)) or (
        in_small and not OF_A_TITLE.search(line)
    )


def title_line(lines: Sequence[Line]) -> int | None:
    """Return which of the first lines of a text is the title, None where none is.

    It is the first, unless that is of the page, or a name with the title below it, as LinkedIn has it.
    """
    first = None
    if lines and lines[0].symbol and OF_A_TITLE.search(lines[0].text) and is_title(lines[0].text):
        return 0  # "🚀 Director of Operations"
    for index, line in enumerate(lines[:_LOOKED_AT]):
        if (
            line.bullet
            or is_leftover(line.text)
            or (line.text and len(line.text) < 3 and len(lines) > 1 and not line.text[0].isalnum())
        ):
            if line.bullet:
                break
            continue
        if first is None:
            if not is_title(_without_call(line.text)):
                return None
            first = index
            if OF_A_TITLE.search(line.text) and not _CALL.match(line.text):
                return index
        elif OF_A_TITLE.search(line.text) and is_title(line.text) and len(line.text) <= 80 and ":" not in line.text:
            return index
        else:
            break
    return first


def _without_call(line: str) -> str:
    """A line that names a post without what calls for it: "WANTED: OPERATIONS MANAGER"; "Manager: Operations"."""
    line = line.rstrip(".") if re.search(rf" {FORM}\Z", line) else line  # "Operations Director – Alder B.V."
    return _OVER.sub(", ", _WANTED.sub("", line)) if OF_A_TITLE.search(line) else line


# What somebody to ask is called: the title below it is theirs.
_OF_SOMEBODY = re.compile(r"(?:contact )?name(?:\t|:| {2,})\s*\S", re.IGNORECASE)


def title_stated(title: str, labels: Iterable[Labelled], folded_lines: Sequence[FoldedLine]) -> Stated[str] | None:
    """Return the title alone: "Director of Operations" of "Job title: Director of Operations (Leeds)".

    Where the first line is none, such as "JOB POSTING", it is behind a label or in one of the first sentences.
    """
    titled = bool(OF_A_TITLE.search(title)) and not _NOTE.match(title)
    alone = bare_title(title) if titled else ""
    beside_names = {
        below.text for above, below in pairwise(folded_lines) if _OF_SOMEBODY.match(above.text) and not above.heading
    }
    for each in labels:
        if (
            each.fact == "title"
            and each.value
            and each.folded_line.text not in beside_names
            and (
                each.folded_line.text == title
                or not title
                or (OF_A_TITLE.search(each.value) and (not titled or fold(alone) in fold(bare_title(each.value))))
            )
        ):
            value = with_its_field(each.value, bare_title(each.value), folded_lines)
            return Stated(value, value)
    if alone:
        value = with_its_field(title, alone, folded_lines)
    else:
        value = title_in_text([each for each in folded_lines if not _NOTE.match(each.text)]) or (
            "" if NO_TITLE.search(title) or is_talk(title) else title
        )
        line = next((each.text for each in folded_lines if each.text.startswith(value)), "") if value else ""
        if len(line) <= TITLE_LIMIT and fold(bare_title(line)).startswith(fold(value)):
            value = with_its_field(line, bare_title(line), folded_lines)
    return Stated(value, value) if value else None
