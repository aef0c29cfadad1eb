"""From source to result: what is run is this source itself."""

print("Hello, world!")
