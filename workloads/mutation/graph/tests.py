import unittest

from graph import Graph


class GraphTest(unittest.TestCase):
    def setUp(self):
        self.graph = Graph()
        for from_, to, length in [("a", "b", 4), ("b", "c", 3), ("a", "c", 9), ("c", "d", 1)]:
            self.graph.road(from_, to, length)

    def test_keeps_places(self):
        self.assertEqual(self.graph.index("b"), 1)
        self.assertIsNone(self.graph.index("z"))
        self.assertEqual(self.graph.place("c"), 2)
        self.assertRaises(ValueError, self.graph.road, "a", "b", 0)
        self.assertEqual(self.graph.degree("a"), 2)
        self.assertRaises(ValueError, self.graph.degree, "z")

    def test_finds_ways(self):
        self.assertEqual(self.graph.hops(0, 2), 1)
        self.assertEqual(self.graph.shortest(0, 2), 7)
        self.assertEqual(self.graph.shortest(0, 3), 8)
        self.assertIsNone(self.graph.hops(3, 0))
        self.assertEqual(self.graph.way("a", "d"), "2 roads, 8 km")
        self.assertRaises(ValueError, self.graph.way, "a", "z")

    def test_orders_places(self):
        self.assertEqual(self.graph.order(), [0, 1, 2, 3])
        self.graph.road("d", "a", 1)
        self.assertRaises(ValueError, self.graph.order)


if __name__ == "__main__":
    unittest.main()
