text = b"twelve chars"
buffer = bytearray(8)
memoryview(buffer)[:] = text
print(buffer)
