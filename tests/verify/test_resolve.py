"""Line ends of PDFs that leave open whether a word ended, decided by what other editions say."""

from procpub.verify.resolve import resolve
from procpub.verify.witness import LINE_END, Block, Kind, Note, Place, Witness


def witness(*texts: str, notes: tuple[str, ...] = (), format: str = "tei") -> Witness:  # noqa: A002
    return Witness(
        format=format,
        blocks=[Block(kind=Kind.PARAGRAPH, text=text, place=Place("")) for text in texts],
        notes=[Note(text=text, place=Place(""), block=0, offset=0) for text in notes],
    )


def resolved(*lines: str, others: tuple[Witness, ...]) -> str:
    pdf = witness(LINE_END.join(lines), format="pdf")
    resolve(pdf, others)
    return str(pdf.blocks[0].text)


def test_another_edition_tells_whether_a_word_ended() -> None:
    assert resolved("one", "two", others=(witness("one two"),)) == "one two"
    assert resolved("one", "two", others=(witness("onetwo"),)) == "onetwo"


def test_an_edition_that_has_other_words_tells_nothing_but_the_next_may() -> None:
    assert resolved("one", "two", others=(witness("three"), witness("onetwo"))) == "onetwo"
    assert resolved("one", "two", others=(witness("three"),)) == f"one{LINE_END}two"


def test_in_a_paragraph_that_has_one_word_otherwise_the_characters_around_decide() -> None:
    lines = ("Volume and surveys at https://example.org/?volume", "=surveys and registers of the river")
    other = witness("".join(lines).replace("registers", "register"))
    assert resolved(*lines, others=(other,)) == "".join(lines)


def test_the_same_words_elsewhere_do_not_decide() -> None:
    pdf = witness("<<", f"<{LINE_END}<", format="pdf")
    resolve(pdf, [witness("<<", "< <")])
    assert pdf.blocks[1].text == "< <"


def test_notes_are_decided_by_notes() -> None:
    pdf = witness("text", notes=(f"see{LINE_END}there",), format="pdf")
    resolve(pdf, [witness("text", notes=("seethere",))])
    assert pdf.notes[0].text == "seethere"
