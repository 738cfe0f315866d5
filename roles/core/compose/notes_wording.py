"""The wording of notes to whoever writes a posting: “don't say that”, “not for the ad”, “worth saying”."""

import re
from enum import Enum

from .word_lists import words_of

_NOT = r"(?:don['’]?t|do not|no need to|try not to|(?:i|we)(?:['’]d| would) rather (?:you didn['’]?t|not))"
_VERB = rf"(?:{'|'.join(sorted(words_of('notes_to_writer', 'not to')))}|bring up|go on about|play up|talk about)"
_AD = r"(?:job )?(?:ad|advert|advertisement|posting|blurb|write-?up)"
_THE_AD = rf"(?:(?:the |this |your |our )?{_AD}|this post|the job post)"
_IN_AD = rf"(?:(?:in|on|into|for|from|out of) {_THE_AD}|in here|in print)"
_SILENT = r"(?:say|mention|print|publish|advertise|publici[sz]e|reveal|include|put)"
_LEAD = r"(?:(?:and|but|so|also|just|oh|ps|nb|btw|note)[:,]? )?(?:(?:pls|plz|please|kindly|maybe|can you|could you) )?"
_TAIL = rf"(?: {_IN_AD})?(?:,? (?:pls|plz|please|thanks|thx|ok|tho|though|obviously))?"
_IT = r"(?:this|that|it|so|any of (?:this|that|it))"
_PRIVATE = (
    rf"(?:(?:this is|that['’]?s|it['’]s|strictly|just|all) )*(?:off the record|not (?:for|in) {_THE_AD}|"
    r"not for publication|"
    r"not to be (?:printed|published|advertised)|between (?:us|ourselves|you and me)|for your (?:eyes|ears) only)"
)
_UNSAID = rf"{_LEAD}{_NOT} (?:say|mention)(?: {_IT})?{_TAIL}"


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


# Nothing but the wish for silence: about what is before it. In brackets nobody else can be meant.
_SECRET_ALONE = _pattern(rf"{_LEAD}{_PRIVATE}{_TAIL}", rf"{_LEAD}{_NOT} {_SILENT}(?: {_IT})? {_IN_AD}{_TAIL}")
SECRET_IN_BRACKETS = _pattern(
    _SECRET_ALONE.pattern,
    rf"{_LEAD}{_NOT} {_SILENT}(?: {_IT})?{_TAIL}",
    rf"{_LEAD}(?:leave|keep) {_IT} (?:out|quiet|to yourself|private)(?: of {_THE_AD})?{_TAIL}",
)
_UNSAID_OF_THAT = _pattern(_UNSAID)
# The same in a clause: “off the record we may sell”. Points are taken off the record, and work is parted between us.
SECRET_LED = _pattern(
    rf"{_LEAD}(?:this is |strictly |just )*(?:off the record|not (?:for|in) {_THE_AD}(?=\s*[,:;–—-]|"
    r" (?:we|i|he|she|they|it|but|the|our|my|that|this|there)\b))(?!\w)",
    rf"{_LEAD}{_PRIVATE}\s*(?=:)",
)
LABELLED = _pattern(rf"{_LEAD}{_PRIVATE}\s*:")
SECRET_ENDS = _pattern(
    rf"^(?!.*\b(?:tak|keep|kept|strik|struck|wip|com|get)\w*\b).+ (?:off the record|not for {_THE_AD})$"
)

_ANYWHERE = _pattern(
    rf"{_LEAD}(?:{_NOT}|never|shouldn['’]?t) (?:{_VERB}|make|use|call|lead)\b.* {_IN_AD}"
    rf"(?: (?:that|how|why|when|who)\b.*)?{_TAIL}",
    rf"{_LEAD}(?:keep|leave) .+ out of {_THE_AD}{_TAIL}",
    rf"{_LEAD}{_NOT} make a (?:big |huge )?(?:deal|thing|fuss|song and dance) (?:out )?(?:of|about) {_IT}{_TAIL}",
    rf"{_LEAD}(?:{_NOT} (?:be|sound|get|make it)|nothing|not) (?:too |so |all )?"
    rf"(?:{'|'.join(sorted(words_of('notes_to_writer', 'tones')))})(?: (?:about|with) {_IT})?{_TAIL}",
    rf"{_LEAD}(?:say|mention|put|add|include) (?:this|that|so|it)(?: in)?"
    r"(?: (?:if (?:you can|possible|there['’]?s room)|"
    rf"somewhere|somehow|up front|early|nicely|without making it)\b.*| {_IN_AD}| please)",
    rf"{_LEAD}(?:(?:that|this|it|which)(?:['’]?s| is| might be| may be| must be)? )?"
    r"(?:probably |well |really |also )?worth "
    r"(?:saying|mentioning|adding|putting in|pointing out|a (?:mention|line))(?: too| somewhere| up front| please)?"
    rf"(?: {_IN_AD})?",
    rf"{_LEAD}(?:[^\s,;:]+ ){{0,5}}(?:{'|'.join(sorted(words_of('notes_to_writer', 'text')))}) "
    rf"(?:has to|have to|must|needs to|should) (?:be|go) in(?: there| (?:the |this ){_AD})?{_TAIL}",
    rf"{_LEAD}(?:that|this|it|which) (?:has to|must|needs to|should) (?:be|go) in (?:there|(?:the |this ){_AD}){_TAIL}",
)
_TO_SOMEBODY = re.compile(r"\b(?:to|with|in front of)\b", re.IGNORECASE)
_IN_THE_FIRM = _pattern(
    rf"{_LEAD}{_NOT} (?:mention|advertise|print|publici[sz]e|publish|bring up|go on about|dwell on|play up)\b.+"
)
UNMENTIONED = _pattern(
    rf"{_LEAD}(?:{_NOT}|never) (?:mention|advertise|name|bring up|say anything about|go on about|print)"
    rf" (?P<thing>.+?){_TAIL}"
)

# No text without one of these has a note.
CUE = re.compile(
    r"\b(?:don['’]?t|do not|no need|not (?:for|in|to)|rather|never|shouldn|say|put|mention|add|include|worth|"
    r"off the record|"
    r"between|for your|leave|keep|"
    rf"{'|'.join(sorted(words_of('notes_to_writer', 'text') | words_of('notes_to_writer', 'tones')))})\b"
    r"|(?:this|that|it|which) (?:has|must|needs|should)\b"
)


class About(Enum):
    """What an answer is about, and so to whom an order in it is given."""

    FIRM = "firm"
    POST = "post"
    BOTH = "both"


def is_note(words: str, about: About) -> bool:
    """Return whether words are an order about the posting, or a wish for it."""
    bare = words.strip(' "“”')
    if _ANYWHERE.fullmatch(bare):
        return True
    return about is About.FIRM and bool(_IN_THE_FIRM.fullmatch(bare)) and not _TO_SOMEBODY.search(bare)


def is_secret(words: str, about: About) -> bool:
    """Return whether words are nothing but the wish that what is before them is not printed."""
    return bool(_SECRET_ALONE.fullmatch(words) or (about is not About.POST and _UNSAID_OF_THAT.fullmatch(words)))
