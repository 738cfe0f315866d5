from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class RolesConfig(AppConfig):
    name = "roles"
    verbose_name = "Content"

    def ready(self):
        from . import checks, signals  # noqa: F401


class RolesAdminConfig(AdminConfig):
    default_site = "roles.admin_site.PortalAdminSite"


class RolesStaticFilesConfig(StaticFilesConfig):
    """Collects only what the pages use of other packages.

    Of Bootstrap that is the whole style sheet, the small one of public pages, and the maps they name. The extensions
    of htmx import modules that their package does not ship, which the storage of production refuses.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "js/bootstrap*",
        "css/bootstrap-[gu]*",
        "css/bootstrap-reboot.css*",
        "css/bootstrap-reboot.rtl*",
        "css/bootstrap.css*",
        "css/bootstrap.rtl*",
        "django_htmx/ext/*",
    ]
