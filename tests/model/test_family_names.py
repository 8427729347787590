"""Names are sorted by the family name, wherever it stands."""

import pytest

from procpub.model.family_names import family_name, sort_key


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Anna Maier", "Maier"),
        ("Mary Seymour Howell", "Howell"),
        ("Harriet van Dyke", "Dyke"),
        ("Martin Luther King, Jr.", "King"),
        ("Katrin Göring-Eckardt", "Göring-Eckardt"),
        ("Lapham", "Lapham"),
    ],
)
def test_the_family_name_comes_last_in_most_languages(name: str, family: str) -> None:
    assert family_name(name) == family


@pytest.mark.parametrize("name", ["Luo Zhaohui", "Gu Liyan", "Fu Xiaoqiang", "Bai Tian", "Xing Guangcheng", "Li Xi'an"])
def test_the_family_name_comes_first_in_chinese(name: str) -> None:
    assert family_name(name) == name.split()[0]


@pytest.mark.parametrize("name", ["Wang Dorothy", "Lin Manuel", "Kai Whittaker", "Bo Li"])
def test_a_chinese_name_alone_does_not_make_it_a_chinese_order(name: str) -> None:
    assert family_name(name) == name.split()[1]


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Syromolotov Oleg Vladimirovich", "Syromolotov"),
        ("Сыромолотов Олег Владимирович", "Сыромолотов"),
        ("Kozhirova Svetlana", "Kozhirova"),
        ("Svetlana Kozhirova", "Kozhirova"),
        ("Lev Tolstoy", "Tolstoy"),
    ],
)
def test_russian_names_are_told_by_their_endings(name: str, family: str) -> None:
    assert family_name(name) == family


def test_names_in_chinese_characters_are_sorted_as_they_stand() -> None:
    assert family_name("罗照辉") == "罗照辉"


def test_case_accents_and_stops_do_not_count() -> None:
    names = ["Zoe Öttl", "Adam Otto", "Eva d'Arc", "B. Arc", "Wang Dan", "И. Ильин", "罗照辉"]
    assert sorted(names, key=sort_key) == [
        "B. Arc",
        "Eva d'Arc",
        "Zoe Öttl",
        "Adam Otto",
        "Wang Dan",
        "И. Ильин",
        "罗照辉",
    ]


def test_a_name_without_letters_has_a_place_too() -> None:
    assert sort_key("—") == ("", "")
