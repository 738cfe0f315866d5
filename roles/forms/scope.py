"""What the role answers for, as fields of the brief: the areas that matter most with their targets, and the others."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from roles.core.compose.brief import OUTCOME_LIMIT, SCOPE_TEXT_LIMIT
from roles.core.compose.scope import Answered, Target
from roles.core.compose.template import RoleTemplate
from roles.core.limits import AREAS_MAX, STARS_MAX

from .answered import in_short

ORDINALS = ("first", "second", "third")
# The fields of one starred area, after "star1_".
PARTS = ("area", "name", "kpi", "today", "goal", "by", "private", "outcome")

# What the areas beyond those usual in an industry are listed under; an area of none of them comes last, under OTHERS.
GROUPS = {
    "Money": ("pnl", "budget", "pricing", "purchasing", "finance-admin", "contracts"),
    "The work": ("delivery", "fulfilment", "field", "inventory", "quality", "facilities"),
    "Customers and growth": ("service", "accounts", "sales", "growth", "partners", "programmes"),
    "People": ("hiring", "people", "hr-admin"),
    "Rules, data and change": ("safety", "compliance", "privacy", "systems", "data", "change", "board"),
}
USUAL, OTHERS = "Usual in your business", "Others"


def star_fields() -> dict[str, forms.Field]:
    """Return the fields of the areas that matter most, by name: star1_area, star1_name, …"""
    fields: dict[str, forms.Field] = {}
    for number in range(1, STARS_MAX + 1):
        fields |= {f"star{number}_{part}": field for part, field in _parts(ORDINALS[number - 1])}
    return fields


def _parts(ordinal: str) -> Iterator[tuple[str, forms.Field]]:
    # Their template is not crispy's, which gives the others their classes.
    def text(label: str, limit: int = SCOPE_TEXT_LIMIT, help_text: str = "", **attrs: str) -> forms.CharField:
        widget = forms.TextInput(attrs={"class": "form-control", **attrs})
        return forms.CharField(label=label, required=False, max_length=limit, help_text=help_text, widget=widget)

    area = forms.Select(attrs={"class": "form-select", "aria-label": f"What matters most, {ordinal}"})
    yield "area", forms.ChoiceField(label="Area", required=False, widget=area)
    yield "name", text("Describe it", help_text="Which teams, sites, how much: two plants, 40 drivers.")
    yield "kpi", text("Measured by", list=f"kpis_{ORDINALS.index(ordinal) + 1}")
    yield "today", text("Today")
    yield "goal", text("Target")
    yield "by", text("By when")
    yield (
        "private",
        forms.BooleanField(
            label="Keep today’s value out of the posting",
            required=False,
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
            help_text="Only the target and the date are printed then.",
        ),
    )
    yield "outcome", text("Or the result in words", OUTCOME_LIMIT)


ScopeFields = type("ScopeFields", (forms.Form,), star_fields())


class ScopeForm(ScopeFields):  # type: ignore[valid-type,misc]
    """The part of the brief about what the role answers for."""

    also = forms.MultipleChoiceField(
        label="What else this person answers for",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"Up to {AREAS_MAX} in all. The posting names them in one sentence after the duties.",
    )

    also_typed = forms.CharField(
        label="What else, in your words",
        required=False,
        help_text="Printed as you type it. Such as: parents’ complaints, the workshop, the fuel budget.",
    )

    def offer_areas(self, template: RoleTemplate, industry: str) -> None:
        """Offer the template's areas, those usual in the industry first, and the KPIs of both."""
        trade = next((item for item in template.industries if item.key == industry), None)
        usual, self.kpis = (trade.areas, trade.kpis) if trade else ((), ())
        self.areas = template.areas
        names = {area.key: area.name for area in template.areas}
        grouped = {USUAL: [key for key in usual if key in names]}
        for title, keys in GROUPS.items():
            grouped[title] = [key for key in names if key in keys and key not in usual]
        listed = {key for keys in grouped.values() for key in keys}
        grouped[OTHERS] = [key for key in names if key not in listed]
        self.grouped_areas = {title: keys for title, keys in grouped.items() if keys}
        choices = [(title, [(key, names[key]) for key in keys]) for title, keys in self.grouped_areas.items()]
        for number in range(1, STARS_MAX + 1):
            self.fields[f"star{number}_area"].choices = [("", "Choose one"), *choices]
        self.fields["also"].choices = [choice for _, group in choices for choice in group]

    @property
    def area_groups(self) -> list[tuple[str, list[Any], bool]]:
        """The boxes of `also` under the title of each group, and whether it is open from the start."""
        boxes = {box.data["value"]: box for box in self["also"]}
        groups = ((title, [boxes[key] for key in keys]) for title, keys in self.grouped_areas.items())
        return [(title, group, title == USUAL or any(box.data["selected"] for box in group)) for title, group in groups]

    @property
    def also_chosen(self) -> str:
        """The names of the areas that are ticked, as a line of text."""
        return ", ".join(box.data["label"] for box in self["also"] if box.data["selected"])

    def kpis_of(self, number: int) -> list[str]:
        """The names of what a starred area may be measured by: the area's own, then those usual in the industry."""
        chosen = self[f"star{number}_area"].value()
        own = next((area.kpis for area in self.areas if area.key == chosen), ())
        return list(dict.fromkeys(kpi.name for kpi in (*own, *self.kpis)))

    def clean_also(self) -> list[str]:
        return list(dict.fromkeys(self.cleaned_data["also"]))

    @property
    def stars(self) -> list[dict[str, Any]]:
        """The bound fields of each area that matters most, by part, with its number and what it may be measured by."""
        return [self._star(number) for number in range(1, STARS_MAX + 1)]

    def _star(self, number: int) -> dict[str, Any]:
        parts = {part: self[f"star{number}_{part}"] for part in PARTS}
        refused = any(parts[part].errors for part in PARTS[2:])
        target = ", ".join(words for part in PARTS[2:] if part != "private" and (words := in_short(parts[part])))
        return {**parts, "number": number, "kpis": self.kpis_of(number), "refused": refused, "target": target}


