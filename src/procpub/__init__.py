"""procpub turns the proceedings of a conference, as they really come, into editions that agree with each other.

Three functions are the whole library: `read` makes the one normalized document of a file, `render` one edition of a
document, `convert` all editions of a file, on disk. They are loaded on first use: `import procpub`
costs nothing.
"""

TYPE_CHECKING = False  # as type checkers know it; `typing` itself would be most of what `import procpub` costs
if TYPE_CHECKING:
    from procpub.conversion import convert, read, render

__version__ = "0.1.0"
__all__ = ["__version__", "convert", "read", "render"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'procpub' has no attribute {name!r}")
    from procpub import conversion

    return getattr(conversion, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
