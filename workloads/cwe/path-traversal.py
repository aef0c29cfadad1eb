import os.path

wanted = "../dev/null"
path = os.path.join("/tmp", wanted)
with open(path):
    print(path, "opened")
