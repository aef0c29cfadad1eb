number = int("x1")
print(number + 1)
