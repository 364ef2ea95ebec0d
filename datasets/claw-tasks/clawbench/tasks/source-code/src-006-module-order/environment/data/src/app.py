"""The desk."""
import sys

import store
from report import render


def main():
    import mail
    import tkinter

    mail.send(render(store.load(sys.argv[1])))
