"""What a post is over, behind its title: "Head of Operations (Waste, Streets and Parks)", "Ops Manager, veg packing".

Behind a title may as well be the business, the place or the hours. A field is what the rest of the text speaks of in
small letters; a name is not.
"""

import re
from collections.abc import Sequence

from roles.core.folding import fold
from roles.core.places import read_place
from roles.core.places.gazetteer import is_region, is_town

from .bare_title import OF_A_TITLE
from .folded_lines import FoldedLine

_IN_BRACKETS = re.compile(r"\s*\(([^()]{3,50})\)")
_BEHIND = re.compile(
    r"(?:\s*[–—]\s*|\s+-\s+|,\s+)([^,(|•·–—\t]{3,50}?)(?=$|\s*[,(|•·–—\t]|\s+-\s)(?:\s*\([^()]{3,40}\))?"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# The name of a firm is in its addresses in small letters.
_ADDRESS = re.compile(r"\S*@\S*|\S+\.\S+")
_MOST_WORDS = 6
# A name hardly ever ends so: "Agricultural", "Fulfillment".
_OF_A_TRADE = re.compile(r"(?:al|ing|ion|ics|ment|ery|ture|age)$")
# Words of a field whether or not the text has them in small letters.
_FIELDS = frozenset({"services", "programs", "programmes", "support", "delivery", "aftermarket", "commercial"})
_SMALL = frozenset({"and", "the", "for", "with", "und", "of"})
# Terms of the contract, and words of the page.
_NO_FIELD = re.compile(
    r"\b(?:full|part)[ -]?time\b|\b(?:permanent|contract|temporary|interim|seasonal|remote|hybrid|on-?site|urgent|"
    r"immediate|"
    r"maternity|cover|only|candidates?|applicants?|male|female|men|women|perm|ftc|fte|wfo|wfh|f/t|p/t|ft|pt|weeks?|"
    r"months?|hours?|hrs|salary|pay|ref|job|post|role|vacancy|wanted|needed|required|hiring|"
    r"new|apply|"
    r"m/?[fw]/?[dx]|doe|based|summary|description|posting|opening|careers|inc|ltd|llc|limited|gmbh|co|company|group|"
    r"not|at|in|is|we|sme)\b|(?<!\w)\d+(?!\w)"
)


def with_its_field(line: str, title: str, folded_lines: Sequence[FoldedLine]) -> str:
    """Return the title with the field that the line names right behind it, else the title alone.

    `line` holds the title; `folded_lines` are the lines of the text, in which the words of a field recur.
    """
    start = line.find(title)
    if start < 0 or not title:
        return title
    end = start + len(title)
    rest = [_ADDRESS.sub(" ", folded_line.text) for folded_line in folded_lines if folded_line.text != line]
    if (match := _BEHIND.match(line, end)) and _is_field(match[1], rest, in_brackets=False):
        end = match.end(1)
    if (match := _IN_BRACKETS.match(line, end)) and _is_field(match[1], rest, in_brackets=True):
        end = match.end()
    return line[start:end]


def _is_field(part: str, lines: Sequence[str], *, in_brackets: bool) -> bool:
    """Whether a part is a field: its words are the text's own in small letters. In brackets what is no place is one."""
    folded = fold(part)
    if OF_A_TITLE.search(part):
        return not in_brackets and bool(re.search(r"\b(?:operations|opérations|betrieb\w*)\b", folded))
    words = [word for word in _WORD.findall(folded) if word not in _SMALL]
    if not words or len(words) > _MOST_WORDS or _NO_FIELD.search(folded):
        return False
    first = part.split(",")[0].strip()
    if is_town(first) or is_region(first) or (read_place(part).sure and not in_brackets):
        return False
    if in_brackets:
        return len(words) > 1 or _recurs(words[0], lines)
    return part[0].islower() or all(
        _OF_A_TRADE.search(word) or word in _FIELDS or _recurs(word, lines) for word in words
    )


def _recurs(word: str, lines: Sequence[str]) -> bool:
    """Whether a word is in lines in small letters, as one or many: "homes" and "home", "ferry" and "ferries"."""
    stem = word.removesuffix("s")
    stem = stem.removesuffix("ie").removesuffix("y") if len(stem) > 4 else stem
    expression = re.compile(rf"(?<![^\W_]){re.escape(stem)}")
    return any(expression.search(line) for line in lines)
