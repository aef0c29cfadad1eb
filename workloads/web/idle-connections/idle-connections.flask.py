"""HTTP for many that wait, with Flask on Waitress: one thread waits for all connections, eight answer GET /status."""

import json
import sys

from flask import Flask, Response
from waitress import create_server

# as many as the connections that ask, more than Waitress has by default, so that none waits for another
THREADS = 8
# Waitress accepts no more than 100 connections by default
CONNECTIONS = 2000

app = Flask(__name__)


@app.get("/status")
def answer():
    return Response(json.dumps({"ok": True}, separators=(",", ":")), mimetype="application/json")


def run():
    # select() of Waitress knows no file beyond 1024, poll() does
    server = create_server(
        app,
        host="127.0.0.1",
        port=0,
        threads=THREADS,
        ident=None,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
    )
    print(f"port={server.effective_port}", flush=True)
    server.run()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: idle-connections.flask.py <processors>\n")
        sys.exit(2)
    run()


main()
