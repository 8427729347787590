"""Frozen dataclasses that are made late behave as the standard library's do."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from procpub.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    span: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Base):
    name: str
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    left: int
    right: int = 2

    def __post_init__(self) -> None:
        if self.left > self.right:
            raise ValueError("the wrong way round")


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    left: int
    right: int = 2


@dataclass(frozen=True, slots=True)
class Empty:
    pass


def test_fields_are_given_by_place_and_name_and_have_defaults() -> None:
    assert (Pair(1).left, Pair(1, 5).right, Pair(left=0, right=3).right) == (1, 5, 3)
    assert Late(name="a").words == []
    assert Late(name="a").words is not Late(name="a").words


@pytest.mark.parametrize("arguments", [{}, {"name": "a", "nothing": 1}])
def test_wrong_arguments_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Late.__init__\(\)"):
        Late(**arguments)


def test_keywords_are_kept_to() -> None:
    positional: Any = Late
    with pytest.raises(TypeError, match="positional"):
        positional("a")


def test_nothing_can_be_changed_or_added() -> None:
    late: Any = Late(name="a")
    for name in ("name", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(late, name, "b")
    with pytest.raises(FrozenInstanceError):
        del late.name
    assert not hasattr(late, "__dict__")


def test_equality_and_hash_are_those_of_the_compared_fields_and_the_class() -> None:
    assert Late(name="a", span=1) == Late(name="a", span=2)
    assert Late(name="a") != Late(name="b")
    other: object = Usual(1, 2)
    assert Pair(1, 2) != other
    assert hash(Pair(1)) == hash(Pair(1, 2)) == hash(Usual(1))
    assert Empty() == Empty()


def test_it_is_shown_as_the_standard_library_shows_it() -> None:
    assert repr(Pair(1)) == repr(Usual(1)).replace("Usual", "Pair")


def test_the_checks_of_a_class_are_run_for_every_value() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="wrong way round"):
            Pair(3)


def test_it_is_a_dataclass_to_the_standard_library() -> None:
    assert [each.name for each in dataclasses.fields(Late)] == ["span", "name", "words"]
    assert replace(Late(name="a", span=3), name="b").span == 3
    assert dataclasses.asdict(Pair(1)) == {"left": 1, "right": 2}
    match Pair(1):
        case Pair(left, right):
            assert (left, right) == (1, 2)


def test_values_are_copied_and_pickled() -> None:
    late = Late(name="a", words=["b"])
    assert copy.copy(late) == copy.deepcopy(late) == pickle.loads(pickle.dumps(late)) == late
    assert copy.deepcopy(late).words is not late.words
