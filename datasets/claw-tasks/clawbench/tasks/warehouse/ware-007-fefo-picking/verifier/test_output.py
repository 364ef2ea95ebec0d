import csv
import json

import pytest


def picked(workspace):
    file = workspace / "picked.csv"
    assert file.is_file(), "picked.csv is not there"
    with file.open(newline="", encoding="utf-8-sig") as rows:
        return [
            (row["order"].strip(), row["lot"].strip(), row["bin"].strip(), float(row["qty"]))
            for row in csv.DictReader(rows)
        ]


def of(workspace, order):
    return [row[1:] for row in picked(workspace) if row[0] == order]


@pytest.mark.weight(3)
def test_first_expired_first(workspace):
    assert of(workspace, "501") == [("L1", "B-1", 20), ("L2", "B-2", 5)]
    assert of(workspace, "504") == [("L5", "C-1", 10), ("L6", "C-2", 8)]


@pytest.mark.weight(3)
def test_single_lot(workspace):
    assert of(workspace, "502") == [("L3", "B-3", 12)]
    assert of(workspace, "505") == []
    assert of(workspace, "507") == [("L7", "C-3", 30)]


@pytest.mark.weight(3)
def test_remaining_life(workspace):
    assert of(workspace, "509") == [("L9", "D-2", 20)]


@pytest.mark.weight(3)
def test_no_older_lot(workspace):
    assert of(workspace, "503") == [("L2", "B-2", 10), ("L3", "B-3", 20)]


@pytest.mark.weight(2)
def test_last_units(workspace):
    assert of(workspace, "506") == [("L3", "B-3", 8)]
    assert of(workspace, "508") == [("L6", "C-2", 2)]


@pytest.mark.weight(1)
def test_serving_order(workspace):
    served = [row[0] for row in picked(workspace)]
    assert " ".join(served) == "501 501 502 509 503 503 504 504 506 507 508"


@pytest.mark.weight(3)
def test_shortages(workspace):
    file = workspace / "shortages.json"
    assert file.is_file(), "shortages.json is not there"
    short = json.loads(file.read_text(encoding="utf-8-sig"))
    assert {order: float(units) for order, units in short.items()} == {"505": 32, "506": 7, "508": 3}
