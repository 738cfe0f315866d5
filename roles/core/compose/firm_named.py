"""What an owner typed for her kind of business, as what the posting calls the firm: "oyster and mussel farm"."""

import re

_FIRMS = (
    r"academy|agency|bakery|bar|boatyard|brewery|bistro|business|caf[eé]|carrier|cent(?:re|er)|charity|cinema|clinic|club|"
    r"college|company|consultancy|contractor|co-?op(?:erative)?|dairy|dealer|dealership|distillery|distributor|factory|"
    r"farm|firm|foundry|foundation|gallery|garage|group|grower|gym|hospice|hospital|hostel|hotel|inn|kennels|lab|"
    r"laboratory|laundry|library|maker|manufacturer|marina|merchant|mill|museum|network|nonprofit|nursery|orchard|packer|"
    r"pharmacy|practice|printer|processor|producer|provider|pub|quarry|restaurant|retailer|roaster|roastery|salon|sawmill|"
    r"school|service|shelter|shipyard|shop|society|spa|stables|startup|store|studio|supplier|surgery|theat(?:re|er)|trust|"
    r"venue|vineyard|wholesaler|winery|workshop|yard|zoo"
)
_IS_FIRM = re.compile(rf".*\b(?:{_FIRMS})", re.IGNORECASE)
_IS_WORK = re.compile(
    r".*(?:\w{3}ing|\b(?:hire|rental|repairs?|removals|installation|distribution|maintenance))", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:[,;:(/.]|\s[-–—]\s)")
_ARTICLE = re.compile(r"^(?:an?|the|our)\s+", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:we|our|my|i|it|they|is|are|run|runs|own|owns|do|does|make|makes|sell|sells|for|with|in)\b", re.IGNORECASE
)
# Words that keep their capital in the middle of a sentence.
_NAMES = re.compile(
    r"(?:American|British|Catholic|Chinese|Christian|English|French|German|Greek|Indian|Irish|Italian|Japanese|Jewish|"
    r"Korean|Lebanese|Mexican|Montessori|Persian|Polish|Portuguese|Scottish|Spanish|Thai|Turkish|Vietnamese|Welsh)\b"
)
_GENERAL = ("business", "company", "firm")
_WORDS_MAX, _LENGTH_MAX = 4, 40


def firm_named(typed: str, usual: str = "") -> str:
    """Return what the firm is called after "a 30-person", "" where what was typed names none.

    Work becomes a firm of it, of the kind that is `usual` in the trade: "land surveying" is "land surveying firm".
    """
    words = _ARTICLE.sub("", _ENDS.split(typed.strip(), maxsplit=1)[0].strip())
    if not words or len(words.split()) > _WORDS_MAX or _SENTENCE.search(words):
        return ""
    if not words[1:2].isupper() and not _NAMES.match(words):
        words = words[0].lower() + words[1:]
    if _IS_WORK.fullmatch(words):
        last = usual.rsplit(" ", 1)[-1]
        words = f"{words} {last if last in _GENERAL else _GENERAL[0]}"
    elif not _IS_FIRM.fullmatch(words):
        return ""
    return words if len(words) <= _LENGTH_MAX else ""
