import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from roles.core import codec, content
from roles.core.compose import Brief
from roles.core.limits import HEADCOUNT_MAX
from roles.core.review import Level, Rules, laws_looked_at, review
from roles.core.review.reading import read
from roles.models.review import current_rules
from roles.today import today_where

SIZE_LIMIT = 2_000_000


class Command(BaseCommand):
    help = (
        "Review the text of a posting: print what would make it better, and which posting laws were looked at. "
        "Goes by the consultants' rules, or by the shipped ones where the database has none. "
        "Exits with 1 where something must be fixed, with 2 where the text cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="a text file, or - for standard input")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument(
            "--headcount",
            type=int,
            help="how many people the business has; many posting laws begin at a number of them",
        )

    def handle(self, *, file, format, headcount=None, **options):
        if headcount is not None and not 1 <= headcount <= HEADCOUNT_MAX:
            raise CommandError(f"--headcount: give a number of people from 1 to {HEADCOUNT_MAX}.", returncode=2)
        try:
            rules = current_or_shipped_rules()
        except content.ContentError as error:
            raise CommandError(str(error), returncode=2) from error
        document, positions = read(self.read(file))
        today = today_where(document.facts.job_location)
        brief = headcount and Brief(company="", industry="", place=document.facts.job_location, headcount=headcount)
        found = []
        for finding in review(document, brief, rules, today):
            line, column = positions.locate(finding.place)
            found.append((line, column, finding))
        found.sort(key=lambda entry: entry[:2])
        laws = laws_looked_at(document, brief, rules, today)
        try:
            self.stdout.write(self.as_json(found, laws) if format == "json" else self.as_text(file, found, laws))
            self.stdout.flush()
        except BrokenPipeError:
            # The reader, such as head, has seen enough; Python would flush once more as it exits, and fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if any(finding.level is Level.MUST_FIX for _, _, finding in found):
            sys.exit(1)

    def as_text(self, file, found, laws):
        lines = []
        for line, column, finding in found:
            fix = f" -> “{finding.fix.replacement}”" if finding.fix else ""
            lines.append(f"{file}:{line}:{column}: {finding.level.phrase}: {finding.id}: {finding.message}{fix}")
        lines += ["", "Posting laws that were looked at (not legal advice):"]
        if laws.note:
            lines.append(f"  {laws.note}")
        for row in laws.rows:
            rule = row.rule
            lines.append(f"  {rule.place}: {row.result}. {row.why} Checked on {rule.checked_on}: {rule.source}")
        return "\n".join(lines)

    def as_json(self, found, laws):
        data = {
            "findings": [self.as_data(*entry) for entry in found],
            "posting_laws": [
                {
                    "rule": row.rule.key,
                    "place": row.rule.place,
                    "status": row.status,
                    "result": row.result,
                    "missing": row.missing,
                    "starts": row.starts and row.starts.isoformat(),
                    "why": row.why,
                    "source": row.rule.source,
                    "checked_on": row.rule.checked_on.isoformat(),
                }
                for row in laws.rows
            ],
            "posting_laws_note": laws.note,
        }
        return json.dumps(data, ensure_ascii=False, indent=2)

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
            "answer_fix": codec.dump(finding.answer_fix) if finding.answer_fix else None,
        }


def current_or_shipped_rules() -> Rules:
    """The current rules, with the shipped posting law where the database holds none yet. Raises ContentError."""
    try:
        rules = current_rules()
    except DatabaseError:
        rules = Rules()
    return rules if rules.posting_rules else replace(rules, posting_rules=content.read_posting_rules())
