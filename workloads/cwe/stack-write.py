name = [0, 0, 0, 0]
admin = 0
name[4] = 1
print(name, admin)
