"""Spreadsheets, kept in memory as rows of texts by tab, in the shape of services/sheets.json."""

import re

CELL = re.compile(r"^\$?([A-Za-z]*)\$?([0-9]*)$")


class Sheets:
    """What task code sees as ctx.google_sheets. Cells are written raw and read back as texts."""

    def __init__(self):
        self.spreadsheets = []

    async def create_spreadsheet(self, title):
        made = {"id": f"sheet{len(self.spreadsheets) + 1}", "name": title, "values": {"Sheet1": []}}
        self.spreadsheets.append(made)
        return {"sheet_id": made["id"], "sheet_url": f"https://sheets.invalid/{made['id']}"}

    async def get_spreadsheet_id(self, name):
        return next((sheet["id"] for sheet in self.spreadsheets if sheet["name"] == name), None)

    async def read_values(self, sheet_id, range_):
        """Rows of a range; blank cells at the end of a row and blank rows at the end are left out."""
        rows, (left, top, right, bottom) = self._range(sheet_id, range_)
        part = [trimmed(row[left:right]) for row in rows[top:bottom]]
        while part and not part[-1]:
            part.pop()
        return part

    async def update_values(self, sheet_id, range_, values):
        """Write from the range's first cell on; None leaves a cell as it is."""
        rows, (left, top, _, _) = self._range(sheet_id, range_)
        for number, given in enumerate(values):
            put(rows, top + number, left, given)

    async def append_rows(self, sheet_id, range_, rows):
        kept, (left, _, _, _) = self._range(sheet_id, range_)
        while kept and not trimmed(kept[-1]):
            kept.pop()
        for given in rows:
            put(kept, len(kept), left, ["" if cell is None else cell for cell in given])

    def save(self):
        return {"spreadsheets": self.spreadsheets}

    def restore(self, state):
        self.spreadsheets = state["spreadsheets"]

    def _range(self, sheet_id, range_):
        sheet = next((sheet for sheet in self.spreadsheets if sheet["id"] == sheet_id), None)
        if sheet is None:
            raise RuntimeError(f"there is no spreadsheet {sheet_id!r}")
        tab, cells = split(range_, sheet["values"])
        if tab not in sheet["values"]:
            raise RuntimeError(f"the spreadsheet {sheet['name']!r} has no tab {tab!r}")
        return sheet["values"][tab], corners(cells)


def split(range_, tabs):
    """The tab and the cells of "Tab!A1:B2", "Tab" or "A1:B2" (of the first tab)."""
    if "!" in range_:
        tab, cells = range_.rsplit("!", 1)
        return tab.strip("'"), cells
    if range_.strip("'") in tabs:
        return range_.strip("'"), ""
    return next(iter(tabs), ""), range_


def corners(cells):
    """Left, top, right, bottom of a range, from 0, ends exclusive. An open start is 0, an open end None."""
    first, _, last = cells.partition(":")
    left, top = corner(first)
    if ":" not in cells:
        return (0, 0, None, None) if cells == "" else (left or 0, top or 0, end(left), end(top))
    right, bottom = corner(last)
    return left or 0, top or 0, end(right), end(bottom)


def corner(text):
    found = CELL.match(text)
    if found is None:
        raise ValueError(f"{text!r} is no cell")
    column, row = found.groups()
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return (number - 1 if column else None), (int(row) - 1 if row else None)


def end(position):
    return None if position is None else position + 1


def put(rows, top, left, given):
    while len(rows) <= top:
        rows.append([])
    row = rows[top]
    while len(row) < left + len(given):
        row.append("")
    for number, cell in enumerate(given):
        if cell is not None:
            row[left + number] = text_of(cell)


def text_of(cell):
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def trimmed(row):
    kept = list(row)
    while kept and kept[-1] == "":
        kept.pop()
    return kept
