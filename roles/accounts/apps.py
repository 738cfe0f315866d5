from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "roles.accounts"

    def ready(self):
        from . import signals  # noqa: F401
