"""A pytest plugin: writes the id and the declared weight of every test into its properties of the JUnit report."""

import pytest

DEFAULT_WEIGHT = 2


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    for item in items:
        marker = item.get_closest_marker("weight")
        weight = marker.args[0] if marker is not None and marker.args else DEFAULT_WEIGHT
        item.user_properties.append(("lawbook-id", item.nodeid.split("::", 1)[-1]))
        item.user_properties.append(("lawbook-weight", str(weight)))
