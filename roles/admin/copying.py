"""A role copied, retired and brought back: pages of the role's admin."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import slugify

from roles.admin_input import AdminMixin
from roles.core.compose.copying import copied
from roles.core.folding import fold
from roles.import_export.drafts import write_draft
from roles.models import Passage, Role, Statement
from roles.models.sections import first_free
from roles.titles import front_door, titles_on_offer

from .log import record


class CopyForm(forms.ModelForm):
    class Meta:
        model = Role
        fields = ["title", "tagline"]
        labels = {"title": "Title of the new role", "tagline": "Its own line for the home page"}
        widgets = {"tagline": forms.TextInput(attrs={"size": 60})}

    def __init__(self, *args, original, **kwargs):
        super().__init__(*args, **kwargs)
        self.original = original

    def clean_tagline(self):
        tagline = self.cleaned_data["tagline"]
        if fold(tagline) == fold(self.original.tagline):
            raise ValidationError(f"This is the line of {self.original}. What is the new role for?")
        return tagline


class CopyingMixin(AdminMixin):
    """For the ModelAdmin of the role."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:role_id>/copy/", view(self.copy_view), name="roles_role_copy"),
            path("<int:role_id>/retire/", view(self.retire_view), name="roles_role_retire"),
            *super().get_urls(),
        ]

    def copy_view(self, request, role_id):
        """Make a new role of the draft of another: shown on GET, done on POST."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        role = self._role_to_view(request, role_id)
        form = CopyForm(request.POST if request.method == "POST" else None, original=role)
        if form.is_valid():
            new = self._copy(request, role, **form.cleaned_data)
            return redirect("admin:roles_role_change", new.pk)
        return self._shown(request, "copy", f"Copy {role}", {"role": role, "form": form})

    @transaction.atomic
    def _copy(self, request, role, *, title, tagline):
        slugs = set(Role.objects.values_list("slug", flat=True))
        slug = first_free(slugify(title)[:45].strip("-") or "role", slugs)
        last = Role.objects.aggregate(last=Max("position"))["last"] or 0
        taken = set(Statement.objects.values_list("key", flat=True))
        template = copied(role.to_template(), slug=slug, title=title, tagline=tagline, taken=taken)
        new = Role(slug=slug, position=last + 1)
        write_draft(new, template)
        self.log_addition(request, new, f"Copied from {role}.")
        messages.success(request, f"{new} is a copy of {role}. Owners do not see it until it is published.")
        if role.title in new.description:
            words = 'Its description still names {}. <a href="{}#id_description">Write its own</a>'
            url = reverse("admin:roles_role_change", args=[new.pk])
            messages.warning(request, format_html(words, role, url))
        if naming := Statement.objects.filter(section__role=new, text__icontains=role.title).count():
            url = f"{reverse('admin:roles_statement_changelist')}?section__role__id__exact={new.pk}&q="
            words = '{} of its statements still name {}. <a href="{}">Look at them</a>'
            messages.warning(request, format_html(words, naming, role, f"{url}{role.title}"))
        return new

    def retire_view(self, request, role_id):
        """Take a role off the public pages, or bring it back: shown on GET, done on POST."""
        role = self._role_to_change(request, role_id)
        errors = []
        if request.method == "POST":
            try:
                self._retire(request, role, request.POST.get("retired") == "on")
            except ValidationError as error:
                errors = error.messages
            else:
                return redirect("admin:roles_role_change", role.pk)
        context = {"role": role, "errors": errors, "named_by": list(Passage.objects.filter(role=role.slug))}
        return self._shown(request, "retire", f"{'Bring back' if role.retired else 'Retire'} {role}", context)

    def _retire(self, request, role, retired):
        if retired and role.slug in {title.slug for title in front_door(titles_on_offer()).values() if title}:
            raise ValidationError(f"The title finder and the comparison are about {role}: it stays.")
        if role.retired != retired:
            Role.objects.filter(pk=role.pk).update(retired=retired)
            record(request, role, "Retired." if retired else "Brought back.")
        message = "is retired: owners cannot choose it, and their postings go on" if retired else "is back"
        messages.success(request, f"{role} {message}.")

    def _shown(self, request, name, title, context):
        context |= {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return render(request, f"admin/roles/role/{name}.html", context, status=422 if _wrong(context) else 200)


def _wrong(context):
    return bool(context.get("errors") or (context.get("form") is not None and context["form"].errors))
