import io
from datetime import date

import pypdf
import pytest

from roles.core.publishing import for_the_world, poster
from tests.core.compose.build import posting, statement
from tests.core.exports.build import HARD, LISTING

ADDRESS = "https://desk.example/jobs/k7m2p4xq9b/keeper-of-operations-harbour-bakery/"


@pytest.mark.parametrize("company", ["Harbour Bakery", *HARD, "W" * 100, "Donaudampfschifffahrts " * 4])
def test_a_poster_is_one_page_whatever_the_names(company):
    document = for_the_world(posting(statement("one"), company=company, place=company[:100]), date(2027, 3, 1))
    made = poster.write(document, LISTING, ADDRESS)

    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1
    assert made == poster.write(document, LISTING, ADDRESS)


def test_the_paper_is_that_of_the_place():
    sizes = [poster.poster_data(posting(statement("one"), place=place), LISTING, ADDRESS)["paper"]
             for place in ("Leeds, UK", "Columbus, Ohio")]  # fmt: skip
    assert sizes[0] != sizes[1]
