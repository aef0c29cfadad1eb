import gc
import weakref


class Node:
    pass


node = Node()
node.other = node
seen = weakref.ref(node)
del node
gc.collect()
print("freed" if seen() is None else "not freed")
