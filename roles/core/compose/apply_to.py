"""Where people apply: one e-mail address or one web address that somebody outside the business can use, alone or in
a sentence of the owner's on how to apply."""

import re

# What no stranger can reach: names of one's own network, and addresses in it.
_INSIDE = re.compile(r"localhost|.*\.(?:local|lan|internal|intranet|home|corp)|127\..*|10\..*|192\.168\..*|\[.*\]?")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[^\W\d_][\w-]{{1,62}}")
_NUMBERS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_EMAIL = re.compile(r"(?P<box>[^\s@<>,;:()\"]+)@(?P<host>[^\s@<>]+)")
_WEB = re.compile(r"https?://(?P<host>[^\s<>/:?#@]+)(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_BARE_WEB = re.compile(rf"(?P<host>(?:{_LABEL}\.)+[^\W\d_]{{2,24}})(?::\d{{1,5}})?(?:[/?#]\S*)?")
# The slip of a thumb at the end of an address; no such domains exist.
_SLIPS = {".con": ".com", ".cmo": ".com", ".comm": ".com", ".ney": ".net", ".ogr": ".org", ".or.uk": ".org.uk"}
_SENTENCE_ADDRESS = re.compile(r"(?<![^\s(<:])[^\s@<>()\"]+@[^\s<>()]+|\b(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
_UNREAD_BOX = re.compile(r"(?:no|do[-_.]?not)[-_.]?reply\b.*", re.IGNORECASE)

WANTED = "Give one email address, such as jobs@example.com, or one web address that begins with https://."


def completed(text: str) -> str:
    """Return a web address with its https:// and an e-mail address without its mailto:; other text as it is.

    "example.com/jobs" becomes "https://example.com/jobs".
    """
    if text[:7].lower() == "mailto:" and "@" in text:
        return text[7:].strip()
    return f"https://{text}" if _BARE_WEB.fullmatch(text) else text


def address_in(text: str) -> str:
    """Return the one address in a sentence on how to apply, "" where there is none, or more than one.

    "Email a CV to Jo at jobs@example.com." has "jobs@example.com"; an address alone is no sentence.
    """
    if " " not in text.strip() or is_address(completed(text)):
        return ""
    found = {match[0].rstrip(".,;:!?") for match in _SENTENCE_ADDRESS.finditer(text)}
    address = completed(found.pop()) if len(found) == 1 else ""
    return address if is_address(address) else ""


def is_address(text: str) -> bool:
    """Say whether the text is one e-mail address or one http(s) address that can be used."""
    return not address_problem(text)


def address_problem(text: str) -> str:
    """Return what to do about an address nobody outside the business can use, "" for one that can be."""
    if email := _EMAIL.fullmatch(text):
        box, host = email["box"], email["host"].lower()
        if box.startswith(".") or box.endswith(".") or ".." in box:
            return f"“{text}” is no address that mail reaches: look at the dots before the @."
        if _UNREAD_BOX.fullmatch(box):
            return "Nobody reads what is sent to that address: give one that somebody reads."
    elif web := _WEB.fullmatch(text):
        host = web["host"].lower()
    else:
        return WANTED
    for slip, right in _SLIPS.items():
        if host.endswith(slip):
            return f"“{slip}” is probably a slip: did you mean “{right}”?"
    if _INSIDE.fullmatch(host):
        return "Only people inside your network reach that address: give one that everybody can use."
    if _HOST.fullmatch(host) or (_NUMBERS.fullmatch(host) and not email):
        return ""
    if email and re.fullmatch(_LABEL, host):
        return f"The end of this address is missing: something like “@{host}.com”."
    return WANTED
