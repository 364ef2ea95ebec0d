import clock
import mail


def alert(text):
    mail.send(f"{clock.now()} {text}")
