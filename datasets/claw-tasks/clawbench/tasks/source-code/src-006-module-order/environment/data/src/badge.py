from model import Order


def badge(order: Order):
    return f"{order.id}-{order.seat}"
