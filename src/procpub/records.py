"""Frozen dataclasses that cost little to define: `dataclass` here is the standard library's to those who use it and to
type checkers, but makes the methods of a class when they are needed.

The standard library writes and compiles six methods for each frozen class when it is defined: half a millisecond.
procpub has more than a hundred such classes, and one run makes values of half of them, so that was a tenth of its time.
Here, five of the methods are the same functions for all classes, and `__init__` is compiled with the first value.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass

    __all__ = ["dataclass"]
else:

    def dataclass(cls=None, /, *, frozen, slots=False, kw_only=False):
        """A frozen dataclass; the arguments are those of `dataclasses.dataclass`, as far as it takes them."""
        if not frozen:
            raise TypeError("this is for frozen dataclasses; others are made with dataclasses.dataclass")

        def made(cls):
            plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            for name, method in _METHODS.items():
                if name not in cls.__dict__:
                    setattr(plain, name, method)
            plain.__init__ = _first_init(plain)
            return plain

        return made if cls is None else made(cls)


def _first_init(cls: type[Any]) -> Callable[..., None]:
    """Stands for the class's `__init__` until it is called, and then puts the compiled one in its own place."""

    def __init__(self: object, *args: object, **values: object) -> None:  # noqa: N807
        compiled = _compiled_init(cls)
        type.__setattr__(cls, "__init__", compiled)
        compiled(self, *args, **values)

    return __init__


def _compiled_init(cls: type[Any]) -> Callable[..., None]:
    names: dict[str, object] = {"set": object.__setattr__, "MISSING": dataclasses.MISSING}
    positional, keywords, body = ["self"], list[str](), list[str]()
    for field in dataclasses.fields(cls):
        name, default, value = field.name, "", field.name
        if field.default is not dataclasses.MISSING:
            names[f"default_{name}"], default = field.default, f"=default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            names[f"make_{name}"], default = field.default_factory, "=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        (keywords if field.kw_only else positional).append(name + default)
        body.append(f"    set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("    self.__post_init__()")
    parameters = ", ".join([*positional, *(["*", *keywords] if keywords else [])])
    exec(f"def __init__({parameters}):\n" + "\n".join(body or ["    pass"]), names)  # noqa: S102 - as dataclasses do
    compiled: Any = names["__init__"]
    compiled.__qualname__ = f"{cls.__qualname__}.__init__"
    return compiled  # type: ignore[no-any-return]


_GETTERS: dict[type[object], Callable[[object], object]] = {}


def _compared(cls: type[Any]) -> Callable[[object], object]:
    """What gives the values by which two of the class are told apart."""
    if cls not in _GETTERS:
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        _GETTERS[cls] = attrgetter(*names) if names else lambda value: ()
    return _GETTERS[cls]


def _eq(self: object, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = _compared(self.__class__)
    return values(self) == values(other)


def _hash(self: object) -> int:
    return hash(_compared(self.__class__)(self))


def _repr(self: Any) -> str:
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(values)})"


def _setattr(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[Callable[..., object], tuple[object, ...]]:
    """For `copy` and `pickle`, which would set the fields one by one."""
    return _remade, (self.__class__, {field.name: getattr(self, field.name) for field in dataclasses.fields(self)})


def _remade(cls: type[Any], values: dict[str, object]) -> object:
    return cls(**values)


_METHODS = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__reduce__": _reduce,
}
