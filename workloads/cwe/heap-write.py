numbers = [1, 2, 3, 4]
numbers[4] = 7
print(numbers)
