# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.pyplot, the part that draws on the current axes: each function is
# the method of Axes of the same name.
from matplotlib_common import note
from matplotlib_pyplot_state import gca


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


def stackplot(x, *args, **named):
    """areas on top of each other"""
    return gca().stackplot(x, *args, **named)


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
nipy_spectral = _left_out("nipy_spectral")
prism = _left_out("prism")
flag = _left_out("flag")
getp = _left_out("getp")
get = _left_out("get")
findobj = _left_out("findobj")
get_current_fig_manager = _left_out("get_current_fig_manager")
subplot_tool = _left_out("subplot_tool")
draw_if_interactive = _left_out("draw_if_interactive")
figimage = _left_out("figimage")
imsave = _left_out("imsave")
axline = _left_out("axline")
draw_all = _left_out("draw_all")
