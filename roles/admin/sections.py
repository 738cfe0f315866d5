"""One section on one page: its statements as compact rows, everything about one in its row."""

from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.utils.html import format_html, format_html_join

from roles.compose.placeholders import PLACEHOLDERS
from roles.models import Role, Section, Statement

from .choices import ChoicesReadOnceMixin
from .deleting import keep_and_tell
from .locking import ROWS_LIMIT, ROWS_READ, StaleSaveMixin
from .positions import PositionedFormSet

STALE = "Somebody saved this page after you opened it. Nothing of yours is saved yet: look below, then save again."


class TicksWidget(forms.CheckboxSelectMultiple):
    """Tick boxes, written in one go: a long section holds two thousand of them."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(item) for item in value or ()}
        return format_html(
            '<div class="ticks">{}</div>',
            format_html_join(
                "",
                '<label><input type="checkbox" name="{}" value="{}"{}> {}</label>',
                ((name, key, " checked" if str(key) in chosen else "", label) for key, label in self.choices),
            ),
        )


class LinesField(forms.CharField):
    """A browser ends a line with two characters; a text knows one."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class StaleForm(forms.ModelForm):
    is_stale = False

    def clean(self):
        if self.is_stale:
            raise ValidationError(STALE, code="stale")
        return super().clean()


class StatementFormSet(PositionedFormSet):
    def save_new(self, form, commit=True):
        if not form.instance.key:
            form.instance.key = Statement.objects.free_key(self.instance.role, form.instance.text)
        return super().save_new(form, commit)


class StatementForm(forms.ModelForm):
    class Meta:
        field_classes = {"text": LinesField, "question": LinesField, "evidence": LinesField}
        widgets = {
            "needs": TicksWidget,
            "industries": TicksWidget,
            **{
                name: forms.Textarea(attrs={"rows": 2, "cols": 60, "data-grow": ""})
                for name in ("text", "question", "evidence")
            },
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].required = self.instance.pk is not None

    def clean_key(self):
        # None, not "": two new rows without a key are not two rows with the same one.
        return self.cleaned_data["key"] or None


class LimitedRowsMixin:
    """Of an inline: too many rows are refused with words, never ignored."""

    max_num = ROWS_LIMIT

    def get_formset(self, request, obj=None, **kwargs):
        limits = {"validate_max": True, "absolute_max": ROWS_READ}
        return super().get_formset(request, obj, **limits, **kwargs)


class StatementInline(LimitedRowsMixin, ChoicesReadOnceMixin, SortableTabularInline):
    model = Statement
    form = StatementForm
    formset = StatementFormSet
    template = "admin/roles/section/statements.html"
    extra = 0
    fields = [
        "text",
        "key",
        "focus",
        "required",
        "needs",
        "industries",
        "headcount_min",
        "headcount_max",
        "question",
        "evidence",
        "milestone",
        "milestone_day",
        "position",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_use().prefetch_related("needs", "industries")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.many_to_many:  # without the admin's wrapper, which links to a page of its own
            return self.formfield_for_manytomany(db_field, request, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.help_text = ""
        return field


@admin.register(Section)
class SectionAdmin(StaleSaveMixin, SortableAdminBase, admin.ModelAdmin):
    form = StaleForm
    list_display = ["heading", "role", "kind", "pick", "statement_count"]
    list_filter = ["role"]
    list_select_related = ["role"]
    search_fields = ["heading", "key"]
    ordering = ["role__position", "position"]
    fields = ["role", ("heading", "key"), ("kind", "pick", "locked")]
    inlines = [StatementInline]
    change_form_template = "admin/roles/section/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("role").annotate(statement_total=Count("statements"))

    @admin.display(description="statements", ordering="statement_total")
    def statement_count(self, section):
        return section.statement_total

    def get_readonly_fields(self, request, obj=None):
        return ["role"] if obj else []

    def role_of(self, section):
        return section.role_id

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {**(extra_context or {}), "placeholders": PLACEHOLDERS.values()}
        return super().change_view(request, object_id, form_url, context)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change or form.changed_data:
            # The role's page shows a section's own fields, too.
            Role.changed([obj.role_id])

    @transaction.atomic
    def delete_model(self, request, obj):
        keep_and_tell(request, [obj])
        super().delete_model(request, obj)
        Role.changed([obj.role_id])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        roles = list(queryset.values_list("role_id", flat=True))
        keep_and_tell(request, queryset)
        super().delete_queryset(request, queryset)
        Role.changed(roles)
