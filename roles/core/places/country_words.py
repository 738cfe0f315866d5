"""Words that only the postings of one country use: its pensions, authorities and papers."""

import re

from .regions import names_mean
from .spelling import plain

_WORDS = {
    "US": r"401 ?\(?k\)?|osha|eeo(?:c|e)?|w-?2|u\.?s\.? citizens?|hsa|flsa",
    "CA": r"rrsp|wsib|cnesst|worksafebc|ohip",
    "GB": r"hmrc|national insurance|ir35|nvq|cqc|dbs|pvg|sc\d{6}",
    "IE": r"prsi|third[ -]level|qqi",
    "AU": r"superannuation|workcover|\+ super|inclusive of super|white card",
    "NZ": r"kiwisaver|worksafe new zealand",
}
_EACH = {country: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for country, words in _WORDS.items()}
_RIGHT = re.compile(
    r"\b(?:(?:right|permission|eligible|entitled|authori[sz]ed|allowed|able) to (?:live and )?work in|"
    r"(?:work )?(?:permit|visa) (?:for|in)) (?:the )?(?P<where>[a-z]+(?: [a-z]+)?)"
)


def country_told(folded: str) -> str:
    """Return the code of the one country whose own words a folded text uses, "" for none or several."""
    found = {country for country, words in _EACH.items() if words.search(folded)}
    for match in _RIGHT.finditer(folded):
        words = match["where"].split()
        for name in (" ".join(words), words[0]):
            if means := names_mean(plain(name)):
                found.add(means[0][0])
                break
    return found.pop() if len(found) == 1 else ""
