# SPDX-License-Identifier: GPL-3.0-or-later
"""torch.save and torch.load: files of values, in a format of xent's own."""
from _xent import read_state as _read_state
from _xent import refuse as _refuse
from _xent import write_state as _write_state


def save(obj, f, pickle_module=None, pickle_protocol=2,
         _use_new_zipfile_serialization=True):
    """writes tensors, numbers, texts, lists and dicts of them into a file"""
    if hasattr(obj, "state_dict"):
        _refuse(f"torch.save() of a whole {type(obj).__name__}; save its "
                "state_dict()")
    _write_state(obj, f)


def load(f, map_location=None, pickle_module=None, weights_only=False):
    """reads what torch.save wrote into a file"""
    return _read_state(f)
