"""The model: what `check` allows, and what comes back from JSON."""

from hypothesis import given

from procpub.model.check import check
from procpub.model.codec import decode, encode
from procpub.model.proceedings import Proceedings
from tests.documents import every_node
from tests.strategies import proceedings


def test_the_document_with_every_node_is_sound() -> None:
    assert check(every_node()) == ()


@given(proceedings())
def test_generated_documents_are_sound_and_survive_json(document: Proceedings) -> None:
    assert check(document) == ()
    assert decode(encode(document)) == document


def test_json_keeps_pictures_and_every_node() -> None:
    document = every_node()
    assert decode(encode(document)) == document
