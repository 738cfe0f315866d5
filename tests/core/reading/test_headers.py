"""What the short lines and plain sentences of a posting's head state: the week, the way of working, place and firm."""

import pytest

from roles.core.document import EmploymentType, Workplace
from roles.core.reading import LineKind, read_posting
from roles.core.reading.sentences import sentences


def facts(*lines):
    return read_posting("\n".join(["Director of Operations", "", *lines])).facts


FULL, PART, CONTRACT, TEMPORARY = (
    EmploymentType.FULL_TIME,
    EmploymentType.PART_TIME,
    EmploymentType.CONTRACT,
    EmploymentType.TEMPORARY,
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Perm | Full time", FULL),
        ("F/T, M–F", FULL),
        ("5 days over 7, 40 hours, early starts", FULL),
        ("$70,000 - $80,000 a year - Full-time", FULL),
        ("42 hours over 5 days, some weekends", FULL),
        ("Leeds | £62,000 - £68,000 | Full time, permanent", FULL),
        ("What we offer\n- $88k to $96k\n- 40 hours, flexible start times", FULL),
        ("$85k-$95k | FT | Benefits", FULL),
        ("Status: FT exempt", FULL),
        ("40 hrs/week", FULL),
        ("Hours: 37.5", FULL),
        ("FTE 1.0", FULL),
        ("WFO, 6 days working", FULL),
        ("Permanent, 40 hours; happy to talk about 0.8 FTE.", FULL),
        ("P/T", PART),
        ("PT, 24 hrs", PART),
        ("0.8 FTE", PART),
        ("60% FTE", PART),
        ("Three days per week, flexible", PART),
        ("4 days/week", PART),
        ("This is a three-day week.", PART),
        ("Contract-to-hire", CONTRACT),
        ("FTC", CONTRACT),
        ("Day-rate contract, 6 months initially", CONTRACT),
        ("Mat cover", TEMPORARY),
        ("Temp to perm", TEMPORARY),
        ("0.9 FTE", None),
        ("Hybrid: three days a week in Mount Vernon, two from home.", None),
        ("You visit each site 3 days a week.", None),
        ("Keep vendor, contract, lease and temp files in order.", None),
    ],
)
def test_the_week_in_short_forms(line, kind):
    stated = facts(line).employment_type
    assert (stated and stated.value) == kind


def test_a_heading_with_the_title_gives_its_week():
    mail = "Subject: Fwd: ad\nFrom: Trish <t@alder.example>\n\nHi Sean\n\nCan this go up tomorrow please.\n\n"
    text = f"{mail}OPERATIONS MANAGER – full-time, permanent\nWe are 26 people and a yard.\nYou report to me."
    assert read_posting(text).facts.employment_type.value is FULL


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("Pune (WFO)", Workplace.ON_SITE),
        ("Mode: WFO - 6 days", Workplace.ON_SITE),
        ("Full time, on site obviously, weekends in season.", Workplace.ON_SITE),
        ("Full time, on property.", Workplace.ON_SITE),
        ("The job is based out of our yard in Tulsa.", Workplace.ON_SITE),
        ("Hybrid  Full-time", Workplace.HYBRID),
        ("You'll be in the office Mon–Thu, WFH Fridays.", Workplace.HYBRID),
        ("In the office Tue-Thu, remote Mon & Fri", Workplace.HYBRID),
        ("Remote-first with one day a week in the London office", Workplace.HYBRID),
        ("Some home working possible", Workplace.HYBRID),
        ("This job is based on the road: four days a week in clinics, one at a kitchen table.", None),
        ("You visit our clients' sites.", None),
    ],
)
def test_the_way_of_working_in_short_forms(line, way):
    stated = facts(line).workplace
    assert (stated and stated.value) == way


@pytest.mark.parametrize(
    ("line", "in_full"),
    [
        ("Sydney CBD", "Sydney, New South Wales"),
        ("Leeds, LS1 4AP", "Leeds, England"),
        ("20095 Hamburg", "Hamburg, Germany"),
        ("Singapore", "Singapore"),
        ("Alder Kitchens Leeds", "Leeds, England"),
        ("Alder Joinery (Geelong) needs somebody.", "Geelong, Victoria"),
        ("A busy panel shop, Dandenong South VIC.", "Dandenong South, Victoria"),
        ("Our client, a family firm, wants you to run a warehouse in Ontario, California.", "Ontario, California"),
        ("Our office is in Mount Vernon. We deliver across Washington.", "Mount Vernon, Washington"),
        ("Our support office is in Hamilton, but this job is on the road.", None),
        ("Easy Apply   Save", None),
        ("In the office Tue-Thu, remote Mon & Fri", None),
    ],
)
def test_the_place_of_a_header(line, in_full):
    place = facts(line).place
    assert (place.value.in_full if place else None) == in_full


