"""Are the requests counted in the right hour (UTC) and class, quiet hours included?"""

import csv
import hashlib

import pytest

LOG = "980e243d38669f974459395e3ffc83e84778fa822f758100bd9233a0e771a36b"
EXPECTED = {
    "2026-07-02T21:00Z": (2, 0, 0, 0),
    "2026-07-02T22:00Z": (1, 1, 0, 1),
    "2026-07-02T23:00Z": (0, 0, 0, 0),
    "2026-07-03T00:00Z": (1, 0, 2, 0),
    "2026-07-03T01:00Z": (0, 0, 0, 0),
    "2026-07-03T02:00Z": (1, 0, 0, 1),
}
CLASSES = ("2xx", "3xx", "4xx", "5xx")


def rows(workspace):
    with open(workspace / "summary.csv", encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        assert {"hour", *CLASSES} <= set(table.fieldnames or [])
        return [{key: (cell or "").strip() for key, cell in row.items() if key} for row in table]


def check(workspace, *hours):
    found = {row["hour"]: tuple(float(row[name]) for name in CLASSES) for row in reversed(rows(workspace))}
    for hour in hours:
        assert found.get(hour) == EXPECTED[hour]


@pytest.mark.weight(3)
def test_hours(workspace):
    assert [row["hour"] for row in rows(workspace)] == list(EXPECTED)


@pytest.mark.weight(2)
def test_before_midnight(workspace):
    check(workspace, "2026-07-02T21:00Z", "2026-07-02T22:00Z")


@pytest.mark.weight(2)
def test_quiet_hours(workspace):
    check(workspace, "2026-07-02T23:00Z", "2026-07-03T01:00Z")


@pytest.mark.weight(2)
def test_odd_requests(workspace):
    check(workspace, "2026-07-03T00:00Z")


@pytest.mark.weight(2)
def test_after_the_change(workspace):
    check(workspace, "2026-07-03T02:00Z")


@pytest.mark.weight(1)
def test_log_kept(workspace):
    rows(workspace)
    assert hashlib.sha256((workspace / "access.log").read_bytes()).hexdigest() == LOG