def scope_of(data: Mapping[str, Any]) -> tuple[Answered, ...]:
    """Return what the role answers for as the form's cleaned data has it; an area chosen twice counts once."""
    found: dict[str, Answered] = {}
    for number in range(1, STARS_MAX + 1):
        given = {part: data.get(f"star{number}_{part}") or "" for part in PARTS}
        if area := given["area"]:
            texts = {part: given[part] for part in ("kpi", "today", "goal", "by", "outcome")}
            target = Target(**texts, private=bool(given["private"] and _has_figures(texts)))
            found.setdefault(area, Answered(area=area, starred=True, name=given["name"], target=target))
    for area in data.get("also") or ():
        found.setdefault(area, Answered(area=area))
    return tuple(found.values())


def _has_figures(texts: Mapping[str, Any]) -> bool:
    return any(texts[part] for part in ("kpi", "today", "goal", "by"))


def initial_scope(scope: tuple[Answered, ...]) -> dict[str, Any]:
    """Return what the form shows for what a brief has the role answer for."""
    initial: dict[str, Any] = {"also": [item.area for item in scope if not item.starred]}
    for number, item in enumerate((item for item in scope if item.starred), start=1):
        values: dict[str, Any] = {"area": item.area, "name": item.name}
        values |= {part: getattr(item.target, part) for part in PARTS[2:]}
        initial |= {f"star{number}_{part}": value for part, value in values.items()}
    return initial


def forgotten(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for what was typed beside an area that was not chosen, or chosen twice."""
    seen: set[str] = set()
    for number in range(1, STARS_MAX + 1):
        area = data.get(f"star{number}_area") or ""
        typed = (data.get(f"star{number}_{part}") for part in PARTS[1:] if part != "private")
        if not area and any(typed):
            yield f"star{number}_area", "Choose the area that this belongs to."
        elif area and area in seen:
            yield f"star{number}_area", "You chose this one above already: choose another, or leave it empty."
        seen.add(area)
