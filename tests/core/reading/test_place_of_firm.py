"""The place of a posting that gives only the firm's: the one town the text names as its own, else none."""

import pytest

from roles.core.reading import read_posting


def place(line):
    stated = read_posting("\n".join(["Director of Operations", "", line])).facts.place
    return stated and stated.value.in_full


@pytest.mark.parametrize(
    ("line", "in_full"),
    [
        ("We mend clocks in a loft on Pine Street in Burlington, Vermont, and like it.", "Burlington, Vermont"),
        ("Harrow Lane Looms weaves scarves for hotels in Missoula, MT.", "Missoula, Montana"),
        ("Bring a letter to the desk: Otter Kilns, 14 Bay Street, Astoria, OR 97103.", "Astoria, Oregon"),
        ("Otter Kilns, 12 people, Dayton, Ohio. You run the floor.", "Dayton, Ohio"),
        ("Head of the vinegar house, Parma (Italy)", "Parma, Italy"),
        ("Gulls & Sons, rope makers. Tallinn, Estonia.", "Tallinn, Estonia"),
        ("The week is spent at our Winnipeg unit, mostly standing.", "Winnipeg, Manitoba"),
        ("A manager for Tern Bikes here in Sligo, opposite the station.", "Sligo, Ireland"),
        ("We roast in Spokane and pour in four cafes.", "Spokane, Washington"),
        ("We ship to customers in Dayton, Ohio.", None),
        ("Our parent firm is in Dayton, Ohio.", None),
        ("We moved here from Dayton, Ohio.", None),
        ("We weave in Dayton, Ohio. The dye works is in Astoria, Oregon.", None),
        ("We weave in Dayton, Ohio (Xenia mill).", None),
        ("We weave in Dayton, Ohio. You may work remotely.", None),
    ],
)
def test_the_only_town_a_firm_names_as_its_own(line, in_full):
    assert place(line) == in_full
