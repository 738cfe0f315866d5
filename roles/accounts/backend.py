from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model

from roles.models.written import Written

from .factors import HAS_FACTOR

_ACCOUNT = Written(
    lambda pk: get_user_model().objects.select_related("state").annotate(has_factor=HAS_FACTOR).filter(pk=pk),
    pk=987_654_321,
)
TRIED_MAX = 5  # accounts under one address; each costs the time of a password


def accounts_of(login):
    """Return the accounts whose user name or own address it is; most often one.

    Anybody may make an account with an address that is not theirs, and cannot verify it: the account that has comes
    first, then the oldest.
    """
    named = get_user_by_username(login)
    addressed = sorted(filter_users_by_email(login, for_login=True), key=lambda user: user.pk)
    own = [*EmailAddress.objects.get_users_for(login), *addressed]
    own = [user for user in dict.fromkeys(own) if user != named and user.email.lower() == login.lower()][:TRIED_MAX]
    return [named, *own] if named else own


class AccountBackend(AuthenticationBackend):
    def _authenticate(self, request, *, password, username=None, email=None, **credentials):
        """Try the accounts of the login, but none that too much has been guessed at (`AccountAdapter`)."""
        refused = getattr(request, "refused_accounts", ())
        for user in accounts_of(username or email or ""):
            if user.pk not in refused and self._check_password(user, password):
                return user
        return None

    def get_user(self, user_id):
        """Return the account of a session, or None; what is asked of it at every page comes in the same query."""
        user = _ACCOUNT.first(pk=user_id)
        return user if user and self.user_can_authenticate(user) else None
