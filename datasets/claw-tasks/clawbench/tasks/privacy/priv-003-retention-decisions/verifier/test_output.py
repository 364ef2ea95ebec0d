"""The same tests as check.ts, for the Python runner."""
import csv
import hashlib
import io

import pytest

INPUTS = {
    "as_of.txt": "fb7930664b2cef48da257f1389d39e01e9f69648e4bbd410ccacb1866a6a56a9",
    "policy.csv": "8ef96f89515e35f0ce44edae6ab78d62af27eb21b3b32b78d47166ca368a7b25",
    "records.csv": "e20a4a83c438afc166855e5e9c7b58cdfb518517555a7abf01c8c2ae9ae83249",
}


def filled(row):
    return any((cell or "").strip() for name, cell in row.items() if name is not None)


def rows(workspace):
    text = (workspace / "retention.csv").read_text(encoding="utf-8-sig")
    assert text.strip(), "retention.csv is empty"
    reader = csv.DictReader(io.StringIO(text))
    columns = ("record_id", "verdict", "date")
    for column in columns:
        assert column in (reader.fieldnames or []), f"retention.csv has no column {column}"
    return [tuple((row[column] or "").strip() for column in columns) for row in reader if filled(row)]


def of(workspace, verdict):
    return [f"{record} {date}".strip() for record, said, date in rows(workspace) if said == verdict]


@pytest.mark.weight(4)
def test_to_delete(workspace):
    assert of(workspace, "delete") == ["R01 2026-11-15", "R04 2026-11-15", "R08 2026-02-28", "R11 2026-02-28"]


@pytest.mark.weight(3)
def test_to_keep(workspace):
    assert of(workspace, "keep") == ["R02 2026-11-30", "R05 2026-11-16", "R07 2026-11-30"]


@pytest.mark.weight(3)
def test_on_hold(workspace):
    assert of(workspace, "hold") == ["R06 2027-01-01", "R12 2027-01-10"]


@pytest.mark.weight(2)
def test_undecided(workspace):
    assert of(workspace, "open") == ["R03"]
    assert of(workspace, "no-rule") == ["R09"]


@pytest.mark.weight(2)
def test_one_row_each(workspace):
    listed = " ".join(record for record, _, _ in rows(workspace))
    assert listed == "R01 R02 R03 R04 R05 R06 R07 R08 R09 R11 R12"


@pytest.mark.weight(1)
def test_inputs_kept(workspace):
    rows(workspace)
    for name, digest in INPUTS.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest, f"{name} was changed"
