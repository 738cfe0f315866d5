"""The title finder and the comparison of the titles."""

from adminsortable2.admin import SortableTabularInline
from django import forms
from django.contrib import admin
from django.db.models import CharField, TextField
from django.forms import Textarea, TextInput

from roles.core.finder import Flag, PassageKind, RowKind
from roles.models import Answer, ComparisonRow, Passage, Question, Role
from roles.titles import titles_on_offer

from .choices import PlainTicksMixin, TicksWidget
from .locking import StaleForm, StaleSaveMixin
from .reordering import PositionedFormSet, ReorderedListMixin
from .statement_rows import LimitedRowsMixin

ANSWERS_MIN = 2  # as an import requires


FLAGS = {
    Flag.BOTH: "Both kinds of work are missing",
    Flag.UP_TO_TEN: "Up to ten people",
    Flag.ABOVE_FIFTY: "More than fifty people",
    Flag.BELOW_FLOOR: "Too early for either title",
}
KINDS = {
    PassageKind.VERDICT: "A result",
    PassageKind.OTHER: "Another role it could be",
    PassageKind.CAVEAT: "A note below the result",
}
ROW_KINDS = {
    RowKind.PAIR: "A text for each title",
    RowKind.TOGETHER: "A text for both titles",
    RowKind.CAVEAT: "A note below the table",
    RowKind.SOURCE: "A book, law or page it rests on",
}


class AnswerForm(forms.ModelForm):
    class Meta:
        widgets = {"needs": TicksWidget}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["flag"].label = "It also means"
        self.fields["flag"].choices = [("", "Nothing more"), *FLAGS.items()]


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


class QuestionForm(StaleForm):
    class Meta:
        labels = {"tie_breaker": "Decides a draw"}


@admin.register(Question)
class QuestionAdmin(StaleSaveMixin, ReorderedListMixin, admin.ModelAdmin):
    form = QuestionForm
    list_display = ["text", "decides", "key"]
    search_fields = ["text", "key"]
    fields = ["text", "key", "why", "tie_breaker"]
    inlines = [AnswerInline]
    change_form_template = "admin/roles/question/change_form.html"
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"size": 80})}}

    @admin.display(description="decides a draw", boolean=True, ordering="tie_breaker")
    def decides(self, question):
        return question.tie_breaker


def roles_to_name():
    """The choices for the role that a result names; one that is not published yet can be released with the result."""
    yield "", "None: as the score has it"
    offered = [(title.slug, title.title) for title in titles_on_offer()]
    drafts = Role.objects.filter(retired=False).exclude(slug__in=[slug for slug, _ in offered])
    for label, titles in (
        ("On offer to owners", offered),
        ("Not published yet: release it with this", list(drafts.values_list("slug", "title"))),
    ):
        if titles:
            yield label, titles


class PassageForm(StaleForm):
    role = forms.ChoiceField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        column, role = Passage._meta.get_field("role"), self.fields["role"]
        role.label, role.help_text = column.verbose_name.capitalize(), column.help_text
        role.choices = choices = list(roles_to_name())
        self.fields["kind"].choices = [("", "Choose one"), *KINDS.items()]
        self.fields["key"].help_text = "A short name that stays. Of a result: the name of the result it explains."
        now = self.initial.get("role", "")
        if now and now not in {slug for _, titles in choices[1:] for slug, _ in titles}:
            role.choices += [("Not any more", [(now, f"{now} (retired, or not there)")])]

    def clean_role(self):
        slug = self.cleaned_data["role"]
        if slug and not Role.objects.filter(slug=slug, retired=False).exists():
            raise forms.ValidationError("Owners cannot choose this title: it is retired, or not there. Choose another.")
        return slug

    def clean(self):
        data = super().clean()
        if self.initial.get("kind") == PassageKind.VERDICT:
            for name in ("kind", "key"):
                if name in data and data[name] != self.initial[name]:
                    self.add_error(name, "Visitors get this as a result: leave it as it is, and add another.")
        return data


class KindFilter(admin.SimpleListFilter):
    title, parameter_name = "what it is", "kind"
    kinds: dict = KINDS

    def lookups(self, request, model_admin):
        return list(self.kinds.items())

    def queryset(self, request, queryset):
        return queryset if self.value() is None else queryset.filter(kind=self.value())


@admin.register(Passage)
class PassageAdmin(StaleSaveMixin, ReorderedListMixin, admin.ModelAdmin):
    list_display = ["heading", "what", "role", "key"]
    list_filter = [KindFilter]
    search_fields = ["heading", "text", "role"]
    fields = ["heading", "kind", "key", "text", "role"]
    form = PassageForm

    @admin.display(description="what it is", ordering="kind")
    def what(self, passage):
        return KINDS[PassageKind(passage.kind)]

    def get_deleted_objects(self, objs, request):
        """The passage of a verdict cannot be deleted: the result would have no text."""
        lines, counts, lacking, protected = super().get_deleted_objects(objs, request)
        needed = [str(passage) for passage in objs if passage.kind == PassageKind.VERDICT]
        return lines, counts, lacking, [*protected, *needed]


class ComparisonRowForm(StaleForm):
    class Meta:
        labels = {"kind": "What it is", "text": "Text"}
        help_texts = {"text": "For all but a text for each title."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            self.fields["kind"].choices = list(ROW_KINDS.items())


class RowKindFilter(KindFilter):
    kinds = ROW_KINDS


@admin.register(ComparisonRow)
class ComparisonRowAdmin(StaleSaveMixin, ReorderedListMixin, admin.ModelAdmin):
    list_display = ["label", "what", "key"]
    list_filter = [RowKindFilter]
    form = ComparisonRowForm
    search_fields = ["label", "strategic", "operational", "text"]
    fields = [
        *("label", "key", "kind", "strategic", "operational", "text"),
        *("short_strategic", "short_operational", "short_text", "note"),
    ]
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 6, "cols": 80})}}

    @admin.display(description="what it is", ordering="kind")
    def what(self, row):
        return ROW_KINDS[RowKind(row.kind)]
