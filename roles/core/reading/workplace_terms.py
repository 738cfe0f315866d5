"""The usual terms for where one works, “remote”, “on site”, “hybrid”, and the words around them that count."""

import re

from roles.core.document import Workplace

from .wordlists import at_words
from .workplace_phrases import SITE_BASED

POST = (
    r"(?:role|position|post|job|opportunity|vacancy|work|working|employment|schedule|"
    r"arrangement|policy|model|basis|contract|environment|team|worker)"
)
SITE = (
    r"(?:\w+ )?(?:offices?|plant|site|warehouse|bakery|clinic|practice|factory|store|shop|depot|school|theatre|theater|"
    r"studios?|restaurant|hotel|workshop|mill|kitchen|yard|brewery|museum|farm|building|premises|lab(?:oratory)?|"
    r"garage|"
    r"salon|cent(?:er|re)|base|facility|showroom|dealership|branch|nursery|winery|dairy|bakehouse|pottery|library)"
)
FULLY = r"(?:working |fully |100 ?% |completely |entirely |mostly |primarily |permanently )?"
REMOTE = (
    r"(?:remote(?:ly)?|work(?:ing)? from (?:home|anywhere|wherever)|home[ -]?based|telecommut\w*|telework\w*|wfh|"
    r"télétravail|teletrabajo|remoto|a distancia)"
)
ON_SITE = (
    r"(?:on[ -]?site|on premises|on[ -]property|on[ -]campus|on location|wfo|in[ -](?:the )?office|in[ -]person|"
    rf"{SITE_BASED}|"
    r"work(?:ing)? from (?:the |our )?(?:office|plant|site|factory|shop|warehouse)|"
    r"vor ort|sur site|(?:sur place|en présence|en présentiel)|presencial|in presenza|op locatie|på plats)"
)
WAYS = (
    (Workplace.HYBRID, r"(?:hybride?|híbrid[oa])"),
    (Workplace.REMOTE, REMOTE),
    (Workplace.ON_SITE, ON_SITE),
)
# What a value, or a part of a line, is as a whole.
WHOLE = tuple(
    (
        kind,
        re.compile(
            rf"(?:\d |t |(?:ft|pt|f/t|p/t|all|mode) |(?:no,? )?(?:it'?s|it is|"
            rf"this is) )?(?:{FULLY}{words})(?: {POST})?(?: ?[,:(–-]+.{{0,80}}|"
            r" (?:in|at|on|from|within|across|throughout|anywhere|only|with|first|based|working|remote|most(?:ly)?|"
            r"every|all|\d|"
            r"one|two|three|four|five|six|obviously|of course|please|required|daily|always|role|mon|tue|wed|"
            r"[(+&]).{0,80})?"
        ),
    )
    for kind, words in WAYS
)
BESIDE = tuple(
    (
        kind,
        re.compile(
            # "a remote position"; "the role is hybrid", "you will work on site"; "three days a week in the office".
            rf"\b{FULLY}{words},? (?:(?:full|part)[ -]time |permanent |contract |leadership |senior )?{POST}\b|"
            rf"\b(?:role|position|post|job|work|this|vacancy|opportunity)(?: itself)? (?:is|will be|"
            rf"can be|may be|would be)(?: an?)?"
            rf" (?:(?:full|part)[ -]time,? (?:and )?)?{FULLY}{words}\b|"
            rf"\byou(?:'ll| will| can| may| would)? (?:be )?(?:work(?:ing)? )?{FULLY}{words}\b|"
            rf"\b(?:we|we're|team|company|everyone|everybody)(?: are| is)?(?: all)? (?:fully |100 ?% |completely |"
            rf"entirely ){words}\b|"
            rf"\bwork (?:is )?(?:done )?{FULLY}{words}\b"
            + (
                r"|\b(?:one|two|three|four|\d)(?: ?(?:-|–|to|or) ?(?:two|three|four|\d))? days? (?:a|per|"
                r"each|every) week"
                r" (?:in|at|from) (?:the |our )?(?:\w+ )?(?:office|home|site)\b|"
                r"\b(?:one|two|three|four|a|\d) (?:day )?(?:days? )?(?:(?:a|per) week )?(?:of|from|"
                r"at) home(?: office)?\b|"
                r"\b(?:one|two|three|a|\d) (?:home|wfh|work[ -]from[ -]home|home[ -]?working|remote) days?\b|"
                r"\bhome[ -]office (?:possible|option|days?)\b|"
                r"\bat home (?:one|two|three|four|up to \w+|\d) days?\b|\b(?:partly|partially) (?:at|from) home\b|"
                rf"\b{ON_SITE}[^.;]{{0,40}}\b\w+days? (?:is |are )?optional\b|"
                r"\b(?:deels|gedeeltelijk|teilweise|en partie|parcialmente) (?:thuis|zu ?hause|mobil|télétravail|"
                r"remoto)|"
                r"\bhybrid[ -](?:working|remote)|"
                r"\b(?:in|at) the office\b[^.;]{0,60}\bfrom home\b|\bfrom home\b[^.;]{0,60}\b(?:in|at) the office\b"
                if kind is Workplace.HYBRID
                else ""
            )
            + (
                r"|\bbased (?:at|in|out of|from) our (?!clients?\b|customers?\b)\w+|\bin person (?:monday|mon|"
                r"every|daily|five|each|full[ -]time)|"
                r"\b(?:you|he|she|they|director|manager)\b[^.;,]{0,60}\bon[ -]?site"
                r"(?= ?[.,;)]|$| (?:mon(?:day)?|every|each|all|most|full|(?:four|five|six|[456]) days)\b)|"
                rf"\byou(?:'ll| will)? work\b[^.;,]{{0,30}}\bat (?:the|our) {SITE}\b"
                r"|\bat our (?:office|plant|warehouse|store|clinic) (?:full[ -]time|every day|five days)"
                if kind is Workplace.ON_SITE
                else ""
            )
        ),
    )
    for kind, words in WAYS
)
# "Télétravail : 2 jours par semaine".
SOME_DAYS = re.compile(
    r"(?:up to |jusqu'à |bis zu |hasta )?(?:one|two|three|four|[1-4])(?: ?[-–] ?[1-4])? "
    r"(?:days?|jours?|tage?|días?|dagen|giorni)\b"
)
NO = re.compile(r"\b(?:would consider|might consider|no|not|never|without|isn't|cannot|can't)\b[^.;]{0,30}$")
NEGATED = re.compile(
    r"\b(?:not|no|isn't|never|cannot be|can't be) (?:a |an |offered |available |eligible for |be |open to )?(?:fully )?"
    r"(?:remote|work(?:ing)? from home|telecommut)|\bremote (?:work|working) is not\b|\bdoes not offer remote\b"
)
OTHERS = re.compile(
    r"\b(?:customers?|clients?|patients?|guests?|pupils|students|children|members|residents|volunteers|nurses|carers|"
    r"engineers|drivers|people at home|car(?:e|es|ing) for|look(?:s|ing)? after people)\b(?![^.;]*\byou\b)"
)
HYBRID_OTHER = re.compile(r"\bhybrid (?:vehicles?|cars?|cloud|fleet|trucks?|seeds?|engines?|events?)")
REMOTE_OTHER = re.compile(
    r"\bremote (?:sites?|teams?|locations?|workers|staff|areas?|support|monitoring|access|controls?|employees|offices|"
    r"communities|sensing)"
)
EITHER = re.compile(r"\bremote(?: \w+)? or (?!\w{2}\b)|\bor (?:fully )?remote\b")
BETWEEN = re.compile(
    r"(?<=time) and |\band (?=full|part|perm)|"
    r"[·•|\t;/()\[\]]|,(?!(?<=\d,)\d)(?! \w+ing\b)|\s[–—-]\s|\. |\s{2,}|:\s|\.$|!"
)
IN_SITE = r"in[ -](?:store|clinic|school|shop|plant|warehouse|workshop)\b"
# Beside the hours of the post, as parts of a line: "Full-time, in store".
AT_SITE = re.compile(
    rf"(?:all |based )?(?:(?:at|in|on|from) (?:the|our) {SITE}(?: (?:in|on|at) .{{1,30}})?|"
    rf"{IN_SITE}(?: .{{1,30}})?|{SITE}s? and {SITE}s?)"
)
HOURS = re.compile(
    r"\bm(?:on)?(?:day)? ?(?:-|to) ?f(?:ri)?(?:day)?\b|\bhours: ?\d|\b(?:full|part)[ -]time\b|\bpermanent\b"
)
ANY_WAY = at_words(
    rf"hybrid|\b{REMOTE}|\b{ON_SITE}|\bdays? (?:a|per|each|every) week|\bbased (?:at|in|out of|from) our\b|"
    rf"\bat our \w+ (?:full|every|five)|\bwork\b.{{0,30}}\bat (?:the|our)\b|"
    rf"\b(?:at|in|on|from) (?:the|our) {SITE}|\b{IN_SITE}|"
    r"\b(?:offices?|shops?|yards?|plants?|warehouses?|workshops?|sites?) and (?:offices?|shops?|yards?|sites?)\b|"
    r"\b(?:from|at|of) home\b|\bwfh\b|\bremote\b|"
    rf"\bhome (?:days?|office|on)\b|"
    r"\bthuis\b|\bzu ?hause\b|\bmobil\b"
)