@pytest.mark.parametrize(
    ("line", "company"),
    [
        ("Alder Trailers, Tulsa, OK", "Alder Trailers"),
        ("Redbud Fence & Gate\n3.6\nSapulpa, OK", "Redbud Fence & Gate"),
        ("Alder Foods Ltd · Cork · 2 weeks ago", "Alder Foods Ltd"),
        ("Director of ops, Pier 9 Boat Club in Cape Coral.", "Pier 9 Boat Club"),
        ("About Alder Foods\nAlder Foods Ltd makes sauces.", "Alder Foods Ltd"),
        ("We're Alder Foods and we make sauces.", "Alder Foods"),
        ("Our client, Alder Foods, seeks a leader.", "Alder Foods"),
        ("Sam Keane, owner, Alder Foods", "Alder Foods"),
        ("Come run our panel shop. jobs@southsidepanels.example", "Southside Panels"),
        ("At Darling Downs Cold Freight we cart. jobs@ddcoldfreight.example", "Darling Downs Cold Freight"),
        ("You know Harrow & Finch. Write to jobs@harrowfinch.example", "Harrow & Finch"),
        ("You know Alder Cove Ice & Fuel. Write to jobs@aldercovefuel.example", "Alder Cove Ice & Fuel"),
        ("Here, we're Tāwhai Dairy Systems: 28 people. jobs@tawhaidairy.example", "Tāwhai Dairy Systems"),
        ("It says Hollin Bank Crane Hire on the gate. sam@hollinbankcranes.example", "Hollin Bank Crane Hire"),
        ("See Holl Lane on the map. sam@hollinbankcranes.example", "Hollinbankcranes"),
        ("uMdoni Alarm & Response (Pty) Ltd\nDurban", "uMdoni Alarm & Response (Pty) Ltd"),
        ("Alder Precision Parts – we turn parts for pumps.", "Alder Precision Parts"),
        ("Who is Alder Foods?\nWe make sauces.", "Alder Foods"),
        ("Alder Senior Living of Asheville, North Carolina is looking for you.", "Alder Senior Living"),
        ("We're Alder Farm Dairy just outside Truro.", "Alder Farm Dairy"),
        ("Company : Alder Caterers, Indore", "Alder Caterers"),
        ("Company: Alder Foods (30 people)", "Alder Foods"),
        ("ENTITY: Alder House", "Alder House"),
        ("Alder Sash & Stair Co, Unit 7 Mill Works, Ludlow SY8", "Alder Sash & Stair Co"),
        ("Our client Alder Foods is growing. tom@alderjobs.example", "Alder Foods"),
        ("Sam Hay\nManaging Director | Alder Boats Ltd", "Alder Boats Ltd"),
        ("Alder Creek Farms, a third-generation orchard, needs you.", "Alder Creek Farms"),
        ("Founded in 1998, Alder Ridge Dental has two offices.", "Alder Ridge Dental"),
        ("Alder Ridge Dental welcomes a new manager.", "Alder Ridge Dental"),
        ("ALDER CARE\nAlder Care sends carers to homes.", "Alder Care"),
        ("Alder Veterinary Hospital, Guelph, ON is seeking you!", "Alder Veterinary Hospital"),
        ("Nursing at Alder Veterinary Hospital. sam@aldervet.example", "Alder Veterinary Hospital"),
        ("Ash & Sons forge hand tools. kate@ashandsons.example", "Ash & Sons"),
        ("JOB VACANCY – ASH & ALDER JOINERY, KENDAL", "ASH & ALDER JOINERY"),
        ("She has a bakery in Cork called Crumb & Crust, and it grows.", "Crumb & Crust"),
        ("Alder Leisure Trust\nSalary £40,000", "Alder Leisure Trust"),
        ("Building Our Trust\nSalary £40,000", None),
        ("About Alder\nAlder sells tea.\n© Alder Tea Ltd 2026 | Privacy", "Alder Tea Ltd"),
        ("Regards\nHR Dept\nAlder Eye Hospitals", "Alder Eye Hospitals"),
        (
            "Write to Human Resources, Municipality of the County of Alder, 4 Elm St",
            "Municipality of the County of Alder",
        ),
        ("Pipes of Municipal Waters. hr@munpict.example", None),
        ("Care at Alder Community Health Center. sam@alderchc.example", "Alder Community Health Center"),
        ("Client: a family-owned brewery", None),
        ("Practice\nThis practice is busy.", None),
        ("Sam and Jo run the office.", None),
        ("Blue Arrow are recruiting on behalf of a brewery. sam@bluearrow.example", None),
        ("Lean Six Sigma is a plus.", None),
        ("Black Country based, with Fridays off.", None),
        ("You work with Microsoft Excel and Google Sheets.", None),
        ("Our client, a brewery, is growing.\n\nBright Search Ltd", None),
        ("Bright Search is retained by a brewery. sam@brightsearch.example", None),
        ("Operations Director - HVAC", None),
        ("Operations Director – English Language School\n\nWe are an English language school.", None),
        ("Write to bev@gmail.com.", None),
        ("Bev runs the office and is looking for help.", None),
        ("Company: [Company Name]", None),
        ("The owner is retiring at Easter.", None),
        ("Boutique Hotel, Dubai Marina", None),
        ("Our client, a family firm, is growing.\n\nDrew Grant\nApex Link Search", None),
    ],
)
def test_the_firm_of_a_header_a_sentence_or_a_letter(line, company):
    stated = facts(*line.split("\n")).company
    assert (stated and stated.value) == company


