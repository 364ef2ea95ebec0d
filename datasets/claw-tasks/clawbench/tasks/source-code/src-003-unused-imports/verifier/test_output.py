"""The same tests as check.ts, for the Python runner."""
import csv
import hashlib
import io

import pytest

MODULE = "07284178bb9f421a13017f7383f8aa76683618eea33a07109f7fb5ad5ee4c1f1"


def filled(row):
    return any((cell or "").strip() for name, cell in row.items() if name is not None)


def rows(workspace):
    text = (workspace / "findings.csv").read_text(encoding="utf-8-sig")
    assert text.strip(), "findings.csv is empty"
    reader = csv.DictReader(io.StringIO(text))
    for column in ("line", "module", "name"):
        assert column in (reader.fieldnames or []), f"findings.csv has no column {column}"
    return [tuple((row[column] or "").strip() for column in ("line", "module", "name")) for row in reader if filled(row)]


def names(workspace):
    return [name for _, _, name in rows(workspace)]


@pytest.mark.weight(4)
def test_unused_found(workspace):
    assert {"json", "tree", "Counter", "string", "textwrap"} <= set(names(workspace))


@pytest.mark.weight(3)
def test_used_left_out(workspace):
    found = names(workspace)
    assert found
    assert not {"csv", "os", "os.path", "defaultdict", "day", "date", "timedelta", "Path"} & set(found)


@pytest.mark.weight(1)
def test_special_left_out(workspace):
    found = names(workspace)
    assert found
    assert not {"annotations", "*"} & set(found)


@pytest.mark.weight(3)
def test_rows_in_order(workspace):
    assert rows(workspace) == [
        ("5", "json", "json"),
        ("7", "xml.etree.ElementTree", "tree"),
        ("8", "collections", "Counter"),
        ("11", "string", "string"),
        ("11", "textwrap", "textwrap"),
    ]


@pytest.mark.weight(1)
def test_module_kept(workspace):
    rows(workspace)
    assert hashlib.sha256((workspace / "module.py").read_bytes()).hexdigest() == MODULE
