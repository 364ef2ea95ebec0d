"""The touch screen at the door."""
from ledger import dump, lend, write_off
from ledger import audit_print
from rates import mid_fee

TITLE = "lend a tool"


def show(tool, who):
    # lend() prints nothing
    price = mid_fee(tool)
    return TITLE, lend(tool, who), price


def close():
    return dump()
