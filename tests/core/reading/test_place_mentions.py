"""The place of a post among all that its sentences name: whose it is decides, and of two alike neither is taken."""

import pytest

from roles.core.reading import read_posting

TOWNS = ("Boise, Idaho", "Kelowna, British Columbia", "Toowoomba, Queensland", "Harrogate, England", "Tralee, Ireland")
# Words on the post, on its firm and on others around a town.
POST = (
    "You'll be working out of our {} depot.",
    "This job runs our {} plant.",
    "The post itself is in {}.",
    "You would sit in {} with the planners.",
    "You need to be able to commute to {}.",
    "Your desk will be at the workshop in {}.",
)
FIRM = (
    "Our shop just outside {} makes gates.",
    "We make cider a few miles north of {}.",
    "We are a family dairy near {}.",
    "Since 1974 we have mended looms in {}.",
    "Come by: the mill is on the edge of {}.",
    "A 40-person print shop in downtown {} needs a steady hand.",
)
OTHERS = (
    "Our customers are in {}.",
    "The head office is in {}.",
    "We ship to shops in {}.",
    "Interviews are held in {}.",
    "The founder grew up in {}.",
    "Some travel to {} is asked.",
    "We won best bakery in {} last year.",
    "You have run a warehouse in {} before.",
    "Write to the managing director, who sits in {}.",
)


def place(*lines):
    stated = read_posting("\n\n".join(["Director of Operations", *lines])).facts.place
    return (stated.value.in_full if stated.value.places else "?") if stated else None


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("own", POST + FIRM)
def test_the_posts_and_the_firms_place_is_read_beside_one_of_others(own, other):
    here, there = TOWNS[len(own) % 5], TOWNS[(len(own) + 1 + len(other) % 4) % 5]
    assert place(own.format(here), other.format(there)) == here
    assert place(other.format(there), own.format(here)) == here


@pytest.mark.parametrize("other", OTHERS)
def test_the_place_of_others_alone_is_none(other):
    assert place(other.format("Boise, Idaho")) is None


@pytest.mark.parametrize("firm", FIRM)
@pytest.mark.parametrize("post", POST)
def test_the_posts_place_weighs_more_than_the_firms(post, firm):
    assert place(firm.format("Boise, Idaho"), post.format("Harrogate, England")) == "Harrogate, England"


def test_of_two_places_alike_neither_is_taken():
    assert place("We make gates in Boise, Idaho.", "We make doors in Nampa, Idaho.") is None
    assert place("You'll work at our Boise plant.", "You'll work at our Nampa plant.") is None


@pytest.mark.parametrize(
    ("town", "told", "in_full"),
    [
        ("Kelso", "Pay: £38,000 a year", "Kelso, Scotland"),
        ("Perth", "Pay: £58,000 a year", "Perth, Scotland"),
        ("Perth", "Pay: $158,000 a year", "Perth, Western Australia"),
        ("Nelson", "KiwiSaver and a ute.", "Nelson, New Zealand"),
        ("Nelson", "You need the right to work in New Zealand.", "Nelson, New Zealand"),
        ("Truro", "RRSP match after a year.", "Truro, Nova Scotia"),
        ("Springfield", "401(k) after a year.", "?"),
        ("Nelson", "We export to New Zealand.", "?"),
        ("Nelson", "Ring Sam on 021 555 0180.", "Nelson, New Zealand"),
        ("Truro", "Ring Sam on 07700 900142.", "Truro, England"),
        ("Hamilton", "Write to sam@alder.ca", "Hamilton, Ontario"),
        ("Listowel", "Write to sam@alder.ie", "Listowel, Ireland"),
        ("Listowel", "Write to sam@alder.example", "Listowel, Ontario"),
        ("Frankfurt", "Write to sam@alder.co.uk", "Frankfurt, Germany"),
    ],
)
def test_the_money_and_words_of_a_country_decide_between_namesakes(town, told, in_full):
    assert place(f"Location: {town}", told) == in_full


