"""Mistakes as a list of links: what keeps a page from being saved, and a draft from being published."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from roles.core.compose.template_problems import template_problems
from roles.models.review import must_fix_in
from roles.models.roles import unpublished_words


@dataclass(frozen=True)
class Problem:
    url: str
    text: str


def page_problems(form, formsets):
    """Yield what keeps an admin page from being saved, in the order of the page."""
    for field in form:
        for message in field.errors:
            yield Problem(f"#{field.auto_id}", f"{field.label}: {message}")
    for formset in formsets:
        for message in formset.non_form_errors():
            yield Problem(f"#{formset.prefix}-group", message)
        for number, row in enumerate(formset.forms):
            name = formset.model._meta.verbose_name
            anchor = f"{name}-{row.instance.key}" if row.instance.pk else f"{formset.prefix}-{number}"
            place = f"{name.capitalize()} {number + 1}"
            for message in row.non_field_errors():
                yield Problem(f"#{anchor}", f"{place}: {message}")
            for field in row:
                for message in field.errors:
                    at = field.id_for_label or anchor
                    yield Problem(f"#{at}", f"{place}, {field.label.lower()}: {message}")


def draft_problems(role, template, draft):
    """Yield what keeps a role's draft from being published, each with the address of the field to change. `template`
    is what publishing would save of the draft: it holds the lists as they are public."""
    missing = list(unpublished_words(draft, template.vocabulary))
    together = [("kinds", name) for name in dict.fromkeys(name for name, _ in missing)]
    release = f"{reverse('admin:roles_release')}?{urlencode([('roles', role.slug), *together])}"
    yield from (Problem(release, text) for _, text in missing)
    found = list(template_problems(draft if missing else template))
    pks = {section.key: section.pk for section in role.sections.all()} if found else {}
    sections = {section.key: section for section in template.sections}
    for problem in found:
        key, *inner = problem.path
        if key == "sections":
            yield Problem(
                f"{reverse('admin:roles_role_change', args=[role.pk])}#sections-group", "Add at least one section"
            )
            continue
        if key not in pks:
            url = f"{reverse('admin:roles_role_change', args=[role.pk])}#id_{key}"
            yield Problem(url, f"{_label(str(key))} {problem.message}")
            continue
        url, place = reverse("admin:roles_section_change", args=[pks[key]]), sections[key].heading
        if len(inner) == 2:
            url, place = f"{url}#statement-{inner[0]}", f"{place}, {inner[0]}, {_label(inner[1])}"
        elif inner:
            url, place = f"{url}#id_{inner[0]}", f"{place}, {_label(inner[0])}"
        yield Problem(url, f"{place} {problem.message}")


def flaws_of(role, template):
    """Yield what every owner must fix by the review in a draft that could be published, each with its place."""
    found = must_fix_in(template)
    pks = {section.key: section.pk for section in role.sections.all()} if found else {}
    sections = {section.key: section for section in template.sections}
    for flaw in found:
        if flaw.section not in pks:
            url, place = reverse("admin:roles_role_change", args=[role.pk]), "The whole posting"
        else:
            url = reverse("admin:roles_section_change", args=[pks[flaw.section]])
            place = sections[flaw.section].heading or flaw.section
        if flaw.statement:
            url, place = f"{url}#statement-{flaw.statement}", f"{place}, {flaw.statement}"
        business = f" (in the posting of {flaw.business})" if flaw.business else ""
        yield Problem(url, f"{place}: {flaw.finding.message}{business}")


def named_instead(role, template, titles, first):
    """Yield where a role names one of these other titles and not its own, as a copy does until it is reworded.

    Of statements, which may well name a colleague's title, this is asked before the `first` version alone.
    """
    for field in ("tagline", "description"):
        text = getattr(template, field)
        if not _names(role.title, text) and (found := [title for title in titles if _names(title, text)]):
            url = f"{reverse('admin:roles_role_change', args=[role.pk])}#id_{field}"
            yield Problem(url, f"The {field} names {' and '.join(found)}, and not {role.title}")
    texts = [row.text for section in template.sections for row in section.statements] if first else []
    for title in titles:
        if number := sum(_names(title, text) for text in texts):
            query = urlencode([("section__role__id__exact", role.pk), ("q", f'"{title}"')])
            verb = "statement names" if number == 1 else "statements name"
            yield Problem(f"{reverse('admin:roles_statement_changelist')}?{query}", f"{number} {verb} {title}")


def _names(title, text):
    return re.search(rf"\b{re.escape(title)}\b", text, re.IGNORECASE) is not None


def _label(field):
    return field.replace("_", " ")
