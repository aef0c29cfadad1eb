"""A small server that does what its first argument says, right or wrong."""

import os
import selectors
import signal
import socket
import sys
import time

MODE = sys.argv[1]
PAUSE_EVERY = 1000
BODY = b"hello"


def answer(number, path):
    if MODE == "pauses" and number % PAUSE_EVERY == 0:
        time.sleep(0.1)
    if MODE == "burns":
        begin = time.process_time()
        while time.process_time() - begin < 0.002:
            pass
    if MODE == "grows" and number == 50:
        globals()["kept"] = b"x" * (64 << 20)
    if MODE == "dies" and number == 50:
        os._exit(3)
    if MODE == "stops-answering" and number >= 50:
        return b""
    if MODE == "closes" and number == 50:
        return None
    status = b"500 Broken" if MODE == "breaks" and number >= 50 else b"200 OK"
    body = b"hallo" if MODE == "differs" and number >= 50 else BODY + path
    return b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body)


def serve(listener):
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    number = 0
    while True:
        for key, _ in selector.select():
            if key.fileobj is listener:
                selector.register(listener.accept()[0], selectors.EVENT_READ)
                continue
            try:
                request = key.fileobj.recv(65536)
            except ConnectionResetError:
                # a client that gives up leaves what it has not read
                request = b""
            number += 1
            said = answer(number, request.split()[1]) if request else None
            if said is None:
                selector.unregister(key.fileobj)
                key.fileobj.close()
            else:
                key.fileobj.sendall(said)


def main():
    if MODE == "silent":
        print("no port here", flush=True)
        signal.pause()
    if MODE == "exits":
        sys.exit("it has nothing to say")
    if MODE == "hides":
        print("port=" + sys.argv[2], flush=True)
        signal.pause()
    if MODE == "ignores":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if MODE == "fails-at-end":
        signal.signal(signal.SIGTERM, lambda *_: os._exit(4))
    if MODE == "leaves" and os.fork() == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.setsid()
    listener = socket.create_server(("127.0.0.1", 0))
    print("server", os.getpid(), *sorted(os.sched_getaffinity(0)), file=sys.stderr, flush=True)
    print(f"port={listener.getsockname()[1]}", flush=True)
    serve(listener)


main()
