def number():
    return open("/dev/null").fileno()


print("closed" if number() == number() else "still open")
