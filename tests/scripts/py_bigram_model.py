# A tiny character bigram model, and its cross-entropy
import math

text = "the cat sat on the mat. the dog sat on the log. the cat ate the rat."
counts = {}
for a, b in zip(text, text[1:]):
    counts.setdefault(a, {})
    counts[a][b] = counts[a].get(b, 0) + 1

def prob(a, b, smoothing=0.1):
    vocabulary = sorted(set(text))
    row = counts.get(a, {})
    total = sum(row.values()) + smoothing * len(vocabulary)
    return (row.get(b, 0) + smoothing) / total

def cross_entropy(s):
    logs = [-math.log2(prob(a, b)) for a, b in zip(s, s[1:])]
    return sum(logs) / len(logs)

print("letters:", "".join(sorted(set(text))).strip())
for a in "th ":
    row = sorted(counts[a].items(), key=lambda item: (-item[1], item[0]))
    print(repr(a), "->", ", ".join(f"{b!r}:{n}" for b, n in row))

for s in ["the cat", "the rat sat.", "xylophone", "tac eht"]:
    h = cross_entropy(s)
    print(f"{s:<14} {h:6.3f} bits per letter, perplexity {2 ** h:8.2f}")

state = "t"
word = state
for _ in range(12):
    options = counts[state]
    state = max(sorted(options), key=lambda c: options[c])
    word += state
print("greedy:", repr(word))
total = sum(prob("t", c) for c in set(text))
print("sums to one:", math.isclose(total, 1.0))
