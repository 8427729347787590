"""Files that are no TEI, broken, or meant to do harm: refused in one sentence that names the line."""

import pytest

import procpub
from procpub.diagnostics import Report
from procpub.errors import InputError, UsageError
from procpub.interfaces import ReadOptions
from procpub.readers.tei import read, xml
from tests.readers.tei.reading import document, volume

DOCTYPE = "<!DOCTYPE TEI [{}]>"
LAUGHS = DOCTYPE.format('<!ENTITY a "ha"><!ENTITY b "&a;&a;">')
OUTSIDE = DOCTYPE.format('<!ENTITY a SYSTEM "file:///etc/passwd">')
BODY = volume("<body><p>One.</p>\n<p>Two.</p></body>")


def refusal(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "x.tei.xml", ReadOptions(encoding=encoding), Report())
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (LAUGHS + BODY, "line 1: it has a document type declaration"),
        (OUTSIDE + BODY, "line 1: it has a document type declaration"),
        ('\n<!DOCTYPE TEI SYSTEM "tei.dtd">' + BODY, "line 2: it has a document type declaration"),
        (BODY.replace("Two", "&eacute;"), "line 2, column 4: an entity that XML does not know; write the character"),
        (BODY.replace("Two", "\x01"), "line 2, column 4: something that XML does not allow here"),
        (BODY.replace("Two.</p>", "Two."), "line 2, column 10: an end tag that is not that of <p> of line 2"),
        (BODY[: BODY.index("Two")], "line 2, column 4: the file ends before <p> of line 2 does"),
        ("", "line 1, column 1: the file holds no XML"),
        ("Plain words.", "this is no XML, which begins with a <; if it is plain text, say so with --from txt"),
        ("PK\x03\x04", "this is no XML but a ZIP archive"),
        ("<html/>", "line 1: this is XML, but no TEI: its root element is <html>"),
        ("<TEI.2/>", "line 1: this is TEI P4"),
        ('<?xml version="1.0" encoding="klingon"?>' + BODY, "line 1: it says to be encoded as 'klingon'"),
        ('<?xml version="1.0" encoding="punycode"?>' + BODY, "line 1: it says to be encoded as 'punycode'"),
        (volume(f"<body><p>{'<hi>' * 300}"), "line 1: more than 256 elements within each other"),
    ],
)
def test_a_file_that_cannot_be_trusted_or_read_is_refused(source: str, message: str) -> None:
    assert refusal(source.encode()).startswith(message)


def test_bytes_that_are_not_in_the_encoding_are_not_guessed() -> None:
    assert "line 2: byte" in refusal(BODY.replace("Two", "caf\xe9").encode("latin-1"))


def test_too_many_elements_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MOST", 10)
    assert "line 1: more than 10 elements" in refusal(volume(f"<body>{'<p/>' * 10}</body>").encode())


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-16", "UTF-16"), ("latin-1", "ISO-8859-1"), ("cp1252", "windows-1252"), ("utf-8-sig", "")],
)
def test_the_encoding_is_the_one_that_the_file_says(encoding: str, declared: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    source = (declaration + BODY.replace("Two", "café")).encode(encoding)
    found = read(source, "x.tei.xml", ReadOptions(), Report())
    assert "café" in str(found)


def test_the_user_knows_the_encoding_better() -> None:
    source = BODY.replace("Two", "café").encode("cp1252")
    assert "café" in str(read(source, "x.tei.xml", ReadOptions(encoding="cp1252"), Report()))
    with pytest.raises(UsageError, match="no text encoding 'klingon'"):
        read(source, "x.tei.xml", ReadOptions(encoding="klingon"), Report())


def test_other_files_are_neither_opened_nor_forgotten() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
    found, told = document(BODY.replace("<text>", f"{include}<text>"))
    assert "root:" not in str(found)
    assert any("procpub opens no other files: /etc/passwd" in message for message in told)


def test_what_is_too_deep_for_the_model_is_refused_with_its_line() -> None:
    source = volume(f"<body><div><head>A</head>\n{'<quote>' * 120}<p>x</p>{'</quote>' * 120}</div></body>")
    with pytest.raises(InputError, match="more than 100 nodes within each other, on line 2"):
        procpub.read(source.encode(), format="tei")
