"""An owner's own requirements as sentences: "5 years in care" is "You have 5 years in care."."""

import re
from collections.abc import Sequence

# So many of hers are a list by themselves; fewer are filled up to it.
REQUIRED_LEAST = 2
_PAST = (
    r"run|got|led|built|held|taken|brought|been|had|grown|kept|made|opened|overseen|seen|sold|spent|taught|won|written|"
    r"done|dealt"
)
# What follows "You have". Beginning with a capital, only what no noun begins with.
_PARTICIPLE = re.compile(rf"(?:(?i:{_PAST})|cut|set|put|[A-Za-z][a-z]+(?<!e)ed)\b(?! to\b)")
_DID = re.compile(
    rf"(?:{_PAST}|coached|handled|hired|improved|launched|managed|negotiated|owned|planned|supervised|trained|used|worked)"
    r"\b",
    re.IGNORECASE,
)
_SURE = 3
# The simple past of verbs whose participle is another word: "Ran a crew" is "You have run a crew".
PARTICIPLES = {
    "became": "become",
    "began": "begun",
    "came": "come",
    "chose": "chosen",
    "did": "done",
    "drove": "driven",
    "gave": "given",
    "grew": "grown",
    "knew": "known",
    "ran": "run",
    "saw": "seen",
    "spoke": "spoken",
    "took": "taken",
    "wrote": "written",
}
_STATE = re.compile(
    r"(?:not (?:allergic|afraid|squeamish|shy)|able|accustomed|based|calm|certified|comfortable|committed|confident|"
    r"driven|educated|eligible|experienced|familiar|fluent|good|great|happy|interested|licen[sc]ed|motivated|obsessed|"
    r"prepared|proficient|qualified|ready|registered|skilled|trained|used|"
    r"willing)\s+(?:to|of|in|with|at|as|for|by|and)\b",
    re.IGNORECASE,
)
# “Not precious”: what somebody is not.
_NOT_SO = re.compile(r"not (?:too |very |easily )?(?!an?\b|the\b|just\b|only\b)[a-z]+\.?", re.IGNORECASE)
# Words in -ed that describe somebody or something: “Qualified accountant”, “Proven record”.
_DESCRIBING = re.compile(
    r"(?:accomplished|accredited|advanced|associated|based|certified|chartered|committed|combined|dedicated|"
    r"demonstrated|"
    r"detailed|detail-\w+|desired|driven|educated|experienced|extended|honed|interested|licen[sc]ed|limited|mixed|"
    r"motivated|naked|needed|organi[sz]ed|preferred|qualified|registered|related|required|sacred|seasoned|self-\w+|"
    r"shared|skilled|sound|talented|trained|unmatched|united|used|varied|well-\w+)\b",
    re.IGNORECASE,
)
_VERBS = {"know": "know", "has": "have", "have": "have", "hold": "hold", "speak": "speak", "understand": "understand"}
_VERB = re.compile(r"(know|hold|speak|understand)s?\b|(has|have)\b(?! to\b)|(can)\b", re.IGNORECASE)
# "5 years in care", "3+ yrs running a clinic"; what "7 years, two of them over several sites" has is not known.
_YEARS = re.compile(
    r"\d+(?:\s?[-–]\s?\d+)?\+? (?:years?|yrs?)[’']? (?:of|in|with|as|at|running|leading|managing)\b", re.I
)
_WHOLE = re.compile(r"(?:you|we|they|this|the role|applicants|candidates)\b", re.IGNORECASE)

_LEADS = re.compile(
    r"\b(?:lead|leads|led|leading|manag\w+|supervis\w+|run|ran|running|headed|over an?)\b", re.IGNORECASE
)
_WORD = re.compile(r"\b(?!(?:have|been|with|from|that|this|what|your|their|were|than|ours|some|more|like)\b)[a-z]{4,}")


def asks_to_lead(line: str) -> bool:
    """Return whether an owner's requirement is about having run something or led people."""
    return bool(_LEADS.search(line))


def asks_alike(ours: str, hers: str) -> bool:
    """Return whether two requirements share two or more words that mean something, by how the words begin."""
    first, second = ({word[:5] for word in _WORD.findall(text.lower())} for text in (ours, hers))
    return len(first & second) > 1


def in_one_voice(lines: Sequence[str]) -> list[str]:
    """Return the lines as sentences with “You” where every one makes such a sentence, and as typed where one does not:
    beside “CPR, current by day one” the line “Led managers” stays as it is."""
    read = [_with_verb(line) for line in lines]
    return read if all(_WHOLE.match(line) for line in read) else list(lines)


def _with_verb(line: str) -> str:
    if _NOT_SO.fullmatch(line):
        return f"You are {_small(line)}"
    if _WHOLE.match(line):
        return line
    if _YEARS.match(line):
        return f"You have {line}"
    if _STATE.match(line):
        return f"You are {_small(line)}"
    if verb := _VERB.match(line):
        word = verb[0].lower()
        rest = line[verb.end() :]
        return f"You {_VERBS.get(word.removesuffix('s') if word != 'has' else word, word)}{rest}"
    first = line.split(" ", 1)[0]
    if (participle := PARTICIPLES.get(first.lower())) and first != line:
        return f"You have {participle}{line[len(first) :]}"
    described = _DESCRIBING.match(line) or first.rstrip(",.") == line.rstrip(",.")
    short = len(line.split()) < _SURE and not _DID.match(line)  # "Protected structures"
    if _PARTICIPLE.match(line) and not (described or short or _titled(line)):
        return f"You have {_small(line)}"
    return line


def _titled(line: str) -> bool:
    """Return whether a line begins like a name: “Red Seal electrician”."""
    words = line.split(" ")
    return words[0][:1].isupper() and words[1][:1].isupper() and not words[1].isupper()


def _small(line: str) -> str:
    return line[0].lower() + line[1:] if line[1:2].islower() else line
