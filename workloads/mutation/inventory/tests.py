import unittest

from inventory import Event, Kind, apply, largest, parse_event, total


class InventoryTest(unittest.TestCase):
    def test_reads_events(self):
        self.assertEqual(parse_event("received nuts 5"), Event(Kind.RECEIVED, "nuts", 5))
        self.assertEqual(parse_event("counted nuts 0"), Event(Kind.COUNTED, "nuts", 0))
        for wrong in ["received nuts", "stolen nuts 5", "sold nuts -5", "sold nuts many"]:
            self.assertRaises(ValueError, parse_event, wrong)

    def test_changes_the_stock(self):
        shop = {"nuts": 5}
        apply(shop, Event(Kind.SOLD, "nuts", 3))
        apply(shop, Event(Kind.RECEIVED, "bolts", 4))
        apply(shop, Event(Kind.COUNTED, "bolts", 9))
        self.assertEqual(shop, {"bolts": 9, "nuts": 2})

    def test_sells_no_more_than_there_is(self):
        shop = {"nuts": 5}
        self.assertRaises(ValueError, apply, shop, Event(Kind.SOLD, "nuts", 6))
        apply(shop, Event(Kind.SOLD, "nuts", 5))

    def test_sums_up(self):
        self.assertEqual(total({"bolts": 9, "nuts": 2}), 11)
        self.assertEqual(largest({"bolts": 9, "nuts": 12}), "nuts")
        self.assertIsNone(largest({}))


if __name__ == "__main__":
    unittest.main()
