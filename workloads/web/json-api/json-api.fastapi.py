"""JSON over HTTP with FastAPI on Uvicorn: one event loop of uvloop answers GET /items?count=N with N items."""

import socket
import sys

import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

app = FastAPI(openapi_url=None)


def items(count):
    return [{"id": i, "name": f"item {i}", "price": 100 + 7 * i} for i in range(1, count + 1)]


@app.get("/items")
async def answer(count: int):
    return JSONResponse({"items": items(count)})


def run():
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"port={listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(app, loop="uvloop", http="httptools", log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdecimal():
        sys.stderr.write("usage: json-api.fastapi.py <processors>\n")
        sys.exit(2)
    run()


main()
