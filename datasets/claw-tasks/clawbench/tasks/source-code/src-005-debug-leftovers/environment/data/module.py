"""Price a basket."""
import pdb
from decimal import Decimal

HELP = 'type breakpoint() to stop, print("DEBUG x") to look'


def price(basket, rates):
    total = Decimal("0")
    for name, count in basket.items():
        if name not in rates:
            print(f"DEBUG no rate for {name}")
        else:
            total += rates[name] * count
        print(
            "DEBUG running total :)",
            total,
        )
    breakpoint()
    print("total (without tax):", total)
    return total


def discount(total, code):
    """Take the percentage at the end of the code off.

    To look at it while testing:
    print("DEBUG", discount(total, "SPRING10"))
    """
    try:
        percent = int(code[-2:])
    except ValueError:
        import pdb; pdb.set_trace()
        print('DEBUG bad code (', code)
    else:
        return total * (100 - percent) / 100
    # print("DEBUG left here on purpose")
    print("no discount for DEBUG codes", code)
    return total
