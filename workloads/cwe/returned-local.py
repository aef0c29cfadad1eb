def number():
    local = 42
    return lambda: local


print(number()())
