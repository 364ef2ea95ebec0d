"""Read the meters of the north hall. TODO in prose is no task."""
import csv

LIMIT = 900  # TODO(ines): ask the hall for the real limit
PATTERN = "# FIXME: not a comment"


def read(path):
    # FIXME: fails on files with a byte order mark
    with open(path) as file:  # todo later: encoding
        return list(csv.reader(file))


def warn(row):
    # XXX(bo, ines): two thresholds, one flag
    if int(row[2]) > LIMIT:
        print('over # TODO: nothing', row[0])  # FIXME(bo): log instead of print


# TODO remove after the move
# TODOS are reviewed on Fridays
# see the TODO(ines) above before you touch this
def old_warn(row):
    print("it's high")  #XXX(mina): say which one it is, "hall" or "yard"
    warn(row)
