"""The first page of the admin: each role's draft, its last version, what waits, what is missing; the last actions."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from roles.core.compose.gaps import Gaps, gaps
from roles.core.compose.template import in_order
from roles.models import PostingRule, PublishRequest, Role, RoleVersion
from roles.models.roles import with_words
from roles.models.vocabulary import MODELS, SharedLists, shared_lists

from .log import IN_SECTION, content_log
from .problems import Problem, draft_problems

ACTIONS_SHOWN = 10


@dataclass(frozen=True)
class RoleState:
    """`request` waits for a colleague, or came back from one."""

    role: Role
    version: RoleVersion | None
    request: PublishRequest | None
    has_changes: bool
    problems: list[Problem]
    gaps: Gaps
    pages: dict[str, str]

    def needs(self):
        return [(need, self.pages.get(f"needs {need.key}", "")) for need in self.gaps.needs]

    def industries(self):
        return [(one, count, self.pages.get(f"industries {one.key}", "")) for one, count in self.gaps.industries]

    def areas(self):
        return [(area, self.pages.get(f"areas {area.key}", "")) for area in self.gaps.areas]


def role_states() -> list[RoleState]:
    latest = {
        version.role_id: version for version in RoleVersion.objects.latest_of_each().select_related("published_by")
    }
    requests = {}
    if settings.PUBLISH_NEEDS_APPROVAL:
        requests = {request.role_id: request for request in PublishRequest.objects.unsettled()}
    states: list[RoleState] = []
    lists = shared_lists()
    pages = statement_pages(lists)
    for role, own in Role.objects.defer("loaded").with_drafts(lists):
        version = latest.get(role.pk)
        # Its lists are those that are public: they are carried into the last version of each role.
        template = with_words(own, version.template.vocabulary) if version else own
        has_changes = version is None or template != in_order(version.template)
        problems = list(draft_problems(role, template, own))
        found = gaps(own)
        states.append(RoleState(role, version, requests.get(role.pk), has_changes, problems, found, pages))
    return states


def statement_pages(lists: SharedLists) -> dict[str, str]:
    """Where the statements of each need, industry and area are tied and added, by its key: “needs cash”."""
    return {
        f"{name} {key}": reverse(f"admin:roles_{MODELS[name]._meta.model_name}_statements", args=[pk])
        for name in ("needs", "industries", "areas")
        for pk, key in lists.keys[name].items()
    }


def recent_actions() -> list[LogEntry]:
    """The last actions on content, newest first; one that is in several histories is returned once."""
    entries = content_log().exclude(change_message__startswith=IN_SECTION)
    found: dict[tuple, LogEntry] = {}
    for entry in entries.select_related("user", "content_type")[: ACTIONS_SHOWN * 5]:
        found.setdefault((entry.user_id, entry.get_change_message() or entry.pk), entry)
    return list(found.values())[:ACTIONS_SHOWN]


def laws_due_for_check() -> list[PostingRule]:
    """The posting laws whose source nobody has read for six months, the longest unread first."""
    return list(PostingRule.objects.due_for_check(timezone.localdate()).order_by("checked_on", "position"))
