numbers = [1] * 100
del numbers
del numbers
print("freed")
