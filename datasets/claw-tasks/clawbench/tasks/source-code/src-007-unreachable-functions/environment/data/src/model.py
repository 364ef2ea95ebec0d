def member(line):
    return dict(zip(FIELDS, split(line)))


def split(line):
    return [part.strip() for part in line.split(";")]


def age(row, year):
    return year - int(row["born"])


def fields():
    return ["name", "born", "age"]


FIELDS = fields()
