# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.pyplot, the part that knows which figure and which axes are
# current, shows them and sets what stands around the data.
from _xent import refuse

from matplotlib import get_backend, interactive, rc
from matplotlib_common import is_text, note, rcParams
from matplotlib_figure import Figure

_figures = {}
_state = {"current": None, "live": False}


# --- figures ---------------------------------------------------------------

def figure(num=None, figsize=None, dpi=None, *, clear=False, **named):
    """a new figure, or the one of this number
    >>> plt.figure(figsize=(8, 3))
    <Figure size 800x300 with 0 Axes>
    """
    if isinstance(num, Figure):
        num = num.number
    if num is None:
        num = max(_figures) + 1 if _figures else 1
    elif is_text(num):
        known = [n for n in _figures if _figures[n]._label == num]
        label, num = num, known[0] if known else max([0] + list(_figures)) + 1
        if not known:
            _figures[num] = Figure(figsize, dpi, num)
            _figures[num]._label = label
    if num not in _figures:
        _figures[num] = Figure(figsize, dpi, num)
        _figures[num]._label = ""
    elif clear:
        _figures[num].clf()
    _state["current"] = num
    return _figures[num]


def gcf():
    """the current figure"""
    if _state["current"] not in _figures:
        return figure()
    return _figures[_state["current"]]


def gca():
    """the current axes"""
    return gcf().gca()


def sca(ax):
    """makes axes the current ones"""
    _state["current"] = ax.figure.number
    ax.figure.sca(ax)


def axes(arg=None, **named):
    """new axes, by default over the whole figure"""
    return gcf().add_subplot() if arg is None else gcf().add_axes(arg)


def _overlap(a, b):
    return (a[0] < b[0] + b[2] - 1e-9 and b[0] < a[0] + a[2] - 1e-9 and
            a[1] < b[1] + b[3] - 1e-9 and b[1] < a[1] + a[3] - 1e-9)


def subplot(*args, **named):
    """axes at a place of a grid: subplot(2, 1, 1) or subplot(211)"""
    sheet = gcf()
    before = list(sheet.axes)
    ax = sheet.add_subplot(*args, **named)
    for other in before:
        if other._spec == ax._spec and not named:
            sheet.delaxes(ax)
            return sheet.sca(other)
    for other in before:
        if _overlap(other._place, ax._place):
            sheet.delaxes(other)
    return sheet.sca(ax)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True,
             width_ratios=None, height_ratios=None, subplot_kw=None,
             gridspec_kw=None, **named):
    """a new figure with a grid of axes: (figure, axes)
    >>> fig, axes = plt.subplots(2, 3)
    >>> axes.shape
    (2, 3)
    """
    sheet = figure(**named)
    for one in [subplot_kw or {}]:
        if one.get("projection"):
            sheet.add_subplot(1, 1, 1, **one)
    return sheet, sheet.subplots(nrows, ncols, sharex=sharex, sharey=sharey,
                                 squeeze=squeeze)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **named):
    """axes at row and column loc of a grid of this shape"""
    rows, columns = shape
    first = loc[0] * columns + loc[1] + 1
    last = (loc[0] + rowspan - 1) * columns + loc[1] + colspan
    sheet = gcf() if fig is None else fig
    return sheet.add_subplot(rows, columns, (first, last))


def close(fig=None):
    """forgets the current figure, one of them or all of them ("all")"""
    if fig == "all":
        _figures.clear()
    elif isinstance(fig, Figure):
        _figures.pop(fig.number, None)
    elif isinstance(fig, int):
        _figures.pop(fig, None)
    elif fig is None:
        _figures.pop(_state["current"], None)
    _state["current"] = max(_figures) if _figures else None


def clf():
    """empties the current figure"""
    gcf().clf()


def cla():
    """empties the current axes"""
    gca().cla()


def get_fignums():
    """the numbers of all figures"""
    return sorted(_figures)


def fignum_exists(num):
    """whether there is a figure of this number"""
    return num in _figures


def delaxes(ax=None):
    """takes axes away"""
    gcf().delaxes(gca() if ax is None else ax)


def savefig(fname, **named):
    """writes the current figure into a .png, .svg or .pdf file"""
    gcf().savefig(fname, **named)


def show(*args, block=None, **named):
    """draws all figures in windows, or as text"""
    if rcParams.get("backend") == "agg":
        return
    shown = [_figures[num] for num in sorted(_figures)]
    _figures.clear()
    _state["current"] = None
    for sheet in shown:
        sheet.show()


def draw():
    """brings the window up to date"""
    if _figures:
        gcf()._draw_live()


def pause(interval):
    """brings the window up to date"""
    draw()


def ion():
    """figures are shown by show()"""
    _state["live"] = True


def ioff():
    """figures are shown by show()"""
    _state["live"] = False


def isinteractive():
    """whether ion() was called"""
    return _state["live"]


def tight_layout(**named):
    """pictures of xent are always laid out so"""


def subplots_adjust(**named):
    """pictures of xent are laid out by themselves"""


def suptitle(t, **named):
    """a title over all axes"""
    return gcf().suptitle(t, **named)


def figtext(x, y, s, **named):
    """left out, with a note: texts belong to axes"""
    return gcf().text(x, y, s, **named)


def figlegend(*args, **named):
    """the legend of the first axes"""
    return gcf().legend(*args, **named)


def rcdefaults():
    """the settings as they were"""
    rcParams["figure.figsize"] = [6.4, 4.8]


