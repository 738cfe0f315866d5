"""One section on one page: its statements as compact rows, everything about one in its row."""

from adminsortable2.admin import SortableAdminBase, SortableTabularInline
from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Count
from django.shortcuts import redirect

from roles.admin_input import InlineMixin
from roles.core.compose.facts import PLACEHOLDERS
from roles.models import Role, Section, Statement

from . import locking
from .choices import PlainTicksMixin, TicksWidget
from .deleting import back_up_deleted
from .locking import RevisedMixin, StaleForm
from .reordering import PositionedFormSet


class LinesField(forms.CharField):
    """A browser ends a line with two characters; a text is kept with one."""

    def to_python(self, value):
        return (super().to_python(value) or "").replace("\r\n", "\n")


class SectionForm(StaleForm):
    """Left empty, the key of a new section is made of its heading."""

    class Meta:
        labels = {"pick": "Takes"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = self.instance.pk is not None

    def clean(self):
        data = super().clean()
        if not data.get("key") and "key" not in self.errors and data.get("heading") and data.get("role"):
            data["key"] = Section.free_key(data["role"], data["heading"])
        if "role" not in self.fields and (key := data.get("key")):
            # Django checks no key by a role that the page only shows.
            others = Section.objects.filter(role=self.instance.role_id).exclude(pk=self.instance.pk)
            if others.filter(key=key).exists():
                self.add_error("key", "Another section of this role has this key. Choose another.")
        return data


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


class LimitedRowsMixin(InlineMixin):
    """For an inline: its rows come in their own order, and too many are refused with a message, never ignored."""

    # Named here, not only in the model's Meta: a queryset with a count loses the order of its Meta.
    ordering = ("position", "id")

    def get_max_num(self, request, obj=None, **kwargs):
        return locking.ROWS_LIMIT

    def get_formset(self, request, obj=None, **kwargs):
        limits = {"validate_max": True, "absolute_max": locking.ROWS_READ}
        return super().get_formset(request, obj, **limits, **kwargs)


class StatementInline(LimitedRowsMixin, PlainTicksMixin, SortableTabularInline):
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


@admin.register(Section)
class SectionAdmin(RevisedMixin, SortableAdminBase, admin.ModelAdmin):
    form = SectionForm
    list_display = ["heading", "role", "kind", "takes", "statement_count"]
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

    @admin.display(ordering="pick", empty_value="all")
    def takes(self, section):
        return section.pick

    def response_post_save_add(self, request, obj):
        return self.response_post_save_change(request, obj)

    def response_post_save_change(self, request, obj):
        # To its top, where the messages are.
        return redirect("admin:roles_role_change", obj.role_id)

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
        back_up_deleted(request, [obj])
        super().delete_model(request, obj)
        Role.changed([obj.role_id])

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        roles = list(queryset.values_list("role_id", flat=True))
        back_up_deleted(request, queryset)
        super().delete_queryset(request, queryset)
        Role.changed(roles)
