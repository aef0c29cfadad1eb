largest = 2_147_483_647
print(largest + 1)
