"""What the country of a post decides about the words and forms of its posting.

Custom unless a line states it is law, from the portal's sheet of locale facts, checked on 27 November 2026.
`forms_of` gives a value for every reading; without a sure country it is `ANYWHERE`, which offers nothing that
only one country would say.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from roles.core.dates import format_date
from roles.core.money import CURRENCY_OF, Currency

from .place import PlaceReading
from .regions import with_article


class DateForm(StrEnum):
    """The order of a date; its month is always a word, for readers may come from either order."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"

    def write(self, day: date) -> str:
        """Return "3 June 2026" or "June 3, 2026"."""
        return format_date(day) if self is DateForm.DAY_FIRST else f"{day:%B} {day.day}, {day.year}"


class Paper(StrEnum):
    """A sheet, with its size in millimetres."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> tuple[float, float]:
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)


class Spelling(StrEnum):
    """Canada's is the British one of "labour" and "centre" with the American one of "organize" and "program"."""

    AMERICAN = "american"
    BRITISH = "british"
    CANADIAN = "canadian"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryForms:
    """How postings of one country are written. `country` is its ISO 3166-1 code, "" for none that is known.

    `currency` is offered first, None where the portal has none for it. `both_orders` is whether a day in figures is
    written in either order there. `support` follows "reasonable" in what is
    stated to disabled applicants. `grounds` are those an equal-opportunity sentence names, in its order, all of
    them or none; `equal_opportunity` is what such an employer calls itself. `full_time_hours` is the usual week
    (least, most). `officer_title` is whether "Director" may be read as a seat on the board. `right_to_work` is a
    lawful sentence about it. `lang` is the tag of HTML and Word (BCP 47).
    """

    country: str
    currency: Currency | None
    date_form: DateForm = DateForm.DAY_FIRST
    both_orders: bool = False
    paper: Paper = Paper.A4
    resume: str = "CV"
    cover_letter: str = "covering letter"
    support: str = "accommodation"
    equal_opportunity: str = "an equal opportunities employer"
    grounds: tuple[str, ...] = ()
    spelling: Spelling = Spelling.BRITISH
    lang: str = "en-GB"
    a_year: str = "a year"
    full_time_hours: tuple[float, float] = (35, 40)
    officer_title: bool = False
    right_to_work: str = ""


def forms_of(reading: PlaceReading) -> CountryForms:
    """Return the forms of the country a place was surely read to be in; of several countries, `ANYWHERE`."""
    forms = forms_of_country(reading.country)
    if reading.country == "GB" and reading.region == "NIR":
        return replace(forms, grounds=(*forms.grounds, "political opinion"))
    return forms


def forms_of_country(country: str) -> CountryForms:
    """Return the forms of a country by its ISO 3166-1 code, `ANYWHERE` for ""."""
    if known := _FORMS.get(country):
        return known
    if not country:
        return ANYWHERE
    european = country in EUROPEAN_UNION
    return replace(
        ANYWHERE,
        country=country,
        currency=CURRENCY_OF.get(country),
        paper=Paper.LETTER if country in _LETTER else Paper.A4,
        grounds=_EU_GROUNDS if european else (),
        officer_title=country in _OFFICERS,
        right_to_work=f"You must be entitled to work in {_named(country)}.",
    )


def _named(country: str) -> str:
    return with_article(country) or "the country of the post"


EUROPEAN_UNION = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    }
)
# Besides the United States and Canada.
_LETTER = frozenset({"MX", "PH", "CL", "CO", "CR", "PA", "GT", "SV", "DO", "VE"})
# Where company law gives a director duties: besides those below.
_OFFICERS = frozenset({"MT", "IN"})
_EU_GROUNDS = (
    *("sex", "race or ethnic origin", "religion or belief", "disability", "age"),
    "sexual orientation",
)

ANYWHERE = CountryForms(country="", currency=None)
_FORMS = {
    "US": CountryForms(
        country="US",
        currency=Currency.USD,
        date_form=DateForm.MONTH_FIRST,
        paper=Paper.LETTER,
        resume="résumé",
        cover_letter="cover letter",
        equal_opportunity="an equal opportunity employer",
        grounds=(
            *("race", "color", "religion", "sex", "pregnancy", "sexual orientation", "gender identity"),
            *("national origin", "age", "disability", "genetic information"),
        ),
        spelling=Spelling.AMERICAN,
        lang="en-US",
        full_time_hours=(40, 40),
        right_to_work="You must be authorized to work in the United States.",
    ),
    "GB": CountryForms(
        country="GB",
        currency=Currency.GBP,
        support="adjustments",
        grounds=(
            *("age", "disability", "gender reassignment", "marriage or civil partnership", "pregnancy or maternity"),
            *("race", "religion or belief", "sex", "sexual orientation"),
        ),
        a_year="per annum",
        officer_title=True,
        right_to_work="You need the right to work in the UK; we check this for everyone we offer a job.",
    ),
    "IE": CountryForms(
        country="IE",
        currency=Currency.EUR,
        grounds=(
            *("gender", "civil status", "family status", "sexual orientation", "religion", "age", "disability"),
            *("race", "membership of the Traveller community"),
        ),
        lang="en-IE",
        a_year="per annum",
        full_time_hours=(37.5, 39),
        officer_title=True,
        right_to_work="You need permission to work in Ireland.",
    ),
    "CA": CountryForms(
        country="CA",
        currency=Currency.CAD,
        date_form=DateForm.MONTH_FIRST,
        both_orders=True,
        paper=Paper.LETTER,
        resume="résumé",
        cover_letter="cover letter",
        equal_opportunity="an equal opportunity employer",
        grounds=(
            *("race", "colour", "ancestry", "place of origin", "creed", "sex", "sexual orientation"),
            *("gender identity or expression", "age", "marital or family status", "disability"),
        ),
        spelling=Spelling.CANADIAN,
        lang="en-CA",
        full_time_hours=(37.5, 40),
        right_to_work="You must be legally entitled to work in Canada.",
    ),
    "AU": CountryForms(
        country="AU",
        currency=Currency.AUD,
        resume="résumé",
        cover_letter="cover letter",
        support="adjustments",
        equal_opportunity="an equal opportunity employer",
        grounds=(
            *("race", "sex", "pregnancy", "breastfeeding", "sexual orientation", "gender identity"),
            *("intersex status", "marital status", "family responsibilities", "age", "disability"),
        ),
        lang="en-AU",
        a_year="per annum",
        full_time_hours=(38, 38),
        officer_title=True,
        right_to_work="You must have the right to work in Australia.",
    ),
    "NZ": CountryForms(
        country="NZ",
        currency=Currency.NZD,
        cover_letter="cover letter",
        equal_opportunity="an equal opportunities employer",
        grounds=(
            *("sex", "marital status", "religious or ethical belief", "colour", "race", "ethnic or national origin"),
            *("disability", "age", "political opinion", "employment status", "family status", "sexual orientation"),
        ),
        lang="en-NZ",
        a_year="per annum",
        full_time_hours=(40, 40),
        officer_title=True,
        right_to_work="You must have the right to work in New Zealand.",
    ),
}
