"""How amounts of pay are written in a text: a range with its signs, and the period beside it."""

import re

from roles.core.money.numbers import MULTIPLIER, NUMBER
from roles.core.money.words import PERIOD, PERIOD_BETWEEN, RAND_MILLIONS, SIGN_AFTER, SIGN_BEFORE, UNSIGNED

# Neither inside a longer number or word, nor "$3 million".
_END = rf"(?!(?!(?:{SIGN_AFTER}|p[wadhm]|pcm)(?![^\W_]))[^\W_%]|[.,]\d| ?(?:m|mn|million|bn|billion)\b)"
TRAILING = rf" ?(?:{SIGN_AFTER})(?![^\W_])(?:(?<=kr)\.)?"
_OPEN = (
    r"(?P<open>\b(?:between|from|(?:go )?up ?to|as (?:high|far) as|go to|starting (?:at|from)|starts at|at least|"
    r"upwards of|"
    r"minimum(?: of)?|min\.?|maximum(?: of)?|"
    r"max\.?|entre|de|zwischen|ab|bis zu|jusqu'à|desde|hasta|circa|ca\.?|c\.|around|approx\.?) |\bc\.?(?=[^\w\s]?\d))?"
)
_PLUS = (
    r"(?P<plus>\+(?! ?(?:\w*[ -]?bonus|benefits|commission|equity|super|ote|car|pension|tips|"
    r"package|perks|\d+ ?%))| and up\b| or more\b)?"
)
# "$27 an hour to begin, $29 after six months" is a range.
_STEP = (
    r" to (?:start|begin)(?: with)?,? (?:and |then )?"
    r"(?=\W{0,2}\d[\d.,]{0,9}(?: (?:an|per) hour| a year| ?/ ?(?:hr?|hour|yr|year))? (?:after|once|when)\b)"
)
_BETWEEN = (
    rf"(?:(?:{PERIOD_BETWEEN})?{_STEP}|"
    rf"(?:[.,][-–—]{{1,2}})?(?:{TRAILING})?(?:{PERIOD_BETWEEN})?,? ?(?:-|to|(?:rising|increasing|progressing|going|"
    rf"growing) to|up to|through|"
    rf"à|bis(?: zu)?|tot|tot en met|a(?= [^a-z]{{0,3}}\d[\d.' ]*\d ?(?:{SIGN_AFTER})(?![^\W_]))|(?P<and>and|et|und|"
    rf"y|e|en)) ?)"
)
# "$25 - 40 hours" and "$90,000 - 4 weeks of leave" are no ranges, nor is what is paid on top.
_NO_END = (
    r"(?! ?(?:hours?|hrs|days?|weeks?|months?|years?|yrs|people|sites?)\b| (?:sign[a-z]{0,4}[ -](?:on )?)?bonus\b)"
)
SIGNED_AMOUNT = re.compile(
    rf"{_OPEN}(?P<low>{RAND_MILLIONS}|{SIGN_BEFORE} ?{NUMBER}{MULTIPLIER}?{_END}){_PLUS}"
    rf"(?:{_BETWEEN}(?P<high>{RAND_MILLIONS}|(?:{SIGN_BEFORE} ?)?{NUMBER}{MULTIPLIER}?{_END}{_NO_END}))?"
)
UNSIGNED_AMOUNT = re.compile(
    rf"{_OPEN}(?:{UNSIGNED}|(?<=\bc\.)|(?<=\bc))(?P<low>(?!40[13] ?k){NUMBER}{MULTIPLIER}?{_END}){_PLUS}"
    rf"(?:{_BETWEEN}(?P<high>{NUMBER}{MULTIPLIER}?{_END}{_NO_END}))?"
)
ANY_SIGN = re.compile(rf"{SIGN_BEFORE} ?\d")  # sooner looked for alone than with the words before it
STEP_UP = re.compile(r" to (?:start|begin)\b")
TRAILING_SIGN = re.compile(TRAILING)
# Most numbers of a text are small ones with neither a currency nor a period: not worth a longer look.
MAY_BE_PAY = re.compile(
    rf"\d{{5}}|\d{{1,3}}[,.' ]\d{{3}}|{NUMBER}{MULTIPLIER}|{NUMBER}(?: ?(?:-|to|and|et|und|y|à|bis) ?{NUMBER})?"
    rf"(?:{MULTIPLIER}|{TRAILING}|{PERIOD_BETWEEN})"
)
GROUPED = re.compile(r"\d[,.' ]\d{3}|k$")

PERIOD_INSIDE = re.compile(PERIOD)
PERIOD_AFTER = re.compile(
    rf"(?:{TRAILING})?(?: (?:brutto|bruto|bruts?|brutos|lordi|lordo|gross|base|basic|netto|net|ctc|tctc|"
    rf"cost to company|package))?[ (]{{0,2}}{PERIOD}"
)
