"""Names of files in the edition, of which no two may be the same, nor differ in nothing but case."""


def unused(stem: str, suffix: str, taken: set[str]) -> str:
    """The stem with the suffix, and with a number between them if a file is called so already.

    `taken` holds the names in lower case, this one too from now on.
    """
    name, copy = f"{stem}{suffix}", 1
    while name.lower() in taken:
        copy += 1
        name = f"{stem}_{copy}{suffix}"
    taken.add(name.lower())
    return name
