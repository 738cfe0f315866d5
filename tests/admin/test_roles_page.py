"""A role's page: its own fields, and its sections in rows."""

from django.urls import reverse


def role_data(role, **changes):
    """What the role's page sends back when nothing was touched but `changes`, by section position."""
    sections = list(role.sections.all())
    names = ("title", "slug", "tagline", "description", "focus", "balance_min", "balance_max", "revision")
    data = {name: getattr(role, name) for name in names}
    data |= {"sections-TOTAL_FORMS": len(sections), "sections-INITIAL_FORMS": len(sections)}
    for number, section in enumerate(sections):
        prefix = f"sections-{number}-"
        data |= {f"{prefix}{name}": getattr(section, name) for name in ("id", "heading", "key", "kind", "position")}
        data[f"{prefix}pick"] = section.pick or ""
        if section.locked:
            data[f"{prefix}locked"] = "on"
    return data | changes


def test_untouched_it_saves_and_changes_nothing(consultant, version):
    role, before = version.role, version.role.to_template()

    response = consultant.post(reverse("admin:roles_role_change", args=[role.pk]), role_data(role))

    assert response.status_code == 302
    assert role.to_template() == before
