names = {"ann": "A", "bob": "B"}
found = names.get("eve")
print(found.lower())
