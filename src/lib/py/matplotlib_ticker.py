# SPDX-License-Identifier: GPL-3.0-or-later
# matplotlib.ticker: what scripts give to set_major_locator(); formatters are
# taken and left out with a note.


class Locator:
    """a rule for the places of ticks"""
    __module__ = "matplotlib.ticker"

    def __init__(self, *args, **named):
        self.given = args


class Formatter:
    """a rule for the texts of ticks"""
    __module__ = "matplotlib.ticker"

    def __init__(self, *args, **named):
        self.given = args


class MaxNLocator(Locator):
    """round numbers; with integer=True only whole ones"""
    __module__ = "matplotlib.ticker"

    def __init__(self, nbins=None, integer=False, **named):
        super().__init__(nbins)
        self.integer = integer


class MultipleLocator(Locator):
    """multiples of a number"""
    __module__ = "matplotlib.ticker"

    def __init__(self, base=1.0):
        super().__init__(base)
        self.step = float(base)


class FuncFormatter(Formatter):
    """texts by a function"""
    __module__ = "matplotlib.ticker"


class FormatStrFormatter(Formatter):
    """texts by a format such as '%.2f'"""
    __module__ = "matplotlib.ticker"


class PercentFormatter(Formatter):
    """texts with a percent sign"""
    __module__ = "matplotlib.ticker"


class ScalarFormatter(Formatter):
    """numbers as they are"""
    __module__ = "matplotlib.ticker"
