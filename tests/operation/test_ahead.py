"""A worker reads its templates before its first request: a checkout under it changes no page of it."""

import gc
import runpy
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


@pytest.mark.parametrize("name", ["home", "account_login", "start"])
def test_a_page_needs_no_template_file_once_a_worker_has_begun(db, client, unread, monkeypatch, tmp_path, name):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))  # which that file sets
    worker = SimpleNamespace(pid=1, log=getLogger("test"))
    runpy.run_path(str(ROOT / "gunicorn.conf.py"))["post_worker_init"](worker)
    gc.unfreeze()

    read = Loader.get_contents

    def nothing_of_ours(loader, origin):
        path = Path(origin.name)
        assert not (path.is_relative_to(ROOT / "templates") and path.is_file()), f"{path} is read only now"
        return read(loader, origin)

    monkeypatch.setattr(Loader, "get_contents", nothing_of_ours)
    assert client.get(reverse(name)).status_code == 200
