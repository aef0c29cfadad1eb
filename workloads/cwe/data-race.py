import threading

count = 0


def add():
    global count
    for _ in range(100_000):
        count += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
