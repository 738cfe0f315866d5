"""What is true of the business and how it speaks, as fields of the brief."""

from collections.abc import Mapping
from typing import Any

from django import forms

from roles.core.compose.brief import HOUSE_WORD_LIMIT
from roles.core.compose.firm_named import firm_named
from roles.core.compose.house_words import PLAIN_WORDS, UNSAID, HouseWords
from roles.core.compose.template import RoleTemplate

# The house words an owner may change, with how each is asked for.
WORDS = {
    "firm": "We are a …",
    "customers": "We serve our …",
    "branch": "One of our places is a …",
    "branches": "Several are …",
    "job": "A piece of work is a …",
    "jobs": "Several are …",
    "staff": "Those who do the work are …",
    "supervisors": "Those who lead them are …",
}
WORD_FIELDS = {f"word_{name}": name for name in WORDS}

HouseWordsForm = type(
    "HouseWordsForm",
    (forms.Form,),
    {
        field: forms.CharField(label=WORDS[name], required=False, max_length=HOUSE_WORD_LIMIT)
        for field, name in WORD_FIELDS.items()
    },
)


class BusinessForm(HouseWordsForm):  # type: ignore[valid-type,misc]
    """The part of the brief about the business, beside its name and size."""

    traits = forms.MultipleChoiceField(label="True of us", required=False, widget=forms.CheckboxSelectMultiple)

    def offer_words(self, template: RoleTemplate, industry: str) -> None:
        """Offer the traits and the words usual in the industry; a trait that is chosen already stays in view."""
        trade = next((item for item in template.industries if item.key == industry), None)
        phrases = {trait.key: trait.phrase for trait in template.traits}
        self.fields["traits"].choices = list(phrases.items())
        chosen = self["traits"].value() or []
        self.traits_offered = [key for key in phrases if key in chosen or (trade and key in trade.traits)]
        usual = (trade.words if trade else UNSAID).or_else(PLAIN_WORDS)
        for field, name in WORD_FIELDS.items():
            self.fields[field].widget.attrs["placeholder"] = getattr(usual, name)

    def name_the_firm(self, typed: str, industry: str) -> None:
        """Take what was typed to find the industry as her word for the business, unless she gave one."""
        if "word_firm" in self.changed_data:
            return
        several = (self.cleaned_data.get("sites") or 1) > 1
        named = firm_named(typed, self.fields["word_firm"].widget.attrs["placeholder"], several=several)
        if named or industry != self.get_initial_for_field(self.fields["industry"], "industry"):
            self.cleaned_data["word_firm"] = named

    @property
    def usual_words(self) -> list[tuple[forms.BoundField, str]]:
        """The bound field of each house word, with the word usual in the industry."""
        return [(self[field], self.fields[field].widget.attrs["placeholder"]) for field in WORD_FIELDS]


def words_of(data: Mapping[str, Any]) -> HouseWords:
    """Return the house words the owner typed, as the form's cleaned data has them."""
    return HouseWords(**{name: data.get(field) or "" for field, name in WORD_FIELDS.items()})


def initial_words(words: HouseWords) -> dict[str, str]:
    """Return what the form shows for house words."""
    return {field: getattr(words, name) for field, name in WORD_FIELDS.items()}
