"""Were the attachments decoded byte by byte, named without a clash, and listed?"""

import csv
import hashlib

import pytest

MESSAGE = "598cb34ac2af8ad8ed662dbcaf5a4b61b32a96b2083a120e59a187c78a18f934"
FILES = {
    "tide-table.csv": "station,high,low\nOld Quay,05:12,11:26\nHarbour Mouth,05:31,11:48\n",
    "notes.txt": "Se\u00f1or Alba wants 3 copies = one per boat, and all of them before the noon tide.\n"
    "Bring the caf\u00e9 key.",
    "tide-table-2.csv": "shot,caption\n1,Quay wall from the east\n2,Ladder and fender\n",
}


def rows(workspace):
    with open(workspace / "attachments.csv", encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        assert {"file", "type", "bytes", "sha256"} <= set(table.fieldnames or [])
        return [{key: (cell or "").strip() for key, cell in row.items() if key} for row in table]


def saved(workspace, name):
    return (workspace / "attachments" / name).read_bytes()


@pytest.mark.weight(2)
def test_first_table(workspace):
    assert saved(workspace, "tide-table.csv") == FILES["tide-table.csv"].encode()


@pytest.mark.weight(2)
def test_table_of_the_same_name(workspace):
    assert saved(workspace, "tide-table-2.csv") == FILES["tide-table-2.csv"].encode()


@pytest.mark.weight(3)
def test_quoted_printable_notes(workspace):
    assert saved(workspace, "notes.txt") == FILES["notes.txt"].encode()


@pytest.mark.weight(2)
def test_nothing_else_saved(workspace):
    found = {path.relative_to(workspace).as_posix() for path in workspace.rglob("*") if path.is_file()}
    assert found - {"message.eml", "attachments.csv"} == {f"attachments/{name}" for name in FILES}


@pytest.mark.weight(3)
def test_list(workspace):
    listed = [(row["file"].replace("attachments/", ""), row["type"], float(row["bytes"])) for row in rows(workspace)]
    assert listed == [
        (name, "text/plain" if name.endswith(".txt") else "text/csv", len(text.encode()))
        for name, text in FILES.items()
    ]


@pytest.mark.weight(2)
def test_digests(workspace):
    digests = [row["sha256"].lower() for row in rows(workspace)]
    assert digests == [hashlib.sha256(text.encode()).hexdigest() for text in FILES.values()]


@pytest.mark.weight(1)
def test_message_kept(workspace):
    rows(workspace)
    assert hashlib.sha256((workspace / "message.eml").read_bytes()).hexdigest() == MESSAGE
