"""The needs, industries, areas and traits by which statements are chosen."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html

from roles.models import Act, Area, Industry, Need, Role, Trait
from roles.models.acts import LIST_OF
from roles.models.drafts import back_up_draft
from roles.models.editions import keys_in_editions

from .deleting import UndoneMixin
from .lists import HOUSE_WORDS, KpisField, LinesField, WordsField
from .locking import StaleForm, StaleSaveMixin
from .log import record, short
from .reordering import ReorderedListMixin
from .tying import TyingMixin


class VocabularyMixin(UndoneMixin, TyingMixin):
    """One that is deleted is taken off its statements: the page names those, not the rows
    between. The drafts of all roles, which share it, are backed up before."""

    def get_prepopulated_fields(self, request, obj=None):
        """A new one is keyed by its words; the key of one that is there is its own."""
        return {} if obj else {"key": [self.fields[0]]}  # type: ignore[index]  # each kind names its fields

    def get_deleted_objects(self, objs, request):
        _, counts, lacking, protected = super().get_deleted_objects(objs, request)
        lines = []
        for row in objs:
            carriers = [*row.statements.all(), *(row.answers.all() if isinstance(row, Need) else ())]
            lines += [f"“{row}” goes", [f"“{carrier}” stays without it" for carrier in carriers]]
        return lines, {name: count for name, count in counts.items() if " relationship" not in name}, lacking, protected

    @transaction.atomic
    def delete_model(self, request, obj):
        self._back_up(request, [obj])
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        self._back_up(request, queryset)
        super().delete_queryset(request, queryset)

    def _back_up(self, request, rows):
        """Keep what goes and all it is tied to, so that one undo brings it back; and the drafts as they are."""
        rows = list(rows)
        names = ", ".join(f"“{short(row)}”" for row in rows)
        what = f"the {self.opts.verbose_name if len(rows) == 1 else self.opts.verbose_name_plural} {names}"
        roles = Role.objects.select_for_update().defer("loaded").with_drafts()
        act = Act.objects.make(f"Deleting {what}", by=request.user, taken=[Act.of_row(row) for row in rows])
        for role, template in roles:
            back_up_draft(role, by=request.user, reason=f"Deleting {what}", template=template, act=act)
            record(request, role, f"Deleted {what}.")
        url = reverse("admin:roles_role_undo_act", args=[act.pk])
        messages.success(request, format_html('Deleted {}. <a href="{}">Undo</a>', what, url))


class KeptKeyForm(StaleForm):
    """The key of what is published stays: statements, briefs and postings refer to it."""

    def clean_key(self):
        key, was = self.cleaned_data["key"], self.initial.get("key")
        if self.instance.pk and key != was and was in keys_in_editions(LIST_OF[self.instance._meta.model_name]):
            raise ValidationError(
                f"“{was}” is published: statements, answers and postings refer to it, so it stays. "
                "Change the words, or add another and delete this one.",
                code="published",
            )
        return key


@admin.register(Need)
class NeedAdmin(VocabularyMixin, StaleSaveMixin, ReorderedListMixin, admin.ModelAdmin):
    form = KeptKeyForm
    list_display = ["phrase", "focus", "key"]
    list_filter = ["focus"]
    search_fields = ["phrase", "key"]
    fields = ["phrase", "key", "focus"]


KPIS_HELP = "One a line: name | unit | higher or lower (which is better), as in “Late orders | % | lower”."
WORDS_HELP = (
    "What the trade calls each, one a line: “customers: guests”. Before the colon one of "
    f"{', '.join(HOUSE_WORDS)}; firm reads after “a 30-person”."
)


class IndustryForm(KeptKeyForm):
    aliases = LinesField(label="Found by", help_text="What owners type to find it, one a line.")
    words = WordsField(label="House words", help_text=WORDS_HELP)
    traits = LinesField(known=lambda: dict(Trait.objects.values_list("key", "phrase")))
    areas = LinesField(known=lambda: dict(Area.objects.values_list("key", "name")))
    kpis = KpisField(label="KPIs", help_text=KPIS_HELP)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        link = 'One a line, by name or key: {}. <a href="{}">All {}</a>'
        for name, what in (("traits", "offered first to its owners"), ("areas", "the most usual first")):
            url = reverse(f"admin:roles_{name[:-1]}_changelist")
            self.fields[name].help_text = format_html(link, what, url, name)


class AreaForm(KeptKeyForm):
    kpis = KpisField(label="KPIs", help_text=KPIS_HELP)
    cues = LinesField(label="Shown by", help_text="Words by which an older posting shows this area, one a line.")


class WordsAdmin(VocabularyMixin, StaleSaveMixin, ReorderedListMixin, admin.ModelAdmin):
    """Of a list the roles share."""

    form = KeptKeyForm

    def raw(self, obj, name):
        field = self.form.base_fields.get(name)
        return field.prepare_value(getattr(obj, name)) if isinstance(field, LinesField) else super().raw(obj, name)


@admin.register(Industry)
class IndustryAdmin(WordsAdmin):
    form = IndustryForm
    list_display = ["name", "phrase", "key"]
    search_fields = ["name", "key"]
    fields = ["name", "key", "phrase", "aliases", "words", "traits", "areas", "kpis"]


@admin.register(Area)
class AreaAdmin(WordsAdmin):
    form = AreaForm
    list_display = ["name", "phrase", "key"]
    search_fields = ["name", "key"]
    fields = ["name", "key", "phrase", "where_usual", "kpis", "cues"]


@admin.register(Trait)
class TraitAdmin(WordsAdmin):
    list_display = ["phrase", "key"]
    search_fields = ["phrase", "key"]
    fields = ["phrase", "key"]
