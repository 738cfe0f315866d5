import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from roles.core import compose, content
from roles.core.compose.template_problems import unknown_keys
from roles.core.exports import FORMATS, Listing
from roles.models import RoleVersion


class Command(BaseCommand):
    help = "Print the posting a role's published template makes of a brief in a YAML file."

    def add_arguments(self, parser):
        parser.add_argument("role", help="the role's slug, the word of its address")
        parser.add_argument("brief", type=Path, help="a YAML file; examples are in roles/content/briefs/")
        parser.add_argument("--format", choices=FORMATS, default="txt")

    def handle(self, *, role, brief, format, **options):
        try:
            version = RoleVersion.objects.latest_of(role)
        except DatabaseError as error:
            raise CommandError("The database is not set up. Run `manage.py quickstart --no-serve` first.") from error
        if version is None:
            known = ", ".join(RoleVersion.objects.latest_of_each().values_list("role__slug", flat=True))
            raise CommandError(f"There is no published role “{role}”. Known: {known or 'none, run load_content'}.")
        try:
            answers = content.read_brief(brief)
        except content.ContentError as error:
            raise CommandError(str(error)) from error
        if unknown := unknown_keys(version.template, answers):
            raise CommandError("\n".join(f"{brief.name}: {name}: {message}" for name, message in unknown.items()))
        document = compose.compose(version.template, answers, version=version.number)
        form = FORMATS[format]
        if not form.can_write(document):
            raise CommandError(f"{brief.name}: {form.label} needs {form.needs}.")
        written = form.write(document, Listing(date_posted=timezone.localdate()))
        if isinstance(written, bytes):
            sys.stdout.buffer.write(written)
        else:
            self.stdout.write(written, ending="")
