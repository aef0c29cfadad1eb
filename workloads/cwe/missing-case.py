def price(color):
    if color == "red":
        return 1
    if color == "green":
        return 2


print(price("blue"))
