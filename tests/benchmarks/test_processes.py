"""What a job took is what all its processes took, and their memory at once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from processes import times

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

HOLD = "held = bytearray(60_000_000); import time; time.sleep(0.3)"
"""A program that holds 60 MB for a while."""

HOLD_TWICE = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {HOLD!r}])
{HOLD}
child.wait()
"""

WORK = "import time\nwhile time.process_time() < 0.3: pass"


def peak(*programs: str) -> Any:
    """Bytes, as a process sees them that is as small as a benchmark is."""
    job = [[sys.executable, "-c", program] for program in programs]
    script = f"import processes; print(processes.peak_memory({job!r}))"
    command = [sys.executable, "-c", script]
    return json.loads(subprocess.run(command, cwd=BENCHMARKS, check=True, capture_output=True).stdout)


def test_the_memory_of_a_job_is_that_of_all_processes_that_run_at_once() -> None:
    assert 60e6 < peak(HOLD, HOLD) < 110e6
    assert 120e6 < peak(HOLD_TWICE) < 220e6


def test_a_job_takes_the_processor_time_of_its_children_too() -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {WORK!r}], check=True)"
    taken = times([[sys.executable, "-c", child], [sys.executable, "-c", WORK]])
    assert taken.cpu > 0.6
    assert taken.wall > 0.6


def test_a_job_that_fails_is_not_timed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        times([[sys.executable, "-c", "raise SystemExit(3)"]])
