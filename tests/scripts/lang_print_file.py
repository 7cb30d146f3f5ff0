import sys
print("a", file=sys.stderr)
print("b", 1, sep="-", file=sys.stdout)
sys.stdout.write("c\n")
sys.stderr.write("d\n")
sys.stdout.flush()
class Tee:
    def __init__(self):
        self.lines = []
    def write(self, s):
        self.lines.append(s)
    def flush(self): pass
t = Tee()
print("x", 2, file=t)
print(t.lines)
print("z", file=None, flush=True)
try:
    print("a", file=3)
except AttributeError as e:
    print(e)
