# SPDX-License-Identifier: GPL-3.0-or-later
# sklearn's sample data; the draws are made by data/generate.c.
import numpy as np
from _xent import blobs, circles, classification, is_integral, is_real, moons
import sklearn_check as check


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """two half circles that reach into each other

    >>> X, y = sklearn.datasets.make_moons(4, shuffle=False); X[0]
    array([1., 0.])
    """
    outer, inner = _halves(n_samples)
    X, y = moons(check.stream(random_state), outer, inner, shuffle, noise)
    return _as_made(X, shuffle), y


def make_circles(n_samples=100, *, shuffle=True, noise=None,
                 random_state=None, factor=0.8):
    """a small circle inside a large one

    >>> X, y = sklearn.datasets.make_circles(4, shuffle=False); X[2]
    array([0.8, 0. ])
    """
    if factor >= 1 or factor < 0:
        raise ValueError("'factor' has to be between 0 and 1.")
    outer, inner = _halves(n_samples)
    X, y = circles(check.stream(random_state), outer, inner, shuffle, noise,
                   factor)
    return _as_made(X, shuffle), y


def _halves(n_samples):
    # how many points the outer and the inner curve get
    if is_integral(n_samples):
        return n_samples // 2, n_samples - n_samples // 2
    try:
        outer, inner = n_samples
    except ValueError:
        raise ValueError("`n_samples` can be either an int or a two-element "
                         "tuple.")
    return outer, inner


def _as_made(X, shuffle):
    # sklearn's curves have their columns in one piece until they are shuffled
    return X if shuffle else X.T.copy().T


def make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0,
               center_box=(-10.0, 10.0), shuffle=True, random_state=None,
               return_centers=False):
    """clouds of points around centres

    >>> X, y = sklearn.datasets.make_blobs(5, random_state=0); y
    array([2, 0, 0, 1, 1])
    """
    generator = check.check_random_state(random_state)
    total = is_integral(n_samples)
    given = 3 if total else len(n_samples)
    if centers is None or total and is_integral(centers):
        centers = generator.uniform(
            center_box[0], center_box[1],
            size=(given if centers is None else centers, n_features))
    else:
        if not total:
            _same_length(n_samples, centers)
        centers = check.check_array(centers)
    n = len(centers)
    if check.has_length(cluster_std) and len(cluster_std) != n:
        raise ValueError(
            "Length of `clusters_std` not consistent with number of centers. "
            "Got centers = %s and cluster_std = %s" % (centers, cluster_std))
    std = [cluster_std] * n if is_real(cluster_std) else cluster_std
    X, y = blobs(None if generator is np.random else generator,
                 _shares(n_samples, n) if total else n_samples, centers, std,
                 shuffle)
    return (X, y, centers) if return_centers else (X, y)


def _same_length(n_samples, centers):
    if not check.has_length(centers):
        raise ValueError("Parameter `centers` must be array-like. Got %r "
                         "instead" % (centers,))
    if len(centers) != len(n_samples):
        raise ValueError(
            "Length of `n_samples` not consistent with number of centers. Got "
            "n_samples = %s and centers = %s" % (n_samples, centers))


def _shares(n_samples, n):
    # the first ones get what is left over
    return [int(n_samples // n) + (i < n_samples % n) for i in range(n)]


def make_classification(n_samples=100, n_features=20, *, n_informative=2,
                        n_redundant=2, n_repeated=0, n_classes=2,
                        n_clusters_per_class=2, weights=None, flip_y=0.01,
                        class_sep=1.0, hypercube=True, shift=0.0, scale=1.0,
                        shuffle=True, random_state=None):
    """clusters around the corners of a cube, with more columns made of them

    >>> X, y = sklearn.datasets.make_classification(6, random_state=0); y
    array([0, 1, 0, 0, 1, 1])
    """
    X, y = classification(
        check.stream(random_state), n_samples, n_features, n_informative,
        n_redundant, n_repeated, n_classes, n_clusters_per_class, weights,
        flip_y, class_sep, hypercube, shift, scale, shuffle)
    return X, y
