# SPDX-License-Identifier: GPL-3.0-or-later
# Axes: curves, points, bars, areas, guides and texts. Each call makes parts
# for _xent.draw_figure and gives back a handle of them.
import math

import numpy as np
from _xent import refuse

from matplotlib_artists import (Annotation, Artist, BarContainer, Circle,
                                ErrorbarContainer, Line2D, LineCollection,
                                Mappable, PathCollection, PolyCollection,
                                Polygon, Rectangle, Text, alias, colour_of,
                                mark_of, paint)
from matplotlib_axes_grid import AxesGrid
from matplotlib_cm import get_cmap
from matplotlib_colors import (BASE_COLORS, Normalize, packed,
                               packed_rows, parsed)
from matplotlib_common import (array, floats, ignore, is_text,
                               listed, note, rcParams, texts_of)



def _left_out(name):
    def idle(self, *args, **named):
        note(f"{name}()")
    return idle


_MARKERS = ".,ov^<>12348spP*hH+xXDd|_"


def _read_format(fmt):
    """(line style, marker, colour) of a format such as 'r--o'"""
    if parsed(fmt) is not None and not (fmt.isdigit() and fmt in "01234"):
        return None, None, parsed(fmt)
    style = marker = colour = None
    i = 0
    wrong = f"{fmt!r} is not a valid format string "
    while i < len(fmt):
        c = fmt[i]
        if fmt[i:i + 2] in ("--", "-.") or c in "-: ":
            if style is not None:
                raise ValueError(wrong + "(two linestyle symbols)")
            style = fmt[i:i + 2] if fmt[i:i + 2] in ("--", "-.") else c
            i += len(style) - 1
        elif c in _MARKERS:
            if marker is not None:
                raise ValueError(wrong + "(two marker symbols)")
            marker = c
        elif c in BASE_COLORS:
            if colour is not None:
                raise ValueError(wrong + "(two color symbols)")
            colour = c
        elif c == "C" and fmt[i + 1:i + 2].isdigit():
            colour = parsed(fmt[i:i + 2])
            i += 1
        else:
            raise ValueError(wrong + f"(unrecognized character {c!r})")
        i += 1
    if style is None and marker is None:
        style = rcParams["lines.linestyle"]
    return style or "None", marker or "None", colour


def _columns(v):
    return v.reshape(-1, 1) if v.ndim <= 1 else v


def _check_shapes(x, y):
    if x.shape[0] != y.shape[0]:
        raise ValueError("x and y must have same first dimension, but have "
                         f"shapes {x.shape} and {y.shape}")
    if x.ndim > 2 or y.ndim > 2:
        raise ValueError("x and y can be no greater than 2D, but have shapes "
                         f"{x.shape} and {y.shape}")


