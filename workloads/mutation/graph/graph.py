"""Finds ways and orders in a graph of roads."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    source: int
    target: int
    length: int


class Graph:
    def __init__(self) -> None:
        self.names: list[str] = []
        self.edges: list[Edge] = []

    def index(self, name: str) -> int | None:
        for i in range(len(self.names)):
            if self.names[i] == name:
                return i
        return None

    def place(self, name: str) -> int:
        known = self.index(name)
        if known is None:
            self.names.append(name)
            return len(self.names) - 1
        return known

    def road(self, from_: str, to: str, length: int) -> None:
        if length < 1:
            raise ValueError(f"a road of {length}")
        source = self.place(from_)
        target = self.place(to)
        self.edges.append(Edge(source, target, length))

    def leaving(self, source: int) -> list[Edge]:
        leaving = []
        for edge in self.edges:
            if edge.source == source:
                leaving.append(edge)
        return leaving

    def hops(self, from_: int, to: int) -> int | None:
        distance = [-1] * len(self.names)
        queue = deque([from_])
        distance[from_] = 0
        while queue:
            here = queue.popleft()
            for edge in self.leaving(here):
                if distance[edge.target] < 0:
                    distance[edge.target] = distance[here] + 1
                    queue.append(edge.target)
        if distance[to] < 0:
            return None
        return distance[to]

    def shortest(self, from_: int, to: int) -> int | None:
        best: dict[int, int] = {}
        best[from_] = 0
        for _ in range(1, len(self.names)):
            for edge in self.edges:
                start = best.get(edge.source)
                if start is None:
                    continue
                length = start + edge.length
                known = best.get(edge.target)
                if known is None or length < known:
                    best[edge.target] = length
        return best.get(to)

    def order(self) -> list[int]:
        waiting = [0] * len(self.names)
        for edge in self.edges:
            waiting[edge.target] += 1
        ready = [place for place in range(len(self.names)) if waiting[place] == 0]
        order = []
        while ready:
            place = ready.pop()
            order.append(place)
            for edge in self.leaving(place):
                waiting[edge.target] -= 1
                if waiting[edge.target] == 0:
                    ready.append(edge.target)
        if len(order) < len(self.names):
            raise ValueError("the roads lead in a circle")
        return order

    def degree(self, name: str) -> int:
        place = self.index(name)
        if place is None:
            raise ValueError(f"no place {name}")
        return len(self.leaving(place))

    def way(self, from_: str, to: str) -> str:
        source = self.index(from_)
        if source is None:
            raise ValueError(f"no place {from_}")
        target = self.index(to)
        if target is None:
            raise ValueError(f"no place {to}")
        hops = self.hops(source, target)
        if hops is None:
            return "no way"
        length = self.shortest(source, target)
        return f"{hops} roads, {length} km"

    def execute(self, line: str) -> str:
        words = line.split()
        if words[0] == "road":
            try:
                length = int(words[3])
            except ValueError:
                raise ValueError(f"not a length: {words[3]}") from None
            self.road(words[1], words[2], length)
            return f"{len(self.edges)} roads"
        if words[0] == "way":
            return self.way(words[1], words[2])
        if words[0] == "degree":
            return f"{self.degree(words[1])} leave"
        if words[0] == "order":
            return " ".join(self.names[place] for place in self.order())
        raise ValueError(f"unknown command {words[0]}")


def main() -> None:
    graph = Graph()
    for line in sys.stdin.read().splitlines():
        try:
            print(graph.execute(line))
        except ValueError as error:
            print(f"error: {error}")


if __name__ == "__main__":
    main()
