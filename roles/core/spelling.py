"""Spelling of shipped words by country: written once in British form, turned into the American or the Canadian one.

Only words that the portal ships pass through here; an owner's stay as she typed them. Source of what Canada keeps
of either: the Canadian Press and government style guides (labour, centre, cheque, licence; organize, analyze, program).
"""

import re
from functools import lru_cache

BRITISH, AMERICAN, CANADIAN = "british", "american", "canadian"
_FORM = {"us": AMERICAN, "ca": CANADIAN}

# Families of -ise and -yse: the stem before the s.
_STEMS = re.findall(
    r"\w+",
    """
    apologi authori capitali categori centrali customi decentrali digiti emphasi finali formali
    generali harmoni incentivi itemi legali locali maximi minimi mobili moderni neutrali normali optimi
    organi penali personali prioriti reali recogni reorgani scrutini speciali stabili standardi summari
    sympathi synchroni utili visuali analy paraly cataly
    """,
)
_ENDINGS = ("se", "sed", "ses", "sing", "ser", "sers", "sation", "sations")

# Both North American forms.
_AMERICAN_AND_CANADIAN = {
    "programme": "program",
    "programmes": "programs",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "sceptical": "skeptical",
    "mould": "mold",
    "moulds": "molds",
}
_AMERICAN = {
    "behaviour": "behavior",
    "behaviours": "behaviors",
    "catalogue": "catalog",
    "catalogues": "catalogs",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "centre": "center",
    "centres": "centers",
    "cheque": "check",
    "cheques": "checks",
    "colour": "color",
    "colours": "colors",
    "counselling": "counseling",
    "defence": "defense",
    "favour": "favor",
    "favourite": "favorite",
    "fibre": "fiber",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "fulfilment": "fulfillment",
    "grey": "gray",
    "harbour": "harbor",
    "honour": "honor",
    "honours": "honors",
    "honoured": "honored",
    "instalment": "installment",
    "instalments": "installments",
    "enrol": "enroll",
    "enrols": "enrolls",
    "enrolment": "enrollment",
    "enrolments": "enrollments",
    "judgement": "judgment",
    "labelled": "labeled",
    "labelling": "labeling",
    "labour": "labor",
    "licence": "license",
    "licences": "licenses",
    "litre": "liter",
    "litres": "liters",
    "metre": "meter",
    "metres": "meters",
    "modelling": "modeling",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "neighbouring": "neighboring",
    "offence": "offense",
    "practise": "practice",
    "practised": "practiced",
    "rumour": "rumor",
    "skilful": "skillful",
    "storey": "story",
    "theatre": "theater",
    "theatres": "theaters",
    "travelled": "traveled",
    "travelling": "traveling",
    "totalled": "totaled",
    "signalling": "signaling",
    "channelled": "channeled",
    "ageing": "aging",
}


def _table(form: str) -> dict[str, str]:
    families = {f"{stem}{ending}": f"{stem}z{ending[1:]}" for stem in _STEMS for ending in _ENDINGS}
    return families | _AMERICAN_AND_CANADIAN | (_AMERICAN if form == AMERICAN else {})


_TABLES = {form: _table(form) for form in (AMERICAN, CANADIAN)}
_WORDS = {form: re.compile(rf"\b(?:{'|'.join(table)})\b", re.IGNORECASE) for form, table in _TABLES.items()}


@lru_cache(maxsize=8192)
def spelled(text: str, country: str) -> str:
    """Return shipped words as the country of the work spells them: "us", "ca", else as they are."""
    form = _FORM.get(country)
    return _WORDS[form].sub(lambda match: _alike(match[0], _TABLES[form][match[0].lower()]), text) if form else text


def _alike(old: str, new: str) -> str:
    """Return the new word with the capitals of the old one."""
    if old.isupper():
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new
