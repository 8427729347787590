"""Faults in XML and in the parts of archives: words replaced, elements moved. Each changes one thing or raises."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree

from tests.verify.faults.case import Fault

Surgery = Callable[[etree._Element], None]
"""Does something to an XML document."""

TextFault = Callable[[str], str]


def replaced(old: str, new: str, behind: str = "") -> TextFault:
    """Replaces what stands in a text exactly once: behind the first mention of some words, if they are given."""

    def fault(text: str) -> str:
        begin = text.index(behind) + len(behind) if behind else 0
        count = text.count(old, begin)
        assert count == 1 or (behind and count), f"{old!r} stands there {count} times"
        return text[:begin] + text[begin:].replace(old, new, 1)

    return fault


def edited(surgery: Surgery) -> TextFault:
    """Does something to a document as a tree."""

    def fault(text: str) -> str:
        root = etree.fromstring(text.encode())
        surgery(root)
        return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True).decode()

    return fault


def in_file(fault: TextFault) -> Fault:
    """The fault, done to an edition that is one XML file."""
    return lambda data: fault(data.decode()).encode()


def in_part(name: str, *faults: TextFault) -> Fault:
    """Faults done to a part of an archive."""

    def fault(data: bytes) -> bytes:
        text = part(data, name)
        for each in faults:
            changed = each(text)
            assert changed != text, f"nothing changes in {name}"
            text = changed
        return with_part(data, name, text)

    return fault


def in_parts(*faults: Fault) -> Fault:
    """Several faults in one edition that only together are one, such as words moved from one part to another."""

    def fault(data: bytes) -> bytes:
        for each in faults:
            data = each(data)
        return data

    return fault


def part(data: bytes, name: str) -> str:
    """The text of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def parts(data: bytes, suffix: str) -> list[tuple[str, str]]:
    """The names and texts of the parts with a suffix."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name).decode()) for name in archive.namelist() if name.endswith(suffix)]


def with_part(data: bytes, name: str, text: str) -> bytes:
    """The archive with another text in a part; all else stays, in the same order."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as copy:
        for info in archive.infolist():
            copy.writestr(info, text.encode() if info.filename == name else archive.read(info))
    return out.getvalue()


def line_of(text: str, words: str) -> int:
    """The line that words stand in, which stand there once."""
    assert text.count(words) == 1, f"{words!r} stands there {text.count(words)} times"
    return text[: text.index(words)].count("\n") + 1


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def only(root: etree._Element, tag: str, begins: str) -> etree._Element:
    """The one element of a name whose text begins with words."""
    found = [each for each in root.iter(tag) if text_of(each).strip().startswith(begins)]
    assert len(found) == 1, f"{len(found)} elements {tag} begin with {begins!r}"
    return found[0]


def drop(element: etree._Element) -> None:
    """Takes an element away; the text behind it stays."""
    parent = element.getparent()
    assert parent is not None
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def exchange(one: etree._Element, other: etree._Element) -> None:
    """Puts each of two elements where the other stands; the text behind them stays where it is."""
    ours, theirs = one.getparent(), other.getparent()
    assert ours is not None
    assert theirs is not None
    here, there = ours.index(one), theirs.index(other)
    one.tail, other.tail = other.tail, one.tail
    mark = etree.Element("mark")
    ours[here] = mark
    theirs[there] = one
    ours[ours.index(mark)] = other
