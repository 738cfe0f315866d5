"""The statements of a need, an industry, an area or a trait on one page: to tie and untie many, and to add one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html

from roles.admin_input import AdminMixin
from roles.core.limits import Purpose
from roles.models import Role, Section, Statement
from roles.models.acts import LIST_OF
from roles.models.statements import NEEDS_QUESTION

from . import locking
from .log import record
from .statement_rows import LinesField

SHOWN = 100
SEARCH_LIMIT = 200
KEYS_LIMIT = 2_000  # of ids in one field


class NewStatementForm(forms.ModelForm):
    section = forms.ModelChoiceField(
        Section.objects.select_related("role").defer("role__loaded").order_by("role__position", "position"),
        empty_label="Choose a section",
    )

    class Meta:
        model = Statement
        fields = ["section", "text", "focus"]
        field_classes = {"text": LinesField}
        widgets = {"text": forms.Textarea(attrs={"rows": 2, "cols": 80, "data-grow": ""})}

    def __init__(self, *args: Any, row: Any, role: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = self.fields["section"].queryset.filter(role__slug=role)
        if role and (found := list(sections)):
            self.fields["section"].queryset = sections
            duties = [section.pk for section in found if section.purpose == Purpose.DUTIES]
            self.initial["section"] = next(iter(duties), None)
            self.initial["focus"] = getattr(row, "focus", found[0].role.focus)
        self.fields["section"].label_from_instance = lambda section: f"{section.role}: {section}"

    def clean_section(self):
        section = self.cleaned_data["section"]
        if section.statements.count() >= locking.ROWS_LIMIT:
            raise forms.ValidationError(f"“{section}” holds {locking.ROWS_LIMIT} statements already. Choose another.")
        return section


class TyingMixin(AdminMixin):
    """For the admin of a list that statements are tied to: `<row>/statements/`."""

    def get_urls(self):
        name = f"roles_{self.opts.model_name}_statements"
        view = self.admin_site.admin_view(self.statements_view)
        return [path("<int:pk>/statements/", view, name=name), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            context |= {"tied": obj.statements.count(), "statements_url": self._address(obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _address(self, row):
        return reverse(f"admin:roles_{self.opts.model_name}_statements", args=[row.pk])

    def statements_view(self, request, pk):
        """Its statements, and all the others: ticked they are tied to it."""
        if not (self.has_change_permission(request) and request.user.has_perm("roles.change_statement")):
            raise PermissionDenied
        row = self.get_object(request, str(pk))
        if row is None:
            raise Http404("There is no such row.")
        sent = request.POST if "text" in request.POST else None
        form = NewStatementForm(sent, row=row, role=request.GET.get("role", "")[:SEARCH_LIMIT])
        if request.method == "POST":
            done = self._add(request, row, form) if form.is_bound else self._tie(request, row)
            if done:
                return redirect(f"{self._address(row)}?{request.GET.urlencode()}")
        return self._statements_page(request, row, form)

    @transaction.atomic
    def _tie(self, request, row):
        """Tie what was ticked here and untie what was unticked: of the rest, and of what a colleague ticked meanwhile,
        nothing changes."""
        was, now = (_ids(request.POST.get("was", "").split(",")), _ids(request.POST.getlist("tied")))
        rows = Statement.objects.select_related("section__role").defer("section__role__loaded")
        tied, untied = (list(rows.filter(pk__in=pks)) for pks in (now - was, was - now))
        row.statements.add(*tied)
        row.statements.remove(*untied)
        self._log_ties(request, row, tied, untied)
        messages.success(request, f"{len(tied)} tied to “{row}”, {len(untied)} untied.")
        return True

    @transaction.atomic
    def _add(self, request, row, form):
        if not form.is_valid():
            return False
        statement = form.save(commit=False)
        section = statement.section
        statement.key = Statement.objects.free_key(section.role, statement.text)
        statement.position = section.next_position()
        statement.save()
        getattr(statement, LIST_OF[self.opts.model_name]).add(row)
        self._log_ties(request, row, [statement], [])
        messages.success(request, f"Added to “{section}” of {section.role}, and tied to “{row}”.")
        self._lead_on(request, statement)
        return True

    def _lead_on(self, request, statement):
        """What is new is a draft, and a responsibility without its question is a gap of its own."""
        section = statement.section
        if Statement.objects.filter(NEEDS_QUESTION, pk=statement.pk).exists():
            url = f"{reverse('admin:roles_section_change', args=[section.pk])}#statement-{statement.key}"
            messages.info(request, format_html('It has no interview question yet. <a href="{}">Write it</a>', url))
        words = 'It is a draft: owners get it once it is published. <a href="{}">Publish {}</a>'
        url = reverse("admin:roles_role_publish", args=[section.role_id])
        messages.info(request, format_html(words, url, section.role))

    def _log_ties(self, request, row, tied, untied):
        kind = self.opts.verbose_name
        for statements, verb in ((tied, "Tied to"), (untied, "Untied from")):
            for statement in statements:
                record(request, statement, f"{verb} the {kind} “{row}”.")
            if statements:
                keys = ", ".join(statement.key for statement in statements)
                for place in [row, *dict.fromkeys(statement.section.role for statement in statements)]:
                    record(request, place, f"{verb} the {kind} “{row}”: {keys}.")
        Section.changed(statement.section_id for statement in (*tied, *untied))

    def _statements_page(self, request, row, form):
        asked = {name: request.GET.get(name, "")[:SEARCH_LIMIT] for name in ("q", "role", "show")}
        statements = Statement.objects.select_related("section__role").defer("section__role__loaded").in_order()
        if asked["q"]:
            statements = statements.filter(Q(text__icontains=asked["q"]) | Q(key__icontains=asked["q"]))
        if asked["role"]:
            statements = statements.filter(section__role__slug=asked["role"])
        if asked["show"] != "all":
            statements = statements.filter(pk__in=row.statements.order_by().values("pk"))
        page = Paginator(statements, SHOWN).get_page(request.GET.get("p"))
        tied = set(row.statements.filter(pk__in=[one.pk for one in page]).values_list("pk", flat=True))
        query = request.GET.copy()
        query.pop("p", None)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Statements of “{row}”",
            "row": row,
            "row_url": reverse(f"admin:roles_{self.opts.model_name}_change", args=[row.pk]),
            "page": page,
            "tied": tied,
            "was": ",".join(map(str, sorted(tied))),
            "asked": asked,
            "query": query.urlencode(),
            "roles": (roles := _roles(row)),
            "lacking": [role for role in roles if not role.has_some and not role.retired],
            "of_role": next((role for role in roles if role.slug == asked["role"]), None),
            "form": form,
        }
        return render(request, "admin/roles/tie.html", context, status=422 if form.errors else 200)


def _roles(row):
    """All roles, and whether each `has_some` statement tied to the row."""
    tied = row.statements.order_by().filter(section__role=OuterRef("pk"))
    return list(Role.objects.only("slug", "title", "retired").annotate(has_some=Exists(tied)))


def _ids(given):
    """The ids among what was sent; a number too large for the column is none."""
    return {int(text) for text in given[:KEYS_LIMIT] if text.isascii() and text.isdigit() and len(text) < 16}
