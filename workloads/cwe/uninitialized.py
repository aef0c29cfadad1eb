import sys

if len(sys.argv) > 5:
    number = 1
print(number)
