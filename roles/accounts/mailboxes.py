GMAIL = {"gmail.com", "googlemail.com"}


def mailbox_of(address):
    """Return one name for the addresses that lead to one mailbox: without capitals, plus tag and Gmail's dots."""
    local, _, domain = address.strip().lower().rpartition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@gmail.com" if domain in GMAIL else f"{local}@{domain}"
