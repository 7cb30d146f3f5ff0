# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.colors: names of colours, maps from numbers to colours.
import numpy as np

from matplotlib_common import array, is_text, listed

BASE_COLORS = {"b": (0, 0, 1), "g": (0, 0.5, 0), "r": (1, 0, 0),
               "c": (0, 0.75, 0.75), "m": (0.75, 0, 0.75),
               "y": (0.75, 0.75, 0), "k": (0, 0, 0), "w": (1, 1, 1)}

TABLEAU_COLORS = {
    "tab:blue": "#1f77b4", "tab:orange": "#ff7f0e", "tab:green": "#2ca02c",
    "tab:red": "#d62728", "tab:purple": "#9467bd", "tab:brown": "#8c564b",
    "tab:pink": "#e377c2", "tab:gray": "#7f7f7f", "tab:olive": "#bcbd22",
    "tab:cyan": "#17becf"}

_CSS = (
    "aliceblue:f0f8ff antiquewhite:faebd7 aqua:00ffff aquamarine:7fffd4 "
    "azure:f0ffff beige:f5f5dc bisque:ffe4c4 black:000000 "
    "blanchedalmond:ffebcd blue:0000ff blueviolet:8a2be2 brown:a52a2a "
    "burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00 chocolate:d2691e "
    "coral:ff7f50 cornflowerblue:6495ed cornsilk:fff8dc crimson:dc143c "
    "cyan:00ffff darkblue:00008b darkcyan:008b8b darkgoldenrod:b8860b "
    "darkgray:a9a9a9 darkgreen:006400 darkkhaki:bdb76b darkmagenta:8b008b "
    "darkolivegreen:556b2f darkorange:ff8c00 darkorchid:9932cc "
    "darkred:8b0000 darksalmon:e9967a darkseagreen:8fbc8f "
    "darkslateblue:483d8b darkslategray:2f4f4f darkturquoise:00ced1 "
    "darkviolet:9400d3 deeppink:ff1493 deepskyblue:00bfff dimgray:696969 "
    "dodgerblue:1e90ff firebrick:b22222 floralwhite:fffaf0 "
    "forestgreen:228b22 fuchsia:ff00ff gainsboro:dcdcdc ghostwhite:f8f8ff "
    "gold:ffd700 goldenrod:daa520 gray:808080 green:008000 "
    "greenyellow:adff2f honeydew:f0fff0 hotpink:ff69b4 indianred:cd5c5c "
    "indigo:4b0082 ivory:fffff0 khaki:f0e68c lavender:e6e6fa "
    "lavenderblush:fff0f5 lawngreen:7cfc00 lemonchiffon:fffacd "
    "lightblue:add8e6 lightcoral:f08080 lightcyan:e0ffff "
    "lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 "
    "lightpink:ffb6c1 lightsalmon:ffa07a lightseagreen:20b2aa "
    "lightskyblue:87cefa lightslategray:778899 lightsteelblue:b0c4de "
    "lightyellow:ffffe0 lime:00ff00 limegreen:32cd32 linen:faf0e6 "
    "magenta:ff00ff maroon:800000 mediumaquamarine:66cdaa mediumblue:0000cd "
    "mediumorchid:ba55d3 mediumpurple:9370db mediumseagreen:3cb371 "
    "mediumslateblue:7b68ee mediumspringgreen:00fa9a mediumturquoise:48d1cc "
    "mediumvioletred:c71585 midnightblue:191970 mintcream:f5fffa "
    "mistyrose:ffe4e1 moccasin:ffe4b5 navajowhite:ffdead navy:000080 "
    "oldlace:fdf5e6 olive:808000 olivedrab:6b8e23 orange:ffa500 "
    "orangered:ff4500 orchid:da70d6 palegoldenrod:eee8aa palegreen:98fb98 "
    "paleturquoise:afeeee palevioletred:db7093 papayawhip:ffefd5 "
    "peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd powderblue:b0e0e6 "
    "purple:800080 rebeccapurple:663399 red:ff0000 rosybrown:bc8f8f "
    "royalblue:4169e1 saddlebrown:8b4513 salmon:fa8072 sandybrown:f4a460 "
    "seagreen:2e8b57 seashell:fff5ee sienna:a0522d silver:c0c0c0 "
    "skyblue:87ceeb slateblue:6a5acd slategray:708090 snow:fffafa "
    "springgreen:00ff7f steelblue:4682b4 tan:d2b48c teal:008080 "
    "thistle:d8bfd8 tomato:ff6347 turquoise:40e0d0 violet:ee82ee "
    "wheat:f5deb3 white:ffffff whitesmoke:f5f5f5 yellow:ffff00 "
    "yellowgreen:9acd32")

