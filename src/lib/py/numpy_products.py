# SPDX-License-Identifier: GPL-3.0-or-later
# Products of vectors, matrices and more: cross, tensordot, einsum, trace.
import numpy as np
from _xent import refuse
from numpy_common import axis_of


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    """the vector that stands upright on a and b

    >>> np.cross([1, 0, 0], [0, 1, 0])
    array([0, 0, 1])
    """
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = np.asarray(a), np.asarray(b)
    a = np.moveaxis(a, axis_of(axisa, a.ndim), -1)
    b = np.moveaxis(b, axis_of(axisb, b.ndim), -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n"
                         "(dimension must be 2 or 3)")
    a0, a1, b0, b1 = a[..., 0], a[..., 1], b[..., 0], b[..., 1]
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return np.asarray(np.multiply(a0, b1) - a1 * b0)
    zero = a0 * b0 * 0
    a2 = a[..., 2] if a.shape[-1] == 3 else zero
    b2 = b[..., 2] if b.shape[-1] == 3 else zero
    parts = np.broadcast_arrays(a1 * b2 - a2 * b1, a2 * b0 - a0 * b2,
                                a0 * b1 - a1 * b0)
    out = np.stack(parts, axis=-1)
    return np.moveaxis(out, -1, axisc)


def tensordot(a, b, axes=2):
    """products summed over some axes of a and of b

    >>> np.tensordot([[1, 2], [3, 4]], [[5, 6], [7, 8]], axes=1)
    array([[19, 22],
           [43, 50]])
    """
    a, b = np.asarray(a), np.asarray(b)
    if np.ndim(axes):
        of_a, of_b = axes
        of_a = list(of_a) if np.ndim(of_a) else [of_a]
        of_b = list(of_b) if np.ndim(of_b) else [of_b]
    else:
        of_a = list(range(-axes, 0))
        of_b = list(range(axes))
    equal = len(of_a) == len(of_b)
    if equal:
        for i, j in zip(of_a, of_b):
            equal = equal and a.shape[i] == b.shape[j]
    if not equal:
        raise ValueError("shape-mismatch for sum")
    of_a = [k % a.ndim for k in of_a]
    of_b = [k % b.ndim for k in of_b]
    free_a = [k for k in range(a.ndim) if k not in of_a]
    free_b = [k for k in range(b.ndim) if k not in of_b]
    n = 1
    for k in of_a:
        n *= a.shape[k]
    rows = [a.shape[k] for k in free_a]
    columns = [b.shape[k] for k in free_b]
    x = np.transpose(a, free_a + of_a).reshape(-1 if a.size else 0, n)
    y = np.transpose(b, of_b + free_b).reshape(n, -1 if b.size else 0)
    return np.dot(x, y).reshape(rows + columns)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """the sum of the diagonal

    >>> np.trace([[1, 2], [3, 4]])
    5
    """
    return np.diagonal(a, offset, axis1, axis2).sum(-1, dtype, out)


def _operands(subscripts, arrays):
    """The letters of each operand and of the result."""
    text = subscripts.replace(" ", "")
    if "." in text:
        refuse("'...' in the subscripts of einsum()")
    left = text.split("->")[0]
    terms = left.split(",")
    if "->" in text:
        out = text.split("->")[1]
    else:
        letters = left.replace(",", "")
        out = "".join([c for c in sorted(set(letters))
                       if letters.count(c) == 1])
    if len(terms) > len(arrays):
        raise ValueError("fewer operands provided to einstein sum function "
                         "than specified in the subscripts string")
    if len(terms) < len(arrays):
        raise ValueError("more operands provided to einstein sum function "
                         "than specified in the subscripts string")
    for i, (term, a) in enumerate(zip(terms, arrays)):
        if len(term) > a.ndim:
            raise ValueError(
                "einstein sum subscripts string contains too many subscripts "
                f"for operand {i}")
        if len(term) < a.ndim:
            raise ValueError(
                "operand has more dimensions than subscripts given in "
                "einstein sum, but no '...' ellipsis provided to broadcast "
                "the extra dimensions.")
    for i, c in enumerate(out):
        if c in out[:i]:
            raise ValueError("einstein sum subscripts string includes output "
                             f"subscript '{c}' multiple times")
        if c not in left:
            raise ValueError("einstein sum subscripts string included output "
                             f"subscript '{c}' which never appeared in an "
                             "input")
    return terms, out


def _diagonals(a, term):
    """Letters that stand twice taken as a diagonal."""
    for c in term:
        while term.count(c) > 1:
            i = term.index(c)
            j = term.index(c, i + 1)
            a = np.diagonal(a, 0, i, j)
            term = term.replace(c, "") + c
    return a, term


def einsum(*operands, out=None, dtype=None, order="K", casting="safe",
           optimize=False):
    """sums of products, told by letters for the axes

    >>> np.einsum('ij,jk->ik', [[1, 2], [3, 4]], [[1, 0], [0, 1]])
    array([[1, 2],
           [3, 4]])
    """
    if not operands or not isinstance(operands[0], str):
        refuse("einsum() without a text of subscripts")
    arrays = [np.asarray(a, dtype=dtype) for a in operands[1:]]
    terms, result = _operands(operands[0], arrays)
    letters, sizes = list(result), {}
    for term, a in zip(terms, arrays):
        for c, n in zip(term, a.shape):
            if sizes.get(c, 1) not in (1, n) and n != 1:
                raise ValueError(
                    "operands could not be broadcast together with remapped "
                    "shapes [original->remapped]: " +
                    _remapped(terms, arrays, result))
            sizes[c] = max(n, sizes.get(c, 1))
            if c not in letters:
                letters.append(c)
    product = None
    for term, a in zip(terms, arrays):
        a, term = _diagonals(a, term)
        a = np.transpose(a, [term.index(c) for c in letters if c in term])
        a = a.reshape([sizes[c] if c in term and _full(a, letters, term, c)
                       else 1 for c in letters])
        product = a if product is None else product * a
    extra = tuple(range(len(result), len(letters)))
    if extra:
        product = product.sum(axis=extra, dtype=product.dtype)
    else:
        product = product.copy() if len(arrays) == 1 else product
    if out is None:
        return product
    out[...] = product
    return out


def _full(a, letters, term, c):
    """Is the axis of a that is called c longer than 1?"""
    return a.shape[[d for d in letters if d in term].index(c)] > 1


def _remapped(terms, arrays, result):
    letters = list(result)
    for term in terms:
        letters += [c for c in term if c not in letters]
    parts = []
    for term, a in zip(terms, arrays):
        old = ",".join([str(n) for n in a.shape])
        new = ",".join([str(a.shape[term.index(c)]) if c in term else "newaxis"
                        for c in letters])
        while new.startswith("newaxis,"):
            new = new[len("newaxis,"):]
        parts.append(f"({old})->({new}) ")
    return "".join(parts)
