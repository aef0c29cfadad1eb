numbers = [1] * 100
del numbers
print(numbers[50])
