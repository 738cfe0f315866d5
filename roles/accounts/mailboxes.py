import hashlib

from django.utils.text import slugify

ADDRESS_LIMIT = 254  # the longest address there is
GMAIL = {"gmail.com", "googlemail.com"}


def mailbox_of(address):
    """Return one name for the addresses that lead to one mailbox: without capitals, plus tag and Gmail's dots."""
    local, _, domain = address.strip().lower().rpartition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@gmail.com" if domain in GMAIL else f"{local}@{domain}"


def name_from(address):
    """Return the user name for an account with this address, the same each time."""
    digest = hashlib.sha256(address.lower().encode()).hexdigest()[:12]
    return f"{slugify(address.lower().partition('@')[0])[:40] or 'owner'}-{digest}"
