"""HTTP for many that wait, with FastAPI on Uvicorn: one event loop of uvloop answers GET /status."""

import socket
import sys

import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

# Uvicorn closes a connection that has waited for 5 seconds by default
SECONDS = 120

app = FastAPI(openapi_url=None)


@app.get("/status")
async def answer():
    return JSONResponse({"ok": True})


def run():
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"port={listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        log_level="warning",
        access_log=False,
        timeout_keep_alive=SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: idle-connections.fastapi.py <processors>\n")
        sys.exit(2)
    run()


main()
