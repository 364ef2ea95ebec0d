import mail, clock


def take(text, at, by):
    return [text, at or clock.now(), by, mail]
