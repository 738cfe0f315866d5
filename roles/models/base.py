"""The abstract rows the others are made of: texts that are checked, and content that comes with the portal."""

from django.core.exceptions import ValidationError
from django.db import models

from roles.core import codec
from roles.core.compose.brief import text_problem


def _alike(name: str) -> str:
    return " ".join(name.split()).casefold()


class Legible(models.Model):
    """A row whose texts hold no invisible character: PostgreSQL refuses some, and import refuses them all."""

    CALLED = ""  # the field people know a row by, where no two may be called alike

    class Meta:
        abstract = True

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        if not self.CALLED or self.CALLED in (exclude or ()):
            return
        name = getattr(self, self.CALLED) or ""
        others = type(self)._base_manager.exclude(pk=self.pk).values_list(self.CALLED, flat=True)
        if any(_alike(name) == _alike(other) for other in others):
            kind = self._meta.verbose_name
            raise ValidationError({self.CALLED: f"There is a {kind} of this name. Capitals and spaces make no other."})

    def clean_fields(self, exclude=None):
        errors = {}
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for field in self._meta.concrete_fields:
            if field.name in errors or field.name in (exclude or ()):
                continue
            value = getattr(self, field.name)
            if isinstance(field, models.TextField) and value:
                # A browser ends a line with two characters; a text is kept with one.
                value = value.replace("\r\n", "\n")
                setattr(self, field.name, value)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and (message := text_problem(text, limit=len(text))):
                    errors[field.name] = [ValidationError(message, code="hidden_character")]
        if errors:
            raise ValidationError(errors)


class ShippedQuerySet(models.QuerySet):
    def with_related(self):
        """With the rows of other tables that `to_value` reads."""
        return self.prefetch_related(*self.model.RELATED)

    def to_values(self) -> tuple:
        return tuple(row.to_value() for row in self.with_related())


class Shipped(Legible):
    """A row that load_content adds and consultants edit: a value of the core as a row."""

    RELATED: tuple[str, ...] = ()  # the lookups of `ShippedQuerySet.with_related`

    position = models.PositiveIntegerField(default=0, db_index=True)
    # The value as load_content last left it: the row was edited here when it differs.
    loaded = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True

    def to_value(self):
        raise NotImplementedError

    def save_value(self, value) -> None:
        """Save the row with the fields of a value of its kind."""
        for field, content in codec.dump(value).items():
            setattr(self, field, content)
        self.save()
