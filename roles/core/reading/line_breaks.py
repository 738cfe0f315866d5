"""What the line breaks of a PDF cut is put together again: addresses to write to, links, and the names of places.

Other words stay as they are: whether "full-" and "time" are one word nobody can tell from the text, unless it breaks
words at the end of many of its lines.
"""

import re

from roles.core.folding import fold
from roles.core.places.gazetteer import is_region, is_town

# The end of a line, of a link or an e-mail address, and what the next one begins with.
_CUT = re.compile(
    r"(?P<before>(?<![\w@./-])(?:(?:https?://|www\.)[^\s<>()\[\]]{0,300}|[\w.+-]{1,64}@[\w.-]{0,100}|"
    r"(?:[\w-]{2,40}\.){1,3}[a-z]{2,6}/[^\s<>()\[\]]{0,200}))[ \t]*\n[ \t]*"
    r"(?P<behind>[a-z\d/][^\s<>()\[\],;]{0,200})"
)
_NAME_CUT = re.compile(
    r"(?P<lead>(?<!\w)[A-Z][a-z]{1,15} )?(?<!\w)(?P<before>[A-Z][a-z]{1,15})-[ \t]*\n[ \t]*"
    r"(?P<behind>[a-z]{2,15})(?!\w)"
)
# A word whose halves are no words of their own, in such a pair.
_WORD_CUT = re.compile(
    r"(?<![^\W_])(?!(?i:full|part|co|self|long|short|well|on|off|hands|non|cross|multi|day|high|low|end|fixed|cold|"
    r"large|small|medium|mid|pre|post|semi|ex|in|back|front|right|left|out|over|under|up|first|second|third|one|two|"
    r"three|four|five|six|work|home|site|office|client|customer|team|data|decision|problem|cost|time|risk|health|"
    r"food|family|hand|fast|best|top|value|world|all|year|month|week|award|market|people|business)-)"
    r"(?P<before>[A-Z]?[a-z]{1,15}|[A-Z]{2,15})-[ \t]*\n[ \t]*(?!(?i:time|term|based|site|up|going|led|to|on|in|of|"
    r"the|and|or|level|quality|standing|being|solving|making|facing|driven|free|friendly|related|wide|day|shift)\b)"
    r"(?P<behind>[a-z]{2,15}|[A-Z]{2,15})(?![^\W_])"
)
_MANY_CUT = 3
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,10}")
_REST_OF_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,10}(?=[/.?!:]|$)")
_OF_A_PATH = re.compile(r"[\w%-]*[/?=&_]\S*|[\w%]+(?:-[\w%]+)+\S*|[\w%-]+\.(?:html?|php|aspx?|pdf)\b\S*")
_LAST_WORD = re.compile(r"[a-z]+$")
_FIRST_WORD = re.compile(r"^[a-z]+")


def joined(text: str) -> str:
    """Return a text with the addresses and names whole that a line break cut: "jobs@alder-" and "foods.example"."""
    if "\n" not in text:
        return text
    if "@" in text or "/" in text or "www." in text:
        text = _CUT.sub(_address, text)
    if "-" not in text:
        return text
    text = _NAME_CUT.sub(_name, text)
    return _WORD_CUT.sub(_word, text) if len(_WORD_CUT.findall(text)) >= _MANY_CUT else text


def _word(cut: re.Match[str]) -> str:
    """A word cut by a typesetter: "manu-" and "factures"."""
    alike = cut["before"].isupper() == cut["behind"].isupper()
    return cut["before"] + cut["behind"] if alike else cut[0]


def _address(cut: re.Match[str]) -> str:
    before, behind = cut["before"], cut["behind"]
    if before.endswith("-"):
        if "@" in before and not _REST_OF_HOST.match(behind):
            return cut[0]
        return (before if _is_of_two_words(cut) else before[:-1]) + behind
    host = before.partition("@")[2] if "@" in before else before.partition("://")[2] or before
    if before.endswith("@"):
        whole = bool(_REST_OF_HOST.match(behind))
    elif before.endswith("."):
        # "jobs@alder." and "example": of a whole host the stop ends the sentence.
        whole = (
            "/" not in host
            and not _HOST.fullmatch(host.removeprefix("www.")[:-1])
            and bool(re.match(r"[a-z]{2,10}(?:\.[a-z]{2,3})?(?=[/.,;]|$)", behind))
        )
    elif before.endswith(("/", "=", "?", "&", "_")):
        whole = bool(_OF_A_PATH.match(behind)) or not cut.string[cut.end() :].partition("\n")[0].strip(" .")
    else:
        whole = behind.startswith("/")
    return before + behind if whole else cut[0]


def _is_of_two_words(cut: re.Match[str]) -> bool:
    """Whether the hyphen at the break is the address's own: both halves are words of the text, and not the whole."""
    if "/" in cut["before"] and re.match(r"\w+-\w", cut["behind"]):
        return True  # "/work-" and "with-us"
    first, last = _LAST_WORD.search(fold(cut["before"][:-1])), _FIRST_WORD.search(fold(cut["behind"]))
    if not first or not last:
        return True
    rest = fold(cut.string[: cut.start()] + "\n" + cut.string[cut.end() :])
    if re.search(rf"(?<![^\W_]){first[0]}{last[0]}(?![^\W_])", rest):
        return False
    return all(re.search(rf"(?<![^\W_]){word}(?![^\W_])", rest) for word in (first[0], last[0]))


def _name(cut: re.Match[str]) -> str:
    """A place cut inside of its name: "West York-" and "shire", "South Da-" and "kota"."""
    lead, name = cut["lead"] or "", cut["before"] + cut["behind"]
    known = any(is_town(each) or is_region(each) for each in (name, f"{lead}{name}"))
    return f"{lead}{name}" if known else cut[0]
