"""The words around a place in a sentence that make it the post's, the firm's or somebody else's."""

import re

from .wordlists import groups

NAME = r"(?:[A-ZÀ-ÖØ-ÞĆČĐŁŚŠŹŻŽŐŰİ][\w.'’-]*|[A-Z]{2,})"
# Right before a name: not inside of a word, so that one long word is looked at once.
NAME_BEGINS = r"(?<!\w)(?<!\w[.'’-])"
SITE = (
    r"(?:office|offices|plant|site|sites|warehouse|bakery|bakeries|clinic|practice|factory|store|shop|depot|school|"
    r"farm|theatre|theater|museum|charity|lodge|spots|shops|stores|outlets|"
    r"restaurant|hotel|workshop|headquarters|hq|centre|center|facility|studio|brewery|kitchen|dealership|location|"
    r"locations|campus|yard|mill|base|branch|nursery|gym|salon|garage|hub)"
)
ISLE = re.compile(rf"(?:The |the )?Isles? of {NAME}")
# Names of days, months and the like, which are towns somewhere as well.
NO_PLACE = frozenset(groups("no_places")["no place"])
# And those that are a word like any other where they have no capital: "in retail", "in mobile homes".
NO_PLACE_IN_SMALL = NO_PLACE | frozenset(groups("no_places")["no place in small letters"])
_SITES = (
    rf"(?:{SITE}|works|shop floor|showroom|boatyard|sawmill|dairy|winery|cidery|creamery|roastery|distillery|orchard|"
    r"vineyard|quarry|foundry|greenhouses?|garden cent(?:er|re)|nurseries|clinics|surgery|surgeries|hub|unit|terminal|"
    r"packhouse|cannery|laundry|inn|pub|café|cafe|bar|guest ?house|hostel|resort|marina|business|company|firm|team|"
    r"group|charity|co-?op(?:erative)?|maker|makers|builders?|wholesaler|supplier|manufacturer|contractor|agency|"
    r"hospice|library|college|church|estate|ranch|stables|yards|mills|depots|warehouses|hotels|farms|garages|studios|"
    r"kitchens|bakers|brewers|butchers|premises|buildings?|house|head office|address|door|town)"
)
# What a site is called, and no firm: "Warehouse", "Head office", "Distribution Centre".
A_SITE = re.compile(
    r"(?:(?:our|main|head|central|regional|national|corporate|registered|local|new|second|north|south|east|west|"
    r"northern|southern|eastern|western|distribution|fulfil?lment|logistics|service|operations|production|packing|"
    r"processing|manufacturing|training|customer|parts|cold|trade|transport) )*"
    rf"(?:{_SITES}|trading estate)(?: (?:\d|team))?"
)
# "our bakery (Ludlow)"
IN_BRACKETS_BEHIND_A_SITE = re.compile(rf"\b(?:our|its|the|an?|this) (?:[\w-]+ ){{0,3}}?{_SITES} \($")
_FAR = r"(?:an?|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|half an|a half|a few|a couple of|\d{1,3})"
_UNIT = r"(?:hours?|hrs?|minutes?|mins?|miles?|mi|km|kms|kilomet(?:er|re)s?|blocks?)"
_SIDE = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_NEAR = (
    rf"(?:(?:(?:just|right) )?(?:(?:about )?{_FAR}[ -]{_UNIT}(?:'s?)?(?:'? drive)? )?"
    rf"(?:outside(?: of)?|out of|{_SIDE} of|(?:inland|up the \w+|down the \w+|away) from)|"
    rf"{_FAR}[ -]{_UNIT}(?:' drive)? from|in|at|near(?: to)?|around|off|close to|next (?:door )?to|beside|"
    r"(?:on|at|in) the (?:\w+ )?(?:edge|outskirts|side|end|middle|cent(?:er|re)|heart|seafront|waterfront|river|coast|"
    r"quay(?:side)?|harbou?r(?:side)?|docks|north|south|east|west)(?: side| end)?(?: of| in| at)?)"
)
_SORT = (
    r"(?:(?:downtown|central|greater|sunny|rural|beautiful|historic|lovely|little|old|upstate|inner|outer|mid|"
    rf"the (?:city|town|village|port) of|{_SIDE}(?:ern)?) )"
)
_PLACED = rf"\b{_NEAR} (?:either )?{_SORT}{{0,2}}"
_YOU = (
    r"\b(?:you|they|she|he|whoever|(?:somebody|someone|person) who|candidate|person|hire)"
    r"(?:'ll|'d|'re| will| would| can| must| should| need to| have to| are to| are| is)? ?(?:be |also |both |mostly |"
    r"usually |normally )*"
    r"(?:be|work(?:ing|s)?|sit(?:ting|s)?|liv(?:e|es|ing)|based|spend(?:ing|s)?|runs?|running|leads?|leading|"
    r"manag(?:e|es|"
    r"ing)|joins?|joining|starts?|look(?:ing|s)? after|oversee(?:s|ing)?|take (?:over|charge)|head(?:s|ing)? up|"
    r"operat(?:e|es|ing) (?:from|out)|here|located|commut\w+)\b"
)
_POSTS = (
    r"\b(?:the|this|our|your|a|an)? ?(?:job|role|post|position|vacancy|opening|opportunity|(?<=the )work|"
    r"(?<=your )work|(?<=this )work|(?<=this )one|desk|base|home base|"
    r"workplace|"
    r"workshop base|(?:place|location) of work|location|seat)\b"
)
_COME = (
    r"\b(?:come (?:and |to )?(?:run|lead|manage|work|join|live|help)|join (?:us|our \w+)|run(?:ning)? (?:our|a|the)|"
    r"work(?:ing)? (?:from|out of|at|in) (?:our|the))\b"
)
# "3120 E Trent Ave, ": the street before a town.
STREET = (
    r"(?:^|\W)\d{1,5}[a-z]? (?:[\w.'-]+ ){1,4}?(?:st|street|rd|road|ave|avenue|ln|lane|dr|drive|way|square|quay|court|"
    r"place|pl|blvd|boulevard|hwy|highway|parkway|pkwy|terrace|crescent|close|row|"
    r"mill rd)\b\.?,?(?: [\w ]{1,12},)? (?:· )?"
)
# A place right behind these is the post's.
OF_POST = re.compile(
    rf"(?:{_YOU}[^;:()]{{0,60}}?|{_COME}[^;:()]{{0,50}}?|"
    rf"{_POSTS}(?: itself)?,?(?: (?:is|are|will be|would be|sits|'s))?"
    rf"[^;:(),]{{0,40}}?){_PLACED}$|"
    rf"{_POSTS}(?: itself)?,? (?:(?:is|will be|would be) )?(?:our |the )?{_SORT}?$|"
    r"\b(?:commut(?:e|es|ing|able)|(?:get|relocate|move|willing to relocate) (?:yourself )?) ?(?:daily )?(?:to|"
    r"into) (?:our |the )?$|"
    rf"\b(?:live|living|be|based|reside) (?:with)?in (?:about )?(?:{_FAR}[ -]{_UNIT}|(?:easy |commuting |driving )?"
    rf"(?:reach|distance|range))(?:'s?)?(?: drive| commute| travel)?,? (?:of|from) (?:our |the )?{_SORT}?$|"
    rf"\bwithin (?:about )?(?:{_FAR}[ -]{_UNIT}|(?:easy |commuting |driving )?(?:reach|distance|range))(?: drive|"
    rf" commute)? (?:of|from) {_SORT}?$"
)
# A sentence whose subject is the post, or whoever has it, and that states where it is.
OWN_POST = re.compile(
    r"\b(?:this|the) (?:job|role|post|position)(?: itself)?(?: is| will be|'s)? (?:based |located |situated |"
    r"sits )?(?:at|in|out of|"
    r"from)\b|\b(?:director|manager|head of operations|you)(?:'ll| will)?(?: of operations)? (?:be )?(?:works?|working|"
    r"based|sits?|is based|are based|are located|is located) (?:mainly |mostly |primarily )?(?:at|in|from|out of)\b"
)
# Where one has to live, or how near.
LIVES = re.compile(
    rf"\b(?:live|living|reside|based|be) (?:with)?in (?:about )?(?:an? |{_FAR}[ -]){_UNIT}\b"
    rf"[^;:.]{{0,25}} (?:of|from) {_SORT}?$"
)
# How far around a place one may live.
RADIUS = re.compile(
    rf"\bwithin (?:about )?{_FAR}[ -]{_UNIT}'?(?: drive| commute| travel| by \w+)? (?:of|from) (?={_SORT}?$)"
)
# "this job runs our Rockford plant", "working out of our Moose Jaw depot": a site behind the place.
OF_POST_SITE = re.compile(
    rf"(?:{_YOU}|{_COME}|{_POSTS}|\bwork(?:ing)? (?:at|in|from|out of))[^;:()]{{0,60}}?\b(?:our|the|at|in|from|of|a|an)"
    r" (?:\w+ ){0,1}?$"
)
# "This job is for the Bodmin one."
OF_POST_ONE = re.compile(rf"{_POSTS} (?:is|will be) (?:for|at|in) (?:the|our) $")
ONE_BEHIND = re.compile(r" one(?=[ .,;]|$)")
SITE_BEHIND = re.compile(rf"(?:'s)?(?: [a-z-]+)? (?:{_SITES})\b|-based\b| (?:city|town) cent(?:er|re)\b")
# A region or country alone is the firm's or the post's only right behind a word on it.
REGION_OF = re.compile(
    rf"\b(?:{_SITES}|{_POSTS}|we(?:'re| are)|you(?:'ll be|'re| are)|based|located|works?|working|live|living)"
    rf"(?: is| are| here)? {_PLACED}(?:the )?$"
)
NEEDED = re.compile(r",? (?:(?:and )?(?:that's|that is|which is)|is) where (?:you|we|the|it|all)\b")
# "our kitchens across Bristol"
_ACROSS = rf"\b(?:our|its) (?:[\w-]+ ){{0,3}}{_SITES} (?:across|around|throughout) $"
# Words on the firm before a place.
OF_FIRM = re.compile(
    rf"(?:\b(?:we|we're|we've|we'd|our|ours|us|its|it's|it is|i|i'm|i've|my|family|here)\b[^;:()]{{0,70}}?|"
    r"\bthey(?:'re| are)(?: all)?(?: based| located)? |"
    rf"\b{_SITES}\b[^;:()]{{0,40}}?|^){_PLACED}$|\b{_SITES},(?: (?:in|at|near))? $|\b(?:based|located|"
    rf"situated)(?: (?:on|off) [^;:(),]{{3,25}}?)? {_PLACED}$|"
    rf"{_ACROSS}|{STREET}$|\b(?:hectares|acres|sq(?:uare)?\.? (?:feet|ft|met(?:er|re)s)) (?:at|in|near|outside) $"
)
# Two hours from a town is not in it.
FAR_FROM = re.compile(
    rf"(?<!within )\b(?:two|three|four|five|six|several|[2-9](?:\.5)?)(?: and a half| or more)?[ -](?:hours?|"
    rf"hrs)'?(?: drive)?,? "
    rf"(?:{_SIDE} of|from|out of|outside|(?:inland|away|up|down) from) {_SORT}?$"
)
# Of "in Hexham, forty minutes from Newcastle" the first is the place.
BEARING = re.compile(
    rf",? (?:and |which is |about |only |just |right )*(?:(?:{_FAR}(?: and a half)?[ -]{_UNIT}'?(?: drive| train "
    rf"ride)?|a short (?:drive|walk|"
    rf"train ride|hop)|not far|a stone's throw|down the road|up the road),? )?"
    rf"(?:outside(?: of)?|from|out of|near|{_SIDE} of|(?:inland|away) from) {_SORT}?"
)
OF_FIRM_SITE = re.compile(r"\b(?:our|its|the|at|in|from|a|an|my) (?:\w+ ){0,1}?$")
FIRM_OF = re.compile(r"[A-Z][\w'’&.-]+ (?:& )?[A-Z][\w'’&.-]+,? (?:of|in) $")
FIRM_THEN = re.compile(
    r"^(?:The )?[A-Z][\w'’&.-]+(?: (?:(?:of|and) )?[A-Z&][\w'’&.-]*){1,4}, (?:[a-z][a-z &-]{2,30}, )?$"
)
# "Ferrous & Sons forge tools in", and "Hopewell Removals" before "Swansea are hiring".
FIRM_DOES = re.compile(
    r"^(?:At )?[A-Z][\w'’.-]+(?: (?:(?:&|and|of) )?[A-Z][\w'’.-]*){1,5} (?:is|are|has|have|makes?|builds?|bakes?|"
    r"brews?|"
    r"forges?|prints?|runs?|operates?|grows?|sits?|roasts?|repairs?|fits?|hires?|rents?|weaves?|cuts?|mills?|mends?|"
    r"designs?|packs?|restores?|publish(?:es)?) [^;:()]{0,80}?\b(?:in|at|near|outside) "
    r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, )?$"
)
# "Hartley & Voss": the name of a firm goes on behind a town's.
FIRM_BEHIND = re.compile(r" & ([A-Z][\w'’-]+)")
FIRM_ALONE = re.compile(r"^[A-Z][\w'’.-]+(?: (?:(?:&|and|of) )?[A-Z][\w'’.-]*){1,4} $")
IS_HIRING = re.compile(
    r" (?:is|are) (?:hiring|looking|recruiting|seeking|on the|now|growing)\b| (?:wants?|needs?|seeks?) "
)
REGION_IN_BRACKETS = re.compile(rf" \(({NAME}(?: {NAME}){{0,2}})\)")
MOVED_TO = re.compile(
    r"\b(?:we|we've|business|firm|company|workshop|office|shop)\b[^;:()]{0,30}\b(?:moved|relocated)\b[^;:()]{0,40} to $"
)
# Places of others, or of another day, in the same clause.
OF_OTHERS = re.compile(
    r"\b(?:customers?|clients|(?<!our )client|deliver\w*|suppl(?:y|ies|ied|iers?)|(?:ship|sell|export|serv|"
    r"install)(?:s|e|es|ing|ped|"
    r"ping|ed)?\b(?! from)|sold|parent|owned by|part of|subsidiary|headquarter\w*|"
    r"(?<!based at our )(?<!based at the )(?<!based in our )(?<!work at our )(?<!from our )head office(?! and )|hq|"
    r"mov(?:ed?|ing)(?! to our)|"
    r"formerly|former(?! (?:\w+ )?(?:mill|chapel|church|school|barn|dairy|brewery|factory|warehouse|station|bank|farm|"
    r"bakery|foundry|works|pub|depot|hangar|schoolhouse)\b)|used to|began|started (?:out )?(?:in|at)|founded|born|"
    r"grew up|travel\w*|trips?|visit\w*|acquired|"
    r"bought|sister(?![ -]in[ -]law)|interviews?|trained|projects?|p\.?o\.? box|university|closed|relocat\w*|"
    r"competitors?|"
    r"partners?|recruiters?|as far as|schools? in|compet\w+|territor\w+|export\w*|market in|not (?:in|at|the one)|"
    r"unlike|commut\w+ from|(?:sales|support|registered|accounts|export|overseas|satellite) offices?(?= (?:is|are) )|"
    r"experience|degree|licen[cs]\w+|registered in|graduat\w+|import\w*|(?<!old )bank|shows? in|fairs?|other|"
    r"second office|"
    r"open(?:s|ed|ing)?|expan\w+|holiday\w*|originally|came to us|from as far|covers?|routes|between|"
    r"our (?:parent|owner|investor)s?|dealers?|distributors?|vendors?|brokers?|stockists?|agents?|retailers?|mills in|"
    r"neighbou?rs?|authority|managing director|ceo|chair|chairman|founder|boss|owner lives|you have|you've|"
    r"you had|"
    r"having|have (?:run|managed|led|worked)|best|won|awards?|largest|biggest|oldest|known|as seen|from across|"
    r"all over|talking to|merg\w+|acqui\w+|plans? for|printed|made (?:in|outside)|turn up|show up)\b"
)
# What a new clause begins with: what was before it states nothing of the place behind.
CLAUSE = re.compile(
    r"[;:()!?]|\s[–—-]\s|,? (?:but|while|though|although|whereas|so)\s|, (?:and|with|where|which)\s|"
    r"(?<!work )(?<!works )(?<!working )(?<!based )\b(?=(?:from|out of|run from) (?:our|an?|the) )|\b(?=(?:this|the|"
    r"your) (?:job|role|post|position)\b)|"
    r", (?=(?:our|we|you)\b)"
)


# Words further off than this state nothing of a place; so a line of places is read in the time of its length.
LONGEST_CLAUSE = 400


def is_of_others(folded: str, start: int) -> bool:
    """Whether the clause before an offset of a folded sentence speaks of others' places: "our customers in …"."""
    return bool(OF_OTHERS.search(folded, clause_at(folded, start), start))


def clause_at(folded: str, start: int) -> int:
    """Return where the clause before an offset of a folded sentence begins, or as much of it as is looked at."""
    first = max(0, start - LONGEST_CLAUSE)
    return max((match.end() for match in CLAUSE.finditer(folded, first, start)), default=first)
