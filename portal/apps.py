from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class PortalAdminConfig(AdminConfig):
    default_site = "portal.admin.PortalAdminSite"


class PortalStaticFilesConfig(StaticFilesConfig):
    """Collects, of Bootstrap, only the style sheet the pages use (and the map it names)."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "js/bootstrap*",
        "css/bootstrap-*",
        "css/bootstrap.css*",
        "css/bootstrap.rtl*",
    ]
