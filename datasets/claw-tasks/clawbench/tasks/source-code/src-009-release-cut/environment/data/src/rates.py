"""What a loan costs."""

DAY = 0.5


def fee(tool, days=1):
    return DAY * days + tool["deposit"] / 100


def mid_fee(tool):
    return fee(tool)


# Flat fee of the first two years.
# Nobody remembers why.
def old_fee(tool):
    return DAY
