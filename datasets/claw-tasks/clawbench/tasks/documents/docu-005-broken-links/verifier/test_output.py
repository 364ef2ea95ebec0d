"""The same tests as check.ts, for the Python runner."""
import csv
import hashlib
import io

import pytest

INPUTS = {
    "docs/guide/usage.md": "a84cbf7896249ba0267d195f6fba7a56e3a19c2ad308ec52de0b4900947acdf0",
    "docs/img/plan.svg": "a4fad22f72858a0e7045cbaceeaf5eaa303b9e203a45e72db06b0421417a52e9",
    "docs/index.md": "4cf11ba3506532c71138e53aa339ea801599befe06aa11a383cf9f82555fb2e6",
    "docs/install.md": "c6a6a37630a01cf321465ad896471bae62d56a008afb7be0e614ad3703412861",
}


def filled(row):
    return any((cell or "").strip() for name, cell in row.items() if name is not None)


def rows(workspace):
    text = (workspace / "links.csv").read_text(encoding="utf-8-sig")
    assert text.strip(), "links.csv is empty"
    reader = csv.DictReader(io.StringIO(text))
    columns = ("file", "line", "target", "problem")
    for column in columns:
        assert column in (reader.fieldnames or []), f"links.csv has no column {column}"
    return [" ".join((row[column] or "").strip() for column in columns) for row in reader if filled(row)]


def targets(workspace):
    return [row.split(" ")[2] for row in rows(workspace)]


@pytest.mark.weight(3)
def test_files_missing(workspace):
    assert [row for row in rows(workspace) if row.endswith(" no-file")] == [
        "docs/guide/usage.md 4 install.md no-file",
        "docs/guide/usage.md 9 ../faq.md#why no-file",
        "docs/guide/usage.md 9 ../faq.md#why no-file",
        "docs/index.md 3 faq.md no-file",
        "docs/index.md 6 img/map.svg no-file",
        "docs/index.md 8 img/ no-file",
    ]


@pytest.mark.weight(3)
def test_anchors_missing(workspace):
    assert [row for row in rows(workspace) if row.endswith(" no-anchor")] == [
        "docs/guide/usage.md 3 ../install.md#steps-2 no-anchor",
        "docs/guide/usage.md 5 #First-Run no-anchor",
        "docs/index.md 8 #later no-anchor",
    ]


@pytest.mark.weight(3)
def test_good_ones_left_out(workspace):
    found = targets(workspace)
    assert found
    good = {"install.md#steps", "../install.md#steps", "#steps-1", "./guide/../guide/usage.md", "../img/plan.svg#layer"}
    assert not good & set(found)


@pytest.mark.weight(2)
def test_code_left_out(workspace):
    found = targets(workspace)
    assert found
    assert not {"missing.md", "nowhere.md"} & set(found)


@pytest.mark.weight(2)
def test_in_order(workspace):
    assert targets(workspace) == [
        "../install.md#steps-2",
        "install.md",
        "#First-Run",
        "../faq.md#why",
        "../faq.md#why",
        "faq.md",
        "img/map.svg",
        "#later",
        "img/",
    ]


@pytest.mark.weight(1)
def test_docs_kept(workspace):
    rows(workspace)
    for name, digest in INPUTS.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest, f"{name} was changed"
