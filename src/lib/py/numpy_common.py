# SPDX-License-Identifier: GPL-3.0-or-later
# What the files of numpy share: axes, and results that go to `out`.
import numpy as np


def axis_of(axis, ndim, name=""):
    """The axis counted from the front, or NumPy's error."""
    if not -ndim <= axis < ndim:
        raise np.AxisError(f"{name}axis {axis} is out of bounds for array of "
                           f"dimension {ndim}")
    return axis % ndim


def axes_of(axis, ndim, name="axis"):
    """Several axes as a tuple, each once."""
    several = axis if isinstance(axis, (tuple, list)) else (axis,)
    prefix = "" if name == "axis" else name + ": "
    out = tuple(axis_of(int(a), ndim, prefix) for a in several)
    if len(set(out)) != len(out):
        raise ValueError(f"repeated axis in `{name}` argument")
    return out


def along(ndim, axis, part):
    """An index that takes a part of one axis."""
    return (slice(None),) * axis + (part,)


def delivered(result, out):
    """The result, in the array `out` if one was given."""
    if out is None:
        return result
    out[...] = result
    return out
