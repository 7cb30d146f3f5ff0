# SPDX-License-Identifier: GPL-3.0-or-later
# What the calls of plt give back: handles of what was drawn. Each holds the
# dicts ("parts") that describe it; _xent.draw_figure reads them.
import numpy as np

from matplotlib_colors import Normalize, packed, parsed, to_hex
from matplotlib_common import array, floats, ignore, is_text, rcParams

_DASHES = {"-": "-", "solid": "-", "--": "--", "dashed": "--", ":": ":",
           "dotted": ":", "-.": "-.", "dashdot": "-.", "None": "", " ": "",
           "none": "", "": ""}
_MARKS = {
    ".": ".", ",": ".", "o": "o", "v": "v", "^": "^", "<": "^", ">": "^",
    "1": "v", "2": "^", "3": "+", "4": "+", "8": "o", "s": "s", "p": "o",
    "P": "+", "*": "*", "h": "o", "H": "o", "+": "+", "x": "x", "X": "x",
    "D": "D", "d": "D", "|": "+", "_": "+", "None": "", "none": "", " ": "",
    "": ""}


def dash_of(style):
    """'-', '--', ':' or '-.' for a line style, '' for no line"""
    if not is_text(style):
        return "" if style is None else "--"
    if style not in _DASHES:
        raise ValueError(
            f"{style!r} is not a valid value for ls; supported values are "
            "'-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', "
            "'dashdot', 'dotted'")
    return _DASHES[style]


def mark_of(marker):
    """xent's mark for a marker, '' for none"""
    if marker is None:
        return ""
    if not is_text(marker) or (len(marker) > 2 and marker[0] == "$"):
        return "o"
    if marker not in _MARKS:
        raise ValueError(f"Unrecognized marker style {marker!r}")
    return _MARKS[marker]


def colour_of(c):
    """(r, g, b, a); ValueError in matplotlib's words"""
    rgba = parsed(c)
    if rgba is None:
        raise ValueError(f"{c!r} is not a valid value for color")
    return rgba


def paint(part, c, alpha=None):
    """gives a part its colour; what is seen through wholly is not drawn"""
    rgba = colour_of(c)
    part["colour"] = packed(rgba)
    part["alpha"] = rgba[3] if alpha is None else float(alpha)
    if rgba[3] == 0:
        part["alpha"] = 0.0


def alias(named, names, usual=None):
    """takes the first of several spellings out of the keywords"""
    found = usual
    for name in names:
        if name in named:
            value = named.pop(name)
            if value is not None:
                found = value
    return found


class Artist:
    """a thing in a picture"""
    __module__ = "matplotlib.artist"

    def __init__(self, *parts):
        self._parts = list(parts)
        self._label = parts[0].get("label") if parts else None
        self.axes = None

    def get_label(self):
        """its name in the legend"""
        return self._label

    def set_label(self, s):
        """changes its name in the legend"""
        self._label = None if s is None else str(s)
        for part in self._parts[:1]:
            part["label"] = self._label

    def set_alpha(self, alpha):
        """changes how much one sees through it"""
        for part in self._parts:
            part["alpha"] = 1.0 if alpha is None else float(alpha)

    def set_color(self, c):
        """changes its colour"""
        for part in self._parts:
            paint(part, c)

    def set_visible(self, b):
        """hides it or shows it again"""
        for part in self._parts:
            part["hidden"] = not b

    def remove(self):
        """takes it out of its axes"""
        for part in self._parts:
            part["gone"] = True

    def set(self, **named):
        """changes several properties"""
        for name in named:
            if hasattr(self, "set_" + name):
                getattr(self, "set_" + name)(named[name])
        return []

    def set_zorder(self, level):
        """draws what has a higher level later"""
        for part in self._parts:
            part["zorder"] = level


