"""The worker process that makes suggestions: gets texts, gives packed runs or what went wrong, and dies with its owner.

Its own thread reads requests at once, so that the owner never waits for a pipe; a request it was told to forget is
skipped. The process is spawned afresh on every system and imports nothing of the window.
"""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Final, Generic, TypeVar

from postil.operations.runs import PackedRun

_ROUND: Final = 50_000
"""New objects between two rounds of the garbage collector: those of a few articles."""


@dataclass(frozen=True, slots=True)
class Request:
    """One article to look at: its text, people's corrections of it, and the hash of the last of these.

    `lexicon` is the project's own lexicon folder (empty: none), `version` what signs the run.
    """

    article: str
    text: str
    fields: dict[str, Any]
    corrections: str
    lexicon: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """The suggester stumbled over an article; `reason` names the error, without any of the text."""

    article: str
    reason: str


Answer = PackedRun | Failure
Make = Callable[[Request], Answer]
R = TypeVar("R")


class Worker(Generic[R]):
    """The owner's end, for requests of one kind. `send` and `receive` never wait."""

    def __init__(self, make: Callable[[R], Answer]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, make), name="postil-suggester", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Does the process still run?"""
        return self._process.is_alive()

    def send(self, request: R) -> bool:
        """Ask for one article; False when the worker is gone."""
        try:
            self._pipe.send(request)
        except OSError:
            return False
        return True

    def receive(self, wait_s: float = 0.0) -> Answer | None:
        """The next answer, or None when there is none within `wait_s` seconds. Raises EOFError when the worker is gone."""
        try:
            if not self._pipe.poll(wait_s):
                return None
            answer: Answer = self._pipe.recv()
        except OSError as error:
            raise EOFError from error
        return answer

    def close(self) -> None:
        """Let the worker go; what it works on is lost and will be made another time."""
        with suppress(OSError):
            self._pipe.send(None)
        self._pipe.close()
        self._process.join(0.2)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(2)
        with suppress(ValueError):
            self._process.close()


def settle() -> None:
    """Take what is loaded for good – the lexicon, mostly – out of the garbage collector's rounds, and make these rare.

    For a process that only reads articles: the collector would go through hundreds of thousands of words again and
    again and find nothing; a fifth of the time of an article went there. Called once the first article has been read.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ROUND)


def serve(pipe: Connection, make: Callable[[R], Answer]) -> None:
    """The worker's end: answer requests in order until the owner says stop or is gone."""
    waiting: SimpleQueue[R | None] = SimpleQueue()
    threading.Thread(target=_read, args=(pipe, waiting), daemon=True).start()
    is_settled = False
    while (request := waiting.get()) is not None:
        try:
            pipe.send(make(request))
        except (OSError, KeyboardInterrupt):
            return
        if not is_settled:
            settle()
            is_settled = True


def _read(pipe: Connection, waiting: SimpleQueue[R | None]) -> None:
    try:
        while (request := pipe.recv()) is not None:
            waiting.put(request)
    except (EOFError, OSError):
        pass
    waiting.put(None)
