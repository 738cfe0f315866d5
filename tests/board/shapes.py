"""What the formats of the feeds ask for, written down by hand from their own pages."""

import jsonschema

WORDS = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": "^http://testserver/jobs/"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
# jsonfeed.org/version/1.1
ITEM = {
    "type": "object",
    "required": ["id", "url", "content_html"],
    "properties": {
        "id": URL,
        "url": URL,
        "title": WORDS,
        "content_html": WORDS,
        "summary": WORDS,
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "authors": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": WORDS}}},
        "tags": {"type": "array", "items": WORDS},
    },
    "additionalProperties": False,
}
_JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": URL,
        "feed_url": URL,
        "items": {"type": "array", "items": ITEM, "minItems": 1},
    },
    "additionalProperties": False,
}
JSON_FEED = jsonschema.Draft202012Validator(_JSON_FEED)

# What each shape asks for, from the market sheets.
REQUIRED = {
    "indeed.xml": [
        *("title", "date", "referencenumber", "requisitionid", "url", "company", "city", "state", "country", "email"),
        "description",
    ],
    "linkedin.xml": ["partnerJobId", "company", "title", "description", "location", "applyUrl", "posterEmail"],
}
ALLOWED = {
    "indeed.xml": [
        *("streetaddress", "postalcode", "salary", "education", "jobtype", "category", "experience"),
        *("expirationdate", "remotetype"),
    ],
    "linkedin.xml": ["workplaceTypes", "jobtype", "listDate", "expirationDate"],
}


# Addresses there have no state or province: Indeed's element is there and empty, for nothing is made up.
WITHOUT_STATES = {"IE", "NZ", "PL"}


def faults_of_job(name, job):
    """What a <job> of a market's shape lacks, has twice or has of its own."""
    tags = [element.tag for element in job]
    empty = {"state"} if job.findtext("country") in WITHOUT_STATES else set()
    found = [f"{tag}: not once" for tag in REQUIRED[name] if tags.count(tag) != 1]
    found += [f"{tag}: empty" for tag in REQUIRED[name] if tag not in empty and not job.findtext(tag)]
    found += sorted(set(tags) - {*REQUIRED[name], *ALLOWED[name]})
    return found + ["partnerJobId: too long"] * (len(job.findtext("partnerJobId") or "") > 40)
