"""Is the table rectangular, with spans repeated and texts cleaned?"""

import csv
import hashlib

import pytest

PAGE = "feb9db46acac3000b9b45f8212d90048fceccba5ac1c4e232a832408ab3cda78"
COLUMNS = ("Boat", "Time", "Price", "Note")


def rows(workspace):
    with open(workspace / "table.csv", encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        assert set(COLUMNS) <= set(table.fieldnames or [])
        return [[(row[name] or "").strip() for name in COLUMNS] for row in table]


@pytest.mark.weight(2)
def test_row_count(workspace):
    assert len(rows(workspace)) == 5


@pytest.mark.weight(3)
def test_row_spans(workspace):
    assert [row[0].split(" ")[0] for row in rows(workspace)] == ["Skiff", "Skiff", "Canoe", "Raft", "Raft"]


@pytest.mark.weight(2)
def test_skiff(workspace):
    assert rows(workspace)[:2] == [["Skiff", "1 hour", "12,50 \u20ac", ""], ["Skiff", "Day", "60 \u20ac", "ask first"]]


@pytest.mark.weight(3)
def test_column_span(workspace):
    assert rows(workspace)[2] == ["Canoe & kayak", "on request", "on request", 'closed "Mondays"']


@pytest.mark.weight(3)
def test_raft(workspace):
    assert rows(workspace)[3:] == [
        ["Raft", "Day", "90 \u20ac", "life jackets included"],
        ["Raft", "Week", "90 \u20ac", ""],
    ]


@pytest.mark.weight(1)
def test_page_kept(workspace):
    rows(workspace)
    assert hashlib.sha256((workspace / "page.html").read_bytes()).hexdigest() == PAGE
