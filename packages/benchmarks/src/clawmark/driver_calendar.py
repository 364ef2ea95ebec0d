"""Calendars, kept in memory: events with ISO texts, in the shape of services/calendar.json."""

from datetime import date, datetime, time, timezone


class Calendars:
    """What task code sees as ctx.calendar. An unknown calendar or event is a ValueError."""

    def __init__(self):
        self.calendars = []

    async def create_calendar(self, name):
        self.calendars.append({"name": name, "events": []})
        return address(name)

    async def list_calendars(self):
        return [{"name": calendar["name"], "url": address(calendar["name"])} for calendar in self.calendars]

    async def add_event(self, calendar_name, summary, dtstart, dtend, *, description="", location="", uid=None):
        events = self._events(calendar_name)
        made = {"uid": uid or fresh(events, iso(dtstart)), "summary": summary, "dtstart": iso(dtstart)}
        events.append({**made, "dtend": iso(dtend), "description": description, "location": location})
        return made["uid"]

    async def get_events(self, calendar_name, start=None, end=None):
        """All events, or with a start and an end those that overlap the time between them."""
        events = self._events(calendar_name)
        if start and end:
            low, high = moment(start), moment(end)
            events = [event for event in events if moment(event["dtstart"]) < high and moment(event["dtend"]) > low]
        return [shown(event) for event in events]

    async def find_events(self, calendar_name, summary_contains):
        wanted = summary_contains.lower()
        return [event for event in await self.get_events(calendar_name) if wanted in event["summary"].lower()]

    async def delete_event(self, calendar_name, uid):
        events = self._events(calendar_name)
        found = next((event for event in events if event["uid"] == uid), None)
        if found is None:
            raise ValueError(f"the calendar {calendar_name!r} has no event {uid!r}")
        events.remove(found)

    def save(self):
        return {"calendars": self.calendars}

    def restore(self, state):
        self.calendars = state["calendars"]

    def _events(self, name):
        for calendar in self.calendars:
            if calendar["name"] == name:
                return calendar["events"]
        raise ValueError(f"there is no calendar {name!r}")


def address(name):
    return f"https://calendar.invalid/{name}"


def fresh(events, start):
    uids = {event["uid"] for event in events}
    number = len(events) + 1
    while f"event{number}-{start}" in uids:
        number += 1
    return f"event{number}-{start}"


def iso(value):
    return value if isinstance(value, str) else value.isoformat()


def moment(value):
    """A date, a time or an ISO text as a time that compares; what names no zone is taken as UTC."""
    if isinstance(value, str):
        text = value.replace("Z", "+00:00")
        value = datetime.fromisoformat(text) if "T" in text or " " in text else date.fromisoformat(text)
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return value if value.tzinfo else value.replace(tzinfo=timezone.utc)


def shown(event):
    """Like a CalDAV client, without description or location where they are empty."""
    return {key: text for key, text in event.items() if text or key in ("uid", "summary", "dtstart", "dtend")}
