"""What the admin opens on: each role's draft, its last version, and what is missing."""

from dataclasses import dataclass

from roles import codec
from roles.compose.gaps import Gaps, gaps
from roles.models import Role, RoleVersion


@dataclass(frozen=True)
class RoleState:
    role: Role
    version: RoleVersion | None
    has_changes: bool
    gaps: Gaps


def role_states():
    latest = {
        version.role_id: version for version in RoleVersion.objects.latest_of_each().select_related("published_by")
    }
    states = []
    for role in Role.objects.defer("loaded"):
        template, version = role.to_template(), latest.get(role.pk)
        has_changes = version is None or codec.dump(template) != version.snapshot
        states.append(RoleState(role, version, has_changes, gaps(template)))
    return states
