"""Headcount and meals for a company dinner: the same task as task.ts, in ClawMark's own contract."""

import csv
import io
import json
import re

METADATA = {
    "id": "event_planner_task1",
    "name": "Headcount and meals for a company dinner",
    "category": "event_planner",
    "environments": ["filesystem", "email", "notion"],
    "timeout_seconds": 600,
    "difficulty": "medium",
    "mm_level": "L1",
    "role": "assistant of Mara Lindqvist, event planner",
    "tags": ["guest-list", "catering", "silent-file-change", "same-name"],
    "env_config": {
        "email": {
            "users": {
                "mara": {"email": "mara.lindqvist@fairday.example", "password": "mara-1"},
                "caterer": {"email": "orders@greenfork.example", "password": "caterer-1"},
                "sam": {"email": "s.ortega@lumen.example", "password": "sam-1"},
                "grete": {"email": "grete@lumen.example", "password": "grete-1"},
                "kurt": {"email": "kurt@tarn.example", "password": "kurt-1"},
            },
        },
    },
}

USERS = METADATA["env_config"]["email"]["users"]

# Part of the address from which we write.
OURS = "mara.lindqvist@"

PROMPT = "You help Mara Lindqvist of Fairday Events with a company dinner."


# What stages and checkers share


def text(value):
    return {"rich_text": [{"text": {"content": value}}]}


def title(value):
    return {"title": [{"text": {"content": value}}]}


def select(value):
    return {"select": {"name": value}}


def number(value):
    return {"number": value}


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
    await ctx.notion.create_page("Company dinner")
    schema = {"Vendor": {"title": {}}, "Role": {"rich_text": {}}, "Headcount": {"number": {}}}
    schema.update({"Price per meal": {"number": {}}, "Status": {"select": {}}})
    await ctx.notion.create_database("Vendors", schema)
    for vendor, role, price, status in (
        ("Greenfork Kitchen", "catering", 38, "open"),
        ("Brassline Trio", "music", None, "booked"),
    ):
        cells = {"Vendor": title(vendor), "Role": text(role), "Headcount": number(None)}
        cells.update({"Price per meal": number(price), "Status": select(status)})
        await ctx.notion.add_database_row("Vendors", cells)
    return {
        "notification": (
            "Good morning. We have to tell the kitchen how many people dine on Thursday. The answers are in "
            "workspace/guests.csv. One address is one person, however it is capitalised; where an address stands "
            "twice, the later line holds. Only an rsvp of \"yes\" dines, and an empty diet is \"standard\". Please "
            "write workspace/headcount.json with the numbers `coming`, `standard`, `vegetarian`, `vegan` and "
            "`gluten-free`, and put the number of people into `Headcount` of Greenfork Kitchen in the Notion "
            "database \"Vendors\", with the status \"counted\". Nobody needs a mail yet."
        ),
        "time": "2027-03-08T09:00:00Z",
    }


async def stage1(ctx):
    await ctx.fs.upload_file(ctx.task_dir / "inject" / "stage1" / "guests.csv", "/workspace/guests.csv")
    for guest, body in (
        ("sam", "Answer: no\nSorry, I am abroad that week. Sam Ortega"),
        ("grete", "Answer: yes\nDiet: vegetarian\nLooking forward to it!"),
        ("kurt", "Answer: yes\nI shall bring two colleagues too, Henrik said that would be fine."),
    ):
        await ctx.email.send_email(from_user=guest, to=USERS["mara"]["email"], subject="RSVP", body=body)
    return {
        "notification": (
            "Time to order. Take workspace/guests.csv with Monday's rules, then apply the mails with the subject "
            "\"RSVP\" in Mara's inbox: \"Answer:\" replaces the rsvp and \"Diet:\" the diet of the guest with the "
            "sender's address. Whoever writes without standing on the list is not invited: do not count them, but "
            "put each such sender into workspace/open_questions.csv (columns address,request). Write the order to "
            "workspace/order.csv (diet,meals: standard, vegetarian, vegan, gluten-free), with spare meals on top: "
            "one for every ten guests begun, all vegan. Then mail the order to orders@greenfork.example: one line "
            "`diet: number` each and `total: number` for all meals."
        ),
        "time": "2027-03-10T09:00:00Z",
    }


