"""A shelf handed out to processes, or to a cluster."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from procpub.batch import Outcome, Volume, convert_shelf, shelf_of
from procpub.batch.crew import Team, cluster, processes
from procpub.batch.making import Task
from procpub.errors import OutputError, UsageError

FILE = "scheduler.json"

COMMON = Volume(source=Path(), name="", to=("json",))


def states(outcomes: Iterator[Outcome]) -> dict[str, str]:
    return {outcome["volume"]: outcome["state"] for outcome in outcomes}


def run(shelf: Path, jobs: int = 2) -> dict[str, str]:
    out = shelf.parent / "out"
    return states(convert_shelf(shelf_of(shelf, out, COMMON), out, partial(processes, jobs)))


def many(shelf: Path, count: int) -> Path:
    for number in range(count):
        text = (shelf / "one.txt").read_text(encoding="utf-8")
        (shelf / f"v{number}.txt").write_text(text.replace("Ann", f"Ann{number}"), encoding="utf-8")
    return shelf


def test_all_volumes_are_made_and_a_second_run_leaves_them(shelf: Path) -> None:
    assert run(shelf) == dict.fromkeys(["one", "two", "1999/three"], "made")
    assert run(shelf) == dict.fromkeys(["one", "two", "1999/three"], "unchanged")


def test_one_that_fails_stops_no_other(shelf: Path) -> None:
    (shelf / "one.txt").write_text("\n", encoding="utf-8")
    assert run(shelf) == {"one": "failed", "two": "made", "1999/three": "made"}


def test_one_that_kills_its_process_stops_no_other(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, called = os.getpid(), Task.__call__

    def killing(task: Task, volume: Volume, wait: bool = False) -> Outcome:
        if volume.name == "two" and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return called(task, volume, wait)

    monkeypatch.setattr(Task, "__call__", killing)
    found = run(many(shelf, 5))
    assert found.pop("two") == "failed"
    assert set(found.values()) == {"made"} and len(found) == 7


def test_processes_that_do_nothing_but_die_are_not_started_for_ever(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dead(Executor):
        def submit(self, *_: Any, **__: Any) -> Any:
            raise BrokenExecutor

    out = shelf.parent / "out"
    with pytest.raises(OutputError, match="die before they do anything"):
        states(convert_shelf(shelf_of(shelf, out, COMMON), out, lambda: nullcontext(Team(Dead(), lambda: 1))))


def test_a_volume_that_another_run_is_at_is_looked_at_again_when_the_others_are_done(shelf: Path) -> None:
    from procpub.batch.record import Record

    out = shelf.parent / "out"
    found = convert_shelf(shelf_of(shelf, out, COMMON), out, partial(processes, 1))
    with Record(out, "one").locked(wait=True):
        assert [next(found)["volume"], next(found)["volume"]] == ["two", "1999/three"]
    assert states(found) == {"one": "made"}


def test_two_runs_in_one_folder_make_each_volume_once(shelf: Path) -> None:
    many(shelf, 9)
    runs = [batch(shelf, shelf.parent / "out", "--jobs", "2") for _ in range(2)]
    lines = [line for each in runs for line in finished(each)]
    made = [line["volume"] for line in lines if line.get("state") == "made"]
    assert sorted(made) == sorted({*made}) and len(made) == 12
    assert {line.get("state", "made") for line in lines} == {"made", "unchanged"}


def batch(shelf: Path, out: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "procpub", "batch", str(shelf), "--out", str(out), "--to", "json,tei,epub"]
    return subprocess.Popen([*command, "--report", "json", *options], stdout=subprocess.PIPE, text=True)


def finished(process: "subprocess.Popen[str]") -> list[dict[str, Any]]:
    return [json.loads(line) for line in process.communicate(timeout=100)[0].splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_run_that_is_killed_half_way_is_finished_by_the_next(shelf: Path) -> None:
    many(shelf, 17)
    out = shelf.parent / "out"
    with batch(shelf, out, "--jobs", "2") as first:
        assert first.stdout
        told = {json.loads(first.stdout.readline())["volume"] for _ in range(8)}
        first.kill()
    *lines, summary = finished(batch(shelf, out, "--jobs", "2"))
    assert {line["volume"] for line in lines if line["state"] == "unchanged"} >= told
    assert {line["volume"] for line in lines if line["state"] == "made"}
    assert summary["summary"]["made"] + summary["summary"]["unchanged"] == summary["summary"]["volumes"] == 20
    assert not [path for path in out.rglob("*") if path.name.endswith((".part", ".unfinished"))]
    assert finished(batch(shelf, out))[-1]["summary"]["unchanged"] == 20


def dask(part: str, *options: str, file: Path) -> "subprocess.Popen[bytes]":
    """A part of a cluster, as a process of its own: a client here would leave threads to the tests that follow."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", "--scheduler-file", str(file), "--no-dashboard"]
    return subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)


