"""How much a finding weighs where its law is not known: a habit of the place is a fault, and no breach we can name."""

import re
from dataclasses import replace

from roles.core.places import read_place
from roles.core.places.country_forms import EUROPEAN_UNION
from roles.core.places.country_keys import HOME_COUNTRIES, ISO_OF_KEY

from .context import Context
from .finding import Finding, Level
from .posting_place import country, places
from .words.plain import entries_by_group

_PHOTO = re.compile(r"photo|foto|picture|head-?\s?shot|lichtbild|portrait|selfie")
_LOOKS = "invites a choice by looks"
_RECORD = "a fair-chance law protects"
_PREGNANCY = "by pregnancy"
_PAST_PAY = "asks for past pay"
# Of what people do in their own time it is smoking that these states protect.
_OWN_TIME = re.compile(r"smok")
_STATES = frozenset(entries_by_group("own_time")["states"])
_AGE_LAW = frozenset(read_place(name).country for name in entries_by_group("age_law")["countries"])
_DIRECTIVE = "Directive (EU) 2023/970, article 5(2), due in national law by 7 June 2026"
# A law that makes an employer look into records, or shuts people with some of them out.
_BY_LAW = re.compile(
    r"\b(?:dbs|rehabilitation of offenders|required by (?:law|statute|the state|our licen[cs]e)|by law|"
    r"legally required|"
    r"safeguarding|vulnerable|licen[cs]ing|(?:state|federal) (?:law|licen[cs]e|regulations?)|fair chance)\b"
)


def is_photo(finding: Finding) -> bool:
    """Whether a finding is about a picture of whoever applies."""
    return _LOOKS in finding.message and _PHOTO.search(finding.words.lower()) is not None


def weighed(context: Context, finding: Finding, line: str) -> Finding:
    """Return the finding at the level it has in the posting's country; `line` is its line's folded text.

    Photos are usual outside the countries whose law we know, in the European Union too; ages, families and looks
    outside both, ages and families not where a law on them is known; past pay may not be asked for in the Union.
    Whoever smokes is protected in most of the United States. Fair-chance laws are those of the United States, and step
    back where the line names a law that asks.
    """
    if _PAST_PAY in finding.message and country(context) in EUROPEAN_UNION:
        return replace(finding, level=Level.MUST_FIX, source=_DIRECTIVE)
    if _OWN_TIME.search(finding.words.lower()) and _STATES & places(context, None).regions:
        return replace(finding, level=Level.MUST_FIX)
    if finding.level is not Level.MUST_FIX:
        return finding
    if _RECORD in finding.message and _BY_LAW.search(line):
        return replace(finding, level=Level.CONSIDER)
    where = country(context)
    if not where:
        return finding
    if _RECORD in finding.message:
        habit = where != ISO_OF_KEY["us"]
    elif is_photo(finding):
        habit = where not in HOME_COUNTRIES
    else:
        of_habit = finding.id.startswith("age.") or finding.id == "protected.family" or _LOOKS in finding.message
        known = (
            where in HOME_COUNTRIES or where in EUROPEAN_UNION or (where in _AGE_LAW and _LOOKS not in finding.message)
        )
        habit = of_habit and not known and _PREGNANCY not in finding.message
    return replace(finding, level=Level.SHOULD_FIX) if habit else finding
