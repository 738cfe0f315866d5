import logging
import secrets
from contextlib import contextmanager

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

DEMO = {"consultant": False, "administrator": True}


@contextmanager
def without_security_events():
    """Print none of them: they are in the admin's log, and here the passwords would be lost among them."""
    logger = logging.getLogger("roles.security")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    help = "Set the portal up on this machine, with demo accounts, and serve it. For development; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="where to serve, host:port")

    def handle(self, *, no_serve, address, **options):
        if not settings.DEBUG:
            raise CommandError(
                "quickstart makes accounts whose passwords it prints: it is for DEBUG=on only. "
                "In production run migrate, load_content --publish, createsuperuser and gunicorn."
            )
        with without_security_events():
            call_command("migrate", verbosity=0, interactive=False)
            call_command("load_content", publish=True, stdout=self.stdout)
            for name, superuser in DEMO.items():
                self.make_account(name, superuser=superuser)
        if not no_serve:
            admin = reverse("admin:index")
            self.stdout.write(f"Serving on http://{address}/ (consultants: http://{address}{admin}). Ctrl-C stops.")
            call_command("runserver", address, use_reloader=False)

    def make_account(self, name, *, superuser):
        user, created = get_user_model().objects.get_or_create(
            username=name, defaults={"email": f"{name}@example.com", "is_staff": True, "is_superuser": superuser}
        )
        if not created:
            self.stdout.write(f"Account {name}: there already")
            return
        password = secrets.token_urlsafe(9)
        user.set_password(password)
        user.save(update_fields=["password"])
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
        if not superuser:
            user.groups.add(Group.objects.get(name="Consultants"))
        self.stdout.write(f"Account {name}: password {password}")
