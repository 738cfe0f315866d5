import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from roles import content
from roles.review import Level, Rules, review
from roles.review.reading import read

SIZE_LIMIT = 2_000_000


class Command(BaseCommand):
    help = (
        "Review the text of a posting and print what would make it better. Exits with 1 where something must be fixed."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="a text file, or - for standard input")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *, file, format, **options):
        try:
            rules = Rules(posting_rules=content.read_posting_rules())
        except content.ContentError as error:
            raise CommandError(str(error), returncode=2) from error
        document, positions = read(self.read(file))
        found = []
        for finding in review(document, None, rules, timezone.localdate()):
            line, column = positions.locate(finding.place)
            found.append((line, column, finding))
        found.sort(key=lambda entry: entry[:2])
        if format == "json":
            self.stdout.write(json.dumps([self.as_data(*entry) for entry in found], ensure_ascii=False, indent=2))
        else:
            for line, column, finding in found:
                fix = f" -> “{finding.fix.replacement}”" if finding.fix else ""
                self.stdout.write(
                    f"{file}:{line}:{column}: {finding.level.phrase}: {finding.id}: {finding.message}{fix}"
                )
        if any(finding.level is Level.MUST_FIX for _, _, finding in found):
            sys.exit(1)

    def read(self, file):
        try:
            if file == "-":
                raw = sys.stdin.buffer.read(SIZE_LIMIT + 1)
            else:
                with Path(file).open("rb") as stream:
                    raw = stream.read(SIZE_LIMIT + 1)
            text = raw.decode("utf-8-sig")
        except OSError as error:
            raise CommandError(f"{file}: cannot be read ({error.strerror}).", returncode=2) from error
        except ValueError as error:
            raise CommandError(f"{file}: is not UTF-8 text.", returncode=2) from error
        if len(raw) > SIZE_LIMIT:
            raise CommandError(f"{file}: is larger than {SIZE_LIMIT:,} bytes.", returncode=2)
        return text

    def as_data(self, line, column, finding):
        return {
            "id": finding.id,
            "level": finding.level,
            "line": line,
            "column": column,
            "words": finding.words,
            "message": finding.message,
            "why": finding.why,
            "source": finding.source,
            "fix": finding.fix.replacement if finding.fix else None,
        }
