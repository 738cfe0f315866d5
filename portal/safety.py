"""What is unsafe about a configuration, with what to set instead. Settings that hold any of it do not start."""

DEVELOPMENT_KEY = "only-for-development-" + "0" * 40
KEY_LENGTH = 50  # below it Django's own deployment check warns
LOCAL = ("localhost", "127.0.0.1", "[::1]")
OF_ONE_WORKER = ("LocMemCache", "DummyCache")
NOT_SENT = ("console.EmailBackend", "dummy.EmailBackend", "locmem.EmailBackend", "filebased.EmailBackend")


def in_development(hosts):
    if foreign := [host for host in hosts if host not in LOCAL and not host.endswith(".localhost")]:
        yield (
            f"ALLOWED_HOSTS holds {foreign[0]}, and DEBUG is on, which shows visitors the settings and the code. "
            "Set DEBUG=off, or leave ALLOWED_HOSTS to localhost."
        )


def in_production(*, hosts, keys, cache, email):
    if any("*" in host for host in hosts):
        yield (
            "ALLOWED_HOSTS holds *: the links in emails would lead wherever a stranger's request points. "
            "Set ALLOWED_HOSTS to the names of this portal."
        )
    if DEVELOPMENT_KEY in keys:
        yield "SECRET_KEY is the one of development, which everybody knows. Set SECRET_KEY to one of your own."
    elif any(len(key) < KEY_LENGTH for key in keys):
        yield f"SECRET_KEY can be guessed. Set SECRET_KEY to {KEY_LENGTH} random characters or more."
    if cache.endswith(OF_ONE_WORKER):
        yield (
            "CACHE_URL is a cache that workers do not share, so each would count the guesses at a password alone. "
            "Leave CACHE_URL unset for files, or set CACHE_URL to a cache all workers reach, such as redis://…."
        )
    if email.endswith(NOT_SENT):
        yield (
            "EMAIL_URL sends nothing: the keys of passwords would be lost, or be written to the log. "
            "Set EMAIL_URL to a mail server, such as smtp+tls://user:password@host:587."
        )
