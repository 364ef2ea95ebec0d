"""Triage and response times of a morning queue: the same task as task.ts, in ClawMark's own contract."""

import csv
import io
import json
import re

METADATA = {
    "id": "support_desk_task1",
    "name": "Triage and response times of a morning queue",
    "category": "support_desk",
    "environments": ["filesystem", "email", "notion", "google_sheets"],
    "timeout_seconds": 600,
    "difficulty": "medium",
    "mm_level": "L1",
    "role": "agent at the support desk",
    "tags": ["triage", "sla", "duplicate", "unit-change", "silent-row-change"],
    "env_config": {
        "email": {
            "users": {
                "desk": {"email": "desk@larkware.example", "password": "desk-1"},
                "lead": {"email": "ottilie.banks@larkware.example", "password": "lead-1"},
                "c1": {"email": "it@brookschool.example", "password": "c1-1"},
                "c2": {"email": "office@nettlebakery.example", "password": "c2-1"},
                "c3": {"email": "ops@heronfreight.example", "password": "c3-1"},
                "c4": {"email": "hello@mossstudio.example", "password": "c4-1"},
            },
        },
        "google_sheets": {"task_id": "support_desk_task1"},
    },
}

USERS = METADATA["env_config"]["email"]["users"]

# Part of the address from which we write.
OURS = "desk@larkware"

PROMPT = "You work at the support desk of Larkware."


# What stages and checkers share


def text(value):
    return {"rich_text": [{"text": {"content": value}}]}


def title(value):
    return {"title": [{"text": {"content": value}}]}


def select(value):
    return {"select": {"name": value}}


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


async def rows(ctx, database):
    return [plain(row) for row in await ctx.notion.query_db(database)]


async def row_id(ctx, database, key, wanted):
    """The id of the row with that value, None without one."""
    for row in await ctx.notion.query_db(database):
        if plain(row)[key] == wanted:
            return row["id"]
    return None


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


def data(ctx, name):
    return json.loads((ctx.workspace / name).read_text(encoding="utf-8-sig"))


def has(pattern, said):
    return re.search(pattern, said, re.IGNORECASE) is not None


# Stages


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    await ctx.notion.create_page("Support desk")
    schema = {"Customer": {"title": {}}, "Name": {"rich_text": {}}, "Plan": {"select": {}}}
    schema["Contact"] = {"rich_text": {}}
    await ctx.notion.create_database("Customers", schema)
    for customer, name, plan in (
        ("C1", "Brook School", "gold"),
        ("C2", "Nettle Bakery", "silver"),
        ("C3", "Heron Freight", "basic"),
        ("C4", "Moss Studio", "basic"),
    ):
        contact = USERS[customer.lower()]["email"]
        cells = {"Customer": title(customer), "Name": text(name), "Plan": select(plan), "Contact": text(contact)}
        await ctx.notion.add_database_row("Customers", cells)
    tickets = {"Ticket": {"title": {}}, "Customer": {"rich_text": {}}, "Opened": {"rich_text": {}}}
    tickets.update({"Priority": {"select": {}}, "Team": {"select": {}}, "Status": {"select": {}}})
    await ctx.notion.create_database("Tickets", {**tickets, "Merged into": {"rich_text": {}}})
    targets = [["Plan", "P1", "P2", "P3"], ["gold", "90m", "4h", "24h"]]
    await seed_sheet(ctx, "SLA targets", [*targets, ["silver", "3h", "4h", "36h"], ["basic", "8h", "12h", "48h"]])
    return {
        "notification": (
            "The queue of this morning is in workspace/tickets.csv. Enter every ticket as a row of the Notion "
            "database \"Tickets\" (Ticket, Customer, Opened as in the file). Priority and team come from "
            "workspace/triage.csv: the first row of it whose word stands in the subject or the text decides; no "
            "word, then P3 and the team \"product\". What customers call urgent themselves does not count. A ticket "
            "with the same customer and subject as an earlier one is a duplicate: status \"duplicate\", `Merged "
            "into` the earlier id, and the priority and team of that one. All others get the status \"open\". "
            "Answer nobody yet."
        ),
        "time": "2027-02-01T10:00:00Z",
    }


async def stage1(ctx):
    freight = await row_id(ctx, "Customers", "Customer", "C3")
    if freight:
        await ctx.notion.update_db_row(freight, {"Plan": select("gold")})
    return {
        "notification": (
            "It is 11:00 on 1 February. When must we have answered? The time allowed is in the sheet \"SLA "
            "targets\", by the plan of the customer (Notion database \"Customers\") and the priority of the ticket; "
            "\"m\" is minutes, \"h\" hours, counted from `Opened` around the clock. Write workspace/due.csv with "
            "ticket,due (like 2027-02-01T13:05) for every row of \"Tickets\" with the status \"open\", earliest "
            "first. Mail ottilie.banks@larkware.example, subject \"Due soon\": a line `ticket: due` for each that "
            "is overdue or due by 13:00, and no other ticket in it."
        ),
        "time": "2027-02-01T11:00:00Z",
    }


