"""Rents of May: booking, reminders, closing: the same task as task.ts, in ClawMark's own contract."""

import csv
import io
import re

METADATA = {
    "id": "property_manager_task1",
    "name": "Rents of May: booking, reminders, closing",
    "category": "property_manager",
    "environments": ["filesystem", "email", "notion", "google_sheets"],
    "timeout_seconds": 600,
    "difficulty": "medium",
    "mm_level": "L1",
    "role": "rent clerk",
    "tags": ["rent", "same-name", "duplicate", "unit-change", "silent-sheet-change"],
    "env_config": {
        "email": {
            "users": {
                "rents": {"email": "rents@ashgrove.example", "password": "rents-1"},
                "owner": {"email": "greta.ashgrove@ashgrove.example", "password": "owner-1"},
                "first": {"email": "marta.sol@mailbox.example", "password": "first-1"},
                "second": {"email": "m.sol@letterbox.example", "password": "second-1"},
                "jori": {"email": "jori@falk.example", "password": "jori-1"},
                "agnes": {"email": "agnes@wirth.example", "password": "agnes-1"},
                "holm": {"email": "edda@holm.example", "password": "holm-1"},
            },
        },
        "google_sheets": {"task_id": "property_manager_task1"},
    },
}

USERS = METADATA["env_config"]["email"]["users"]

# Part of the address from which we write.
OURS = "rents@ashgrove"

PROMPT = "You book the rents of the house Ashgrove."


# What stages and checkers share


def text(value):
    return {"rich_text": [{"text": {"content": value}}]}


def title(value):
    return {"title": [{"text": {"content": value}}]}


def plain(row):
    """The properties of a row as plain values."""
    values = {}
    for name, value in row["properties"].items():
        if "title" in value or "rich_text" in value:
            values[name] = "".join(part["plain_text"] for part in value.get("title") or value.get("rich_text") or [])
        elif "select" in value:
            values[name] = (value["select"] or {}).get("name")
        else:
            values[name] = value.get("number")
    return values


async def row_id(ctx, database, key, wanted):
    """The id of the row with that value, None without one."""
    for row in await ctx.notion.query_db(database):
        if plain(row)[key] == wanted:
            return row["id"]
    return None


async def sheet(ctx, name):
    found = await ctx.google_sheets.get_spreadsheet_id(name)
    return await ctx.google_sheets.read_values(found, "Sheet1!A1:J40")


async def line(ctx, name, wanted):
    """The row of a sheet that begins with a value."""
    return next(cells for cells in await sheet(ctx, name) if cells and cells[0] == wanted)


async def put(ctx, name, wanted, column, value):
    """Write one cell of the first row that begins with a value, if there is one."""
    found = await ctx.google_sheets.get_spreadsheet_id(name)
    for index, cells in enumerate(await sheet(ctx, name)):
        if cells and cells[0] == wanted:
            return await ctx.google_sheets.update_values(found, f"Sheet1!{column}{index + 1}", [[value]])


async def seed_sheet(ctx, name, values):
    made = await ctx.google_sheets.create_spreadsheet(name)
    await ctx.google_sheets.update_values(made["sheet_id"], "Sheet1!A1", values)


async def mails(ctx, user):
    """Subject and body of every mail that we sent to a user."""
    sent = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in sent if OURS in mail["from"]]


def table(ctx, name):
    """Rows of a CSV file of the workspace, cells trimmed."""
    content = (ctx.workspace / name).read_text(encoding="utf-8-sig")
    return [{key: (cell or "").strip() for key, cell in row.items()} for row in csv.DictReader(io.StringIO(content))]


def has(pattern, said):
    return re.search(pattern, said, re.IGNORECASE) is not None


# Stages


