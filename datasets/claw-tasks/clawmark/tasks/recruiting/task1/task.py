"""Screening two openings: the task of task.ts in ClawMark's own contract."""

import re
from datetime import datetime

METADATA = {
    "id": "recruiting_task1",
    "name": "Screening two openings",
    "category": "recruiting",
    "environments": ["filesystem","email","notion","google_sheets","calendar"],
    "timeout_seconds": 600,
    "difficulty": "medium",
    "mm_level": "L1",
    "role": "Recruiter at Oakhollow Machines",
    "tags": ["screening","namesakes","deadline","silent-change"],
    "env_config": {
        "email": {
            "users": {
                "recruiter": {"email": "jobs@oakhollow.example", "password": "recruiter-pass"},
                "lab": {"email": "lab@oakhollow.example", "password": "lab-pass"},
                "hall": {"email": "hall@oakhollow.example", "password": "hall-pass"},
                "ravi_analyst": {"email": "ravi.m@post.example", "password": "ravi_analyst-pass"},
                "ravi_welder": {"email": "rmenon@mailbox.example", "password": "ravi_welder-pass"},
                "tess": {"email": "tess@post.example", "password": "tess-pass"},
                "oskar": {"email": "oskar@post.example", "password": "oskar-pass"},
                "yara": {"email": "yara@post.example", "password": "yara-pass"},
                "imke": {"email": "imke@post.example", "password": "imke-pass"},
                "nils": {"email": "nils@post.example", "password": "nils-pass"},
                "dalia": {"email": "dalia@post.example", "password": "dalia-pass"},
            }
        },
        "google_sheets": {"task_id": "recruiting_task1"},
    },
}

PROMPT = "You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example."

NOTICES = [
    {
        "notification": (
            "Screen the applications in `workspace/applications.csv` against the sheet Requisitions "
            "and enter every one into the database Candidates (Number, Name, Email, Role, Status, "
            "Reason). Status is \"regret\" with the first Reason that holds: \"late\" when it was sent "
            "after closes, \"years\" below min years, \"language\" when the language is not among those "
            "of the candidate; otherwise \"longlist\" with an empty Reason. Go by number, names "
            "repeat. Then mail each manager in `workspace/managers.csv` the numbers on the longlist "
            "of the own role, and no others."
        ),
        "time": "2027-06-04T20:00:00Z",
    },
    {
        "notification": (
            "More has come in: `workspace/late_applications.csv`, and mails of candidates who "
            "withdraw. Managers change the sheet Requisitions without a word, so screen all "
            "applications of both files anew by the rules of Friday and by the sheet as it is today: "
            "correct Status and Reason of the rows in Candidates and add the new ones, one row a "
            "number. Whoever withdrew by mail gets Status \"withdrawn\" with an empty Reason; the "
            "address of the sender says who it is. Nobody is mailed yet, neither candidates nor "
            "managers."
        ),
        "time": "2027-06-07T09:00:00Z",
    },
    {
        "notification": (
            "Send the letters. For each role take as many from the longlist in Candidates as the "
            "column invites of the sheet Requisitions says today: most years first (the two files of "
            "applications have them), of equal ones whoever sent earlier. Set their Status to "
            "\"invited\" and mail each an invitation with the day (YYYY-MM-DD) on which the event "
            "Interview day stands in the calendar Interviews. Whoever is left on the longlist "
            "becomes \"reserve\" and hears nothing. Everybody with \"regret\" gets one friendly mail "
            "that names neither a day nor a reason. Who has withdrawn is left in peace."
        ),
        "time": "2027-06-08T09:00:00Z",
    },
]


JOBS = "jobs@oakhollow.example"

SCHEMA = {
    "Number": {"title": {}},
    "Name": {"rich_text": {}},
    "Email": {"email": {}},
    "Role": {"select": {"options": [{"name": "Analyst"}, {"name": "Welder"}]}},
    "Status": {"select": {"options": [{"name": "longlist"}, {"name": "regret"}]}},
    "Reason": {"rich_text": {}},
}
REQUISITIONS = [
    ["role", "min years", "language", "closes", "invites"],
    ["Analyst", "3", "de", "2027-06-04T18:00", "2"],
    ["Welder", "2", "de", "2027-06-04T18:00", "1"],
]

CANDIDATES = ("ravi_analyst", "ravi_welder", "tess", "oskar", "yara", "imke", "nils", "dalia")
DAY_OR_REASON = (
    r"2027-|\b\d{1,2}(st|nd|rd|th)? June|June \d|(\d+|two|three|four|minimum|min|enough|few|fewer) years|years of"
    r"|(enough|more|little|lack of) experience|language|German|(too|came|was|arrived|sent) late\b|closing date|deadline"
)


def plain(parts):
    return "".join(part["plain_text"] for part in parts)


async def standing(ctx, number):
    """ "status reason" of an application. """
    rows = await ctx.notion.query_db("Candidates")
    found = [row["properties"] for row in rows if plain(row["properties"]["Number"]["title"]) == number]
    if len(found) != 1:
        return "no row"
    named = found[0]["Status"]["select"] or {"name": ""}
    return f"{named['name']} {plain(found[0]['Reason']['rich_text'])}".strip()


async def all_are(ctx, numbers, wanted):
    return {await standing(ctx, number) for number in numbers} == {wanted}


async def sent(ctx, user):
    mails = await ctx.email.get_emails(user)
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if JOBS in mail["from"]]


