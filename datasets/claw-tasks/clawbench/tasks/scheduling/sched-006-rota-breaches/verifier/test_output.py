import csv

import pytest


def breaches(workspace):
    file = workspace / "breaches.csv"
    assert file.is_file(), "breaches.csv is not there"
    with file.open(newline="", encoding="utf-8-sig") as lines:
        return [tuple(row[column].strip() for column in ("person", "rule", "date")) for row in csv.DictReader(lines)]


def of(workspace, rule):
    return sorted((person, date) for person, kind, date in breaches(workspace) if kind == rule)


@pytest.mark.weight(4)
def test_rest(workspace):
    assert of(workspace, "rest") == [
        ("Gil", "2026-10-06"),
        ("Ivo", "2026-10-12"),
        ("Jun", "2026-10-09"),
        ("Lou", "2026-10-05"),
    ]


@pytest.mark.weight(3)
def test_row(workspace):
    assert of(workspace, "row") == [("Hana", "2026-10-10"), ("Kai", "2026-10-14")]


@pytest.mark.weight(3)
def test_week(workspace):
    assert of(workspace, "week") == [("Hana", "2026-10-05"), ("Ivo", "2026-10-05")]


@pytest.mark.weight(1)
def test_sorted(workspace):
    assert [f"{person} {rule}" for person, rule, _ in breaches(workspace)] == [
        "Gil rest",
        "Hana row",
        "Hana week",
        "Ivo rest",
        "Ivo week",
        "Jun rest",
        "Kai row",
        "Lou rest",
    ]