TENANTS = {"U-11": "first", "U-12": "second", "U-13": "jori", "U-14": "agnes", "U-15": "holm"}


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    roll = [["Unit", "Tenant", "Email", "Rent", "Paid", "Booked"]]
    for unit, tenant, rent in (
        ("U-11", "Marta Sol", "820"),
        ("U-12", "Marta Sol", "820"),
        ("U-13", "Jori Falk", "700"),
        ("U-14", "Agnes Wirth", "760"),
        ("U-15", "Edda Holm", "980"),
    ):
        roll.append([unit, tenant, USERS[TENANTS[unit]]["email"], rent, "0", ""])
    await seed_sheet(ctx, "Rent roll", roll)
    await ctx.notion.create_page("Ashgrove")
    schema = {"Unit": {"title": {}}, "Agreement": {"rich_text": {}}, "Notes": {"rich_text": {}}}
    await ctx.notion.create_database("Leases", schema)
    for unit in TENANTS:
        cells = {"Unit": title(unit), "Agreement": text(""), "Notes": text("")}
        await ctx.notion.add_database_row("Leases", cells)
    return {
        "notification": (
            "The bank lines of May are in workspace/bank.csv. Book what tenants paid in the sheet \"Rent roll\": "
            "add the amount to `Paid` of the unit and put the bank_id into `Booked` (several joined by \";\"). A "
            "line belongs to the unit whose number stands in its reference, in any case; without a number to the "
            "unit of the tenant who is the payer, if only one unit has a tenant of that name. The same bank_id "
            "twice is one payment; outgoing (negative) lines are not looked at. Write what you cannot place into "
            "workspace/unplaced.csv (bank_id,payer,amount). No mails today."
        ),
        "time": "2027-05-07T09:00:00Z",
    }


async def stage1(ctx):
    lease = await row_id(ctx, "Leases", "Unit", "U-15")
    if lease:
        await ctx.notion.update_db_row(lease, {"Agreement": text("pays the rest until 2027-05-31")})
    await put(ctx, "Rent roll", "U-13", "D", "735")
    return {
        "notification": (
            "It is 11 May 2027: who is behind? For every unit of the sheet \"Rent roll\" where `Paid` is below "
            "`Rent`, work out what is missing. A late fee of 25.00 comes on top only if more than 100.00 is "
            "missing. Nobody is reminded whose row in the Notion database \"Leases\" has an `Agreement` that still "
            "runs. Write workspace/arrears.csv with unit,missing,fee,total for all units that are behind, the fee "
            "being 0 where an agreement runs, and send each tenant who is to be reminded a mail to the address in "
            "the sheet, subject \"Reminder\", with a line `total: amount`."
        ),
        "time": "2027-05-11T09:00:00Z",
    }


async def stage2(ctx):
    await ctx.fs.upload_file(ctx.task_dir / "inject" / "stage2" / "bank_june.csv", "/workspace/bank_june.csv")
    await put(ctx, "Rent roll", "U-14", "E", "760")
    await put(ctx, "Rent roll", "U-14", "F", "B-05;B-31")
    return {
        "notification": (
            "More money came: workspace/bank_june.csv. Read the header, it is another bank. Book it on the sheet "
            "\"Rent roll\" as before, by the unit in the reference only; a bank_id that stands in `Booked` of any "
            "unit is booked already, by whomever. What names no unit goes to workspace/unplaced.csv, below what "
            "stands there (in currency units, as before). Then write workspace/closing.csv with "
            "unit,owed,paid,balance (paid less owed), where owed is the rent plus the fee of workspace/arrears.csv, "
            "and mail greta.ashgrove@ashgrove.example, subject \"May closed\", the lines `balance: amount` (sum "
            "over all units) and `unplaced: number` (of payments)."
        ),
        "time": "2027-05-25T09:00:00Z",
    }


# Checkers


async def paid(ctx, unit):
    return float((await line(ctx, "Rent roll", unit))[4])


async def booked(ctx, unit):
    """The bank lines booked on a unit."""
    cells = await line(ctx, "Rent roll", unit)
    return sorted(part.strip() for part in "".join(cells[5:6]).split(";"))


def unplaced(ctx):
    return [(row["bank_id"], float(row["amount"])) for row in table(ctx, "unplaced.csv")]


def arrears(ctx, unit):
    row = next(row for row in table(ctx, "arrears.csv") if row["unit"] == unit)
    return [float(row[name]) for name in ("missing", "fee", "total")]


def closed(ctx, unit):
    """What a unit owed and paid, and its balance, in the closing."""
    row = next(row for row in table(ctx, "closing.csv") if row["unit"] == unit)
    return [float(row[name]) for name in ("owed", "paid", "balance")]


async def told(ctx, user, pattern):
    """Whether one of our mails to a user, subject and body, says this."""
    return any(has(pattern, mail) for mail in await mails(ctx, user))


