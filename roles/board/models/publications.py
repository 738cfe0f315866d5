"""A posting frozen for the world: its text, its terms, and the bytes its page is served from."""

import hashlib
import secrets
from functools import cached_property

from allauth.account.models import EmailAddress
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from roles.board.rendering import Shown, pack, render, shell
from roles.core import codec
from roles.core.document import Document
from roles.core.exports import Brand, Listing, text
from roles.core.exports.brand import DEFAULT_COLOUR
from roles.core.places import day_ends_at, read_place, today_at
from roles.core.publishing import Standing, State, Terms, for_the_world, words_of
from roles.models.brands import COMPANY_TEXT_MAX
from roles.models.posting_queryset import NotLockedError

from .firms import Firm
from .queries import ON_THE_BOARD, PublicationQuerySet

# No vowels, so that it spells nothing; nothing that is read as something else.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
SHORT_ID = 10
SLUG_MAX = 80
REASON_MAX = 300


def new_short_id():
    return "".join(secrets.choice(ALPHABET) for _ in range(SHORT_ID))


class Publication(models.Model):
    short_id = models.CharField(max_length=SHORT_ID, unique=True, default=new_short_id, editable=False)
    posting = models.OneToOneField("roles.Posting", models.CASCADE, related_name="publication")
    firm = models.ForeignKey(Firm, models.CASCADE, related_name="publications")

    # What is frozen.
    document_data = models.JSONField()
    slug = models.SlugField(max_length=SLUG_MAX)
    title = models.CharField(max_length=100)
    company = models.CharField(max_length=100)
    place = models.CharField(max_length=200)
    trade = models.CharField(max_length=100, blank=True)
    # The words it is found by, as `words_of` folds them: of title, company and trade, and of the place.
    search_words = models.CharField(max_length=900, blank=True)
    search_place = models.CharField(max_length=600, blank=True)
    colour = models.CharField(
        max_length=7,
        default=DEFAULT_COLOUR,
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "Give a colour as #rrggbb.")],
    )
    logo = models.BinaryField(blank=True, default=b"")
    company_text = models.CharField(max_length=COMPANY_TEXT_MAX, blank=True)
    revision = models.PositiveIntegerField()  # of the posting
    origin = models.CharField(max_length=200)  # scheme and host it was published at
    reason = models.CharField(max_length=REASON_MAX, blank=True)  # for publishing it although the review objects

    # Its terms, and what was done to it. Whether it is open is never stored: see `state`.
    listed = models.BooleanField(default=False)
    counts_applies = models.BooleanField(default=False)  # its button leads through an address of ours, and is counted
    last_day = models.DateField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    waiting = models.BooleanField(default=False)  # for its owner to prove an address
    held_at = models.DateTimeField(null=True, blank=True)
    held_reason = models.CharField(max_length=REASON_MAX, blank=True)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()  # when its text last changed
    changed_at = models.DateTimeField(auto_now=True)
    # That its last day is over, noted once a day: the lists pass by such rows without reading them. What is open is
    # decided by the clock all the same.
    over = models.BooleanField(default=False)

    # Made of all above, compressed with gzip.
    page = models.BinaryField()
    closed_page = models.BinaryField()
    embed = models.BinaryField()
    text = models.TextField()
    etag = models.CharField(max_length=32)
    shell = models.CharField(max_length=32)  # the way of making them that they were made in

    objects = PublicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_at=None) | ~models.Q(held_reason=""), name="publication_held_with_a_reason"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-id", "closes_at"],
                condition=ON_THE_BOARD,
                name="publications_on_the_board",
            ),
            models.Index(
                fields=["firm", "-id", "closes_at"],
                condition=ON_THE_BOARD,
                name="publications_of_a_firm",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.company}"

    def get_absolute_url(self):
        return reverse("job", args=[self.short_id, self.slug])

    @property
    def address(self) -> str:
        """The address the world has for it, with scheme and host."""
        return f"{self.origin}{self.get_absolute_url()}"

    @cached_property
    def document(self) -> Document:
        return codec.load(Document, self.document_data)

    @property
    def brand(self) -> Brand:
        return Brand(colour=self.colour, logo=bytes(self.logo), company_text=self.company_text)

    @property
    def listing(self) -> Listing:
        return Listing(date_posted=self.day_of(self.published_at), identifier=self.short_id, brand=self.brand)

    @property
    def standing(self) -> Standing:
        return Standing(
            closes_at=self.closes_at,
            closed_at=self.closed_at,
            withdrawn=self.withdrawn_at is not None,
            waiting=self.waiting,
            held=self.held_at is not None,
        )

    @property
    def state(self) -> State:
        return self.standing.state(timezone.now())

    @property
    def closing(self):
        """The moment its last day has ended, in the time of its place."""
        reading = read_place(self.document.facts.job_location)
        return day_ends_at(reading, self.last_day, timezone.get_default_timezone())

    @property
    def today(self):
        """The day it is at its place."""
        return today_at(read_place(self.document.facts.job_location), timezone.localtime())

    @property
    def shown(self) -> Shown:
        return Shown(
            document=self.document,
            listing=self.listing,
            listed=self.listed,
            counts_applies=self.counts_applies,
            updated_on=self.day_of(self.updated_at),
            closing=self.closing,
            origin=self.origin,
            path=self.get_absolute_url(),
            firm_path=self.firm.get_absolute_url(),
        )

    def day_of(self, moment):
        """The day a moment falls on at its place."""
        return moment.astimezone(self.closing.tzinfo).date()

    @classmethod
    def publish(cls, posting, terms: Terms, *, origin: str) -> "Publication":
        """Save the posting's text, its owner's brand and the terms as what the world sees from now on.

        Only of a posting that is locked, so that two requests publish it once, and only of an account's.
        """
        if not posting.locked:
            raise NotLockedError("publish() needs a posting fetched with lock(), inside a transaction.")
        publication = cls.objects.lock(posting) or cls(posting=posting)
        publication.firm = Firm.objects.of(posting.owner, posting.company)
        publication.waiting = not EmailAddress.objects.filter(user=posting.owner, verified=True).exists()
        publication.freeze(posting, terms, origin=origin)
        publication.save()
        return publication

    @classmethod
    def would_be(cls, posting, terms: Terms, *, origin: str) -> Shown:
        """What the pages would show of the posting, were it published on these terms; saves nothing."""
        publication = cls.objects.of(posting) or cls(posting=posting, firm=Firm(name=posting.company, slug="firm"))
        publication.freeze(posting, terms, origin=origin)
        return publication.shown

    def freeze(self, posting, terms: Terms, *, origin: str) -> None:
        """Take over what the world is to see, and render it; does not save. Held back, it stays so."""
        now, brand = timezone.now(), posting.brand
        document = for_the_world(posting.document, terms.last_day)
        before = self.document_data
        self.document_data, self.document = codec.dump(document), document
        same_text = before and for_the_world(codec.load(Document, before), terms.last_day) == document
        self.published_at = self.published_at or now
        self.updated_at = self.updated_at if same_text else now
        self.title, self.company = document.title[:100], posting.company
        self.place, self.trade = document.facts.job_location[:200], trade_of(posting)
        self.search_words = " ".join(words_of(f"{self.title} {self.company} {self.trade}"))[:900]
        self.search_place = " ".join(words_of(self.place))[:600]
        self.slug = slugify(f"{self.title} {self.company}")[:SLUG_MAX].strip("-") or "role"
        self.colour, self.logo, self.company_text = brand.colour, brand.logo, brand.company_text
        self.revision, self.origin, self.reason = posting.revision, origin, terms.reason
        self.withdrawn_at = None
        self.listed = terms.listed
        self._open_until(terms.last_day)

    def open_until(self, last_day) -> None:
        """Move the last day, and open it again if it was closed; does not save."""
        document = for_the_world(self.document, last_day)
        self.document_data, self.document = codec.dump(document), document
        self._open_until(last_day)

    def _open_until(self, last_day) -> None:
        self.last_day, self.closed_at, self.over = last_day, None, False
        self.closes_at = self.closing
        self.render()

    def close(self) -> None:
        """Close it now, before its last day has ended; does not save."""
        if self.state is State.OPEN or self.closed_at is None:
            self.closed_at = timezone.now()

    def withdraw(self) -> None:
        """Take it off the web at once; does not save."""
        self.withdrawn_at = self.withdrawn_at or timezone.now()

    def set_listed(self, listed: bool) -> None:
        """Let job searches and the portal's list show it, or no longer; does not save."""
        self.listed = listed
        self.render()

    def set_counts_applies(self, counts: bool) -> None:
        """Lead the button to apply through an address that counts it, or straight to its own; does not save."""
        self.counts_applies = counts
        self.render()

    def render(self) -> None:
        """Make the bytes that are served; does not save."""
        made = render(self.shown)
        self.page, self.closed_page, self.embed = pack(made.page), pack(made.closed_page), pack(made.embed)
        self.text = text.write(self.document)
        parts = (made.page, made.closed_page, made.embed, self.text)
        self.etag = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]
        self.shell = shell()

    def render_again(self) -> None:
        """Make the bytes anew where the portal's pages have changed since, unless somebody publishes meanwhile."""
        seen = self.etag
        whole = Publication.objects.select_related("firm").get(pk=self.pk)
        whole.render()
        fields = ("page", "closed_page", "embed", "text", "etag", "shell")
        new = {name: getattr(whole, name) for name in fields}
        Publication.objects.filter(pk=self.pk, etag=seen).update(**new, changed_at=models.F("changed_at"))
        for name, value in new.items():
            setattr(self, name, value)


def trade_of(posting) -> str:
    """What the owner's kind of business is called, "" where she chose none of the list and named none."""
    key = posting.brief.industry
    names = {industry.key: industry.name for industry in posting.version.template.industries}
    return (posting.brief.industry_name or names.get(key, ""))[:100]
