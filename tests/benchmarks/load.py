"""Mixed traffic for a while: `python -m tests.benchmarks.load [--minutes 30] [--visitors 6]`.

Serves the portal as in production and sends owners who make, edit and take away postings, a consultant who edits a
template, robots who follow links, and slow clients who hold connections. Prints each minute what was asked for, the
errors, the time of answers and the memory of each worker; at the end what made the database grow. Exits 1 when an
answer was an error. Runs on SQLite, or on the database of DATABASE_URL, which has to be empty and is left full. Each
visitor pauses between two requests: the rate is theirs, not the most that the machine holds.
"""

# ruff: noqa: T201
import argparse
import json
import os
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles

from tests.benchmarks.pages import PRODUCTION, ROLE, manage
from tests.benchmarks.visitors import HOST, PASSWORD, Traffic, Visitor, dawdle, work
from tests.serving import Served

SET_UP = f"""
from datetime import timedelta
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
from django.db import transaction
from roles.board.models import Publication
from roles.core.content import read_examples
from roles.core.publishing import Terms
from roles.models import Posting, RoleVersion

user = User.objects.create_user("consultant", "consultant@example.com", {PASSWORD!r}, is_staff=True)
user.groups.add(Group.objects.get(name="Consultants"))
EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
with transaction.atomic():
    made = Posting.objects.compose(RoleVersion.objects.latest_of("{ROLE}"), read_examples()["{ROLE}"], owner=user)
    locked = Posting.objects.lock().get(pk=made.pk)
    Publication.publish(locked, Terms(last_day=locked.today + timedelta(days=30), listed=True), origin="https://{HOST}")
"""
MEASURE = """
import json
from django.apps import apps
from django.db import connection
print(json.dumps({model._meta.db_table: model._base_manager.count() for model in apps.get_models()}))
sizes = {}
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
        cursor.execute("SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s JOIN sqlite_master m USING (name) GROUP BY 1")
    else:
        cursor.execute("SELECT relname, pg_total_relation_size(relid) FROM pg_stat_user_tables")
    print(json.dumps({name: int(size) for name, size in cursor.fetchall()}))
"""


def memory(server):
    """Megabytes each worker has in memory (RSS)."""
    pids = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids]
    return [round(number * os.sysconf("SC_PAGE_SIZE") / 1e6) for number in pages]


def times(seconds):
    cuts = quantiles(seconds, n=100) if len(seconds) > 1 else seconds * 99
    return f"p50 {1000 * cuts[49]:6.0f} ms  p99 {1000 * cuts[98]:6.0f} ms"


def measured(env):
    """Return the rows and the bytes of each table."""
    said = manage({**os.environ, **env}, "shell", "-v0", "-c", MEASURE)
    return map(json.loads, said.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--visitors", type=int, default=6)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = os.environ.get("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        env = PRODUCTION | {"DATABASE_URL": database, "CACHE_URL": f"filecache://{folder}/cache", "BEHIND_PROXY": "on"}
        for command in ("migrate", "load_content --publish", "collectstatic --no-input"):
            manage({**os.environ, **env}, *command.split(), "-v0")
        manage({**os.environ, **env}, "shell", "-v0", "-c", SET_UP)
        rows, sizes = measured(env)
        server = stack.enter_context(Served(workers=2, **env))
        for _ in range(8):  # the start of a worker is not what is measured
            Visitor(Traffic(server.port, 0)).open("page", "/")
        traffic = Traffic(server.port, time.monotonic() + 60 * options.minutes)
        threads = [threading.Thread(target=work, args=[traffic]) for _ in range(options.visitors)]
        threads.append(threading.Thread(target=dawdle, args=[traffic]))
        for thread in threads:
            thread.start()
        for minute in range(1, int(options.minutes) + 1):
            time.sleep(max(0.0, traffic.ends - 60 * (options.minutes - minute) - time.monotonic()))
            with traffic.lock:
                asked, traffic.minute = traffic.minute, []
            print(f"{minute:3} min {len(asked):5} asked {len(traffic.errors):3} errors  {times(asked)}  "
                  f"{memory(server)} MB  load {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
        for thread in threads:
            thread.join()
        for kind, seconds in sorted(traffic.times.items()):
            print(f"{kind:16} {len(seconds):6}  {times(seconds)}")
        print(f"{traffic.cut} slow connections; errors: {traffic.errors[:20] or 'none'}")
        more_rows, more_sizes = measured(env)
        for name in more_sizes:
            more, grown = more_rows.get(name, 0) - rows.get(name, 0), more_sizes[name] - sizes.get(name, 0)
            if more or grown:
                print(f"{name:32} {grown / 1e6:+8.2f} MB  {more:+6} rows")
        print(f"database {sum(sizes.values()) / 1e6:.1f} MB, then {sum(more_sizes.values()) / 1e6:.1f} MB")
    return 1 if traffic.errors else 0


if __name__ == "__main__":
    sys.exit(main())
