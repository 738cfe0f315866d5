"""Which tests go last: the quick ones of the pure core, so that both workers end together.

A worker takes file after file; one whose tests wait for a process of the portal takes ten seconds.
"""

import pytest


@pytest.hookimpl(trylast=True)  # pytest-django has put those first that leave the database as they found it
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.nodeid.startswith("tests/core/"))
