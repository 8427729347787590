"""What one edition leaves open, settled by what others say."""

from procpub.verify.settling import settle
from procpub.verify.witness import Block, Kind, Place, Witness


def edition(format: str, *headings: tuple[str, int]) -> Witness:  # noqa: A002
    blocks = [Block(kind=Kind.HEADING, text=text, place=Place(""), level=level) for text, level in headings]
    return Witness(format=format, blocks=blocks)


def test_a_level_that_is_not_known_is_that_of_the_same_heading_in_another_edition() -> None:
    epub = edition("epub", ("Preface", 1), ("Aims", 0))
    settle({"epub": epub, "tei": edition("tei", ("Preface", 1), ("Aims", 2))})
    assert [block.level for block in epub.blocks] == [1, 2]


def test_of_headings_with_the_same_words_each_is_paired_with_its_own() -> None:
    epub = edition("epub", ("Introduction", 1), ("Introduction", 2), ("Introduction", 0))
    settle({"epub": epub, "tei": edition("tei", ("Introduction", 1), ("Introduction", 2), ("Introduction", 1))})
    assert [block.level for block in epub.blocks] == [1, 2, 1]
