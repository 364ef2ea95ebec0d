from store import load  # for the type only
import model


def render(rows):
    if not rows:
        from audit import note
        note("empty")
    return "\n".join(model.Order.__str__(row) for row in rows)
