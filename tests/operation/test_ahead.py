"""A worker reads its templates before its first request: a checkout under it changes no page of it."""

import gc
import runpy
import sys
from importlib import import_module
from logging import getLogger
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import engines
from django.template.loaders.filesystem import Loader
from django.urls import reverse

from tests.serving import ROOT


@pytest.fixture
def unread():
    """The loaders of the templates, which have read none."""
    loaders = engines["django"].engine.template_loaders
    for loader in loaders:
        loader.reset()
    yield loaders
    for loader in loaders:
        loader.reset()


@pytest.fixture
def begun(unread, monkeypatch, tmp_path):
    """Call it to begin a worker, as gunicorn does."""
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))  # which that file sets
    yield lambda: runpy.run_path(str(ROOT / "gunicorn.conf.py"))["post_worker_init"](
        SimpleNamespace(pid=1, log=getLogger("test"))
    )
    gc.unfreeze()


@pytest.mark.parametrize("name", ["home", "account_login", "start"])
def test_a_page_needs_no_template_file_once_a_worker_has_begun(db, client, begun, monkeypatch, name):
    begun()
    read = Loader.get_contents

    def nothing_of_ours(loader, origin):
        path = Path(origin.name)
        assert not (path.is_relative_to(ROOT / "templates") and path.is_file()), f"{path} is read only now"
        return read(loader, origin)

    monkeypatch.setattr(Loader, "get_contents", nothing_of_ours)
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["roles.core.content.report", "roles.backup.digest"])
def test_a_module_that_nothing_has_needed_yet_is_read(begun, monkeypatch, name):
    monkeypatch.setattr(name, import_module(name))  # what its package has is as before after the test
    monkeypatch.delitem(sys.modules, name)
    begun()
    assert name in sys.modules
