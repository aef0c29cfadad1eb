"""HTTP for many that wait: a thread for each connection answers GET /status."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def answer(target):
    if target != "/status":
        return 404, b"{}"
    return 200, json.dumps({"ok": True}, separators=(",", ":")).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    # head and body in one piece
    wbufsize = -1

    def do_GET(self):
        status, body = answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024


def run():
    server = Server(("127.0.0.1", 0), Handler)
    print(f"port={server.server_port}", flush=True)
    server.serve_forever()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: idle-connections.py <processors>\n")
        sys.exit(2)
    run()


main()
