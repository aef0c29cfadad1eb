"""Files over HTTP: a thread for each connection answers GET /files/NAME with a file of the folder."""

import pathlib
import string
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

FOLDER = pathlib.Path("files")


def write_page():
    """Writes the file of 64 KiB that is asked for."""
    letters = (string.ascii_lowercase * 3)[:53]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "page.txt").write_text("".join(f"line {i:04} {letters}\n" for i in range(1024)))


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024


def run():
    write_page()
    # it serves the current folder
    server = Server(("127.0.0.1", 0), Handler)
    print(f"port={server.server_port}", flush=True)
    server.serve_forever()


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: static.py <processors>\n")
        sys.exit(2)
    run()


main()
