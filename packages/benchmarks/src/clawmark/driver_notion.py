"""Pages and databases, kept in memory: properties in the form of Notion's API, plain values in services/notion.json."""

import copy

TEXTS = ("title", "rich_text")
NAMED = ("select", "status")
LISTS = ("people", "relation", "files")


class Notion:
    """What task code sees as ctx.notion. Databases are found on the page that was created last."""

    def __init__(self):
        self.pages = []
        self.databases = []

    async def create_page(self, title):
        page = {"id": f"page{len(self.pages) + 1}", "title": title, "content": ""}
        self.pages.append(page)
        return {"page_id": page["id"], "page_url": f"https://notion.invalid/{page['id']}"}

    async def create_database(self, title, properties_schema):
        page = self._page()
        if page is None:
            raise RuntimeError("there is no page yet: create one first")
        made = {"id": f"db{len(self.databases) + 1}", "title": title, "page": page, "rows": []}
        made["schema"] = {name: type_of(kind) for name, kind in properties_schema.items()}
        self.databases.append(made)
        return made["id"]

    async def add_database_row(self, db_title, properties):
        database = self._database(db_title)
        if database is None:
            raise RuntimeError(f"there is no database {db_title!r} on the current page")
        row = {"id": fresh(f"{database['id']}-row", database["rows"]), "properties": {}}
        database["rows"].append(row)
        write(database["schema"], row, properties)
        return row["id"]

    async def query_db(self, db_title):
        """All rows, each with every property of the schema; none where there is no such database."""
        database = self._database(db_title)
        return [] if database is None else [shown(database["schema"], row) for row in database["rows"]]

    async def update_db_row(self, page_id, properties):
        for database in self.databases:
            for row in database["rows"]:
                if row["id"] == page_id:
                    return write(database["schema"], row, properties)
        raise RuntimeError(f"there is no row {page_id!r}")

    def save(self):
        return {"databases": [plain_database(database) for database in self.databases], "pages": self.pages}

    def restore(self, state):
        """Take over plain values. A property whose plain value is the one it had keeps its full form."""
        before = {database["id"]: database for database in self.databases}
        self.pages = state["pages"]
        self.databases = [taken(database, before.get(database["id"]), self._page()) for database in state["databases"]]

    def _page(self):
        return self.pages[-1]["id"] if self.pages else None

    def _database(self, title):
        """Titles match when they contain what was asked for, in any case; the first one counts."""
        for database in self.databases:
            if database["page"] == self._page() and title.lower() in database["title"].lower():
                return database
        return None


def type_of(kind):
    """The type of a property: the "type" of its schema, or else its only key."""
    if isinstance(kind, str):
        return kind
    return kind.get("type") or next(iter(kind), "rich_text")


def fresh(stem, rows):
    taken_ids = {row["id"] for row in rows}
    number = len(rows) + 1
    while f"{stem}{number}" in taken_ids:
        number += 1
    return f"{stem}{number}"


def write(schema, row, properties):
    for name, value in properties.items():
        row["properties"][name] = full(schema.get(name) or type_of(value), value)


def full(kind, value):
    """A property as the API answers it: texts carry plain_text, everything carries its type."""
    inner = value.get(kind) if isinstance(value, dict) else value
    if kind in TEXTS:
        inner = [with_plain_text(part) for part in (inner or [])]
    return {"type": kind, kind: copy.deepcopy(inner)}


def with_plain_text(part):
    text = part.get("plain_text")
    if text is None:
        text = part.get("text", {}).get("content", "")
    return {"type": "text", "text": {"content": text}, **part, "plain_text": text}


def shown(schema, row):
    found = {name: row["properties"].get(name) or from_plain(kind, None) for name, kind in schema.items()}
    return {"object": "page", "id": row["id"], "properties": copy.deepcopy({**found, **row["properties"]})}


def plain_database(database):
    rows = [plain_row(database, row) for row in database["rows"]]
    return {"id": database["id"], "title": database["title"], "schema": database["schema"], "rows": rows}


def plain_row(database, row):
    full_row = shown(database["schema"], row)
    return {"id": row["id"], "properties": {name: plain(value) for name, value in full_row["properties"].items()}}


def plain(value):
    """One property as a text, a number, a truth value or null."""
    kind = value["type"]
    inner = value[kind]
    if kind in TEXTS:
        return "".join(part["plain_text"] for part in inner)
    if inner is None or isinstance(inner, (str, int, float, bool)):
        return inner
    if kind in NAMED:
        return inner.get("name")
    if kind == "date":
        return "/".join(part for part in (inner.get("start"), inner.get("end")) if part)
    if isinstance(inner, list):
        return ", ".join(str(part.get("name") or part.get("id", "")) for part in inner)
    return str(inner)


def from_plain(kind, value):
    if kind in TEXTS:
        return full(kind, {kind: [] if value in (None, "") else [{"text": {"content": as_text(value)}}]})
    if kind == "checkbox":
        return full(kind, {kind: False if value is None else value})
    if kind == "multi_select" or kind in LISTS:
        key = "name" if kind in ("multi_select", "files") else "id"
        return full(kind, {kind: [{key: part.strip()} for part in as_text(value).split(",") if part.strip()]})
    if value in (None, "") and kind != "number":
        return full(kind, {kind: None})
    if kind in NAMED:
        return full(kind, {kind: {"name": as_text(value)}})
    if kind == "date":
        start, _, end = as_text(value).partition("/")
        return full(kind, {kind: {"start": start, "end": end or None}})
    return full(kind, {kind: value})


def as_text(value):
    """A plain value as TypeScript would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def taken(database, before, page):
    kept = {row["id"]: row["properties"] for row in before["rows"]} if before else {}
    rows = [
        {"id": row["id"], "properties": taken_row(database["schema"], row["properties"], kept.get(row["id"], {}))}
        for row in database["rows"]
    ]
    home = before["page"] if before else page
    return {"id": database["id"], "title": database["title"], "schema": database["schema"], "page": home, "rows": rows}


def taken_row(schema, properties, kept):
    made = {}
    for name, value in properties.items():
        if name in kept and same(plain(kept[name]), value):
            made[name] = kept[name]
        else:
            made[name] = from_plain(schema.get(name) or guessed(value), value)
    return made


def same(left, right):
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def guessed(value):
    """The type of a property that the schema does not know."""
    if isinstance(value, bool):
        return "checkbox"
    return "number" if isinstance(value, (int, float)) else "rich_text"
