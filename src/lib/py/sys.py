# SPDX-License-Identifier: GPL-3.0-or-later
"""The streams of sys; its other names are functions in C."""
from _xent import flush as _flush
from _xent import write as _write


class _Stream:
    """results, or what is told beside them"""
    __module__ = "_io"
    __qualname__ = "TextIOWrapper"
    encoding = "utf-8"

    def __init__(self, name, error):
        self.name = name
        self._error = error

    def write(self, text):
        return _write(text, self._error)

    def flush(self):
        _flush()

    def isatty(self):
        return False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' encoding='utf-8'>"


stdout = _Stream("<stdout>", False)
stderr = _Stream("<stderr>", True)
