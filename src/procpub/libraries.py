"""Libraries that are loaded when they are needed, and missed before."""

from importlib.util import find_spec


def require(*names: str) -> None:
    """Fails like the import of these libraries, without the time that it takes.

    A writer's package calls it when it is loaded, and loads the libraries when it makes an edition: that may be never,
    if the input turns out to be none, or in another process.

    Raises:
        ModuleNotFoundError: one of them is not installed; it has its name.
    """
    for name in names:
        try:
            there = find_spec(name) is not None
        except ValueError:  # it is None in sys.modules, which forbids its import
            there = False
        if not there:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
