"""Rows of a database as HTML with Flask on Waitress and Jinja: as many threads as connections answer
GET /rows?from=A&to=B with a table."""

import pathlib
import sqlite3
import sys
import threading

from flask import Flask, abort, render_template, request
from jinja2 import DictLoader
from waitress import create_server

# as many as the clients' connections, more than Waitress has by default, so that none waits for another
THREADS = 8

DATABASE = pathlib.Path("rows.db")
ROWS = 1000
PHRASES = (
    "plain",
    "salt & pepper",
    "a < b > c",
    'the "best" one',
    "it's new",
    "café crème",
    "日本語",
    "5 € & 5 £",
)
TEMPLATE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rows {{ first }} to {{ last }}</title></head>
<body>
<table>
<tr><th>Id</th><th>Name</th><th>Note</th><th>Price</th></tr>
{% for r in rows %}<tr><td>{{ r.id }}</td><td>{{ r.name }}</td><td>{{ r.note }}</td><td>{{ r.price }}</td></tr>
{% endfor %}</table>
</body>
</html>"""

app = Flask(__name__)
app.jinja_loader = DictLoader({"rows.html": TEMPLATE})


def rows():
    """The rows of the table, made from a sequence of random numbers."""
    state = 42

    def draw():
        nonlocal state
        state = (1664525 * state + 1013904223) & 0xFFFFFFFF
        return state >> 16

    for i in range(1, ROWS + 1):
        note = f"{PHRASES[8 * draw() >> 16]}, {PHRASES[8 * draw() >> 16]}"
        yield i, f"item {i}", note, draw()


def write_table():
    DATABASE.unlink(missing_ok=True)
    connection = sqlite3.connect(DATABASE)
    with connection:
        connection.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT, note TEXT, price INTEGER)")
        connection.executemany("INSERT INTO items VALUES (?, ?, ?, ?)", rows())
    connection.close()


class Local(threading.local):
    """One connection for each thread."""

    def __init__(self):
        self.connection = sqlite3.connect(DATABASE)
        self.connection.row_factory = sqlite3.Row


local = Local()


@app.get("/rows")
def answer():
    first = request.args.get("from", type=int)
    last = request.args.get("to", type=int)
    if first is None or last is None:
        abort(404)
    query = "SELECT id, name, note, price FROM items WHERE id BETWEEN ? AND ? ORDER BY id"
    found = local.connection.execute(query, (first, last)).fetchall()
    page = render_template("rows.html", first=first, last=last, rows=found)
    # quotation marks as the other libraries write them
    return page.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")


def run():
    write_table()
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    print(f"port={server.effective_port}", flush=True)
    server.run()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: rows.flask.py <processors>\n")
        sys.exit(2)
    run()


main()
