"""JSON over HTTP with Flask on Waitress: as many threads as connections answer GET /items?count=N with N items."""

import json
import sys

from flask import Flask, Response, request
from waitress import create_server

# as many as the clients' connections, more than Waitress has by default, so that none waits for another
THREADS = 8

app = Flask(__name__)


def items(count):
    return [{"id": i, "name": f"item {i}", "price": 100 + 7 * i} for i in range(1, count + 1)]


@app.get("/items")
def answer():
    count = request.args.get("count", type=int)
    if count is None:
        return Response("{}", status=404, mimetype="application/json")
    body = json.dumps({"items": items(count)}, separators=(",", ":"))
    return Response(body, mimetype="application/json")


def run():
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, ident=None)
    print(f"port={server.effective_port}", flush=True)
    server.run()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: json-api.flask.py <processors>\n")
        sys.exit(2)
    run()


main()
