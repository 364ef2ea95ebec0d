import sqlite3 as sql
from model import Order
import clock as c


def load(name):
    with sql.connect(name) as base:
        return [Order(*row, c.now()) for row in base.execute("select id, seat from orders")]
