# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.figure: a sheet with axes, shown or written into a file.
import math

import numpy as np
from _xent import draw_figure, has_window, refuse

from matplotlib_artists import Text
from matplotlib_axes import Axes
from matplotlib_common import ignore, is_text, listed, note, plain, rcParams

_FORMATS = ("eps", "jpeg", "jpg", "pdf", "pgf", "png", "ps", "raw", "rgba",
            "svg", "svgz", "tif", "tiff", "webp")


class AxesArray:
    """the axes of subplots: an array of rows and columns"""
    __module__ = "numpy"

    def __init__(self, items, shape):
        self._items = list(items)
        self.shape = tuple(shape)
        self.ndim = len(self.shape)
        self.size = len(self._items)

    def _row(self, i):
        rows, columns = self.shape
        i = i + rows if i < 0 else i
        if not 0 <= i < rows:
            raise IndexError(f"index {i} is out of bounds for axis 0 with "
                             f"size {rows}")
        return AxesArray(self._items[i * columns:(i + 1) * columns],
                         (columns,))

    def _one(self, i):
        n = len(self._items)
        if not -n <= i < n:
            raise IndexError(f"index {i} is out of bounds for axis 0 with "
                             f"size {n}")
        return self._items[i]

    def __getitem__(self, index):
        if isinstance(index, tuple) and len(index) == 1:
            index = index[0]
        if isinstance(index, tuple):
            if self.ndim < 2:
                raise IndexError(
                    "too many indices for array: array is 1-dimensional, but "
                    f"{len(index)} were indexed")
            return self._pair(index[0], index[1])
        if self.ndim == 1:
            if isinstance(index, slice):
                part = self._items[index]
                return AxesArray(part, (len(part),))
            return self._one(int(index))
        if isinstance(index, slice):
            return self._pair(index, slice(None))
        return self._row(int(index))

    def _pair(self, rows, columns):
        across = self.shape[1]
        if not isinstance(rows, slice):
            return self._row(int(rows))[columns]
        chosen = list(range(self.shape[0]))[rows]
        if not isinstance(columns, slice):
            return AxesArray([self._row(i)[columns] for i in chosen],
                             (len(chosen),))
        some = list(range(across))[columns]
        return AxesArray([self._items[i * across + j] for i in chosen
                          for j in some], (len(chosen), len(some)))

    def __len__(self):
        return self.shape[0]

    def __iter__(self):
        if self.ndim == 1:
            return iter(self._items)
        return iter([self._row(i) for i in range(self.shape[0])])

    def ravel(self, order="C"):
        """all axes in one row"""
        return AxesArray(self._items, (self.size,))

    def flatten(self, order="C"):
        """all axes in one row"""
        return self.ravel()

    def reshape(self, *shape):
        """the same axes in other rows"""
        shape = shape[0] if len(shape) == 1 else shape
        if shape == -1:
            return self.ravel()
        return AxesArray(self._items, shape)

    def tolist(self):
        """lists of axes"""
        return list(self._items) if self.ndim == 1 else \
            [row.tolist() for row in self]

    @property
    def flat(self):
        """all axes, one after the other"""
        return iter(self._items)

    @property
    def T(self):
        """rows and columns exchanged"""
        if self.ndim == 1:
            return self
        rows, columns = self.shape
        return AxesArray([self._items[i * columns + j]
                          for j in range(columns) for i in range(rows)],
                         (columns, rows))

    def __repr__(self):
        if self.ndim == 1:
            rows = ", ".join([repr(ax) for ax in self._items])
        else:
            rows = ",\n       ".join([
                "[" + ", ".join([repr(ax) for ax in row]) + "]"
                for row in self])
        return f"array([{rows}], dtype=object)"


def _grid_place(rows, columns, first, last):
    row, column = divmod(first - 1, columns)
    row_end, column_end = divmod(last - 1, columns)
    return (column / columns, row / rows, (column_end - column + 1) / columns,
            (row_end - row + 1) / rows)


def _three(args):
    """rows, columns and index of subplot's arguments"""
    if len(args) == 0:
        return 1, 1, 1
    if len(args) == 1:
        n = args[0]
        if not isinstance(n, int) or not 100 <= n <= 999:
            raise ValueError("Single argument to subplot must be a "
                             f"three-digit integer, not {n!r}")
        return n // 100, n // 10 % 10, n % 10
    if len(args) != 3:
        raise TypeError("subplot() takes 1 or 3 positional arguments but "
                        f"{len(args)} were given")
    return args


