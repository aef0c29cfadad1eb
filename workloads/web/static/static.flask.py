"""Files over HTTP with Flask on Waitress: as many threads as connections answer GET /files/NAME with its file."""

import pathlib
import string
import sys

from flask import Flask, send_from_directory
from waitress import create_server

# as many as the clients' connections, more than Waitress has by default, so that none waits for another
THREADS = 8

FOLDER = pathlib.Path("files")


def write_page():
    """Writes the file of 64 KiB that is asked for."""
    letters = (string.ascii_lowercase * 3)[:53]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "page.txt").write_text("".join(f"line {i:04} {letters}\n" for i in range(1024)))


app = Flask(__name__)


@app.get("/files/<path:name>")
def answer(name):
    return send_from_directory(FOLDER.resolve(), name)


def run():
    write_page()
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    print(f"port={server.effective_port}", flush=True)
    server.run()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: static.flask.py <processors>\n")
        sys.exit(2)
    run()


main()
