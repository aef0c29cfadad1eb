large = 300
small = bytes([large])
print(small[0])