class Line2D(Artist):
    """a curve, with marks or without"""
    __module__ = "matplotlib.lines"

    def __init__(self, xdata, ydata, linewidth=None, linestyle=None,
                 color=None, marker=None, markersize=None, label=None,
                 **named):
        dash = dash_of(alias(named, ["ls"],
                             "-" if linestyle is None else linestyle))
        mark = mark_of(marker)
        part = {"x": floats(xdata), "y": floats(ydata),
                "dash": dash, "mark": mark, "label": label, "scaled": "xy",
                "zorder": named.pop("zorder", None)}
        part["width"] = float(alias(named, ["lw"], linewidth)
                              or rcParams["lines.linewidth"])
        size = alias(named, ["ms"], markersize)
        part["size"] = float(rcParams["lines.markersize"]
                             if size is None else size)
        if color is None:
            color = alias(named, ["c"], "C0")
        self._xdata, self._ydata = xdata, ydata
        self._color = color
        paint(part, color, named.pop("alpha", None))
        self._edge(part, named)
        drawstyle = named.pop("drawstyle", None)
        self._steps = drawstyle is not None and drawstyle[:5] == "steps"
        super().__init__(part)
        self._choose()
        ignore("plot", named)

    def _edge(self, part, named):
        edge = alias(named, ["mec", "markeredgecolor"])
        face = alias(named, ["mfc", "markerfacecolor"])
        alias(named, ["mew", "markeredgewidth", "fillstyle"])
        if face is not None and colour_of(face)[3] == 0:
            part["mark"] = "O"
        elif face is not None and not part["dash"]:
            paint(part, face, part["alpha"])
        if edge is not None and colour_of(edge)[3] > 0:
            part["edge"] = packed(colour_of(edge))

    def _choose(self):
        part = self._parts[0]
        line = part["dash"] != ""
        mark = part["mark"] != ""
        part["kind"] = ("linepoints" if line and mark else
                        "points" if mark else "line")
        part["empty"] = not line and not mark
        if self._steps and line:
            part["kind"] = "steps"

    def get_color(self):
        """its colour as it was given"""
        return self._color

    def set_color(self, c):
        """changes its colour"""
        self._color = c
        super().set_color(c)

    def get_xdata(self, orig=True):
        """its x"""
        return self._xdata

    def get_ydata(self, orig=True):
        """its y"""
        return self._ydata

    def set_xdata(self, x):
        """changes its x"""
        self._xdata = x
        self._parts[0]["x"] = floats(x)

    def set_ydata(self, y):
        """changes its y"""
        self._ydata = y
        self._parts[0]["y"] = floats(y)

    def set_data(self, *args):
        """changes x and y"""
        x, y = args[0] if len(args) == 1 else args
        self.set_xdata(x)
        self.set_ydata(y)

    def set_linestyle(self, ls):
        """changes '-' to '--', ':' ..."""
        self._parts[0]["dash"] = dash_of(ls)
        self._choose()

    def set_marker(self, marker):
        """changes the marks"""
        self._parts[0]["mark"] = mark_of(marker)
        self._choose()

    def set_linewidth(self, w):
        """changes how thick it is, in points"""
        self._parts[0]["width"] = float(w)

    def set_markersize(self, sz):
        """changes how large the marks are, in points"""
        self._parts[0]["size"] = float(sz)

    def __str__(self):
        return f"Line2D({self._label})"


class Patch(Artist):
    """a filled shape; as a handle of a legend it is a colour with a name"""
    __module__ = "matplotlib.patches"

    def __init__(self, color=None, facecolor=None, edgecolor=None, label=None,
                 alpha=None, **named):
        part = {"kind": "boxes", "x": [], "y": [], "label": label}
        paint(part, alias(named, ["fc"], color or facecolor or "C0"), alpha)
        if edgecolor is not None:
            part["edge"] = packed(colour_of(edgecolor))
        super().__init__(part)


class Polygon(Artist):
    """a band through the picture"""
    __module__ = "matplotlib.patches"


