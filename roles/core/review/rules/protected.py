"""Sex, origin, religion, family and the rest of what a posting may not choose by."""

from ..finding import Level
from ..rule import word_rule
from ..words import Term, WordList

EEOC = "EEOC, Prohibited Employment Policies/Practices, “Job Advertisements”; Title VII, 42 USC 2000e-3(b)"
IMMIGRATION = "Immigration Reform and Control Act; the Department of Justice's Immigrant and Employee Rights Section"
FAIR_CHANCE = "Fair-chance laws; EEOC guidance of 2012 on arrest and conviction records"
PAST_PAY = "Salary-history laws, such as California Labor Code 432.3 and New York Labor Law 194-a"
STYLE = "Common style guides; no law"
MUST, SHOULD = Level.MUST_FIX, Level.SHOULD_FIX

_THEN = "(?= (?:will|must|should|can|shall|may) )"
_MAY_WORK = "shuts out people who may work here. “Authorised to work” is enough, unless a law says otherwise."
_ONE_SEX = "is written for one sex."
# The names of jobs written for one sex, and those that can stand in their place.
_JOB = (
    "salesman: salesperson, saleswoman: salesperson, foreman: supervisor, waitress: server, hostess: host, "
    "stewardess: flight attendant, handyman: maintenance worker, repairman: repair technician, "
    "craftsman: craftsperson, tradesman: tradesperson, businessman: businessperson, spokesman: spokesperson, "
    "businesswoman: businessperson, spokeswoman: spokesperson"
)
_JOBS = (
    "saleswomen: salespeople, salesmen: salespeople, foremen: supervisors, waitresses: servers, "
    "craftsmen: craftspeople, tradesmen: tradespeople"
)
_NATION = "(?:us|u.s.|american|british|uk|eu|irish|canadian|australian)"
# "Have …" only where a line or a sentence begins with it: customers may have what they like.
_CITIZENS = (
    rf"have(?<![a-z,]\x20have) {_NATION} (?:citizenship|nationality)",
    rf"hold(?<![a-z,]\x20hold) {_NATION} (?:citizenship|nationality)",
    f"(?:must|should|you) (?:have|hold) {_NATION} (?:citizenship|nationality)",
    f"must be an? {_NATION} citizen",
    f"{_NATION} citizenship (?:is )?(?:required|needed|mandatory|essential)",
)
_UNLESS = (
    "(?! or (?:be |otherwise |the |a )?(?:legally )?(?:authori[sz]|eligib|entitle|permit|able to work|right to work))"
    "(?! (?:as required |required )?(?:by|under|because|pursuant|due to) )"
)
_MOTHER = r"(?:a |an |any )?(?:[a-z-]{3,12} )?(?:mums?|moms?|mothers?|housewi(?:fe|ves)|dads?|fathers?)"
_FAITH = r"(?:christian|muslim|jewish|catholic|hindu|buddhist|protestant)"

