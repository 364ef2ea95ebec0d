import model


def render(rows):
    return "\n".join(title(row) for row in rows)


def title(row):
    # model.age(row, 2026) would be nice
    return row["name"] + " (age)"


def shout(text):
    return loud(text)


def loud(text):
    return text.upper() + "!" if text else loud("empty")


def upper(text):
    return text.title()


def raw(rows):
    return str(rows)


TABLE = {"loud": model.FIELDS, "raw": raw}
