# SPDX-License-Identifier: GPL-3.0-or-later
# Axes, the part that counts and that draws over rectangles: histograms,
# contours, images and the bar of their colours.
import math

import numpy as np

from matplotlib_artists import (AxesImage, Colorbar, QuadContourSet,
                                SilentList, alias, colour_of, dash_of)
from matplotlib_axes_base import AxesBase
from matplotlib_cm import get_cmap
from matplotlib_colors import Normalize, packed, packed_rows, parsed
from matplotlib_common import (array, floats, ignore, is_text, listed, note,
                               rcParams, round_numbers, several, texts_of)


# --- counting --------------------------------------------------------------

def _width(v, rule):
    n = v.size
    spread = float(v.max() - v.min())
    if rule == "sqrt":
        return spread / math.sqrt(n)
    if rule == "rice":
        return spread / (2 * n ** (1 / 3))
    if rule == "fd":
        v = np.sort(v)

        def quantile(q):
            at = q * (n - 1)
            k = min(int(at), n - 2) if n > 1 else 0
            nxt = float(v[min(k + 1, n - 1)])
            return float(v[k]) + (at - k) * (nxt - float(v[k]))
        return 2 * (quantile(0.75) - quantile(0.25)) * n ** (-1 / 3)
    return spread / (math.log2(n) + 1)


def _number_of_bins(v, rule):
    if v.size == 0:
        return 1
    width = _width(v, rule)
    if rule == "auto":
        fd = _width(v, "fd")
        width = min(width, fd) if fd else width
    spread = float(v.max() - v.min())
    return max(int(math.ceil(spread / width)), 1) if width else 1


def bin_edges(v, bins, limits):
    """the edges of np.histogram"""
    if is_text(bins):
        bins = _number_of_bins(v, bins)
    if several(bins):
        edges = floats(bins)
        if bool((edges[1:] < edges[:-1]).any()):
            raise ValueError("`bins` must increase monotonically, when an "
                             "array")
        return edges
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    low, high = (0.0, 1.0) if v.size == 0 else (float(v.min()),
                                                float(v.max()))
    if limits is not None:
        low, high = [float(end) for end in limits]
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ValueError(f"autodetected range of [{low}, {high}] is not "
                         "finite")
    if low == high:
        low, high = low - 0.5, high + 0.5
    return np.linspace(low, high, int(bins) + 1)


def counted(v, edges, weights):
    """how many of v, or which weight, lie in each bin"""
    n = edges.size - 1
    inside = (v >= edges[0]) & (v <= edges[-1])
    weights = None if weights is None else floats(weights)[inside]
    v = v[inside]
    index = np.zeros(v.shape).astype(int) - 1
    for edge in edges[:-1].tolist():
        index = index + (v >= edge)
    return np.bincount(index, weights=weights, minlength=n).astype(float)


def _datasets(x):
    """a list of 1-d arrays"""
    x = listed(x)
    if hasattr(x, "shape"):
        v = array(x).astype(float)
        if v.ndim < 2:
            return [v.reshape(-1)]
        return [v[:, j] for j in range(v.shape[1])]
    if len(x) and several(x[0]):
        return [floats(part) for part in x]
    return [floats(x)]


# --- contours --------------------------------------------------------------

def _level_list(levels, low, high):
    if levels is None:
        levels = 7
    if several(levels):
        return sorted([float(v) for v in floats(levels).tolist()])
    ticks = round_numbers(low, high, int(levels) + 1)
    under = [i for i, t in enumerate(ticks) if t < low]
    over = [i for i, t in enumerate(ticks) if t > high]
    first = under[-1] if under else 0
    last = over[0] + 1 if over else len(ticks)
    if last - first < 3:
        first, last = 0, len(ticks)
    return ticks[first:last]


def _grid_axis(v, n, name, what):
    v = array(v).astype(float)
    if v.ndim == 2:
        v = v[0] if name == "x" else v[:, 0]
    if v.size != n:
        raise TypeError(f"Length of {name} ({v.size}) must match number of "
                        f"{what} in z ({n})")
    return v.reshape(-1)


