import smtplib, clock
from outbox import take


def send(text):
    take(text, clock.now(), smtplib.SMTP)
