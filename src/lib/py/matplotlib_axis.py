# SPDX-License-Identifier: GPL-3.0-or-later
# One axis of a plot: its limits by the data, its ticks and their names.
import math

import numpy as np

from matplotlib_common import (finite_range, floats, note, round_numbers,
                               texts_of)


class Spine:
    """one side of the frame, which every picture of xent has"""
    __module__ = "matplotlib.spines"

    def __init__(self, sides):
        self._sides = sides
        self._visible = True

    def set_visible(self, b):
        """remembers it; the frame is drawn as it is"""
        note("ax.spines")
        for side in self._sides or [self]:
            side._visible = b

    def get_visible(self):
        """what set_visible was told"""
        return self._visible

    def set_color(self, c):
        """the frame is black"""

    def set_linewidth(self, w):
        """the frame is thin"""

    def set_position(self, position):
        """the frame stays around the axes"""
        note("ax.spines")

    def set_bounds(self, low=None, high=None):
        """the frame is whole"""


class Spines:
    """the four sides of a frame: ax.spines["top"], ax.spines.top"""
    __module__ = "matplotlib.spines"

    def __init__(self):
        self.left, self.right = Spine(None), Spine(None)
        self.bottom, self.top = Spine(None), Spine(None)
        self._named = {"left": self.left, "right": self.right,
                       "bottom": self.bottom, "top": self.top}

    def __getitem__(self, key):
        if isinstance(key, str):
            return self._named[key]
        if isinstance(key, slice):
            return Spine(self.values())
        return Spine([self._named[k] for k in key])

    def __iter__(self):
        return iter(self._named)

    def __len__(self):
        return len(self._named)

    def keys(self):
        """left, right, bottom, top"""
        return list(self._named.keys())

    def values(self):
        """the four sides"""
        return list(self._named.values())

    def items(self):
        """the four sides with their names"""
        return list(self._named.items())


class XTick:
    """a tick of the x axis"""
    __module__ = "matplotlib.axis"


class YTick:
    """a tick of the y axis"""
    __module__ = "matplotlib.axis"


class Axis:
    """one axis of a picture"""
    __module__ = "matplotlib.axis"

    def __init__(self, name):
        self.axis_name = name
        self.limits = None
        self.inverted = False
        self.log = False
        self.categories = []
        self.ticks = None
        self.names = None
        self.tilted = False
        self.label = ""
        self.locator = None
        self.shared = [self]
        self.parts = []

    def set_visible(self, b):
        """hides its ticks or shows them again"""
        if not b:
            self.ticks, self.names = [], None

    def set_major_locator(self, locator):
        """MultipleLocator or whole numbers; else ticks are round numbers"""
        self.locator = locator

    def set_major_formatter(self, formatter):
        """ticks are round numbers"""
        note("tick formatters")

    def set_ticks_position(self, position):
        """ticks stand where they stand"""

    def places(self, v):
        """numbers for v; strings become categories 0, 1, 2 ..."""
        words = texts_of(v)
        if words is None:
            return floats(v)
        for word in words:
            if word not in self.categories:
                self.categories.append(word)
        return floats([self.categories.index(word) for word in words])

    def _data(self):
        found, sticky = [], []
        for axis in self.shared:
            for part in axis.parts:
                if part.get("gone") or \
                        axis.axis_name not in part.get("scaled", ""):
                    continue
                sticky += part.get("sticky_" + axis.axis_name, [])
                for key in (axis.axis_name, "u" if axis.axis_name == "x"
                            else "v"):
                    if key in part:
                        v = floats(part[key])
                        if self.log:
                            v = v[v > 0]
                        ends = finite_range(v)
                        if ends:
                            found += ends
        return found, sorted(sticky)

    def automatic(self, margin):
        """the limits that the data ask for"""
        found, sticky = self._data()
        if not found:
            return (1.0, 10.0) if self.log else (0.0, 1.0)
        low, high = min(found), max(found)
        if self.log:
            return self._automatic_log(low, high, margin)
        if high - low <= max(abs(low), abs(high)) * 1e-15:
            if low == 0 and high == 0:
                low, high = -0.05, 0.05
            else:
                low, high = low - 0.05 * abs(low), high + 0.05 * abs(high)
        tiny = 1e-5 * max(abs(low), abs(high), abs(high - low))
        below = [s for s in sticky if s < low + tiny]
        above = [s for s in sticky if s > high - tiny]
        delta = (high - low) * margin
        low, high = low - delta, high + delta
        if below:
            low = max(low, below[-1])
        if above:
            high = min(high, above[0])
        return low, high

    def _automatic_log(self, low, high, margin):
        if low == high:
            return (10 ** math.floor(math.log10(low) - 1e-12),
                    10 ** math.ceil(math.log10(high) + 1e-12))
        a, b = math.log10(low), math.log10(high)
        delta = (b - a) * margin
        a, b = max(a - delta, -300), min(b + delta, 300)
        return float(np.power(10.0, a)), float(np.power(10.0, b))

    def chosen_ticks(self, limits):
        """the ticks that a locator asks for, or None"""
        low, high = min(limits), max(limits)
        step = getattr(self.locator, "step", None)
        if step and 0 < (high - low) / step < 500:
            first = math.ceil(low / step - 1e-9)
            last = math.floor(high / step + 1e-9)
            return [i * step for i in range(first, last + 1)]
        if getattr(self.locator, "integer", False):
            return [t for t in self.round_ticks(limits) if t == int(t)]
        return None

    def round_ticks(self, limits):
        """round numbers that enclose the limits"""
        return round_numbers(min(limits), max(limits), 9, 2, True)
