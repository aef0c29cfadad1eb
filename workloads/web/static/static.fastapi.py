"""Files over HTTP with FastAPI on Uvicorn: one event loop of uvloop answers GET /files/NAME with its file."""

import pathlib
import socket
import string
import sys

import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

FOLDER = pathlib.Path("files")


def write_page():
    """Writes the file of 64 KiB that is asked for."""
    letters = (string.ascii_lowercase * 3)[:53]
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "page.txt").write_text("".join(f"line {i:04} {letters}\n" for i in range(1024)))


def run():
    write_page()
    app = FastAPI(openapi_url=None)
    app.mount("/files", StaticFiles(directory=FOLDER))
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"port={listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(app, loop="uvloop", http="httptools", log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: static.fastapi.py <processors>\n")
        sys.exit(2)
    run()


main()
