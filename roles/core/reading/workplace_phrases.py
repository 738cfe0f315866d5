"""Where one works, of sentences that use none of the usual terms: "Forty hours, in the shop"; "Fridays from home".

Each expression needs words on the post itself beside the place: its hours, its work, or "you".
"""

import re

from .wordlists import at_words

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri)days?|(?:mon|tues?|wed|thur?s?|fri)\b)"
_DAYS = r"(?:one|two|three|four|[1-4])(?: ?(?:-|–|to|or) ?(?:two|three|four|[2-4]))? days?"
_SOME = rf"(?:{_DAY}|{_DAYS}|a day|(?:the )?odd day|some days|occasional(?:ly)?|now and then)"
SITE = (
    r"(?:offices?|plants?|sites?|warehouses?|baker(?:y|ies)|clinics?|practice|factory|stores?|shops?|depots?|schools?|"
    r"theat(?:re|er)|studios?|restaurants?|hotel|workshops?|mill|kitchens?|yards?|boatyard|brewery|creamery|museum|"
    r"farm|"
    r"building|premises|lab(?:oratory)?|garage|salon|cent(?:er|re)|base|facility|showroom|dealership|branch|"
    r"nurser(?:y|ies)|winery|dairy|bakehouse|pottery|library|hall|terminal|landing|packhouse|commissary|foundry|"
    r"press ?room|laundry|quarry|greenhouses?|harbou?r|marina|dock|hangar|works|gallery|distillery|cannery|sawmill|"
    r"headquarters|hq|counter|gym|café|cafe|hospital|church|campus|camp|stables?|bench|benches|ovens?|machines?|"
    r"(?:loading |production |assembly )?(?:dock|line)s?|floor|lots?|field|orchards?|vineyard|buildings?|pub|inn|"
    r"lodge|bay|tunnels?|sheds?|glasshouses?|stockroom|pier|quay(?:side)?|wharf|jetty|docks|stores?room|back room|"
    r"roastery|cellar|theatre)"
)
# "yard based", "office/warehouse-based", "workshop and site based".
_OF_A_SITE = (
    r"(?:office|site|yard|shop|shop[ -]floor|store|plant|factory|warehouse|depot|clinic|workshop|campus|school|farm|"
    r"studio|hotel|restaurant|bakery|brewery|kitchen|hospital|hub|centre|center|branch|showroom|quarry|mill|garage|"
    r"nursery|terminal|lab|hq)"
)
SITE_BASED = rf"(?:{_OF_A_SITE}(?: ?/ ?| and | & | or |, ?))?{_OF_A_SITE}[ -]based"
_AT = rf"(?:at|in|on|from|out of|inside) (?:the|our) (?:[\w'-]{{1,20}} ){{0,2}}{SITE}\b"
_HOURS = (
    r"(?:\b(?:full|part)[ -]time|\bpermanent|\b(?:\d{1,2}|thirty|forty)(?:\.\d)? ?(?:hours|hrs)|\ba week|\bdays)\b"
    r"(?!['’]? ?(?:of |paid )?(?:holidays?|leave|off|vacation|pto|annual|sick)\b)"
)

