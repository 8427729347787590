"""Who makes the volumes: processes of this machine, or the workers of a Dask cluster, behind one interface."""

import gc
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from procpub.errors import MissingLibraryError, OutputError, UsageError
from procpub.processes import workers

if TYPE_CHECKING:
    from distributed import Client

AGAIN = "what is finished is kept: begin again with the same command"

LOST = f"the cluster's scheduler was lost; {AGAIN}"

REACHED = 30
"""Seconds in which a cluster must answer, and have a worker."""


@dataclass(frozen=True, slots=True)
class Team:
    """Workers that are there: an executor, and how many volumes it is given at a time."""

    executor: Executor
    hands: Callable[[], int]


Crew = Callable[[], AbstractContextManager[Team]]
"""Gathers a team; another if the first one broke."""


@contextmanager
def processes(count: int) -> Iterator[Team]:
    """So many processes of this machine.

    They are given no more volumes than they have at work: if one of them dies, it was one of these that killed it.
    """
    with workers(count, gc.freeze) as executor:  # what is loaded already need not be looked through for garbage
        yield Team(executor, lambda: count)


@contextmanager
def cluster(address: str) -> Iterator[Team]:
    """The workers of a Dask cluster, as many as there are from moment to moment. It gives the volumes of a worker that
    is lost to others.

    Args:
        address: of the scheduler, such as tcp://host:8786.

    Raises:
        MissingLibraryError: Dask is not installed.
        UsageError: the scheduler does not answer, or has no workers.
        OutputError: it is lost while it works.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            "--scheduler needs the library 'distributed', which is not installed; install it with: "
            "pip install 'procpub[cluster]'"
        ) from error
    with _silence():
        try:
            client = Client(address, timeout=REACHED, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"the scheduler {address} cannot be reached: {error}") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=REACHED)
            except TimeoutError:
                raise UsageError(f"the scheduler {address} has no workers") from None
            # pure=False: what is asked a second time may have another answer, for files change.
            executor = client.get_executor(pure=False)
            try:
                yield Team(executor, partial(_hands, client))
            finally:
                executor.shutdown(wait=False)


def _hands(client: "Client") -> int:
    """Two volumes for each worker, so that none waits for the next to come over the network.

    Raises:
        OutputError: the scheduler is lost.
    """
    try:
        if client.status == "running":
            return 2 * len(client.nthreads())
    except OSError as error:
        raise OutputError(LOST) from error
    raise OutputError(LOST)


@contextmanager
def _silence() -> Iterator[None]:
    """Without the log: what goes wrong on a cluster is told in one sentence, and not by three libraries too."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
