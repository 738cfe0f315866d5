"""What a consultant's browser sends."""

from dataclasses import replace
from urllib.parse import urlencode

from django.urls import reverse

from roles.import_export.drafts import write_draft
from roles.models import Role, Section
from roles.models.vocabulary import MODELS


def form_data(section, **changes):
    """What the section's page sends back when nothing was touched but `changes`, by statement position."""
    statements = list(section.statements.prefetch_related(*MODELS))
    data = {
        "revision": Section.objects.get(pk=section.pk).revision,
        "heading": section.heading,
        "key": section.key,
        "purpose": section.purpose,
        "kind": section.kind,
        "pick": section.pick or "",
        "statements-TOTAL_FORMS": len(statements),
        "statements-INITIAL_FORMS": len(statements),
        "_save": "Save",
    }
    for number, statement in enumerate(statements):
        prefix = f"statements-{number}-"
        data |= {
            f"{prefix}id": statement.pk,
            f"{prefix}section": section.pk,
            f"{prefix}text": statement.text,
            f"{prefix}key": statement.key,
            f"{prefix}focus": statement.focus,
            f"{prefix}position": statement.position,
            f"{prefix}headcount_min": statement.headcount_min or "",
            f"{prefix}headcount_max": statement.headcount_max or "",
            f"{prefix}question": statement.question,
            f"{prefix}evidence": statement.evidence,
            f"{prefix}milestone": statement.milestone,
            f"{prefix}milestone_day": statement.milestone_day or "",
            f"{prefix}evidence_weak": statement.evidence_weak,
            f"{prefix}leads": ", ".join(statement.leads),
            f"{prefix}countries": ", ".join(statement.countries),
            **{f"{prefix}{name}": ", ".join(row.key for row in getattr(statement, name).all()) for name in MODELS},
        }
        if statement.required:
            data[f"{prefix}required"] = "on"
    return data | changes


def opened(client, section):
    """What the page was made from: its revision, and its fields signed."""
    context = client.get(address(section)).context
    return {"revision": context["revision"], "opened": context["opened"]}


def signed(client, page):
    """What any other page was made from: its fields, signed."""
    return {"opened": client.get(page).context["opened"]}


def address(section):
    return reverse("admin:roles_section_change", args=[section.pk])


def save(client, section, **changes):
    """Send the page as a browser does: only so may it have as many fields as a long section has."""
    data = urlencode(form_data(section, **changes), doseq=True)
    return client.post(address(section), data, content_type="application/x-www-form-urlencoded")


def more_roles(number):
    """Add so many roles, each with a draft as large as the shipped one."""
    pattern = Role.objects.get(slug="director-of-operations").to_template()
    for added in range(number):
        sections = [
            replace(
                section,
                statements=tuple(replace(row, key=f"{row.key[:70]}-{added}") for row in section.statements),
            )
            for section in pattern.sections
        ]
        role = Role(slug=f"more-{added}", position=10 + added)
        write_draft(role, replace(pattern, slug=role.slug, title=f"More {added}", sections=tuple(sections)))
