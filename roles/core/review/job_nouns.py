"""Whether a job noun of one sex names people who are at the firm already, or whoever is looked for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .finding import Finding, Level
from .reviewed import ReviewedItem

# “Foreman”, “waitresses”: not “gentleman”, “manning” or “he”.
_JOB = re.compile(
    r"(?!(?:gentle|wo|hu|wing|front|point|company|numbers|details|action|ideas|key|middle|best )-?m[ae]n$)"
    r"[a-z]+[- ]?(?:man|men|woman|women|maids?|girls?|boy)|waitress(?:es)?|hostess(?:es)?|stewardess|seamstress|"
    r"manageress|headmaster|headmistress"
)
_WORD = r"(?:(?!to |and |or |who |that )[\w'-]+,? )"
_WHOSE = (
    r"(?:the|our|your|his|her|their|my|its|each|every|both|all|these|those|this|several|some|other|many|most|"
    r"two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
)
_OF_THEM = re.compile(rf"\b{_WHOSE} {_WORD}{{0,3}}$")
# Whoever is led, reported to or worked with is there.
_BESIDE = re.compile(
    r"\b(?:lead(?:s|ing)?|led|manag(?:e|es|ed|ing)|supervis(?:e|es|ed|ing)|overs(?:ee|ees|aw|eeing)|coach(?:es|ing)?|"
    r"train(?:s|ing)?|mentor(?:s|ing)?|direct(?:s|ing)?|support(?:s|ing)?|schedul(?:e|es|ing)|report(?:s|ing)? to|"
    r"answers? to|with|through|alongside|beside|between|work(?:s|ing)? for|includ(?:es|ing)|made up of|team of|"
    r"staff of|we (?:are|have|employ)|there (?:is|are)|has|have|employs?)\b[^.;!?]{0,60}$"
)
_THERE = re.compile(
    r"^[^.;!?]{0,100} reports? to (?:you|whoever)\b|"
    r"^(?:'s?)?,?(?: \w+){0,4} (?:reports?|reporting|works? (?:for|with|under)|answers?|has been|have been|who has|"
    r"who have|retires?|retired|left|leaves|is leaving|are paid|start|starts|stays?)\b"
)
# Behind these whoever is named is looked for, and so is a noun that the work is told of.
_SOUGHT = re.compile(
    r"\b(?:look(?:s|ing)? for|searching for|seeks?|seeking|wants?|wanted|needs?|require[sd]?|hir(?:e|es|ing)|"
    r"recruit(?:s|ing)?|appoint(?:s|ing)?|find|finding|role of|post of|job of|position of|duties of|work of|"
    r"(?<!well )as|be|becomes?|you are|you're|vacancy for|opening for|ideal|perfect|right|next|new|future|"
    rf"replac(?:e|es|ing)|suits?|suited to) (?:(?:an?|the|our|another|one) )?{_WORD}{{0,2}}$|\bfor an? {_WORD}{{0,2}}$"
)
_TO_THOSE = r"(?:report|answer|train|show|help|support|hand|stay|work (?:for|under|with))"
_SOUGHT_BEHIND = re.compile(
    rf"^(?: ?/|,? (?:(?:will|must|should|shall)(?! {_TO_THOSE})|wanted|needed|required|sought|is responsible|"
    r"is expected|job|role|post|position|vacancy|experience|background|skills)\b)"
)
_WHY = "It names people who are there, not whom the posting looks for; a word for all is read as open to all."


def of_the_firm(item: ReviewedItem, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; a job noun that names people at the firm is to consider, no breach."""
    for finding in findings:
        yield replace(finding, level=Level.CONSIDER, why=_WHY) if _is_of_the_firm(item, finding) else finding


def _is_of_the_firm(item: ReviewedItem, finding: Finding) -> bool:
    start, end = finding.place.start or 0, finding.place.end or 0
    if finding.level is Level.CONSIDER or not _JOB.fullmatch(finding.words.lower()):
        return False
    first, last = item.sentence_at(start)
    before, after = item.folded[first:start], item.folded[end:last]
    if _SOUGHT.search(before) or _SOUGHT_BEHIND.search(after):
        return False
    return bool(_OF_THEM.search(before) or _BESIDE.search(before) or _THERE.search(after))
