"""Rows of a database as HTML: a thread for each connection answers GET /rows?from=A&to=B with a table."""

import pathlib
import sqlite3
import sys
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

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
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Rows {first} to {last}</title></head>
<body>
<table>
<tr><th>Id</th><th>Name</th><th>Note</th><th>Price</th></tr>
{rows}</table>
</body>
</html>"""
ROW = "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n"


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


local = Local()


def page(first, last):
    query = "SELECT id, name, note, price FROM items WHERE id BETWEEN ? AND ? ORDER BY id"
    found = local.connection.execute(query, (first, last))
    table = "".join([ROW.format(i, escape(name), escape(note), price) for i, name, note, price in found])
    return PAGE.format(first=first, last=last, rows=table)


def answer(target):
    url = urlsplit(target)
    query = parse_qs(url.query)
    first = query.get("from", [""])[0]
    last = query.get("to", [""])[0]
    if url.path != "/rows" or not first.isdecimal() or not last.isdecimal():
        return 404, b""
    return 200, page(int(first), int(last)).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    # head and body in one piece
    wbufsize = -1

    def do_GET(self):
        status, body = answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024


def run():
    write_table()
    server = Server(("127.0.0.1", 0), Handler)
    print(f"port={server.server_port}", flush=True)
    server.serve_forever()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: rows.py <processors>\n")
        sys.exit(2)
    run()


main()
