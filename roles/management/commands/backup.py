import argparse
import re
from datetime import timedelta
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils import timezone

from roles.backup import back_up, default_name, remove_old
from roles.backup.reporting import failing_plainly
from roles.models import LastRun


def days(text):
    """The argument of --keep, such as 14d."""
    if not (match := re.fullmatch(r"([1-9]\d{0,3})d", text, re.ASCII)):
        raise argparse.ArgumentTypeError("write a number of days such as 14d")
    return timedelta(days=int(match[1]))


class Command(BaseCommand):
    help = (
        "Write the database and the uploaded media into one new file, restore it into a scratch place, and keep it "
        "only if every table has the same rows there. Exits 0 when it is kept, 3 when FILE exists, 1 otherwise."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a new NAME.zip; or a folder, for a file named after the time")
        parser.add_argument(
            "--keep",
            type=days,
            metavar="14d",
            help="remove older backups from that folder: only files named by this command after a time",
        )

    def handle(self, *, file, keep, **options):
        if not (file.is_dir() or file.suffix == ".zip"):
            raise CommandError(f"There is no folder {file}: make it first. No backup was made.")
        now = timezone.now()
        path = file / default_name(now) if file.is_dir() else file
        with failing_plainly("No backup was made."):
            made = back_up(connection, path)
            removed = remove_old(path.parent, now, keep) if keep else []
        self.stdout.write(
            f"{made.path}: {made.rows} rows in {made.tables} tables and {made.media} media files, "
            f"{made.bytes} bytes; restored and compared"
        )
        try:
            LastRun.objects.note(LastRun.BACKUP, rows=made.rows, bytes=made.bytes)
        except DatabaseError as error:  # the backup is there all the same
            self.stderr.write(f"/metrics will not know of it: {str(error).splitlines()[0]}")
        for old in removed:
            self.stdout.write(f"{old}: removed, older than {keep.days} days")
