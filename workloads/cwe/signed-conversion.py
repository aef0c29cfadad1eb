from array import array

balance = -1
sizes = array("I", [balance])
print(sizes[0])