@pytest.mark.parametrize(
    ("line", "text", "company"),
    [
        ("ALDER MARBLE & GRANITE – OPERATIONS MANAGER", "We cut stone.", "ALDER MARBLE & GRANITE"),
        ("Ridgeway Timber | Operations Manager | Hereford", "We saw oak.", "Ridgeway Timber"),
        ("Operations Manager – Alder Early Learning", "Alder is a charity.", "Alder Early Learning"),
        ("Director of Operations – Hollin Cranes", "Cranes for hire. hr@hollincranes.example", "Hollin Cranes"),
        ("Operations Manager - Bay of Alder Weeds", "Bay of Alder Weeds dries weed.", "Bay of Alder Weeds"),
        ("Operations Manager", "Fenwick Cold Store keeps fish. www.fenwickcold.example", "Fenwick Cold Store"),
        ("Operations Manager", "Modern Cold Stores keeps fish. www.fenwick.example/jobs", None),
        ("Operations Manager, Alder Estate", "Alder is a farm.", "Alder Estate"),
        ("Operations Manager at the Alder Arts Centre, Leeds", "We act.", "Alder Arts Centre"),
        ("Alder Transit", "Position: Director, Operations\n\nApply at alder.example/jobs.", "Alder Transit"),
        ("Operations Manager – Cheese Plant", "Alder Cheese is good. We like Alder Cheese.", None),
        ("Operations Manager – Food Manufacturing", "You run our food lines. Food is our life.", None),
        ("Operations Manager - Heavy Haul & Crane", "You run the yard.", None),
        ("Urgent Vacancy | Operations Manager | Leeds", "You run the yard.", None),
    ],
)
def test_the_firm_in_the_line_of_the_title(line, text, company):
    stated = read_posting(f"{line}\n\n{text}").facts.company
    assert (stated and stated.value) == company


def test_a_firm_and_its_town_are_a_line_before_the_terms():
    read = read_posting(
        "DIRECTOR OF OPERATIONS\nRowan Street Bakery Inc. – Hamilton, ON\nPermanent, full time, on site\n"
    )
    lines = [item.text for section in read.sections for item in section.items]
    assert "Rowan Street Bakery Inc. – Hamilton, ON" in lines


def test_you_need_in_small_letters_opens_the_requirements():
    text = "Operations Director\n\nwhat you'd do\n- run the shop\n- book trucks\n\nyou need\nTo have run a shop.\n"
    assert [item.text for item in read_posting(text).of_kind(LineKind.REQUIRED)] == ["To have run a shop."]


def test_a_cry_that_goes_on_with_but_is_one_sentence():
    text = "Sailing not required!! but you will hear of it. Bring a coat."
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "Sailing not required!! but you will hear of it.",
        "Bring a coat.",
    ]
