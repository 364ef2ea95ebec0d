"""Interviews with three calendars: the task of task.ts in ClawMark's own contract."""

import csv
import re
from datetime import datetime
from io import StringIO

METADATA = {
    "id": "recruiting_task2",
    "name": "Interviews with three calendars",
    "category": "recruiting",
    "environments": ["filesystem","email","notion","calendar"],
    "timeout_seconds": 600,
    "difficulty": "hard",
    "mm_level": "L1",
    "role": "Recruiter at Oakhollow Machines",
    "tags": ["scheduling","time-zones","silent-change"],
    "env_config": {
        "email": {
            "users": {
                "recruiter": {"email": "jobs@oakhollow.example", "password": "recruiter-pass"},
                "hana": {"email": "hana@oakhollow.example", "password": "hana-pass"},
                "piet": {"email": "piet@oakhollow.example", "password": "piet-pass"},
                "sofia": {"email": "sofia@oakhollow.example", "password": "sofia-pass"},
                "ada": {"email": "ada@post.example", "password": "ada-pass"},
                "noor": {"email": "noor@post.example", "password": "noor-pass"},
                "ben": {"email": "ben@post.example", "password": "ben-pass"},
            }
        },
    },
}

PROMPT = "You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example."

NOTICES = [
    {
        "notification": (
            "Book an interview of one hour for every candidate with Status \"interview\" in the "
            "database Candidates, in the order of Number. `workspace/panels.csv` says who interviews "
            "for which Role; each interviewer has a calendar of the same name. Take the earliest "
            "full hour from 14 to 16 June 2027, beginning between 09:00 and 16:00 but not at 12:00, "
            "at which the whole panel is free, counting what you have just booked. Put an event with "
            "the number as its name into the calendar Interviews and into that of each interviewer. "
            "Mail each of these candidates day (YYYY-MM-DD) and hour (HH:MM)."
        ),
        "time": "2027-06-10T09:00:00Z",
    },
    {
        "notification": (
            "Interviewers fill their calendars without asking. Find the interviews that no longer "
            "hold: an interviewer has something else at that hour, or the candidate has written \"Not "
            "on <day>\". Take all of these out of the calendars first, then book them anew in the "
            "order of Number by the rule of yesterday (earliest full hour from 14 to 16 June 2027, "
            "beginning 09:00 to 16:00, not at 12:00, whole panel of `workspace/panels.csv` free, "
            "never on a day the candidate ruled out), in Interviews and in the calendars of the "
            "panel. Mail the new day and hour to those who were moved; the others hear nothing."
        ),
        "time": "2027-06-11T09:00:00Z",
    },
    {
        "notification": (
            "The interviews begin tomorrow. Take the events of candidates whose Status in Candidates "
            "is no longer \"interview\" out of every calendar. Then write `workspace/agenda.csv` with "
            "the columns number, our_time, candidate_time, one row an interview in the order of "
            "time: both as YYYY-MM-DDTHH:MM. Our calendars run on UTC+02:00; `workspace/zones.csv` "
            "has the offset of each candidate, so the two times name the same moment. Mail each "
            "interviewer (hana@, piet@ and sofia@oakhollow.example) the numbers and our times of the "
            "interviews of that person, nobody else's; who has none gets no mail."
        ),
        "time": "2027-06-13T16:00:00Z",
    },
]


JOBS = "jobs@oakhollow.example"

CANDIDATES = [
    ("B-1", "Ada Kern", "ada@post.example", "Engineer", "interview"),
    ("B-2", "Noor Aziz", "noor@post.example", "Engineer", "interview"),
    ("B-3", "Ben Coyle", "ben@post.example", "Planner", "interview"),
    ("B-4", "Ugo Marra", "ugo@post.example", "Planner", "regret"),
]
BUSY = {
    "Hana": [("Lab", 14, 9, 11), ("Review", 14, 13, 14), ("Stand-up", 15, 9, 10)],
    "Piet": [("Dentist", 14, 11, 12)],
    "Sofia": [("Training", 14, 9, 15)],
}


async def when(ctx, calendar, name):
    found = [event for event in await ctx.calendar.get_events(calendar) if name in event["summary"]]
    return ",".join(event["dtstart"][5:16] for event in found)


async def everywhere(ctx, name, calendars, time):
    return {await when(ctx, calendar, name) for calendar in calendars} == {time}


async def sent(ctx, user):
    mails = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if JOBS in mail["from"]]


def agenda(ctx):
    text = (ctx.workspace / "agenda.csv").read_text(encoding="utf-8-sig")
    return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(StringIO(text))]


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    await ctx.notion.create_page("Recruiting")
    await ctx.notion.create_database(
        "Candidates",
        {
            "Number": {"title": {}},
            "Name": {"rich_text": {}},
            "Email": {"email": {}},
            "Role": {"select": {"options": [{"name": "Engineer"}, {"name": "Planner"}]}},
            "Status": {"select": {"options": [{"name": "interview"}, {"name": "regret"}]}},
        },
    )
    for number, name, email, role, status in CANDIDATES:
        await ctx.notion.add_database_row(
            "Candidates",
            {
                "Number": {"title": [{"text": {"content": number}}]},
                "Name": {"rich_text": [{"text": {"content": name}}]},
                "Email": {"email": email},
                "Role": {"select": {"name": role}},
                "Status": {"select": {"name": status}},
            },
        )
    await ctx.calendar.create_calendar("Interviews")
    for calendar, events in BUSY.items():
        await ctx.calendar.create_calendar(calendar)
        for summary, day, start, end in events:
            await ctx.calendar.add_event(
                calendar, summary=summary, dtstart=datetime(2027, 6, day, start), dtend=datetime(2027, 6, day, end)
            )
    return NOTICES[0]


