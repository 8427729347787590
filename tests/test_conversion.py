"""The library: read, render, convert."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

import procpub
from procpub import registry
from procpub.conversion import FORMATS
from procpub.diagnostics import Code, Report
from procpub.errors import FaultError, InputError, UsageError
from procpub.interfaces import Edition, PageMap
from procpub.model.codec import encode
from procpub.model.metadata import Metadata
from procpub.model.proceedings import Proceedings
from procpub.recovery import pipeline
from tests.documents import every_node

SPEECH = "A Volume\n\nSome words are said here, and they end with a full stop.\n"


def test_bytes_without_a_name_are_plain_text() -> None:
    report = Report()
    document = procpub.read(SPEECH.encode(), report=report)
    assert document.metadata.title == "A Volume"
    assert Code.ENCODING in {found.code for found in report}


def test_a_volume_without_a_title_is_reported_unless_the_metadata_file_has_one(tmp_path: Path) -> None:
    untitled = b"Contents\n\nFirst Talk ..... 1\nSecond Talk ..... 2\n\nFirst Talk\n\nWords.\n\nSecond Talk\n\nWords.\n"
    titled = tmp_path / "volume.toml"
    titled.write_text('title = "A Volume"\n', encoding="utf-8")
    for metadata, expected in ((None, True), (titled, False)):
        report = Report()
        procpub.read(untitled, metadata=metadata, report=report)
        assert (Code.NO_TITLE in {found.code for found in report}) is expected


def test_the_format_is_told_by_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "volume.JSON"
    path.write_text(encode(every_node()), encoding="utf-8")
    assert procpub.read(path) == procpub.read(str(path)) == every_node()


def test_a_suffix_that_says_nothing_means_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "volume.2020-12"
    path.write_text(SPEECH, encoding="utf-8")
    assert procpub.read(path).metadata.title == "A Volume"


def test_the_language_given_counts_for_every_format() -> None:
    document = procpub.read(encode(every_node()).encode(), format="json", language="zh")
    assert document.metadata.languages == ("zh", "en")


def test_a_document_that_breaks_a_rule_is_bad_input() -> None:
    unsound = replace(every_node(), people=())
    with pytest.raises(InputError, match=r"the input: anna-maier: contributor .* \(and \d+ more\)"):
        procpub.read(encode(unsound).encode(), format="json")
    with pytest.raises(InputError, match="the document is not sound"):
        procpub.render(unsound, "json")


def test_a_document_without_a_language_is_bad_input() -> None:
    with pytest.raises(InputError, match="metadata: no language"):
        procpub.read(encode(replace(every_node(), metadata=Metadata(languages=()))).encode(), format="json")


def test_a_document_without_text_is_bad_input() -> None:
    with pytest.raises(InputError, match="the input: the document holds no text"):
        procpub.read(b'{"format": "procpub-1"}', format="json")


def test_a_newer_documents_version_is_told() -> None:
    with pytest.raises(
        InputError, match="another version of procpub wrote it, as 'procpub-2'; this one reads 'procpub-1'"
    ):
        procpub.read(b'{"format": "procpub-2", "body": []}', format="json")


@pytest.mark.parametrize("moment", ["abc", "-1", "1.5", " 1", "4102444800", "9" * 30, "٣"])
def test_a_source_date_epoch_that_is_no_date_is_refused_before_any_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH is '.*', but must be seconds since 1970"):
        procpub.convert(SPEECH.encode(), to="tei", out=tmp_path)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        procpub.render(every_node(), "pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_recovery_that_breaks_a_rule_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "recover", lambda *arguments, **options: replace(every_node(), people=()))
    with pytest.raises(FaultError, match="contributor"):
        procpub.read(SPEECH.encode())


def test_render_gives_an_edition_in_memory() -> None:
    edition = procpub.render(every_node(), "json")
    assert (edition.format, edition.suffix, edition.media_type) == ("json", ".json", "application/json")
    assert edition.data.decode() == encode(every_node())


def test_render_refuses_a_contents_depth_below_one() -> None:
    with pytest.raises(UsageError, match="contents depth 0"):
        procpub.render(every_node(), "json", contents_depth=0)


def test_convert_tells_what_it_wrote(tmp_path: Path) -> None:
    done = procpub.convert(SPEECH.encode(), to=["json", "tei"], out=tmp_path, name="volume")
    assert [(edition.format, edition.path.name) for edition in done.editions] == [
        ("json", "volume.json"),
        ("tei", "volume.tei.xml"),
    ]
    assert [edition.size for edition in done.editions] == [edition.path.stat().st_size for edition in done.editions]
    assert done.failures == ()
    assert done.proceedings.metadata.title == "A Volume"


def test_one_format_may_be_named_by_itself(tmp_path: Path) -> None:
    assert [edition.format for edition in procpub.convert(SPEECH.encode(), to="tei", out=tmp_path).editions] == ["tei"]


PAGES = PageMap(labels=("i", "1"))


@dataclass
class Spy:
    """A writer that remembers which pages it was told of; the one called "pdf" has pages to tell of."""

    name: str
    told: ClassVar[dict[str, PageMap | None]] = {}

    @property
    def suffix(self) -> str:
        return f".{self.name}"

    def write(self, *arguments: object, pages: PageMap | None = None) -> Edition:
        self.told[self.name] = pages
        own = PAGES if self.name == "pdf" else None
        return Edition(format=self.name, suffix=self.suffix, media_type="text/plain", data=b"", pages=own)


def test_the_print_editions_pages_reach_the_other_writers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "writer", Spy)
    done = procpub.convert(SPEECH.encode(), to=["tei", "pdf"], out=tmp_path)
    assert Spy.told == {"pdf": None, "tei": PAGES}
    assert [(edition.format, edition.pages) for edition in done.editions] == [("tei", None), ("pdf", 2)]


def test_two_formats_never_write_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "writer", lambda name: Spy("same"))
    with pytest.raises(UsageError, match="two of the formats a, b write files of the same name"):
        procpub.convert(SPEECH.encode(), to=["a", "b"], out=tmp_path)


def test_metadata_replaces_and_tells(tmp_path: Path) -> None:
    path = tmp_path / "volume.toml"
    path.write_text('title = "Another"\nplace = "Vienna"\n', encoding="utf-8")
    report = Report()
    document = procpub.read(SPEECH.encode(), metadata=path, report=report)
    assert (document.metadata.title, document.metadata.place) == ("Another", "Vienna")
    told = [found.message for found in report if found.code is Code.METADATA_OVERRIDES]
    assert told == ["title: the metadata file's value replaces what the text says"]


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_document_has_every_edition(format: str) -> None:  # noqa: A002
    assert procpub.render(Proceedings(), format).data


def test_the_public_face_is_three_functions() -> None:
    assert procpub.__all__ == ["__version__", "convert", "read", "render"]
    assert callable(procpub.convert)
    assert {*procpub.__all__} <= {*dir(procpub)}
    with pytest.raises(AttributeError, match="has no attribute 'write'"):
        procpub.write  # noqa: B018
