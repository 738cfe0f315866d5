from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.utils.decorators import method_decorator


class PortalAdminSite(AdminSite):
    site_header = "Operations Desk"
    site_title = "Operations Desk"
    index_title = "The consultants’ workshop"
    enable_nav_sidebar = False

    @method_decorator(secure_admin_login)
    def login(self, request, extra_context=None):
        return super().login(request, extra_context)

    def index(self, request, extra_context=None):
        # Their models are not there yet when this class is.
        from roles.admin.dashboard import recent_actions, role_states

        context = {"states": [], "actions": []}
        if request.user.has_perm("roles.view_role"):
            context = {"states": role_states(), "actions": recent_actions()}
        return super().index(request, {**(extra_context or {}), **context})
