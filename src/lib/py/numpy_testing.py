# SPDX-License-Identifier: GPL-3.0-or-later
# numpy.testing: checks whose AssertionErrors say what differs, in NumPy's
# words.
import numpy as np


def _described(x, y, err_msg, header, names, verbose=True, precision=8):
    """Both values under a heading."""
    lines = ["\n" + header]
    if err_msg:
        text = str(err_msg)
        if "\n" not in text and len(text) < 79 - len(header):
            lines = [lines[0] + " " + text]
        else:
            lines.append(text)
    if verbose:
        for name, a in zip(names, (x, y)):
            if isinstance(a, np.ndarray):
                before = np.get_printoptions()
                with np.printoptions(precision=precision,
                                     linewidth=before["linewidth"]):
                    r = np.array_repr(a)
            else:
                r = repr(a)
            rows = r.split("\n")
            if len(rows) > 3:
                r = "\n".join(rows[:3]) + "..."
            lines.append(f" {name}: {r}")
    return "\n".join(lines)


_names = ("x", "y")
_values = ("ACTUAL", "DESIRED")


def _where(x, y, test, hole, err_msg, header, precision):
    """Fails where one has nan (or inf) and the other has not; else which."""
    a, b = test(x), test(y)
    if np.all(a == b):
        return a
    raise AssertionError(_described(
        x, y, err_msg + f"\nx and y {hole} location mismatch:", header,
        _names, precision=precision))


def _compare(comparison, x, y, err_msg="", verbose=True, header="",
             precision=6, equal_nan=True, equal_inf=True):
    x, y = np.asarray(x), np.asarray(y)
    old_x, old_y = x, y
    if not (x.shape == () or y.shape == ()) and x.shape != y.shape:
        raise AssertionError(_described(
            x, y, err_msg + f"\n(shapes {x.shape}, {y.shape} mismatch)",
            header, _names, verbose, precision))
    flagged = np.bool_(False)
    if equal_nan:
        flagged = _where(x, y, np.isnan, "nan", err_msg, header, precision)
    if equal_inf:
        flagged = flagged | _where(x, y, lambda v: v == np.inf, "+inf",
                                   err_msg, header, precision)
        flagged = flagged | _where(x, y, lambda v: v == -np.inf, "-inf",
                                   err_msg, header, precision)
    if np.ndim(flagged) > 0:
        x, y = _kept(x, ~flagged), _kept(y, ~flagged)
        if x.size == 0:
            return
    elif flagged:
        return
    good = comparison(x, y)
    if np.all(good):
        return
    raise AssertionError(_described(
        old_x, old_y, err_msg + "\n" + "\n".join(_remarks(x, y, good)), header,
        _names, verbose, precision))


def _kept(x, keep):
    return x[keep] if x.ndim else x


def _remarks(x, y, good):
    """How many differ, and how much at most."""
    count = int(np.sum(~np.asarray(good)))
    total = int(np.asarray(good).size)
    share = 100 * count / total
    out = [f"Mismatched elements: {count} / {total} ({share:.3g}%)"]
    error = abs(x - y) if x.dtype != bool and y.dtype != bool else (
        abs(x.astype(int) - y.astype(int)))
    size = abs(y.astype(int) if y.dtype == bool else y)
    most = np.max(error)
    if x.dtype == bool and y.dtype == bool:
        return out
    out.append(f"Max absolute difference: {_number(most)}")
    solid = np.broadcast_to(size != 0, np.shape(error))
    if not np.any(solid):
        out.append("Max relative difference: inf")
    elif np.ndim(error):
        wide = np.broadcast_to(size, np.shape(error))
        relative = np.max(error[solid] / wide[solid])
        out.append(f"Max relative difference: {_number(relative)}")
    else:
        out.append(f"Max relative difference: {_number(error / size)}")
    return out


