"""Is the overlay laid over the base as the loader would do it?"""

import hashlib
import json

import pytest

LAYERS = {
    "base.yaml": "046a89d10668642d0c5326b6d296ff412f80877d6087f06eaf0382c5dd563b43",
    "overlay.yaml": "2ff5759db9e0c70ba56d701ea1bf2a9c97880678a64d47e24e9b3ea22a25ccf8",
}


def effective(workspace):
    return json.loads((workspace / "effective.json").read_text(encoding="utf-8-sig"))


def same(found, wanted):
    """Equal as JSON: True is not 1."""
    assert json.dumps(found, sort_keys=True) == json.dumps(wanted, sort_keys=True)


@pytest.mark.weight(3)
def test_maps_merged(workspace):
    same(effective(workspace)["app"], {"name": "ledgerly", "debug": True, "workers": 0})
    same(effective(workspace)["labels"], {"team": "tills"})


@pytest.mark.weight(3)
def test_database(workspace):
    wanted = {"host": "db7.staging.example", "port": 5432, "pool": {"max": 20}, "options": ["trace"]}
    same(effective(workspace)["database"], wanted)


@pytest.mark.weight(3)
def test_appended(workspace):
    same(effective(workspace)["features"], ["search", "export", "beta", "audit"])


@pytest.mark.weight(1)
def test_replaced_by_a_map(workspace):
    same(effective(workspace)["retry"], {"times": 5, "wait": 2})


@pytest.mark.weight(3)
def test_new_map(workspace):
    same(effective(workspace)["cache"], {"ttl": 0, "note": "", "peers": ["c1", "c2"]})


@pytest.mark.weight(2)
def test_top_level_keys(workspace):
    assert sorted(effective(workspace)) == ["app", "cache", "database", "features", "labels", "retry"]


@pytest.mark.weight(1)
def test_layers_kept(workspace):
    effective(workspace)
    for name, digest in LAYERS.items():
        assert hashlib.sha256((workspace / name).read_bytes()).hexdigest() == digest
