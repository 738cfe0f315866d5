from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from django.contrib.auth import get_user_model

from .factors import HAS_FACTOR


def accounts_of(login):
    """Return the accounts whose user name or own address it is; most often one.

    Several may have an address that none of them has verified.
    """
    named = get_user_by_username(login)
    addressed = filter_users_by_email(login, prefer_verified=True, for_login=True)
    own = [user for user in addressed if user != named and user.email.lower() == login.lower()]
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
        accounts = get_user_model().objects.select_related("state").annotate(has_factor=HAS_FACTOR)
        user = accounts.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
