import unittest

from calculator import evaluate, tokenize


class CalculatorTest(unittest.TestCase):
    def test_splits_into_tokens(self):
        self.assertEqual(tokenize("12 + 3"), [12, "+", 3])
        self.assertEqual(tokenize(" "), [])
        self.assertRaises(ValueError, tokenize, "12 $")

    def test_computes(self):
        self.assertEqual(evaluate("1 + 2 * 3"), 7)
        self.assertEqual(evaluate("(1 + 2) * 3"), 9)
        self.assertEqual(evaluate("10 - 4 - 3"), 3)
        self.assertEqual(evaluate("2 ** 5"), 32)
        self.assertEqual(evaluate("7 / 2 - -1"), 4)

    def test_tells_errors(self):
        for wrong in ["1 / 0", "(1", "1 2", "", "*"]:
            self.assertRaises(ValueError, evaluate, wrong)


if __name__ == "__main__":
    unittest.main()
