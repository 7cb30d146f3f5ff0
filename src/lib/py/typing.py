# SPDX-License-Identifier: GPL-3.0-or-later
# Names for annotations: they say something to the reader and do nothing.


class _Form:
    """a name for annotations"""

    def __init__(self, name):
        self._name = name

    def __getitem__(self, parts):
        items = parts if isinstance(parts, tuple) else (parts,)
        return _Form(f"{self._name}[{', '.join(_shown(p) for p in items)}]")

    def __call__(self, *args):
        raise TypeError(f"Type {self._name} cannot be instantiated")

    def __repr__(self):
        return "typing." + self._name


def _shown(part):
    if isinstance(part, type):
        return part.__name__
    if part is None:
        return "NoneType"
    if isinstance(part, list):
        return f"[{', '.join(_shown(p) for p in part)}]"
    return "..." if part is ... else repr(part)


Any = _Form("Any")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Dict = _Form("Dict")
Final = _Form("Final")
Generator = _Form("Generator")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
List = _Form("List")
Literal = _Form("Literal")
Mapping = _Form("Mapping")
NoReturn = _Form("NoReturn")
Optional = _Form("Optional")
Sequence = _Form("Sequence")
Set = _Form("Set")
Tuple = _Form("Tuple")
Type = _Form("Type")
Union = _Form("Union")
TYPE_CHECKING = False


class TypeVar:
    """a name for any type, in annotations"""
    __module__ = "typing"

    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return "~" + self.__name__


def cast(typ, val):
    """val itself

    >>> typing.cast(int, "3")
    '3'
    """
    return val
