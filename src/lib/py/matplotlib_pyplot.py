# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.pyplot: one figure and one pair of axes are current; each function
# draws there. xent shows figures in a window of gnuplot or as text.
from matplotlib_artists import (Annotation, Artist, Circle, Line2D, Polygon,
                                Rectangle, Text)
from matplotlib_axes import Axes
from matplotlib_cm import get_cmap
from matplotlib_colors import Normalize
from matplotlib_common import rcParams
from matplotlib_figure import Figure, GridSpec
from matplotlib_pyplot_draw import (
    acorr, angle_spectrum, annotate, arrow, autoscale, axhline, axhspan,
    axis, axline, axvline, axvspan, bar, bar_label, barbs, barh, boxplot,
    broken_barh, clabel, cohere, connect, contour, contourf, csd,
    disconnect, draw_all, draw_if_interactive, errorbar, eventplot,
    figimage, fill, fill_between, fill_betweenx, findobj, flag, get,
    get_current_fig_manager, getp, ginput, hexbin, hist, hist2d, hlines,
    imsave, imshow, legend, loglog, magnitude_spectrum, margins, matshow,
    nipy_spectral, pcolor, pcolormesh, phase_spectrum, pie, plot,
    plot_date, polar, prism, psd, quiver, quiverkey, rgrids, scatter,
    semilogx, semilogy, specgram, spy, stackplot, stairs, stem, step,
    streamplot, subplot_tool, table, text, thetagrids, tick_params,
    tricontour, tricontourf, tripcolor, triplot, twinx, twiny, violinplot,
    vlines, waitforbuttonpress, xcorr)
from matplotlib_pyplot_state import (
    autumn, axes, bone, box, cla, clf, clim, close, colorbar, cool, copper,
    delaxes, draw, figlegend, fignum_exists, figtext, figure, gca, gcf,
    gci, get_backend, get_fignums, gray, grid, hot, hsv, imread, inferno,
    interactive, ioff, ion, isinteractive, jet, locator_params, magma,
    minorticks_off, minorticks_on, pause, pink, plasma, rc, rc_context,
    rcdefaults, savefig, sca, sci, set_cmap, setp, show, spring, style,
    subplot, subplot2grid, subplot_mosaic, subplots, subplots_adjust,
    summer, suptitle, switch_backend, ticklabel_format, tight_layout,
    title, viridis, winter, xkcd, xlabel, xlim, xscale, xticks, ylabel,
    ylim, yscale, yticks)
