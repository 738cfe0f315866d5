"""A firm as the world sees it: the company of an account's postings, and the address of its page."""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils.text import slugify

from roles.core.folding import fold

SLUG_MAX = 60


class FirmQuerySet(models.QuerySet):
    def of(self, owner, name: str) -> "Firm":
        """The account's firm of that name, made if there is none. Two accounts never share one, whatever the name."""
        key = " ".join(fold(name).split())
        while True:
            if firm := self.filter(owner=owner, key=key).first():
                return firm
            try:
                with transaction.atomic():
                    return self.create(owner=owner, key=key, name=name, slug=self._free_slug(name))
            except IntegrityError:  # made at the same moment: by this account, or the address by another
                continue

    def listed(self):
        """Those of which something was listed, open or not: they have a page."""
        shown = self.model.publications.rel.related_model.objects.allowed()
        return self.filter(models.Exists(shown.filter(firm=models.OuterRef("pk"))))

    def _free_slug(self, name: str) -> str:
        slug = slugify(name)[:SLUG_MAX].strip("-") or "firm"
        taken = set(self.filter(slug__startswith=slug).values_list("slug", flat=True))
        return next(
            candidate for candidate in (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
            if candidate not in taken
        )  # fmt: skip


class Firm(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="firms")
    key = models.CharField(max_length=120)  # the name as it is compared
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=80, unique=True)

    objects = FirmQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="firm_of_an_account_once")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("jobs_by", args=[self.slug])