CSS4_COLORS = {}
for _pair in _CSS.split():
    _name, _digits = _pair.split(":")
    CSS4_COLORS[_name] = "#" + _digits
    CSS4_COLORS[_name.replace("gray", "grey")] = "#" + _digits

_CYCLE = list(TABLEAU_COLORS.values())


def cycled(i):
    """the colour that series number i takes"""
    return _CYCLE[i % len(_CYCLE)]


def _from_digits(text):
    digits = text[1:]
    if len(digits) in (3, 4):
        digits = "".join([d + d for d in digits])
    if len(digits) not in (6, 8):
        return None
    if [d for d in digits.lower() if d not in "0123456789abcdef"]:
        return None
    parts = [int(digits[i:i + 2], 16) / 255 for i in range(0, len(digits), 2)]
    return tuple(parts) if len(parts) == 4 else tuple(parts + [1.0])


def _from_text(text):
    if text.lower() == "none":
        return (0.0, 0.0, 0.0, 0.0)
    if text in BASE_COLORS:
        return tuple([float(v) for v in BASE_COLORS[text]] + [1])
    if text[:1] == "#":
        return _from_digits(text)
    if len(text) > 1 and text[0] == "C" and text[1:].isdigit():
        return _from_digits(cycled(int(text[1:])))
    for table in (TABLEAU_COLORS, CSS4_COLORS):
        if text.lower() in table:
            return _from_digits(table[text.lower()])
    try:
        grey = float(text)
    except ValueError:
        return None
    return (grey, grey, grey, 1.0) if 0 <= grey <= 1 else None


def _from_numbers(c):
    c = listed(c)
    if hasattr(c, "tolist"):
        c = c.tolist()
    if not isinstance(c, list) or len(c) not in (3, 4):
        return None
    if [v for v in c if isinstance(v, (str, list)) or not 0 <= v <= 1]:
        return None
    return tuple([float(v) for v in c] + [1] * (4 - len(c)))


def parsed(c):
    """(r, g, b, a) of a colour, or None"""
    return _from_text(c) if is_text(c) else _from_numbers(c)


def to_rgba(c, alpha=None):
    """red, green, blue and opacity of a colour, each in 0 .. 1
    >>> import matplotlib.colors
    >>> matplotlib.colors.to_rgba("red")
    (1.0, 0.0, 0.0, 1.0)
    """
    rgba = parsed(c)
    if rgba is None:
        raise ValueError(f"Invalid RGBA argument: {c!r}")
    if alpha is not None and not (is_text(c) and c.lower() == "none"):
        rgba = rgba[:3] + (float(alpha),)
    return rgba


def to_rgb(c):
    """red, green and blue of a colour, each in 0 .. 1"""
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    """a colour as "#rrggbb"
    >>> import matplotlib.colors
    >>> matplotlib.colors.to_hex((0, 0.5, 1))
    '#0080ff'
    """
    rgba = to_rgba(c)
    digits = ["%02x" % round(v * 255) for v in rgba]
    return "#" + "".join(digits if keep_alpha else digits[:3])


def is_color_like(c):
    """whether c names a colour"""
    return parsed(c) is not None


def packed(rgba):
    """a colour as one number, 0xrrggbb"""
    r, g, b = [int(min(max(v, 0), 1) * 255 + 0.5) for v in rgba[:3]]
    return (r * 256 + g) * 256 + b


def packed_rows(rgba):
    """the same for the rows of an array"""
    parts = (np.clip(rgba[:, :3], 0, 1) * 255 + 0.5).astype(int)
    return (parts[:, 0] * 256 + parts[:, 1]) * 256 + parts[:, 2]


