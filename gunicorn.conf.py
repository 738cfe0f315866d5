"""How the portal is served: `gunicorn portal.wsgi` beside this file reads it. deploy/nginx.conf goes before it."""

import gc
import os
import shutil
import tempfile

import portal.server

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", max(2, os.cpu_count() or 1)))

# A client that sends half a request keeps a thread, not a worker, and for portal.server.SECONDS_LIMIT at most. Of the
# sixteen requests that threads hold, portal.turns.AT_ONCE are answered at once.
worker_class = portal.server.Worker
threads = 16
keepalive = 5
timeout = 60
graceful_timeout = portal.server.SECONDS_LIMIT

limit_request_line = 8_190  # the title finder's answers are in its address
limit_request_fields = 60
limit_request_field_size = 8_190

# Workers keep the figures of /metrics here for each other. Made once: gunicorn reads this file again at each reload.
METRICS_PREFIX = "operations-desk-metrics-"
METRICS_FOLDER = os.environ.get("PROMETHEUS_MULTIPROC_DIR") or tempfile.mkdtemp(prefix=METRICS_PREFIX)
os.environ["PROMETHEUS_MULTIPROC_DIR"] = METRICS_FOLDER


def post_worker_init(worker):
    """What is there before the first request stays: to look through it for garbage takes a tenth of a second."""
    from portal.ahead import read_ahead  # by the worker: the first process knows no settings
    from portal.memory import give_back_large_pieces

    give_back_large_pieces()
    read_ahead()
    gc.collect()
    gc.freeze()
    worker.log.info("Worker ready (pid: %s)", worker.pid)


def child_exit(server, worker):
    """One that was killed could not take itself out. One of a portal before, which was reloaded, has no shares."""
    if isinstance(worker, portal.server.Worker):
        worker.shares.clear(worker.place)


def on_exit(server):
    if METRICS_PREFIX in METRICS_FOLDER:
        shutil.rmtree(METRICS_FOLDER, ignore_errors=True)


# gunicorn would open one in the home directory, where the next gunicorn looks for it too.
control_socket_disable = True

accesslog = "-"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.logs.JsonFormatter"}, "access": {"()": "portal.logs.AccessFormatter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"},
        "stdout": {"class": "logging.StreamHandler", "formatter": "access", "stream": "ext://sys.stdout"},
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "gunicorn.access": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
    },
}
