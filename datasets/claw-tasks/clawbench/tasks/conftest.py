"""What every pytest verifier below this folder shares: the workspace to look at, and the mark that weighs a test."""

from pathlib import Path

import pytest


def pytest_addoption(parser):
    parser.addoption("--workspace", default=None, help="the folder that the agent worked in")


def pytest_configure(config):
    config.addinivalue_line("markers", "weight(n): the test's share of the score, 2 unless given")


@pytest.fixture
def workspace(request):
    folder = request.config.getoption("--workspace")
    if folder is None:
        pytest.fail("name the folder to verify with --workspace=<folder>")
    return Path(folder)