class Circle(Patch):
    """a circle that add_patch draws as a line"""
    __module__ = "matplotlib.patches"

    def __init__(self, xy, radius=5, **named):
        for name in ("fill", "linestyle", "ls", "zorder"):
            named.pop(name, None)
        super().__init__(**named)
        turn = np.linspace(0, 2 * np.pi, 61)
        self._parts[0].update(
            kind="line", scaled="xy", width=1.0, dash="-",
            x=xy[0] + radius * np.cos(turn), y=xy[1] + radius * np.sin(turn))


class Rectangle(Patch):
    """a bar, or a box that add_patch draws"""
    __module__ = "matplotlib.patches"

    def __init__(self, xy, width, height, **named):
        super().__init__(**named)
        self.set_bounds(xy[0], xy[1], width, height)

    def set_bounds(self, x, y, width, height):
        """changes place and size"""
        self._box = (float(x), float(y), float(width), float(height))
        part = self._parts[0]
        part["x"], part["y"] = [self._box[0]], [self._box[1]]
        part["u"] = [self._box[0] + self._box[2]]
        part["v"] = [self._box[1] + self._box[3]]
        part["scaled"] = "xy"

    def get_x(self):
        """its left side"""
        return self._box[0]

    def get_y(self):
        """its lower side"""
        return self._box[1]

    def get_width(self):
        """how wide it is"""
        return self._box[2]

    def get_height(self):
        """how high it is"""
        return self._box[3]

    def set_height(self, h):
        """changes how high it is; of a bar in a group too"""
        self.set_bounds(self._box[0], self._box[1], self._box[2], h)

    def __str__(self):
        x, y, w, h = self._box
        return f"Rectangle(xy=({x:g}, {y:g}), width={w:g}, height={h:g}, " \
               "angle=0)"


class BarContainer:
    """the bars of one call"""
    __module__ = "matplotlib.container"

    def __init__(self, patches, part):
        self.patches = patches
        self._parts = [part]

    def __len__(self):
        return len(self.patches)

    def __iter__(self):
        return iter(self.patches)

    def __getitem__(self, i):
        return self.patches[i]

    def get_label(self):
        """its name in the legend"""
        return self._parts[0].get("label")

    def set_label(self, s):
        """changes its name in the legend"""
        self._parts[0]["label"] = s

    def __repr__(self):
        return f"<BarContainer object of {len(self.patches)} artists>"


class SilentList:
    """a list of handles that is shown as its kind"""
    __module__ = "matplotlib.cbook"

    def __init__(self, kind, items):
        self._kind, self._items = kind, items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, i):
        return self._items[i]

    def __repr__(self):
        return f"<a list of {len(self._items)} {self._kind} objects>"


class ErrorbarContainer(BarContainer):
    """a curve with bars of errors"""
    __module__ = "matplotlib.container"

    def __repr__(self):
        return f"<ErrorbarContainer object of {len(self.patches)} artists>"


class Text(Artist):
    """words in a picture"""
    __module__ = "matplotlib.text"

    def __init__(self, x=0, y=0, text="", part=None):
        super().__init__(*([] if part is None else [part]))
        self._x, self._y, self._text = x, y, text

    def get_text(self):
        """the words"""
        return self._text

    def set_text(self, s):
        """changes the words"""
        self._text = str(s)
        for part in self._parts:
            part["text"] = self._text

    def get_position(self):
        """(x, y)"""
        return self._x, self._y

    def set_fontsize(self, fontsize):
        """the size of the letters"""

    def set_rotation(self, s):
        """letters of xent lie"""

    def __repr__(self):
        return f"Text({self._x!r}, {self._y!r}, {self._text!r})"


class Annotation(Text):
    """words with an arrow"""
    __module__ = "matplotlib.text"

    def __init__(self, xy, x, y, text, part):
        super().__init__(x, y, text, part)
        self.xy = xy

    def __str__(self):
        return f"Annotation({self.xy[0]:g}, {self.xy[1]:g}, {self._text!r})"


