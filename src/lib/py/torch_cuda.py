# SPDX-License-Identifier: GPL-3.0-or-later
# torch.cuda on a machine without one.


def device_count():
    """0: xent computes on the CPU"""
    return 0


def manual_seed(seed):
    """nothing: there is no stream on a graphics card"""


def manual_seed_all(seed):
    """nothing: there is no stream on a graphics card"""


def empty_cache():
    """nothing: there is no memory on a graphics card"""


def synchronize(device=None):
    """nothing: nothing computes beside the CPU"""