async def stage1(ctx):
    await ctx.calendar.add_event(
        "Hana",
        summary="Client visit",
        dtstart=datetime(2027, 6, 14, 15),
        dtend=datetime(2027, 6, 14, 17),
        uid="client-visit",
    )
    await ctx.email.send_email(
        from_user="ben",
        to=JOBS,
        subject="My interview",
        body="Sorry, I travel on that Monday. Not on 2027-06-14, please, any other day is fine.\nBen",
    )
    return NOTICES[1]


async def stage2(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "inject" / "stage2", "/workspace")
    for row in await ctx.notion.query_db("Candidates"):
        if row["properties"]["Number"]["title"][0]["plain_text"] == "B-1":
            await ctx.notion.update_db_row(row["id"], {"Status": {"select": {"name": "withdrawn"}}})
    return NOTICES[2]


async def first_booked(ctx):
    return await everywhere(ctx, "B-1", ("Interviews", "Hana", "Piet"), "06-14T14:00")


async def second_booked(ctx):
    return await everywhere(ctx, "B-2", ("Interviews", "Hana", "Piet"), "06-14T15:00")


async def other_panel(ctx):
    panel = await everywhere(ctx, "B-3", ("Interviews", "Piet", "Sofia"), "06-14T16:00")
    return panel and await when(ctx, "Hana", "B-3") == ""


async def candidates_told(ctx):
    ada = any("2027-06-14" in mail and "14:00" in mail for mail in await sent(ctx, "ada"))
    return ada and any("2027-06-14" in mail and "16:00" in mail for mail in await sent(ctx, "ben"))


async def regret_not_booked(ctx):
    return await when(ctx, "Interviews", "B-4") == ""


async def conflict_moved(ctx):
    return await everywhere(ctx, "B-2", ("Interviews", "Hana", "Piet"), "06-15T10:00")


async def wish_followed(ctx):
    return await everywhere(ctx, "B-3", ("Interviews", "Piet", "Sofia"), "06-15T09:00")


async def good_one_stays(ctx):
    return await everywhere(ctx, "B-1", ("Interviews", "Hana", "Piet"), "06-14T14:00")


async def moved_told(ctx):
    noor, ben, ada = [await sent(ctx, user) for user in ("noor", "ben", "ada")]
    moved = re.search(r"2027-06-15[\s\S]*10:00", noor[-1]) and re.search(r"2027-06-15[\s\S]*0?9:00", ben[-1])
    return moved and len(ada) == 1


async def visit_kept(ctx):
    return await when(ctx, "Hana", "Client visit") == "06-14T15:00" and await when(ctx, "Piet", "Dentist") != ""


async def withdrawn_out(ctx):
    gone = await everywhere(ctx, "B-1", ("Interviews", "Hana", "Piet"), "")
    return gone and all(row["number"] != "B-1" for row in agenda(ctx))


async def agenda_order(ctx):
    found = [f"{row['number']} {row['our_time'][:16]}" for row in agenda(ctx)]
    return found == ["B-3 2027-06-15T09:00", "B-2 2027-06-15T10:00"]


async def candidate_times(ctx):
    times = {row["number"]: row["candidate_time"][:16] for row in agenda(ctx)}
    return times["B-3"] == "2027-06-15T03:00" and times["B-2"] == "2027-06-15T13:30"


async def interviewers_told(ctx):
    hana = any("B-2" in m and not re.search("B-[13]", m) for m in await sent(ctx, "hana"))
    piet = any("B-2" in m and "B-3" in m and "B-1" not in m for m in await sent(ctx, "piet"))
    return hana and piet and any("B-3" in m and not re.search("B-[12]", m) for m in await sent(ctx, "sofia"))


RUBRIC = {
    "stage0": [
        {"id": "first-booked", "checker": first_booked, "weight": 2.0},
        {"id": "second-booked", "checker": second_booked, "weight": 2.0},
        {"id": "other-panel", "checker": other_panel, "weight": 2.0},
        {"id": "candidates-told", "checker": candidates_told, "weight": 1.5},
        {"id": "regret-not-booked", "checker": regret_not_booked, "weight": 1.0},
    ],
    "stage1": [
        {"id": "conflict-moved", "checker": conflict_moved, "weight": 3.0},
        {"id": "wish-followed", "checker": wish_followed, "weight": 2.0},
        {"id": "good-one-stays", "checker": good_one_stays, "weight": 1.5},
        {"id": "moved-told", "checker": moved_told, "weight": 2.0},
        {"id": "visit-kept", "checker": visit_kept, "weight": 1.0},
    ],
    "stage2": [
        {"id": "withdrawn-out", "checker": withdrawn_out, "weight": 3.0},
        {"id": "agenda-order", "checker": agenda_order, "weight": 1.5},
        {"id": "candidate-times", "checker": candidate_times, "weight": 2.5},
        {"id": "interviewers-told", "checker": interviewers_told, "weight": 2.0},
    ],
}