sex = WordList(
    "protected.sex",
    (
        Term("he (?:will|must|should|shall)", "means a man.", MUST),
        Term("she (?:will|must|should|shall)", "means a woman.", MUST),
        Term("his (?:duties|responsibilities|team|direct reports|department)", "means a man.", MUST),
        Term("her (?:duties|responsibilities|team|direct reports|department)", "means a woman.", MUST),
        Term(f"he/she{_THEN}", "counts two sexes; “they” counts all.", swap="they"),
        Term(f"he or she{_THEN}", "counts two sexes; “they” counts all.", swap="they"),
        Term("(?:he/him|she/her|he/him/his|she/her/hers) only", "chooses by sex.", MUST),
        Term(
            "(?:he/she|she/he|s/he|he or she|she or he)",
            "counts two sexes; “the person” counts all.",
            swap="the person",
        ),
        Term(r"(?:he\x20{0,2}/\x20{0,2}she|she\x20{0,2}/\x20{0,2}he)", "counts two sexes; “they” counts all."),
        Term(r"s\)he", "counts two sexes; “they” counts all."),
        Term("(?:himself|herself)(?:/| or )(?:himself|herself)", "counts two sexes; “themselves” counts all."),
        Term("(?:his/her|her/his|his or her|her or his)", "counts two sexes; “their” counts all.", swap="their"),
        Term("(?:him/her|her/him|him or her|her or him)", "counts two sexes; “them” counts all.", swap="them"),
        *(
            Term(job, _ONE_SEX, level, swap)
            for names, level in ((_JOB, MUST), (_JOBS, SHOULD))
            for job, swap in (pair.split(": ") for pair in names.split(", "))
        ),
        Term("chairman", "is written for one sex; “chair” is the usual word.", SHOULD, "chair"),
        Term("chairwoman", "is written for one sex; “chair” is the usual word.", SHOULD, "chair"),
        Term("girl friday", _ONE_SEX, MUST),
        Term("(?:man|gal|guy) friday", _ONE_SEX, MUST),
        Term("right~hand man", _ONE_SEX, SHOULD, "deputy"),
        Term("(?:gentleman|gentlemen)", _ONE_SEX, MUST),
        Term("(?:ladies|lady)", _ONE_SEX, MUST),
        Term("(?:females|males)", "chooses by sex.", MUST),
        Term(
            "(?:female|male) (?:candidates?|applicants?|only|preferred|directors?|managers?|leaders?|person)",
            "chooses by sex.",
            MUST,
        ),
        Term("(?:male|female)/(?:male|female)", "chooses by sex.", MUST),
        Term("(?:men|women) only", "chooses by sex.", MUST),
        Term("man the", "names one sex for the work.", SHOULD, "staff the"),
        Term("manning the", "names one sex for the work.", SHOULD, "staffing the"),
        Term("manned", "names one sex for the work.", SHOULD, "staffed"),
        Term("manpower", "names one sex for the work.", SHOULD, "workforce"),
        Term("man~hours", "names one sex for the work.", SHOULD, "person-hours"),
        Term("(?:right|ideal|perfect|best) man (?:will|must|should|has|is|who)", "means a man.", MUST),
        Term("best man for the job", _ONE_SEX, MUST, "best person for the job"),
        Term("mankind", "names one sex.", swap="humankind"),
        Term("middleman", "names one sex.", swap="go-between"),
        Term("guys", "names one sex.", swap="people"),
    ),
    why="A posting may not show a preference for one sex, and such words keep half of the people from applying.",
    source=EEOC,
    protects=True,
    innocent=(
        "gentlem[ae]n's agreement",
        "ladies'? (?:and gentlemen|wear|shoes|fashion|clothing|night|toilets?)",
        "george foreman",
        "our lady of",
        "a man the",
        "(?:the|one|every|any) man the",
        "ma(?:n|nning) the (?:year|hour)",
        "craftsman (?:tools?|style|homes?|houses?)",
        "(?:foreman|hostess|handyman|craftsman) (?:llp|llc|inc|ltd|brands|services ltd)",
        "(?:male/female|female/male) (?:connectors?|plugs?|threads?|fittings?|adapters?|toilets?|ends?)",
        "foreman grill",
    ),
)

origin = WordList(
    "protected.origin",
    (
        Term("native~english~speaker", "asks for a birthplace.", MUST, "fluent English speaker"),
        Term("native~english~speaking", "asks for a birthplace. Say what the language is needed for.", MUST),
        Term("native~english~speakers", "asks for a birthplace.", MUST, "fluent English speakers"),
        Term("native (?:[a-z]+~)?speakers?", "asks for a birthplace. Say what the language is needed for.", MUST),
        Term("native(?:~level)?~english(?!~speak)", "asks for a birthplace.", MUST, "fluent English"),
        Term("mother~tongue", "asks for a birthplace. Say what the language is needed for.", MUST),
        Term(
            "english as (?:a|an|your|their) (?:first|native) language",
            "asks for a birthplace. Say what the language is needed for.",
            MUST,
        ),
        Term("(?:american|british|canadian|us|u.s.|uk)-born", "asks for a birthplace.", MUST),
        Term("born in the (?:us|u.s.|usa|uk|united states|united kingdom)", "asks for a birthplace.", MUST),
        Term(
            "(?:us|u.s.|american|british|uk|eu|canadian)~citizens? only",
            "shuts out people who may work here.",
            MUST,
            source=IMMIGRATION,
        ),
        Term("citizens only", "shuts out people who may work here.", MUST, source=IMMIGRATION),
        *(Term(f"{asked}{_UNLESS}", _MAY_WORK, MUST, source=IMMIGRATION) for asked in _CITIZENS),
        Term(
            "(?:singaporeans?|malaysians?|indians?|filipinos?|emiratis?|saudis?|europeans?|americans?|canadians?|"
            "australians?|britons?|britishers?|locals?) only",
            "shuts out people who may work here.",
            MUST,
            source=IMMIGRATION,
        ),
        Term("nationals only", "shuts out people who may work here.", MUST, source=IMMIGRATION),
        Term("no foreigners", "chooses by origin.", MUST),
        Term("(?:no|without an?|without any) (?:foreign )?accents?", "chooses by origin.", MUST),
        Term("accent~free", "chooses by origin.", MUST),
        Term("neutral accent", "chooses by origin.", MUST),
        Term("caucasian", "chooses by race.", MUST),
        Term("white (?:candidates|applicants|people) only", "chooses by race.", MUST),
        Term("no visas?(?! sponsorship)", "may shut out people who may work here. Say whether you sponsor."),
    ),
    why="What counts is the language and the permission the work needs, not where somebody comes from.",
    source=EEOC,
    protects=True,
    innocent=("no accents? (?:walls?|colou?rs?)",),
)