class Axes(AxesGrid):
    """a plot: what draws, and what is set around it"""
    __module__ = "matplotlib.axes._subplots"

    # --- colours -----------------------------------------------------------

    def _next_colour(self):
        self._colour += 1
        return f"C{self._colour - 1}"

    def _next_fill(self):
        self._patch_colour += 1
        return f"C{self._patch_colour - 1}"

    # --- curves ------------------------------------------------------------

    def _coordinates(self, axis, v):
        words = texts_of(v)
        if words is not None:
            return axis.places(words)
        v = array(v)
        return v.reshape(-1) if v.ndim == 0 else v

    def _curves(self, given, named):
        fmt = None
        if len(given) > 1 and is_text(given[-1]):
            fmt = given[-1]
            given = given[:-1]
        if any([v is None for v in given]):
            raise ValueError("x, y, and format string must not be None")
        y = self._coordinates(self.yaxis, given[-1])
        if len(given) == 2:
            x = self._coordinates(self.xaxis, given[0])
        else:
            x = np.arange(y.shape[0]).astype(float)
        _check_shapes(x, y)
        x, y = _columns(x), _columns(y)
        wide, other = x.shape[1], y.shape[1]
        if wide > 1 and other > 1 and wide != other:
            raise ValueError(f"x has {wide} columns but y has {other} columns")
        n = max(wide, other) if wide and other else 0
        label = named.get("label")
        several = isinstance(label, (list, tuple)) and len(label) == n
        return [self._curve(x[:, j % wide], y[:, j % other], fmt,
                            dict(named, label=label[j] if several else label))
                for j in range(n)]

    def _curve(self, x, y, fmt, named):
        colour = alias(named, ["c", "color"])
        if fmt is not None:
            style, marker, own = _read_format(fmt)
            colour = own if colour is None else colour
            if style is not None and "linestyle" not in named \
                    and "ls" not in named:
                named["linestyle"] = style
            if marker is not None and "marker" not in named:
                named["marker"] = marker
        if named.get("label") is None:
            named["label"] = f"_child{len(self._children)}"
        named["label"] = str(named["label"])
        colour = self._next_colour() if colour is None else colour
        line = Line2D(x, y, color=colour, **named)
        self.lines.append(line)
        return self._add(line)

    def plot(self, *args, scalex=True, scaley=True, data=None, **named):
        """curves: plot(y), plot(x, y), plot(x, y, 'r--o'), several in a row
        >>> line, = plt.plot([1, 2, 3], [1, 4, 9], "r--", label="squares")
        >>> line.get_label()
        'squares'
        """
        if data is not None:
            args = [data[a] if is_text(a) and a in data else a for a in args]
        args = list(args)
        lines = []
        while args:
            given = args[:2]
            args = args[2:]
            if args and is_text(args[0]):
                given.append(args[0])
                args = args[1:]
            lines += self._curves(given, named)
        return lines

    def loglog(self, *args, **named):
        """plot, both axes logarithmic"""
        self.xaxis.log = self.yaxis.log = True
        return self.plot(*args, **named)

    def semilogx(self, *args, **named):
        """plot with a logarithmic x axis"""
        self.xaxis.log = True
        return self.plot(*args, **named)

    def semilogy(self, *args, **named):
        """plot with a logarithmic y axis"""
        self.yaxis.log = True
        return self.plot(*args, **named)

    def step(self, x, y, *args, where="pre", **named):
        """a staircase"""
        x = self._coordinates(self.xaxis, x)
        y = self._coordinates(self.yaxis, y)
        _check_shapes(x, y)
        if where == "pre" and y.size:
            y = np.concatenate([y[1:], y[-1:]])
        elif where == "mid" and x.size > 1:
            mid = (x[1:] + x[:-1]) / 2
            x = np.concatenate([x[:1], mid, x[-1:]])
            y = np.concatenate([y, y[-1:]])
        return self.plot(x, y, *args, drawstyle="steps-post", **named)

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", **named):
        """a curve with a bar of the error at each point"""
        x = self.xaxis.places(x)
        y = self.yaxis.places(y)
        if x.size != y.size:
            raise ValueError("'x' and 'y' must have the same size")
        for name in ("capsize", "capthick", "elinewidth", "ecolor",
                     "errorevery"):
            named.pop(name, None)
        label = named.pop("label", None)
        line = self.plot(x, y, fmt, label=label, **named)[0] if fmt else \
            self.plot(x, y, label=label, **named)[0]
        if fmt == "none":
            line.remove()
        for err, along in ((yerr, "y"), (xerr, "x")):
            if err is not None:
                self._error_bars(x, y, err, along, line)
        return ErrorbarContainer([line, (), ()], line._parts[0])

    def _error_bars(self, x, y, err, along, line):
        err = array(err).astype(float)
        low, high = (err[0], err[1]) if err.ndim == 2 else (err, err)
        at, v = (x, y) if along == "y" else (y, x)
        gap = np.full(v.shape, math.nan)
        ends = np.stack([v - low, v + high, gap], axis=1).reshape(-1)
        places = np.stack([at, at, gap], axis=1).reshape(-1)
        pair = (places, ends) if along == "y" else (ends, places)
        bars = Line2D(pair[0], pair[1], color=line.get_color(), lw=1.0,
                      label="_bars")
        self._add(bars)

    # --- points ------------------------------------------------------------

    def _point_colours(self, c, n):
        """('one', colour), ('own', packed colours) or ('values', array)"""
        if is_text(c):
            if parsed(c) is None:
                self._no_colour(c)
            return "one", c
        words = texts_of(c)
        if words is not None:
            if not all([parsed(w) is not None for w in words]):
                self._no_colour(listed(c))
            return self._own_colours(words, n)
        v = array(c).astype(float)
        if v.ndim == 2 and v.shape[1] in (3, 4) and v.shape[0] in (1, n):
            return self._own_colours(v.tolist(), n)
        if v.size == n:
            return "values", v.reshape(-1)
        if v.ndim == 1 and v.size in (3, 4) and parsed(c) is not None:
            return "one", c
        raise ValueError(f"'c' argument has {v.size} elements, which is "
                         "inconsistent with 'x' and 'y' with size "
                         f"{n}.")

    def _no_colour(self, c):
        raise ValueError("'c' argument must be a color, a sequence of colors, "
                         f"or a sequence of numbers, not {c}")

    def _own_colours(self, colours, n):
        if len(colours) == 1:
            return "one", colours[0]
        if len(colours) != n:
            raise ValueError(f"'c' argument has {len(colours)} elements, "
                             "which is inconsistent with 'x' and 'y' with "
                             f"size {n}.")
        return "own", [packed(parsed(w)) for w in colours]

    def _sizes(self, part, s, n):
        if s is None:
            s = rcParams["lines.markersize"] ** 2
        s = floats(s)
        if s.size not in (1, n):
            raise ValueError("s must be a scalar, or float array-like with "
                             "the same size as x and y")
        part["size"] = math.sqrt(float(s[0])) if s.size else 6.0
        if s.size > 1:
            part["sizes"] = np.sqrt(s)

    def _edges(self, part, face, edge):
        hollow = face is not None and is_text(face) and face == "none"
        if hollow:
            part["mark"] = "O"
            paint(part, "k" if edge is None or edge == "face" else edge,
                  part.get("alpha"))
        elif is_text(edge) and edge in ("face", "none", "None"):
            pass
        elif edge is not None and parsed(edge) is not None:
            part["edge"] = packed(parsed(edge))

    def _groups(self, part, keys):
        """one sign a group for the text form; many values share one"""
        known = sorted(set(keys))
        if len(known) <= 10:
            part["groups"] = [known.index(k) for k in keys]

    def _map_points(self, part, values, cmap, norm, vmin, vmax):
        cmap = get_cmap(rcParams["image.cmap"] if cmap is None else cmap)
        norm = Normalize(vmin, vmax) if norm is None else norm
        part["colours"] = packed_rows(cmap(array(norm(values))))
        self._groups(part, values.tolist())
        return cmap, norm

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None,
                vmin=None, vmax=None, alpha=None, linewidths=None, *,
                edgecolors=None, plotnonfinite=False, data=None, label=None,
                **named):
        """points; c: a colour, colours, or numbers that a map colours
        >>> points = plt.scatter([1, 2, 3], [4, 1, 3], c=[0, 1, 1])
        """
        x = self.xaxis.places(x)
        y = self.yaxis.places(y)
        if x.size != y.size:
            raise ValueError("x and y must be the same size")
        face = alias(named, ["color", "facecolors", "facecolor", "fc"])
        edge = alias(named, ["edgecolor", "ec"], edgecolors)
        alias(named, ["linewidth", "lw"])
        part = {"kind": "points", "x": x, "y": y, "label": label,
                "scaled": "xy", "zorder": named.pop("zorder", None)}
        self._sizes(part, s, x.size)
        part["mark"] = mark_of("o" if marker is None else marker)
        if c is None and face is not None and not (is_text(face)
                                                   and face == "none"):
            c = face
        how, what = self._point_colours(
            self._next_fill() if c is None else c, x.size)
        maps = {}
        paint(part, what if how == "one" else "C0", alpha)
        if how == "own":
            part["colours"] = what
            self._groups(part, what)
        elif how == "values":
            cmap, norm = self._map_points(part, what, cmap, norm, vmin, vmax)
            maps = {"cmap": cmap, "norm": norm, "values": what}
        if "sizes" in part and "colours" not in part:
            part["colours"] = [part["colour"]] * int(x.size)
        self._edges(part, face, edge)
        ignore("scatter", named)
        points = PathCollection(part, **maps)
        self.collections.append(points)
        if maps:
            self._mappable = points
        return self._add(points)

    # --- bars --------------------------------------------------------------

    def _bar_colours(self, part, colour, n):
        words = None if is_text(colour) else texts_of(colour)
        if words is None and hasattr(colour, "ndim") and colour.ndim == 2:
            words = colour.tolist()
        elif words is None and isinstance(colour, list) and colour \
                and not isinstance(colour[0], (int, float)):
            words = colour
        if words is None:
            paint(part, colour, part.get("alpha"))
            return
        paint(part, words[0] if words else "C0", part.get("alpha"))
        part["colours"] = [packed(colour_of(words[i % len(words)]))
                           for i in range(n)]

    def _bars(self, x0, x1, y0, y1, named, flat):
        n = len(x0)
        part = {"kind": "boxes", "x": floats(x0), "u": floats(x1),
                "y": floats(y0), "v": floats(y1), "scaled": "xy",
                "alpha": named.pop("alpha", None),
                "zorder": named.pop("zorder", None)}
        label = named.pop("label", None)
        if isinstance(label, (list, tuple)):
            label = None
        part["label"] = None if label is None else str(label)
        part["sticky_x" if flat else "sticky_y"] = floats(
            x0 if flat else y0).tolist()
        colour = alias(named, ["color", "facecolor", "fc"])
        self._bar_colours(part, self._next_fill() if colour is None
                          else colour, n)
        edge = alias(named, ["edgecolor", "ec"])
        alias(named, ["linewidth", "lw", "hatch", "error_kw"])
        if edge is not None and not (is_text(edge) and edge == "none"):
            part["edge"] = packed(colour_of(listed(edge)[0] if isinstance(
                edge, (list, tuple)) and is_text(edge[0]) else edge))
        patches = [Rectangle((a, c), b - a, d - c) for a, b, c, d in
                   zip(part["x"].tolist(), part["u"].tolist(),
                       part["y"].tolist(), part["v"].tolist())]
        bars = BarContainer(patches, part)
        self._parts.append(part)
        self.containers.append(bars)
        self.patches += patches
        return bars

    def _spread(self, values):
        """numbers and lists of one length"""
        n = 1
        shapes = [floats(v).size for v in values]
        for i, k in enumerate(shapes):
            if k != 1 and n not in (1, k):
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single "
                    f"shape.  Mismatch is between arg 0 with shape ({n},) and "
                    f"arg {i} with shape ({k},).")
            n = k if k != 1 else n
        return [np.zeros(n) + floats(v) for v in values]

    def bar(self, x, height, width=0.8, bottom=None, *, align="center",
            **named):
        """upright bars at x, which may be numbers or names
        >>> plt.bar(["apple", "pear"], [3, 5])
        <BarContainer object of 2 artists>
        """
        ticks = named.pop("tick_label", None)
        heights = array(height).reshape(-1).tolist()
        err = named.pop("yerr", None)
        named.pop("log", None)
        x, height, width, bottom = self._spread(
            [self.xaxis.places(x), height, width,
             0 if bottom is None else bottom])
        left = x - width / 2 if align == "center" else x
        bars = self._bars(left, left + width, bottom, bottom + height, named,
                          False)
        for box, h in zip(bars, heights):
            box._box = box._box[:3] + (h,)
        ignore("bar", named)
        if ticks is not None:
            self.set_xticks(left + width / 2, ticks)
        if err is not None:
            self._error_bars(left + width / 2, bottom + height, err, "y",
                             Line2D([], [], color="k"))
        return bars

    def barh(self, y, width, height=0.8, left=None, *, align="center",
             **named):
        """lying bars at y, which may be numbers or names"""
        ticks = named.pop("tick_label", None)
        named.pop("xerr", None)
        y, width, height, left = self._spread(
            [self.yaxis.places(y), width, height, 0 if left is None else left])
        low = y - height / 2 if align == "center" else y
        bars = self._bars(left, left + width, low, low + height, named, True)
        ignore("barh", named)
        if ticks is not None:
            self.set_yticks(low + height / 2, ticks)
        return bars

    def bar_label(self, container, labels=None, *, fmt="%g", label_type="edge",
                  padding=0, **named):
        """writes the value over each bar of bar()"""
        part = container._parts[0]
        texts = []
        for i in range(len(container)):
            box = container[i]
            value = box.get_height()
            word = str(labels[i]) if labels is not None else fmt % value
            middle = box.get_x() + box.get_width() / 2
            self.text(middle, float(part["v"][i]), word, ha="center",
                      va="bottom")
            texts.append(Text(0, 0, word))
        return texts

    # --- areas and guides --------------------------------------------------

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False,
                     step=None, **named):
        """the area between two curves"""
        x = self.xaxis.places(x)
        low = np.zeros(x.shape) + array(y1).astype(float)
        high = np.zeros(x.shape) + array(y2).astype(float)
        if where is not None:
            low = np.where(array(where), low, math.nan)
        part = {"kind": "area", "x": x, "y": low, "v": high, "scaled": "xy",
                "label": named.pop("label", None),
                "zorder": named.pop("zorder", None)}
        colour = alias(named, ["color", "facecolor", "facecolors", "fc"])
        paint(part, self._next_fill() if colour is None else colour,
              named.pop("alpha", None))
        alias(named, ["edgecolor", "edgecolors", "linewidth", "lw", "hatch",
                      "linestyle", "ec"])
        ignore("fill_between", named)
        return self._add(PolyCollection(part))

    def stackplot(self, x, *args, labels=(), colors=None, **named):
        """areas on top of each other"""
        rows = array(args[0] if len(args) == 1 else list(args))
        rows = rows.astype(float).reshape(-1, rows.shape[-1])
        base = np.zeros(rows.shape[1])
        areas = []
        for i in range(rows.shape[0]):
            own = dict(named, label=labels[i] if i < len(labels) else None)
            if colors is not None:
                own["color"] = colors[i % len(colors)]
            areas.append(self.fill_between(x, base, base + rows[i], **own))
            base = base + rows[i]
        return areas

    def _guide(self, at, vertical, named):
        label = named.pop("label", None)
        colour = alias(named, ["c", "color"])
        line = Line2D([], [], color=self._next_colour() if colour is None
                      else colour, label=label, **named)
        guide = dict(line._parts[0], kind="guide", vertical=vertical,
                     at=float(at), scaled="x" if vertical else "y")
        guide["x" if vertical else "y"] = [float(at)]
        guide["label"] = None
        line._parts.append(guide)
        line._parts[0]["kind"] = "line"
        line._parts[0]["dash"] = line._parts[0]["dash"] or "-"
        if label is None:
            line._label = f"_child{len(self._children)}"
        self.lines.append(line)
        return self._add(line)

    def axhline(self, y=0, xmin=0, xmax=1, **named):
        """a level line through the whole picture"""
        return self._guide(self.yaxis.places(y)[0], False, named)

    def axvline(self, x=0, ymin=0, ymax=1, **named):
        """an upright line through the whole picture"""
        return self._guide(self.xaxis.places(x)[0], True, named)

    def _lines_at(self, at, low, high, upright, named):
        at, low, high = self._spread([at, low, high])
        gap = np.full(at.shape, math.nan)
        ends = np.stack([low, high, gap], axis=1).reshape(-1)
        places = np.stack([at, at, gap], axis=1).reshape(-1)
        colour = alias(named, ["colors", "color", "c"], "C0")
        style = alias(named, ["linestyles", "linestyle", "ls"], "-")
        if not is_text(colour) and texts_of(colour):
            colour = listed(colour)[0]
        x, y = (places, ends) if upright else (ends, places)
        line = Line2D(x, y, color=colour, linestyle=style, **named)
        return self._add(LineCollection(*line._parts))

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="",
               **named):
        """level lines from xmin to xmax"""
        return self._lines_at(y, xmin, xmax, False, dict(
            named, colors=colors, linestyles=linestyles, label=label))

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="",
               **named):
        """upright lines from ymin to ymax"""
        return self._lines_at(x, ymin, ymax, True, dict(
            named, colors=colors, linestyles=linestyles, label=label))

    def _span(self, low, high, upright, named):
        """a band that is cut at the frame"""
        endless = 1e30
        part = {"kind": "boxes", "x": [low if upright else -endless],
                "u": [high if upright else endless],
                "y": [-endless if upright else low],
                "v": [endless if upright else high],
                "scaled": "x" if upright else "y",
                "label": named.pop("label", None),
                "zorder": named.pop("zorder", 0)}
        colour = alias(named, ["color", "facecolor", "fc"], "C0")
        paint(part, colour, named.pop("alpha", None))
        return self._add(Polygon(part))

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **named):
        """an upright band through the whole picture"""
        return self._span(float(xmin), float(xmax), True, named)

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **named):
        """a level band through the whole picture"""
        return self._span(float(ymin), float(ymax), False, named)

    def stem(self, *args, label=None, **named):
        """a line from zero to each point"""
        y = floats(args[1] if len(args) > 1 and not is_text(args[1])
                   else args[0])
        x = floats(args[0]) if len(args) > 1 and not is_text(args[1]) \
            else np.arange(y.size).astype(float)
        self._lines_at(x, np.zeros(x.shape), y, True, {"label": None})
        return self.plot(x, y, "o", label=label)[0]

    def add_patch(self, p):
        """draws a Rectangle or a Circle; other shapes are left out"""
        if not isinstance(p, (Rectangle, Circle)):
            note(f"patches such as {type(p).__name__}")
            return p
        return self._add(p)

    def add_artist(self, a):
        """draws a handle again"""
        if not isinstance(a, Mappable) and hasattr(a, "_parts") and a._parts:
            self._add(a)
        return a

    # --- texts -------------------------------------------------------------

    def _words(self, part, named):
        across = alias(named, ["ha", "horizontalalignment"], "left")
        up = alias(named, ["va", "verticalalignment"], "baseline")
        part["across"] = {"left": 1, "center": 0, "right": -1}.get(across, 1)
        part["up"] = {"bottom": 1, "baseline": 1, "top": -1}.get(up, 0)
        colour = alias(named, ["color", "c"], "k")
        paint(part, colour)
        size = alias(named, ["fontsize", "size"])
        if isinstance(size, (int, float)):
            part["size"] = float(size)
        for name in ("alpha", "bbox", "rotation", "rotation_mode", "weight",
                     "fontweight", "family", "style", "fontstyle", "zorder",
                     "fontdict", "wrap", "linespacing", "backgroundcolor",
                     "fontfamily", "annotation_clip", "multialignment"):
            named.pop(name, None)

    def text(self, x, y, s, fontdict=None, **named):
        """words at a place"""
        part = {"kind": "text", "text": str(s),
                "x": float(self.xaxis.places(x)[0]),
                "y": float(self.yaxis.places(y)[0]), "scaled": ""}
        if fontdict:
            named = dict(fontdict, **named)
        transform = named.pop("transform", None)
        part["framed"] = is_text(transform) and transform == "axes"
        self._words(part, named)
        ignore("text", named)
        words = Text(x, y, str(s), part)
        self.texts.append(words)
        return self._add(words)

    def annotate(self, text, xy, xytext=None, xycoords="data",
                 textcoords=None, arrowprops=None, **named):
        """words beside a place, perhaps with an arrow to it"""
        to = (float(self.xaxis.places(xy[0])[0]),
              float(self.yaxis.places(xy[1])[0]))
        away = xytext is not None and textcoords in (None, "data")
        at = (float(xytext[0]), float(xytext[1])) if away else to
        part = {"kind": "text", "text": str(text), "x": at[0], "y": at[1],
                "to_x": to[0], "to_y": to[1], "scaled": "",
                "arrow": arrowprops is not None and away,
                "framed": xycoords == "axes fraction"}
        self._words(part, named)
        if part["arrow"]:
            part["up"] = 1 if at[1] >= to[1] else -1
        elif xytext is not None and not away and xytext[1] < 0:
            part["up"] = -1
        ignore("annotate", named)
        at = xy if xytext is None else xytext
        words = Annotation(xy, at[0], at[1], str(text), part)
        self.texts.append(words)
        return self._add(words)

    def arrow(self, x, y, dx, dy, **named):
        """an arrow from (x, y) by (dx, dy)"""
        part = {"kind": "text", "text": "", "x": float(x), "y": float(y),
                "to_x": float(x + dx), "to_y": float(y + dy), "arrow": True,
                "scaled": ""}
        paint(part, alias(named, ["color", "fc", "facecolor", "ec"], "C0"))
        return self._add(Artist(part))

    # --- what has no picture -----------------------------------------------

    def twinx(self):
        """not supported: a second y axis"""
        refuse("twinx(): a picture has one y axis")

    def twiny(self):
        """not supported: a second x axis"""
        refuse("twiny(): a picture has one x axis")

    broken_barh = _left_out("broken_barh")
    eventplot = _left_out("eventplot")
    fill_betweenx = _left_out("fill_betweenx")
    hexbin = _left_out("hexbin")
    hist2d = _left_out("hist2d")
    specgram = _left_out("specgram")
    stairs = _left_out("stairs")
    streamplot = _left_out("streamplot")
    table = _left_out("table")
    add_collection = _left_out("add_collection")
    axline = _left_out("axline")

    def pie(self, x, **named):
        """left out, with a note: bar() shows the same"""
        note("pie()")
        return [], [], []

    def boxplot(self, x, **named):
        """left out, with a note: hist() shows more"""
        note("boxplot()")
        return {}

    def violinplot(self, dataset, **named):
        """left out, with a note"""
        note("violinplot()")
        return {}

    def quiver(self, *args, **named):
        """left out, with a note"""
        note("quiver()")

    def fill(self, *args, **named):
        """left out, with a note: fill_between() draws areas"""
        note("fill()")
        return []
