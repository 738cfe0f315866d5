from pathlib import Path
from statistics import median

from django.core.management.base import BaseCommand, CommandError

from roles.core import content
from roles.core.compose import compose
from roles.core.content.sameness import unique_shares


class Command(BaseCommand):
    help = "Compose a posting for each brief in a folder with the shipped content, and print how alike they read."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="briefs as YAML; a line “# role: SLUG” names another title")
        parser.add_argument("--role", default=content.role_slugs()[0], choices=content.role_slugs())

    def handle(self, *, folder, role, **options):
        paths = sorted(folder.glob("*.yaml"))
        if len(paths) < 2:
            raise CommandError(f"{folder} holds fewer than two briefs (*.yaml).")
        try:
            templates = {slug: content.read_role(slug) for slug in content.role_slugs()}
            documents = [compose(templates[_role(path, role)], content.read_brief(path), version=1) for path in paths]
        except content.ContentError as error:
            raise CommandError(str(error)) from error
        shares = unique_shares(documents)
        for path, share in zip(paths, shares, strict=True):
            self.stdout.write(f"{path.stem:32}{share:5.0%}")
        self.stdout.write(f"{len(paths)} postings; median share of words that no other has: {median(shares):.0%}")


def _role(path: Path, otherwise: str) -> str:
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, slug = line.removeprefix("#").partition(":")
        if line.startswith("#") and name.strip() == "role" and slug.strip() in content.role_slugs():
            return slug.strip()
    return otherwise
