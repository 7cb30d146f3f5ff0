# SPDX-License-Identifier: GPL-3.0-or-later
# How a notebook shows the last value of a cell: as repr does, but what is
# longer than a line is broken, the outermost brackets first, and an object
# that has no text of its own is "<module.Class at 0x...>".

_WIDTH = 79
_MOST = 1000
_BRACKETS = {list: "[]", tuple: "()", dict: "{}", set: "{}"}


def _alone(v):
    text = repr(v)
    parts = text.split(" object at 0x")
    if len(parts) == 2 and parts[0][:1] == "<" and " " not in parts[0]:
        return " at 0x".join(parts)
    if isinstance(v, type) and text[:8] == "<class '":
        return text[8:-2]
    return text


def _ordered(v):
    try:
        return sorted(v)
    except TypeError:
        return list(v)


def _items(v):
    """(before, value) of each item; before is the key of a dict"""
    if type(v) is dict:
        return [(_flat(key) + ": ", v[key]) for key in v]
    return [("", item) for item in (_ordered(v) if type(v) is set else v)]


def _brackets(v):
    if type(v) is set and not v:
        return None
    return _BRACKETS.get(type(v))


def _flat(v):
    ends = _brackets(v)
    if ends is None:
        return _alone(v)
    parts = [before + _flat(item) for before, item in _items(v)[:_MOST]]
    if len(v) > _MOST:
        parts.append("...")
    comma = "," if type(v) is tuple and len(v) == 1 else ""
    return ends[0] + ", ".join(parts) + comma + ends[1]


def _lay(v, indent, column, after):
    """the text of v that begins in a column; `after` more signs follow it,
    and new lines begin after `indent` blanks"""
    ends = _brackets(v)
    text = _flat(v)
    if ends is None:
        return ("\n" + " " * indent).join(text.split("\n"))
    if "\n" not in text and column + len(text) + after <= _WIDTH:
        return text
    items = _items(v)
    lines = []
    column += 1
    for i, (before, item) in enumerate(items[:_MOST]):
        last = i + 1 == len(items)
        column += len(before)
        lines.append(before + _lay(item, indent + 1, column,
                                   1 + after if last else 1))
        column = indent + 1
    if len(items) > _MOST:
        lines.append("...")
    comma = "," if type(v) is tuple and len(v) == 1 else ""
    between = ",\n" + " " * (indent + 1)
    return ends[0] + between.join(lines) + comma + ends[1]


def pretty(v):
    """the text of a value as a notebook shows it"""
    return _lay(v, 0, 0, 0)
