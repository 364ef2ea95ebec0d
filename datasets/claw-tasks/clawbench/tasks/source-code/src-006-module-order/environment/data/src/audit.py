import store


def note(text):
    return len(store.load(text))