async def check_by_reference(ctx):
    amounts = [await paid(ctx, unit) for unit in ("U-11", "U-15")]
    return amounts == [820, 950] and await booked(ctx, "U-11") == ["B-01"] and await booked(ctx, "U-15") == ["B-06"]


async def check_by_name(ctx):
    return await paid(ctx, "U-13") == 700 and await booked(ctx, "U-13") == ["B-02"]


async def check_line_twice(ctx):
    return await paid(ctx, "U-14") == 500 and await booked(ctx, "U-14") == ["B-05"]


async def check_two_of_one_name(ctx):
    return unplaced(ctx) == [("B-03", 820)] and await paid(ctx, "U-12") == 0


async def check_arrears_units(ctx):
    return sorted(row["unit"] for row in table(ctx, "arrears.csv")) == ["U-12", "U-13", "U-14", "U-15"]


async def check_raised_rent(ctx):
    return arrears(ctx, "U-13") == [35, 0, 35]


async def check_fees(ctx):
    wanted = {"U-12": [820, 25, 845], "U-14": [260, 25, 285], "U-15": [30, 0, 30]}
    return all(arrears(ctx, unit) == row for unit, row in wanted.items())


async def check_reminders(ctx):
    wanted = {"second": "845", "jori": "35", "agnes": "285"}
    said = r"^.*reminder[\s\S]*total[^\d\n-]*{}([.,]00?)?(?![.,]?\d)"
    return all([await told(ctx, user, said.format(total)) for user, total in wanted.items()])


async def check_agreement_respected(ctx):
    return not await mails(ctx, "holm")


async def check_other_marta_in_peace(ctx):
    return not await mails(ctx, "first")


async def check_cents(ctx):
    return await paid(ctx, "U-12") == 845 and await booked(ctx, "U-12") == ["B-32"]


async def check_booked_by_colleague(ctx):
    amounts = [await paid(ctx, unit) for unit in ("U-14", "U-15")]
    return amounts == [760, 950] and await booked(ctx, "U-14") == ["B-05", "B-31"]


async def check_not_for_rent(ctx):
    return await paid(ctx, "U-13") == 700 and unplaced(ctx) == [("B-03", 820), ("B-33", 300)]


async def check_closing(ctx):
    wanted = {"U-11": [820, 820, 0], "U-12": [845, 845, 0], "U-13": [735, 700, -35]}
    wanted.update({"U-14": [785, 760, -25], "U-15": [980, 950, -30]})
    return all(closed(ctx, unit) == row for unit, row in wanted.items())


async def check_owner_told(ctx):
    balance = r"^.*may closed[\s\S]*balance\W*?:[^\d\n]*[-\u2013\u2212][^\d\n]{0,5}90([.,]00?)?(?![.,]?\d)"
    unplaced_two = r"^.*may closed[\s\S]*unplaced[^\d\n-]*2\b"
    return await told(ctx, "owner", balance) and await told(ctx, "owner", unplaced_two)


RUBRIC = {
    "stage0": [
        {"id": "by-reference", "checker": check_by_reference, "weight": 1.5},
        {"id": "by-name", "checker": check_by_name, "weight": 1.5},
        {"id": "line-twice", "checker": check_line_twice, "weight": 2.0},
        {"id": "two-of-one-name", "checker": check_two_of_one_name, "weight": 2.0},
    ],
    "stage1": [
        {"id": "arrears-units", "checker": check_arrears_units, "weight": 1.5},
        {"id": "raised-rent", "checker": check_raised_rent, "weight": 2.5},
        {"id": "fees", "checker": check_fees, "weight": 1.5},
        {"id": "reminders", "checker": check_reminders, "weight": 2.0},
        {"id": "agreement-respected", "checker": check_agreement_respected, "weight": 1.5},
        {"id": "other-marta-in-peace", "checker": check_other_marta_in_peace, "weight": 1.0},
    ],
    "stage2": [
        {"id": "cents", "checker": check_cents, "weight": 2.0},
        {"id": "booked-by-colleague", "checker": check_booked_by_colleague, "weight": 2.5},
        {"id": "not-for-rent", "checker": check_not_for_rent, "weight": 1.5},
        {"id": "closing", "checker": check_closing, "weight": 2.0},
    ],
    "final": [
        {"id": "owner-told", "checker": check_owner_told, "weight": 2.0},
    ],
}
