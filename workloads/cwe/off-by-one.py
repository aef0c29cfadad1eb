numbers = [1, 2, 3, 4]
total = 0
for i in range(5):
    total += numbers[i]
print(total)
