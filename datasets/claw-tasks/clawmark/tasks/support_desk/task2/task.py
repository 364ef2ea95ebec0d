"""Refund requests from decision to pay run: the same task as task.ts, in ClawMark's own contract."""

import csv
import io
import json
import re

METADATA = {
    "id": "support_desk_task2",
    "name": "Refund requests from decision to pay run",
    "category": "support_desk",
    "environments": ["filesystem", "email", "google_sheets"],
    "timeout_seconds": 600,
    "difficulty": "hard",
    "mm_level": "L1",
    "role": "agent for refunds",
    "tags": ["refunds", "authority", "duplicate", "unit-change", "silent-sheet-change"],
    "env_config": {
        "email": {
            "users": {
                "refunds": {"email": "refunds@pinecone.example", "password": "refunds-1"},
                "vera": {"email": "vera.stolz@pinecone.example", "password": "vera-1"},
                "karl": {"email": "karl.mund@pinecone.example", "password": "karl-1"},
                "runa": {"email": "runa@fern.example", "password": "runa-1"},
                "piet": {"email": "piet@stork.example", "password": "piet-1"},
                "olga": {"email": "olga@brine.example", "password": "olga-1"},
            },
        },
        "google_sheets": {"task_id": "support_desk_task2"},
    },
}

USERS = METADATA["env_config"]["email"]["users"]

# Part of the address from which we write.
OURS = "refunds@pinecone"

PROMPT = "You look after refunds at Pinecone Goods, a web shop."


# What stages and checkers share


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


def data(ctx, name):
    return json.loads((ctx.workspace / name).read_text(encoding="utf-8-sig"))


def near(value, expected):
    return abs(float(value) - expected) < 0.005


def has(pattern, said):
    return re.search(pattern, said, re.IGNORECASE) is not None


# Stages


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    await seed_sheet(ctx, "Refunds", [["Order", "Amount", "Status"]])
    for user, order, body in (
        ("runa", "A1", "The lamp is too bright."),
        ("piet", "A2", "I do not need the vase any more."),
        ("runa", "A3", "The chair wobbles."),
        ("piet", "A4", "My neighbour Olga asked me to write for her."),
        ("piet", "A5", "I do not like the pattern."),
        ("olga", "A6", "The tray came chipped."),
        ("runa", "A1", "Did you get my first mail?"),
    ):
        to = USERS["refunds"]["email"]
        await ctx.email.send_email(from_user=user, to=to, subject=f"Refund {order}", body=body)
    return {
        "notification": (
            "It is 2 May 2027. Decide the mails \"Refund <order>\" in the inbox of refunds@pinecone.example by "
            "workspace/policy.md and workspace/orders.csv; an order asked for twice is decided once. Write "
            "workspace/decisions.csv with order,decision: \"refund\" (up to 200.00 and allowed), \"approval\" "
            "(allowed, but somebody must approve) or \"refuse\". Add a row to the sheet \"Refunds\" (Order, Amount, "
            "Status) for every refund, status \"to pay\", and for every approval, status \"waiting\"; nothing for "
            "refusals. Ask the person whom the policy names for approval, subject \"Approval\", a line `order: "
            "amount` each. Customers are written to later."
        ),
        "time": "2027-05-02T10:00:00Z",
    }


async def stage1(ctx):
    await put(ctx, "Refunds", "A1", "C", "chargeback")
    for user, body in (
        ("karl", "A2: 55.00\nPiet is a friend of the house, please be kind. Karl, head of sales"),
        ("vera", "A3: 230.00\nThe chair can be mended, so not the whole price. Vera"),
    ):
        await ctx.email.send_email(from_user=user, to=USERS["refunds"]["email"], subject="Approved", body=body)
    return {
        "notification": (
            "The pay run of today. Mails \"Approved\" are in the inbox of refunds@pinecone.example, lines `order: "
            "amount`; what counts as an approval is in workspace/policy.md. An approved order's row in the sheet "
            "\"Refunds\" takes the amount of the mail and the status \"to pay\". Then write workspace/payrun.csv "
            "for the bank with order,amount_cents (whole cents) for every row that is \"to pay\" now, in order of "
            "the order id, and set these rows to \"paid\". Mail the customers who are paid (address in "
            "workspace/orders.csv), subject \"Refund paid\", a line `order: amount`. Nobody else hears from us "
            "today."
        ),
        "time": "2027-05-04T10:00:00Z",
    }


async def stage2(ctx):
    await ctx.fs.upload_file(ctx.task_dir / "inject" / "stage2" / "returned.csv", "/workspace/returned.csv")
    found = await ctx.google_sheets.get_spreadsheet_id("Refunds")
    if found:
        await ctx.google_sheets.append_rows(found, "Sheet1", [["A9", "15.00", "paid"]])
    return {
        "notification": (
            "The bank sent some money back: workspace/returned.csv. Set these orders to \"returned\" in the sheet "
            "\"Refunds\" and ask each of their buyers (workspace/orders.csv) for another account, subject \"Account "
            "needed\", naming order and amount. Then close the week: workspace/summary.json with an entry for each "
            "status in the sheet as it stands now, `count` and `amount` (sum of Amount, two decimals). Send the sum "
            "of what is really \"paid\" to vera.stolz@pinecone.example, subject \"Refunds of the week\", as `paid: "
            "amount`."
        ),
        "time": "2027-05-07T15:00:00Z",
    }


