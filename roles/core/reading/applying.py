"""How one applies, as a posting states it: an address, a number or a place, and the words that give it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

from .applying_words import BRINGING, BUTTONS, BY_BUTTON, OF_BUTTONS, OF_WALKING, POSTING, WALKING
from .folded_lines import FoldedLine
from .leftovers import is_leftover
from .posting import Applying, Stated, Way
from .wordlists import at_words

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# "jobs [at] alder [dot] example", "jobs (at) alder.example", "jobs at alder dot example".
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?| dot )"
_AT_BRACKETS = re.compile(
    rf"(?<![\w.+-])(?P<name>[\w.+-]{{1,64}})\s?[\[({{<]\s?(?:at|"
    rf"@)\s?[\])}}>]\s?(?P<host>[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,3}})"
)
_AT_WORDS = re.compile(
    r"(?<![\w.+-])(?P<name>[\w.+-]{2,64}) at (?P<host>[\w-]{2,63}(?: dot [\w-]{2,63}){1,3}|"
    r"[\w-]{2,63} dot [a-z]{2,10})\b"
)
_DOTS = re.compile(r"\s*(?:[\[({<]\s*(?:dot|\.)\s*[\])}>]|\bdot\b)\s*")
_WEB = re.compile(
    r"https?://[^\s<>()\[\]]{3,300}|(?<![@\w.+-])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>()]{0,200})?|"
    r"(?<![@\w.+-])[\w-]{2,63}(?:\.[\w-]{2,63}){0,2}\.(?:com|org|net|io|co|co\.uk|org\.uk|ca|ie|eu|jobs|example|gov|"
    r"edu|us|de|at|ch|nl|fr|es|com\.au|net\.au|org\.au|co\.nz|org\.nz|co\.za|org\.za|co\.in|com\.sg|com\.hk|sg|in|"
    r"za|biz|"
    r"coop|care|farm|shop|beer|coffee)"
    r"(?:/[^\s<>()]{0,200})?(?![\w.@])|"
    # Under any other ending, a page of jobs.
    r"(?<![@\w.+-])[\w-]{2,63}(?:\.[\w-]{2,63}){0,2}\.[a-z]{2,14}/(?:[\w-]{1,40}/){0,3}"
    r"(?:jobs?|careers?|vacanc(?:y|ies)|apply|join(?:-us)?|work)(?:/[^\s<>()]{0,200})?(?![\w@])"
)
# A line that begins with a page of jobs states where one applies.
_PAGE_OF_JOBS = re.compile(
    r"(?:https?://)?[\w.-]{4,80}/(?:[\w-]{1,40}/){0,3}(?:jobs?|careers?|vacanc\w+|apply|join|work)"
)
# A hand or an arrow before an address, where the text has no word for it.
_POINTING = re.compile(r"(?:👉|➡|→|⇒|▶|🔗|:(?:point_right|arrow_right|link):)\W{0,4}(?:here:? )?(?=https?://|www\.)")
_PHONE = re.compile(
    rf"(?<![\w{SIGNS},.])(?:\+\d{{1,3}}[ .-]?)?(?:\(?\d{{2,5}}\)?[ .-]?){{1,3}}\d{{3,4}}(?:[ .-]?\d{{2,4}})?(?![\w%]|,\d)"  # noqa: E501
)
_APPLYING = at_words(
    r"\bappl(?:y|ying|ications?|icants?)\b|\b(?:send|submit|e-?mail|forward|drop|mail|upload|"
    r"return)\b|resum[eé]s?\b|\bcvs?\b|\bwrite to\b|\binterested\b|"
    r"\bclick (?:on )?(?=https?://|www\.)|\benthusiastic\?|"
    r"\bcontact\b|\bget in touch\b|\breach (?:out|us)\b|\bbewerb|\bcandidatures?\b|\bpostule|"
    r"\benviar\b|\benvía|\binviare|\bsollicite|"
    r"\bcover letter|\bletters? to\b|\bletters? by (?:post|hand|mail)\b|"
    r"\bfill(?:ing)? (?:(?:in|out) )?(?:the|our|an?) (?:(?:short|brief|simple|quick|anonymous|online|web) ){0,2}"
    r"(?:form|application)\b|"
    r"(?:(?<![a-z,] )|(?<=please )|(?<=just ))\b(?:use|complete) (?:the|our|this) (?:short |online |web |application )*"
    r"(?:form|portal)\b|"
    r"\bmsg\b|\bmessage\b|\bvisit\b.{0,40}\b(?:careers?|apply|jobs?)\b|\bcareers? page\b|\bjoin us\b"
)
# One of these is in every match of the expression: looked for first, as that is ten times as quick.
_OF_APPLYING = (
    *("appl", "send", "submit", "mail", "forward", "drop", "upload", "return", "resum", "cv", "write to", "interested"),
    *(
        "contact",
        "touch",
        "click",
        "reach",
        "bewerb",
        "candidature",
        "postule",
        "envi",
        "inviare",
        "sollicite",
        "letter",
        "fill",
    ),
    *("msg", "message", "visit", "career", "join us", "form", "portal"),
)
_ADJUSTING = re.compile(r"\b(?:adjustments?|accommodations?|access (?:needs|requirements))\b")
_SENDING = re.compile(r"\b(?:appl(?:y|ications?)|send|submit|cvs?|resum[eé]s?|cover(?:ing)? letter)\b")
_ASKING = re.compile(
    r"\b(?:[ei]nquir(?:y|ies)|queries|questions?|(?:informal|site) visits?|visits are|"
    r"(?:more|further) (?:information|details)|(?:informal|confidential) (?:chat|discussion|conversation)|"
    r"informal,? confidential)\b"
)
# "Questions? Call Jo on …"; a heading that is no more than that.
_ASKED_BEFORE = re.compile(r"(?:^|[.!] )[^.!?]{0,30}\b(?:questions?|queries|know more)\?\s*$")
_ONLY_ASKING = re.compile(
    r"(?:any )?(?:questions|queries|(?:informal )?enquiries|inquiries)(?: about (?:the|this) (?:job|role|post))?\W*"
)
_OF_ASKING = ("nquir", "quer", "question", "visit", "info", "details")
_NEAR = 160
_TO_ADDRESS_ABOVE = re.compile(r"\bat the (?:above (?:e-?mail )?address|(?:e-?mail )?address above)\b")
_TO_ME = re.compile(r"\b(?:(?:cvs?|resum[eé]s?|applications?|letters?|replies) (?:straight )?to|e-?mail|write to) me\b")
_RINGING = re.compile(
    r"\b(?:call|phone|ring|bell|buzz|tel|telephone|te?xt|whats ?app|msg|message|contact|sms|fon|telefon|"
    r"tél|teléfono|dm|(?:chat|talk|yarn|word|natter|conversation) (?:to|with)|speak (?:to|with)|enquiries|inquiries|"
    r"questions|queries|reach (?:me|us|out)|cell|mobile)\b"
)
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_FAXING = re.compile(r"\bfax(?:ed|es)?\b[^\d;]{0,40}$")
# "or they can ring" at the end of a line, and the number in the next.
_RINGING_LAST = re.compile(
    r"\b(?:call|phone|ring|text|whats ?app|message|reach) ?(?:me|us|him|her|\w+)?(?: on| at)?:?$"
)
_BESIDE_EMAIL = re.compile(r"@[\w.-]+(?:,? or|,| /|;| \||) $")  # "sam@alder.example or 01234 567890"
_EMAIL_BEHIND = re.compile(r"(?:,? or|,| /|;| \||) [\w.+-]{1,64}@")
# Below "Contact": "Ruth Ash on 01234 567890"
_SOMEBODY_ON = re.compile(r"(?:[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?: on| at|,|:)? )?\(?\+?")
_NOT_RINGING = re.compile(r"\bno (?:phone )?calls?\b|\bdo not (?:call|phone)\b")


def _has(folded: str, words: Iterable[str]) -> bool:
    return any(word in folded for word in words)


def applying_stated(folded_lines: Sequence[FoldedLine]) -> tuple[Stated[Applying], ...]:
    """Return the ways to apply that a text gives somewhere to go for, the likeliest first.

    An e-mail address is one wherever it is; a web address or a number only beside words on applying; a button of the
    page it was copied from comes last.
    """
    found: dict[Applying, str] = {}
    later: dict[Applying, str] = {}
    asked: dict[Applying, str] = {}  # where to ask questions, and no more
    asides: dict[Applying, str] = {}  # where to ask for an adjustment, unless nothing else is given
    before = ringing = False
    heading = ""
    for folded_line in folded_lines:
        heading = folded_line.folded if folded_line.heading else heading
        about = (
            folded_line.kind == SectionKey.APPLY
            or (_has(folded_line.folded, _OF_APPLYING) and bool(_APPLYING.search(folded_line.folded)))
            or bool(_PAGE_OF_JOBS.match(folded_line.folded))
            or bool(_POINTING.match(folded_line.folded))
        )
        for stated in _ways(folded_line, about or before, ringing=ringing):
            to_ask = _is_for_questions(folded_line, stated, heading)
            ways = later if stated.value.way is Way.BUTTON else asked if to_ask else found
            (asides if _is_aside(folded_line, stated, heading) else ways).setdefault(stated.value, stated.words)
        # "To apply, send your CV to:" and below it the address.
        before = about and folded_line.text.rstrip().endswith((":", "to", "at"))
        ringing = bool(_RINGING_LAST.search(folded_line.folded))
    numbers = {
        replace(way, for_questions=True): words for way, words in {**asked, **asides}.items() if way.way is Way.PHONE
    }
    if not (found or later):
        found = {way: words for way, words in asked.items() if way not in numbers}
    found = found or ({} if later else {way: words for way, words in asides.items() if way not in numbers})
    found = {**found, **numbers}
    if (not found or _is_above(found)) and (to_writer := _of_its_writer(folded_lines)):
        found = {to_writer.value: to_writer.words}
    return tuple(Stated(way, words) for way, words in {**found, **later}.items())


def _is_above(found: dict[Applying, str]) -> bool:
    """Whether all that was found is "the address above", which in a forwarded mail is that of its writer."""
    return all(_TO_ADDRESS_ABOVE.search(fold(words)) for words in found.values())


def _is_aside(folded_line: FoldedLine, stated: Stated[Applying], heading: str) -> bool:
    """Whether an address or a number is for whoever needs an adjustment: "Tell us about any adjustments at …"."""
    if stated.value.way not in (Way.EMAIL, Way.PHONE):
        return False
    around = _sentence_of(folded_line, folded_line.text.find(stated.words))
    adjusting = _ADJUSTING.search(folded_line.folded, *around) or _ADJUSTING.fullmatch(heading.strip(" :"))
    return bool(adjusting) and not _SENDING.search(folded_line.folded, *around)


def _is_for_questions(folded_line: FoldedLine, stated: Stated[Applying], heading: str) -> bool:
    """Whether an address or a number is for who wants to know more, and not to apply: "Informal enquiries to Colm".

    `heading` is what the line is under: "Questions".
    """
    folded = folded_line.folded
    if stated.value.way not in (Way.PHONE, Way.EMAIL):
        return False
    at = folded_line.text.find(stated.words)
    start, end = _sentence_of(folded_line, at)
    if stated.value.way is Way.EMAIL:
        start, end = max(0, at - _NEAR), at  # "Informal visits: Jo Ash. Job title: … Email: …"
    elif asked := _ASKED_BEFORE.search(folded, 0, start):
        start = asked.start()
    if _SENDING.search(folded, start, end):
        return False
    return bool(_ONLY_ASKING.fullmatch(heading) or (_has(folded, _OF_ASKING) and _ASKING.search(folded, start, end)))


def _of_its_writer(folded_lines: Sequence[FoldedLine]) -> Stated[Applying] | None:
    """The address a forwarded mail came from, where its text has them write to "me", or to "the address above"."""
    to_writer = (_TO_ME, _TO_ADDRESS_ABOVE)
    if not any(words.search(folded_line.folded) for folded_line in folded_lines for words in to_writer):
        return None
    for folded_line in folded_lines:
        if folded_line.folded.startswith("from:") and (match := _EMAIL.search(folded_line.text)):
            return Stated(Applying(Way.EMAIL, match[0].rstrip(".")), match[0])
    return None


def _ways(folded_line: FoldedLine, about: bool, *, ringing: bool) -> Iterator[Stated[Applying]]:
    text, folded = folded_line.text, folded_line.folded
    if "@" in text and not is_leftover(text):
        for match in _EMAIL.finditer(text):
            yield Stated(Applying(Way.EMAIL, match[0].rstrip(".")), match[0])
    written: list[tuple[int, int]] = []
    if "at" in folded or "@" in folded:
        for expression in (_AT_BRACKETS, _AT_WORDS):
            if not (about and " dot " in folded if expression is _AT_WORDS else _has(folded, "[({<")):
                continue
            for match in expression.finditer(folded):
                host = re.sub(r"\s", "", _DOTS.sub(".", match["host"]))
                if "." in host:
                    written.append(match.span())
                    words = text[slice(*match.span())]
                    yield Stated(Applying(Way.EMAIL, f"{words[: len(match['name'])]}@{host}"), words)
    if about and "." in text:
        for match in _WEB.finditer(text):
            if any(start <= match.start() < end for start, end in written):
                continue  # of "kate(at)alder.example"
            around = _sentence_of(folded_line, match.start())
            if (
                folded_line.kind == SectionKey.APPLY
                or _APPLYING.search(folded, *around)
                or folded_line.text.startswith(match[0])
                or _POINTING.match(folded)
                or _PAGE_OF_JOBS.match(fold(match[0]))
            ):
                yield Stated(Applying(Way.WEB, match[0].rstrip(".,;:!")), match[0])
    if folded_line.has_digits:
        yield from _numbers(folded_line, about, ringing=ringing)
    if walking := _has(folded, OF_WALKING) and WALKING.search(folded):
        yield Stated(Applying(Way.IN_PERSON), text[slice(*walking.span())])
    if about and not (walking and BRINGING.search(folded)) and (posting := POSTING.search(folded)):
        yield Stated(Applying(Way.POST), text[slice(*posting.span())])
    if button := BUTTONS.fullmatch(folded) or (_has(folded, OF_BUTTONS) and BY_BUTTON.search(folded)):
        shown = button.span("button") if "button" in button.re.groupindex else button.span()
        yield Stated(Applying(Way.BUTTON), text[slice(*shown)].strip())


def _numbers(folded_line: FoldedLine, about: bool, *, ringing: bool) -> Iterator[Stated[Applying]]:
    """The numbers to ring or fax: beside such words, beside an address, or behind a line that ends in "ring"."""
    text, folded = folded_line.text, folded_line.folded
    fax = about and "fax" in folded
    if not (fax or ringing or folded_line.kind == SectionKey.APPLY or "@" in text or _RINGING.search(folded)):
        return
    for match in _PHONE.finditer(text):
        if not _LEAST_DIGITS <= sum(char.isdigit() for char in match[0]) <= _MOST_DIGITS:
            continue
        around = _sentence_of(folded_line, match.start())
        if _FAXING.search(folded, around[0], match.start()):
            if fax:
                yield Stated(Applying(Way.FAX, match[0].strip()), match[0])
        elif (
            (_RINGING.search(folded, *around) and not _NOT_RINGING.search(folded, *around))
            or _BESIDE_EMAIL.search(text, max(0, match.start() - 60), match.start())
            or _EMAIL_BEHIND.match(text, match.end())
            or (ringing and not text[: match.start()].strip(" (+"))
            or (folded_line.kind == SectionKey.APPLY and _SOMEBODY_ON.fullmatch(text[: match.start()]))
        ):
            yield Stated(Applying(Way.PHONE, match[0].strip()), match[0])


def _sentence_of(folded_line: FoldedLine, offset: int) -> tuple[int, int]:
    """The sentence around an address: a stop within the address ends none."""
    start, end = folded_line.sentence_at(offset)
    return (start, end) if end - start > 20 else (max(0, start - 80), end)