@dataclass
class Cluster:
    """A scheduler that runs, and workers that a test adds."""

    folder: Path
    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "list[subprocess.Popen[bytes]]"

    def add(self, *options: str) -> None:
        local = ("--no-nanny", "--local-directory", str(self.folder))
        self.workers.append(dask("worker", *local, *options, file=self.folder / FILE))


@pytest.fixture
def scheduled(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster without workers."""
    process = dask("scheduler", "--host", "127.0.0.1", "--port", "0", file=tmp_path / FILE)
    for _ in range(300):
        if (tmp_path / FILE).exists():
            break
        time.sleep(0.1)
    address = json.loads((tmp_path / FILE).read_bytes())["address"]
    cluster = Cluster(tmp_path, address, process, [])
    yield cluster
    for each in (process, *cluster.workers):
        each.kill()
        each.wait()


def test_a_cluster_makes_all_volumes_though_a_worker_is_killed_half_way(shelf: Path, scheduled: Cluster) -> None:
    many(shelf, 17)
    out = shelf.parent / "out"
    for _ in range(2):
        scheduled.add("--nthreads", "2")
    states = {}
    with batch(shelf, out, "--scheduler", scheduled.address) as run:
        assert run.stdout
        for line in map(json.loads, run.stdout):
            if "volume" in line:
                states[line["volume"]] = line["state"]
            if len(states) == 4:
                scheduled.workers[0].kill()
    assert run.returncode == 0
    assert len(states) == 20
    # One that was finished when its worker died, but not yet told, is found finished by the other.
    assert set(states.values()) <= {"made", "unchanged"}
    assert len([*out.rglob("*.epub")]) == 20


def test_a_cluster_that_is_lost_ends_the_run_with_one_sentence(
    shelf: Path, scheduled: Cluster, capfd: pytest.CaptureFixture[str]
) -> None:
    many(shelf, 30)
    scheduled.add("--nthreads", "1")
    with batch(shelf, shelf.parent / "out", "--scheduler", scheduled.address) as run:
        assert run.stdout
        run.stdout.readline()
        scheduled.scheduler.kill()
        run.wait(60)
    assert run.returncode == 4
    assert capfd.readouterr().err == (
        "procpub: error: the cluster's scheduler was lost; "
        "what is finished is kept: begin again with the same command\n"
    )


def test_a_cluster_without_workers_is_a_usage_error(
    shelf: Path, scheduled: Cluster, capfd: pytest.CaptureFixture[str]
) -> None:
    command = (
        "import sys; from procpub.batch import crew; crew.REACHED = 1; from procpub.cli import main;"
        f"sys.exit(main(['batch', {str(shelf)!r}, '--out', {str(shelf.parent / 'out')!r}, '--scheduler', sys.argv[1]]))"
    )
    done = subprocess.run([sys.executable, "-c", command, scheduled.address], timeout=60)
    assert done.returncode == 2
    assert capfd.readouterr().err == f"procpub: error: the scheduler {scheduled.address} has no workers\n"


def test_a_scheduler_that_does_not_answer_is_a_usage_error(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError("timed out")

    monkeypatch.setattr("distributed.Client", refuse)
    out = shelf.parent / "out"
    with pytest.raises(UsageError, match=r"the scheduler tcp://127\.0\.0\.1:9 cannot be reached: timed out"):
        states(convert_shelf(shelf_of(shelf, out, COMMON), out, partial(cluster, "tcp://127.0.0.1:9")))