religion = WordList(
    "protected.religion",
    (
        Term(
            f"{_FAITH} "
            "(?:values|faith|background|candidates?|person|leader|man|woman|only|preferred|applicants?|belief)",
            "chooses by religion.",
            MUST,
        ),
        Term(f"must be an? (?:practi[sc]ing )?{_FAITH}", "chooses by religion.", MUST),
        Term("practi[sc]ing (?:christian|muslim|catholic|jew)", "chooses by religion.", MUST),
        Term("(?:god-fearing|god fearing|churchgoing|churchgoer|born-again)", "chooses by religion.", MUST),
        Term("share our faith", "chooses by religion.", MUST),
        Term("no (?:hijabs?|headscar(?:f|ves)|turbans?)", "shuts people out by religion.", MUST),
        Term("clean~shaven", "can shut people out by religion.", MUST),
    ),
    why="A secular employer may not choose by religion. A religious one should ask its lawyer what it may ask for.",
    source=EEOC,
    protects=True,
)

family = WordList(
    "protected.family",
    (
        Term(
            "(?:single|unmarried|married) (?:candidates?|applicants?|person|people|man|woman|men|women|preferred|only)",
            "chooses by family.",
            MUST,
        ),
        Term(
            "no (?:children|kids|dependants|dependents|family commitments|family obligations)",
            "chooses by family.",
            MUST,
        ),
        Term(
            "without (?:children|kids|family commitments|family obligations)",
            "chooses by family.",
            MUST,
            in_benefits=False,
        ),
        Term("must be (?:single|unmarried|married|childless)(?=[.,;!)]|$| and | or )", "chooses by family.", MUST),
        Term("child~free", "chooses by family.", MUST),
        *(
            Term(f"{beginning} for {_MOTHER}(?! and bab)", "chooses by family and sex.", MUST)
            for beginning in (
                *(rf"{word}(?<![a-z,]\x20{word})" for word in ("ideal", "perfect", "great")),
                "(?:job|role|post|position|hours) (?:is |are |would be )?(?:ideal|perfect|great)",
            )
        ),
        Term("(?:mums?|moms?|mothers?) returning to work", "chooses by family and sex.", MUST),
        Term("family man", "chooses by family and sex.", MUST),
        Term("no plans to (?:have|start) (?:a )?(?:child(?:ren)?|family)", "chooses by family.", MUST),
        Term("not (?:be )?pregnant", "chooses by pregnancy.", MUST),
        Term("your marital status", "asks about family.", MUST),
    ),
    why="Whether somebody is married or has children says nothing about the work.",
    source=EEOC,
    protects=True,
    innocent=("married (?:couples|quarters)", "with or without children", "with and without children"),
)

