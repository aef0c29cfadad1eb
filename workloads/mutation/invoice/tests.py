import unittest

from invoice import (
    Cents,
    Currency,
    Invoice,
    Percent,
    add,
    code,
    currency,
    item,
    less,
    multiply,
    share,
    whole,
)


class InvoiceTest(unittest.TestCase):
    def test_reads_items(self):
        pen = item(["pen", "3", "150", "5"])
        self.assertEqual(pen.price, Cents(150))
        self.assertEqual(pen.quantity, 3)
        self.assertEqual(pen.discount, Percent(5))
        for wrong in [["pen", "3"], ["pen", "0", "150"], ["pen", "three", "150"], ["pen", "3", "150", "101"]]:
            self.assertRaises(ValueError, item, wrong)

    def test_computes_amounts(self):
        self.assertEqual(add(Cents(1), Cents(2)), Cents(3))
        self.assertEqual(multiply(Cents(150), 3), Cents(450))
        self.assertEqual(share(Cents(150), Percent(19)), Cents(29))
        self.assertEqual(less(Cents(200), Percent(25)), Cents(150))
        self.assertEqual(whole(Cents(149), Currency.YEN), Cents(100))
        self.assertEqual(whole(Cents(149), Currency.EURO), Cents(149))
        self.assertEqual(str(Cents(1205)), "12.05")

    def test_adds_up(self):
        items = [item(["pen", "3", "150"]), item(["desk", "1", "20000", "10"])]
        euro = Invoice(Currency.EURO, items, Percent(19))
        self.assertEqual(euro.net(), Cents(18450))
        self.assertEqual(euro.total(), Cents(21956))
        self.assertEqual(euro.dearest().name, "desk")
        self.assertEqual(euro.count(), 4)
        self.assertEqual(currency("EUR"), Currency.EURO)
        self.assertIsNone(currency("GBP"))
        self.assertEqual(code(Currency.DOLLAR), "USD")


if __name__ == "__main__":
    unittest.main()