class Mappable(Artist):
    """what has a map of colours"""
    __module__ = "matplotlib.cm"

    def __init__(self, *parts, norm=None, cmap=None, values=None):
        super().__init__(*parts)
        self.norm = Normalize() if norm is None else norm
        self.cmap = cmap
        self._values = values

    def get_array(self):
        """the values that the colours stand for"""
        return self._values

    def get_cmap(self):
        """its map of colours"""
        return self.cmap

    def scale(self):
        """bounds and colours for the bar beside the picture"""
        bands = min(self.cmap.N, 64)
        low, high = self.norm.vmin, self.norm.vmax
        if low is None or low == high:
            low, high = (0.0, 1.0) if low is None else (low - 0.5, low + 0.5)
        step = (high - low) / bands
        middle = (np.arange(bands) + 0.5) / bands
        rows = self.cmap(middle)
        return ([low + i * step for i in range(bands)] + [high],
                [packed(row) for row in rows.tolist()])


class PathCollection(Mappable):
    """the points of scatter"""
    __module__ = "matplotlib.collections"

    def set_offsets(self, offsets):
        """moves the points: rows of x and y"""
        rows = array(offsets).astype(float)
        self._parts[0]["x"] = rows[:, 0]
        self._parts[0]["y"] = rows[:, 1]

    def get_offsets(self):
        """the points, as rows of x and y"""
        return np.stack([self._parts[0]["x"], self._parts[0]["y"]], axis=1)

    def legend_elements(self, prop="colors", num="auto", fmt=None,
                        func=None, **named):
        """handles and labels of its classes, for legend(handles, labels)"""
        if self._values is None:
            return [], []
        values = sorted(set(floats(self._values).tolist()))
        if len(values) > 9:
            low, high = values[0], values[-1]
            values = [low + i * (high - low) / 5 for i in range(6)]
        handles, labels = [], []
        for v in values:
            word = f"{v:.6g}"
            labels.append("$\\mathdefault{" + word + "}$")
            colour = self.cmap(self.norm(v))
            handle = Line2D([], [], color=to_hex(colour), marker="o",
                            linestyle="", label=word)
            handle._parts[0]["like"] = self._parts[0]
            handle._parts[0]["group"] = len(handles)
            handles.append(handle)
        return handles, labels


class PolyCollection(Artist):
    """an area between curves"""
    __module__ = "matplotlib.collections"


class LineCollection(Artist):
    """several lines"""
    __module__ = "matplotlib.collections"


class AxesImage(Mappable):
    """the image of imshow"""
    __module__ = "matplotlib.image"

    def set_clim(self, vmin=None, vmax=None):
        """changes the values of the first and the last colour"""
        self.norm = Normalize(vmin, vmax)

    def __str__(self):
        return f"AxesImage(size={self._size!r})"


class QuadContourSet(Mappable):
    """contours, as lines or filled"""
    __module__ = "matplotlib.contour"

    def __init__(self, *parts, levels=None, bounds=None, colours=None,
                 **named):
        super().__init__(*parts, **named)
        self.levels = levels
        self.collections = [Artist() for level in levels]
        self._bounds = (bounds, colours)

    def scale(self):
        """bounds and colours for the bar beside the picture"""
        return self._bounds if self._bounds[0] else super().scale()

    def legend_elements(self, **named):
        """nothing: contours have no legend here"""
        return [], []


class Legend(Artist):
    """the names of what is drawn"""
    __module__ = "matplotlib.legend"

    def get_texts(self):
        """no texts that could be changed"""
        return []

    def set_title(self, title, prop=None):
        """legends of xent have no title"""


class Colorbar:
    """the bar that explains colours"""
    __module__ = "matplotlib.colorbar"

    def __init__(self, mappable, ax):
        self.mappable = mappable
        self._ax = ax
        self.ax = ax

    def set_label(self, label, **named):
        """what the bar measures"""
        self._ax._scale_label = str(label)

    def set_ticks(self, ticks, labels=None, **named):
        """its ticks are round numbers"""

    def set_ticklabels(self, labels, **named):
        """its ticks are round numbers"""
