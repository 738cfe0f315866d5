"""What a visitor is shown while the machine beneath fails, and how what they typed comes back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.db import DatabaseError
from django.http import HttpResponse, QueryDict

from .core.outages import Outage, outage_of

RETRY_AFTER = {Outage.FULL: 300, Outage.READ_ONLY: 300, Outage.DOWN: 15}  # seconds
NOT_SAVED = {
    Outage.FULL: "Nothing was saved: the disk of the portal is full. Your words are still here. Try again later.",
    Outage.READ_ONLY: "Nothing was saved: the portal cannot write at the moment. Your words are still here. "
    "Try again later.",
    Outage.DOWN: "Nothing was saved: the portal cannot reach its database. Your words are still here. "
    "Try again in a minute.",
}
# Fields that hold no words of a visitor's, or words that must not be shown again.
NOT_WORDS = ("csrfmiddlewaretoken", "ticket", "form_id", "revision", "seen", "do", "carried", "next", "sitekey")
SECRETS = ("password", "code", "otp", "secret", "token")
SHORTEST = 3
# To a script, which keeps the words itself and names the time.
WHY = {
    Outage.FULL: "Not saved: the disk of the portal is full.",
    Outage.READ_ONLY: "Not saved: the portal cannot write at the moment.",
    Outage.DOWN: "Not saved: the portal cannot reach its database.",
}


class Failed:
    """What became of the block in `kept_in`: falsy where nothing failed."""

    outage: Outage | None = None

    def __bool__(self) -> bool:
        return self.outage is not None


@contextmanager
def kept_in(form: forms.BaseForm) -> Iterator[Failed]:
    """Where the machine fails within, put that into the form as its error: the page then shows what was typed."""
    failed = Failed()
    try:
        yield failed
    except (DatabaseError, OSError) as error:
        failed.outage = outage_of(error)
        if failed.outage is None:
            raise
        form.add_error(None, NOT_SAVED[failed.outage])


def with_outage(response: HttpResponse, failed: Failed) -> HttpResponse:
    """The page of the form that failed, as an answer that states when to try again."""
    if failed.outage:
        response.status_code = 503
        response["Retry-After"] = str(RETRY_AFTER[failed.outage])
    return response


def typed_words(data: QueryDict) -> list[tuple[str, str]]:
    """The words in any form of ours, as (label, text): no secret, no number, nothing that was only chosen."""
    return [
        ("", str(text))
        for name in data
        for text in data.getlist(name)
        if name not in NOT_WORDS
        and not any(secret in name.lower() for secret in SECRETS)
        and not name.endswith("_FORMS")
        and len(str(text).strip()) >= SHORTEST
        and not str(text).strip().isdecimal()
    ]
