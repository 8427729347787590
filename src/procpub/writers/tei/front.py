"""What stands before the text: the title page and the contents, which leads to every piece."""

from procpub.model.contents import Contents
from procpub.model.metadata import Date, Metadata
from procpub.writers.tei.xml import Element, add, add_in


def add_title_page(front: Element, metadata: Metadata) -> None:
    """Appends the title page, each line once and in printed order; nothing if it would be empty."""
    if not (metadata.titles or metadata.subtitles or metadata.date or metadata.organisers):
        return
    page = add(front, "titlePage")
    if metadata.titles or metadata.subtitles:
        title = add(page, "docTitle")
        for kind, names in (("main", metadata.titles), ("sub", metadata.subtitles)):
            for name in names:
                add_in(title, "titlePart", name.text, name.language, type=kind)
    if metadata.date:
        add(page, "docDate", metadata.date.text, **dating(metadata.date))
    if metadata.organisers:
        imprint = add(page, "docImprint")
        for organisation in metadata.organisers:
            for name in organisation.names:
                add_in(imprint, "publisher", name.text, name.language)


def dating(date: Date) -> dict[str, str]:
    """A date's attributes of TEI's class att.datable.w3c."""
    return {"from": date.when, "to": date.until} if date.until else {"when": date.when}


def add_contents(front: Element, contents: Contents) -> None:
    """Appends the contents, lists in lists by level; nothing if there are no entries."""
    if not contents.entries:
        return
    div = add(front, "div", type="contents")
    add(div, "head", contents.heading)
    open_lists: list[tuple[int, Element]] = []
    for entry in contents.entries:
        while open_lists and open_lists[-1][0] > entry.level:
            open_lists.pop()
        if not open_lists:
            open_lists.append((entry.level, add(div, "list")))
        elif open_lists[-1][0] < entry.level:
            open_lists.append((entry.level, add(open_lists[-1][1][-1], "list")))
        add(add(open_lists[-1][1], "item"), "ref", entry.label, target=f"#{entry.id}")
