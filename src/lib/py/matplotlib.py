# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib: its settings; what draws is in matplotlib.pyplot.
from matplotlib_common import rcParams

__version__ = "3.6.3"


def use(backend, *, force=True):
    """with "Agg" plt.show() draws nothing; others change nothing"""
    rcParams["backend"] = str(backend).lower()


def get_backend():
    """what was said by use()"""
    return rcParams.get("backend", "agg")


def rc(group, **named):
    """settings: rc("figure", figsize=(8, 4))"""
    for name in named:
        rcParams[f"{group}.{name}"] = named[name]


def interactive(b):
    """figures are shown by plt.show()"""
