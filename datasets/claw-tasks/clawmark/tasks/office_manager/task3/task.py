"""Three rooms and too many bookings: the task of task.ts in ClawMark's own contract."""

import csv
import re
from datetime import datetime
from io import StringIO

METADATA = {
    "id": "office_manager_task3",
    "name": "Three rooms and too many bookings",
    "category": "office_manager",
    "environments": ["filesystem","email","google_sheets","calendar"],
    "timeout_seconds": 600,
    "difficulty": "medium",
    "mm_level": "L1",
    "role": "Office manager of Brackwater Instruments",
    "tags": ["rooms","overlaps","access","silent-change"],
    "env_config": {
        "email": {
            "users": {
                "office": {"email": "office@brackwater.example", "password": "office-pass"},
                "director": {"email": "director@brackwater.example", "password": "director-pass"},
                "lena": {"email": "lena@brackwater.example", "password": "lena-pass"},
                "tomas": {"email": "tomas@brackwater.example", "password": "tomas-pass"},
            }
        },
        "google_sheets": {"task_id": "office_manager_task3"},
    },
}

PROMPT = "You run the office of Brackwater Instruments. Your mailbox is office@brackwater.example."

NOTICES = [
    {
        "notification": (
            "Each of our rooms has a calendar of its own: Oak, Birch and Cedar; "
            "`workspace/rooms.csv` has their seats. Descriptions of events say how many people come "
            "and the priority, 1 being the highest. Find bookings of one room that overlap in time "
            "(one that ends when the next begins does not overlap). Of two that overlap the one with "
            "the lower priority yields: move it, at its own time, to the calendar of the smallest "
            "room that has seats enough and is free then. Name and time stay. Write "
            "`workspace/moves.csv` with the columns event, from, to, one row a move."
        ),
        "time": "2027-05-07T09:00:00Z",
    },
    {
        "notification": (
            "Lena has a guest who cannot climb stairs; her mail names the meeting. Move that meeting "
            "to a room that is step-free by `workspace/rooms.csv` and has seats enough for all who "
            "come. It begins at its present time or, where no such room is free for its whole "
            "length, at the earliest later half hour of that day at which one is; of two rooms take "
            "the smaller. Other bookings stay where they are today. Change the calendars, then mail "
            "lena@brackwater.example the room and the new time of beginning as HH:MM. Tell nobody "
            "else."
        ),
        "time": "2027-05-08T09:00:00Z",
    },
    {
        "notification": (
            "The week from Monday 10 to Friday 14 May 2027 is over. Add up for each of the rooms "
            "Oak, Birch and Cedar the hours for which it was booked in that week, from the calendars "
            "as they are now; a booking whose name begins with CANCELLED counts for nothing. Write "
            "them under the head of the sheet Room use: one row a room, in the order of "
            "`workspace/rooms.csv`, hours as a number with up to two decimals. Then mail "
            "director@brackwater.example the name of the room with the fewest hours and its hours "
            "as a number; name no other room."
        ),
        "time": "2027-05-15T09:00:00Z",
    },
]


OFFICE = "office@brackwater.example"
ROOMS = ("Oak", "Birch", "Cedar")

# Room, summary, day of May, from, to, people, priority.
BOOKINGS = [
    ("Oak", "Board preparation", 10, (9, 0), (11, 0), 9, 1),
    ("Oak", "Supplier call", 10, (10, 0), (10, 30), 4, 3),
    ("Oak", "Rehearsal", 10, (14, 0), (15, 0), 10, 2),
    ("Oak", "Trial lesson", 10, (15, 0), (16, 0), 7, 3),
    ("Birch", "Payroll review", 10, (10, 0), (11, 0), 3, 2),
    ("Birch", "Yoga", 10, (16, 0), (17, 0), 6, 4),
    ("Birch", "Design crit", 10, (16, 30), (17, 30), 5, 2),
    ("Cedar", "Reading group", 11, (9, 0), (10, 30), 6, 4),
    ("Birch", "Budget talk", 12, (13, 0), (14, 0), 4, 1),
    ("Cedar", "Quarter review", 17, (9, 0), (12, 0), 8, 1),
]


async def events_named(ctx, room, name):
    return [event for event in await ctx.calendar.get_events(room) if event["summary"] == name]


async def places(ctx, name):
    """ "room from to" of every event of that name. """
    found = []
    for room in ROOMS:
        for event in await events_named(ctx, room, name):
            found.append(f"{room} {event['dtstart'][8:16]} {event['dtend'][8:16]}")
    return ",".join(found)


async def replace(ctx, room, event, **changes):
    await ctx.calendar.delete_event(room, event["uid"])
    await ctx.calendar.add_event(
        room,
        summary=changes.get("summary", event["summary"]),
        dtstart=event["dtstart"],
        dtend=changes.get("dtend", event["dtend"]),
        description=event.get("description", ""),
        location=event.get("location", ""),
        uid=event["uid"],
    )


async def sent(ctx, user):
    mails = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if OFFICE in mail["from"]]


async def use(ctx):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Room use")
    return await ctx.google_sheets.read_values(sheet, "Sheet1!A1:B20")


