"""How one applies, as a posting states it: an address, a number or a place, and the words that give it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from roles.core.folding import fold
from roles.core.limits import SectionKey
from roles.core.money.words import SIGNS

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
    r"(?:/[^\s<>()]{0,200})?(?![\w.@])"
)
# A line that begins with a page of jobs states where one applies.
_PAGE_OF_JOBS = re.compile(
    r"(?:https?://)?[\w.-]{4,80}/(?:[\w-]{1,40}/){0,3}(?:jobs?|careers?|vacanc\w+|apply|join|work)"
)
_PHONE = re.compile(
    rf"(?<![\w{SIGNS},.])(?:\+\d{{1,3}}[ .-]?)?(?:\(?\d{{2,5}}\)?[ .-]?){{1,3}}\d{{3,4}}(?:[ .-]?\d{{2,4}})?(?![\w%]|,\d)"  # noqa: E501
)
_APPLYING = at_words(
    r"\bappl(?:y|ying|ications?|icants?)\b|\b(?:send|submit|e-?mail|forward|drop|mail|upload|"
    r"return)\b|resum[eé]s?\b|\bcvs?\b|\bwrite to\b|\binterested\b|"
    r"\bcontact\b|\bget in touch\b|\breach (?:out|us)\b|\bbewerb|\bcandidatures?\b|\bpostule|"
    r"\benviar\b|\benvía|\binviare|\bsollicite|"
    r"\bcover letter|\bletters? to\b|\bletters? by (?:post|hand|mail)\b|"
    r"\bfill(?:ing)? (?:in|out) (?:the|our|an?) (?:short )?(?:form|application)\b|"
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
_TO_ME = re.compile(r"\b(?:(?:cvs?|resum[eé]s?|applications?|letters?|replies) (?:straight )?to|e-?mail|write to) me\b")
_RINGING = re.compile(
    r"\b(?:call|phone|ring|tel|telephone|te?xt|whats ?app|msg|message|contact|sms|fon|telefon|"
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
_COUNTER = (
    r"(?:shop|store|office|yard|depot|works|workshop|plant|front desk|counter|reception|farm|mill|site|bakery|"
    r"restaurant|bar|cafe|clinic|warehouse|garage|showroom)"
)
_WALKING = at_words(
    r"\bwalk[ -]?ins?\b(?! (?:clinics?|cent(?:er|re)s?|coolers?|freezers?|fridges?|customers?|patients?|clients?|"
    r"guests?|traffic|trade|business|services?|appointments?|showers?)\b)[^.!?\n]{0,60}|"
    r"\bapply in person\b[^.!?\n]{0,60}|\bcome (?:and |to )?fill (?:out|in) (?:an|the) application\b[^.!?\n]{0,60}|"
    r"\bcall in at (?:the )?(?:packhouse|office|shop|yard|farm|depot|works|workshop|mill|site|desk|counter)\b|"
    r"\bbring(?: in)? (?:an?|your|the) (?:resum[eé]|cv|application)\b(?! or)[^.!?\n]{0,60}|"
    rf"\bwalk (?:into|in to) (?:the|our) {_COUNTER}\b[^.!?\n]{{0,60}}|"
    r"\bcome in and (?:say (?:hello|hi)|see us|meet us|talk to us|have a (?:chat|look))\b[^.!?\n]{0,60}|"
    r"\bdrop(?:ping)? off (?:an?|your|the) (?:resum[eé]|cv|application|letter)\b[^.!?\n]{0,60}|"
    r"\bpick up an application\b[^.!?\n]{0,60}|"
    r"\bdrop (?:in|by) (?:for a (?:chat|coffee|form)|any|between|on|to see|and (?:see|meet|talk))\b[^.!?\n]{0,60}|"
    r"\b(?:drop|hand|leave)(?: it| them|"
    r" (?:an?|your|the) [\w-]{2,12}) (?:off|in|by)\b[^.!?\n]{0,60}|"
    rf"\b(?:drop|hand|leave) (?:it|them|(?:an?|your|the) [\w-]{{2,12}}) (?:at|to|with) (?:the|our) {_COUNTER}\b|"
    rf"\b(?:drop|hand|leave) (?:it|them|(?:an?|your|the) [\w-]{{2,12}}) with [^.;,\n]{{2,25}} (?:at|in) (?:the|our) "
    rf"(?:\w+ )?{_COUNTER}\b|"
    rf"\b(?:apply|applications?|resum[eé]s?|cvs?|letters?|interested|or)\b[^.!?]{{0,60}}\bvisit (?:us (?:at|in)|"
    rf"(?:the|our) {_COUNTER})\b|"
    r"(?:^|[.!;,] |\b(?:or|and|just|please) )(?:come|stop|swing|drop|pop|call) (?:by|into|in at|"
    r"in to) \d{1,5}[a-z]? \w[^.!?\n]{0,60}|"
    r"\bcome (?:and |on in and )?see us (?:at|in)\b[^.!?\n]{0,60}|"
    r"\bhand[ -]?deliver(?:y|ed)?\b|\binterviews? (?:at|in) [^.;!?]{3,40}\b(?:any ?day|every ?day|daily|walk)|"
    rf"(?:^|[.!;,] |\b(?:or|and|just|please) )(?:come|stop|swing|drop|pop|call) (?:by|into) (?:the|"
    rf"our) {_COUNTER}\b[^.!?\n]{{0,60}}|"
    rf"\b(?:apply|ask|enquire|inquire) (?:within|(?:inside )?(?:at|in) (?:the|our) {_COUNTER})\b|"
    r"\b(?:come|stop|pop|call|drop) (?:in|by)\b[^.!?\n]{0,40}\b(?:ask|apply|application|resume|cv|pick up|fill)\b"
)
_OF_WALKING = (
    *(
        "walk",
        "in person",
        "fill",
        "call",
        "bring",
        "pick up",
        "drop",
        "hand",
        "leave",
        "visit",
        "come",
        "stop",
        "swing",
    ),
    *("pop", "deliver", "interview", "within", "apply", "ask", "quire"),
)
_BRINGING = re.compile(r"\bbring\b(?! or )")
_POSTING = re.compile(
    # "Mail your resume and letter to Alder Care, Attn: K. Ash, 12 Mill Street": with a word of a post before them.
    r"\b(?:mail|post|send|address(?:ed)?|directed|deliver(?:ed)?|return(?:ed)?)\b[^;@\n]{0,60} to:? [^;@\n]{2,90}?, "
    r"\d{1,5}[a-z]? [\w'-]{1,20}(?: [\w'-]{1,20})? "
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|square|quay|court|place|boulevard|blvd|highway|hwy)\b|"
    # "A letter and CV to Mr Ash, 12 Mill Street": whom, and the number of the house.
    r"\b(?:letters?|applications?|cvs?|resum[eé]s?)\b[^;:@\n]{0,60} to [^;:@\n]{2,60}, "
    r"\d{1,5}[a-z]? [\w'-]{1,20}(?: [\w'-]{1,20})? "
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|square|quay|court|place|boulevard|blvd|highway|hwy)\b|"
    r"\b(?:letters?|applications?|cvs?|resum[eé]s?)\b[^;:@.\n]{0,30} to (?:the|mrs?|ms|dr) [^;:@\n]{2,60}, "
    r"(?:[\w'-]{1,20} ){1,2}(?:street|road|avenue|lane|drive|square|quay|court|place|estate|park),|"
    r"\b(?:letters?|applications?|cvs?|resum[eé]s?)\b[^;:@.\n]{0,60} (?:at|to) the (?:above address|address (?:above|"
    r"below))\b|"
    r"\b(?:by post|apply(?:ing)? by letter|mail (?:it|them|your \w+) to|post (?:it|them|your \w+) to|"
    r"in writing to:? (?!\S{1,64}@)|"
    r"write to (?:[^\W\d_][\w.'-]* ){1,2}[^\W\d_][\w'-]*, [^;:@.\n]{3,40}, [^;:@.\n]{3,60}(?=[.\n]|$)|"
    r"p\.?o\.? box|"
    r"(?:bring|mail|post|deliver)(?: or (?:bring|mail|post|deliver))? (?:an?|your|the) [^.;:\n]{2,60}? to (?=\d))"
)
_BOARD = (
    r"(?:linked ?in|facebook|fb|messenger|instagram|insta|indeed|seek|trade ?me|reed|totaljobs|cv-library|"
    r"ziprecruiter|glassdoor|jora|naukri|pnet|"
    r"careers24|stepstone|xing|gumtree|craigslist|handshake|irishjobs(?:\.ie)?|jobsireland|jobstreet|mycareersfuture|"
    r"job ?bank|monster|snagajob|wellfound|idealist|charityjob|jobserve|bayt|infojobs)"
)
_BY_BUTTON = re.compile(
    rf"\b(?:apply|applying|applications?) (?:directly )?(?:via|through|on|with|using) (?:the )?{_BOARD}\b|"
    rf"\b(?:resum[eé]s?|cvs?|details|application|letter) (?:through|via|on) {_BOARD}\b|"
    rf"\b(?:dm|pm|message|msg|inmail) (?:me |us |\w+ )?(?:on|via|through|over) (?:our )?{_BOARD}\b|"
    rf"\b{_BOARD} (?:message|dm|inmail)\b|\b(?:dm|pm|inmail) (?:me|us) (?:here|directly|on here)\b|"
    r"\b(?:click|press|hit|use|tap)(?: on)?(?: the)? [\"'“‘]?(?:easy |quick )?apply(?: now)?[\"'”’]?(?: button|"
    r" link| below|\b)|"
    r"^(?:please )?apply now(?= or\b)|\bvia (?:the )?(?:easy apply|quick apply|apply now)\b|\b(?:click|press|hit|"
    r"use) (?:on )?[\"'“]?(?:easy apply|"
    r"apply now)\b"
)
_BUTTONS = re.compile(
    r"\s*(?:easy apply|apply now|apply on company (?:web)?site|apply for this job|quick apply|"
    r"1-click apply)(?: save)?[\s!.»>→]*"
)


_OF_BUTTONS = ("appl", "resum", "cv", "details", "letter", "dm", "pm", "message", "msg", "inmail")


def _has(folded: str, words: Iterable[str]) -> bool:
    return any(word in folded for word in words)


def applying_stated(folded_lines: Sequence[FoldedLine]) -> tuple[Stated[Applying], ...]:
    """Return the ways to apply that a text gives somewhere to go for, the likeliest first.

    An e-mail address is one wherever it is; a web address or a number only beside words on applying; a button of the
    page it was copied from comes last.
    """
    found: dict[Applying, str] = {}
    later: dict[Applying, str] = {}
    asides: dict[Applying, str] = {}  # where to ask for an adjustment, unless nothing else is given
    before = ringing = False
    for folded_line in folded_lines:
        about = (
            folded_line.kind == SectionKey.APPLY
            or (_has(folded_line.folded, _OF_APPLYING) and bool(_APPLYING.search(folded_line.folded)))
            or bool(_PAGE_OF_JOBS.match(folded_line.folded))
        )
        for stated in _ways(folded_line, about or before, ringing=ringing):
            ways = later if stated.value.way is Way.BUTTON else found
            (asides if _is_aside(folded_line, stated) else ways).setdefault(stated.value, stated.words)
        # "To apply, send your CV to:" and below it the address.
        before = about and folded_line.text.rstrip().endswith((":", "to", "at"))
        ringing = bool(_RINGING_LAST.search(folded_line.folded))
    found = found or asides
    if not found and (to_writer := _of_its_writer(folded_lines)):
        found[to_writer.value] = to_writer.words
    return tuple(Stated(way, words) for way, words in {**found, **later}.items())


def _is_aside(folded_line: FoldedLine, stated: Stated[Applying]) -> bool:
    """Whether an e-mail address is for whoever needs an adjustment: "Tell us about any adjustments at …"."""
    if stated.value.way is not Way.EMAIL:
        return False
    around = _sentence_of(folded_line, folded_line.text.find(stated.words))
    return bool(_ADJUSTING.search(folded_line.folded, *around)) and not _SENDING.search(folded_line.folded, *around)


def _of_its_writer(folded_lines: Sequence[FoldedLine]) -> Stated[Applying] | None:
    """The address a forwarded mail came from, where its text has them write to "me"."""
    if not any(_TO_ME.search(folded_line.folded) for folded_line in folded_lines):
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
    if "at" in folded or "@" in folded:
        for expression in (_AT_BRACKETS, _AT_WORDS):
            if not (about and " dot " in folded if expression is _AT_WORDS else _has(folded, "[({<")):
                continue
            for match in expression.finditer(folded):
                host = re.sub(r"\s", "", _DOTS.sub(".", match["host"]))
                if "." in host:
                    words = text[slice(*match.span())]
                    yield Stated(Applying(Way.EMAIL, f"{words[: len(match['name'])]}@{host}"), words)
    if about and "." in text:
        for match in _WEB.finditer(text):
            around = _sentence_of(folded_line, match.start())
            if (
                folded_line.kind == SectionKey.APPLY
                or _APPLYING.search(folded, *around)
                or folded_line.text.startswith(match[0])
                or _PAGE_OF_JOBS.match(fold(match[0]))
            ):
                yield Stated(Applying(Way.WEB, match[0].rstrip(".,;:!")), match[0])
    if folded_line.has_digits:
        yield from _numbers(folded_line, about, ringing=ringing)
    if walking := _has(folded, _OF_WALKING) and _WALKING.search(folded):
        yield Stated(Applying(Way.IN_PERSON), text[slice(*walking.span())])
    if about and not (walking and _BRINGING.search(folded)) and (posting := _POSTING.search(folded)):
        yield Stated(Applying(Way.POST), text[slice(*posting.span())])
    if button := _BUTTONS.fullmatch(folded) or (_has(folded, _OF_BUTTONS) and _BY_BUTTON.search(folded)):
        yield Stated(Applying(Way.BUTTON), text[slice(*button.span())].strip())


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
