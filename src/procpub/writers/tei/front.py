"""What stands before the text: the title page and the contents, which leads to every piece."""

from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText
from procpub.model.title_page import Kind, Statement, title_page_of
from procpub.tei_profile import UNTITLED
from procpub.writers.tei.dates import add_date
from procpub.writers.tei.xml import Element, add, add_in


def add_title_page(front: Element, metadata: Metadata) -> None:
    """Appends the title page, with the statements that all editions have on theirs; nothing if it would be empty."""
    statements = title_page_of(metadata)
    if not metadata.titles and len(statements) == 1:
        return  # the one title would be words that stand in for it
    page = add(front, "titlePage")
    titles = add(page, "docTitle")
    imprint: list[tuple[str, Statement]] = []
    for statement in statements:
        match statement.kind:
            case Kind.TITLE:
                _add_lines(titles, "titlePart", statement.lines, type="main" if metadata.titles else UNTITLED)
            case Kind.SUBTITLE:
                _add_lines(titles, "titlePart", statement.lines, type="sub")
            case Kind.MEETING:
                _add_dated(page, statement, "titlePart", type="meeting")
            case Kind.EDITORS:
                _add_lines(page, "byline", statement.lines)
            case Kind.DATE if statement.date:
                _add_dated(page, statement, "docDate")
            case Kind.DATE:
                imprint.append(("pubPlace", statement))
            case Kind.ORGANISER | Kind.IMPRINT:
                imprint.append(("publisher", statement))
    if imprint:
        element = add(page, "docImprint")
        for name, statement in imprint:
            _add_lines(element, name, statement.lines)


def _add_lines(parent: Element, name: str, lines: tuple[LocalText, ...], /, **attributes: str) -> None:
    for line in lines:
        add_in(parent, name, line.text, line.language, **attributes)


def _add_dated(page: Element, statement: Statement, name: str, /, **attributes: str) -> None:
    """Appends the lines under this name, but for the last if that tells a date."""
    if not (statement.date and statement.lines):
        _add_lines(page, name, statement.lines, **attributes)
        return
    *names, last = statement.lines
    _add_lines(page, name, tuple(names), **attributes)
    add_date(page, "docDate", statement.date, last.text)


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
