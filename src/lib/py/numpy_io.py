# SPDX-License-Identifier: GPL-3.0-or-later
# Tables of numbers read from files and lists of lines.
import numpy as np
from _xent import refuse, warn


def _lines_of(source, encoding):
    """The lines of a file's name, an open file or a list."""
    if isinstance(source, str):
        try:
            file = open(source)
        except FileNotFoundError:
            raise FileNotFoundError(f"{source} not found.")
        lines = file.read().split("\n")
        file.close()
        return lines[:-1] if lines and not lines[-1] else lines
    return [line.rstrip("\n") for line in source]


def _columns(usecols):
    if usecols is None:
        return None
    if isinstance(usecols, (int, np.integer)):
        return [int(usecols)]
    out = []
    for c in usecols:
        if not isinstance(c, (int, np.integer)):
            raise TypeError(
                "usecols must be an int or a sequence of ints but it contains "
                f"at least one element of type '{type(c).__name__}'")
        out.append(int(c))
    return out


def _without(line, comments):
    for c in comments:
        line = line.split(c)[0]
    return line


def _fields(line, delimiter):
    if delimiter is None:
        return line.split()
    return [f.strip() for f in line.split(delimiter)]


def _comment_list(comments):
    if comments is None:
        return []
    return [comments] if isinstance(comments, str) else list(comments)


def _number(text, kind, row, column):
    """A field as a number, or loadtxt's error."""
    name = str(kind)
    try:
        if kind.kind in "iu":
            try:
                return int(text)
            except ValueError:
                return int(float(text))
        if kind.kind == "b":
            return bool(int(text))
        return float(text)
    except ValueError:
        raise ValueError(f"could not convert string {text!r} to {name} at row "
                         f"{row}, column {column + 1}.")


def _refused(name, **given):
    for word, value in given.items():
        if value:
            refuse(f"the keyword '{word}' of {name}()")


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None,
            skiprows=0, usecols=None, unpack=False, ndmin=0, encoding="bytes",
            max_rows=None, *, quotechar=None, like=None):
    """a table of numbers from a file, or from lines

    >>> np.loadtxt(['1 2', '3 4'])
    array([[1., 2.],
           [3., 4.]])
    """
    _refused("loadtxt", converters=converters, quotechar=quotechar)
    if dtype is str or isinstance(dtype, str) and dtype.startswith("U"):
        return _texts(fname, comments, delimiter, skiprows, usecols, unpack,
                      max_rows, encoding)
    kind = np.dtype(dtype)
    wanted = _columns(usecols)
    rows, width = [], None
    for line in _lines_of(fname, encoding)[skiprows:]:
        if max_rows is not None and len(rows) >= max_rows:
            break
        line = _without(line, _comment_list(comments)).rstrip("\r")
        if not line.strip() and (delimiter is None or not line):
            continue
        fields = _fields(line, delimiter)
        if width is None:
            width = len(fields)
        elif wanted is None and len(fields) != width:
            raise ValueError(
                f"the number of columns changed from {width} to {len(fields)} "
                f"at row {len(rows) + 1}; use `usecols` to select a subset "
                "and avoid this error")
        rows.append(_row(fields, wanted, kind, len(rows)))
    if not rows:
        warn("UserWarning", f'loadtxt: input contained no data: "{fname}"')
    out = np.array(rows, dtype=kind).reshape(len(rows), -1 if rows else 0)
    return _formed(out, ndmin, unpack, not rows)


def _row(fields, wanted, kind, row):
    out = []
    for c in range(len(fields)) if wanted is None else wanted:
        if not -len(fields) <= c < len(fields):
            raise ValueError(f"invalid column index {c} at row {row + 1} with "
                             f"{len(fields)} columns")
        out.append(_number(fields[c], kind, row, c % len(fields)))
    return out


def _formed(out, ndmin, unpack, empty):
    if ndmin not in (0, 1, 2):
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
    if empty:
        out = out.reshape((0,) if ndmin < 2 else (0, 1))
    elif ndmin < 2:
        out = np.squeeze(out)
        if ndmin == 1:
            out = np.atleast_1d(out)
    return out.T if unpack else out


def _texts(fname, comments, delimiter, skiprows, usecols, unpack, max_rows,
           encoding):
    wanted, rows = _columns(usecols), []
    for line in _lines_of(fname, encoding)[skiprows:]:
        line = _without(line, _comment_list(comments)).rstrip("\r")
        if not line.strip() or (max_rows is not None and
                                len(rows) >= max_rows):
            continue
        fields = line.split() if delimiter is None else line.split(delimiter)
        rows.append(fields if wanted is None else [fields[c] for c in wanted])
    if rows and all(len(r) == 1 for r in rows):
        return np.array([r[0] for r in rows])
    out = np.array(rows[0] if len(rows) == 1 else rows)
    return out.T if unpack else out


