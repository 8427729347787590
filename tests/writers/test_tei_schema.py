"""The schema of the profile: every edition follows it, and it knows what an editor may get wrong."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from lxml import etree

from procpub.diagnostics import Report
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import load_style
from procpub.writers.tei import WRITER
from tests.documents import every_node
from tests.strategies import proceedings
from tests.wild import wild_proceedings


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(WRITER.schema().encode()))


def edition(document: Proceedings) -> str:
    return WRITER.write(document, contents_of(document, 2), load_style(), Report()).data.decode()


@cache
def everything() -> str:
    return edition(every_node())


@pytest.mark.parametrize("document", [every_node(), Proceedings()], ids=["everything", "nothing"])
def test_everything_and_nothing_are_valid(document: Proceedings) -> None:
    schema().assertValid(etree.fromstring(edition(document).encode()))


@settings(max_examples=15)
@given(proceedings())
def test_editions_are_valid(document: Proceedings) -> None:
    schema().assertValid(etree.fromstring(edition(document).encode()))


@settings(max_examples=10)
@given(wild_proceedings())
def test_editions_of_odd_documents_are_valid(document: Proceedings) -> None:
    schema().assertValid(etree.fromstring(edition(document).encode()))


def swapped(old: str, new: str) -> Callable[[str], str]:
    """A change that must find what it changes."""

    def change(source: str) -> str:
        assert old in source, old
        return source.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(swapped('subtype="keynote" xml:id="anna-maier"', 'subtype="keynote"'), id="no id"),
        pytest.param(swapped('subtype="keynote" ', ""), id="no kind"),
        pytest.param(swapped('subtype="keynote"', 'subtype="key note"'), id="kind of two words"),
        pytest.param(swapped('xml:id="anna-maier"', f'xml:id="{"a" * 33}"'), id="id too long"),
        pytest.param(swapped('xml:id="anna-maier"', 'xml:id="anna_maier"'), id="id with underscore"),
        pytest.param(swapped('<div type="session"', '<div type="panel"'), id="unknown group"),
        pytest.param(swapped('<div type="preface"', '<div type="section"'), id="section as matter"),
        pytest.param(swapped('rend="bold"', 'rend="blink"'), id="unknown rendition"),
        pytest.param(swapped('<ref target="#annex">', "<ref>"), id="reference without target"),
        pytest.param(swapped('who="#p-bo-li"', 'who="p-bo-li"'), id="pointer without number sign"),
        pytest.param(swapped('when="2021-05"', 'when="May 2021"'), id="date in words"),
        pytest.param(swapped('<title type="main">', "<title>"), id="title without type"),
        pytest.param(swapped('<person xml:id="p-bo-li">', "<person>"), id="person without id"),
        pytest.param(swapped("<name>Bo Li</name>", ""), id="person without name"),
        pytest.param(swapped('<language ident="en"/>', '<language ident="English!"/>'), id="no language tag"),
        pytest.param(swapped('scope="minor"', 'scope="rare"'), id="unknown scope"),
        pytest.param(swapped('<note place="bottom"', '<note place="margin"'), id="note in the margin"),
        pytest.param(swapped('rend="numbered"', 'rend="roman"'), id="unknown list"),
        pytest.param(swapped("<p>Words of the section.</p>", "Words"), id="text without paragraph"),
        pytest.param(swapped("<p>Words within.</p>", "<p><p>Words</p></p>"), id="paragraph in paragraph"),
        pytest.param(swapped("<p>Last words.</p>", "<item>Last words.</item>"), id="item without list"),
        pytest.param(swapped("<closer>", "<closer><salute>Bye.</salute></closer><closer>"), id="two closers"),
        pytest.param(swapped("<stage>(Applause.)</stage>", "<u>(Applause.)</u>"), id="utterance"),
        pytest.param(swapped("<figDesc>A picture that is lost</figDesc>", ""), id="figure without description"),
        pytest.param(swapped("<teiHeader>", "<teiHeader><xenoData/>"), id="foreign data"),
    ],
)  # fmt: skip
def test_a_slip_of_the_hand_is_found(change: Callable[[str], str]) -> None:
    assert not schema().validate(etree.fromstring(change(everything()).encode()))
