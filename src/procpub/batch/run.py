"""Handing the volumes out, and gathering what came of them."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from functools import partial
from pathlib import Path

from procpub.batch.crew import AGAIN, LOST, Crew, Team, processes
from procpub.batch.fingerprint import program
from procpub.batch.making import Task, failed
from procpub.batch.outcome import Outcome
from procpub.batch.volume import Volume
from procpub.errors import OutputError
from procpub.files import make_folder


def convert_shelf(volumes: Sequence[Volume], out: Path, crew: Crew) -> Iterator[Outcome]:
    """Makes the editions of all volumes, and tells what came of each as soon as it is known, in no order.

    A volume that fails stops no other, not even if it takes its process with it. One that another run is at just now is
    looked at again when all others are done.

    Args:
        volumes: what is to be made.
        out: the folder for the editions; made if it is not there.
        crew: who makes them, see `procpub.batch.crew`.

    Raises:
        OutputError: the folder cannot be made or written.
        UsageError: see `crew.cluster`.
    """
    make_folder(out)
    out = out.absolute()
    busy: list[Volume] = []
    task = Task(out=out, program=program())
    for volume, outcome in _outcomes(task, volumes, crew):
        if outcome["state"] == "busy":
            busy.append(volume)
        else:
            yield outcome
    if busy:
        yield from (outcome for _, outcome in _outcomes(partial(task, wait=True), busy, crew))


PATIENCE = 30.0
"""Seconds after which those who make volumes are looked for, if none was made."""

_Task = Task | partial[Outcome]


def _outcomes(task: _Task, volumes: Sequence[Volume], crew: Crew) -> Iterator[tuple[Volume, Outcome]]:
    waiting = deque(volumes)
    while waiting:
        left = len(waiting)
        suspects: list[Volume] = []
        with crew() as team:
            for volume, future in _completed(task, waiting, team):
                if _broke(future):
                    suspects.append(volume)
                else:
                    yield volume, _result(volume, future)
        yield from ((volume, _alone(task, volume)) for volume in suspects)
        if len(waiting) == left:
            raise OutputError("processes that are started die before they do anything; is memory short?")


def _completed(task: _Task, waiting: deque[Volume], team: Team) -> Iterator[tuple[Volume, "Future[Outcome]"]]:
    """Each volume as it is done, until none is left, or the team is broken; then its last ones, and some are left."""
    working: dict[Future[Outcome], Volume] = {}
    broken = False
    while working or (waiting and not broken):
        while waiting and not broken and len(working) < max(1, team.hands()):
            try:
                future = team.executor.submit(task, waiting[0])
            except BrokenExecutor:
                broken = True
            else:
                working[future] = waiting.popleft()
        done = wait(working, PATIENCE, return_when=FIRST_COMPLETED).done
        if working and not done and not team.hands():
            raise OutputError(f"nobody is left to make the volumes; {AGAIN}")
        for future in done:
            broken = broken or _broke(future)
            yield working.pop(future), future


def _alone(task: _Task, volume: Volume) -> Outcome:
    """The volume again, in a process of its own: if that dies too, it is the volume that kills it."""
    with processes(1) as team:
        try:
            return _result(volume, team.executor.submit(task, volume))
        except BrokenExecutor:
            return failed(volume, OutputError("no process can be started for it; is memory short?"))


def _broke(future: "Future[Outcome]") -> bool:
    """Whether the team broke while the volume was at work."""
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _result(volume: Volume, future: "Future[Outcome]") -> Outcome:
    """What came of the volume.

    Raises:
        OutputError: the cluster was lost.
    """
    try:
        return future.result()
    except BrokenExecutor:
        return failed(volume, OutputError("the process that made it was ended from outside, twice; is memory short?"))
    except (CancelledError, OSError) as error:
        raise OutputError(LOST) from error
    except Exception as error:  # of the cluster, whatever it has: the volume's own are outcomes already
        return failed(volume, OutputError(f"it was not made: {type(error).__name__}: {error}"))
