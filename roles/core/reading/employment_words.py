"""The words for how much of a week one works and on what contract."""

import re

from roles.core.document import EmploymentType

from .wordlists import at_words

FULL = r"(?:full[ -_]?time|f/t)"
PART = r"(?:part[ -_]?time|p/t)"
# Words of other languages on the share of a week, and on the kind of contract.
FULL_ABROAD = (
    r"vollzeit(?:stelle|beschäftigung|job)?|plein temps|tempo inteiro|pełny etat|temps plein|temps complet|"
    r"jornada completa|tiempo completo|tempo pieno|"
    r"tempo integral|voltijds?|fulltime|heltid"
)
PART_ABROAD = (
    r"teilzeit(?:stelle|beschäftigung|job)?|temps partiel|media jornada|tiempo parcial|jornada parcial|part-time|"
    r"tempo parziale|tempo parcial|deeltijds?|parttime|deltid"
)
# Those who are full-time elsewhere, and what is asked of a day.
OTHERS = (
    r"(?:availability|hours|staff|employees|team|teams|people|workers|colleagues|students?|nurses|drivers|bakers|"
    r"equivalents?|"
    r"workforce|fte|care|nursery|education|members?|crew|jobs|reports|volunteers|personnel|technicians|role experience)"
)
EMPLOYMENT = (
    (
        EmploymentType.PART_TIME,
        re.compile(rf"(?<![\w-])(?<!time and )(?<!time & )(?:{PART}|{PART_ABROAD})\b(?! {OTHERS}\b)"),
    ),
    (
        EmploymentType.FULL_TIME,
        re.compile(rf"(?<![\w-])(?:{FULL}|{FULL_ABROAD})\b(?! {OTHERS}\b| (?:and|&) {PART})"),
    ),
)
OTHER_KINDS = (
    (
        EmploymentType.TEMPORARY,
        re.compile(
            r"\b(?:temporary|temp|interim|seasonal) (?:role|position|post|job|contract|assignment|"
            r"appointment|basis|vacancy|cover)\b|"
            r"\b(?:maternity|paternity|mat|parental|sick|adoption)(?: leave)? cover\b|\bthis (?:role|position|post|"
            r"job) is (?:temporary|seasonal)\b|\btemp(?:orary)?[ -]to[ -](?:perm\w*|hire)\b"
        ),
    ),
    (
        EmploymentType.CONTRACT,
        re.compile(
            r"\b(?:contract|freelance|consultancy) (?:role|position|post|job|basis|assignment|"
            r"opportunity|to hire)\b|\bcontract-to-|\bfixed[ -]term\b|\bftc\b|\b(?:day[ -]rate|w2|1099|c2c) contract\b|"
            r"\bcontract(?:,| for|:)? (?:an? )?(?:initial )?(?:\d{1,2}|three|six|nine|twelve|eighteen)[ -]months?\b|"
            r"\bcontract \((?:w-?2|1099|c2c|ftc|\d{1,2} months?)\)|"
            r"\b(?:\d{1,2}|one|two|three|six|nine|twelve|eighteen)[ -](?:months?|"
            r"years?)(?:'s?)? (?:\w+ )?(?:contract|term)\b|\bcdd\b|\bindependent contractor\b|"
            r"\bbefristet\b"
        ),
    ),
)
CODES = {
    "full_time": EmploymentType.FULL_TIME, "fulltime": EmploymentType.FULL_TIME, "full": EmploymentType.FULL_TIME,
    "ft": EmploymentType.FULL_TIME, "part_time": EmploymentType.PART_TIME, "parttime": EmploymentType.PART_TIME,
    "part": EmploymentType.PART_TIME, "pt": EmploymentType.PART_TIME, "contractor": EmploymentType.CONTRACT,
    "contract": EmploymentType.CONTRACT, "freelance": EmploymentType.CONTRACT, "fixed term": EmploymentType.CONTRACT,
    "fixed-term": EmploymentType.CONTRACT, "temporary": EmploymentType.TEMPORARY, "temp": EmploymentType.TEMPORARY,
    "interim": EmploymentType.TEMPORARY, "seasonal": EmploymentType.TEMPORARY, "ftc": EmploymentType.CONTRACT,
}  # fmt: skip
# "30 hours a week (part-time)"
OF_ITS_WEEK = re.compile(r"\b(?:hours|hrs|days|week) \($")
# Stated, but of no kind the portal has.
NO_KIND = re.compile(
    r"\b(?:permanent|perm|unbefristet|cdi|indefinido|internship|per diem|zero[ -]hours|casual|"
    r"ongoing (?:role|position|post|job))\b"
)
BEFORE_OTHERS = re.compile(
    r"\b(?:\d+|several|our|of|few|some|half|most|many|all|other|manage|managing|supervis\w+|hire|hiring|lead|leading)\b"
    r"(?:(?! - )[^.;,|•·()/\t:]){0,12}$"
)
# In a longer line it is stated of whoever is named before it: "the bookkeeper (part-time) and the site manager".
IN_BRACKETS = re.compile(r"\([^()]{4,20}\)")
SHORT_LINE = 8
WEEK_FIRST = re.compile(rf"(?:{FULL}|{PART})(?:\W|$)")
ANY_TERM = at_words(
    rf"{FULL}|{PART}|{FULL_ABROAD}|{PART_ABROAD}|contract|tempor|\btemp\b|interim|seasonal|freelance|fixed|"
    rf"\bftc\b|\bcd[di]\b|"
    r"cover\b|permanent|befristet|indefinido|internship|per diem|casual|consultancy|zero[ -]hours|"
    r"\bongoing\b|\bmon(?:day)?s? ?(?:-|to\b|till|thr)|\bm ?- ?f\b|"
    r"\bfte\b|\dfte\b|\bperm\b|\b[fp]/?t\b|\bdays?\b.{0,12}\b(?:week|wk|working)\b|\b[2-6][ -]day\b|\b(?:twenty|"
    r"thirty|forty) hours|\d{1,3} ?(?:hours?|hrs)\b(?=,|\.| and| over)|"
    r"\d{1,3} ?(?:hours?|hrs?|h) ?(?:per|a|each|/) ?(?:week|wk)|\d{1,3} ?%\)?$"
)
# "0.6 FTE", "FTE: 1.0", "60% FTE"; "Operations Director 100 %", as Switzerland has it; "Hours: 22.5 per week".
SHARE = re.compile(
    r"\bfte ?[:=]? ?(?P<behind>[01](?:[.,]\d\d?)?)(?![\d.,%]|\d)|(?<![\d.,])(?P<before>0?[.,]\d\d?|"
    r"1(?:[.,]00?)?) ?fte\b|"
    r"(?<![\d.,])(?P<percent>[1-9]\d|100) ?% (?:fte\b|of (?:a )?full[ -]time\b)"
)
ALMOST_FULL = 0.9
# What may be agreed: "happy to talk about 0.8 FTE".
PERHAPS = re.compile(r"\b(?:happy|open|consider\w*|could|would|possib\w+|discuss|talk|or|maybe|from)\b[^.;]{0,35}$")
# Terms of their own at the head of a posting only: a list of duties may have them as well.
ALONE_AT_THE_HEAD = frozenset({"contract", "temp", "ftc"})
HEAD = 10
LINE_OF_TERMS = 200
CAPITALS = re.compile(
    r"(?:^|[|,;·•/(–—\t] ?| - |: |[Pp]erm(?:anent)? )(FT|PT)(?=$| ?[|,;·•/)–—\t.]| - | (?:[Ee]xempt|[Ss]alar|"
    r"[Pp]erm|[Hh]ourly|&))"
)
OVER_DAYS = re.compile(r" (?:over|across|spread|from|mon)\b.*$")
OVER_SOME = re.compile(r"(?:over|across) (?:[3-6]|three|four|five|six) days")
PER_WEEK = re.compile(r"(?<=[a-z\d]) ?/ ?(?:week|wk)\b")
# "3 days a week", "6 days working", "five-day week": how many days one works, where it is a term of its own.
NUMBER_OF_DAYS = r"(?:(?P<many>five|six|[56])|two|three|four|[234])"
DAYS_A_WEEK = re.compile(
    rf"{NUMBER_OF_DAYS}[ -]days?(?:[ -](?:(?:a|per|each|in a) (?:week|wk)|working(?: week)?|week|weekly))"
)
WORKS_DAYS = re.compile(
    r"\b(?:you(?:'ll|'d| will| would)? work|(?:role|post|job|position)(?: is| will be|:)|this is)(?: for)?(?: an?)? "
    r"(?:two|three|four|[234])[ -]days?(?:[ -](?:(?:a|per|each) )?week)(?=[.,;)]|$| (?:job|role|post|position))"
)
# Days that are those in an office or elsewhere are no share of a week.
DAYS_OF_A_PLACE = re.compile(
    r"(?<!or )\b(?:home|office|on[ -]?site|remote(?:ly)?|hybrid|in[ -]person|wfh|here|there|travel\w*|road|wherever|"
    r"in (?:the|our))\b"
)
WEEK_OF_TITLE = re.compile(r"(?<=[^\d\W]) \(?(?:[4-9]\d ?%?-)?(?P<most>100|[2-9]\d) ?%\)?$")
OF_TITLE = re.compile(
    r"^(?P<temporary>temporary|interim|seasonal) (?!staff|labou?r|work|hous|accomm|event)|"
    r"[,(|–—-] ?(?:(?P<temporary2>temporary|interim|seasonal)|"
    r"(?P<contract>contract|freelance|fixed[ -]term|(?:\d{1,2}[ -]months? )?ftc))(?=$|[,)|]| [–—-] )"
)
MONTHS = re.compile(r"(?:\d{1,2}|one|two|three|six|nine|twelve|eighteen)[ -](?:months?|years?)\b")
# "Permanent, 37.5 hours": the hours alone between other terms are those of a week.
HOURS_ALONE = re.compile(r"([1-4]\d(?:[.,]\d{1,2})?|twenty|thirty|forty) ?(?:hours?|hrs)")
IN_WORDS = {"twenty": "20", "thirty": "30", "forty": "40"}
# "$31 an hour, 40 hours, paid holidays": beside pay by the hour, the hours alone are those of a week.
BY_THE_HOUR = re.compile(r"\bdays over\b|\bmon(?:day)?s? ?(?:-|to) ?fri|\d ?(?:per|an|a|/) ?(?:hour|hr)\b")
A_WEEK = re.compile(
    r"(\d{1,2}(?:[.,]\d{1,2})?) ?(?:hours?|hrs?|h|stunden)?,? ?(?:per|a|each|/|pro) ?(?:week|wk|woche)\b"
)
ALONE = frozenset({"temporary", "seasonal", "freelance", "interim"})
# "about 24 hours a week"
ABOUT = re.compile(
    r"^(?:(?:for|it's|it is|this is|i'd say|we'd say|say|just) )*(?:about|around|roughly|approximately|approx\.?|"
    r"circa|c\.|maybe|perhaps|some|up to|at least|an average of|averaging|initially) "
)
# Whose week it may be besides that of the post.
OTHERS_WEEK = re.compile(
    r"\b(?:open(?:s|ing)?|deliver(?:s|y|ies)|customers?|clients?|patients?|staff|they|their|crews?|drivers|volunteers|"
    r"service|services|runs|operat(?:es?|ing)|call|ring|phone|visit|reception|shop hours|office hours|store hours|"
    r"walk|drop|assistants?|stewards|students?|available)\b"
)
# "Mon-Fri 7am-4pm", "8 till 4.30, Monday to Friday".
FIVE_DAYS = re.compile(r"\bm(?:on)?(?:day)?s? ?(?:-|to|till|through|thru) ?f(?:ri)?(?:day)?s?\b")
CLOCK = re.compile(
    r"(?<!\S)(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))? ?(?:a\.?m\.?)? ?(?:-|to|till|until) ?"
    r"(?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))? ?(?:p\.?m\b\.?)?(?![\d%/]| ?(?:years?|yrs|days?|weeks?|people|k\b|months?))"
)
PART_BELOW, FULL_FROM = 30, 35
