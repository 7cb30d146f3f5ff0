# SPDX-License-Identifier: GPL-3.0-or-later
# What the files of matplotlib share: settings, notes, numbers, texts, ticks.
import math

import numpy as np
from _xent import warn

rcParams = {
    "axes.grid": False, "axes.labelsize": "medium", "axes.linewidth": 0.8,
    "axes.titlesize": "large", "axes.unicode_minus": True,
    "figure.dpi": 100.0, "figure.figsize": [6.4, 4.8], "font.size": 10.0,
    "font.family": ["sans-serif"], "image.cmap": "viridis",
    "image.origin": "upper", "legend.fontsize": "medium",
    "legend.loc": "best", "lines.linestyle": "-", "lines.linewidth": 1.5,
    "lines.marker": "None", "lines.markersize": 6.0,
    "savefig.dpi": "figure", "text.usetex": False,
    "xtick.labelsize": "medium", "ytick.labelsize": "medium"}

_said = []


def note(what):
    """tells once a session that something is left out of pictures"""
    if not _said:
        _said.append(what)
        warn("note", f"xent draws without {what}; the same holds for what "
             "else it does not know, said once")


# Keywords that change nothing a picture of xent shows.
_QUIET = ("antialiased", "aa", "capsize", "capthick", "clip_on", "dpi",
          "facecolor", "family", "fontdict", "fontname", "fontproperties",
          "fontsize", "fontstyle", "fontweight", "gid", "interpolation",
          "label", "pad", "rasterized", "rwidth", "size", "snap", "style",
          "url", "va", "weight", "zorder")


def ignore(function, named):
    """says which of the keywords that are left are not drawn"""
    for name in named:
        if name not in _QUIET:
            note(f"the keyword '{name}' of {function}()")


# --- numbers ---------------------------------------------------------------

def is_text(v):
    """whether v is a str"""
    return isinstance(v, str)


def several(v):
    """whether v is a list, a tuple, an array ..., but no text"""
    if v is None or isinstance(v, (int, float, str)):
        return False
    if hasattr(v, "shape"):
        return len(v.shape) > 0
    try:
        iter(v)
    except TypeError:
        return False
    return True


def listed(v):
    """lists of what is no array: ranges, views of dicts, tuples ..."""
    if isinstance(v, list) or hasattr(v, "shape") or not several(v):
        return v
    return list(v)


def _plain(v):
    if v is None:
        return math.nan
    if isinstance(v, (list, tuple)):
        return [_plain(item) for item in v]
    if hasattr(v, "requires_grad"):
        return v.numpy()
    return v


def array(v):
    """the numbers of lists, arrays and tensors as a NumPy array"""
    v = listed(v)
    if hasattr(v, "requires_grad"):
        v = v.numpy()
    if isinstance(v, list):
        v = _plain(v)
    return np.asarray(v)


def floats(v):
    """the same in one dimension, as floats"""
    return array(v).astype(float).reshape(-1)


def texts_of(v):
    """the strings of a list of strings, or None"""
    if is_text(v):
        return [v]
    v = listed(v)
    if isinstance(v, list) and len(v) > 0 and is_text(v[0]):
        return [str(item) for item in v]
    return None


def finite_range(v):
    """(lowest, highest) of the finite numbers of an array, or None"""
    v = floats(v)
    v = v[np.isfinite(v)]
    if v.size == 0:
        return None
    return float(v.min()), float(v.max())


# --- texts -----------------------------------------------------------------

_SIGNS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
    "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "sum": "Σ", "prod": "Π", "infty": "∞", "cdot": "·",
    "times": "×", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "ne": "≠", "approx": "≈", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "partial": "∂", "nabla": "∇", "sqrt": "√", "in": "∈",
    "ldots": "…", "dots": "…", "cdots": "…", "quad": " ", "left": "",
    "right": "", "mathdefault": "", "mathrm": "", "mathbf": "",
    "mathit": "", "mathcal": "", "mathbb": "", "text": "", "textbf": "",
    "hat": "", "bar": "", "vec": "", "displaystyle": "",
    "frac": "", "ell": "ℓ", "circ": "∘", "propto": "∝", "log": "log",
    "ln": "ln", "exp": "exp", "max": "max", "min": "min"}
_RAISED = dict(zip("0123456789+-n()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ⁽⁾"))
_LOWERED = dict(zip("0123456789+-aeijnx()", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑᵢⱼₙₓ₍₎"))


def _group(text, at):
    if at < len(text) and text[at] == "{":
        depth = 0
        for i in range(at, len(text)):
            depth += (text[i] == "{") - (text[i] == "}")
            if depth == 0:
                return text[at + 1:i], i + 1
    if at < len(text) and text[at] == "\\":
        return _command(text, at)
    return text[at:at + 1], at + 1


def _command(text, at):
    end = at + 1
    while end < len(text) and text[end].isalpha():
        end += 1
    if end == at + 1:
        return (" " if text[end:end + 1] in ",;: " else
                text[end:end + 1]), end + 1
    name = text[at + 1:end]
    if name == "frac":
        above, end = _group(text, end)
        below, end = _group(text, end)
        return f"{_math(above)}/{_math(below)}", end
    if name in _SIGNS and text[end:end + 1] == " ":
        end += 1
    return _SIGNS.get(name, name), end


def _shifted(part, table, sign):
    if all(c in table for c in part):
        return "".join([table[c] for c in part])
    return sign + (part if len(part) == 1 else f"({part})")


def _math(text):
    out = ""
    at = 0
    while at < len(text):
        c = text[at]
        if c == "\\":
            part, at = _command(text, at)
            out += part
        elif c == "{" or c == "}":
            at += 1
        elif c == "^" or c == "_":
            part, at = _group(text, at + 1)
            table = _RAISED if c == "^" else _LOWERED
            out += _shifted(_math(part), table, c)
        else:
            out += c
            at += 1
    return out


def plain(text):
    """a text without mathtext: '$\\sigma(z)$' is shown as 'σ(z)'"""
    text = str(text)
    parts = text.split("$")
    if len(parts) < 3 or len(parts) % 2 == 0:
        return text.replace("\\$", "$")
    return "".join([_math(p) if i % 2 else p for i, p in enumerate(parts)])


# --- ticks -----------------------------------------------------------------

_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
_AXIS_STEPS = [1, 2, 2.5, 5, 10]


def _multiples(low, high, step):
    tiny = 1e-10 * max(abs(low), abs(high), step)
    base = low // step * step
    first = math.floor((low - base + tiny) / step)
    last = math.ceil((high - base - tiny) / step)
    return [i * step + base for i in range(first, last + 1)]


def round_numbers(low, high, most, least=1, axis=False):
    """round numbers that enclose low and high, with at most `most` steps"""
    steps = _AXIS_STEPS if axis else _STEPS
    if high - low <= 1e-13 * max(abs(low), abs(high), 1e-300):
        grow = max(abs(low), abs(high), 1e-3) * 1e-3
        low, high = low - grow, high + grow
    span = high - low
    scale = 10 ** (math.log10(span / most) // 1)
    sizes = ([0.1 * s * scale for s in steps[:-1]] +
             [s * scale for s in steps] + [10 * steps[1] * scale])
    k = 0
    while k + 1 < len(sizes) and sizes[k] < span / most:
        k += 1
    ticks = []
    while k >= 0:
        ticks = _multiples(low, high, sizes[k])
        if len([t for t in ticks if low <= t <= high]) >= least:
            return ticks
        k -= 1
    return ticks