# Checkers


def decided(ctx, order):
    return next(row["decision"].lower() for row in table(ctx, "decisions.csv") if row["order"] == order)


async def refund(ctx, order):
    _, amount, status = await line(ctx, "Refunds", order)
    return float(amount), status


async def told(ctx, user, *patterns):
    """Whether one of our mails to a user holds all patterns."""
    return any(all(has(pattern, mail) for pattern in patterns) for mail in await mails(ctx, user))


async def check_in_time(ctx):
    return decided(ctx, "A1") == "refund" and decided(ctx, "A6") == "refund"


async def check_too_late_or_download(ctx):
    return decided(ctx, "A2") == "refuse" and decided(ctx, "A5") == "refuse"


async def check_not_the_buyer(ctx):
    return decided(ctx, "A4") == "refuse"


async def check_asked_twice(ctx):
    entered = sorted((order, float(amount), status) for order, amount, status in (await sheet(ctx, "Refunds"))[1:])
    wanted = [("A1", 80, "to pay"), ("A3", 260, "waiting"), ("A6", 45.5, "to pay")]
    return len(table(ctx, "decisions.csv")) == 6 and entered == wanted


async def check_approval_asked(ctx):
    asked = [mail for mail in await mails(ctx, "vera") if has("approval", mail)]
    return bool(asked) and has(r"A3\W*260(\.00)?\b", asked[0]) and not re.search(r"A[12456]\b", asked[0])


async def check_payrun(ctx):
    run = [(row["order"], row["amount_cents"]) for row in table(ctx, "payrun.csv")]
    return run == [("A3", "23000"), ("A6", "4550")]


async def check_paid_rows(ctx):
    return await refund(ctx, "A3") == (230, "paid") and await refund(ctx, "A6") == (45.5, "paid")


async def check_chargeback_kept(ctx):
    return await refund(ctx, "A1") == (80, "chargeback")


async def check_customers_told(ctx):
    chair = await told(ctx, "runa", "paid", r"A3\W*230(\.00)?\b")
    return chair and await told(ctx, "olga", "paid", r"A6\W*45\.50?\b")


async def check_karl_has_no_say(ctx):
    return all(cells[0] != "A2" for cells in (await sheet(ctx, "Refunds"))[1:])


async def check_piet_unpaid(ctx):
    return not await mails(ctx, "piet")


async def check_returned_row(ctx):
    return await refund(ctx, "A6") == (45.5, "returned")


async def check_summary_paid(ctx):
    paid = data(ctx, "summary.json")["paid"]
    return int(paid["count"]) == 2 and near(paid["amount"], 245)


async def check_summary_others(ctx):
    summary = data(ctx, "summary.json")
    return near(summary["chargeback"]["amount"], 80) and near(summary["returned"]["amount"], 45.5)


async def check_account_asked(ctx):
    return await told(ctx, "olga", "account needed", "A6", r"45\.50?\b")


async def check_vera_told(ctx):
    return await told(ctx, "vera", "refunds of the week", r"paid\W*245(\.00)?\b")


RUBRIC = {
    "stage0": [
        {"id": "in-time", "checker": check_in_time, "weight": 1.5},
        {"id": "too-late-or-download", "checker": check_too_late_or_download, "weight": 1.5},
        {"id": "not-the-buyer", "checker": check_not_the_buyer, "weight": 2.0},
        {"id": "asked-twice", "checker": check_asked_twice, "weight": 1.5},
        {"id": "approval-asked", "checker": check_approval_asked, "weight": 1.5},
    ],
    "stage1": [
        {"id": "payrun", "checker": check_payrun, "weight": 3.0},
        {"id": "paid-rows", "checker": check_paid_rows, "weight": 1.5},
        {"id": "chargeback-kept", "checker": check_chargeback_kept, "weight": 1.5},
        {"id": "customers-told", "checker": check_customers_told, "weight": 1.5},
        {"id": "karl-has-no-say", "checker": check_karl_has_no_say, "weight": 1.0},
        {"id": "piet-unpaid", "checker": check_piet_unpaid, "weight": 1.0},
    ],
    "stage2": [
        {"id": "returned-row", "checker": check_returned_row, "weight": 1.5},
        {"id": "summary-paid", "checker": check_summary_paid, "weight": 2.5},
        {"id": "summary-others", "checker": check_summary_others, "weight": 1.5},
    ],
    "final": [
        {"id": "account-asked", "checker": check_account_asked, "weight": 1.5},
        {"id": "vera-told", "checker": check_vera_told, "weight": 1.5},
    ],
}