async def stage2(ctx):
    kitchen = await row_id(ctx, "Vendors", "Vendor", "Greenfork Kitchen")
    if kitchen:
        await ctx.notion.update_db_row(kitchen, {"Price per meal": number(41.5)})
    lines = "standard: 3\nvegetarian: 3\nvegan: 2\ngluten-free: 2"
    await ctx.email.send_email(
        from_user="caterer",
        to=USERS["mara"]["email"],
        subject="Order confirmation",
        body=f"Dear Mara,\nwe confirm your order:\n{lines}\nGreenfork Kitchen",
    )
    return {
        "notification": (
            "Greenfork has confirmed: the mail \"Order confirmation\" is in Mara's inbox. Hold it against "
            "workspace/order.csv, diet by diet, and write workspace/confirmation_check.json with `differences` (a "
            "list of objects with diet, ordered, confirmed, only where the two differ), `meals` (all meals that we "
            "ordered) and `cost` (meals times the price per meal that stands with Greenfork Kitchen in the Notion "
            "database \"Vendors\"). If anything differs, answer orders@greenfork.example, subject \"Correction\", "
            "with a line `diet: number` for each wrong diet as we ordered it, and set the vendor's status to "
            "\"corrected\"; otherwise set it to \"confirmed\" and write to nobody."
        ),
        "time": "2027-03-11T08:30:00Z",
    }


# Checkers


async def kitchen_row(ctx):
    return next(row for row in await rows(ctx, "Vendors") if row["Vendor"] == "Greenfork Kitchen")


def meals(ctx, diet):
    return next(int(row["meals"]) for row in table(ctx, "order.csv") if row["diet"] == diet)


async def check_count_coming(ctx):
    return data(ctx, "headcount.json")["coming"] == 9


async def check_count_diets(ctx):
    counted = data(ctx, "headcount.json")
    return [counted[diet] for diet in ("standard", "vegetarian", "vegan", "gluten-free")] == [4, 1, 3, 1]


async def check_vendor_counted(ctx):
    row = await kitchen_row(ctx)
    return row["Headcount"] == 9 and row["Status"] == "counted"


async def check_no_early_mail(ctx):
    return not await mails(ctx, "caterer")


async def check_order_standard(ctx):
    return meals(ctx, "standard") == 3


async def check_order_vegetarian(ctx):
    return meals(ctx, "vegetarian") == 2


async def check_order_vegan(ctx):
    return meals(ctx, "vegan") == 3


async def check_order_gluten_free(ctx):
    return meals(ctx, "gluten-free") == 2


async def check_uninvited_listed(ctx):
    return [row["address"].lower() for row in table(ctx, "open_questions.csv")] == ["kurt@tarn.example"]


async def check_order_mailed(ctx):
    sent = await mails(ctx, "caterer")
    wanted = (r"standard\W*3\b", r"vegetarian\W*2\b", r"vegan\W*3\b", r"gluten-free\W*2\b", r"total\D{0,20}10\b")
    return len(sent) == 1 and all(has(pattern, sent[0]) for pattern in wanted)


async def check_differences(ctx):
    found = data(ctx, "confirmation_check.json")["differences"]
    lines = sorted((one["diet"], int(one["ordered"]), int(one["confirmed"])) for one in found)
    return lines == [("vegan", 3, 2), ("vegetarian", 2, 3)]


async def check_cost_at_new_price(ctx):
    found = data(ctx, "confirmation_check.json")
    return int(found["meals"]) == 10 and near(found["cost"], 415)


async def check_vendor_corrected(ctx):
    return (await kitchen_row(ctx))["Status"] == "corrected"


async def check_correction_mailed(ctx):
    return any(
        has("correction", mail) and has(r"vegan\W*3\b", mail) and has(r"vegetarian\W*2\b", mail)
        for mail in await mails(ctx, "caterer")
    )


async def check_guests_left_alone(ctx):
    return not any([await mails(ctx, guest) for guest in ("sam", "grete", "kurt")])


RUBRIC = {
    "stage0": [
        {"id": "count-coming", "checker": check_count_coming, "weight": 2.0},
        {"id": "count-diets", "checker": check_count_diets, "weight": 2.0},
        {"id": "vendor-counted", "checker": check_vendor_counted, "weight": 1.5},
        {"id": "no-early-mail", "checker": check_no_early_mail, "weight": 1.0},
    ],
    "stage1": [
        {"id": "order-standard", "checker": check_order_standard, "weight": 2.0},
        {"id": "order-vegetarian", "checker": check_order_vegetarian, "weight": 1.5},
        {"id": "order-vegan", "checker": check_order_vegan, "weight": 2.0},
        {"id": "order-gluten-free", "checker": check_order_gluten_free, "weight": 1.5},
        {"id": "uninvited-listed", "checker": check_uninvited_listed, "weight": 2.0},
        {"id": "order-mailed", "checker": check_order_mailed, "weight": 2.0},
    ],
    "stage2": [
        {"id": "differences", "checker": check_differences, "weight": 2.5},
        {"id": "cost-at-new-price", "checker": check_cost_at_new_price, "weight": 2.5},
        {"id": "vendor-corrected", "checker": check_vendor_corrected, "weight": 1.5},
    ],
    "final": [
        {"id": "correction-mailed", "checker": check_correction_mailed, "weight": 2.0},
        {"id": "guests-left-alone", "checker": check_guests_left_alone, "weight": 1.0},
    ],
}
