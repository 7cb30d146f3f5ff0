# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.pyplot: one figure and one pair of axes are current; each function
# draws there. xent shows figures in a window of gnuplot or as text.
from matplotlib_artists import Line2D, Patch, Text
from matplotlib_axes import Axes
from matplotlib_cm import get_cmap
from matplotlib_colors import Normalize
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
    for num in sorted(_figures):
        _figures[num].show()
    _figures.clear()
    _state["current"] = None


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


def rc(group, **named):
    """settings: rc("figure", figsize=(8, 4))"""
    for name in named:
        rcParams[f"{group}.{name}"] = named[name]


def rcdefaults():
    """the settings as they were"""
    rcParams["figure.figsize"] = [6.4, 4.8]


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


def viridis():
    """the map of colours is viridis"""
    set_cmap("viridis")


def gray():
    """the map of colours is gray"""
    set_cmap("gray")


def jet():
    """the map of colours is jet"""
    set_cmap("jet")


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


# --- what draws on the current axes ----------------------------------------

def plot(*args, **named):
    """curves: plot(y), plot(x, y), plot(x, y, "r--o"), several in a row
    >>> line, = plt.plot([1, 2, 3], [1, 4, 9], "r--", label="squares")
    >>> line.get_label()
    'squares'
    """
    return gca().plot(*args, **named)


def scatter(x, y, s=None, c=None, **named):
    """points; c: a colour, colours, or numbers that a map colours"""
    return gca().scatter(x, y, s=s, c=c, **named)


def bar(x, height, width=0.8, bottom=None, **named):
    """upright bars at x, which may be numbers or names
    >>> plt.bar(["apple", "pear"], [3, 5])
    <BarContainer object of 2 artists>
    """
    return gca().bar(x, height, width, bottom, **named)


def barh(y, width, height=0.8, left=None, **named):
    """lying bars at y, which may be numbers or names"""
    return gca().barh(y, width, height, left, **named)


def bar_label(container, labels=None, **named):
    """writes the value over each bar"""
    return gca().bar_label(container, labels, **named)


def hist(x, bins=None, **named):
    """how often values fall into bins: (counts, edges, patches)
    >>> n, bins, patches = plt.hist([1, 2, 2, 3], bins=3)
    >>> n
    array([1., 2., 1.])
    """
    return gca().hist(x, bins, **named)


def fill_between(x, y1, y2=0, where=None, **named):
    """the area between two curves"""
    return gca().fill_between(x, y1, y2, where, **named)


def errorbar(x, y, yerr=None, xerr=None, fmt="", **named):
    """a curve with a bar of the error at each point"""
    return gca().errorbar(x, y, yerr, xerr, fmt, **named)


def step(x, y, *args, **named):
    """a staircase"""
    return gca().step(x, y, *args, **named)


def stem(*args, **named):
    """a line from zero to each point"""
    return gca().stem(*args, **named)


def semilogy(*args, **named):
    """plot with a logarithmic y axis"""
    return gca().semilogy(*args, **named)


def semilogx(*args, **named):
    """plot with a logarithmic x axis"""
    return gca().semilogx(*args, **named)


def loglog(*args, **named):
    """plot, both axes logarithmic"""
    return gca().loglog(*args, **named)


def axhline(y=0, xmin=0, xmax=1, **named):
    """a level line through the whole picture"""
    return gca().axhline(y, xmin, xmax, **named)


def axvline(x=0, ymin=0, ymax=1, **named):
    """an upright line through the whole picture"""
    return gca().axvline(x, ymin, ymax, **named)


def axhspan(ymin, ymax, **named):
    """a level band through the whole picture"""
    return gca().axhspan(ymin, ymax, **named)


def axvspan(xmin, xmax, **named):
    """an upright band through the whole picture"""
    return gca().axvspan(xmin, xmax, **named)


def hlines(y, xmin, xmax, **named):
    """level lines from xmin to xmax"""
    return gca().hlines(y, xmin, xmax, **named)


def vlines(x, ymin, ymax, **named):
    """upright lines from ymin to ymax"""
    return gca().vlines(x, ymin, ymax, **named)


def contour(*args, **named):
    """lines along levels: contour(Z), contour(X, Y, Z, levels)"""
    return gca().contour(*args, **named)


