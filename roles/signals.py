from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed, email_confirmed, password_reset, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_reset
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as auth
from django.contrib.auth.models import Group, Permission
from django.db.models import ProtectedError, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.template.defaultfilters import pluralize

from .access import claim_drafts
from .audit import Kind, account, hashed, record_event
from .models import Edition, Role, RoleVersion, content_changed
from .models.closing import account_closed, forget_name, is_author

User = get_user_model()
FLAGS = ("is_staff", "is_superuser")
WATCHED = (*FLAGS, "is_active", "password")


@receiver(user_logged_in)
def bring_drafts_along(request, user, **kwargs):
    """At sign-in, and at sign-up, which ends in one: what this browser wrote becomes the account's."""
    if claimed := claim_drafts(request, user):
        messages.success(request, f"{claimed} draft{pluralize(claimed)} of this browser moved to your account.")


@receiver(auth.user_logged_in)
def record_sign_in(user, **kwargs):
    record_event(Kind.SIGNED_IN, account(user.pk), actor=user.pk)


@receiver(auth.user_login_failed)
def record_failed_sign_in(credentials, **kwargs):
    login = str(credentials.get("username") or credentials.get("email") or "")[:254]
    # An account or none, it costs one query: the time an answer takes does not show which.
    found = User.objects.filter(Q(username=login) | Q(email__iexact=login)).values_list("pk", flat=True).first()
    record_event(Kind.SIGN_IN_FAILED, account(found), login=hashed(login))


@receiver(auth.user_logged_out)
def record_sign_out(user, **kwargs):
    if user is not None and user.pk:
        record_event(Kind.SIGNED_OUT, account(user.pk), actor=user.pk)


# The rows and not allauth's signals: they also change in the admin, in bulk and by commands.
@receiver(post_save, sender=Authenticator)
def record_added_factor(instance, created, **kwargs):
    if created:
        record_event(Kind.FACTOR_ADDED, account(instance.user_id), type=instance.type)


@receiver(post_delete, sender=Authenticator)
def record_removed_factor(instance, **kwargs):
    record_event(Kind.FACTOR_REMOVED, account(instance.user_id), type=instance.type)


@receiver(authenticator_reset)
def record_new_codes(user, authenticator, **kwargs):
    record_event(Kind.FACTOR_ADDED, account(user.pk), type=authenticator.type, again=True)


@receiver(authentication_failed)
def record_failed_factor(user, **kwargs):
    record_event(Kind.FACTOR_FAILED, account(user.pk))


@receiver(post_save, sender=EmailAddress)
def record_added_address(instance, created, **kwargs):
    if created:
        record_event(Kind.ADDRESS_ADDED, account(instance.user_id), address=hashed(instance.email))


@receiver(post_delete, sender=EmailAddress)
def record_removed_address(instance, **kwargs):
    record_event(Kind.ADDRESS_REMOVED, account(instance.user_id), address=hashed(instance.email))


@receiver(email_confirmed)
def record_confirmed_address(email_address, **kwargs):
    record_event(Kind.ADDRESS_CONFIRMED, account(email_address.user_id), address=hashed(email_address.email))


@receiver(email_changed)
def record_changed_address(user, from_email_address, to_email_address, **kwargs):
    old = hashed(from_email_address.email) if from_email_address else ""
    record_event(Kind.ADDRESS_CHANGED, account(user.pk), old=old, address=hashed(to_email_address.email))


@receiver(password_reset)
def record_reset_password(user, **kwargs):
    record_event(Kind.PASSWORD_RESET, account(user.pk))


@receiver(pre_save, sender=User)
def read_account_before(instance, update_fields, raw=False, **kwargs):
    instance._before = None
    # A password saved alone is the same one, hashed anew at sign-in.
    watched = update_fields is None or {*FLAGS, "is_active"} & set(update_fields)
    if watched and not instance._state.adding and not raw:
        instance._before = User.objects.filter(pk=instance.pk).values(*WATCHED).first()


@receiver(post_save, sender=User)
def record_changed_account(instance, created, update_fields, raw=False, **kwargs):
    before = dict.fromkeys(FLAGS, False) if created else instance._before
    if not before or raw:
        return
    subject = account(instance.pk)
    granted = [name for name in FLAGS if getattr(instance, name) and not before[name]]
    taken = [name for name in FLAGS if before[name] and not getattr(instance, name)]
    if granted:
        record_event(Kind.RIGHTS_GRANTED, subject, rights=granted)
    if taken:
        record_event(Kind.RIGHTS_TAKEN, subject, rights=taken)
    if not created and before["is_active"] != instance.is_active:
        record_event(Kind.ACCOUNT_ENABLED if instance.is_active else Kind.ACCOUNT_DISABLED, subject)
    saved_password = update_fields is None or "password" in update_fields
    if not created and saved_password and before["password"] != instance.password:
        record_event(Kind.PASSWORD_CHANGED, subject)


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
@receiver(m2m_changed, sender=Group.permissions.through)
def record_rights(instance, action, reverse, model, pk_set, sender, **kwargs):
    kinds = {"post_add": Kind.RIGHTS_GRANTED, "post_remove": Kind.RIGHTS_TAKEN, "pre_clear": Kind.RIGHTS_TAKEN}
    if action not in kinds:
        return
    if pk_set is None:  # all are taken
        name = next(field.name for field in sender._meta.fields if field.related_model is type(instance))
        other = next(field.name for field in sender._meta.fields if field.related_model is model)
        pk_set = set(sender.objects.filter(**{name: instance}).values_list(other, flat=True))
    if not pk_set:
        return
    if reverse:
        for holder in model.objects.filter(pk__in=pk_set):
            record_event(kinds[action], _holder(holder), rights=[_right(instance)])
    else:
        rights = sorted(_right(right) for right in model.objects.filter(pk__in=pk_set))
        record_event(kinds[action], _holder(instance), rights=rights)


def _holder(holder):
    return account(holder.pk) if isinstance(holder, User) else f"group {holder.name}"


def _right(right):
    return right.codename if isinstance(right, Permission) else right.name


@receiver(pre_delete, sender=User)
def keep_what_was_done(instance, **kwargs):
    """Refuse to delete an account that the log or a version names: close_account leaves its number to these."""
    if is_author(instance):
        raise ProtectedError("What this account did is kept. Close the account instead.", {instance})
    forget_name(instance)
    record_event(Kind.ACCOUNT_DELETED, account(instance.pk))


@receiver(account_closed)
def record_closed_account(user, **kwargs):
    record_event(Kind.ACCOUNT_DELETED, account(user.pk))


# Of these the public pages are made.
for _shown in (Edition, Role, RoleVersion):

    @receiver((post_save, post_delete), sender=_shown, weak=False)
    def make_public_pages_anew(sender, **kwargs):
        content_changed()


@receiver(post_save, sender=RoleVersion)
def record_publication(instance, created, **kwargs):
    if created:
        subject = f"role {instance.role.slug}"
        record_event(Kind.PUBLISHED, subject, actor=instance.published_by_id, version=instance.number)