async def sent_out(ctx, to):
    mails = await ctx.email.get_emails("recruiter", "Sent")
    return [f"{mail['subject']}\n{mail['body']}" for mail in mails if to in mail["to"]]


def names(mail, numbers):
    return all(number in mail for number in numbers)


async def set_cell(ctx, cell, value):
    sheet = await ctx.google_sheets.get_spreadsheet_id("Requisitions")
    await ctx.google_sheets.update_values(sheet, f"Sheet1!{cell}:{cell}", [[value]])


async def stage0(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "assets", "/workspace")
    await ctx.notion.create_page("Recruiting")
    await ctx.notion.create_database("Candidates", SCHEMA)
    sheet = await ctx.google_sheets.create_spreadsheet("Requisitions")
    await ctx.google_sheets.update_values(sheet["sheet_id"], "Sheet1!A1:E3", REQUISITIONS)
    await ctx.calendar.create_calendar("Interviews")
    await ctx.calendar.add_event(
        "Interviews",
        summary="Interview day",
        dtstart=datetime(2027, 6, 15, 9),
        dtend=datetime(2027, 6, 15, 17),
    )
    return NOTICES[0]


async def stage1(ctx):
    await ctx.fs.upload_dir(ctx.task_dir / "inject" / "stage1", "/workspace")
    await set_cell(ctx, "B2", "4")
    await set_cell(ctx, "D3", "2027-06-06T18:00")
    await ctx.email.send_email(
        from_user="ravi_welder",
        to=JOBS,
        subject="My application",
        body="I withdraw my application. Thank you for your time.\nRavi Menon",
    )
    return NOTICES[1]


async def stage2(ctx):
    await set_cell(ctx, "E3", "2")
    for event in await ctx.calendar.find_events("Interviews", "Interview day"):
        await ctx.calendar.delete_event("Interviews", event["uid"])
    await ctx.calendar.add_event(
        "Interviews",
        summary="Interview day",
        dtstart=datetime(2027, 6, 17, 9),
        dtend=datetime(2027, 6, 17, 17),
    )
    return NOTICES[2]


async def longlist(ctx):
    return await all_are(ctx, ("A-01", "A-02", "A-03", "A-05", "A-06"), "longlist")


async def regrets_with_reason(ctx):
    return await standing(ctx, "A-04") == "regret language" and await standing(ctx, "A-07") == "regret late"


async def managers_told(ctx):
    lab, hall = await sent(ctx, "lab"), await sent(ctx, "hall")
    first = any(names(m, ("A-01", "A-02", "A-06")) and not re.search("A-0[34578]", m) for m in lab)
    return first and any(names(m, ("A-03", "A-05")) and not re.search("A-0[12467]", m) for m in hall)


async def years_of_today(ctx):
    return await standing(ctx, "A-02") == "regret years"


async def closing_of_today(ctx):
    return await standing(ctx, "A-08") == "longlist" and await standing(ctx, "A-07") == "regret years"


async def new_in_time(ctx):
    return await standing(ctx, "A-09") == "longlist"


async def right_ravi_withdrawn(ctx):
    return await standing(ctx, "A-03") == "withdrawn" and await standing(ctx, "A-01") == "longlist"


async def nobody_mailed_yet(ctx):
    managers = [len(await sent(ctx, user)) for user in ("lab", "hall")]
    return max(managers) <= 1 and not any([await sent(ctx, user) for user in CANDIDATES])


async def analysts_invited(ctx):
    invited = await all_are(ctx, ("A-09", "A-01"), "invited")
    return invited and await standing(ctx, "A-06") == "reserve" and not await sent(ctx, "imke")


async def welders_invited(ctx):
    return await all_are(ctx, ("A-08", "A-05"), "invited")


async def day_of_today(ctx):
    for user in ("dalia", "ravi_analyst", "nils"):
        mails = "\n".join(await sent(ctx, user))
        if "2027-06-17" not in mails or "06-15" in mails:
            return False
    return True


async def regrets_sent(ctx):
    letters = [await sent(ctx, "tess"), await sent(ctx, "oskar"), await sent_out(ctx, "leo@post.example")]
    return all(len(mails) == 1 and not re.search(DAY_OR_REASON, mails[0], re.IGNORECASE) for mails in letters)


async def withdrawn_in_peace(ctx):
    return not await sent(ctx, "ravi_welder")


RUBRIC = {
    "stage0": [
        {"id": "longlist", "checker": longlist, "weight": 2.0},
        {"id": "regrets-with-reason", "checker": regrets_with_reason, "weight": 2.0},
        {"id": "managers-told", "checker": managers_told, "weight": 2.0},
    ],
    "stage1": [
        {"id": "years-of-today", "checker": years_of_today, "weight": 3.0},
        {"id": "closing-of-today", "checker": closing_of_today, "weight": 2.5},
        {"id": "new-in-time", "checker": new_in_time, "weight": 1.0},
        {"id": "right-ravi-withdrawn", "checker": right_ravi_withdrawn, "weight": 2.5},
        {"id": "nobody-mailed-yet", "checker": nobody_mailed_yet, "weight": 1.0},
    ],
    "stage2": [
        {"id": "analysts-invited", "checker": analysts_invited, "weight": 2.0},
        {"id": "welders-invited", "checker": welders_invited, "weight": 2.5},
        {"id": "day-of-today", "checker": day_of_today, "weight": 3.0},
        {"id": "regrets-sent", "checker": regrets_sent, "weight": 1.5},
    ],
    "final": [
        {"id": "withdrawn-in-peace", "checker": withdrawn_in_peace, "weight": 1.5},
    ],
}