@pytest.mark.parametrize(
    ("line", "in_full"),
    [
        ("Our shop just outside Lubbock Texas makes parts.", "Lubbock, Texas"),
        ("shop is in lubbock texas, come see us", "Lubbock, Texas"),
        ("we are a tire shop in tulsa, ok", "Tulsa, Oklahoma"),
        ("we are in business, or so we hope", None),
        ("You'd work from our office in leeds.", "Leeds, England"),
        ("its at our shop in austin tx", "Austin, Texas"),
        ("We are a bakery in leeds, and Bev runs it.", "Leeds, England"),
        ("We sell to cafes in leeds.", None),
        ("We are a firm in mobile homes", None),
        ("Our team is in reading", None),
        ("We serve the Tri-Cities from our Kennewick yard.", "Kennewick, Washington"),
        ("Live within two hours of Denver and work remotely.", "within two hours of Denver, Colorado"),
        ("We're a Calgary-based landscaping firm.", "Calgary, Alberta"),
        ("Thunder Bay, that's where the mill is.", "Thunder Bay, Ontario"),
        ("Head Office Dublin, this post Tralee.", "Tralee, Ireland"),
        ("We are a dairy in north Canterbury.", "north Canterbury, New Zealand"),
        ("The farm is near Ashburton, mid Canterbury, New Zealand.", "Ashburton, New Zealand"),
        ("The works is at Parma (Italy).", "Parma, Italy"),
        ("Director of Operations | Driffield and Malton, Yorkshire | Full-time", "Driffield, England; Malton, England"),
        ("You'd work in Springfield.\n\nAsh Mills, 2 Elm Street, Springfield, Illinois", "Springfield, Illinois"),
        ("You'd work in Springfield.", "?"),
        (
            "You must live within 2 hours of Calgary, and be in our Red Deer yard at times. Remote.",
            "within 2 hours of Calgary, Alberta",
        ),
        (
            "We make poles.\n\nPettway Poles · 18 Mill Rd · Tuscaloosa, AL 35401 · Yard in Demopolis (205) 555-0128",
            "Tuscaloosa, Alabama",
        ),
        ("We do schools all over the county.\n\n3120 E Trent Ave, Spokane WA 99202", "Spokane, Washington"),
        ("JOPLIN MISSOURI TERMINAL", "Joplin, Missouri"),
        ("We work closely with our dealers in Branson.", None),
        ("Plan work for sites in Belfast and Sligo", None),
        ("We want to buy a smaller firm (we're talking to one, in Swansea).", None),
        ("The boxes show up in a warehouse in Kentucky and one in Poland.", None),
        ("Purchasing of board (mills in Cabano)", None),
        ("Mobile plant background essential.", None),
        ("Location: Tampa, FL (Hyde Park office)", "Tampa, Florida"),
        ("Location: Aylesbury depot, Buckinghamshire", "Aylesbury, England"),
        ("Where: at the Kennington yard\n\nBramble Haulage, Invercargill, New Zealand", "Invercargill, New Zealand"),
        ("Les Emballages inc., Sherbrooke (Québec)", "Sherbrooke, Quebec"),
        ("COO | Lumen B.V. | Eindhoven, the Netherlands", "Eindhoven, Netherlands"),
        ("Asheville, NC and Greenville, SC", "Asheville, North Carolina; Greenville, South Carolina"),
        ("Northampton & Telford\n\nDay rate: £480", "Northampton, England; Telford, England"),
        ("Where: our shed in Rawene, New Zealand", "Rawene, New Zealand"),
        ("Location: Cork city, Ireland", "Cork, Ireland"),
        ("Locations: Aberdeen (head office: Edinburgh)\n\nPay: £40,000", "Aberdeen, Scotland"),
        ("Branch: Polokwane (with travel to Tzaneen and Mokopane)", "Polokwane, South Africa"),
        ("Location: Durban (Westmead)", "Durban, South Africa"),
        ("Alder Kayaks of Tofino, British Columbia, rents and repairs.", "Tofino, British Columbia"),
        ("We make tools in Leicester; our sales office is in Frankfurt.", "Leicester, England"),
        ("Commutable from Boston and Peterborough. The shed is in Spalding, Lincolnshire.", "Spalding, England"),
        ("Alder Dairy, Ardmore, Co. Waterford", "Ardmore, Ireland"),
        ("Alder & Rowe, shopfitters, Dublin 12, wish to appoint a manager.", "Dublin, Ireland"),
        ("We grow trees on 11 hectares at Levin.", "Levin, New Zealand"),
        ("Company : Alder Caterers, Indore", "Indore, Madhya Pradesh, India"),
        ("Alder Eye Care · Boise, ID\n\nThe director works from our Meridian office.", "Meridian, Idaho"),
        ("Alder Foods, Leeds, England\n\nThis role is based at our Hull factory.", "Hull, England"),
        ("Alder Foods, Leeds, England\n\nThe role is at our Hull and York shops.", "Leeds, England"),
        ("Alder Foods, Leeds, England\n\nYou work from our Dayton office.", "Leeds, England"),
        ("Ash & Sons forge hand tools in Attercliffe, Sheffield.", "Sheffield, England"),
        ("Alder Removals Swansea are on the lookout for you.", "Swansea, Wales"),
        ("Where: Alder Citrus packing house, Lakeland FL", "Lakeland, Florida"),
        ("Location: Central team, Northampton, with visits to schools\n\nPay: £30,000", "Northampton, England"),
        ("Alder Hospice, Lincoln\n\nDay rate: £400 - £450", "Lincoln, England"),
        ("Alder Dental  |  Bend, OR\nFull-time", "Bend, Oregon"),
        ("Alder Trading Pte. Ltd.\nSingapore (Tuas)\nFull-time", "Singapore"),
        ("Our packhouse is in Te Puke. We also have hives at remote sites, which you visit.", "Te Puke, New Zealand"),
        ("You lead our four kitchens across Bristol.\n\nThe pay is £40,000.", "Bristol, England"),
        ("We are a mill in Boise, Idaho; most of us work from home on Mondays.", "Boise, Idaho"),
        ("We deliver to customers across Bristol, England.", None),
        ("We are a farm two and a half hours west of Brisbane.", None),
        ("Alder & Vane makes clocks in a former mill near Frome.", "Frome, England"),
        ("A clinic group requires a Manager for its Coimbatore branch.", "Coimbatore, Tamil Nadu, India"),
        ("Alder sits on a hill between Hexham and Consett.", "Hexham, England; Consett, England"),
        ("You plan routes between Leeds and Hull.", None),
        ("Our lab is in Worcester, Massachusetts, just outside Boston.", "Worcester, Massachusetts"),
        ("We're on the edge of Hexham, forty minutes from Newcastle.", "Hexham, England"),
        ("Location: This position can be based in Omaha, Nebraska, with some travel.", "Omaha, Nebraska"),
        ("My sister-in-law has a bakery in Stoneybatter (Dublin 7). It pays €19 an hour.", "Dublin, Ireland"),
        ("Clubs, Jordan", None),
        ("You look after the Clubs, Jordan and all.", None),
        ("Commutable from Bradford, Wakefield and York.", None),
        ("You'd work in Excel and report to Charlotte.", None),
        ("You'd start in March, and the Board meets in Spring.", None),
        ("Our software is used by farmers in Iowa.", None),
        ("The Berlin Bakery is big.", None),
    ],
)
def test_places_in_running_sentences(line, in_full):
    assert place(line) == in_full
