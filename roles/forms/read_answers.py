"""How the answers of a brief were read that an owner types as she likes."""

from typing import Any

from .around import place_and_more, superior_and_more
from .readings import (
    READ_OF,
    Reading,
    read_apply_to,
    read_kind,
    read_last_day,
    read_number,
    read_reports_to,
    read_salary,
    read_where,
    site_in,
)
from .week import read_employment


def readings_of(form: Any) -> dict[str, Reading]:
    """Return the readings of a `BriefForm`, by field."""
    typed = {name: str(form[name].value() or "") for name in READ_OF}
    place = (form.cleaned_data if form.is_bound else {}).get("place") or typed["place"]
    named = typed["industry_name"] or form.other_kind()
    return {
        "industry": read_kind(typed["industry"], form.kind, form.kinds, typed["industry_choice"], named),
        "place": read_where(*place_and_more(form), form.place_meant),
        "pay": read_salary(typed["pay"], typed["pay_choice"], place, form.law, refused="pay" in form.errors),
        "valid_through": read_last_day(typed["valid_through"]),
        "apply_to": read_apply_to(typed["apply_to"], site_in(form)),
        "reports_to": read_reports_to(*superior_and_more(form)),
        "employment_type": read_employment(form),
        **{name: read_number(form[name]) for name in ("headcount", "sites", "travel")},
    }
