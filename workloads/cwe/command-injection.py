import subprocess

name = "file; echo injected"
print(subprocess.run(["/bin/sh", "-c", f"echo {name}"], capture_output=True, text=True).stdout, end="")
