"""Loopback: requests over T connections to this very machine, one after the other on each; a thread answers each."""

import socket
import sys
import time
from struct import Struct
from threading import Thread

SIZE = 64  # bytes of a request, and of its answer
NUMBER = Struct("<I")


def serve(listener):
    """Answers one connection with what it sends, until it is closed."""
    connection, _ = listener.accept()
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        message = bytearray(SIZE)
        receive = connection.recv_into
        send = connection.sendall
        while receive(message, SIZE, socket.MSG_WAITALL) == SIZE:
            send(message)


def request(address, first, end):
    """The sum of the answers to the numbers, each number multiplied by 31 and plus 1."""
    with socket.create_connection(address) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        message = bytearray(SIZE)
        receive = connection.recv_into
        send = connection.sendall
        put = NUMBER.pack_into
        get = NUMBER.unpack_from
        result = 0
        for number in range(first, end):
            put(message, 0, number & 0xFFFFFFFF)
            send(message)
            if receive(message, SIZE, socket.MSG_WAITALL) != SIZE:
                raise ConnectionError("the server is gone")
            result += 31 * get(message)[0] + 1
    return result


def run(listener, total, connections, request):
    """The sum of all answers; the numbers are divided among the connections."""
    address = listener.getsockname()
    sums = [None] * connections

    def client(t):
        sums[t] = request(address, total * t // connections, total * (t + 1) // connections)

    threads = [Thread(target=serve, args=(listener,), daemon=True) for _ in range(connections)]
    threads += [Thread(target=client, args=(t,)) for t in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads[connections:]:
        thread.join()
    if None in sums:
        sys.exit(1)  # its thread has said why
    for thread in threads[:connections]:
        thread.join()
    return sum(sums) & 0xFFFFFFFF


def arguments(values):
    """The size and the number of connections, or None."""
    if len(values) not in (1, 2) or not all(value.isdecimal() for value in values):
        return None
    total, connections = (*map(int, values), 1)[:2]
    return (total, connections) if total > 0 and connections > 0 else None


def main(request=request):
    parsed = arguments(sys.argv[1:])
    if parsed is None:
        print("usage: loopback <requests> [connections]", file=sys.stderr)
        return 2
    total, connections = parsed
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        start = time.perf_counter_ns()
        result = run(listener, total, connections, request)
        elapsed = time.perf_counter_ns() - start
    print(result)
    print(f"work_ns={elapsed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
