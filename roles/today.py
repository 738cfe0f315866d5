"""What day it is where a post is."""

from datetime import date

from django.utils import timezone

from roles.core.places import read_place, today_at


def today_where(place: str) -> date:
    """The day it is where a post is, by its line about that; the server's where the line is not surely read."""
    return today_at(read_place(place), timezone.localtime())
