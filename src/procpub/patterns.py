"""Regular expressions that are compiled when they are first used: a run needs some of them, and all take time."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern. Each method is looked up once, and is then the compiled pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)  # which `re` remembers
        setattr(self, name, value)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, to be used like one that `re.compile` made."""
    return cast(re.Pattern[str], _Pattern(source, flags))
