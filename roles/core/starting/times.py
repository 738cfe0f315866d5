"""Words about when and where the work is done."""

import re

_TIMES = re.compile(
    r"\b(?:mon(?:day)?s?|sun(?:day)?s?) ?(?:to|-|–|through) ?(?:fri|sat|thu)|\b\d+(?:\.\d+)? ?(?:hrs?|"
    r"hours)\b(?! (?:of )?"
    r"(?:pto|leave|holiday|sick|notice))|\bbased (?:at|in|out of)\b|\bcore hours\b|\b(?:weekends?|evenings?)\b|"
    r"\bexempt\b|\bon[- ]site\b|\bin the (?:building|office|shop|workshop) (?:at least|\d)|^\d+ over \d+\b|"
    r"\bmileage (?:is )?paid\b|\bfull[- ]time, permanent\b|\b\w+ to \d{1,2}[:.]\d\d\b|\bovernight\b|"
    r"\b(?:no )?remote\b|\bat our (?:shop|office|yard|depot|plant|store|site)\b|\bauthori[sz]ed to work\b|"
    r"\bsponsor visas?\b|\blive in any\b|"
    r"^no (?:other |regular |overnight )?travel\b|^travel (?:is|required|of|up to)\b",
    re.I,
)


def is_of_times(text: str) -> bool:
    """Return whether words are about when and where the work is done."""
    return bool(_TIMES.search(text))
