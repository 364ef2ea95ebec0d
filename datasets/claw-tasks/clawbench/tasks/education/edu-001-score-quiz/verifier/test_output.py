import csv
import hashlib

import pytest

INPUTS = {
    "answers.csv": "19270b1e223e42df016bf48c70987aba9cba55a707c2ef2f99ad76717647d676",
    "key.json": "e0b6b2969fbaa8b67a7680fd578e06ef946563bd2ee30ab10f8fa99104f0d702",
}


@pytest.fixture
def rows(workspace):
    with open(workspace / "results.csv", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return [row for row in reader if any((row[name] or "").strip() for name in reader.fieldnames)]


def of(rows, student):
    row = next(one for one in rows if one["student"].strip() == student)
    return [float(row[column]) for column in ("right", "wrong", "blank", "score")]


@pytest.mark.weight(1)
def test_students(rows):
    assert [one["student"].strip() for one in rows] == ["s1", "s2", "s3", "s4", "s5"]


@pytest.mark.weight(3)
def test_penalty(rows):
    assert of(rows, "s1") == [2, 1, 1, 2.5]


@pytest.mark.weight(2)
def test_not_below_zero(rows):
    assert of(rows, "s2") == [0, 3, 1, 0]


@pytest.mark.weight(3)
def test_changed_mind(rows):
    assert of(rows, "s3") == [2, 1, 1, 2.5]


@pytest.mark.weight(2)
def test_practice_question(rows):
    assert of(rows, "s4") == [4, 0, 0, 6]


@pytest.mark.weight(2)
def test_spelling(rows):
    assert of(rows, "s5") == [3, 1, 0, 3.5]


@pytest.mark.weight(1)
def test_inputs_kept(rows, workspace):
    for name, digest in INPUTS.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest, name
