"""Every URL for every actor. A URL that is missing here fails the first test."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from roles.audit import Kind, record_event
from roles.core.exports import Brand
from roles.models import (
    Act,
    Area,
    ComparisonRow,
    Industry,
    Need,
    Passage,
    Posting,
    PostingBrand,
    PostingRule,
    PublicPage,
    Question,
    ReviewRuleSwitch,
    SecurityEvent,
    Trait,
)
from tests.board.conftest import publish
from tests.core.exports.pictures import picture
from tests.row_changes import rows_of_all

ACTORS = ("stranger", "owner", "consultant", "administrator", "commenter", "link_editor")
LOGIN = 302  # to the sign-in page
OPEN = (200, 200, 200, 200)
STAFF = (LOGIN, LOGIN, 200, 200)
ADMIN_ONLY = (LOGIN, LOGIN, 403, 200)
NOBODY = (LOGIN, LOGIN, 403, 403)
SIGNED_IN = (LOGIN, LOGIN, 200, 200)
PASSWORD_RESET = (
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
)
# These ask for the password again, and the session keeps where to return to.
ASKS_AGAIN = {"mfa_activate_totp", "mfa_deactivate_totp", "mfa_generate_recovery_codes"}

WHOLE = ("duplicate", "archive", "unarchive", "delete", "restore")

POSTED = (*WHOLE, "claim")

# Whoever came through a shared link gets what a stranger gets, and of that one posting this: (commenter, link editor).
SHARED = {
    "posting_detail": (302, 302),  # to the page below
    "posting_comments": (200, 200),
    **dict.fromkeys(("posting_workshop", "posting_history"), (404, 200)),
    "shared_open": (302, 200),  # the link is the commenter's
}

# The status of a GET for the first four actors; the posting is the owner's, the private link is to it.
TABLE = {
    "home": OPEN,
    "robots": OPEN,
    "sitemap": OPEN,
    **dict.fromkeys(("healthz", "readyz", "metrics"), OPEN),  # the last on this machine alone, see test_probes
    "which_role": OPEN,
    "compare": OPEN,
    "compare_two": OPEN,
    "role_detail": OPEN,
    "role_example": OPEN,
    "posting_new": OPEN,
    "posting_preview": (302, 302, 302, 302),  # to the brief: a preview is asked for by POST
    **dict.fromkeys(("start", "review"), OPEN),
    "posting_detail": (404, 200, 404, 404),
    "posting_edit": (404, 200, 404, 404),
    "posting_edit_preview": (404, 302, 404, 404),  # as above, and only for whom may open the posting
    "posting_workshop": (404, 200, 404, 404),
    "posting_switch": (404, 200, 404, 404),
    "posting_text": (404, 200, 404, 404),
    "posting_updates": (404, 200, 404, 404),
    "posting_export": (404, 200, 404, 404),
    **dict.fromkeys(("posting_markets", "posting_brand"), (404, 200, 404, 404)),
    "posting_logo": (404, 200, 404, 404),
    **dict.fromkeys(("posting_publish", "posting_publish_preview"), (404, 200, 404, 404)),
    "job_apply": (404, 404, 404, 404),  # counted nowhere unless the owner turns it on
    **dict.fromkeys(("jobs", "jobs_by", "job", "job_text", "job_logo", "job_report"), OPEN),
    **dict.fromkeys(("jobs_feed", "jobs_by_feed", "jobs_sitemap", "jobs_oembed"), OPEN),
    **dict.fromkeys(("job_embed", "job_fragment"), OPEN),
    "posting_poster": (404, 404, 404, 404),  # of what is not published there is none
    "job_short": (302, 302, 302, 302),  # to its whole address
    "posting_review": (405, 405, 405, 405),
    "posting_ours": (405, 405, 405, 405),
    "posting_answer": (405, 405, 405, 405),
    "posting_open": (200, 302, 200, 200),
    "posting_share": (404, 200, 404, 404),
    "posting_comments": (404, 200, 404, 404),
    "posting_history": (404, 200, 404, 404),
    "posting_check": (405, 405, 405, 405),
    "shared_open": (200, 302, 200, 200),
    **dict.fromkeys(("posting_list", "posting_list_archived", "posting_list_deleted"), OPEN),
    **dict.fromkeys(("posting_rename", "posting_email_link"), (404, 200, 404, 404)),
    **dict.fromkeys((f"posting_{verb}" for verb in POSTED), (405, 405, 405, 405)),
    "account_delete": NOBODY,  # of these; of a consultant's account an administrator disposes
    **dict.fromkeys(("account_login", "account_signup"), (200, 200, 302, 302)),
    **dict.fromkeys(("account_logout", "account_email", "account_change_password"), SIGNED_IN),
    "account_set_password": (LOGIN, LOGIN, 302, 302),
    "account_reauthenticate": SIGNED_IN,
    # Switched off: the password or the second factor is asked for again, never a code sent by email.
    **dict.fromkeys(("account_request_reauthentication_code", "account_confirm_reauthentication_code"), NOBODY),
    "account_confirm_login_code": (LOGIN, LOGIN, 302, 302),
    **dict.fromkeys(PASSWORD_RESET, OPEN),
    **dict.fromkeys(("account_confirm_email", "account_email_verification_sent", "account_inactive"), OPEN),
    "mfa_index": SIGNED_IN,
    "mfa_authenticate": (LOGIN, LOGIN, 302, 302),
    # The administrator has a second factor and the consultant has none.
    "mfa_reauthenticate": (LOGIN, LOGIN, 302, 200),
    "mfa_activate_totp": (LOGIN, LOGIN, 302, 302),
    "mfa_deactivate_totp": (LOGIN, LOGIN, 404, 302),
    "mfa_generate_recovery_codes": (LOGIN, LOGIN, 302, 302),
    **dict.fromkeys(("mfa_view_recovery_codes", "mfa_download_recovery_codes"), (LOGIN, LOGIN, 404, 404)),
    "admin:index": STAFF,
    "admin:login": (LOGIN, LOGIN, 302, 302),
    "admin:logout": (LOGIN, LOGIN, 405, 405),
    "admin:password_change": STAFF,
    "admin:password_change_done": STAFF,
    "admin:autocomplete": (LOGIN, LOGIN, 403, 403),
    "admin:jsi18n": STAFF,
    "admin:view_on_site": (LOGIN, LOGIN, 302, 302),
    "admin:app_list": STAFF,
    "admin:unknown": (LOGIN, LOGIN, 404, 404),
    "admin:roles_role_publish": STAFF,
    "admin:roles_role_preview": STAFF,
    **{f"admin:roles_statement_{view}": STAFF for view in ("changelist", "history", "delete")},
    "admin:roles_statement_change": (LOGIN, LOGIN, 302, 302),  # to its section's page
    "admin:roles_statement_add": NOBODY,
    **{f"admin:roles_statement_{view}": STAFF for view in ("move", "duplicate")},
    "admin:roles_role_decide": (LOGIN, LOGIN, 405, 405),
    "admin:roles_section_review": (LOGIN, LOGIN, 405, 405),
    "admin:roles_role_versions": STAFF,
    "admin:roles_role_compare": STAFF,
    "admin:roles_role_restore": STAFF,
    "admin:roles_role_undo": STAFF,
    "admin:roles_role_undo_act": STAFF,
    "admin:roles_role_copy": STAFF,
    **{
        f"admin:roles_edition_{view}": STAFF for view in ("all", "versions", "preview", "publish", "compare", "restore")
    },
    **dict.fromkeys(("admin:roles_release", "admin:roles_request"), STAFF),
    "admin:roles_release_withdraw": (LOGIN, LOGIN, 405, 405),
    "admin:roles_role_coverage": STAFF,
    **{f"admin:roles_{model}_statements": STAFF for model in ("need", "industry", "area", "trait")},
    "admin:roles_role_retire": STAFF,
    "admin:roles_role_export": STAFF,
    "admin:roles_role_export_all": STAFF,
    "admin:roles_role_import": STAFF,
    "admin:roles_role_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_need_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_industry_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_area_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_trait_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_question_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_passage_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:roles_comparisonrow_sortable_update": (LOGIN, LOGIN, 405, 405),
    "admin:auth_user_password_change": ADMIN_ONLY,
    **{
        f"admin:account_emailaddress_{view}": ADMIN_ONLY
        for view in ("changelist", "add", "change", "history", "delete")
    },
    **{f"admin:mfa_authenticator_{view}": ADMIN_ONLY for view in ("changelist", "change", "history", "delete")},
    "admin:mfa_authenticator_add": NOBODY,
    "admin:admin_logentry_changelist": STAFF,
    # The entry of the fixture is about no content: to consultants it is not there.
    **{f"admin:admin_logentry_{view}": (LOGIN, LOGIN, 302, 200) for view in ("change", "history")},
    **{f"admin:admin_logentry_{view}": NOBODY for view in ("add", "delete")},
    **{f"admin:roles_securityevent_{view}": ADMIN_ONLY for view in ("changelist", "change", "history")},
    **{f"admin:roles_securityevent_{view}": NOBODY for view in ("add", "delete")},
    **{f"admin:auth_{model}_{view}": ADMIN_ONLY for model in ("user", "group") for view in ("changelist", "add")},
    **{
        f"admin:auth_{model}_{view}": ADMIN_ONLY
        for model in ("user", "group")
        for view in ("change", "history", "delete")
    },
    **{
        f"admin:roles_{model}_{view}": STAFF
        for model in ("role", "section", "need", "industry", "area", "trait", "question", "passage", "comparisonrow")
        for view in ("changelist", "add", "change", "history", "delete")
    },
    **{f"admin:board_publication_{view}": STAFF for view in ("changelist", "change", "history")},
    **{f"admin:board_publication_{view}": NOBODY for view in ("add", "delete")},
    **{f"admin:roles_postingrule_{view}": STAFF for view in ("changelist", "add", "change", "history", "delete")},
    **{f"admin:roles_reviewruleswitch_{view}": STAFF for view in ("changelist", "change", "history")},
    **{f"admin:roles_reviewruleswitch_{view}": NOBODY for view in ("add", "delete")},
    **{f"admin:roles_roleversion_{view}": STAFF for view in ("changelist", "change", "history")},
    **{f"admin:roles_roleversion_{view}": NOBODY for view in ("add", "delete")},
}


def names(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names(pattern, inner)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"
        elif "<path:object_id>" not in str(pattern.pattern):  # a bare id only redirects to its change page
            yield f"{namespace}unknown"


@pytest.fixture
def addresses(small_content, owner, commenter, version, administrator, member):
    role = version.role
    PostingBrand.objects.put(member.posting, Brand(logo=picture()))
    published = publish(member.posting, listed=True)
    public = [published.short_id, published.slug]
    ids = {
        "role": role.pk,
        "section": role.sections.first().pk,
        "statement": role.sections.first().statements.first().pk,
        "need": Need.objects.first().pk,
        "industry": Industry.objects.first().pk,
        "area": Area.objects.first().pk,
        "trait": Trait.objects.first().pk,
        "question": Question.objects.first().pk,
        "passage": Passage.objects.first().pk,
        "comparisonrow": ComparisonRow.objects.first().pk,
        "roleversion": version.pk,
        "postingrule": PostingRule.objects.first().pk,
        "reviewruleswitch": ReviewRuleSwitch.objects.first().pk,
        "user": administrator.user.pk,
        "emailaddress": administrator.user.emailaddress_set.create(email="a@example.com").pk,
        "authenticator": administrator.user.authenticator_set.create(type="totp", data={}).pk,
        "logentry": LogEntry.objects.create(user=administrator.user, action_flag=2, object_repr="A role").pk,
        "securityevent": record_event(Kind.EXPORTED).pk,
        "publication": published.pk,
        "group": administrator.user.groups.create(name="A group").pk,
    }
    PostingBrand.objects.put(owner.posting, Brand(logo=picture()))
    backup = role.backups.create(snapshot=version.snapshot, reason="Restoring version 1")
    asked = role.publish_requests.create(requested_by=administrator.user, snapshot=version.snapshot, after=1)
    role_type = ContentType.objects.get_for_model(version.role)
    known = {
        "role_detail": [role.slug],
        "role_example": [role.slug],
        "posting_new": [role.slug],
        "posting_preview": [role.slug],
        "posting_detail": [owner.posting.pk],
        "posting_edit": [owner.posting.pk],
        "posting_edit_preview": [owner.posting.pk],
        "posting_workshop": [owner.posting.pk],
        "posting_switch": [owner.posting.pk],
        "posting_text": [owner.posting.pk],
        "posting_updates": [owner.posting.pk],
        "compare_two": ["operations-director", "director-of-operations"],
        "posting_review": [owner.posting.pk],
        "posting_ours": [owner.posting.pk],
        "posting_answer": [owner.posting.pk],
        **{f"posting_{name}": [owner.posting.pk] for name in ("markets", "brand", "logo")},
        **{f"posting_{name}": [owner.posting.pk] for name in ("publish", "publish_preview", "poster")},
        **dict.fromkeys(
            ("job", "job_text", "job_logo", "job_report", "job_embed", "job_fragment", "job_apply"), public
        ),
        "job_short": public[:1],
        "jobs_by": [published.firm.slug],
        "jobs_feed": ["atom.xml"],
        "jobs_by_feed": [published.firm.slug, "indeed.xml"],
        "posting_export": [owner.posting.pk, "txt"],
        "posting_open": [owner.posting.secret],
        "shared_open": [commenter.link.token],
        **{f"posting_{name}": [owner.posting.pk] for name in ("share", "comments", "check", "history")},
        **{f"posting_{verb}": [owner.posting.pk] for verb in (*POSTED, "rename", "email_link")},
        "account_delete": [],
        "account_confirm_email": ["no-such-key"],
        "account_reset_password_from_key": ["1", "no-such-key"],
        "admin:view_on_site": [role_type.pk, role.pk],
        "admin:app_list": ["roles"],
        "admin:password_change": [],
        **{
            f"admin:roles_role_{name}": [role.pk]
            for name in ("publish", "preview", "versions", "compare", "export", "copy", "retire", "coverage")
        },
        "admin:roles_role_decide": [role.pk, asked.pk],
        **{f"admin:roles_statement_{view}": [ids["statement"]] for view in ("move", "duplicate")},
        "admin:roles_section_review": [ids["section"]],
        **{f"admin:roles_{model}_statements": [ids[model]] for model in ("need", "industry", "area", "trait")},
        "admin:roles_role_restore": [role.pk, version.number],
        "admin:roles_role_undo": [role.pk, backup.pk],
        **{f"admin:roles_edition_{view}": ["needs"] for view in ("versions", "preview", "publish", "compare")},
        "admin:roles_edition_restore": ["needs", 1],
        "admin:roles_release_withdraw": [1],
        "admin:roles_request": [asked.pk],
        "admin:roles_role_undo_act": [Act.objects.make("Deleting the need “Cash”").pk],
        "admin:auth_user_password_change": [administrator.user.pk],
    }

    def address(name):
        if name == "admin:unknown":
            return "/admin/no-such-page/"
        if name == "jobs_oembed":
            return f"{reverse(name)}?url={reverse('job', args=public)}"
        if name in known:
            return reverse(name, args=known[name])
        model, _, view = name.removeprefix("admin:").rpartition("_")
        if view in ("change", "history", "delete"):
            return reverse(name, args=[ids[model.split("_")[1]]])
        return reverse(name)

    return address


def test_every_url_is_in_the_table():
    assert set(names(get_resolver())) == set(TABLE)


def expected(actor):
    """What the table says of an actor, by the name of the address."""
    if actor in ("commenter", "link_editor"):
        place = actor == "link_editor"
        return {name: SHARED[name][place] if name in SHARED else row[0] for name, row in TABLE.items()}
    return {name: row[ACTORS.index(actor)] for name, row in TABLE.items()}


@pytest.mark.parametrize("actor", ACTORS)
def test_each_actor_gets_what_the_table_states_and_nothing_is_written(request, addresses, actor):
    client = request.getfixturevalue(actor)
    kept = [SecurityEvent, PublicPage]  # a page that everybody gets alike is kept for the next
    before, known = rows_of_all(but=kept), set(SecurityEvent.objects.values_list("pk", flat=True))
    got = {name: client.get(addresses(name)).status_code for name in TABLE if name not in ASKS_AGAIN}
    assert rows_of_all(but=kept) == before
    # But that content was exported, by whoever may.
    recorded = SecurityEvent.objects.exclude(pk__in=known).values_list("kind", flat=True)
    assert list(recorded) == [Kind.EXPORTED] * (2 if actor in ("consultant", "administrator") else 0)

    before = rows_of_all(but=[Session])
    got |= {name: client.get(addresses(name)).status_code for name in ASKS_AGAIN}
    assert rows_of_all(but=[Session]) == before

    assert got == expected(actor)


@pytest.mark.parametrize("actor", ACTORS)
def test_only_the_owner_does_anything_with_a_whole_posting(request, addresses, actor):
    client = request.getfixturevalue(actor)
    theirs = request.getfixturevalue("owner").posting.pk
    Posting.objects.lock().get(pk=theirs).archive()
    for verb in (*WHOLE, "rename"):
        with transaction.atomic():
            if verb == "restore":
                Posting.objects.lock().get(pk=theirs).discard()
            before = rows_of_all(but=[Session])
            status = client.post(addresses(f"posting_{verb}"), {"name": "Other"}).status_code
            changed = rows_of_all(but=[Session]) != before
            transaction.set_rollback(True)

        assert (verb, status, changed) == (verb, *((302, True) if actor == "owner" else (404, False)))


@pytest.mark.read_alone  # refused before a view asks for anything
@pytest.mark.parametrize("actor", ACTORS)
def test_a_post_without_its_token_is_refused(request, addresses, actor):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = request.getfixturevalue(actor).cookies
    before = rows_of_all()
    answers = {name: strict.post(addresses(name), {"post": "yes"}).status_code for name in TABLE}

    assert rows_of_all() == before
    # What does not take a POST answers 405; the rest asks for the token, or for a sign-in first.
    assert set(answers.values()) <= {302, 403, 404, 405}, answers
    written = ("new", "preview", "open", "delete", "rename", "workshop", "switch", "updates")
    for name in ("admin:login", *(f"posting_{view}" for view in written)):
        assert answers[name] == 403
