from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class RolesConfig(AppConfig):
    name = "roles"
    verbose_name = "Content"

    def ready(self):
        from . import checks, signals  # noqa: F401


# What the workshop calls the lists of each app, rather than by the name of a package.
HEADINGS = {
    "account": "Email addresses",
    "admin": "What was done",
    "auth": "People and their rights",
    "board": "Public postings",
    "mfa": "Second factors",
}


class RolesAdminConfig(AdminConfig):
    default_site = "roles.admin_site.PortalAdminSite"

    def ready(self):
        for label, heading in HEADINGS.items():
            apps.get_app_config(label).verbose_name = heading
        super().ready()


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
