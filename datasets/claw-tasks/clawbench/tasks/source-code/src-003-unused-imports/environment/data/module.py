"""Turn the rota into a calendar file. Needs datetime and json."""
from __future__ import annotations

import csv
import json
import os.path
import xml.etree.ElementTree as tree
from collections import Counter, defaultdict
from datetime import date as day, timedelta
from pathlib import Path
import textwrap, string
from rota.names import *

__all__ = ["build", "Path"]


def build(rows):
    # json.dumps would be shorter
    seen = defaultdict(list)
    for row in rows:
        seen[row["string"]].append(day.fromisoformat(row["on"]) + timedelta(days=1))
    return {who: len(days) for who, days in seen.items()}


def load(name):
    """Read one rota.

    textwrap and tree are not needed for this.
    """
    with open(os.path.join("in", name)) as file:
        return build(csv.DictReader(file))


def tree_of(rows):
    return [row.Counter for row in rows]
