text = "{secret} %d"
secret = 42
print(text.format(secret=secret))
