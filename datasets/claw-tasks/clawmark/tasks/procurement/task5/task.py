"""Late lorries and the dock: the task of task.ts in ClawMark's own contract."""

import csv
import re
from datetime import datetime
from io import StringIO

METADATA = {
    "id": "procurement_task5",
    "name": "Late lorries and the dock",
    "category": "procurement",
    "environments": ["filesystem","email","notion","google_sheets","calendar"],
    "timeout_seconds": 600,
    "difficulty": "hard",
    "mm_level": "L1",
    "role": "Buyer at Marrowfield Works",
    "tags": ["delivery-dates","penalties","calendar","silent-change"],
    "env_config": {
        "email": {
            "users": {
                "buyer": {"email": "buyer@marrowfield.example", "password": "buyer-pass"},
                "finance": {"email": "finance@marrowfield.example", "password": "finance-pass"},
                "warehouse": {"email": "warehouse@marrowfield.example", "password": "warehouse-pass"},
                "ostrow": {"email": "accounts@ostrow.example", "password": "ostrow-pass"},
                "quill": {"email": "accounts@quillpaper.example", "password": "quill-pass"},
                "fennick": {"email": "info@fennick.example", "password": "fennick-pass"},
            }
        },
        "google_sheets": {"task_id": "procurement_task5"},
    },
}

PROMPT = "You buy for Marrowfield Works. Your mailbox is buyer@marrowfield.example."

NOTICES = [
    {
        "notification": (
            "Suppliers write that lorries will come later (\"Order <number> will arrive on <day>\"). A "
            "date counts when the sender is the supplier of that order: the sheet Orders names the "
            "supplier, the database Suppliers its Mail; the latest mail of a supplier on an order "
            "holds. Move the event of the order (its name is the number) in the calendar Dock to "
            "that day: same length, beginning at 08:00 or, when something stands there, at the next "
            "full hour at which the dock is free for the whole length. Due days in Orders stay. Mail "
            "warehouse@marrowfield.example, and nobody else, every order moved with its new day "
            "(YYYY-MM-DD) and hour (HH:MM)."
        ),
        "time": "2027-05-06T12:00:00Z",
    },
    {
        "notification": (
            "All five orders have arrived; the sheet Orders has the day in received, and due days as "
            "they were agreed in the end. Work out by `workspace/clause.md` what suppliers owe us "
            "for being late: a week begun counts whole, from the day after the due day. Write "
            "`workspace/claims.csv` with the columns order, days_late, claim (two decimals), one row "
            "an order for which something is owed, in the order of the sheet. Set status to "
            "\"claimed\" for these in Orders. Mail each supplier concerned (Mail in Suppliers) once: "
            "its orders and the claim for each. Who owes nothing hears nothing."
        ),
        "time": "2027-05-28T09:00:00Z",
    },
    {
        "notification": (
            "Rate the suppliers. By the sheet Orders as it stands today (the warehouse has gone over "
            "the days of arrival), count for each supplier the delivered orders, claimed ones too, "
            "and how many of them came on or before the due day; `workspace/scores.md` makes a word "
            "of it. Put the word into Rating in Suppliers and write `workspace/ratings.csv` with the "
            "columns supplier, delivered, on_time, rating, in the order of Suppliers. Agreements by "
            "telephone are none: due days change only in the sheet. Answer the supplier who wrote "
            "about that, with number and due day (YYYY-MM-DD) of the order from the sheet."
        ),
        "time": "2027-05-31T09:00:00Z",
    },
]


BUYER = "buyer@marrowfield.example"

ORDERS = [
    ["order", "supplier", "item", "quantity", "price", "due", "received", "status"],
    ["5301", "Ostrow Tools", "press", "2", "4200.00", "2027-05-10", "", "open"],
    ["5302", "Quill Paper", "label roll", "900", "2.10", "2027-05-11", "", "open"],
    ["5303", "Fennick Foils", "foil", "40", "31.00", "2027-05-12", "", "open"],
    ["5304", "Ostrow Tools", "guide rail", "10", "85.00", "2027-05-12", "", "open"],
    ["5305", "Fennick Foils", "core tube", "100", "4.40", "2027-05-07", "2027-05-07", "delivered"],
]
ARRIVED = [
    ["2027-05-10", "2027-05-18", "delivered"],
    ["2027-05-11", "2027-05-13", "delivered"],
    ["2027-05-12", "2027-05-13", "delivered"],
    ["2027-05-19", "2027-05-27", "delivered"],
]
SUPPLIERS = [
    ("Ostrow Tools", "accounts@ostrow.example", "reliable"),
    ("Quill Paper", "accounts@quillpaper.example", "watch"),
    ("Fennick Foils", "info@fennick.example", "reliable"),
]


