"""The dump: a document as stable text, for diffs and golden files."""

from dataclasses import replace
from pathlib import Path

from procpub.diagnostics import Span
from procpub.model.dump import dump
from procpub.model.nodes import Text
from tests.documents import every_node, paragraph

GOLDEN = Path(__file__).parents[1] / "cases" / "dump" / "every_node.txt"


def test_every_node_has_its_line() -> None:
    assert dump(every_node()) == GOLDEN.read_text(encoding="utf-8")


def test_source_lines_are_no_part_of_it() -> None:
    document = every_node()
    annex = replace(document.back[0], blocks=(replace(paragraph("After all."), span=Span(1, 2)),), span=Span(1, 9))
    assert dump(replace(document, back=(annex,))) == dump(document)


def test_one_changed_word_changes_one_line() -> None:
    document = every_node()
    annex = replace(document.back[0], heading=(Text(text="Appendix"),))
    before, after = dump(document).splitlines(), dump(replace(document, back=(annex,))).splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ("  matter annex (annex): Annex", "  matter annex (annex): Appendix")
    ]
