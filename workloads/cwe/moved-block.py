numbers = [1, 2]
first = numbers[0]
numbers.extend([7] * 100_000)
print(first)
