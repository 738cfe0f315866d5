"""Closing an account: what is the person's goes; what they did for the portal stays, without their name."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.dispatch import Signal

account_closed = Signal()  # the row of the account (`user`) stays, under another name


def _relations() -> tuple[list[ForeignObjectRel], list[ForeignObjectRel]]:
    """Return (those by which a row belongs to an account, those by which it names who did something)."""
    fields = get_user_model()._meta.get_fields(include_hidden=True)
    found = [field for field in fields if isinstance(field, ForeignObjectRel) and not field.many_to_many]
    acts = [one for one in found if one.related_model is LogEntry or one.on_delete is not models.CASCADE]
    return [one for one in found if one not in acts], acts


def is_author(user) -> bool:
    """Whether the log, a version, a backup or a request names the account."""
    return any(_rows(relation, user).exists() for relation in _relations()[1])


def _rows(relation, user):
    return relation.related_model._base_manager.filter(**{relation.field.name: user.pk})


@transaction.atomic
def close_account(user) -> None:
    """Delete the account; of one that the log or a version names, keep the row under a name that means nothing.

    The row is locked first: a posting made in another window meanwhile waits, and is then not the account's.
    """
    user = get_user_model().objects.select_for_update().get(pk=user.pk)
    if not is_author(user):
        user.delete()
        return
    user.groups.clear()
    user.user_permissions.clear()
    for relation in _relations()[0]:
        _rows(relation, user).delete()
    forget_name(user)
    user.username, user.email, user.first_name, user.last_name = former_name(user.pk), "", "", ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    account_closed.send(get_user_model(), user=user)


def former_name(number: int) -> str:
    """A name that no form accepts, so that nobody can take it before."""
    return f"Former colleague {number}"


def forget_name(user) -> None:
    """Take the name and the address of the account out of what the log holds about it."""
    about = ContentType.objects.get_for_model(user)
    entries = LogEntry.objects.filter(content_type=about, object_id=str(user.pk))
    private = [text for text in (user.email, user.username, user.first_name, user.last_name) if text]
    for entry in entries:
        for text in private:
            entry.change_message = entry.change_message.replace(text, "…")
        entry.object_repr = former_name(user.pk)
        entry.save(update_fields=["object_repr", "change_message"])
