"""How the employer of a posting appears on its PDF, Word file and card."""

from django.core.validators import RegexValidator
from django.db import models

from roles.core.exports import Brand
from roles.core.exports.brand import DEFAULT_COLOUR

COMPANY_TEXT_MAX = 200


class PostingBrandQuerySet(models.QuerySet):
    def put(self, posting, brand: Brand) -> None:
        """Let the posting have this brand from now on."""
        values = {"colour": brand.colour, "logo": brand.logo, "company_text": brand.company_text}
        self.update_or_create(posting=posting, defaults=values)

    def hand_on(self, posting, before) -> None:
        """Give a new posting the brand that the latest of the postings `before` had for the same company, if any."""
        known = self.filter(posting__in=before, posting__company__iexact=posting.company).exclude(posting=posting)
        if found := known.order_by("-posting__updated_at").first():
            self.put(posting, found.value)


class PostingBrand(models.Model):
    """A posting's own copy: whoever may change one posting changes no other."""

    posting = models.OneToOneField("roles.Posting", models.CASCADE, primary_key=True, related_name="own_brand")
    colour = models.CharField(
        max_length=7,
        default=DEFAULT_COLOUR,
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "Give a colour as #rrggbb.")],
    )
    # A PNG that `read_logo` drew. In the database: no web server can hand out a file that it does not have.
    logo = models.BinaryField(blank=True, default=b"")
    company_text = models.CharField(max_length=COMPANY_TEXT_MAX, blank=True)

    objects = PostingBrandQuerySet.as_manager()

    def __str__(self):
        return f"Brand of {self.posting_id}"

    @property
    def value(self) -> Brand:
        return Brand(colour=self.colour, logo=bytes(self.logo), company_text=self.company_text)
