# SPDX-License-Identifier: GPL-3.0-or-later
# The frame of axes: limits, ticks, titles, legend, and the dict that describes
# all of it to _xent.draw_figure.
import math

from matplotlib_artists import Legend, Text, alias
from matplotlib_axis import Axis, Spines, XTick, YTick
from matplotlib_common import (array, ignore, is_text, listed, note, plain,
                               rcParams, several, texts_of)

_LOCATIONS = ["best", "upper right", "upper left", "lower left",
              "lower right", "right", "center left", "center right",
              "lower center", "upper center", "center"]
_CORNERS = ["best", "upper right", "upper left", "lower left", "lower right",
            "upper right", "upper left", "upper right", "lower right",
            "upper right", "best"]
_ENDS = {"x": ("left", "right"), "y": ("bottom", "top")}


class AxesBase:
    """the frame of a plot"""
    __module__ = "matplotlib.axes._base"

    def __init__(self, figure, place, spec=None):
        self.figure = figure
        self._place = place
        self._spec = spec
        self._children = []
        self._mappable = None
        self.transAxes = "axes"
        self.transData = "data"
        self.xaxis = Axis("x")
        self.yaxis = Axis("y")
        self.spines = Spines()
        self.cla()

    def cla(self):
        """empties the axes"""
        self._parts = []
        self.xaxis.parts = self._parts
        self.yaxis.parts = self._parts
        self._children[:] = []
        self.lines, self.patches, self.texts = [], [], []
        self.collections, self.images, self.containers = [], [], []
        for axis in (self.xaxis, self.yaxis):
            axis.limits, axis.ticks, axis.names = None, None, None
            axis.categories, axis.label, axis.log = [], "", False
            axis.inverted = False
        self._title = ""
        self._grid = bool(rcParams["axes.grid"])
        self._on = True
        self._equal = False
        self._legend = None
        self._keys = []
        self._scale, self._scale_label = None, ""
        self._margins = {"x": 0.05, "y": 0.05}
        self._colour = 0
        self._patch_colour = 0
        self.legend_ = None

    def clear(self):
        """empties the axes"""
        self.cla()

    # --- titles ------------------------------------------------------------

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None,
                  **named):
        """the title over the axes"""
        self._title = str(label)
        return Text(0.5, 1.0, self._title)

    def get_title(self, loc="center"):
        """the title"""
        return self._title

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None,
                   **named):
        """what x is"""
        self.xaxis.label = str(xlabel)
        return Text(0.5, 0, str(xlabel))

    def get_xlabel(self):
        """what x is"""
        return self.xaxis.label

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None,
                   **named):
        """what y is"""
        self.yaxis.label = str(ylabel)
        return Text(0, 0.5, str(ylabel))

    def get_ylabel(self):
        """what y is"""
        return self.yaxis.label

    def set(self, **named):
        """sets several things: title, xlabel, ylim ..."""
        results = []
        for name in named:
            value = named[name]
            setter = getattr(self, "set_" + name, None)
            if setter is None:
                ignore("set", [name])
            else:
                results.append(setter(value))
        return results

    # --- limits ------------------------------------------------------------

    def _limits(self, axis):
        if axis.limits is not None:
            return axis.limits
        low, high = axis.automatic(self._margins[axis.axis_name])
        return (high, low) if axis.inverted else (low, high)

    def _set_limits(self, axis, first, second, named):
        low_name, high_name = _ENDS[axis.axis_name]
        first = alias(named, [axis.axis_name + "min", low_name], first)
        second = alias(named, [axis.axis_name + "max", high_name], second)
        if second is None and several(first):
            first, second = first
        now = self._limits(axis)
        low = now[0] if first is None else axis.places(first).tolist()[0]
        high = now[1] if second is None else axis.places(second).tolist()[0]
        if not math.isfinite(low) or not math.isfinite(high):
            raise ValueError("Axis limits cannot be NaN or Inf")
        if low == high:
            grow = 0.05 * abs(low) if low else 0.05
            low, high = low - grow, high + grow
        for other in axis.shared:
            other.limits = (low, high)
        return low, high

    def get_xlim(self):
        """(left, right)"""
        return self._limits(self.xaxis)

    def get_ylim(self):
        """(bottom, top)"""
        return self._limits(self.yaxis)

    def set_xlim(self, left=None, right=None, **named):
        """changes the ends of the x axis"""
        return self._set_limits(self.xaxis, left, right, named)

    def set_ylim(self, bottom=None, top=None, **named):
        """changes the ends of the y axis"""
        return self._set_limits(self.yaxis, bottom, top, named)

    def get_xbound(self):
        """(lower, upper)"""
        return tuple(sorted(self.get_xlim()))

    def get_ybound(self):
        """(lower, upper)"""
        return tuple(sorted(self.get_ylim()))

    def _invert(self, axis):
        low, high = self._limits(axis)
        axis.inverted = not axis.inverted
        if axis.limits is not None:
            axis.limits = (high, low)

    def invert_xaxis(self):
        """x grows to the left"""
        self._invert(self.xaxis)

    def invert_yaxis(self):
        """y grows downwards"""
        self._invert(self.yaxis)

    def margins(self, *both, x=None, y=None, tight=True):
        """how much air the limits leave around the data"""
        if both:
            x, y = both if len(both) == 2 else (both[0], both[0])
        if x is None and y is None:
            return self._margins["x"], self._margins["y"]
        self._margins["x"] = self._margins["x"] if x is None else float(x)
        self._margins["y"] = self._margins["y"] if y is None else float(y)
        return None

    def _set_scale(self, axis, value):
        known = ("linear", "log", "symlog", "asinh", "logit", "function",
                 "functionlog")
        if value not in known:
            supported = ", ".join([repr(k) for k in known])
            raise ValueError(f"{value!r} is not a valid value for scale; "
                             f"supported values are {supported}")
        if value not in ("linear", "log"):
            note(f"the scale '{value}'")
        axis.log = value == "log"

    def set_xscale(self, value, **named):
        """'linear' or 'log'"""
        self._set_scale(self.xaxis, value)

    def set_yscale(self, value, **named):
        """'linear' or 'log'"""
        self._set_scale(self.yaxis, value)

    def get_xscale(self):
        """'linear' or 'log'"""
        return "log" if self.xaxis.log else "linear"

    def get_yscale(self):
        """'linear' or 'log'"""
        return "log" if self.yaxis.log else "linear"

    def set_aspect(self, aspect, **named):
        """'equal': a unit is as long on both axes"""
        self._equal = aspect != "auto"

    def autoscale(self, enable=True, axis="both", tight=None):
        """forgets the limits that were set"""
        if axis in ("x", "both"):
            self.xaxis.limits = None
        if axis in ("y", "both"):
            self.yaxis.limits = None

    def relim(self, visible_only=False):
        """limits always follow the data"""

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        """limits always follow the data"""

    # --- ticks -------------------------------------------------------------

    def _set_ticks(self, axis, ticks, labels, named):
        if ticks is None or texts_of(ticks) is not None:
            ticks = axis.places(ticks).tolist() if ticks is not None else []
        else:
            ticks = array(ticks).reshape(-1).tolist()
        axis.ticks, axis.names = ticks, None
        if labels is not None:
            self._set_names(axis, labels, named)
        if ticks and axis.limits is None:
            inside = self._limits(axis)
            low, high = min(ticks + list(inside)), max(ticks + list(inside))
            if (low, high) != (min(inside), max(inside)):
                axis.limits = (high, low) if axis.inverted else (low, high)

    def _set_names(self, axis, labels, named):
        axis.tilted = bool(alias(named, ["rotation"], 0))
        labels = [t.get_text() if isinstance(t, Text) else str(t)
                  for t in listed(labels)]
        if axis.ticks is None:
            axis.ticks = (list(range(len(axis.categories)))
                          or axis.round_ticks(self._limits(axis)))
            labels = labels[:len(axis.ticks)]
            labels += [""] * (len(axis.ticks) - len(labels))
        elif labels and len(labels) != len(axis.ticks):
            raise ValueError(
                "The number of FixedLocator locations "
                f"({len(axis.ticks)}), usually from a call to set_ticks, does "
                f"not match the number of ticklabels ({len(labels)}).")
        axis.names = labels

    def _ticks(self, axis):
        if axis.ticks is not None:
            return axis.ticks
        if axis.categories:
            return list(range(len(axis.categories)))
        limits = self._limits(axis)
        return axis.chosen_ticks(limits) or axis.round_ticks(limits)

    def set_xticks(self, ticks, labels=None, *, minor=False, **named):
        """the places of the x axis that have a tick, and their names"""
        if not minor:
            self._set_ticks(self.xaxis, ticks, labels, named)
        return [XTick() for tick in self.xaxis.ticks or []]

    def set_yticks(self, ticks, labels=None, *, minor=False, **named):
        """the places of the y axis that have a tick, and their names"""
        if not minor:
            self._set_ticks(self.yaxis, ticks, labels, named)
        return [YTick() for tick in self.yaxis.ticks or []]

    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **named):
        """the names of the ticks of x"""
        self._set_names(self.xaxis, labels, named)
        return [Text(x, 0, t) for x, t in zip(self.xaxis.ticks,
                                              self.xaxis.names)]

    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **named):
        """the names of the ticks of y"""
        self._set_names(self.yaxis, labels, named)
        return [Text(0, y, t) for y, t in zip(self.yaxis.ticks,
                                              self.yaxis.names)]

    def get_xticks(self, *, minor=False):
        """the places of the ticks of x"""
        return array(self._ticks(self.xaxis))

    def get_yticks(self, *, minor=False):
        """the places of the ticks of y"""
        return array(self._ticks(self.yaxis))

    def get_xticklabels(self, minor=False, which=None):
        """the names of the ticks of x"""
        names = self.xaxis.names or self.xaxis.categories
        return [Text(x, 0, names[i] if i < len(names) else "")
                for i, x in enumerate(self._ticks(self.xaxis))]

    def get_yticklabels(self, minor=False, which=None):
        """the names of the ticks of y"""
        names = self.yaxis.names or self.yaxis.categories
        return [Text(0, y, names[i] if i < len(names) else "")
                for i, y in enumerate(self._ticks(self.yaxis))]

    def tick_params(self, axis="both", **named):
        """hides ticks or their names; the rest changes nothing"""
        for one in (self.xaxis, self.yaxis):
            ends = ("bottom", "labelbottom") if one.axis_name == "x" \
                else ("left", "labelleft")
            hidden = [named.get(end, True) is False for end in ends]
            if axis in ("both", one.axis_name) and any(hidden):
                one.ticks, one.names = [], None

    def grid(self, visible=None, which="major", axis="both", **named):
        """draws lines at the ticks, or takes them away"""
        if which not in ("major", "minor", "both"):
            raise ValueError(f"{which!r} is not a valid value for which; "
                             "supported values are 'major', 'minor', 'both'")
        if visible is None:
            visible = bool(named) or not self._grid
        self._grid = bool(visible)

    def axis(self, *args, emit=True, **named):
        """'off', 'equal', 'square', 'tight' ..., or the four limits
        >>> plt.axis([0, 6, -1, 1])
        (0.0, 6.0, -1.0, 1.0)
        """
        what = args[0] if args else named.pop("option", None)
        if is_text(what) or isinstance(what, bool):
            self._axis_word(what)
        elif what is not None:
            x0, x1, y0, y1 = listed(what)
            self.set_xlim(x0, x1)
            self.set_ylim(y0, y1)
        for name in named:
            getattr(self, "set_xlim" if name[0] == "x" else "set_ylim")(
                **{name: named[name]})
        return self.get_xlim() + self.get_ylim()

    def _axis_word(self, word):
        if word in ("off", False):
            self._on = False
        elif word in ("on", True):
            self._on = True
        elif word in ("equal", "scaled", "square", "image"):
            self._equal = True
        elif word == "tight":
            self._margins = {"x": 0.0, "y": 0.0}
        elif word == "auto":
            self._equal = False
        else:
            raise ValueError(f"Unrecognized string {word!r} to axis; try "
                             "'on' or 'off'")

    def set_axis_off(self):
        """hides the axes"""
        self._on = False

    def set_axis_on(self):
        """shows the axes"""
        self._on = True

    # --- legend ------------------------------------------------------------

    def get_legend_handles_labels(self, legend_handler_map=None):
        """what has a name, and the names"""
        handles, labels = [], []
        for child in self._children + self.containers:
            label = child.get_label()
            if label and label[0] != "_":
                handles.append(child)
                labels.append(label)
        return handles, labels

    def _entries(self, args, named):
        handles = named.pop("handles", None)
        labels = named.pop("labels", None)
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        if handles is not None and labels is None:
            handles = listed(handles)
            labels = [h.get_label() for h in handles]
        elif handles is None and labels is not None:
            labels = [labels] if is_text(labels) else listed(labels)
            handles = [c for c in self._children + self.containers
                       if not (isinstance(c, Text) or c in self.images)]
        return handles, labels

    def _name(self, handles, labels):
        for child in self._children + self.containers:
            for part in child._parts[:1]:
                part["label"] = None
        self._keys = []
        for handle, label in zip(listed(handles), listed(labels)):
            if isinstance(handle, (list, tuple)):
                handle = handle[0]
            part = handle._parts[0]
            if not any([p is part for p in self._parts]):
                part = dict(part, x=[], y=[], u=[], v=[])
                self._keys.append(part)
            part["label"] = str(label)

    def legend(self, *args, **named):
        """names what is drawn, by its labels or by those given here"""
        handles, labels = self._entries(args, named)
        if handles is not None:
            self._name(handles, labels)
        loc = named.pop("loc", rcParams["legend.loc"])
        anchor = named.pop("bbox_to_anchor", None)
        self._legend = self._corner(loc, anchor)
        for name in ("fontsize", "title", "frameon", "ncol", "ncols", "shadow",
                     "fancybox", "framealpha", "prop", "borderaxespad",
                     "scatterpoints", "numpoints", "markerscale",
                     "handlelength", "title_fontsize", "bbox_transform"):
            named.pop(name, None)
        ignore("legend", named)
        self.legend_ = Legend()
        return self.legend_

    def _corner(self, loc, anchor):
        if isinstance(loc, int) and 0 <= loc < len(_CORNERS):
            place = _CORNERS[loc]
        elif is_text(loc) and loc in _LOCATIONS:
            place = _CORNERS[_LOCATIONS.index(loc)]
        elif is_text(loc):
            supported = ", ".join([repr(k) for k in _LOCATIONS])
            raise ValueError(f"{loc!r} is not a valid value for loc; "
                             f"supported values are {supported}")
        else:
            place = "best"
        if anchor is not None and listed(anchor)[0] >= 0.99:
            return "beside"
        return place

    def get_lines(self):
        """the curves"""
        return list(self.lines)

    def get_figure(self):
        """the figure that it is in"""
        return self.figure

    def remove(self):
        """takes the axes out of their figure"""
        self.figure.delaxes(self)

    def set_xbound(self, lower=None, upper=None):
        """changes the ends of the x axis"""
        self.set_xlim(lower, upper)

    def set_ybound(self, lower=None, upper=None):
        """changes the ends of the y axis"""
        self.set_ylim(lower, upper)

    def label_outer(self):
        """all axes keep their labels"""

    def set_facecolor(self, color):
        """paper is white"""

    def set_axisbelow(self, b):
        """the grid is always below"""

    def minorticks_on(self):
        """pictures of xent have no minor ticks"""

    def ticklabel_format(self, **named):
        """ticks are round numbers"""
        note("ticklabel_format()")

    def locator_params(self, axis="both", tight=None, **named):
        """ticks are round numbers"""
        note("locator_params()")

    def get_legend(self):
        """the legend, or None"""
        return self.legend_

    # --- description -------------------------------------------------------

    def _add(self, artist, *parts):
        for part in parts or artist._parts:
            self._parts.append(part)
        self._children.append(artist)
        artist.axes = self
        return artist

    def _named_parts(self):
        shown = [p for p in self._parts if not p.get("gone")
                 and not p.get("hidden") and not p.get("empty")]
        levels = [p.get("zorder") for p in shown]
        for i, part in enumerate(shown):
            if levels[i] is None:
                levels[i] = 2 if "line" in part.get("kind", "") else 1
        order = sorted(range(len(shown)), key=lambda i: levels[i])
        out = []
        for i in order:
            part = dict(shown[i])
            label = part.get("label")
            part["label"] = plain(label) if label and label[:1] != "_" \
                else None
            if "text" in part:
                part["text"] = plain(part["text"])
            out.append(part)
        return out + self._named_keys([shown[i] for i in order])

    def _named_keys(self, shown):
        """entries of the legend that are nothing else; some stand for a
        group of points, whose number among the parts they then know"""
        keys = []
        for key in self._keys:
            key = dict(key, label=plain(key["label"]))
            same = [i for i, p in enumerate(shown) if p is key.get("like")]
            key["like"] = same[0] if same else None
            keys.append(key)
        return keys

    def _describe_ticks(self, panel, axis, places, names):
        ticks, words = axis.ticks, axis.names
        if ticks is None and axis.categories:
            ticks = list(range(len(axis.categories)))
            words = axis.categories
        if ticks is None:
            ticks = axis.chosen_ticks(self._limits(axis))
        if ticks is not None:
            panel[places] = ticks
            panel[names] = None if words is None else [plain(w) for w in words]

    def _describe(self):
        left, top, across, down = self._place
        panel = {"left": left, "top": top, "across": across, "down": down,
                 "title": plain(self._title), "grid": self._grid,
                 "xlabel": plain(self.xaxis.label),
                 "ylabel": plain(self.yaxis.label),
                 "xlim": list(self.get_xlim()), "ylim": list(self.get_ylim()),
                 "xlog": self.xaxis.log, "ylog": self.yaxis.log,
                 "tilted": self.xaxis.tilted, "equal": self._equal,
                 "bare": not self._on, "legend": self._legend is not None,
                 "key": self._legend or "best", "parts": self._named_parts()}
        self._describe_ticks(panel, self.xaxis, "xticks", "xnames")
        self._describe_ticks(panel, self.yaxis, "yticks", "ynames")
        if self._scale is not None:
            bounds, colours = self._scale.scale()
            panel["parts"].append(
                {"kind": "field", "x": [0.0, 1.0], "y": [0.0, 1.0],
                 "z": [0.0] if self.images else [0.0] * 4,
                 "cells": self.images != [], "bounds": bounds,
                 "colours": colours, "scale": True})
            panel["scale_label"] = plain(self._scale_label)
        return panel

    def __str__(self):
        rows, columns, first, last = self._spec or (1, 1, 1, 1)
        across = 0.775 / (columns + 0.2 * (columns - 1))
        down = 0.77 / (rows + 0.2 * (rows - 1))
        row, column = divmod(first - 1, columns)
        row_end, column_end = divmod(last - 1, columns)
        x = 0.125 + column * 1.2 * across
        y = 0.11 + (rows - 1 - row_end) * 1.2 * down
        w = across * (1 + 1.2 * (column_end - column))
        h = down * (1 + 1.2 * (row_end - row))
        return f"AxesSubplot({x:g},{y:g};{w:g}x{h:g})"

    def __repr__(self):
        words = [f"title={{'center': {self._title!r}}}"] if self._title else []
        if self.xaxis.label:
            words.append(f"xlabel={self.xaxis.label!r}")
        if self.yaxis.label:
            words.append(f"ylabel={self.yaxis.label!r}")
        return f"<AxesSubplot: {', '.join(words)}>"
