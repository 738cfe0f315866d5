"""What only the postings of one country have: its pensions, authorities and papers, its numbers and addresses."""

import re

from .postcodes import postcodes_in
from .regions import names_mean
from .spelling import plain

_WORDS = {
    "US": r"401 ?\(?k\)?|osha|eeo(?:c|e)?|w-?2|u\.?s\.? citizens?|hsa|flsa|us work (?:authori[sz]ation|permit)",
    "CA": r"rrsp|wsib|cnesst|worksafebc|ohip|canadian work permit",
    "GB": r"hmrc|national insurance|ir35|nvq|cqc|dbs|pvg|sc\d{6}|uk work(?:ing)? (?:rights|visa|permit)",
    "IE": r"prsi|third[ -]level|qqi|irish work permit",
    "AU": r"superannuation|workcover|(?:\+|plus|incl?\.?|including) super|inclusive of super|white card|"
    r"australian work(?:ing)? (?:rights|visa)",
    "NZ": r"kiwisaver|worksafe new zealand|(?:nz|new zealand) work(?:ing)? (?:rights|visa|permit)",
    "IN": r"lpa|lakhs?|pvt\.? ltd",
}
# How telephone numbers are written in one country alone, and the numbers that represent one.
_NUMBERS = {
    "GB": r"07\d{3} ?\d{3} ?\d{3}|01\d{3} \d{3} ?\d{3}|01\d\d \d{3} \d{4}|02\d \d{4} \d{4}",
    "AU": r"04\d\d \d{3} \d{3}|\(0[2378]\) \d{4} \d{4}",
    "NZ": r"02[1279] \d{3} \d{3,4}",
}
_NUMBER = re.compile(
    rf"(?<![\d+])(?:{'|'.join(f'(?P<{country}>{forms})' for country, forms in _NUMBERS.items())})(?! ?\d)"
)
_THREE_DIGITS = re.compile(r"\d{3}")
_CALLING = {
    "44": "GB", "353": "IE", "61": "AU", "64": "NZ", "27": "ZA", "91": "IN", "49": "DE", "33": "FR", "31": "NL",
    "32": "BE", "41": "CH", "43": "AT", "34": "ES", "39": "IT", "65": "SG", "971": "AE", "254": "KE",
}  # fmt: skip
_CALLED = re.compile(rf"(?<![\w+])\+({'|'.join(sorted(_CALLING, key=len, reverse=True))})(?=[\d ().-]{{7}})")
# The last part of a firm's addresses, where one country alone uses it.
_ENDINGS = {
    **dict.fromkeys(("co.uk", "org.uk", "ac.uk", "gov.uk", "nhs.uk", "uk"), "GB"),
    **dict.fromkeys(("com.au", "net.au", "org.au", "edu.au"), "AU"),
    **dict.fromkeys(("co.nz", "net.nz", "org.nz", "nz"), "NZ"),
    "ie": "IE", "ca": "CA", "co.za": "ZA", "co.in": "IN", "com.sg": "SG", "sg": "SG", "de": "DE", "fr": "FR",
    "nl": "NL", "be": "BE", "ch": "CH", "at": "AT", "es": "ES", "it": "IT", "pt": "PT", "se": "SE", "dk": "DK",
    "ae": "AE", "com.hk": "HK",
}  # fmt: skip
_ADDRESS = re.compile(
    rf"(?<![\w@./-])[a-z][a-z\d-]{{2,62}}\.({'|'.join(re.escape(end) for end in _ENDINGS if '.' in end)})(?![\w-]|"
    rf"\.\w)|"
    r"(?:@|\bwww\.|://)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,2}?"
    rf"\.({'|'.join(sorted(map(re.escape, _ENDINGS), key=len, reverse=True))})(?![\w-]|\.\w)"
)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{country}>{words})' for country, words in _WORDS.items())})(?!\w)")
_RIGHT = re.compile(
    r"\b(?:(?:right|permission|eligible|entitled|authori[sz]ed|allowed|able) to (?:live and )?work in|"
    r"(?:work )?(?:permit|visa) (?:for|in)) (?:the )?(?P<where>[a-z]+(?: [a-z]+)?)"
)


def country_of_words(folded: str) -> str:
    """Return the code of the one country whose own words, numbers and addresses a folded text has, else ""."""
    found = {match.lastgroup or "" for match in _WORD.finditer(folded)}
    for match in _RIGHT.finditer(folded):
        words = match["where"].split()
        for name in (" ".join(words), words[0]):
            if means := names_mean(plain(name)):
                found.add(means[0][0])
                break
    if _THREE_DIGITS.search(folded):
        found |= {match.lastgroup or "" for match in _NUMBER.finditer(folded)}
        found |= {_CALLING[match[1]] for match in _CALLED.finditer(folded)}
    found |= postcodes_in(folded)
    found |= {_ENDINGS[match[1] or match[2]] for match in _ADDRESS.finditer(folded)}
    return found.pop() if len(found) == 1 else ""