def _number(x):
    """A number as an array of one writes it."""
    if np.asarray(x).dtype.kind != "f":
        return str(x)
    return np.array2string(np.asarray(x))


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True,
                    err_msg="", verbose=True):
    """fails unless |actual - desired| <= atol + rtol |desired| everywhere

    >>> np.testing.assert_allclose([1, 2], [1, 2 + 1e-9])
    """
    def close(x, y):
        return np.isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    _compare(close, np.asarray(actual), np.asarray(desired),
             err_msg=str(err_msg), verbose=verbose, equal_nan=equal_nan,
             header=f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}")


def assert_array_equal(x, y, err_msg="", verbose=True, *, strict=False):
    """fails unless all elements are equal

    >>> np.testing.assert_array_equal([1, 2], [1, 2])
    """
    _compare(lambda a, b: a == b, x, y, err_msg=err_msg, verbose=verbose,
             header="Arrays are not equal")


def assert_array_almost_equal(x, y, decimal=6, err_msg="", verbose=True):
    """fails unless all elements agree to so many decimals

    >>> np.testing.assert_array_almost_equal([1.0], [1.0 + 1e-8])
    """
    def close(a, b):
        return abs(a - b) < 1.5 * 10.0 ** -decimal

    _compare(close, x, y, err_msg=err_msg, verbose=verbose,
             header=f"Arrays are not almost equal to {decimal} decimals",
             precision=decimal)


def assert_array_less(x, y, err_msg="", verbose=True):
    """fails unless every x is less than its y

    >>> np.testing.assert_array_less([1, 2], [2, 3])
    """
    _compare(lambda a, b: a < b, x, y, err_msg=err_msg, verbose=verbose,
             header="Arrays are not less-ordered", equal_inf=False)


def assert_equal(actual, desired, err_msg="", verbose=True):
    """fails unless the two are equal: numbers, lists, dicts, arrays

    >>> np.testing.assert_equal([1, 2], [1, 2])
    """
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k in desired:
            if k not in actual:
                raise AssertionError(repr(k))
            assert_equal(actual[k], desired[k], f"key={k!r}\n{err_msg}",
                         verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual,
                                                         (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for k in range(len(desired)):
            assert_equal(actual[k], desired[k], f"item={k!r}\n{err_msg}",
                         verbose)
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        assert_array_equal(actual, desired, err_msg, verbose)
        return
    both_nan = actual != actual and desired != desired
    if not both_nan and not (desired == actual):
        raise AssertionError(_described(actual, desired, err_msg,
                                        "Items are not equal:", _values,
                                        verbose))


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """fails unless the two agree to so many decimals

    >>> np.testing.assert_almost_equal(2.3333333333333, 2.33333334)
    """
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(
            desired, (np.ndarray, tuple, list)):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
        return
    header = f"Arrays are not almost equal to {decimal} decimals"
    if not (np.isfinite(desired) and np.isfinite(actual)):
        same = actual == desired or (actual != actual and desired != desired)
        if not same:
            raise AssertionError(_described(actual, desired, err_msg, header,
                                            _values, verbose))
        return
    if abs(desired - actual) >= 1.5 * 10.0 ** -decimal:
        raise AssertionError(_described(actual, desired, err_msg, header,
                                        _values, verbose))


def assert_raises(exception_class, callable=None, *args, **kwargs):
    """fails unless the call raises this exception

    >>> np.testing.assert_raises(ValueError, int, 'x')
    """
    if callable is None:
        return _Raises(exception_class)
    with _Raises(exception_class, f" by {callable.__name__}"):
        callable(*args, **kwargs)


class _Raises:
    def __init__(self, wanted, by=""):
        self.wanted = wanted
        self.by = by

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            raise AssertionError(f"{self.wanted.__name__} not raised{self.by}")
        return issubclass(kind, self.wanted)


def assert_(val, msg=""):
    """fails unless it is true

    >>> np.testing.assert_(1 < 2)
    """
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)
