import csv

import pytest


def rows(workspace):
    file = workspace / "net.csv"
    assert file.is_file(), "net.csv is not there"
    with file.open(newline="", encoding="utf-8-sig") as lines:
        return [{column: (cell or "").strip() for column, cell in row.items()} for row in csv.DictReader(lines)]


def holds(workspace, employee, *expected):
    found = [row for row in rows(workspace) if row["employee"] == employee]
    assert found, f"{employee} is not there"
    for column, value in zip(("taxable", "tax", "net"), expected):
        assert abs(float(found[0][column]) - value) <= 0.005, f"{column} of {employee} is not {value}"


@pytest.mark.weight(1)
def test_order(workspace):
    assert " ".join(row["employee"] for row in rows(workspace)) == "E1 E2 E3 E4 E5 E6"


@pytest.mark.weight(2)
def test_on_a_threshold(workspace):
    holds(workspace, "E1", 12000, 0, 1100)
    holds(workspace, "E6", 60000, 900, 4200)


@pytest.mark.weight(3)
def test_two_brackets(workspace):
    holds(workspace, "E2", 28200, 237.5, 2262.5)


@pytest.mark.weight(3)
def test_top_bracket(workspace):
    holds(workspace, "E3", 67200, 1140, 4860)


@pytest.mark.weight(2)
def test_cut_not_rounded(workspace):
    holds(workspace, "E4", 36399, 408.31, 2925.02)


@pytest.mark.weight(1)
def test_never_below_zero(workspace):
    holds(workspace, "E5", 0, 0, 250)
