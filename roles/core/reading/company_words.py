"""How the name of a business is written, and the words around it in a line or a sentence."""

import re

from .wordlists import groups

_WORD = r"(?:(?:\b[a-z]{1,2})?[A-ZÀ-ÖØ-Þ](?:[\w'’&-]|\.(?=\w)|(?<=\bSt)\.)*|\d{1,3}(?= [A-Z]))"
_JOINT = r"(?:&|and(?! I\b)|\+|of|of the|the|for|y|yr|du|des|la|del|van|van de[nr]?|de[nr]?|von)"
_MORE = rf"(?: (?!I\b)(?:{_JOINT} )?{_WORD}){{0,5}}"
# The legal form behind a name.
_FORM_IN_SMALL = (
    r"(?i:(?:(?:pvt|pty|pte|\(pty\)|private)\.? (?:ltd|limited|inc)|inc|l\.?l\.?c|l\.?l\.?p|ltd|gmbh|corp|plc|"
    r"pllc|bv|b\.v|srl|s\.r\.l|sarl|s\.a\.s|kft|aps|oy|cic)\b\.?)"
)
FORM = (
    r"(?:(?:(?:Pvt\.?|Pty\.?|Pte\.?|\(Pty\)|Private) )?(?:Inc|INC|L\.?L\.?C|L\.?L\.?P|Ltd|LTD|LIMITED|"
    r"GmbH|Limited|Co|Corp|Corporation|"
    r"PLC|plc|PLLC|PBC|PC|AG|AB|AS|BV|B\.V|CIC|e\.?V|"
    r"A/S|ApS|Oy|S\.?r\.?l|S\.p\.A|SpA|SAS|SARL|S\.A|N\.V|KG|UG|Kft|Pvt|LP)\b\.?|"
    rf"{_FORM_IN_SMALL})"
)
# A line that is a name in small letters and its legal form: "alder works llc".
_RUNNING = r"(?!(?i:for|at|by|is|are|of|to|in|with|from|we|our|your|the|join|about)\b)"
IN_SMALL = re.compile(
    rf"(?P<name>{_RUNNING}[^\W\d_][\w&'’-]*(?: (?:& )?{_RUNNING}[\w'’-]+){{0,3}},? {_FORM_IN_SMALL})(?=,| [|·•–—-] |$)"
)
_NAME = rf"(?P<name>(?:The )?{_WORD}{_MORE}(?:,? {FORM})?)"
_TWO = rf"(?P<name>(?:The )?{_WORD} (?:(?:&|and|\+|of|of the|the|for) )?{_WORD}{_MORE}(?:,? {FORM})?)"
_PLACE = r"(?P<place>[A-ZÀ-Þ][\w.'’-]*(?:(?:,? |-)(?:(?:on|upon|of|the) )?[A-ZÀ-Þ][\w.'’-]*){0,4})"
# "Director of Operations at Alder Foods"
AT = re.compile(
    rf"(?:\bat|@|\bwith|\bfor) (?P<name>(?:the )?{_WORD}(?: (?:(?:&|and|of|the) )?{_WORD}){{0,4}})"
    r"\s*(?:$|[,(|–—-]|[^\w\s.'’])"
)
# A line with a name and its place: "Alder Foods, Cork", "Alder Foods (Cork)", "Alder Foods Ltd, Cork, Ireland".
IN_A_LINE = re.compile(rf"{_NAME}(?:, | \(){_PLACE}\)?(?: \([^()]{{1,40}}\))?")
NAME_ALONE = re.compile(rf"(?:The )?{_WORD}{_MORE}(?:,? {FORM})?")
# A line that begins with a name and its legal form: "Alder Foods Ltd, Unit 7, Mill Lane".
WITH_FORM = re.compile(rf"(?P<name>(?:The )?{_WORD}{_MORE},? {FORM})(?=,| \||$| [–—-] | {1, 3}★)")
# A line that is the name of a public body, a charity or a school: "Alder Leisure Trust", "BOROUGH OF ALDER COUNCIL".
INSTITUTION = re.compile(
    r"(?!\w+ing\b)(?:[A-Z][\w.'’-]+ (?:(?:&|and|of|of the|for) )?){1,4}(?i:council|university|college|hospital|hospice|"
    r"authority|association|foundation|museum|institute|housing|federation)|"
    r"(?!\w+ing\b)(?:[A-Z][\w.'’-]+ ){2,4}(?i:trust|school|academy|society|partnership|charity|theatre|library)|"
    r"(?i:(?:county|city|town|municipality|borough|village|diocese) of (?:the )?)[A-Z][\w.'’ -]+"
)
CLIENT_OF_AGENCY = re.compile(
    r"\b(?:our|my) client\b|\bon behalf of (?:a|an|our) \w+|\bretained by an?\b|\b(?:employment|recruitment) (?:agency|"
    r"business)\b|\bworking with an? [^.;]{3,60} to (?:find|appoint|recruit|hire)\b|"
    r"\bwe(?:'re| are) (?:supporting|assisting|helping|partnering|partnered) (?:with )?an? [^.;]{3,90} "
    r"(?:with|in|to) (?:the |their |its )?(?:appoint|recruit|search|find|hir)"
)
# Who finds people for others.
AN_AGENCY = re.compile(
    r"\b(?:Search|Interims|Recruit\w*|Talent|Staffing|Resourc\w+|Personnel|Headhunt\w*|Appointments|Placements?|"
    r"Agency)\b",
    re.IGNORECASE,
)
# What such a one does at the beginning of a sentence: "Blue Arrow are recruiting on behalf of a brewery".
FOR_OTHERS = re.compile(r"\b(?:on behalf of|retained by|instructed by|(?:working|partnered|partnering) with an?)\b")
# Labels whose value is the name of the business, whatever it looks like; others are before other words as well.
NAMING = frozenset({"company", "employer", "company name", "employer name", "business name", "organisation name"})
NO_NAME_OF_LABEL = re.compile(r"(?:an?|our|my|confidential|undisclosed|private|n/?a|tbc|tbd)\b(?! ?[&'])")
ENDS_IN_A_STOP = re.compile(
    r"\b(?:(?i:inc)|Co|(?i:corp)|(?i:b\.v)|(?i:l\.l\.c)|S\.A|N\.V|(?i:s\.r\.l)|(?i:s\.a\.s))\.$"
)
TWO_PEOPLE = re.compile(r"[A-Z][a-z]{1,8} and [A-Z][a-z]{1,8}")
_STRONG = (
    r"(?:bakes?|makes?|builds?|provides?|serves?|operates?|sells?|delivers?|designs?|manufactures?|supplies|supply|"
    r"has been|was founded|was established|offers?|does not discriminate|employs?|roasts?|brews?|grows?|repairs?|"
    r"installs?|"
    r"services|fits|restores?|prints?|distributes?|imports?|owns|moves|buys|cleans?|teaches|houses|cares for|"
    r"looks after|"
    r"has (?:\d|about|around|over|grown|an?\b)|is (?:an?(?! (?:plus|advantage|must|bonus|asset|requirement|big|help|"
    r"nice)\b)|one of|the (?:largest|leading|only|oldest|home|[a-z-]{3,20} "
    r"(?:service|company|firm|bank|platform|maker|network|charity|people|team))\b)\b)"
)
_WEAK = (
    r"(?:(?:is|are) (?:now |currently )?(?:hiring|looking|seeking|recruiting|searching|growing|expanding|proud|"
    r"committed|"
    r"family|based)|runs?|helps?|needs?|wants?|seeks?|invites?|welcomes|requires?|"
    r"wish(?:es)? to|would like|(?:is|are) (?:delighted|pleased|after|on the (?:hunt|lookout))|has an? (?:opening|"
    r"vacancy))"
)
_FOUNDED = (
    r",? (?:who|which|that|(?:was )?(?:founded|established|started|based(?= (?:in|at|near|out|just)\b)|set up))\b"
)
_IT_IS_FOR = (
    r"\b(?:[Ii]t(?:['’]?s| is)|[Tt]his(?: one)?(?: is|['’]s)?|[Jj]ob|[Rr]ole|[Aa]d|[Pp]ost|[Hh]iring)"
    r"(?: is)? (?:for|at)"
)
_OF_ONE_WORD = (
    re.compile(rf"^(?:At )?{_NAME},? {_STRONG}"),
    re.compile(
        rf"\b(?:[Jj]oin|[Aa]bout|[Ww]elcome to|[Ww]ork(?:ing)? (?:for|at)|[Ww]ork with us at) {_NAME}(?:,| (?:is|are|"
        rf"we|as|team)\b|!|\.|$)"
    ),
    re.compile(rf"(?:\b(?:team|people|everyone|us all|here) at|^At) {_NAME}(?:,|\.|!| (?:is|are|we|you)\b|$)"),
    re.compile(rf"\b[Ww]e(?: are|['’]re) {_NAME}(?:,|\.|!| and | –|$)"),
    re.compile(
        r"\b(?:bakery|shop|store|business|company|firm|charity|café|cafe|restaurant|practice|farm|studio|group|"
        r"start-?up|"
        r"brewery|hotel|clinic|school|agency|workshop|garage|salon|outfit|place)\b[^.;:]{0,60}? (?:called|named|"
        r"known as|"
        rf"trading as) {_NAME}"
    ),
    # Of a chat: "its for Keane's in Ennis", "the firm is Doyle Fencing"
    *(re.compile(rf"{_IT_IS_FOR} {_NAME}{behind}") for behind in (rf" in {_PLACE}", r"(?:,|\.|!|$)")),
    re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Mm]y) (?:firm|business|company|employer|client|place)(?:['’]s name)? is (?:called )?"
        rf"{_TWO}(?=[,.;!]|$| and | in | \()"
    ),
    re.compile(rf"\b(?:[Oo]ur|[Mm]y) client,? {_NAME},"),
    re.compile(
        rf"\bone of (?:our|my) (?:portfolio |client |group )?(?:companies|businesses|firms),? {_NAME}(?=[,.]| \()"
    ),
    # Of notes: "us = Alder's Bakery, 3 shops"
    re.compile(rf"^(?:[Uu]s|[Ww]e|[Ff]irm|[Cc]ompany|[Bb]usiness) ?= ?{_NAME}(?=[,.;]|$| [–—-])"),
    re.compile(rf"^{_TWO} \([A-Z]{{2,8}}: ?[A-Z.]{{1,6}}\),? {_STRONG}"),
    re.compile(rf"\b(?:[Oo]ur|[Mm]y) client,? {_TWO} (?:is|are|has|seeks|needs|wants|makes)\b"),
    re.compile(rf"\b[Ww]e(?: are|['’]re) {_TWO} (?:just|near|in|outside|based|from|on|at|over)\b"),
    re.compile(rf"^{_TWO}, (?:an?|the|your) [a-z][^,.;]{{3,60}}, (?:is|are|has|have|[a-z]{{3,9}}s?)\b"),
    re.compile(rf"^(?:Founded|Established|Started|Opened|Since|Based) [^,.;]{{2,40}}, {_TWO} (?:is|are|has|{_STRONG})"),
)
_OF_SEVERAL = (
    # Whom one writes to: "Human Resources, Alder County Council, 46 Mill Drive"
    re.compile(rf"\b(?:Human Resources|HR(?: [A-Z]\w+)?|Personnel|Recruitment|The Manager), {_TWO}, (?=\d)"),
    re.compile(rf"\bThe (?:Owners?|Proprietors?|Directors?|Partners?), {_TWO}, (?=\d|[A-Z])"),
    re.compile(rf"\b[Ww]rite to [A-Z][\w'’.-]*(?: [A-Z][\w'’-]+){{1,2}}, {_TWO}, (?=\d|[A-Z])"),
    # "we need an OPERATIONS MANAGER for Alder & Ash Cleaning, Hull area"
    re.compile(rf"\b(?i:operations|ops) (?i:director|manager|lead) (?:for|at) {_TWO}(?=[,.;!(]|$)"),
    # "need an ops director, Alder & Sons Demolition, out of …"
    re.compile(rf"\b(?:[Dd]irector|[Mm]anager|[Oo]perations|[Oo]ps), {_TWO}, (?:out of|based|near|in|at) "),
    # "After six years Alder Rentals is growing"
    re.compile(rf"^(?:After|Since|In|For|With) [a-z\d' ]{{3,30}}?,? {_TWO},? {_WEAK}\b"),
    re.compile(rf"^{_TWO} \([^()]{{3,60}}\),? {_WEAK}\b"),
    re.compile(rf"^(?:At )?{_NAME},? {_WEAK}\b"),
    re.compile(rf"^{_NAME}{_FOUNDED}"),
    re.compile(rf"\b[Aa]t {_NAME}(?:,| (?:is|are|we|as|team)\b| \(|!|\.|$)"),
    re.compile(rf"\b(?:[Oo]n behalf of|I (?:own|run|started|founded)|[Ff]or \d+ years,?|[Ww]ork (?:for|at)) {_TWO}"),
    re.compile(rf"^{_TWO} \({_PLACE}\),? [a-z]"),
    re.compile(rf"\bwho (?:runs?|owns?) {_TWO}(?=,|\.|;|!|$| in )"),
    re.compile(rf"(?:^|[,;:–—-] |\b(?:at|for|from|here at) ){_TWO} in {_PLACE}(?=[.,;!]|$| [a-z])"),
    re.compile(rf"^{_TWO}, {_PLACE}, [a-z]"),
    re.compile(rf"^{_TWO}, {_PLACE} (?:{_STRONG}|{_WEAK})"),
    re.compile(rf"^(?P<name>(?:The )?{_WORD}(?: (?:(?:&|and) )?{_WORD}){{1,4}}?) of {_PLACE},? (?:{_STRONG}|{_WEAK})"),
    re.compile(rf"^{_TWO} [–—-] we\b"),
)
# What any firm does, of one whose addresses begin with its name: "Fenwick Cold Store keeps fish".
DOES = re.compile(rf"^{_TWO} [a-z]{{3,10}}s\b")
# What a sentence gives a name with; the first of a name of one word as well.
IN_A_SENTENCE = (*_OF_ONE_WORD, *_OF_SEVERAL, DOES)
OF_ONE_WORD = frozenset(_OF_ONE_WORD)
ABOUT_HEADING = re.compile(
    rf"^(?i:about|who (?:is|are)|why(?: (?:join|work (?:at|for|with)|choose))?|life at|working at|benefits (?:at|of)|"
    rf"welcome to) "
    rf"{_NAME}$"
)
_ROLE = (
    r"(?:(?:[Cc]o-?)?(?:[Oo]wner|[Ff]ounder)s?|(?:[Mm]anaging )?[Dd]irector|[Mm]anager|CEO|MD|[Pp]resident|"
    r"[Pp]roprietor|"
    r"[Pp]rincipal|[Pp]artner|HR(?: [Mm]anager)?|[Oo]ffice [Mm]anager|[Gg]eneral [Mm]anager)"
)
# "Sam Keane, owner, Alder Foods"; the line above a name: "Managing Director".
SIGNED = re.compile(rf"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}, )?{_ROLE}(?:,| of| at| –| -| \|| ·) {_NAME}")
ROLE_BEFORE = re.compile(
    rf"(?:HR|Human Resources|Recruitment|Hiring|People|Talent)(?: (?:[Dd]ept|[Dd]epartment|[Tt]eam|[Dd]esk))?\.?|"
    rf"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, | – | - ))?{_ROLE}(?: (?:and|&) {_ROLE})?|[A-Z][a-z]+ [A-Z][\w'’-]+"
)
WAYS = re.compile(
    r"(?:fully )?(?:remote|hybrid|on-?site|wfo|wfh|in[ -](?:office|person))\b|full[ -]time|part[ -]time|perm|"
    r"contract|f/t|p/t|"
    r"(?:monday|mon|tue|wed|thu|fri|sat|sun)\b|hours|salary|pay\b"
)
# What begins a sentence with a capital and is no name.
NO_NAME = frozenset(groups("company_words")["no name"])
NO_NAME_BEGINS = frozenset(groups("company_words")["no name begins"])
# Words of which a sort of business is made; a name has another one.
GENERIC = frozenset(groups("company_words")["sort of business"])