async def hours(ctx, room):
    return next(float(row[1]) for row in await use(ctx) if row[0] == room)


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    for room in ROOMS:
        await ctx.calendar.create_calendar(room)
    for room, summary, day, start, end, people, priority in BOOKINGS:
        await ctx.calendar.add_event(
            room,
            summary=summary,
            dtstart=datetime(2027, 5, day, *start),
            dtend=datetime(2027, 5, day, *end),
            description=f"people: {people}; priority: {priority}",
        )
    sheet = await ctx.google_sheets.create_spreadsheet("Room use")
    await ctx.google_sheets.update_values(sheet["sheet_id"], "Sheet1!A1:B1", [["room", "hours"]])
    return NOTICES[0]


async def stage1(ctx):
    for room in ("Birch", "Cedar"):
        for event in await events_named(ctx, room, "Yoga"):
            await replace(ctx, room, event, dtend=datetime(2027, 5, 10, 17, 30))
    await ctx.calendar.add_event(
        "Oak",
        summary="Audit closing",
        dtstart=datetime(2027, 5, 10, 16, 30),
        dtend=datetime(2027, 5, 10, 18, 0),
        description="people: 9; priority: 1",
        uid="audit-closing",
    )
    await ctx.email.send_email(
        from_user="lena",
        to=OFFICE,
        subject="A guest in a wheelchair",
        body=(
            'A guest who uses a wheelchair will join our meeting "Design crit" on Monday. Birch is up the stairs. '
            "Can you help?\nLena"
        ),
    )
    return NOTICES[1]


async def stage2(ctx):
    for room in ROOMS:
        for event in await events_named(ctx, room, "Supplier call"):
            await replace(ctx, room, event, summary="CANCELLED: Supplier call")
    return NOTICES[2]


async def call_moved(ctx):
    return await places(ctx, "Supplier call") == "Cedar 10T10:00 10T10:30"


async def yoga_moved(ctx):
    crit = await places(ctx, "Design crit")
    return await places(ctx, "Yoga") == "Cedar 10T16:00 10T17:00" and crit.startswith("Birch")


async def moves_listed(ctx):
    rows = csv.DictReader(StringIO((ctx.workspace / "moves.csv").read_text(encoding="utf-8-sig")))
    found = sorted(" ".join(row[key].strip() for key in ("event", "from", "to")) for row in rows)
    return found == ["Supplier call Oak Cedar", "Yoga Birch Cedar"]


async def neighbours_stay(ctx):
    rehearsal = await places(ctx, "Rehearsal")
    return rehearsal == "Oak 10T14:00 10T15:00" and await places(ctx, "Trial lesson") == "Oak 10T15:00 10T16:00"


async def step_free_room(ctx):
    return re.fullmatch(r"(Cedar|Oak) [^,]*", await places(ctx, "Design crit"))


async def free_slot(ctx):
    return await places(ctx, "Design crit") == "Cedar 10T17:30 10T18:30"


async def yoga_stays(ctx):
    return await places(ctx, "Yoga") == "Cedar 10T16:00 10T17:30"


async def lena_told(ctx):
    return any("Cedar" in mail and "17:30" in mail for mail in await sent(ctx, "lena"))


async def nobody_else_told(ctx):
    return not await sent(ctx, "director") and not await sent(ctx, "tomas")


async def oak_hours(ctx):
    return await hours(ctx, "Oak") == 5.5


async def birch_hours(ctx):
    return await hours(ctx, "Birch") == 2


async def cedar_hours(ctx):
    return await hours(ctx, "Cedar") == 4


async def rows_in_order(ctx):
    return [row[0] for row in await use(ctx)] == ["room", "Oak", "Birch", "Cedar"]


async def director_told(ctx):
    mails = await sent(ctx, "director")
    return any("Birch" in m and re.search(r"\b2(\.0+)?\b", m) and not re.search("Oak|Cedar", m) for m in mails)


RUBRIC = {
    "stage0": [
        {"id": "call-moved", "checker": call_moved, "weight": 2.5},
        {"id": "yoga-moved", "checker": yoga_moved, "weight": 2.5},
        {"id": "moves-listed", "checker": moves_listed, "weight": 2.0},
        {"id": "neighbours-stay", "checker": neighbours_stay, "weight": 1.0},
    ],
    "stage1": [
        {"id": "step-free-room", "checker": step_free_room, "weight": 2.0},
        {"id": "free-slot", "checker": free_slot, "weight": 3.0},
        {"id": "yoga-stays", "checker": yoga_stays, "weight": 1.0},
        {"id": "lena-told", "checker": lena_told, "weight": 2.0},
        {"id": "nobody-else-told", "checker": nobody_else_told, "weight": 1.0},
    ],
    "stage2": [
        {"id": "oak-hours", "checker": oak_hours, "weight": 2.0},
        {"id": "birch-hours", "checker": birch_hours, "weight": 2.0},
        {"id": "cedar-hours", "checker": cedar_hours, "weight": 3.0},
        {"id": "rows-in-order", "checker": rows_in_order, "weight": 1.0},
        {"id": "director-told", "checker": director_told, "weight": 2.0},
    ],
}
