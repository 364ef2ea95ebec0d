import csv
import hashlib
import json

import pytest

INPUT = "794a6b98c76a3b38714a67f0f0a3237d87f42e1935d5c7456ce48e910b39f9a3"
COLUMNS = ["id", "name", "phone", "email", "updated"]


@pytest.fixture
def rows(workspace):
    with open(workspace / "contacts_clean.csv", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        found = [{name: (row[name] or "").strip() for name in reader.fieldnames} for row in reader]
    return [[row[column] for column in COLUMNS] for row in found if any(row.values())]


def row(rows, number):
    return next(one for one in rows if one[0] == number)


@pytest.mark.weight(3)
def test_records_left(rows):
    assert [one[0] for one in rows] == ["101", "104", "105", "106", "108", "110"]


@pytest.mark.weight(3)
def test_newest_with_gaps_filled(rows):
    assert row(rows, "101") == ["101", "Ada Brink", "+49305550100", "ada@brink.example", "2026-01-04"]
    assert row(rows, "104") == ["104", "Ole Tamm", "+49405550199", "ole.tamm@mail.example", "2026-02-11"]
    assert row(rows, "110") == ["110", "Jan Reed", "", "jan@reed.example", "2026-03-01"]


@pytest.mark.weight(2)
def test_same_day(rows):
    assert row(rows, "108") == ["108", "Kai Lund", "+4555500144", "kai@lund.example", "2026-02-02"]


@pytest.mark.weight(2)
def test_without_email(rows):
    assert row(rows, "105") == ["105", "Mia Roth", "+49895550123", "", "2026-01-01"]
    assert row(rows, "106") == ["106", "Mia Roth", "+49895550123", "", "2026-01-02"]


@pytest.mark.weight(3)
def test_swallowed(workspace):
    merged = json.loads((workspace / "merged.json").read_text(encoding="utf-8-sig"))
    assert merged == {"101": [103, 107], "104": [102], "108": [109]}


@pytest.mark.weight(1)
def test_inputs_kept(rows, workspace):
    assert hashlib.sha256((workspace / "contacts.csv").read_bytes()).hexdigest() == INPUT
