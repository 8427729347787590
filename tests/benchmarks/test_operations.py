"""Counts that grow are told, with the layer and both numbers; so is work that grows faster than the text."""

import json
from collections.abc import Iterator

import pytest

from operations import RECORDED, WORK, by_layer, by_work, calls, faster, layer_of, less, lines, more

TEXT = "PROCEEDINGS\n\nOpening Remarks by Ann Lee, Director\n\nDear colleagues, welcome.\n"


def test_a_little_more_is_let_pass_and_more_than_that_is_told_with_both_numbers() -> None:
    recorded = {"recovery": 10_000, "layout": 50_000}
    assert list(more(recorded, {"recovery": 10_200, "layout": 49_000})) == []
    assert list(more(recorded, {"recovery": 10_300, "layout": 50_000})) == [
        "recovery: 10,300, 3.0% more than the 10,000 recorded"
    ]


def test_a_function_that_is_gone_is_told() -> None:
    (message,) = more({"lines set": 100}, {"lines set": 0})
    assert message.startswith("lines set: none")


def test_much_less_asks_to_be_recorded() -> None:
    recorded = {"recovery": 10_000, "layout": 50_000}
    assert list(less(recorded, {"recovery": 8_000, "layout": 46_000})) == [
        "recovery: 8,000, 20.0% fewer than the 10,000 recorded"
    ]


def grown(linear: int, square: int) -> Iterator[dict[str, int]]:
    """Counts of a layer in which one function has linear growth, and another that of the square."""
    for size in (1, 2, 4):
        yield {
            "recovery.headings:find": 500 + linear * size,
            "recovery.identity:pairs": square * size * size,
            "writers.tei:tei": 100,
        }


def test_linear_growth_is_let_pass_and_the_square_is_told() -> None:
    assert list(faster("calls", *grown(10_000, 0))) == []
    assert list(faster("calls", *grown(10_000, 100))) == [
        "recovery.identity:pairs: 100, 400, 1,600 calls for the text once, twice, four times"
    ]
    assert [message.partition(":")[0] for message in faster("calls", *grown(10_000, 10_000))] == [
        "recovery",
        "recovery.identity",
    ]


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("recovery.names:name_of", "recovery"),
        ("writers.pdf:WRITER", "writers.pdf"),
        ("writers.json:dump", "everything else"),
        ("layout", "layout"),
    ],
)
def test_functions_belong_to_layers(name: str, layer: str) -> None:
    assert layer_of(name) == layer


def test_the_same_text_takes_the_same_calls() -> None:
    calls(TEXT)  # fills the caches
    counted = calls(TEXT)
    assert counted == calls(TEXT)
    assert all(by_layer(counted)[layer] for layer in ("readers", "recovery", "model", "layout", "writers.docx"))
    assert by_work(counted)["lines set"] > 0
    assert lines(TEXT)["recovery.pipeline:recover"] > 10


def test_every_layer_and_work_is_recorded() -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert recorded.keys() == by_layer({}).keys() | WORK.keys()