def genfromtxt(fname, dtype=float, comments="#", delimiter=None,
               skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None,
               names=None, excludelist=None, deletechars=None,
               replace_space="_", autostrip=False, case_sensitive=True,
               defaultfmt="f%i", unpack=None, usemask=False, loose=True,
               invalid_raise=True, max_rows=None, encoding="bytes", *,
               ndmin=0, like=None):
    """a table of numbers from a file, or from lines; what is none is nan

    >>> np.genfromtxt(['1,2', '3,x'], delimiter=',')
    array([[ 1.,  2.],
           [ 3., nan]])
    """
    _refused("genfromtxt", converters=converters, names=names,
             excludelist=excludelist, usemask=usemask,
             missing_values=missing_values)
    if max_rows is not None and skip_footer:
        raise ValueError("The keywords 'skip_footer' and 'max_rows' can not "
                         "be specified at the same time.")
    if dtype is None:
        refuse("dtype=None in genfromtxt(): structured arrays")
    if dtype is str or isinstance(dtype, str) and dtype.startswith("U"):
        return _texts(fname, comments, delimiter, skip_header, usecols,
                      bool(unpack), max_rows, encoding)
    kind = np.dtype(dtype)
    rows = _table(fname, comments, delimiter, skip_header, skip_footer,
                  _columns(usecols), max_rows, encoding, invalid_raise)
    missing = filling_values
    if missing is None:
        missing = np.nan if kind.kind == "f" else (
            False if kind.kind == "b" else -1)
    values = [[_loose(f, kind, missing) for f in r] for r in rows]
    out = np.array(values, dtype=kind).reshape(len(values),
                                               -1 if values else 0)
    return _formed(out, ndmin, bool(unpack), not values)


def _table(fname, comments, delimiter, skip_header, skip_footer, wanted,
           max_rows, encoding, invalid_raise):
    """The fields of all lines; those of another width are an error."""
    rows, numbers = [], []
    lines = _lines_of(fname, encoding)
    for i, line in enumerate(lines[skip_header:]):
        line = _without(line, _comment_list(comments)).strip(" \r\n")
        fields = _fields(line, delimiter) if line else []
        if not fields:
            continue
        rows.append(fields)
        numbers.append(i + skip_header + 1)
        if max_rows is not None and len(rows) == max_rows:
            break
    if skip_footer:
        rows, numbers = rows[:-skip_footer], numbers[:-skip_footer]
    if not rows:
        warn("UserWarning", f'genfromtxt: Empty input file: "{fname}"')
        return []
    width = len(rows[0])
    if wanted is None:
        wrong = [(n, len(r)) for n, r in zip(numbers, rows)
                 if len(r) != width]
        _complain(wrong, width, invalid_raise)
        return [r for r in rows if len(r) == width]
    return [[r[c] for c in wanted] for r in rows]


def _complain(wrong, width, invalid_raise):
    if not wrong:
        return
    text = "Some errors were detected !\n" + "\n".join(
        [f"    Line #{n} (got {k} columns instead of {width})"
         for n, k in wrong])
    if invalid_raise:
        raise ValueError(text)
    warn("ConversionWarning", text)


def _loose(text, kind, missing):
    """A field as a number; what is none is a missing value."""
    try:
        if kind.kind == "b":
            return {"TRUE": True, "FALSE": False}[text.upper()]
        return int(text) if kind.kind in "iu" else float(text)
    except (ValueError, KeyError):
        return missing


def fromstring(string, dtype=float, count=-1, *, sep, like=None):
    """numbers from a text

    >>> np.fromstring('1, 2, 3', sep=',')
    array([1., 2., 3.])
    """
    kind = np.dtype(dtype)
    fields = string.split(sep) if sep.strip() else string.split()
    values = [int(f) if kind.kind in "iu" else float(f)
              for f in fields if f.strip()]
    return np.array(values if count < 0 else values[:count], dtype=kind)


def save(file, arr, allow_pickle=True, fix_imports=True):
    """refused: xent does not write NumPy's files"""
    refuse("np.save(): files for writing")


def savez(file, *args, **kwds):
    """refused: xent does not write NumPy's files"""
    refuse("np.savez(): files for writing")


def savetxt(fname, X, *args, **kwds):
    """refused: xent does not write tables"""
    refuse("np.savetxt(): files for writing")


def load(file, *args, **kwds):
    """refused: xent does not read NumPy's binary files"""
    refuse("np.load(): files of NumPy's own format")