def _grid(args):
    """(x, y, z) of contour(Z), contour(X, Y, Z)"""
    z = array(args[0] if len(args) < 3 else args[2]).astype(float)
    if z.ndim != 2:
        raise TypeError(f"Input z must be 2D, not {z.ndim}D")
    rows, columns = z.shape
    if rows < 2 or columns < 2:
        raise TypeError("Input z must be at least a (2, 2) shaped array, but "
                        f"has shape ({rows}, {columns})")
    if len(args) < 3:
        return (np.arange(columns).astype(float),
                np.arange(rows).astype(float), z)
    x = _grid_axis(args[0], columns, "x", "columns")
    y = _grid_axis(args[1], rows, "y", "rows")
    if x[0] > x[-1]:
        x, z = x[::-1].copy(), z[:, ::-1]
    if y[0] > y[-1]:
        y, z = y[::-1].copy(), z[::-1]
    return x, y, z


class AxesGrid(AxesBase):
    """axes that draw histograms, contours and images"""
    __module__ = "matplotlib.axes._base"

    def hist(self, x, bins=None, range=None, density=False, weights=None,
             cumulative=False, bottom=None, histtype="bar", align="mid",
             orientation="vertical", rwidth=None, log=False, color=None,
             label=None, stacked=False, **named):
        """how often values fall into bins: (counts, edges, patches)
        >>> n, bins, patches = plt.hist([1, 2, 2, 3], bins=3)
        >>> n
        array([1., 2., 1.])
        """
        sets = _datasets(x)
        every = np.concatenate(sets) if len(sets) > 1 else sets[0]
        edges = bin_edges(every, 10 if bins is None else bins, range)
        counts = []
        for v in sets:
            n = counted(v, edges, weights)
            if density:
                n = n / (edges[1:] - edges[:-1]) / n.sum()
            if cumulative:
                n = np.cumsum(n * (edges[1:] - edges[:-1]) if density else n)
            counts.append(n)
        self.yaxis.log = self.yaxis.log or log
        look = dict(named, stacked=stacked, rwidth=rwidth, histtype=histtype,
                    flat=orientation == "horizontal")
        containers = self._histograms(counts, edges, color, label, look)
        if len(sets) == 1:
            return counts[0], edges, containers[0]
        counts = np.stack(counts)
        if stacked:
            counts = np.cumsum(counts, axis=0)
        return counts, edges, SilentList("BarContainer", containers)

    def _histograms(self, counts, edges, color, label, look):
        stacked, histtype = look.pop("stacked"), look.pop("histtype")
        rwidth, flat = look.pop("rwidth"), look.pop("flat")
        stacked = stacked or histtype == "barstacked"
        step = histtype[:4] == "step"
        several = len(counts) if not (stacked or step) else 1
        width = (edges[1:] - edges[:-1]) * (
            rwidth or (0.8 if several > 1 else 1.0))
        first = (edges[1:] + edges[:-1]) / 2 - width / 2
        base = np.zeros(edges.size - 1)
        out = []
        for i, n in enumerate(counts):
            own = dict(look)
            if color is not None:
                own["color"] = color if len(counts) == 1 else color[i]
            if label is not None:
                own["label"] = label if is_text(label) else listed(label)[i]
            k = i if several > 1 else 0
            left = first + width * k / several
            ends = (left, left + width / several, base, base + n)
            if flat:
                ends = ends[2:] + ends[:2]
            out.append(self._bars(*ends, own, flat))
            ignore("hist", own)
            if stacked:
                base = base + n
        return out

    # --- contours ----------------------------------------------------------

    def _band_colours(self, levels, named, cmap):
        given = named.pop("colors", None)
        if given is not None:
            given = [given] if is_text(given) or parsed(given) is not None \
                else listed(given)
            return [packed(colour_of(given[i % len(given)]))
                    for i in range(len(levels))]
        low = named.pop("vmin", None)
        high = named.pop("vmax", None)
        norm = named.pop("norm", None) or Normalize(low, high)
        norm.autoscale_None(levels)
        at = levels if len(levels) > 1 and not named["filled"] else \
            [(a + b) / 2 for a, b in zip(levels[:-1], levels[1:])]
        return packed_rows(cmap(array(norm(array(at))))).tolist()

    def _contours(self, args, filled, named):
        levels = named.pop("levels", None)
        if len(args) in (2, 4):
            levels = args[-1]
            args = args[:-1]
        x, y, z = _grid(args)
        known = z[np.isfinite(z)]
        low, high = (float(known.min()), float(known.max())) if known.size \
            else (0.0, 1.0)
        levels = _level_list(levels, low, high)
        cmap = named.pop("cmap", None)
        cmap = get_cmap(rcParams["image.cmap"] if cmap is None else cmap)
        named["filled"] = filled
        colours = self._band_colours(levels, named, cmap)
        extend = named.pop("extend", "neither")
        field = {"kind": "field", "x": x, "y": y, "z": z, "filled": filled,
                 "alpha": named.pop("alpha", None), "scaled": "xy",
                 "bounds": levels if filled else [],
                 "colours": colours if filled else [],
                 "clamp": extend == "both",
                 "sticky_x": [float(x[0]), float(x[-1])],
                 "sticky_y": [float(y[0]), float(y[-1])]}
        return field, levels, colours, cmap

    def contourf(self, *args, data=None, **named):
        """areas between levels: contourf(Z), contourf(X, Y, Z, levels)"""
        field, levels, colours, cmap = self._contours(args, True, named)
        for name in ("filled", "antialiased", "zorder", "linewidths"):
            named.pop(name, None)
        ignore("contourf", named)
        made = QuadContourSet(field, levels=array(levels), cmap=cmap,
                              bounds=levels, colours=colours)
        self._mappable = made
        self.collections.append(made)
        return self._add(made)

    def contour(self, *args, data=None, **named):
        """lines along levels: contour(Z), contour(X, Y, Z, levels)"""
        field, levels, colours, cmap = self._contours(args, False, named)
        width = alias(named, ["linewidths", "linewidth"], 1.5)
        style = alias(named, ["linestyles", "linestyle"], "-")
        for name in ("filled", "antialiased"):
            named.pop(name, None)
        width = floats(width).tolist()
        styles = texts_of(style) or ["-"]
        parts = [field]
        for i, level in enumerate(levels):
            parts.append({"kind": "contour", "level": level,
                          "colour": colours[i], "scaled": "",
                          "width": width[i % len(width)],
                          "dash": dash_of(styles[i % len(styles)]),
                          "alpha": field["alpha"]})
        zorder = named.pop("zorder", None)
        for part in parts:
            part["zorder"] = 1.5 if zorder is None else zorder
        ignore("contour", named)
        made = QuadContourSet(*parts, levels=array(levels), cmap=cmap)
        made.norm = Normalize(min(levels), max(levels)) if levels else None
        self._mappable = made
        return self._add(made)

    def clabel(self, CS, levels=None, **named):
        """left out, with a note: the numbers on contours"""
        note("clabel()")
        return []

    # --- images ------------------------------------------------------------

    def _image_colours(self, v):
        if v.ndim == 2:
            return None, v
        unit = "int" in str(array(v).dtype)
        rgb = v.astype(float) / (255 if unit else 1)
        flat = np.clip(rgb, 0, 1).reshape(-1, v.shape[2])
        grey = (flat[:, 0] * 0.3 + flat[:, 1] * 0.59 + flat[:, 2] * 0.11)
        return packed_rows(flat), 1 - grey.reshape(v.shape[0], v.shape[1])

    def _cells(self, shape, extent, origin):
        """edges of the cells and which rows or columns run backwards"""
        rows, columns = shape
        if extent is None:
            up = (-0.5, rows - 0.5)
            extent = (-0.5, columns - 0.5) + (up if origin == "lower"
                                              else up[::-1])
        left, right, bottom, top = [float(e) for e in extent]
        x = np.linspace(min(left, right), max(left, right), columns + 1)
        y = np.linspace(min(bottom, top), max(bottom, top), rows + 1)
        first_low = (bottom < top) == (origin == "lower")
        return x, y, (left, right), (bottom, top), first_low

    def imshow(self, X, cmap=None, norm=None, *, aspect=None,
               interpolation=None, alpha=None, vmin=None, vmax=None,
               origin=None, extent=None, **named):
        """a matrix as an image, one cell a value
        >>> image = plt.imshow([[50, 2], [5, 43]], cmap="Blues")
        """
        v = array(X)
        if v.ndim == 3 and v.shape[2] == 1:
            v = v[:, :, 0]
        if not (v.ndim == 2 or v.ndim == 3 and v.shape[2] in (3, 4)):
            raise TypeError(f"Invalid shape {v.shape} for image data")
        origin = rcParams["image.origin"] if origin is None else origin
        x, y, across, up, first_low = self._cells(v.shape[:2], extent, origin)
        pixels, z = self._image_colours(v)
        cmap = get_cmap(rcParams["image.cmap"] if cmap is None else cmap)
        norm = Normalize(vmin, vmax) if norm is None else norm
        z = z.astype(float)
        norm.autoscale_None(z)
        if not first_low:
            z = z[::-1]
            if pixels is not None:
                pixels = pixels.reshape(z.shape)[::-1].reshape(-1)
        part = {"kind": "field", "cells": True, "filled": True, "clamp": True,
                "x": x, "y": y, "z": z, "pixels": pixels, "alpha": alpha,
                "scaled": "xy", "sticky_x": list(across),
                "sticky_y": list(up)}
        image = AxesImage(part, norm=norm, cmap=cmap, values=v)
        image._size = tuple(v.shape[:2])
        part["bounds"], part["colours"] = self._image_bands(image)
        self.xaxis.limits, self.yaxis.limits = across, up
        self._equal = aspect is None or not (is_text(aspect)
                                             and aspect == "auto")
        ignore("imshow", named)
        self.images.append(image)
        self._mappable = image
        return self._add(image)

    def _image_bands(self, image):
        cmap, norm = image.cmap, image.norm
        low, high = norm.vmin, norm.vmax
        if low is None:
            low, high = 0.0, 1.0
        if low == high:
            low, high = low - 0.5, high + 0.5
        bands = min(cmap.N, 256)
        bounds = np.linspace(low, high, bands + 1)
        middle = (np.arange(bands) + 0.5) / bands
        return bounds, packed_rows(cmap(middle))

    def matshow(self, Z, **named):
        """imshow"""
        return self.imshow(Z, **named)

    def spy(self, Z, **named):
        """imshow of what is not zero"""
        return self.imshow(array(Z) != 0, cmap="binary", **named)

    def pcolormesh(self, *args, cmap=None, vmin=None, vmax=None, norm=None,
                   alpha=None, shading=None, **named):
        """a matrix as coloured cells with edges or centres x and y"""
        z = array(args[-1]).astype(float)
        rows, columns = z.shape
        x, y = np.arange(columns + 1.0), np.arange(rows + 1.0)
        if len(args) == 3:
            x, y = self._edges_of(args[0], columns, "x"), \
                self._edges_of(args[1], rows, "y")
        image = self.imshow(z, cmap=cmap, vmin=vmin, vmax=vmax, norm=norm,
                            alpha=alpha, origin="lower", aspect="auto")
        part = image._parts[0]
        part["x"], part["y"] = x, y
        self.xaxis.limits = (float(x[0]), float(x[-1]))
        self.yaxis.limits = (float(y[0]), float(y[-1]))
        return image

    def _edges_of(self, v, n, name):
        v = array(v).astype(float)
        if v.ndim == 2:
            v = v[0] if name == "x" else v[:, 0]
        if v.size == n + 1:
            return v
        middle = (v[1:] + v[:-1]) / 2
        first, last = 2 * v[0] - middle[0], 2 * v[-1] - middle[-1]
        return np.concatenate([[first], middle, [last]])

    pcolor = pcolormesh

    def _colorbar(self, mappable, label=""):
        self._scale = mappable
        self._scale_label = str(label)
        return Colorbar(mappable, self)
