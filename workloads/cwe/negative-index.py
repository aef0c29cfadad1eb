numbers = [1, 2, 3, 4]
i = -1
print(numbers[i])
