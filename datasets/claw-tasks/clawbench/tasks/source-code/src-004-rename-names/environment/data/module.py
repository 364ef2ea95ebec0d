"""Count what the scale says: net and total."""
import scale

rate = 0.5
total = 0  # total of the day


def weigh(item, total):
    net = item.total - scale.tare(total=total)
    return net * rate


def day(items):
    total = 0
    for item in items:
        total += weigh(item, total)
    print("total:", total, 'rate', rate)
    return {"total": total, "rate": rate}


net = day(scale.read(rate=rate))
subtotal = net
