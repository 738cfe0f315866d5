"""The words for applying in person, by post, or by a button of the page that a text was copied from."""

import re

from .wordlists import at_words

_COUNTER = (
    r"(?:shop|store|office|yard|depot|works|workshop|plant|front desk|counter|reception|farm|mill|site|bakery|"
    r"restaurant|bar|cafe|clinic|warehouse|garage|showroom|(?:security )?(?:gate|gatehouse|lodge)|security desk)"
)
WALKING = at_words(
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
OF_WALKING = (
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
BRINGING = re.compile(r"\bbring\b(?! or )")
POSTING = re.compile(
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
    r"(?:bring|mail|post|deliver)(?: or (?:bring|mail|post|deliver))? (?:an?|your|the) [^.;:\n]{2,60}? to (?=\d))|"
    # "Bewerbung bis 15.02.2027 an Alder GmbH, Am Markt 3, 24103 Kiel": the house, and the town behind its code.
    r"\b(?:bewerbung(?:en|sunterlagen)?|unterlagen|sollicitatie|letters?|applications?|cvs?)\b[^;@\n]{0,50} "
    r"(?:an|aan|to) [^;:@\n]{2,90}?[^\W\d_][\w.'-]* \d{1,4}[a-z]?, \d{4,5}(?: ?[a-z]{2})? [^\W\d_]"
)
_BOARD = (
    r"(?:linked ?in|facebook|fb|messenger|instagram|insta|indeed|seek|trade ?me|reed|totaljobs|cv-library|"
    r"ziprecruiter|glassdoor|jora|naukri|pnet|"
    r"careers24|stepstone|xing|gumtree|craigslist|handshake|irishjobs(?:\.ie)?|jobsireland|jobstreet|mycareersfuture|"
    r"job ?bank|monster|snagajob|wellfound|idealist|charityjob|jobserve|bayt|infojobs)"
)
BY_BUTTON = re.compile(
    rf"\b(?:apply|applying|applications?) (?:directly )?(?:via|through|on|with|using) (?:the )?{_BOARD}\b|"
    rf"\b(?:resum[eé]s?|cvs?|details|application|letter) (?:through|via|on) {_BOARD}\b|"
    rf"\b(?:dm|pm|message|msg|inmail) (?:me |us |\w+ )?(?:on|via|through|over) (?:our )?{_BOARD}\b|"
    r"\b(?:apply|applying|applications?) (?:only )?(?:via|through|on|with|using) (?:this|the job) (?:job )?"
    r"(?:site|board|page|platform|portal|app)\b|"
    r"\b(?:dm|pm|inbox) (?:me|us)\b|(?<!the )(?<!\ba )(?<!our )\b(?:dm|inbox) (?!me\b|us\b)[a-z]{2,14}"
    r"(?=[.,;!)]|$| (?:on|if|or|directly|please|today|now|asap|with your|for (?:more|details|info))\b)|"
    r"\b(?:apply|applying|applications?) (?:here )?(?:through|via|using|at|on|with|by) (?:the |this |our )?"
    r"(?:link|url|qr code)(?: (?:below|above|here|in (?:the |my |our |this )?(?:bio|comments?|profile|post)))?|"
    r"\b(?:click|follow|use|hit|tap) (?:on )?(?:the|this) link\b(?=.{0,30}\b(?:appl|below|above))|"
    r"\blink (?:is )?in (?:the |my |our )?(?:bio|comments?|profile)\b|"
    rf"\b{_BOARD} (?:message|dm|inmail)\b|\b(?:dm|pm|inmail) (?:me|us) (?:here|directly|on here)\b|"
    r"\b(?:click|press|hit|use|tap)(?: on)?(?: the)? [\"'“‘]?(?:easy |quick )?apply(?: now)?[\"'”’]?(?: button|"
    r" link| below|\b)|"
    r"^(?:please )?apply now(?= or\b)|\bvia (?:the )?(?:easy apply|quick apply|apply now)\b|\b(?:click|press|hit|"
    r"use) (?:on )?[\"'“]?(?:easy apply|"
    r"apply now)\b"
)
_BUTTON = (
    r"(?:easy apply|apply (?:(?:online|here) )?now|apply online|apply on (?:the )?company (?:web)?site|"
    r"apply for this job|quick apply|1-click apply|(?:log ?in|sign in|register) to apply)"
)
# What a page has beside it: "Apply now | Save job | Email me jobs like this".
_OTHER_BUTTON = (
    r"(?:save(?: (?:this )?job)?|share(?: (?:this )?job)?|e-?mail me jobs like this|print|report (?:this )?job)"
)
BUTTONS = re.compile(rf"\s*(?P<button>{_BUTTON}(?:\s+{_BUTTON})?)(?:[\s|·•]+{_OTHER_BUTTON})*[\s|·•!.»>→]*")
OF_BUTTONS = ("link", "inbox", "appl", "resum", "cv", "details", "letter", "dm", "pm", "message", "msg", "inmail")
