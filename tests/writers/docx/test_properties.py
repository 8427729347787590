"""The document's properties, which come from the document and not from the clock."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx

from procpub.diagnostics import Report
from procpub.model.contents import contents_of
from procpub.model.metadata import Identifier, Source
from procpub.model.proceedings import Proceedings
from procpub.writers.docx import WRITER
from tests.documents import every_node
from tests.writers.docx.package import STYLE, Package, write


def custom(document: Proceedings) -> dict[str | None, str]:
    root = write(document).parts["docProps/custom.xml"]
    numbers = [int(entry.get("pid", "")) for entry in root]
    assert numbers == list(range(2, len(root) + 2))
    return {entry.get("name"): entry[0].text or "" for entry in root}


def test_core_properties_come_from_the_document() -> None:
    data = WRITER.write(every_node(), contents_of(every_node()), STYLE, Report()).data
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == ("Every Node & More", "Eva Editor", "en")
    assert properties.created == properties.modified == datetime(2021, 5, 1, tzinfo=UTC)
    assert Package(data).dates == {(2021, 5, 1, 0, 0, 0)}


def test_identifiers_and_licence_are_custom_properties_none_twice() -> None:
    document = every_node()
    two = tuple(Identifier(scheme="isbn", value=value) for value in ("978-3-16-148410-0", "978-0-306-40615-7"))
    said = custom(replace(document, metadata=replace(document.metadata, identifiers=two)))
    assert said["ISBN"] == "978-3-16-148410-0" and said["ISBN 2"] == "978-0-306-40615-7"
    assert said["Licence address"].startswith("https://creativecommons.org/")


def test_the_file_that_it_came_from_is_named_with_its_checksum() -> None:
    document = every_node()
    source = Source(name="minutes.txt", encoding="utf-8", sha256="0" * 64, lines=9)
    said = custom(replace(document, provenance=replace(document.provenance, source=source)))
    assert (said["Source"], said["Source SHA-256"]) == ("minutes.txt", "0" * 64)


def test_a_document_that_nothing_is_known_of_has_no_custom_properties() -> None:
    assert "docProps/custom.xml" not in write(Proceedings()).names


def test_who_is_behind_the_volume_is_its_company() -> None:
    extended = write(every_node()).parts["docProps/app.xml"]
    assert {element.tag.rpartition("}")[2]: element.text for element in extended}["Company"] == "Test Press"