def rc_context(rc=None, fname=None):
    """settings for a while: with plt.rc_context(): ..."""
    return _Nothing()


def xkcd(scale=1, length=100, randomness=2):
    """left out, with a note: curves drawn by hand"""
    note("xkcd()")
    return _Nothing()


def imread(fname, format=None):
    """not supported: files of images"""
    refuse("imread(): it reads no images")


def subplot_mosaic(mosaic, **named):
    """not supported: subplots() and GridSpec make grids"""
    refuse("subplot_mosaic()")


def switch_backend(newbackend):
    """with "agg" show() draws nothing"""
    rcParams["backend"] = str(newbackend).lower()


class _Style:
    """looks of pictures; xent has one"""
    __module__ = "matplotlib.style"
    available = ["bmh", "classic", "dark_background", "default", "fast",
                 "fivethirtyeight", "ggplot", "grayscale", "seaborn"]

    def use(self, style):
        """changes nothing but the grid of ggplot and seaborn"""
        names = [style] if is_text(style) else list(style)
        for name in names:
            if is_text(name) and (name[:7] in ("seaborn", "ggplot")
                                  or name in ("bmh", "fivethirtyeight")):
                rcParams["axes.grid"] = True

    def context(self, style, after_reset=False):
        """looks for a while"""
        return _Nothing()


class _Nothing:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


style = _Style()


# --- titles, limits, ticks -------------------------------------------------

def title(label, fontdict=None, loc=None, pad=None, *, y=None, **named):
    """the title over the axes
    >>> plt.title("loss")
    Text(0.5, 1.0, 'loss')
    """
    return gca().set_title(label)


def xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **named):
    """what x is
    >>> plt.xlabel("epoch")
    Text(0.5, 0, 'epoch')
    """
    return gca().set_xlabel(xlabel)


def ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **named):
    """what y is"""
    return gca().set_ylabel(ylabel)


def xlim(*args, **named):
    """the ends of the x axis, or sets them
    >>> plt.xlim(0, 5)
    (0.0, 5.0)
    """
    ax = gca()
    return ax.set_xlim(*args, **named) if args or named else ax.get_xlim()


def ylim(*args, **named):
    """the ends of the y axis, or sets them"""
    ax = gca()
    return ax.set_ylim(*args, **named) if args or named else ax.get_ylim()


def xticks(ticks=None, labels=None, *, minor=False, **named):
    """the ticks of x and their names, or sets them: (places, texts)"""
    ax = gca()
    places = None
    if ticks is not None:
        places = ax.set_xticks(ticks, labels, **named)
    elif labels is not None:
        ax.set_xticklabels(labels, **named)
    elif named.get("rotation"):
        ax.xaxis.tilted = True
    return (ax.get_xticks() if places is None else places,
            ax.get_xticklabels())


def yticks(ticks=None, labels=None, *, minor=False, **named):
    """the ticks of y and their names, or sets them: (places, texts)"""
    ax = gca()
    places = None
    if ticks is not None:
        places = ax.set_yticks(ticks, labels, **named)
    elif labels is not None:
        ax.set_yticklabels(labels, **named)
    return (ax.get_yticks() if places is None else places,
            ax.get_yticklabels())


def xscale(value, **named):
    """linear or log"""
    gca().set_xscale(value)


def yscale(value, **named):
    """linear or log"""
    gca().set_yscale(value)


def grid(visible=None, which="major", axis="both", **named):
    """draws lines at the ticks, or takes them away"""
    gca().grid(visible, which, axis, **named)


def gci():
    """the image or contours that were drawn last"""
    return gca()._mappable


def sci(im):
    """makes an image the current one"""
    gca()._mappable = im


def clim(vmin=None, vmax=None):
    """the values of the first and the last colour"""
    gci().set_clim(vmin, vmax)


def set_cmap(cmap):
    """the map of colours from now on"""
    rcParams["image.cmap"] = cmap


def _map_setter(name):
    def choose():
        set_cmap(name)
    return choose


autumn = _map_setter("autumn")
bone = _map_setter("bone")
cool = _map_setter("cool")
copper = _map_setter("copper")
gray = _map_setter("gray")
hot = _map_setter("hot")
hsv = _map_setter("hsv")
inferno = _map_setter("inferno")
jet = _map_setter("jet")
magma = _map_setter("magma")
pink = _map_setter("pink")
plasma = _map_setter("plasma")
spring = _map_setter("spring")
summer = _map_setter("summer")
viridis = _map_setter("viridis")
winter = _map_setter("winter")


def colorbar(mappable=None, cax=None, ax=None, label="", **named):
    """a bar that explains the colours"""
    if mappable is None:
        mappable = gci()
    if mappable is None:
        raise RuntimeError(
            "No mappable was found to use for colorbar creation. First define "
            "a mappable such as an image (with imshow) or a contour set (with "
            "contourf).")
    return gcf().colorbar(mappable, cax, ax, label)


def setp(obj, *args, **named):
    """changes properties of what was drawn"""
    for one in obj if isinstance(obj, (list, tuple)) else [obj]:
        one.set(**named)


def box(on=None):
    """frames are always drawn"""


def minorticks_on():
    """pictures of xent have no minor ticks"""


def minorticks_off():
    """pictures of xent have no minor ticks"""


def locator_params(axis="both", tight=None, **named):
    """ticks are round numbers"""
    note("locator_params()")


def ticklabel_format(**named):
    """ticks are round numbers"""
    note("ticklabel_format()")
