import hashlib
import json

import pytest

INPUT = "0bab5d57073defe94c1364d0f28244bc780325cfdb679895d314699cac03918b"


@pytest.fixture
def stats(workspace):
    return json.loads((workspace / "stats.json").read_text(encoding="utf-8-sig"))


def same(found, expected):
    for key, value in expected.items():
        if value is None:
            assert found[key] is None, key
        else:
            assert abs(float(found[key]) - value) <= 0.0006, key


@pytest.mark.weight(1)
def test_sites(stats):
    assert sorted(stats) == ["Lock", "Mill", "Quay", "Weir"]


@pytest.mark.weight(3)
def test_quay(stats):
    same(stats["Quay"], {"n": 5, "missing": 1, "mean": 5.76, "median": 4.1})


@pytest.mark.weight(3)
def test_mill(stats):
    same(stats["Mill"], {"n": 5, "missing": 1, "mean": 4.56, "median": 5.6})


@pytest.mark.weight(3)
def test_spread(stats):
    same(stats["Quay"], {"sd": 3.830535})
    same(stats["Mill"], {"sd": 2.571575})


@pytest.mark.weight(2)
def test_one_reading(stats):
    same(stats["Weir"], {"n": 1, "missing": 2, "mean": 2.2, "median": 2.2, "sd": None})


@pytest.mark.weight(2)
def test_no_reading(stats):
    same(stats["Lock"], {"n": 0, "missing": 1, "mean": None, "median": None, "sd": None})


@pytest.mark.weight(1)
def test_inputs_kept(stats, workspace):
    assert hashlib.sha256((workspace / "measurements.csv").read_bytes()).hexdigest() == INPUT