async def order(ctx, number, column):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Orders")
    head, *rows = await ctx.google_sheets.read_values(sheet, "Sheet1!A1:H20")
    return next(row for row in rows if row[0] == number)[head.index(column)]


async def dock(ctx, number):
    found = [event for event in await ctx.calendar.get_events("Dock") if number in event["summary"]]
    return ",".join(f"{event['dtstart'][:16]} {event['dtend'][11:16]}" for event in found)


def table(ctx, name):
    text = (ctx.workspace / name).read_text(encoding="utf-8-sig")
    return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(StringIO(text))]


def claim(ctx, number):
    rows = (row for row in table(ctx, "claims.csv") if row["order"] == number)
    return next(((float(row["claim"]), float(row["days_late"])) for row in rows), None)


async def sent(ctx, user):
    mails = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if BUYER in mail["from"]]


async def rating(ctx, supplier):
    for row in await ctx.notion.query_db("Suppliers"):
        if "".join(part["plain_text"] for part in row["properties"]["Supplier"]["title"]) == supplier:
            return row["properties"]["Rating"]["select"]["name"]
    raise LookupError(supplier)


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    sheet = await ctx.google_sheets.create_spreadsheet("Orders")
    await ctx.google_sheets.update_values(sheet["sheet_id"], "Sheet1!A1:H6", ORDERS)
    await ctx.calendar.create_calendar("Dock")
    for summary, day, start, end in (
        ("5301", 10, 8, 10),
        ("5302", 11, 8, 9),
        ("5303", 12, 8, 9),
        ("5304", 12, 9, 10),
        ("Lift inspection", 13, 8, 9),
    ):
        await ctx.calendar.add_event(
            "Dock", summary=summary, dtstart=datetime(2027, 5, day, start), dtend=datetime(2027, 5, day, end)
        )
    await ctx.notion.create_page("Purchasing")
    await ctx.notion.create_database(
        "Suppliers",
        {
            "Supplier": {"title": {}},
            "Mail": {"email": {}},
            "Rating": {"select": {"options": [{"name": "reliable"}, {"name": "watch"}, {"name": "at risk"}]}},
        },
    )
    for supplier, mail, word in SUPPLIERS:
        await ctx.notion.add_database_row(
            "Suppliers",
            {
                "Supplier": {"title": [{"text": {"content": supplier}}]},
                "Mail": {"email": mail},
                "Rating": {"select": {"name": word}},
            },
        )
    for user, body in (
        ("ostrow", "Order 5301 will arrive on 2027-05-13."),
        ("quill", "Order 5303 will arrive on 2027-05-21."),
        ("ostrow", "Order 5301 will arrive on 2027-05-14, not before. Sorry."),
        ("fennick", "Order 5303 will arrive on 2027-05-13."),
    ):
        await ctx.email.send_email(from_user=user, to=BUYER, subject="Delivery", body=body)
    return NOTICES[0]


async def stage1(ctx):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Orders")
    await ctx.google_sheets.update_values(sheet, "Sheet1!F2:H5", ARRIVED)
    return NOTICES[1]


async def stage2(ctx):
    await ctx.email.send_email(
        from_user="ostrow",
        to=BUYER,
        subject="Your claim",
        body="For order 5301 we had agreed by telephone on 2027-05-17 as the due day. Please drop the claim.",
    )
    sheet = await ctx.google_sheets.get_spreadsheet_id("Orders")
    await ctx.google_sheets.update_values(sheet, "Sheet1!G3:G3", [["2027-05-11"]])
    return NOTICES[2]


