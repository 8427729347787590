"""Who speaks, and where."""

from procpub.model.nodes import Turn
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Matter, Proceedings, Section
from procpub.model.speakers import speakers_of
from tests.documents import every_node, paragraph, text


def test_contributions_are_found_in_reading_order_and_what_is_said_inside_them_is_part_of_them() -> None:
    found = {speaker.person.id: speaker.places for speaker in speakers_of(every_node())}
    assert found == {"p-anna-maier": ("anna-maier",), "p-bo-li": ("anna-maier", "bo-li")}


def test_who_takes_the_floor_in_somebody_elses_contribution_is_found_there() -> None:
    people = (Person(id="p-1", name="A"), Person(id="p-2", name="B"))
    turn = Turn(label=text("B:"), who="p-2", blocks=(paragraph("words"),))
    section = Section(id="s", heading=text("S"), blocks=(paragraph("before"), turn))
    talk = Contribution(id="c", kind="speech", heading=text("A"), contributors=("p-1",), sections=(section,))
    found = {speaker.person.id: speaker.places for speaker in speakers_of(Proceedings(people=people, body=(talk,)))}
    assert found == {"p-1": ("c",), "p-2": (("s", 1),)}


def test_people_are_sorted_by_family_name_and_those_who_say_nothing_left_out() -> None:
    people = tuple(
        Person(id=f"p-{n}", name=name) for n, name in enumerate(["Zoe Adler", "Luo Zhaohui", "Bo Berg", "Nobody"])
    )
    talk = Contribution(id="c1", kind="speech", heading=text("A"), contributors=("p-0", "p-1", "p-2"))
    names = [speaker.person.name for speaker in speakers_of(Proceedings(people=people, body=(talk,)))]
    assert names == ["Zoe Adler", "Bo Berg", "Luo Zhaohui"]


def test_two_turns_in_one_block_are_one_place() -> None:
    turn = Turn(label=text("A:"), who="p-1", blocks=(paragraph("words"),))
    outer = Turn(label=text("A:"), who="p-1", blocks=(turn,))
    matter = Matter(id="m", kind="annex", blocks=(paragraph("before"), outer))
    (speaker,) = speakers_of(Proceedings(people=(Person(id="p-1", name="A"),), back=(matter,)))
    assert speaker.places == (("m", 1),)
