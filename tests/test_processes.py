"""Worker processes."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from procpub import processes
from procpub.processes import workers

ORPHANING = """
import os, sys
from pathlib import Path
from procpub.processes import workers
with workers(2) as executor:
    print(executor.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), 9)
"""


def test_workers_are_prepared_once_with_what_is_here(tmp_path: Path) -> None:
    with workers(1, os.chdir, tmp_path) as executor:
        assert executor.submit(os.getcwd).result() == str(tmp_path)
    assert Path.cwd() != tmp_path


def test_workers_end_with_an_exception_here_even_in_the_middle_of_their_work() -> None:
    started = time.monotonic()
    with pytest.raises(KeyError), workers(2) as executor:
        executor.submit(time.sleep, 60)
        raise KeyError
    assert time.monotonic() - started < 30
    assert not active_children()


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_workers_end_when_the_process_that_started_them_is_killed() -> None:
    killed = subprocess.run([sys.executable, "-c", ORPHANING], capture_output=True, text=True, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    worker = int(killed.stdout)
    with suppress(ProcessLookupError):
        for _ in range(300):
            os.kill(worker, 0)
            if Path(f"/proc/{worker}/stat").exists() and " Z " in Path(f"/proc/{worker}/stat").read_text():
                return  # gone, and only not yet collected by the system
            time.sleep(0.1)
        pytest.fail("the worker is still there")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_worker_that_is_told_to_end_breaks_the_pool_and_nothing_else(number: signal.Signals) -> None:
    with workers(2) as executor:
        waiting = executor.submit(time.sleep, 30)
        busy = executor.submit(os.getpid)
        os.kill(busy.result(), number)  # which is idle now
        assert isinstance(waiting.exception(timeout=20), BrokenExecutor)
    with workers(1) as executor:
        pid = executor.submit(os.getpid).result()
        waiting = executor.submit(time.sleep, 30)
        time.sleep(0.2)
        os.kill(pid, number)  # which is busy now
        assert isinstance(waiting.exception(timeout=20), BrokenExecutor)


def test_workers_that_die_at_once_are_told_with_their_work() -> None:
    with workers(1, os._exit, 3) as executor, pytest.raises(BrokenExecutor):
        executor.submit(os.getpid).result()


def test_processes_are_forked_only_where_that_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert processes.start_method() == "fork"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert processes.start_method() == "spawn"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert processes.start_method() == "spawn"


def test_there_is_at_least_one_core() -> None:
    assert processes.available_cores() >= 1
