# SPDX-License-Identifier: GPL-3.0-or-later
# torch.einsum by permutations and one product.
import torch


def _terms(equation, operands):
    """letters of each operand and of the result, "..." as capitals"""
    text = equation.replace(" ", "")
    left, arrow, right = text.partition("->")
    inputs = left.split(",")
    if len(inputs) != len(operands):
        raise RuntimeError(
            "einsum(): fewer operands were provided than specified in the "
            "equation" if len(inputs) > len(operands) else
            "einsum(): more operands were provided than specified in the "
            "equation")
    dots = max([0] + [x.dim() - len(t.replace("...", ""))
                      for t, x in zip(inputs, operands) if "..." in t])
    capitals = "ABCDEFGHIJ"[:dots]
    filled = []
    for term, x in zip(inputs, operands):
        own = x.dim() - len(term.replace("...", ""))
        term = term.replace("...", capitals[dots - own:])
        if len(term) != x.dim():
            raise RuntimeError(
                "einsum(): the number of subscripts in the equation "
                f"({len(term)}) does not match the number of dimensions "
                f"({x.dim()}) for operand {len(filled)} and no ellipsis was "
                "given")
        filled.append(term)
    if not arrow:
        every = "".join(filled)
        right = capitals + "".join(sorted(
            c for c in set(every) if every.count(c) == 1 and c.islower()))
    return filled, right.replace("...", capitals)


def _distinct(x, term):
    """takes the diagonal of letters that an operand repeats"""
    for c in term:
        while term.count(c) > 1:
            i = term.index(c)
            j = term.index(c, i + 1)
            x = torch.diagonal(x, 0, i, j)
            term = term[:i] + term[i + 1:j] + term[j + 1:] + c
    return x, term


def _arranged(x, term, order):
    """x with its letters in this order, length 1 for those it lacks"""
    x = x.permute([term.index(c) for c in order if c in term])
    for i, c in enumerate(order):
        if c not in term:
            x = x.unsqueeze(i)
    return x


def _product(x, a, y, b, keep):
    """two operands become one; letters in neither `keep` are summed"""
    both = [c for c in a if c in b]
    summed = [c for c in both if c not in keep]
    batch = [c for c in both if c in keep]
    x, a = _sum_out(x, a, [c for c in a if c not in b and c not in keep])
    y, b = _sum_out(y, b, [c for c in b if c not in a and c not in keep])
    own_a = [c for c in a if c not in both]
    own_b = [c for c in b if c not in both]
    size = {}
    for term, t in ((a, x), (b, y)):
        for c, n in zip(term, t.shape):
            if size.get(c, 1) == 1:
                size[c] = n
            elif n not in (1, size[c]):
                raise RuntimeError(
                    f"einsum(): subscript {c} has size {n} for operand 1 which "
                    f"does not broadcast with previously seen size {size[c]}")
    left = _arranged(x, a, batch + own_a + summed)
    left = left.expand([size[c] for c in batch + own_a + summed])
    right = _arranged(y, b, batch + summed + own_b)
    right = right.expand([size[c] for c in batch + summed + own_b])

    def count(letters):
        n = 1
        for c in letters:
            n *= size[c]
        return n
    out = torch.bmm(
        left.reshape(count(batch), count(own_a), count(summed)),
        right.reshape(count(batch), count(summed), count(own_b)))
    term = "".join(batch + own_a + own_b)
    return out.reshape([size[c] for c in term]), term


def _sum_out(x, term, letters):
    if not letters:
        return x, term
    x = x.sum([term.index(c) for c in letters])
    return x, "".join(c for c in term if c not in letters)


def einsum(equation, *operands):
    """products and sums that an equation of letters names
    >>> torch.einsum("ij,j->i", torch.ones(2, 3), torch.arange(3.))
    tensor([3., 3.])
    """
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        operands = operands[0]
    terms, result = _terms(equation, operands)
    for c in result:
        if all(c not in t for t in terms):
            raise RuntimeError(f"einsum(): output subscript {c} does not "
                               "appear in the equation for any input operand")
    x, term = _distinct(operands[0], terms[0])
    for k in range(1, len(operands)):
        y, other = _distinct(operands[k], terms[k])
        keep = set(result + "".join(terms[k + 1:]))
        x, term = _product(x, term, y, other, keep)
    x, term = _sum_out(x, term, [c for c in term if c not in result])
    return x.permute([term.index(c) for c in result])
