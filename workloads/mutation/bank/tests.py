import unittest

from bank import Bank, Invalid, Short, Unknown


class BankTest(unittest.TestCase):
    def setUp(self):
        self.bank = Bank()
        self.bank.open("ann", 0)
        self.bank.open("bob", 50)

    def test_deposits_and_withdraws(self):
        self.assertEqual(self.bank.deposit("ann", 100), 100)
        self.assertEqual(self.bank.withdraw("ann", 30), 70)
        self.assertRaises(Short, self.bank.withdraw, "ann", 71)
        self.assertEqual(self.bank.withdraw("bob", 50), -50)
        self.assertRaises(Invalid, self.bank.deposit, "ann", 0)
        self.assertRaises(Unknown, self.bank.deposit, "eve", 1)

    def test_transfers(self):
        self.bank.deposit("ann", 100)
        self.bank.transfer("ann", "bob", 40)
        self.assertRaises(Unknown, self.bank.transfer, "ann", "eve", 40)
        self.assertRaises(Short, self.bank.transfer, "ann", "bob", 400)
        self.assertEqual(self.bank.find("ann").balance, 60)
        self.assertEqual(self.bank.find("bob").history, [40])
        self.assertEqual(self.bank.find("ann").largest(), 100)

    def test_pays_interest(self):
        self.bank.deposit("ann", 200)
        self.bank.deposit("bob", 200)
        self.assertEqual(self.bank.interest(5), 10)
        self.assertEqual(self.bank.find("ann").balance, 210)


if __name__ == "__main__":
    unittest.main()
