"""Runs commands one after the other, as one job: how long they take, and how much memory, with all their children."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

Command = list[str | Path]
"""A program and its arguments."""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Where that is set, an editable installation compiles every module in every run."""

EVERY = 0.02
"""Seconds between two looks at the memory."""

MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes, by getrusage(2) of either system."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of a job: from start to end, and of processor time, user and system, on all cores together."""

    wall: float
    cpu: float


def times(job: Sequence[Command]) -> Times:
    """How long a job takes.

    Raises:
        subprocess.CalledProcessError: a command failed; what it wrote to standard error has gone there.
    """
    cpu = 0.0
    started = time.perf_counter()
    for command in job:
        _, status, usage = os.wait4(_start(command), 0)
        cpu += usage.ru_utime + usage.ru_stime  # of its children too, for which it has waited
        _check(status, command)
    return Times(time.perf_counter() - started, cpu)


def peak_memory(job: Sequence[Command]) -> int:
    """The most bytes that a job's commands have in memory at once, with all their children.

    Resident sets are added up, so that pages which several processes share count in each of them. Looking every 20 ms
    may miss the peak by a little; the kernel misses none, but knows only the largest process of each tree. The larger
    figure counts. It is wrong for jobs smaller than this process, by whose size the kernel's begins.

    Raises:
        subprocess.CalledProcessError: as for `times`.
    """
    return max(_peak(command) for command in job)


def _peak(command: Command) -> int:
    root = psutil.Process(_start(command))
    seen = 0
    while True:
        pid, status, usage = os.wait4(root.pid, os.WNOHANG)
        if pid:
            _check(status, command)
            return max(seen, usage.ru_maxrss * MAXRSS_UNIT)
        seen = max(seen, sum(map(_resident, [root, *root.children(recursive=True)])))
        time.sleep(EVERY)


def _resident(process: psutil.Process) -> int:
    """Bytes in memory; none of a process that is over."""
    try:
        return process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0


def _start(command: Command) -> int:
    """Starts a command and gives its number. `subprocess` would wait for it by itself, and lose what it used."""
    silent = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    return os.posix_spawnp(command[0], tuple(command), ENVIRONMENT, file_actions=[silent])


def _check(status: int, command: Command) -> None:
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, command)
