"""Addresses of several sites, of a city's quarters, and of counties and historic regions."""

import pytest

from roles.core.places import read_place


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Leeds (HQ) and Hull", ["Leeds, England", "Hull, England"]),
        ("3 sites (Leeds, Hull, York)", ["Leeds, England", "Hull, England", "York, England"]),
        (
            "Our four depots: Cork, Ennis, Tralee and Sligo",
            [f"{each}, Ireland" for each in ("Cork", "Ennis", "Tralee", "Sligo")],
        ),
        ("2 shops in Bath and Wells", ["Bath, England", "Wells, England"]),
        ("3 offices (Leeds, West Yorkshire)", ["Leeds, England"]),
        ("Two sites in Ohio", ["Ohio, USA"]),
        ("Lyon 7e", ["Lyon, France"]),
        ("Paris 12ème arrondissement", ["Paris, France"]),
        ("Paris, 9e arr.", ["Paris, France"]),
        ("Wien, 10. Bezirk", ["Wien, Austria"]),
        ("Berlin-Mitte", ["Mitte, Berlin, Germany"]),
        ("Köln-Ehrenfeld, NRW", ["Ehrenfeld, Köln, Germany"]),
        ("Baden-Baden", ["Baden-Baden, Germany"]),
        ("Leeds-Bradford", []),
        ("Unit 4, Marsh Barton Trading Estate, Exeter, Devon", ["Exeter, England"]),
        ("Trust Office, Ashdene Academy, Kettering, Northamptonshire", ["Kettering, England"]),
        ("21 Bukit Batok Crescent, Singapore 658065", ["Singapore"]),
        ("Shoreditch, London", ["Shoreditch, London, England"]),
        ("Galway City and county, with an office base in Oranmore, Co. Galway", ["Oranmore, Ireland"]),
        ("TF1 1AA Telford", ["Telford, England"]),
        ("M5V 2T6 Toronto", ["Toronto, Ontario"]),
        ("Pitlochry, Perthshire", ["Pitlochry, Scotland"]),
        ("Perthshire", ["Scotland, UK"]),
        ("Banffshire", ["Scotland, UK"]),
        ("Yorkshire Dales", ["England, UK"]),
        ("Westmorland", ["England, UK"]),
        ("Radnorshire", ["Wales, UK"]),
        ("Co. Cork", ["Co. Cork, Ireland"]),
        ("Provence", ["Provence, France"]),
        ("Bavaria", ["Bavaria, Germany"]),
        ("Munich, Bavaria", ["Munich, Germany"]),
        ("Germany", ["Germany"]),
    ],
)
def test_sites_quarters_and_counties(line, places):
    assert [place.in_full for place in read_place(line).places] == places