def contourf(*args, **named):
    """areas between levels: contourf(Z), contourf(X, Y, Z, levels)"""
    return gca().contourf(*args, **named)


def clabel(CS, levels=None, **named):
    """left out, with a note: the numbers on contours"""
    return gca().clabel(CS, levels, **named)


def imshow(X, cmap=None, **named):
    """a matrix as an image, one cell a value"""
    return gca().imshow(X, cmap, **named)


def matshow(A, **named):
    """imshow"""
    return gca().matshow(A, **named)


def spy(Z, **named):
    """imshow of what is not zero"""
    return gca().spy(Z, **named)


def pcolormesh(*args, **named):
    """a matrix as coloured cells with edges or centres x and y"""
    return gca().pcolormesh(*args, **named)


def pcolor(*args, **named):
    """a matrix as coloured cells with edges or centres x and y"""
    return gca().pcolor(*args, **named)


def text(x, y, s, fontdict=None, **named):
    """words at a place"""
    return gca().text(x, y, s, fontdict, **named)


def annotate(text, xy, xytext=None, **named):
    """words beside a place, perhaps with an arrow to it"""
    return gca().annotate(text, xy, xytext, **named)


def arrow(x, y, dx, dy, **named):
    """an arrow from (x, y) by (dx, dy)"""
    return gca().arrow(x, y, dx, dy, **named)


def legend(*args, **named):
    """names what is drawn, by its labels or by those given here"""
    return gca().legend(*args, **named)


def axis(*args, **named):
    """off, equal, square, tight ... as texts, or the four limits
    >>> plt.axis([0, 6, -1, 1])
    (0.0, 6.0, -1.0, 1.0)
    """
    return gca().axis(*args, **named)


def margins(*args, **named):
    """how much air the limits leave around the data"""
    return gca().margins(*args, **named)


def tick_params(axis="both", **named):
    """hides ticks or their names; the rest changes nothing"""
    return gca().tick_params(axis, **named)


def twinx():
    """not supported: a second y axis"""
    return gca().twinx()


def twiny():
    """not supported: a second x axis"""
    return gca().twiny()


def pie(x, **named):
    """left out, with a note: bar() shows the same"""
    return gca().pie(x, **named)


def boxplot(x, **named):
    """left out, with a note: hist() shows more"""
    return gca().boxplot(x, **named)


def violinplot(dataset, **named):
    """left out, with a note"""
    return gca().violinplot(dataset, **named)


def fill(*args, **named):
    """left out, with a note: fill_between() draws areas"""
    return gca().fill(*args, **named)


def quiver(*args, **named):
    """left out, with a note"""
    return gca().quiver(*args, **named)


def autoscale(enable=True, axis="both", tight=None):
    """forgets the limits that were set"""
    return gca().autoscale(enable, axis, tight)


# --- what is left out, with a note -----------------------------------------

def _left_out(name):
    def idle(*args, **named):
        note(f"{name}()")
    return idle


acorr = _left_out("acorr")
angle_spectrum = _left_out("angle_spectrum")
barbs = _left_out("barbs")
broken_barh = _left_out("broken_barh")
cohere = _left_out("cohere")
csd = _left_out("csd")
eventplot = _left_out("eventplot")
fill_betweenx = _left_out("fill_betweenx")
hexbin = _left_out("hexbin")
hist2d = _left_out("hist2d")
magnitude_spectrum = _left_out("magnitude_spectrum")
phase_spectrum = _left_out("phase_spectrum")
plot_date = _left_out("plot_date")
polar = _left_out("polar")
psd = _left_out("psd")
quiverkey = _left_out("quiverkey")
rgrids = _left_out("rgrids")
specgram = _left_out("specgram")
stackplot = _left_out("stackplot")
stairs = _left_out("stairs")
streamplot = _left_out("streamplot")
table = _left_out("table")
thetagrids = _left_out("thetagrids")
tricontour = _left_out("tricontour")
tricontourf = _left_out("tricontourf")
tripcolor = _left_out("tripcolor")
triplot = _left_out("triplot")
xcorr = _left_out("xcorr")
connect = _left_out("connect")
disconnect = _left_out("disconnect")
ginput = _left_out("ginput")
waitforbuttonpress = _left_out("waitforbuttonpress")
figimage = _left_out("figimage")
imsave = _left_out("imsave")
axline = _left_out("axline")
draw_all = _left_out("draw_all")
