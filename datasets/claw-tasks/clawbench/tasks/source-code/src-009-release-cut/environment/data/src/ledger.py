"""The ledger of the tool library: once there was lend(), now there is checkout()."""
from rates import fee, old_fee
from tracing import traced

LOG = []


# Kept for the kiosk.
@traced
def lend(tool, who):
    return book(tool, who, old_fee(tool))


def checkout(tool, who):
    return book(tool, who, fee(tool, 2) or old_fee(tool))


def book(tool, who, amount):
    LOG.append(f"lend {who}")
    return {"tool": tool, "who": who, "amount": amount}


def write_off(tool):
    audit_print(tool)

    return scrap(tool)


def audit_print(tool):
    print("audit", tool)


def scrap(tool):
    LOG.remove(tool)


def dump_line(line):
    return str(line)


def dump():
    return [dump_line(line) for line in LOG]
