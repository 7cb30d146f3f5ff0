# SPDX-License-Identifier: GPL-3.0-or-later
# How arrays are written, and what happens when a number overflows.
import numpy as np
from _xent import numpy_errors, numpy_options, numpy_text, refuse


def set_printoptions(precision=None, threshold=None, edgeitems=None,
                     linewidth=None, suppress=None, nanstr=None, infstr=None,
                     formatter=None, sign=None, floatmode=None, *,
                     legacy=None):
    """how arrays are printed"""
    if formatter is not None:
        refuse("the keyword 'formatter' of set_printoptions()")
    if legacy not in (None, False):
        refuse("the keyword 'legacy' of set_printoptions()")
    numpy_options(_checked(precision, threshold, edgeitems, linewidth,
                           suppress, nanstr, infstr, sign, floatmode))


def _checked(precision, threshold, edgeitems, linewidth, suppress, nanstr,
             infstr, sign, floatmode):
    """The options that were given, by name."""
    modes = ["fixed", "unique", "maxprec", "maxprec_equal"]
    if floatmode is not None and floatmode not in modes:
        words = ", ".join(['"' + m + '"' for m in modes])
        raise ValueError(f"floatmode option must be one of {words}")
    if sign is not None and sign not in ("-", "+", " "):
        raise ValueError("sign option must be one of ' ', '+', or '-'")
    if threshold is not None:
        if not isinstance(threshold, (int, float)):
            raise TypeError("threshold must be numeric")
        if threshold != threshold:
            raise ValueError("threshold must be non-NAN, try sys.maxsize for "
                             "untruncated representation")
    if precision is not None and not isinstance(precision, (int, np.integer)):
        raise TypeError("precision must be an integer")
    given = {"precision": precision, "threshold": threshold,
             "edgeitems": edgeitems, "linewidth": linewidth,
             "suppress": suppress, "nanstr": nanstr, "infstr": infstr,
             "sign": sign, "floatmode": floatmode}
    return {k: v for k, v in given.items() if v is not None}


def get_printoptions():
    """how arrays are printed, by name

    >>> np.get_printoptions()['precision']
    8
    """
    now = numpy_options({})
    names = ["edgeitems", "threshold", "floatmode", "precision", "suppress",
             "linewidth", "nanstr", "infstr", "sign"]
    out = {k: now[k] for k in names}
    out["formatter"] = None
    out["legacy"] = False
    return out


class printoptions:
    """how arrays are printed in a with block

    >>> with np.printoptions(precision=2): print(np.array([1 / 3]))
    [0.33]
    """
    __module__ = "numpy"

    def __init__(self, *args, **kwargs):
        self._args = args
        self._named = kwargs

    def __enter__(self):
        self._before = numpy_options({})
        set_printoptions(*self._args, **self._named)
        return get_printoptions()

    def __exit__(self, *args):
        numpy_options(self._before)


def array2string(a, max_line_width=None, precision=None, suppress_small=None,
                 separator=" ", prefix="", style=None, formatter=None,
                 threshold=None, edgeitems=None, sign=None, floatmode=None,
                 suffix="", *, legacy=None):
    """an array as a text

    >>> np.array2string(np.array([1, 2]), separator=', ')
    '[1, 2]'
    """
    if formatter is not None:
        return _formatted(np.asarray(a), formatter, separator)
    before = numpy_options({})
    width = before["linewidth"] if max_line_width is None else max_line_width
    numpy_options(_checked(precision, threshold, edgeitems,
                           width - len(suffix), suppress_small, None, None,
                           sign, floatmode))
    try:
        return numpy_text(np.asarray(a), separator, prefix)
    finally:
        numpy_options(before)


def _formatted(a, formatter, separator):
    """With a function for every element, for what fits on a line."""
    names = {"f": ["float", "float_kind"], "i": ["int", "int_kind"],
             "u": ["int", "int_kind"], "b": ["bool"]}[a.dtype.kind]
    write = [formatter[k] for k in names + ["all"] if k in formatter]
    if not write:
        return numpy_text(a, separator, "")
    if a.ndim != 1:
        refuse("the keyword 'formatter' of array2string() for arrays that "
               "are no line")
    text = "[" + separator.join([write[0](x) for x in a]) + "]"
    if len(text) > numpy_options({})["linewidth"]:
        refuse("the keyword 'formatter' of array2string() for long lines")
    return text


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """an array as repr writes it

    >>> np.array_repr(np.array([1, 2]))
    'array([1, 2])'
    """
    before = numpy_options({})
    numpy_options(_checked(precision, None, None, max_line_width,
                           suppress_small, None, None, None, None))
    try:
        return repr(arr)
    finally:
        numpy_options(before)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """an array as str writes it

    >>> np.array_str(np.array([1, 2]))
    '[1 2]'
    """
    before = numpy_options({})
    numpy_options(_checked(precision, None, None, max_line_width,
                           suppress_small, None, None, None, None))
    try:
        return str(a)
    finally:
        numpy_options(before)


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """what happens on overflow and the like: warn, ignore, raise"""
    given = {"divide": divide, "over": over, "under": under,
             "invalid": invalid}
    before = numpy_errors({})
    new = {}
    for name, word in given.items():
        word = all if word is None else word
        if word is None:
            continue
        if word not in ("ignore", "warn", "raise", "call", "print", "log"):
            raise KeyError(word)
        if word in ("call", "print", "log"):
            refuse(f"'{word}' as what seterr() does")
        new[name] = word
    numpy_errors(new)
    return before


def geterr():
    """what happens on overflow and the like

    >>> np.geterr()['under']
    'ignore'
    """
    return numpy_errors({})


class errstate:
    """what happens on overflow and the like in a with block

    >>> with np.errstate(divide='ignore'): print(np.log(np.array([0.])))
    [-inf]
    """
    __module__ = "numpy"

    def __init__(self, *, call=None, **kwargs):
        self.kwargs = kwargs

    def __enter__(self):
        self.oldstate = seterr(**self.kwargs)

    def __exit__(self, *args):
        numpy_errors(self.oldstate)