# Some of the week at home; all five days, or "Monday to Friday", is no part of it.
HOME_DAYS = at_words(
    rf"(?<!to )(?<!- )(?<!– )(?<!-)(?<!–)(?<!through )\b{_SOME}(?! ?(?:-|–|to\b|through\b) ?{_DAY})"
    r"[^.;\d]{0,40}\b(?:(?:from|at) home|wfh)\b|"
    rf"\b(?:(?:from|at) home|wfh),? (?:on |every |each |for |up to |about |around )*(?:an? )?{_SOME}(?! ?(?:-|–|to\b|"
    rf"through\b))|"
    rf", home (?:on |every |each )?{_DAY}"
)
ON_SITE_PHRASE = at_words(
    # The hours, and behind a comma the place: "Full-time, Tuesday to Saturday, at the mill".
    rf"{_HOURS}[^.;]{{0,80}}, (?:here )?(?:{_AT}|in[ -]store\b)|"
    rf"(?<!open )(?<!opens )\bmon(?:day)? ?(?:-|–|to|through|thru) ?(?:fri|sat)(?:ur)?(?:day)?s?\b[^.;]{{0,25}} {_AT}|"
    rf"\b(?:full|part)[ -]time (?:job |position |post |role )?(?:here )?{_AT}|"
    # "It's at the shop on Main Street", "Start is 5am at the bakehouse", "based at the Cardiff salon".
    rf"\b(?:it's|it is|this is|this one is) (?:all |always )?{_AT}|(?:^|[,;.] )(?:you(?:'ll| will) be )?based {_AT}|"
    rf"\bstart(?:s|ing)?(?: is| at)? \d[^.;]{{0,25}} {_AT}|"
    r"\bresidential(?:,? (?:role|position|post|job))?,? \(?(?:not|no) (?:fifo|dido|fly)|"
    # The work, and what is stated of it.
    rf"\bit (?:happens|takes place|is done|gets done) (?:here\b|{_AT})|"
    r"\b(?:the|this|all the|your) (?:work|job|role|post|position) (?:itself )?"
    r"(?:is|happens|will be|takes place|is done|gets done|is carried out)(?: all| always)? (?:here\b(?! to\b)|"
    rf"{_AT})|"
    rf"\b(?:everything|it all|all of it) (?:is|happens|takes place|is done|gets done) (?:here\b|on[ -]?site\b|{_AT})|"
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
_THERE = (
    r"(?:at|in|on|from|out of|inside|out on|out in|beside|next to|around|behind|over|above) (?:the|our) "
    rf"(?:[\w'-]{{1,20}} ){{0,2}}{SITE}\b"
)
_PART = (
    r"(?! (?:for )?(?:about |at least |roughly |around |up to )?"
    r"(?:one|two|three|four|some|once|twice|a couple|a few|half|most of|[1-4])\b)"
)
_YOU = (
    r"\b(?:you|whoever (?:gets|takes) it|the (?:person|hire|holder))"
    r"(?:'ll|'d| will| would| must| should)?(?: need to| needs to| have to| has to| are expected to| can expect to)?"
)
# Any one noun: "at the salerooms", "at the surgery".
_SOME_SITE = (
    r"(?:the|our) (?!home|moment|heart|cent|core|edge|sharp|top|front|board|team|senior|executive|same|company|"
    r"business)"
    rf"[a-z][a-z-]{{3,20}}(?: [a-z]{{3,12}})?(?=[.,;]|$){_PART}"
)
_MUST_BE = r"\b(?:has|have|needs?) to be (?:here\b(?! to\b)|"
_EACH_DAY = r"(?:every|each|the|your|all|most|forty|five|our) (?:working )?(?:shifts?|days?|weeks?|hours|work)"
# The same, of what is stated of the one who is sought, or of the job.
MORE_ON_SITE = at_words(
    rf"\b(?:the|this) (?:work|job|role|post) is (?:all |always )?(?:at|in) {_SOME_SITE}|"
    rf"{_YOU} be (?:working|based) (?:at|in|out of|from) {_SOME_SITE}|"
    rf"{_MUST_BE}{_THERE}{_PART})|{_YOU} be (?:working|found) {_THERE}{_PART}|"
    rf"\byou're (?:here |out |mostly |always )*{_THERE}{_PART}|(?:^|[:.] ){_THERE} (?:from|by|at|before) \d|"
    rf"\bworks {_THERE}{_PART}|"
    rf"\b(?:job|role|post|position|manager|director) (?:is|will be) based {_THERE}{_PART}|\b(?:job|role|post|"
    rf"position) is (?:on|at) (?:the|our) (?:estate|farm|site|ranch|"
    rf"campus|quay)\b|"
    rf"{_YOU} (?:be|work|stand|spend (?:the|your|most|much of the|most of the|most of your|all your)(?: \w+)?|"
    rf"are) (?:physically )?"
    rf"(?:here |present |right |out |in person |based |always |every day )*{_THERE}{_PART}|"
    rf"{_YOU} (?:be|work|are) (?:physically )?(?:here(?! to\b| for\b| a\b| as\b)|in person)(?: with us| every day|"
    rf" daily|\b(?=[.,;]|$))|"
    rf"{_YOU} (?:be |are )?(?:physically )?present\b|\bphysically present (?:on[ -]?site|{_THERE})|"
    rf"\bpresence (?:on[ -]?site|{_THERE})|\bwork(?:ing)? {_THERE},? (?:five|six|[56]) days\b|"
    rf"\bbased on[ -](?:campus|site)\b|"
    r"^live[ -]in$|, live[ -]in(?=,|$)|"
    r"\b(?:would|will|must|'ll|'d) live[ -]in(?=[.,;]|$| (?:from|during|for|all|and|on)\b)|"
    rf"\b(?:you|person|manager|director|holder)(?:'ll|'d| will| would| must| should)? (?:be )?(?:live|living|lives) "
    r"(?:on|at|in) (?:the|our) (?:[a-z]+ )?(?:property|farm|estate|premises|station|site|grounds|"
    r"campus|island|lodge)\b|"
    rf"\b(?:stationed|posted) (?:at|in) (?:the|our|its|their) [^.;,]{{0,30}}?{SITE}\b{_PART}|"
    rf"\b(?:position|role|post|job|you)\b[^.;]{{0,80}}\bworking (?:out of|from|at) (?:the|our|its) \w[^.;,]{{2,30}} "
    rf"{SITE}\b{_PART}|"
    rf"(?:^|(?<=[.;,:]) ){_THERE} with us\b(?! (?:for )?(?:about )?(?:one|two|three|four|some|once|twice|half|"
    rf"[1-4])\b)|"
    rf"{_YOU} (?:be|work) (?:physically |there |here )*in person\b{_PART}(?! (?:for|at)\b)|"
    rf"\bable to be {_THERE} (?:mon|every|each|five|all|full)|"
    rf"^from (?:our|the) (?:[\w'-]{{1,20}} ){{0,2}}{SITE}\b(?! (?:and|or) home)[^.;]{{0,40}}\bmon(?:day)?s? ?(?:-|to)|"
    r"\blive[ -]in (?:role|post|position|job|(?:\w+ ){0,2}(?:manager|director))\b|(?:^|[-–•;.] )lives? on[ -]?site\b|"
    rf"{_YOU} work [^.;,]{{0,20}}{_THERE}{_PART}|\b{_EACH_DAY} (?:is|are|will be|"
    rf"happens?|starts)(?: spent| done| worked)? {_THERE}|"
    rf"(?:^|[:.] )(?:out )?on (?:the|our) (?:\w+ )?floor\b|\bbeing here is\b|\ba desk {_THERE}|"
    r"\b(?:nobody|no one|none of us) (?:here )?works? (?:from home|remotely)|"
    rf"\b(?:team|we|everyone|everybody)(?: all)? works? in person\b|"
    rf"\bexpect to be (?:here\b|(?:out )?{_THERE}{_PART})|\bexpect to (?:work|stand) {_THERE}|"
    r"\b(?:job|role|post|position|work|this one|it) (?:needs|requires|wants|asks for) (?:you|somebody|someone|a person)"
    rf"(?: to be)? (?:physically )?(?:present|here|on[ -]?site|in person|in the building|{_THERE})|"
    r"\b(?:a |an )(?:be[ -]here|be[ -]there|in[ -]the[ -](?:building|room|shop)|feet[ -]on[ -]the[ -](?:ground|floor)|"
    r"shop[ -]floor|on[ -]the[ -](?:floor|ground|tools)) (?:job|role|post|position)\b|"
    r"(?:^|[.:|] )(?:hands[ -]on,? )?shop[ -]floor (?:job|role|post|position)\b|"
    rf"\b(?:job|role|post|position|work)(?: is| will be|'s|:)? (?:a |"
    rf"an )?(?:very much )?(?:hands-on,? )?(?:and )?{_THERE}(?! and home){_PART}|"
    r"\b(?:you|this|it|job|role|post|position|work)(?: one)?(?: itself)? (?:can't|cannot|can not|can never|couldn't|"
    r"could not|won't|is not|isn't|not)(?: really)?(?: be| run| do|"
    r" manage| keep)?[^.;]{0,40}"
    r"\b(?:over (?:zoom|teams|the phone|video)|from (?:a|your|behind a) (?:screen|spare room|sofa|kitchen table|"
    r"laptop)|"
    r"from home|remotely|behind a (?:screen|desk) at home)\b|"
    r"\b(?:no|isn't any|not any|without|not offer(?:ed)?|can't offer|cannot offer|don't offer|do not offer) "
    r"(?:option of |possibility of |chance of )?(?:working from home|home[ -]working|home[ -]office|wfh|"
    r"work from home)\b|"
    rf"\byour (?:desk|office|place|bench) (?:is|will be|would be|sits) {_THERE}|"
    r"\bon (?:the|our) (?:shop|factory|production|sales|warehouse|clinic|restaurant|workshop) ?floor (?:every|each|"
    r"all|most|five|six)\b|"
    r"\b(?:in|at) (?:the|our) (?:\w+ )?(?:building|shop|plant|yard|works|office),? (?:every (?:working )?day|each day|"
    r"daily|full[ -]time|all week)\b|"
    r"\b(?:everyone|everybody|all of us|we all|the whole team|we) (?:is|are|works?|comes?|come) "
    rf"(?:in (?:every day|each day|five days|monday to friday|daily)|here (?:every day|monday to|all week)|"
    rf"{_THERE} (?:every day|each day|monday to|five days|all week|from \w+ (?:am |pm )?to))"
)
# Of what is done between places nobody knows whether it is on site or at home.
ON_THE_ROAD = re.compile(
    r"\b(?:job|role|post|position|work|you(?:'ll|'re| will| are)?(?: be)?)(?: is| are|'s|:)?"
    r"(?: (?:largely|mostly|mainly|always|based|often|out))* (?:on the road\b|(?:out )?in the field"
    r"(?=[.,;]|$| (?:most|much|every|all|four|five|\d)\b))|^on the road\b|"
    r"(?:^|[|,;:·•(-] ?|\b(?:a|fully|this is|is|role|position|post|job) )(?:field|road|van|vehicle)[ -]based"
    r"(?=$|[.,;|)·•(-]| (?:[·•|(–-]|role|post|position|job|with|across|in|and|from|\d))|"
    r"^(?:field|mobile|peripatetic)(?: role| position)?$|"
    r"\b(?:a|this is a) (?:mobile|peripatetic) (?:role|post|position|job)\b"
)
# A question with its answer, in two sentences: "Is it remote? Sadly not."
ASKED = re.compile(
    r"\b(?:is (?:it|this|the job|the role)|can (?:it|this) be|can i (?:do (?:it|this)|work)|any)\b"
    r"[^.?;]{0,20}\b(?:remote(?:ly)?|from home|hybrid)\b[^.?]{0,20}\? ?"
    r"(?:sorry|sadly|i'm afraid|afraid|unfortunately)?[ ,:-]{0,3}(?:no\b|not\b|it (?:isn't|can't)\b)"
)
_AWAY = (
    r"(?:(?:from|at) (?:your own |your |their own )?(?:home|kitchen|house)|kitchen table|spare room|home office|home "
    r"working|"
    r"from your sofa|"
    r"wherever (?:you|suits|it suits)|where(?: you)? (?:like|please|want)|yours to (?:choose|decide|spend)|"
    r"remote(?:ly)?|from elsewhere|"
    r"home(?=[.,;]|$)|home days?|days? (?:at )?home\b|home[ -]based|telework|t[ée]l[ée]travail|mobile working|"
    r"from anywhere|at home)"
)
_IN = (
    rf"(?:(?:in|at|to) (?:the|our|your) (?:[\w'-]+ ){{0,2}}?{SITE}\b|our (?:[\w'-]+ ){{0,2}}?{SITE}\b|"
    rf"days? in\b|\bdays? (?:at (?:the )?)?{SITE}\b|\bin (?:on )?(?:mon|tues|wednes|thurs|fri)days?|"
    r"(?:all|come|be|are|'re) in (?:together|on|mon|tue|wed|thu|fri)|"
    r"\boffice\b|\bon[ -]?site\b|\bin person\b|\bwith us\b|\bhere\b)"
)
_SHARE = (
    r"(?:\b(?:one|two|three|four|[1-4]|a) days?\b|\bdays? (?:a|per|each) (?:week|fortnight|month)|"
    r"\b(?:the )?(?:rest|other (?:days|half|two|three)|others)\b|"
    r"\bhalf\b|\b(?:some|much|most) of (?:it|that|this)\b|\bmost (?:days|mornings|afternoons)\b|\bonce (?:a|every)|"
    r"\btwice a\b|\bmostly\b|\bsplit\b|\bdivid\w+|\b\d0[/ -]+\d0\b|\d0 ?%|"
    r"\b(?:mon|tues?|wed|wednes|thu|thurs?|fri)(?:days?)?\b|"
    r"\bwhen you (?:need|like|want)|\bsome of (?:the|your) (?:week|time)|\bpart of (?:the|your) (?:week|time)|"
    r"\bmost of (?:the|your) (?:week|time)|"
    r"\bevery (?:week|month|fortnight)\b|\b(?:two|three|four),? )"
)
# "At the centre at least three days a week" leaves two.
_LEAST = r"\b(?:at least|(?:a )?min(?:imum)?(?: of)?\.?) (?:one|two|three|four|[1-4]) days?\b"
# A share of the week here and one elsewhere, in one sentence; each has to be in it.
HYBRID_PHRASES = tuple(at_words(each) for each in (_AWAY, _IN, _SHARE))
_HOME = r"(?:remote(?:ly)?|wfh|home)\b"
_OFFICE = r"(?:office|wfo|on[ -]?site|in[ -]person)\b"
HYBRID_ALONE = at_words(
    # "In-office Tue/Wed/Thu, flex otherwise"; "home-based with travel to our office (2 days a week)".
    rf"\b{_OFFICE}:? ?(?:days )?(?:on )?\(?{_DAY}(?:(?:/|, ?| ?& ?| and |, and ){_DAY}){{1,2}}(?!(?:/|, ?| ?& ?|"
    rf" and |-|–| to ){_DAY})|"
    rf"\b{_HOME}[^.;]{{0,50}}\boffice,? \(?{_DAYS} (?:a|per|each) week|\b{_OFFICE}[^.;]{{0,40}}\b(?:flex(?:ible)?|"
    rf"remote|home) otherwise\b|"
    # "In the office Tue–Thu, remote Mon & Fri"; "remote, with one day a week in the London office".
    rf"\b{_OFFICE}[^.]{{0,12}}\b{_DAY}[^.]{{0,30}}\b{_HOME}|\b{_HOME}[^.]{{0,12}}\b{_DAY}[^.]{{0,30}}\b{_OFFICE}|"
    r"\b(?:wfo|office|site|studio|depot)\b[^.;]{0,25} ?[+&/] ?(?:[1-4] |one |two |some )?(?:days? )?(?:home|"
    r"wfh)\b(?! [a-z])|"
    rf"\b(?:admin|office|paperwork|desk)(?: work)? (?:day|days|on [a-z]+days?)(?: is| are| can be)? (?:(?:at|"
    rf"from) )?home\b|"
    rf"\b(?:[1-4]|one|two|three|four)(?: days?)?(?: ?(?:-|–|to) ?[2-4])?(?: days?)? (?:in|at|"
    rf"on)?(?: the)? ?{_OFFICE}[,;/+& ]+(?:and )?(?:[1-4]|one|two|three|four) (?:days? )?(?:(?:from|at) )?{_HOME}|"
    rf"\b{_OFFICE} (?:[1-4]|one|two|three|four) days?[,;/+& ]+(?:and )?{_HOME} (?:[1-4]|one|two|three|four)\b|"
    r"\b(?:up to |flexible:? )(?:one|two|three|four|[1-4]) days? (?:remote(?:ly)?|wfh|from home)\b|"
    rf"\b(?:mix|blend|combination|split|balance) (?:of |between )?(?:the )?(?:{_OFFICE}[^.;]{{0,25}}\b{_HOME}|"
    rf"{_HOME}[^.;]{{0,25}}\b{_OFFICE})|"
    r"\bhybrid[ -]remote\b|\bhome ?/ ?office\b|\boffice ?/ ?home\b|"
    rf"\bremote\b[^.;]{{0,30}}\b{_DAYS} (?:a|per|each|every) week\b[^.;]{{0,10}}\b(?:in|at) |"
    r"\b(?:some|occasional|partial|part) (?:home|remote)[ -]?work(?:ing)?\b|"
    rf"\b(?:in|at) (?:the|our|your) (?:[\w'-]+ ){{0,2}}?{SITE},? {_LEAST}|"
    rf"{_LEAST}(?: (?:a|per|each) week)? (?:on[ -]?site|in person)\b|"
    r"\b(?:one|two|[12]) (?:optional )?(?:remote|mobile[ -]working|home[ -]working|home[ -]office) days? "
    r"(?:weekly|(?:a|per|each) week)\b|"
    r"\b(?:or|you can|you may|you could) work (?:from|at) home "
    r"(?:in the (?:mornings|afternoons|evenings)|on [a-z]+days?)\b|"
    r"\bune? (?:journée|jour) de télétravail\b|"
    rf"{_LEAST}(?: (?:a|per|each) week)? (?:in|at) (?:the|our|your) (?:[\w'-]+ ){{0,2}}?{SITE}\b|"
    r"\b(?:two|three|four|[234]) days (?:out of|in) (?:five|5)\b|"
    r"\bhome\b[^.;]{0,80}\bor (?:a bit|a mix|some) of (?:both|each)\b|\b(?:office|site)\b[^.;]{0,60}\bor (?:a bit|a "
    r"mix|"
    r"some) of (?:both|each)\b|"
    rf"\bhome[ -]working (?:on )?{_SOME}|\b(?:so )?a mix(?: of (?:both|home and \w+))?(?=[.;]|$)|"
    r"\bflex(?:ible)? (?:on )?(?:mon|tues|wednes|thurs|fri)days?\b|\b(?:hybrid|office)[ -]first\b|"
    rf"\b(?:come|be|are) in(?:to)? (?:the |our )?(?:[\w-]+ )?(?:office |"
    rf"shop )?(?:on )?{_SOME}[^.]{{0,30}}\b(?:otherwise|other days|the rest)\b[^.]{{0,40}}{_AWAY}"
)
REMOTE_PHRASE = at_words(
    r"\b(?:remote|home)[ -]first\b|\b(?:fully |wholly |all[ -])?distributed (?:team|company|business|firm|"
    r"organi[sz]ation|crew)\b|"
    r"\b(?:we(?:'re| are)|team is) (?:fully |wholly |all )?distributed\b|"
    r"\b(?:we|company|firm|business|there)(?: \w+)? (?:don't|do not|doesn't|does not|never|no longer) have an office\b|"
    r"\b(?:we|there|company|firm) (?:have|has|is|keep|keeps) no (?:\w+ )?office\b|\b(?:gave|given|give) up (?:the|"
    r"our) office\b|, no office\b|"
    r"\b(?:everyone|everybody|we all|all of us|the (?:whole )?team|you)(?:'ll|'d| can| will| would| may|"
    r" could)? (?:all )?works? (?:from|at|in) "
    r"(?:our|their|your|her|his)(?: own)? (?:homes?|houses?|kitchens?|spare rooms?|kitchen tables?)\b|"
    r"\b(?:do|done|work|run|doing)(?: (?:it|this|the job|all of it))? (?:entirely |all )?from (?:your|a|"
    r"the) (?:own )?(?:spare room|kitchen table|sofa|home|house|back bedroom|home desk)\b|"
    r"\b(?:job|role|post|position|work) (?:is |can be )?(?:done |carried out )?(?:entirely |wholly |all |"
    r"fully )?(?:from|at) (?:your own |your )?home\b|"
    r"\b(?:log (?:in|on)|dial in|work|join us) from (?:anywhere|wherever)\b|"
    r"\b(?:spread|scattered) (?:over|across) (?:\w+ ){1,3}(?:time ?zones|countries|states|provinces|counties)\b"
)
# The same behind a place, of a site that nobody works for from home: "Easton, MD warehouse", "our shed in Rawene".
AT_A_PLACE = re.compile(
    r"\b(?:warehouse|plant|factory|depot|yard|shop|store|workshop|farm|shed|packhouse|restaurant|hotel|bakery|brewery|"
    r"packing house|kitchen|quarry|mill|clinic|school|garage|nursery|campus|showroom|terminal|distillery|winery|dairy)"
    r"(?=$|[.,;)]| (?:in|at|near|on) [A-Z])|^(?:Warehouse|Plant|Factory|Depot|Yard|Shop|Store|Workshop)(?=$|[.,;)]| \d)"
)
# A label's value that is nothing but a place of work: "Workplace: Workshop and yard".
SITE_ALONE = re.compile(
    rf"(?:(?:100 ?%|all|always|on site) )?(?:(?:at|in) )?(?:the |"
    rf"our )?(?:\w+ )?{SITE}(?: and (?:the )?{SITE})?(?:,.{{0,40}})?"
)
