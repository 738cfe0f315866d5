"""What rows have in common that come with the portal and are the consultants' from then on."""

from django.db import models

from roles.core import codec

from .legible import Legible


class Shipped(Legible):
    """A row that load_content brings and consultants keep; `replace` makes it say what a value says."""

    RELATED = ()  # what to_value reads of other tables, as prefetch_related takes it

    position = models.PositiveIntegerField(default=0, db_index=True)
    # The value as load_content last left it: tells a consultant's edit from the shipped words.
    loaded = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True

    def replace(self, value):
        for field, content in codec.dump(value).items():
            setattr(self, field, content)
        self.save()
