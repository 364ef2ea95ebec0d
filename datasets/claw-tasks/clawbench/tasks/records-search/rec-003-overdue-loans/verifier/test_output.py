import csv
import hashlib

import pytest

INPUTS = {
    "members.csv": "350b8915cccc584b372bfee2bec0f8f2ab35c2502d97fcbfa811044c3ff2b1d5",
    "loans.csv": "2960fa0226a5bfbd34f216920f734a0cbd1db71de3d1c6de3dae7139deb68671",
    "titles.json": "487dec885763875ea2f3d6b454b52fe8252f9551acbcf4bb8fd59dcfb6734b32",
    "rules.json": "529c15e2c321e1b75a41af1f75dbd4d0ed380b3370bb8b2db0b35c6eef55f64e",
}


@pytest.fixture
def rows(workspace):
    with open(workspace / "result.csv", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        found = [{name: (row[name] or "").strip() for name in reader.fieldnames} for row in reader]
    return [row for row in found if any(row.values())]


def row(rows, loan):
    return next(one for one in rows if one["loan"] == loan)


@pytest.mark.weight(3)
def test_loans_in_order(rows):
    assert [one["loan"] for one in rows] == ["L4", "L6", "L1", "L7", "L8", "L5"]


@pytest.mark.weight(2)
def test_names(rows):
    names = {
        "L4": "Kai Lund",
        "L6": "Ada Brink",
        "L1": "Ada Brink",
        "L7": "",
        "L8": "Ole Tamm",
        "L5": "Voss, Ina",
    }
    for loan, name in names.items():
        assert row(rows, loan)["name"] == name


@pytest.mark.weight(2)
def test_titles(rows):
    titles = {
        "L4": 'Quays, Cranes and "Old Bess"',
        "L6": 'Quays, Cranes and "Old Bess"',
        "L1": "Harbour Lights",
        "L7": "",
        "L8": "Ropework",
        "L5": "The Tide Clerk",
    }
    for loan, title in titles.items():
        assert row(rows, loan)["title"] == title


@pytest.mark.weight(2)
def test_days(rows):
    for loan, days in {"L4": 168, "L6": 19, "L1": 17, "L7": 17, "L8": 5, "L5": 1}.items():
        assert float(row(rows, loan)["days"]) == days


@pytest.mark.weight(3)
def test_fees(rows):
    fees = {"L4": "6.00", "L6": "3.80", "L1": "3.40", "L7": "3.40", "L8": "1.00", "L5": "0.20"}
    for loan, fee in fees.items():
        assert row(rows, loan)["fee"] == fee


@pytest.mark.weight(1)
def test_workspace_kept(rows, workspace):
    for name, digest in INPUTS.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest, name
    left = sorted(path.relative_to(workspace).as_posix() for path in workspace.rglob("*") if path.is_file())
    assert left == sorted([*INPUTS, "result.csv"])