async def stage2(ctx):
    await ctx.fs.upload_file(ctx.task_dir / "inject" / "stage2" / "replies.csv", "/workspace/replies.csv")
    wish = await row_id(ctx, "Tickets", "Ticket", "T-105")
    if wish:
        await ctx.notion.update_db_row(wish, {"Priority": select("P2")})
    login = await row_id(ctx, "Tickets", "Ticket", "T-106")
    if login:
        await ctx.notion.update_db_row(login, {"Status": select("duplicate"), "Merged into": text("T-102")})
    return {
        "notification": (
            "How did we do? workspace/replies.csv lists our replies; only the first of the kind \"agent\" counts "
            "for a ticket. Hold it against the target (sheet \"SLA targets\", plan in \"Customers\", priority in "
            "\"Tickets\" as they stand now) for the tickets with the status \"open\" in the Notion database "
            "\"Tickets\". Write workspace/sla_report.json with `met` and `missed` (lists of ticket ids) and `rate` "
            "(share met, 0 to 1). Set those tickets to \"answered\". Send each customer with a missed ticket one "
            "mail to the contact in \"Customers\", subject \"Our apologies\", naming the ticket; nobody else gets "
            "one."
        ),
        "time": "2027-02-02T10:00:00Z",
    }


# Checkers


async def ticket(ctx, wanted):
    return next(row for row in await rows(ctx, "Tickets") if row["Ticket"] == wanted)


async def triaged(ctx, wanted):
    row = await ticket(ctx, wanted)
    return f"{row['Priority']} {row['Team']} {row['Status']}"


def due(ctx, wanted):
    return next(row["due"][:16] for row in table(ctx, "due.csv") if row["ticket"] == wanted)


async def check_six_tickets(ctx):
    return len({row["Ticket"] for row in await rows(ctx, "Tickets")}) == 6


async def check_high_priorities(ctx):
    return await triaged(ctx, "T-101") == "P1 access open" and await triaged(ctx, "T-104") == "P1 data open"


async def check_middle_priorities(ctx):
    return await triaged(ctx, "T-102") == "P2 billing open" and await triaged(ctx, "T-106") == "P2 access open"


async def check_urgent_is_no_word(ctx):
    return await triaged(ctx, "T-105") == "P3 product open"


async def check_duplicate(ctx):
    merged = (await ticket(ctx, "T-103"))["Merged into"]
    return await triaged(ctx, "T-103") == "P1 access duplicate" and merged == "T-101"


async def check_no_answer_yet(ctx):
    return not any([await mails(ctx, customer) for customer in ("c1", "c2", "c3", "c4")])


async def check_due_minutes(ctx):
    return due(ctx, "T-101") == "2027-02-01T09:40"


async def check_due_new_plan(ctx):
    return due(ctx, "T-104") == "2027-02-01T10:30"


async def check_due_all(ctx):
    if [row["ticket"] for row in table(ctx, "due.csv")] != ["T-101", "T-104", "T-102", "T-106", "T-105"]:
        return False
    wanted = {"T-102": "2027-02-01T12:20", "T-106": "2027-02-01T13:30", "T-105": "2027-02-03T09:05"}
    return all(due(ctx, name) == at for name, at in wanted.items())


async def check_lead_warned(ctx):
    warned = [mail for mail in await mails(ctx, "lead") if has("due soon", mail)]
    wanted = {"T-101": "09:40", "T-104": "10:30", "T-102": "12:20"}
    if not warned or set(re.findall(r"T-\d+", warned[0])) != set(wanted):
        return False
    return all(re.search(rf"{name}\W*2027-02-01[T ]{at}", warned[0]) for name, at in wanted.items())


async def check_met(ctx):
    return sorted(data(ctx, "sla_report.json")["met"]) == ["T-102", "T-104"]


async def check_missed(ctx):
    return sorted(data(ctx, "sla_report.json")["missed"]) == ["T-101", "T-105"]


async def check_rate(ctx):
    return abs(float(data(ctx, "sla_report.json")["rate"]) - 0.5) < 0.001


async def check_statuses(ctx):
    states = {row["Ticket"]: row["Status"] for row in await rows(ctx, "Tickets")}
    return list(states.values()).count("answered") == 4 and states["T-106"] == "duplicate"


async def check_apologies(ctx):
    for customer, wanted in (("c1", "T-101"), ("c4", "T-105")):
        sent = [mail for mail in await mails(ctx, customer) if has("apolog", mail)]
        if len(sent) != 1 or wanted not in sent[0]:
            return False
    return True


async def check_no_apology_in_time(ctx):
    return not await mails(ctx, "c2") and not await mails(ctx, "c3")


RUBRIC = {
    "stage0": [
        {"id": "six-tickets", "checker": check_six_tickets, "weight": 1.0},
        {"id": "high-priorities", "checker": check_high_priorities, "weight": 1.5},
        {"id": "middle-priorities", "checker": check_middle_priorities, "weight": 1.5},
        {"id": "urgent-is-no-word", "checker": check_urgent_is_no_word, "weight": 1.5},
        {"id": "duplicate", "checker": check_duplicate, "weight": 2.0},
        {"id": "no-answer-yet", "checker": check_no_answer_yet, "weight": 1.0},
    ],
    "stage1": [
        {"id": "due-minutes", "checker": check_due_minutes, "weight": 1.5},
        {"id": "due-new-plan", "checker": check_due_new_plan, "weight": 2.5},
        {"id": "due-all", "checker": check_due_all, "weight": 1.5},
        {"id": "lead-warned", "checker": check_lead_warned, "weight": 2.0},
    ],
    "stage2": [
        {"id": "met", "checker": check_met, "weight": 2.0},
        {"id": "missed", "checker": check_missed, "weight": 2.5},
        {"id": "rate", "checker": check_rate, "weight": 1.0},
        {"id": "statuses", "checker": check_statuses, "weight": 1.5},
    ],
    "final": [
        {"id": "apologies", "checker": check_apologies, "weight": 2.0},
        {"id": "no-apology-in-time", "checker": check_no_apology_in_time, "weight": 1.0},
    ],
}
