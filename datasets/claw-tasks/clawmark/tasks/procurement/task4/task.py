"""Purchase requests and two budgets: the task of task.ts in ClawMark's own contract."""

import csv
import re
from io import StringIO

METADATA = {
    "id": "procurement_task4",
    "name": "Purchase requests and two budgets",
    "category": "procurement",
    "environments": ["filesystem","email","notion","google_sheets"],
    "timeout_seconds": 600,
    "difficulty": "hard",
    "mm_level": "L1",
    "role": "Buyer at Marrowfield Works",
    "tags": ["approval-limits","split-requests","budget","mandate","silent-change"],
    "env_config": {
        "email": {
            "users": {
                "buyer": {"email": "buyer@marrowfield.example", "password": "buyer-pass"},
                "head": {"email": "head.purchasing@marrowfield.example", "password": "head-pass"},
                "director": {"email": "director@marrowfield.example", "password": "director-pass"},
                "ines": {"email": "ines@marrowfield.example", "password": "ines-pass"},
                "gus": {"email": "gus@marrowfield.example", "password": "gus-pass"},
            }
        },
        "google_sheets": {"task_id": "procurement_task4"},
    },
}

PROMPT = "You buy for Marrowfield Works. Your mailbox is buyer@marrowfield.example."

NOTICES = [
    {
        "notification": (
            "Sort the requests with Status \"new\" in the database Requests. `workspace/limits.md` "
            "says who approves which amount, and when several requests count as one; "
            "`workspace/leads.csv` has the team lead of each centre. Put the address of the approver "
            "into Approver and set Status to \"asked\". Then mail each approver concerned once, from "
            "your mailbox: the numbers of the requests that wait for this person with their amounts, "
            "and no others. Commit nothing in the sheet Budgets yet."
        ),
        "time": "2027-05-05T09:00:00Z",
    },
    {
        "notification": (
            "Approvals have come (\"Approved: ...\"). An approval counts only for requests whose "
            "Approver in Requests is the sender. Go through the approved requests in the order of "
            "their numbers: if the amount fits into what the centre has left (budget minus spent "
            "minus committed in the sheet Budgets, as it is this morning and with what you have just "
            "committed), set Status to \"approved\" and add the amount to committed; if not, set "
            "Status to \"no budget\" and commit nothing. What nobody entitled has approved stays "
            "\"asked\". Mail head.purchasing@marrowfield.example the numbers that found no budget, and "
            "only these."
        ),
        "time": "2027-05-07T09:00:00Z",
    },
    {
        "notification": (
            "Close the month. `workspace/actuals.csv` says which requests were invoiced and at what "
            "price: take their approved Amount out of committed in the sheet Budgets, add the price "
            "to spent, and set Status to \"closed\". The requests that have become \"withdrawn\" in "
            "Requests were approved before: their Amount leaves committed, too. Whatever else was "
            "approved stays committed. Write `workspace/month_end.csv` with the columns centre, "
            "budget, spent, committed, left, one row a centre in the order of the sheet, two "
            "decimals, and mail each team lead of `workspace/leads.csv` what is left in the own "
            "centre, and nothing of the other."
        ),
        "time": "2027-05-31T17:00:00Z",
    },
]


BUYER = "buyer@marrowfield.example"
HEAD = "head.purchasing@marrowfield.example"
DIRECTOR = "director@marrowfield.example"
INES = "ines@marrowfield.example"
GUS = "gus@marrowfield.example"

SCHEMA = {
    "Request": {"title": {}},
    "Centre": {"select": {"options": [{"name": "Tooling"}, {"name": "Print"}]}},
    "Requester": {"rich_text": {}},
    "Supplier": {"rich_text": {}},
    "Day": {"date": {}},
    "Amount": {"number": {}},
    "Approver": {"email": {}},
    "Status": {"select": {"options": [{"name": "new"}]}},
}
REQUESTS = [
    ("R-01", "Tooling", "Abel", "Ostrow Tools", "2027-05-03", 430),
    ("R-02", "Tooling", "Birgit", "Ostrow Tools", "2027-05-03", 320),
    ("R-03", "Tooling", "Birgit", "Ostrow Tools", "2027-05-03", 290),
    ("R-04", "Print", "Carlo", "Quill Paper", "2027-05-03", 1200),
    ("R-05", "Print", "Carlo", "Fennick Foils", "2027-05-04", 6400),
    ("R-06", "Print", "Dora", "Quill Paper", "2027-05-04", 480),
    ("R-07", "Tooling", "Birgit", "Ostrow Tools", "2027-05-04", 150),
]
BUDGETS = [
    ["centre", "budget", "spent", "committed"],
    ["Tooling", "4000.00", "2350.00", "0.00"],
    ["Print", "9000.00", "900.00", "0.00"],
]


def text(value):
    return [{"text": {"content": value}}]


async def row_of(ctx, request):
    for row in await ctx.notion.query_db("Requests"):
        if "".join(part["plain_text"] for part in row["properties"]["Request"]["title"]) == request:
            return row
    raise LookupError(request)


async def status(ctx, request):
    named = (await row_of(ctx, request))["properties"]["Status"]["select"]
    return named["name"] if named else ""


async def approver(ctx, request):
    return (await row_of(ctx, request))["properties"]["Approver"]["email"] or ""


async def budget(ctx, centre, column):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Budgets")
    head, *rows = await ctx.google_sheets.read_values(sheet, "Sheet1!A1:D10")
    return float(next(row for row in rows if row[0] == centre)[head.index(column)])


async def sent(ctx, user):
    mails = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if BUYER in mail["from"]]


