from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "roles.board"

    def ready(self):
        from roles.operation.daily import OF_APPS, Task

        from . import signals  # noqa: F401
        from .models import Publication

        OF_APPS.append(
            Task(
                "roles",
                "public roles whose last day is over, which leave the indices of the lists",
                lambda dry_run: Publication.objects.note_over(dry_run=dry_run),
            )
        )
