"""The title finder and the comparison of the titles."""

from adminsortable2.admin import SortableAdminBase, SortableAdminMixin, SortableTabularInline
from django import forms
from django.contrib import admin
from django.db.models import CharField, TextField
from django.forms import Textarea, TextInput

from roles.core.finder import PassageKind
from roles.models import Answer, ComparisonRow, Passage, Question

from .choices import PlainTicksMixin, TicksWidget
from .locking import StaleForm, StaleSaveMixin
from .reordering import PositionedFormSet, ReorderRecordedMixin
from .statement_rows import LimitedRowsMixin

ANSWERS_MIN = 2  # as an import requires


class AnswerForm(forms.ModelForm):
    class Meta:
        widgets = {"needs": TicksWidget}


class AnswerFormSet(PositionedFormSet):
    def clean(self):
        super().clean()
        kept = [
            form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        if len(kept) < ANSWERS_MIN:
            raise forms.ValidationError("A question needs two answers or more. Add one, or delete one less.")


class AnswerInline(LimitedRowsMixin, PlainTicksMixin, SortableTabularInline):
    model = Answer
    form = AnswerForm
    formset = AnswerFormSet
    template = "admin/roles/question/answers.html"
    extra = 0
    fields = ["text", "key", "weight", "flag", "needs", "position"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("needs")


@admin.register(Question)
class QuestionAdmin(StaleSaveMixin, ReorderRecordedMixin, SortableAdminMixin, SortableAdminBase, admin.ModelAdmin):
    list_display = ["text", "tie_breaker", "key"]
    search_fields = ["text", "key"]
    fields = ["text", "key", "why", "tie_breaker"]
    inlines = [AnswerInline]
    change_form_template = "admin/roles/question/change_form.html"
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"size": 80})}}


class PassageForm(StaleForm):
    def clean(self):
        data = super().clean()
        if self.initial.get("kind") == PassageKind.VERDICT:
            for name in ("kind", "key"):
                if name in data and data[name] != self.initial[name]:
                    self.add_error(name, "A result is told in this passage: leave this as it is, and add another.")
        return data


@admin.register(Passage)
class PassageAdmin(StaleSaveMixin, ReorderRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["heading", "kind", "key"]
    list_filter = ["kind"]
    search_fields = ["heading", "text"]
    fields = ["heading", "kind", "key", "text"]
    form = PassageForm

    def get_deleted_objects(self, objs, request):
        """The passage of a verdict cannot be deleted: the result would have no text."""
        lines, counts, lacking, protected = super().get_deleted_objects(objs, request)
        needed = [str(passage) for passage in objs if passage.kind == PassageKind.VERDICT]
        return lines, counts, lacking, [*protected, *needed]


@admin.register(ComparisonRow)
class ComparisonRowAdmin(StaleSaveMixin, ReorderRecordedMixin, SortableAdminMixin, admin.ModelAdmin):
    list_display = ["label", "kind", "key"]
    list_filter = ["kind"]
    search_fields = ["label", "strategic", "operational", "text"]
    fields = [
        *("label", "key", "kind", "strategic", "operational", "text"),
        *("short_strategic", "short_operational", "short_text", "note"),
    ]
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 6, "cols": 80})}}