def month(ctx, centre, column):
    rows = csv.DictReader(StringIO((ctx.workspace / "month_end.csv").read_text(encoding="utf-8-sig")))
    return next(float(row[column]) for row in rows if row["centre"].strip() == centre)


def near(left, right):
    return abs(left - right) <= 0.005


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    await ctx.notion.create_page("Purchasing")
    await ctx.notion.create_database("Requests", SCHEMA)
    for request, centre, requester, supplier, day, amount in REQUESTS:
        await ctx.notion.add_database_row(
            "Requests",
            {
                "Request": {"title": text(request)},
                "Centre": {"select": {"name": centre}},
                "Requester": {"rich_text": text(requester)},
                "Supplier": {"rich_text": text(supplier)},
                "Day": {"date": {"start": day}},
                "Amount": {"number": amount},
                "Status": {"select": {"name": "new"}},
            },
        )
    sheet = await ctx.google_sheets.create_spreadsheet("Budgets")
    await ctx.google_sheets.update_values(sheet["sheet_id"], "Sheet1!A1:D3", BUDGETS)
    return NOTICES[0]


async def stage1(ctx):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Budgets")
    await ctx.google_sheets.update_values(sheet, "Sheet1!B3:B3", [["2600.00"]])
    for user, body in (
        ("ines", "Approved: R-01, R-02, R-03, R-07"),
        ("head", "Approved: R-04"),
        ("gus", "Approved: R-05, R-06"),
        ("director", "Approved: R-05"),
    ):
        await ctx.email.send_email(from_user=user, to=BUYER, subject="Requests", body=body)
    return NOTICES[1]


async def stage2(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "inject" / "stage2", "/workspace")
    row = await row_of(ctx, "R-07")
    await ctx.notion.update_db_row(row["id"], {"Status": {"select": {"name": "withdrawn"}}})
    return NOTICES[2]


async def limits_applied(ctx):
    found = [await approver(ctx, request) for request in ("R-01", "R-04", "R-05", "R-06")]
    return found == [INES, HEAD, DIRECTOR, GUS]


async def split_seen(ctx):
    return [await approver(ctx, request) for request in ("R-02", "R-03", "R-07")] == [HEAD, HEAD, INES]


async def head_asked(ctx):
    mails = await sent(ctx, "head")
    return any(
        re.search(r"R-02[\s\S]*R-03[\s\S]*R-04", mail)
        and re.search("1[,']?200", mail)
        and not re.search("R-0[1567]", mail)
        for mail in mails
    )


async def leads_asked(ctx):
    ines = any("R-01" in m and "R-07" in m and not re.search("R-0[23456]", m) for m in await sent(ctx, "ines"))
    return ines and any("R-06" in m and not re.search("R-0[123457]", m) for m in await sent(ctx, "gus"))


async def entitled_only(ctx):
    return await status(ctx, "R-02") == "asked" and await status(ctx, "R-03") == "asked"


async def approved(ctx):
    return {await status(ctx, request) for request in ("R-01", "R-04", "R-06", "R-07")} == {"approved"}


async def budget_of_today(ctx):
    return await status(ctx, "R-05") == "no budget"


async def committed(ctx):
    return near(await budget(ctx, "Tooling", "committed"), 580) and near(await budget(ctx, "Print", "committed"), 1680)


async def head_told(ctx):
    mails = await sent(ctx, "head")
    return len(mails) == 2 and "R-05" in mails[1] and not re.search("R-0[123467]", mails[1])


async def spent_at_price(ctx):
    return near(await budget(ctx, "Print", "spent"), 2535.5) and near(await budget(ctx, "Tooling", "spent"), 2780)


async def withdrawn_released(ctx):
    rest = [await budget(ctx, centre, "committed") for centre in ("Tooling", "Print")]
    return near(rest[0], 0) and near(rest[1], 0) and await status(ctx, "R-01") == "closed"


async def month_end(ctx):
    left = near(month(ctx, "Tooling", "left"), 1220) and near(month(ctx, "Print", "left"), 64.5)
    return left and near(month(ctx, "Print", "budget"), 2600)


async def leads_told(ctx):
    ines, gus = (await sent(ctx, "ines"))[-1], (await sent(ctx, "gus"))[-1]
    return re.search("1[,']?220", ines) and "64.5" in gus and "64.5" not in ines


async def split_not_approved(ctx):
    return await status(ctx, "R-02") != "approved" and await status(ctx, "R-03") != "closed"


RUBRIC = {
    "stage0": [
        {"id": "limits-applied", "checker": limits_applied, "weight": 1.5},
        {"id": "split-seen", "checker": split_seen, "weight": 3.0},
        {"id": "head-asked", "checker": head_asked, "weight": 2.0},
        {"id": "leads-asked", "checker": leads_asked, "weight": 1.5},
    ],
    "stage1": [
        {"id": "entitled-only", "checker": entitled_only, "weight": 2.5},
        {"id": "approved", "checker": approved, "weight": 1.5},
        {"id": "budget-of-today", "checker": budget_of_today, "weight": 3.0},
        {"id": "committed", "checker": committed, "weight": 2.0},
        {"id": "head-told", "checker": head_told, "weight": 1.5},
    ],
    "stage2": [
        {"id": "spent-at-price", "checker": spent_at_price, "weight": 2.0},
        {"id": "withdrawn-released", "checker": withdrawn_released, "weight": 2.5},
        {"id": "month-end", "checker": month_end, "weight": 2.0},
        {"id": "leads-told", "checker": leads_told, "weight": 1.5},
    ],
    "final": [
        {"id": "split-not-approved", "checker": split_not_approved, "weight": 1.0},
    ],
}
