"""Mail, kept in memory: mailboxes of named users, in the shape of services/email.json."""

from email.utils import formataddr, getaddresses

FIELDS = ("subject", "from", "to", "cc", "date", "body")


class Mail:
    """What task code sees as ctx.email. Users are named by their logical names; an unknown one is a ValueError."""

    def __init__(self, users):
        self.users = {name: {"email": user["email"]} for name, user in users.items()}
        self.mail = []

    async def send_email(self, from_user, to, subject, body, content_type="plain", sender_name=None):
        """Deliver to every recipient that is a known user, and keep a copy in the sender's folder Sent."""
        address = self._user(from_user)["email"]
        sender = formataddr((sender_name, address)) if sender_name else address
        mail = {"from": sender, "to": to, "cc": "", "subject": subject, "date": "", "body": body}
        reached = {found.lower() for _, found in getaddresses([to])}
        for owner, user in self.users.items():
            if user["email"].lower() in reached:
                self.mail.append({"owner": owner, "folder": "INBOX", **mail})
            if owner == from_user:
                self.mail.append({"owner": owner, "folder": "Sent", **mail})
        return True

    async def get_emails(self, user, folder="INBOX"):
        self._user(user)
        found = [mail for mail in self.mail if mail["owner"] == user and mail["folder"] == folder]
        return [{field: mail[field] for field in FIELDS} for mail in found]

    def save(self):
        return {"users": self.users, "mail": self.mail}

    def restore(self, state):
        self.users, self.mail = state["users"], state["mail"]

    def _user(self, name):
        if name not in self.users:
            raise ValueError(f"there is no mail user {name!r}; known are {', '.join(self.users)}")
        return self.users[name]