other = WordList(
    "protected.other",
    (
        Term(
            "(?:photo|photograph|headshot|picture) (?:is )?(?:required|mandatory|needed)",
            "invites a choice by looks.",
            MUST,
            source=EEOC,
        ),
        Term(
            "(?:attach|include|enclose|send) an? (?:recent )?(?:photo|photograph|headshot)(?! of (?!you))",
            "invites a choice by looks.",
            MUST,
        ),
        Term(
            "(?:cv|resume|résumé|application|letter|apply) (?:and [a-z ]{1,20})?with (?:[a-z]{1,12},? ){0,6}?"
            "(?:photo|photograph|headshot)",
            "invites a choice by looks.",
            MUST,
        ),
        Term("presentable", "invites a choice by looks. Say what the work needs.", SHOULD),
        Term("good~looking", "invites a choice by looks.", MUST),
        Term("well~groomed", "invites a choice by looks. Say what the work needs.", SHOULD),
        Term("(?:pleasing|pleasant|attractive) (?:appearance|looks|personality)", "invites a choice by looks.", SHOULD),
        Term(
            "(?:your|state|include|mention|with) (?:your )?(?:current|present|previous|last~drawn) (?:salary|ctc|pay)",
            "asks for past pay, which several states forbid. Say what you pay instead.",
            SHOULD,
            source=PAST_PAY,
        ),
        Term(
            "(?:salary|pay|compensation) history",
            "asks for past pay, which several states forbid. Say what you pay instead.",
            SHOULD,
            source=PAST_PAY,
        ),
        Term(
            "(?:clean|clear) (?:criminal )?record", "shuts out people a fair-chance law protects.", source=FAIR_CHANCE
        ),
        Term(
            "no criminal (?:record|history|background|convictions?)",
            "shuts out people a fair-chance law protects.",
            source=FAIR_CHANCE,
        ),
        Term(
            "no (?:felons?|felony|felonies|ex~offenders?|ex~convicts?|ex~felons?)",
            "shuts out people a fair-chance law protects.",
            SHOULD,
            source=FAIR_CHANCE,
        ),
        Term(
            "(?:felons?|ex~offenders?|ex~convicts?|ex~felons?|offenders?) (?:need|should|must|may|can) not apply",
            "shuts out people a fair-chance law protects.",
            SHOULD,
            source=FAIR_CHANCE,
        ),
        Term(
            "(?:pass|passing|subject to|must have) (?:a |an? [a-z]+ )?credit check",
            "is limited by law in many places.",
            source=FAIR_CHANCE,
        ),
        Term(
            "credit checks? (?:is |are )?(?:required|mandatory|needed)(?! (?:for|of|on|from))",
            "is limited by law in many places.",
            source=FAIR_CHANCE,
        ),
    ),
    why="Ask only what the work needs, and only at the stage where the law lets you.",
    source=EEOC,
    protects=True,
    innocent=(
        "(?:make|makes|making|keep|keeps|keeping|look|looks|stay|stays) (?:[a-z]+ ){0,4}?(?:presentable|well~groomed)",
        "presentable (?:reports?|data|form|format|stores?|shops?|rooms?|dishes|plates?|spaces?)",
        "well~groomed (?:lawns?|gardens?|grounds|trails?|slopes?|dogs?|pets?|horses?)",
        "(?:no|not|never|without)(?: [a-z]+){0,4} (?:salary|pay|compensation) history",
        "clean records? of",
        "clear records? of",
        "(?:no|without an?|not an?) (?:photo|photograph|headshot|picture) (?:is )?(?:required|mandatory|needed)",
    ),
)

idioms = WordList(
    "protected.idiom",
    (
        Term("brotherhood", "names one sex."),
        Term("black~list(?:s|ed|ing)?", "has a plainer word: block list."),
        Term("white~list(?:s|ed|ing)?", "has a plainer word: allow list."),
        Term("our (?:[a-z]+ )?tribe", "borrows a people's word for a team."),
        Term("(?:the|your|this) tribe", "borrows a people's word for a team."),
        Term("spirit animal", "borrows a people's faith for a joke."),
        Term("grandfathered", "comes from laws against Black voters. Say “exempt under the old rule”."),
        Term("master/slave", "is about owning people.", swap="primary/replica"),
        Term("master~slave", "is about owning people. “Primary and replica” says it."),
        Term(
            "chief (?:happiness|everything|fun|cook and bottle~washer)(?: officer)?",
            "jokes about a rank in a peoples' word.",
        ),
        Term("mother'?s~helper", "names one sex."),
    ),
    why="A small thing to change, and one reason fewer to stop reading.",
    source=STYLE,
    innocent=("the tribe of", "the tribe's"),
)

RULE = word_rule(
    "protected", "Words that choose by sex, origin, religion or family", sex, origin, religion, family, other, idioms
)