class Figure:
    """a sheet with axes"""
    __module__ = "matplotlib.figure"

    def __init__(self, figsize=None, dpi=None, number=1, **named):
        size = listed(rcParams["figure.figsize"] if figsize is None
                      else figsize)
        if not all([math.isfinite(v) and v >= 0 for v in size]):
            raise ValueError("figure size must be positive finite not "
                             f"{figsize}")
        self._size = [float(v) for v in size]
        self.dpi = float(rcParams["figure.dpi"] if dpi is None else dpi)
        self.number = number
        self.axes = []
        self._current = None
        self._title = ""

    def clf(self, keep_observers=False):
        """empties the figure"""
        self.axes = []
        self._current = None
        self._title = ""

    clear = clf

    # --- axes --------------------------------------------------------------

    def _new_axes(self, place, spec=None):
        ax = Axes(self, place, spec)
        self.axes.append(ax)
        self._current = ax
        return ax

    def add_subplot(self, *args, projection=None, polar=False, **named):
        """axes at a place of a grid: add_subplot(2, 1, 1) or (211)"""
        if projection is not None or polar:
            refuse(f"projection={'polar' if polar else projection!r}: "
                   "pictures are flat")
        if len(args) == 1 and isinstance(args[0], Cell):
            return self._new_axes(args[0].place)
        rows, columns, index = _three(args)
        for name, n in (("rows", rows), ("columns", columns)):
            if not isinstance(n, int) or n <= 0:
                raise ValueError(f"Number of {name} must be a positive "
                                 f"integer, not {n!r}")
        first, last = index if isinstance(index, (tuple, list)) \
            else (index, index)
        if not 1 <= first <= last <= rows * columns:
            raise ValueError(f"num must be 1 <= num <= {rows * columns}, not "
                             f"{index}")
        ax = self._new_axes(_grid_place(rows, columns, first, last),
                            (rows, columns, first, last))
        self._share(ax, named)
        ignore("subplot", [k for k in named
                           if k not in ("sharex", "sharey", "title")])
        if named.get("title"):
            ax.set_title(named["title"])
        return ax

    def _share(self, ax, named):
        for key, axis in (("sharex", ax.xaxis), ("sharey", ax.yaxis)):
            other = named.get(key)
            if isinstance(other, Axes):
                first = other.xaxis if key == "sharex" else other.yaxis
                first.shared.append(axis)
                axis.shared = first.shared

    def add_axes(self, rect, **named):
        """axes at [left, bottom, width, height], parts of the sheet"""
        left, bottom, across, down = listed(rect)
        return self._new_axes((left, 1 - bottom - down, across, down))

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False,
                 squeeze=True, **named):
        """a grid of axes"""
        for name, n in (("rows", nrows), ("columns", ncols)):
            if not isinstance(n, int) or n <= 0:
                raise ValueError(f"Number of {name} must be a positive "
                                 f"integer, not {n!r}")
        made = []
        for i in range(nrows * ncols):
            made.append(self.add_subplot(nrows, ncols, i + 1))
        for i, ax in enumerate(made):
            for key, how in (("sharex", sharex), ("sharey", sharey)):
                first = {"row": i // ncols * ncols, "col": i % ncols,
                         "all": 0, True: 0}.get(how)
                if first is not None and first != i:
                    self._share(ax, {key: made[first]})
        if squeeze and len(made) == 1:
            return made[0]
        if squeeze and (nrows == 1 or ncols == 1):
            return AxesArray(made, (len(made),))
        return AxesArray(made, (nrows, ncols))

    def add_gridspec(self, nrows=1, ncols=1, **named):
        """a grid whose cells add_subplot takes: grid[0, :]"""
        return GridSpec(nrows, ncols)

    def gca(self):
        """the current axes, made if there are none"""
        return self.add_subplot() if self._current is None else self._current

    def sca(self, a):
        """makes axes the current ones"""
        self._current = a
        return a

    def delaxes(self, ax):
        """takes axes away"""
        self.axes = [a for a in self.axes if a is not ax]
        self._current = self.axes[-1] if self.axes else None

    # --- the sheet ---------------------------------------------------------

    def suptitle(self, t, **named):
        """a title over all axes"""
        self._title = str(t)
        return Text(0.5, 0.98, self._title)

    def text(self, x, y, s, **named):
        """left out, with a note: texts belong to axes"""
        note("texts outside of axes")
        return Text(x, y, s)

    def legend(self, *args, **named):
        """the legend of the first axes"""
        if self.axes:
            return self.axes[0].legend(*args, **named)
        return None

    def colorbar(self, mappable, cax=None, ax=None, label="", **named):
        """a bar that explains the colours"""
        if hasattr(ax, "ravel") or isinstance(ax, (list, tuple)):
            ax = list(ax.ravel() if hasattr(ax, "ravel") else ax)[-1]
        if ax is None:
            ax = mappable.axes if mappable.axes is not None else self.gca()
        return ax._colorbar(mappable, label)

    def get_size_inches(self):
        """width and height in inches"""
        return np.array(self._size, dtype=float)

    def set_size_inches(self, w, h=None, forward=True):
        """changes width and height in inches"""
        self._size = [float(v) for v in (listed(w) if h is None else (w, h))]

    def set_figwidth(self, val):
        """changes the width in inches"""
        self._size[0] = float(val)

    def set_figheight(self, val):
        """changes the height in inches"""
        self._size[1] = float(val)

    def set_dpi(self, val):
        """changes the pixels of an inch"""
        self.dpi = float(val)

    def tight_layout(self, **named):
        """pictures of xent are always laid out so"""

    def subplots_adjust(self, **named):
        """pictures of xent are laid out by themselves"""

    def autofmt_xdate(self, **named):
        """names of ticks are tilted where they need it"""

    def set_tight_layout(self, tight):
        """pictures of xent are always laid out so"""

    def set_facecolor(self, color):
        """paper is white"""

    # --- showing -----------------------------------------------------------

    def _describe(self, dpi):
        return {"title": plain(self._title) or None, "width": self._size[0],
                "height": self._size[1], "dpi": dpi, "number": self.number,
                "panels": [ax._describe() for ax in self.axes]}

    def show(self, warn=True):
        """draws in a window, or as text"""
        draw_figure(self._describe(self.dpi))

    def _draw_live(self):
        if has_window():
            draw_figure(self._describe(self.dpi))

    def _file_name(self, fname, format):
        if not is_text(fname):
            refuse(f"savefig() into a {type(fname).__name__}")
        dot = fname.rfind(".")
        ending = fname[dot + 1:] if dot > fname.rfind("/") + 1 else ""
        if format is None and not ending:
            fname, ending = fname.rstrip(".") + ".png", "png"
        kind = (format or ending).lower()
        if kind not in _FORMATS:
            raise ValueError(f"Format {kind!r} is not supported (supported "
                             f"formats: {', '.join(_FORMATS)})")
        if kind not in ("png", "svg", "pdf"):
            refuse(f"savefig() as .{kind}, only as .png, .svg and .pdf")
        if ending.lower() != kind:
            refuse(f"savefig(format={kind!r}) for a name that does not end "
                   f"in .{kind}")
        return fname

    def savefig(self, fname, *, dpi="figure", format=None, **named):
        """writes a .png, .svg or .pdf file"""
        if dpi is None or dpi == "figure":
            dpi = rcParams["savefig.dpi"]
        dpi = self.dpi if dpi == "figure" else float(dpi)
        if dpi <= 0:
            raise ValueError("dpi must be positive")
        name = self._file_name(fname, format)
        w, h = int(self._size[0] * dpi), int(self._size[1] * dpi)
        if name[-3:].lower() == "png" and max(w, h) >= 2 ** 16:
            raise ValueError(f"Image size of {w}x{h} pixels is too large. It "
                             "must be less than 2^16 in each direction.")
        draw_figure(self._describe(dpi), name)

    def __repr__(self):
        w, h = int(self._size[0] * self.dpi), int(self._size[1] * self.dpi)
        return f"<Figure size {w}x{h} with {len(self.axes)} Axes>"

    def __str__(self):
        w, h = self._size[0] * self.dpi, self._size[1] * self.dpi
        return f"Figure({w:g}x{h:g})"


class Cell:
    """some rows and columns of a grid"""
    __module__ = "matplotlib.gridspec"

    def __init__(self, place):
        self.place = place


class GridSpec:
    """a grid of places for axes: grid[0, :], grid[1, 0]"""
    __module__ = "matplotlib.gridspec"

    def __init__(self, nrows, ncols, figure=None, **named):
        self.nrows, self.ncols = nrows, ncols

    def _ends(self, index, n):
        if isinstance(index, slice):
            chosen = list(range(n))[index]
            return chosen[0], chosen[-1]
        index = index + n if index < 0 else index
        if not 0 <= index < n:
            raise IndexError("GridSpec slice would result in no space "
                             "allocated for subplot")
        return index, index

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            key = (key // self.ncols, key % self.ncols)
        r0, r1 = self._ends(key[0], self.nrows)
        c0, c1 = self._ends(key[1], self.ncols)
        return Cell((c0 / self.ncols, r0 / self.nrows,
                     (c1 - c0 + 1) / self.ncols, (r1 - r0 + 1) / self.nrows))
