import model

CACHE = {}


def load(name):
    return [model.member(line) for line in lines(name)]


def lines(name):
    with open(name) as file:
        return file.read().splitlines()


def save(name, rows):
    backup(name)
    with open(name, "w") as file:
        file.write("\n".join(rows))


def backup(name):
    if name in CACHE:
        save(name + ".bak", CACHE[name])
