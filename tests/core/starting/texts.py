"""Old texts of invented businesses, in the manner of real ones."""

VET_CLINICS = """DIRECTOR OF OPERATIONS
Larkmoor Animal Clinics, Boise, ID

Are you a passionate superstar who is ready for the next level? We want a young, energetic leader!

About Us
Larkmoor looks after cats, dogs and the odd goat at three clinics. We have 44 employees today. We work hard, play hard.

Responsibilities
• Oversee operations and ensure everything runs smoothly
• 3 practice managers and the lab lead report to this position. Sort out complaints the clinics cannot settle
• Own the budget of each clinic - drugs, wages and rent - and explain every gap by the tenth
• Cut the wait for surgery, it is 19 days and should be 7
• Keep controlled drug logs ready for inspection
• Other duties as assigned

Requirements
• 5+ years running a clinic, veterinary or human
• Must have led managers at more than one place
• Excellent communication skills, team player
• Spanish is a plus
• Must be able to travel three days a week between the clinics
• Must have valid driver's license

Compensation
$92,000 - $104,000 a year plus yearly bonus based on clinic profit.
Competitive benefits package including health, dental, 401k w/ 4% match, 12 days PTO.

Send your resume to work@larkmoor.example. No phone calls please.
Show less
"""

# Too little of a text, with something of its page, to be an advert with an order of its own.
VET_LINES = """DIRECTOR OF OPERATIONS
Larkmoor Animal Clinics, Boise, ID

Responsibilities
• Oversee operations and ensure everything runs smoothly
• 3 practice managers and the lab lead report to this position. Sort out complaints the clinics cannot settle
• Own the budget of each clinic - drugs, wages and rent - and explain every gap by the tenth
• Keep controlled drug logs ready for inspection

Requirements
• Must have led managers at more than one place
• Must be able to travel three days a week between the clinics

Send your resume to work@larkmoor.example. No phone calls please.
Show less
"""

BREWERY = """Operations Director

Company: Tern Rock Brewing
Location: Falmouth, UK
Salary: £61,000 - £68,000 a year
Hours: Monday to Friday, one Saturday a month
Reports to: the founders
Closing date: 5 March 2024

About the role
You will set where brewing, packing and the taproom go over three years. The founders are stepping back from the day.

What you will do
- Decide whether we pack cans ourselves or pay a partner.
- Bring water use per litre of beer down by a fifth.

What success looks like
- Stock-outs from 9 a month to 2 by June 2027.

You have
- run a brewery, dairy or other wet process
- Male preferred

How to apply
Write to hello@ternrock.example.
"""

NOTES = """[2026-10-02 20:14] Ops director!! Bramble Hall Food Bank, Guelph Ontario
[2026-10-02 20:15] 26 people, two warehouses both leased
[2026-10-02 20:16] Reports to me (Executive Director). 3 coordinators report to them
[2026-10-02 20:18] the landlord is difficult, dont put that in
[2026-10-02 20:19] Find out what each parcel really costs. Nobody has ever counted
[2026-10-02 20:20] Must: run a warehouse before
[2026-10-02 20:20] Nice: French
[2026-10-02 20:22] Must be on the left politically
[2026-10-02 20:23] Team player who wears many hats
[2026-10-02 20:24] Police record check, we work with kids
[2026-10-02 20:25] second van?? ask the board
"""

HOUSEKEEPING = """Operations Manager wanted

Our values
Every Monday we open the week with breakfast.

Round here:
- Forty hours, a van and a phone.
- A desk by the window.

Duties
Plan the routes for eleven crews
Plan the routes for eleven crews
"""

ALL = {
    "vet clinics": VET_CLINICS,
    "vet lines": VET_LINES,
    "brewery": BREWERY,
    "notes": NOTES,
    "housekeeping": HOUSEKEEPING,
}