class Normalize:
    """takes vmin .. vmax to 0 .. 1"""
    __module__ = "matplotlib.colors"

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin = None if vmin is None else float(vmin)
        self.vmax = None if vmax is None else float(vmax)
        self.clip = clip

    def autoscale_None(self, A):
        """takes limits that are missing from the data"""
        v = array(A).astype(float).reshape(-1)
        v = v[np.isfinite(v)]
        if v.size and self.vmin is None:
            self.vmin = float(v.min())
        if v.size and self.vmax is None:
            self.vmax = float(v.max())

    def __call__(self, value, clip=None):
        self.autoscale_None(value)
        alone = isinstance(value, (int, float))
        v = array(value).astype(float)
        if self.vmin is None or self.vmin == self.vmax:
            out = v * 0
        else:
            out = (v - self.vmin) / (self.vmax - self.vmin)
        if self.clip if clip is None else clip:
            out = np.clip(out, 0, 1)
        return float(out) if alone else out


class Colormap:
    """a map from numbers in 0 .. 1 to colours"""
    __module__ = "matplotlib.colors"

    def __init__(self, name, N=256):
        self.name = name
        self.N = int(N)
        self._table = None

    def table(self):
        """its N colours as the rows of an array"""
        if self._table is None:
            self._table = self._colours()
        return self._table

    def __call__(self, X, alpha=None, bytes=False):
        alone = isinstance(X, (int, float)) or not array(X).shape
        X = array(X)
        table = self.table()
        whole = "int" in str(X.dtype) or "bool" in str(X.dtype)
        index = X.astype(float) if whole else X.astype(float) * self.N
        flat = index.reshape(-1)
        flat = np.where(np.isnan(flat), 0, flat)
        flat = np.clip(np.floor(flat), 0, self.N - 1).astype(int)
        rgba = table[flat].copy()
        if alpha is not None:
            rgba[:, 3] = alpha
        if alone:
            return tuple(rgba[0].tolist())
        return rgba.reshape(X.shape + (4,))

    def reversed(self, name=None):
        """the same colours in the other order"""
        name = self.name + "_r" if name is None else name
        return _Rows(self, lambda rows: rows[::-1], name, self.N)

    def resampled(self, lutsize):
        """a map of so many colours"""
        at = [round(i * (self.N - 1) / max(lutsize - 1, 1))
              for i in range(lutsize)]
        return _Rows(self, lambda rows: rows[at], self.name, lutsize)


class _Rows(Colormap):
    __module__ = "matplotlib.colors"

    def __init__(self, source, change, name, N):
        super().__init__(name, N)
        self._source = source
        self._change = change

    def _colours(self):
        return self._change(self._source.table())


class ListedColormap(Colormap):
    """separate colours: numbers in 0 .. 1 choose one of them"""
    __module__ = "matplotlib.colors"

    def __init__(self, colors, name="from_list", N=None):
        if is_text(colors):
            colors = [colors] * (N or 1)
        self.colors = listed(colors)
        super().__init__(name, len(self.colors) if N is None else N)

    def _colours(self):
        given = [to_rgba(c) for c in self.colors]
        return np.array([given[i % len(given)] for i in range(self.N)])


class LinearSegmentedColormap(Colormap):
    """colours that change evenly from one given colour to the next"""
    __module__ = "matplotlib.colors"

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        """a map through these colours"""
        made = LinearSegmentedColormap(name, N)
        made._given = listed(colors)
        return made

    def _places(self):
        given = self._given
        if isinstance(given[0], (tuple, list)) and len(given[0]) == 2:
            return [float(p[0]) for p in given], [p[1] for p in given]
        last = max(len(given) - 1, 1)
        return [i / last for i in range(len(given))], given

    def _colours(self):
        places, given = self._places()
        stops = [to_rgba(c) for c in given]
        rows = []
        k = 0
        for i in range(self.N):
            at = i / max(self.N - 1, 1)
            while k + 2 < len(places) and at > places[k + 1]:
                k += 1
            j = min(k + 1, len(places) - 1)
            span = places[j] - places[k]
            t = min(max((at - places[k]) / span, 0), 1) if span else 0
            rows.append([a + t * (b - a)
                         for a, b in zip(stops[k], stops[j])])
        return np.array(rows)


class ScalarMappable:
    """what has a norm and a map of colours"""
    __module__ = "matplotlib.cm"

    def __init__(self, norm=None, cmap=None):
        self.norm = Normalize() if norm is None else norm
        self.cmap = cmap
        self._values = None

    def set_array(self, A):
        """the values that the colours stand for"""
        self._values = A

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        """the colours of values"""
        return self.cmap(self.norm(x) if norm else x, alpha=alpha)
