from django import forms
from django.core.exceptions import ValidationError

from roles.core.compose.brief import text_problem, tidy
from roles.core.exports import Brand
from roles.core.exports.brand import is_colour
from roles.core.exports.logo import LogoError, read_logo
from roles.models.brands import COMPANY_TEXT_MAX


class BrandForm(forms.Form):
    """How the employer appears; `brand` is the result, with the present logo unless another came or it is removed."""

    logo = forms.FileField(
        label="Logo",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        help_text="PNG, JPEG, WebP or GIF, up to 2 MB; on a white or transparent ground it looks best.",
    )
    remove_logo = forms.BooleanField(label="Remove the logo", required=False)
    colour = forms.CharField(
        label="Colour",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text="For the headings and the card. A pale one is used for lines, and words stay dark.",
    )
    company_text = forms.CharField(
        label="Line at the foot of each page",
        required=False,
        max_length=COMPANY_TEXT_MAX,
        help_text="Such as your address, web site, or charity number.",
    )

    def __init__(self, *args, present: Brand, **kwargs):
        kwargs["initial"] = {"colour": present.colour, "company_text": present.company_text}
        super().__init__(*args, **kwargs)
        self.present = present
        if not present.logo:
            del self.fields["remove_logo"]

    def clean_logo(self):
        file = self.cleaned_data["logo"]
        if not file:
            return b""
        try:
            return read_logo(file.read())
        except LogoError as error:
            raise ValidationError(str(error), code="logo") from error

    def clean_colour(self):
        colour = self.cleaned_data["colour"].strip().lower()
        if not is_colour(colour):
            raise ValidationError("Give the colour as # and six figures, such as #2f4b9b.", code="colour")
        return colour

    def clean_company_text(self):
        text = tidy(self.cleaned_data["company_text"])
        if message := text_problem(text, limit=COMPANY_TEXT_MAX):
            raise ValidationError(message)
        return text

    @property
    def brand(self) -> Brand:
        data = self.cleaned_data
        kept = b"" if data.get("remove_logo") else self.present.logo
        return Brand(colour=data["colour"], logo=data["logo"] or kept, company_text=data["company_text"])
