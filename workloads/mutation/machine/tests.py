import unittest

from machine import Cancel, Choose, Coin, Key, Machine, State, parse, tickets


class MachineTest(unittest.TestCase):
    def test_reads_inputs(self):
        self.assertEqual(parse("coin 50"), Coin(50))
        self.assertEqual(parse("choose 2"), Choose(2))
        self.assertEqual(parse("key"), Key())
        self.assertIsNone(parse("coin x"))
        self.assertIsNone(parse("kick"))

    def test_sells(self):
        machine = Machine(tickets())
        self.assertEqual(machine.step(Coin(200)), "credit 200")
        self.assertEqual(machine.step(Choose(1)), "50 more")
        self.assertEqual(machine.step(Coin(100)), "credit 300")
        self.assertEqual(machine.step(Choose(1)), "single and 50")
        self.assertEqual(machine.income, 250)
        self.assertEqual(machine.tickets[0].left, 1)
        self.assertEqual(machine.state, State.IDLE)
        self.assertEqual(machine.visits(State.PAYING), 2)

    def test_refuses(self):
        machine = Machine(tickets())
        self.assertEqual(machine.step(Choose(1)), "pay first")
        self.assertEqual(machine.step(Coin(3)), "returned 3")
        machine.step(Coin(50))
        self.assertEqual(machine.step(Choose(3)), "no such ticket")
        self.assertEqual(machine.step(Choose(0)), "no such ticket")
        self.assertEqual(machine.step(Cancel()), "returned 50")
        self.assertEqual(machine.step(Key()), "locked")
        self.assertEqual(machine.step(Coin(50)), "returned 50")


if __name__ == "__main__":
    unittest.main()