async def last_word_holds(ctx):
    return await dock(ctx, "5301") == "2027-05-14T08:00 10:00"


async def dock_free(ctx):
    return await dock(ctx, "5303") == "2027-05-13T09:00 10:00"


async def others_stay(ctx):
    first = await dock(ctx, "5302") == "2027-05-11T08:00 09:00"
    return first and await dock(ctx, "5304") == "2027-05-12T09:00 10:00"


async def warehouse_told(ctx):
    mail = "\n".join(await sent(ctx, "warehouse"))
    words = ("5301", "05-14", "5303", "05-13", r"\b0?8:00", r"\b0?9:00")
    return all(re.search(word, mail) for word in words) and "05-21" not in mail


async def due_kept(ctx):
    return await order(ctx, "5301", "due") == "2027-05-10" and await order(ctx, "5303", "due") == "2027-05-12"


async def weeks_begun(ctx):
    owed, days = claim(ctx, "5301")
    return abs(owed - 84) <= 0.005 and days == 8


async def agreed_due(ctx):
    owed, days = claim(ctx, "5304")
    return abs(owed - 8.5) <= 0.005 and days == 8


async def small_delay_free(ctx):
    return len(table(ctx, "claims.csv")) == 2 and claim(ctx, "5302") is None and claim(ctx, "5303") is None


async def orders_claimed(ctx):
    found = [await order(ctx, number, "status") for number in ("5301", "5304", "5303")]
    return found == ["claimed", "claimed", "delivered"]


async def supplier_told(ctx):
    mails = await sent(ctx, "ostrow")
    whole = len(mails) == 1 and all(word in mails[0] for word in ("5301", "84", "5304", "8.5"))
    return whole and not await sent(ctx, "quill") and not await sent(ctx, "fennick")


async def rating_of_late(ctx):
    return await rating(ctx, "Ostrow Tools") == "at risk"


async def rating_corrected(ctx):
    return await rating(ctx, "Quill Paper") == "reliable"


async def rating_half(ctx):
    return await rating(ctx, "Fennick Foils") == "watch"


async def ratings_listed(ctx):
    rows = table(ctx, "ratings.csv")
    found = [(row["supplier"], float(row["delivered"]), float(row["on_time"]), row["rating"]) for row in rows]
    wanted = [("Ostrow Tools", 2, 0, "at risk"), ("Quill Paper", 1, 1, "reliable"), ("Fennick Foils", 2, 1, "watch")]
    return found == wanted


async def telephone_answered(ctx):
    mails = await sent(ctx, "ostrow")
    return len(mails) == 2 and "5301" in mails[1] and "2027-05-10" in mails[1]


async def due_not_talked_over(ctx):
    return await order(ctx, "5301", "due") == "2027-05-10"


RUBRIC = {
    "stage0": [
        {"id": "last-word-holds", "checker": last_word_holds, "weight": 2.5},
        {"id": "dock-free", "checker": dock_free, "weight": 2.0},
        {"id": "others-stay", "checker": others_stay, "weight": 1.0},
        {"id": "warehouse-told", "checker": warehouse_told, "weight": 2.0},
        {"id": "due-kept", "checker": due_kept, "weight": 1.0},
    ],
    "stage1": [
        {"id": "weeks-begun", "checker": weeks_begun, "weight": 2.5},
        {"id": "agreed-due", "checker": agreed_due, "weight": 3.0},
        {"id": "small-delay-free", "checker": small_delay_free, "weight": 2.0},
        {"id": "orders-claimed", "checker": orders_claimed, "weight": 1.0},
        {"id": "supplier-told", "checker": supplier_told, "weight": 2.0},
    ],
    "stage2": [
        {"id": "rating-of-late", "checker": rating_of_late, "weight": 2.0},
        {"id": "rating-corrected", "checker": rating_corrected, "weight": 3.0},
        {"id": "rating-half", "checker": rating_half, "weight": 1.5},
        {"id": "ratings-listed", "checker": ratings_listed, "weight": 1.5},
        {"id": "telephone-answered", "checker": telephone_answered, "weight": 2.0},
    ],
    "final": [
        {"id": "due-not-talked-over", "checker": due_not_talked_over, "weight": 1.0},
    ],
}
