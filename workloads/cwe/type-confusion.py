price = "2.5"
print(price + 1)
