"""Making one volume, or leaving it as it is."""

import gc
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from procpub.batch import Volume, fingerprint
from procpub.batch.making import Task
from procpub.batch.record import Record
from procpub.conversion import convert
from procpub.errors import OutputError
from procpub.files import checksum
from procpub.writers.json import JsonWriter

STYLE = 'extends = "book"\n[roles.body]\nsize = 11\n'


@pytest.fixture
def volume(shelf: Path) -> Volume:
    """A volume with all that it can depend on."""
    (shelf / "one.toml").write_text('title = "A Title"\n', encoding="utf-8")
    (shelf / "one.corrections.toml").write_text("", encoding="utf-8")
    (shelf / "style.toml").write_text(STYLE, encoding="utf-8")
    style = str(shelf / "style.toml")
    return Volume(source=shelf / "one.txt", name="a/one", to=("json", "tei"), metadata=shelf / "one.toml", style=style)


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return Task(out=tmp_path / "out", program=fingerprint.program())


def files(folder: Path) -> dict[str, bytes]:
    """All that a reader of the folder sees."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".procpub" not in path.parts
    }


def test_a_volume_is_made_with_its_report_and_told_with_checksums(volume: Volume, task: Task) -> None:
    outcome = task(volume)
    assert sorted(files(task.out)) == ["a/one.json", "a/one.report.txt", "a/one.tei.xml"]
    assert (outcome["state"], outcome["failures"]) == ("made", [])
    assert [(each["format"], each["file"]) for each in outcome["editions"]] == [
        ("json", "a/one.json"),
        ("tei", "a/one.tei.xml"),
    ]
    for edition in outcome["editions"]:
        assert checksum(task.out / edition["file"]) == edition["sha256"]
        assert edition["bytes"] == len(files(task.out)[edition["file"]])
    report = files(task.out)["a/one.report.txt"].decode()
    assert len(report.splitlines()) >= len(outcome["diagnostics"]) > 0
    assert json.loads(json.dumps(outcome)) == outcome


def test_a_finished_volume_is_told_again_and_not_made(volume: Volume, task: Task, monkeypatch: Any) -> None:
    first = task(volume)
    monkeypatch.setattr("procpub.batch.making.convert", None)
    assert task(volume) == {**first, "state": "unchanged"}


def append(name: str) -> Callable[[Path], None]:
    def change(shelf: Path) -> None:
        path = shelf / name
        path.write_text(path.read_text(encoding="utf-8") + "# More\n", encoding="utf-8")

    return change


def test_a_volume_is_made_again_if_a_file_that_it_depends_on_changed(volume: Volume, task: Task, shelf: Path) -> None:
    task(volume)
    for name in ("one.txt", "one.toml", "one.corrections.toml"):
        append(name)(shelf)
        assert task(volume)["state"] == "made", name
        assert task(volume)["state"] == "unchanged", name
    (shelf / "style.toml").write_text(STYLE.replace("11", "12"), encoding="utf-8")
    assert task(volume)["state"] == "made"


def test_a_remark_in_a_style_is_no_change(volume: Volume, task: Task, shelf: Path) -> None:
    task(volume)
    append("style.toml")(shelf)
    assert task(volume)["state"] == "unchanged"


def test_a_volume_is_made_again_if_it_is_to_be_another(
    volume: Volume, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    task(volume)
    changes: list[dict[str, Any]] = [
        {"language": "fr"}, {"contents_depth": 2}, {"to": ("json",)}, {"style": "a5"}, {"metadata": None}
    ]  # fmt: skip
    for change in changes:
        assert task(replace(volume, **change))["state"] == "made", change
    task(volume)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert task(volume)["state"] == "made"


def test_an_edition_that_was_lost_or_changed_is_made_again(volume: Volume, task: Task) -> None:
    task(volume)
    before = files(task.out)
    (task.out / "a/one.json").unlink()
    assert task(volume)["state"] == "made"
    (task.out / "a/one.tei.xml").write_text("<TEI/>", encoding="utf-8")
    assert task(volume)["state"] == "made"
    (task.out / "a/one.report.txt").unlink()
    assert task(volume)["state"] == "made"
    assert files(task.out) == before


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"fingerprint": 1, "outcome": 2}', '{"outcome": {"editions": 3}}'])
def test_a_record_that_is_nobodys_is_none(kept: str, volume: Volume, task: Task) -> None:
    task(volume)
    (record,) = (task.out / ".procpub").glob("*.json")
    record.write_text(kept, encoding="utf-8")
    assert task(volume)["state"] == "made"


def test_another_procpub_makes_everything_again(volume: Volume, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    task(volume)
    monkeypatch.setattr("procpub.batch.making.own_program", lambda: "another")
    assert task(volume)["failures"][0]["message"].startswith("another procpub is installed")
    assert replace(task, program="another")(volume)["state"] == "made"


def test_what_goes_wrong_with_a_volume_is_told_and_not_raised(volume: Volume, task: Task) -> None:
    outcome = task(replace(volume, source=volume.source.with_name("lost.txt")))
    assert outcome["state"] == "failed"
    (failure,) = outcome["failures"]
    assert failure["message"].startswith("there is no file")
    assert (failure["format"], failure["exit_code"]) == (None, 3)


def test_a_fault_of_procpub_is_told_as_one(volume: Volume, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("procpub.batch.making.convert", stumble)
    (failure,) = task(volume)["failures"]
    assert failure["message"].startswith("ZeroDivisionError")
    assert failure["exit_code"] == 5
    assert ", in stumble\n" in failure["trace"]


def test_an_edition_that_fails_leaves_the_others_and_the_volume_is_tried_again(
    volume: Volume, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OutputError("no ink")

    with monkeypatch.context() as broken:
        broken.setattr(JsonWriter, "write", refuse)
        for _ in range(2):
            outcome = task(volume)
            assert [each["format"] for each in outcome["editions"]] == ["tei"]
            (failure,) = outcome["failures"]
            assert (failure["format"], failure["message"], failure["exit_code"]) == ("json", "no ink", 4)
    assert task(volume)["state"] == "made"


def test_what_an_interrupted_run_left_unfinished_is_taken_away(volume: Volume, task: Task) -> None:
    left = Record(task.out, volume.name).unfinished
    left.mkdir(parents=True)
    (left / "one.json").write_text("half", encoding="utf-8")
    assert task(volume)["state"] == "made"
    assert not left.exists()


def test_a_volume_that_another_run_is_at_is_left_to_it(volume: Volume, task: Task) -> None:
    record = Record(task.out, volume.name)
    with record.locked(wait=False) as ours:
        assert ours
        assert task(volume)["state"] == "busy"
        context = get_context("spawn")
        other = context.Process(target=task, args=(volume, True))
        other.start()
        other.join(1)
        assert other.is_alive()  # it waits
        assert not files(task.out)
    other.join(60)
    assert task(volume)["state"] == "unchanged"


def test_garbage_is_looked_for_as_before(volume: Volume, task: Task) -> None:
    task(volume)
    assert gc.isenabled()


def test_what_was_put_in_its_place_before_one_failed_is_told(volume: Volume, task: Task) -> None:
    (task.out / "a" / "one.tei.xml").mkdir(parents=True)
    outcome = task(volume)
    assert outcome["state"] == "failed"
    assert "one.tei.xml cannot be written" in outcome["failures"][0]["message"]
    assert [edition["format"] for edition in outcome["editions"]] == ["json"]
    assert outcome["diagnostics"]


def test_a_source_that_changes_while_it_is_read_is_read_again_by_the_next_run(
    volume: Volume, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = volume.source.read_text(encoding="utf-8")

    def converted_in_between(*arguments: Any, **options: Any) -> Any:
        volume.source.write_text(text.replace("welcome", "farewell"), encoding="utf-8")
        return convert(*arguments, **options)

    with monkeypatch.context() as changing:
        changing.setattr("procpub.batch.making.convert", converted_in_between)
        task(volume)
    volume.source.write_text(text, encoding="utf-8")
    assert task(volume)["state"] == "made"
    assert "welcome" in files(task.out)["a/one.json"].decode()


def test_a_shelf_that_was_moved_is_unchanged_at_its_new_place(volume: Volume, task: Task, shelf: Path) -> None:
    task(volume)
    shelf.rename(shelf.with_name("elsewhere"))
    moved = replace(
        volume,
        source=shelf.with_name("elsewhere") / "one.txt",
        metadata=shelf.with_name("elsewhere") / "one.toml",
        style=str(shelf.with_name("elsewhere") / "style.toml"),
    )
    outcome = task(moved)
    assert (outcome["state"], outcome["source"]) == ("unchanged", str(moved.source))


def test_threads_of_one_process_do_not_mix_up_their_volumes(task: Task, shelf: Path) -> None:
    texts = {}
    for number in range(12):
        path = shelf / f"v{number}.txt"
        path.write_text((shelf / "one.txt").read_text(encoding="utf-8").replace("Ann", f"Ann{number}"), "utf-8")
        texts[path.stem] = f"Ann{number} "
    volumes = [Volume(source=shelf / f"{name}.txt", name=name, to=("json",)) for name in texts]
    with ThreadPoolExecutor(8) as threads:
        assert {outcome["state"] for outcome in threads.map(task, volumes)} == {"made"}
    for name, words in texts.items():
        assert words in files(task.out)[f"{name}.json"].decode()
    assert {task(volume)["state"] for volume in volumes} == {"unchanged"}
