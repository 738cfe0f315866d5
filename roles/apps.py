from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class RolesConfig(AppConfig):
    name = "roles"

    def ready(self):
        from . import checks, signals  # noqa: F401


class RolesAdminConfig(AdminConfig):
    default_site = "roles.admin_site.PortalAdminSite"


class RolesStaticFilesConfig(StaticFilesConfig):
    """Collects, of Bootstrap, only the style sheet the pages use (and the map it names)."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "js/bootstrap*",
        "css/bootstrap-*",
        "css/bootstrap.css*",
        "css/bootstrap.rtl*",
    ]
