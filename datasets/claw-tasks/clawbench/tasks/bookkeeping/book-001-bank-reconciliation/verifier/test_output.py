import hashlib
import json

import pytest

KEPT = {
    "bank.csv": "4b62b2e1efe570160dd43a4300217739e0b2e75dee999a56f1b55a50e4d3a893",
    "ledger.csv": "b53803aa0d9c9e84db4fafffd25bd543d2cab521da3d0d1064016ab6e34b0914",
}


def open_items(workspace):
    file = workspace / "open_items.json"
    assert file.is_file(), "open_items.json is not there"
    return json.loads(file.read_text(encoding="utf-8-sig"))


def near(value, expected):
    assert not isinstance(value, bool)
    assert abs(float(value) - expected) <= 0.005, f"{value} is not {expected}"


@pytest.mark.weight(3)
def test_bank_lines_left(workspace):
    assert [str(ref) for ref in open_items(workspace)["bank_only"]] == ["B-104", "B-105", "B-107"]


@pytest.mark.weight(3)
def test_bookings_left(workspace):
    assert [str(entry) for entry in open_items(workspace)["ledger_only"]] == ["74", "75", "77"]


@pytest.mark.weight(1)
def test_pairs(workspace):
    near(open_items(workspace)["matched"], 4)


@pytest.mark.weight(2)
def test_difference(workspace):
    near(open_items(workspace)["difference"], -1037.5)


@pytest.mark.weight(1)
def test_inputs_kept(workspace):
    open_items(workspace)
    for name, digest in KEPT.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest, f"{name} was changed"
