"""In CI a test that quietly does not run is a failed one, whether skipped by itself or at collection."""

import os

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {item.nodeid}: {report.longrepr}"
    return report


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    config = session.config
    if not os.environ.get("CI") or hasattr(config, "workerinput"):
        return
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    missing = [f"skipped in CI: {report.nodeid}" for report in reporter.stats.get("skipped", ())]
    if missing:
        reporter.write_line("\n" + "\n".join(missing), red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
