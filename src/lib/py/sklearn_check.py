# SPDX-License-Identifier: GPL-3.0-or-later
# What sklearn's functions ask of their arguments, and how they pick rows.
import numpy as np
from _xent import is_integral, is_real


def check_random_state(seed):
    """a RandomState for None (NumPy's own stream), a whole number, or itself

    >>> sklearn.utils.check_random_state(0).rand()
    0.5488135039273248
    """
    if seed is None or seed is np.random:
        return np.random
    if is_integral(seed):
        return np.random.RandomState(seed)
    if isinstance(seed, np.random.RandomState):
        return seed
    raise ValueError("%r cannot be used to seed a numpy.random.RandomState "
                     "instance" % (seed,))


def stream(random_state):
    # what the functions of _xent take
    generator = check_random_state(random_state)
    return None if generator is np.random else generator


def num_samples(x):
    message = "Expected sequence or array-like, got %s" % type(x)
    if hasattr(x, "fit") and callable(x.fit):
        raise TypeError(message)
    if hasattr(x, "shape"):
        if len(x.shape) == 0:
            raise TypeError("Singleton array %r cannot be considered a valid "
                            "collection." % (x,))
        return x.shape[0]
    try:
        return len(x)
    except TypeError:
        raise TypeError(message)


def check_consistent_length(*arrays):
    """raises a ValueError unless all have the same number of rows"""
    lengths = [num_samples(x) for x in arrays if x is not None]
    if len(set(lengths)) > 1:
        raise ValueError("Found input variables with inconsistent numbers of "
                         "samples: %r" % (lengths,))


def indexable(*arrays):
    # The same arrays, when they have the same number of rows.
    made = [np.array(x) if is_real(x) and not hasattr(x, "shape") else x
            for x in arrays]
    check_consistent_length(*made)
    return made


def has_length(x):
    try:
        return len(x) >= 0
    except TypeError:
        return False


def take_rows(x, rows):
    # An array of the same kind for an array, a list for any other sequence.
    if hasattr(x, "shape"):
        return x[rows]
    return [x[i] for i in rows.tolist()]


def check_array(x):
    # A matrix of finite numbers; one that is an array already stays itself.
    x = np.asarray(x)
    if x.ndim != 2:
        raise wrong_shape(x)
    if not np.all(np.isfinite(x)):
        raise ValueError("Input contains NaN." if np.any(np.isnan(x)) else
                         "Input contains infinity or a value too large for "
                         "dtype('%s')." % x.dtype)
    for side, what in ((0, "sample"), (1, "feature")):
        if x.shape[side] == 0:
            raise ValueError(
                "Found array with 0 %s(s) (shape=%s) while a minimum of 1 is "
                "required." % (what, x.shape))
    return x


def wrong_shape(x):
    if x.ndim > 2:
        return ValueError("Found array with dim %d. None expected <= 2."
                          % x.ndim)
    return ValueError(
        "Expected 2D array, got %s array instead:\narray=%s.\nReshape your "
        "data either using array.reshape(-1, 1) if your data has a single "
        "feature or array.reshape(1, -1) if it contains a single sample."
        % ("1D" if x.ndim else "scalar", x))
