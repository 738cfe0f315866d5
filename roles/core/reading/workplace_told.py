"""Where one works, of sentences that use none of the usual terms: "Forty hours, in the shop"; "Fridays from home".

Each expression needs words on the post itself beside the place: its hours, its work, or "you".
"""

import re

_DAY = r"(?:mon|tues|wednes|thurs|fri)days?"
_DAYS = r"(?:one|two|three|four|[1-4])(?: ?(?:-|–|to|or) ?(?:two|three|four|[2-4]))? days?"
_SOME = rf"(?:{_DAY}|{_DAYS}|a day|some days|occasional(?:ly)?|now and then)"
SITE = (
    r"(?:offices?|plants?|sites?|warehouses?|baker(?:y|ies)|clinics?|practice|factory|stores?|shops?|depots?|schools?|"
    r"theat(?:re|er)|studios?|restaurants?|hotel|workshops?|mill|kitchens?|yards?|boatyard|brewery|creamery|museum|farm|"
    r"building|premises|lab(?:oratory)?|garage|salon|cent(?:er|re)|base|facility|showroom|dealership|branch|"
    r"nurser(?:y|ies)|winery|dairy|bakehouse|pottery|library|hall|terminal|landing|packhouse|commissary|foundry|"
    r"press ?room|laundry|quarry|greenhouses?|harbou?r|marina|dock|hangar|works|gallery|distillery|cannery|sawmill|"
    r"headquarters|hq|counter|gym|café|cafe|hospital|church|campus|camp|stables?)"
)
_AT = rf"(?:at|in|on|from|out of|inside) (?:the|our) (?:[\w'-]{{1,20}} ){{0,2}}{SITE}\b"
_HOURS = (
    r"(?:\b(?:full|part)[ -]time|\bpermanent|\b(?:\d{1,2}|thirty|forty)(?:\.\d)? ?(?:hours|hrs)|\ba week|\bdays)\b"
    r"(?!['’]? ?(?:of |paid )?(?:holidays?|leave|off|vacation|pto|annual|sick)\b)"
)

# Some of the week at home; all five days, or "Monday to Friday", is no part of it.
HOME_DAYS = re.compile(
    rf"(?<!to )(?<!- )(?<!– )(?<!-)(?<!–)(?<!through )\b{_SOME}(?! ?(?:-|–|to\b|through\b) ?{_DAY})"
    r"[^.;\d]{0,40}\b(?:from|at) home\b|"
    rf"\b(?:from|at) home (?:on |every |each |for |up to |about )?(?:an? )?{_SOME}(?! ?(?:-|–|to\b|through\b))|"
    rf", home (?:on |every |each )?{_DAY}"
)
ON_SITE_TOLD = re.compile(
    # The hours, and behind a comma the place: "Full-time, Tuesday to Saturday, at the mill".
    rf"{_HOURS}[^.;]{{0,80}}, (?:here )?(?:{_AT}|in[ -]store\b)|"
    rf"\b(?:full|part)[ -]time (?:job |position |post |role )?(?:here )?{_AT}|"
    # The work, and what is said of it.
    rf"\bit (?:happens|takes place|is done|gets done) (?:here\b|{_AT})|"
    r"\b(?:the|this|all the|your) (?:work|job|role|post|position) (?:itself )?"
    r"(?:is|happens|will be|takes place|is done|gets done|is carried out)(?: all| always)? (?:here\b(?! to\b)|"
    rf"{_AT})|"
    rf"\bwork (?:is|happens|takes place|is done) {_AT}|"
    rf"\b(?:is|are) (?:full|part)[ -]time and done {_AT}|"
    # "It cannot be done from a laptop."
    r"\b(?:can't|cannot|can not|could not|couldn't|can never)(?: be| really be)? (?:do|done)\b[^.;]{0,20}"
    r" from (?:an? |your |the )?(?:laptop|home|desk|screen|sofa|afar|kitchen table|distance|phone)\b|"
    r"\bnot an? (?:laptop|desk|work[ -]from[ -]home|remote) (?:job|role|post|position)\b|"
    # Of the one who is sought.
    r"\byou(?:'ll| will|'d| would)? (?:be|are) based at (?!home)\w|"
    rf"\byou(?:'ll| will|'d| would)? (?:be|work|spend (?:the|your) days?) (?:right )?(?:here )?{_AT}"
    r"(?! (?:one|two|three|four|some|once|twice)\b)|"
    r"\byou(?:'ll| will|'d| would)? have (?:a|your) desk (?:at|in) (?:the|our)\b|"
    r"\byour desk (?:is|will be) (?:at|in) \w|"
    # The whole week of an office.
    r"\b(?:in|at) (?:the |our )?(?:office|workshop|plant|shop)(?: for)?,? "
    r"(?:five|5|every|all five|each) (?:week)?days?\b|"
    r"\b(?:five|six|5|6) days(?: (?:a|per|each) week)?,? (?:in|at|on) (?:the |our )?(?:office|plant|shop|site)\b|"
    # In other languages.
    r"\barbeitsort ist (?:unsere?|die|der|das)\b|\b(?:poste|travail|emploi) (?:sur site|sur place)|"
    r"\b(?:trabajo|puesto) presencial\b|\blavoro in (?:sede|presenza)\b"
)
# A label's value that is nothing but a place of work: "Workplace: Workshop and yard".
SITE_ALONE = re.compile(rf"(?:(?:at|in) )?(?:the |our )?(?:\w+ )?{SITE}(?: and (?:the )?{SITE})?(?:,.{{0,40}})?")
