"""
A pytest plugin for the JUnit report: the id and the declared weight of every test stand in its properties, and a test that
never ended, because another one stopped the session, is an error and does not vanish.
"""

import pytest

DEFAULT_WEIGHT = 2

# Tests by node id, until their last phase has been reported.
open_tests = {}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    for item in items:
        marker = item.get_closest_marker("weight")
        weight = marker.args[0] if marker is not None and marker.args else DEFAULT_WEIGHT
        item.user_properties.append(("lawbook-id", item.nodeid.split("::", 1)[-1]))
        item.user_properties.append(("lawbook-weight", str(weight)))
        open_tests[item.nodeid] = item


def pytest_runtest_logreport(report):
    if report.when == "teardown":
        open_tests.pop(report.nodeid, None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    for item in list(open_tests.values()):
        for when, outcome, said in (("setup", "failed", "the session was stopped before it ended"), ("teardown", "passed", None)):
            report = pytest.TestReport(item.nodeid, item.location, {}, outcome, said, when, user_properties=item.user_properties)
            session.config.hook.pytest_runtest_logreport(report=report)
