from functools import update_wrapper
from urllib.parse import urlencode

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator

from .admin_input import CarefulMixin
from .admin_returned import typed_words


class PortalAdminSite(AdminSite):
    site_header = "Operations Desk"
    site_title = "Operations Desk"
    index_title = "The consultants’ workshop"
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        admin_class = admin_class or ModelAdmin
        # The admins of accounts are other packages' own, and get the same requests.
        careful = type(admin_class.__name__, (CarefulMixin, admin_class), {"__module__": admin_class.__module__})
        super().register(model_or_iterable, careful, **options)

    def admin_view(self, view, cacheable=False):
        """A page sent after its session has ended comes back with what was typed, rather than with a place to sign in
        that has forgotten it."""
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            ended = request.method == "POST" and not request.user.is_authenticated
            if ended and (typed := typed_words(request)):
                sign_in = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
                context = {"typed": typed, "sign_in": sign_in}
                return render(request, "admin/session_ended.html", context, status=403)
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    @method_decorator(secure_admin_login)
    def login(self, request, extra_context=None):
        return super().login(request, extra_context)

    def index(self, request, extra_context=None):
        # Models are not loaded yet when this module is.
        from .admin.dashboard import laws_due_for_check, recent_actions, role_states

        context = {"states": [], "actions": [], "laws_due": []}
        if request.user.has_perm("roles.view_role"):
            context = {"states": role_states(), "actions": recent_actions()}
        if request.user.has_perm("roles.view_postingrule"):
            context["laws_due"] = laws_due_for_check()
        return super().index(request, {**(extra_context or {}), **context})
