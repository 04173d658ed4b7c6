"""From a text to head, zones and suggestions: as one pure call, and for whole projects in a worker process behind.

A process, not a thread: Python would hold the window's thread while it works. The worker gets texts and gives
packed runs; only the owner of the session writes. What fails or is stopped is simply made another time.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from urllib.parse import urlsplit

from postil.base.errors import InputError, PostilError
from postil.base.i18n import _
from postil.domain import codebook
from postil.domain.annotation import Suggestion
from postil.domain.article import Analysis, Meta
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.corrections import corrected_meta, corrected_zones
from postil.domain.zone import Zone
from postil.operations.changes import Changes
from postil.operations.runs import PackedRun, packed
from postil.operations.session import Session
from postil.operations.suggestions import RecordPackedRuns
from postil.operations.worker import Answer, Failure, Make, Request, Worker

if TYPE_CHECKING:
    from postil.suggest.doc import Source

BATCH: Final = 50
"""At most so many runs go into one transaction."""
BUDGET_S: Final = 0.012
"""After so long a poll takes no further result; storing what it has then costs a few milliseconds."""
STORE_S: Final = 0.002
"""What storing one run is counted as against the budget."""
AHEAD: Final = 6
"""So many articles lie with the worker: enough to keep it busy, few enough to stop soon."""
LEXICON: Final = "lexicon"
"""The folder of a project that holds its own lexicon."""
_FAULTS: Final = 3
_FEED: Final = 200
_RESTARTS: Final = 3


def analyse(text: str, fields: dict[str, Any] | None = None, lexicon: Path | None = None) -> Analysis:
    """Head, zones and suggestions of an NFC text; pure. `fields` are people's corrections of the article, if any.

    The suggestions follow the corrections; head and zones are as found, because corrections stay people's own.
    `lexicon` is a project's own lexicon folder.
    """
    from postil.ingest.analyse import analyse as read_head
    from postil.suggest.protocol import checked
    from postil.suggest.registry import make

    found_meta, found_zones = read_head(text)
    source = source_of(text, corrected_meta(found_meta, fields or {}), corrected_zones(found_zones, fields or {}))
    found = make(BUILT_IN_SUGGESTER, lexicon).suggest(source)
    return Analysis(found_meta, found_zones, checked(found, text))


def source_of(text: str, meta: Meta, zones: tuple[Zone, ...]) -> Source:
    """What any suggester is given of an article; head and zones are those with people's corrections."""
    from postil.suggest.doc import Source

    return Source(text, meta.language.value, zones, meta.published.value, country_of(meta))


def country_of(meta: Meta) -> str:
    """The country that an article's address points to, by its ending; empty when it has none or a general one."""
    host = urlsplit(meta.url.value).hostname or ""
    ending = host.rpartition(".")[2].upper()
    code = {"UK": "GB"}.get(ending, ending)
    return code if code in codebook.shipped("countries").by_id else ""


def _faults(lexicon: Path) -> tuple[PostilError, ...]:
    from postil.suggest.lexicon_check import check

    return check(lexicon)


def make_run(request: Request) -> Answer:
    """One request answered, in the worker or inline; whatever goes wrong with one article stays with it."""
    try:
        found = analyse(request.text, request.fields, Path(request.lexicon) if request.lexicon else None)
        suggestions = cast(Sequence[Suggestion], found.suggestions)
        return packed(request.article, found.meta, found.zones, suggestions, version=request.version, corrections=request.corrections)
    except Exception as error:  # noqa: BLE001 - a bug of one rule must not stop a batch of thousands
        return Failure(request.article, f"{type(error).__name__} in {_place(error)}")


def _place(error: BaseException) -> str:
    """Where it happened, without the text it happened with."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return f"{at.tb_frame.f_code.co_name}, line {at.tb_lineno}" if at is not None else "?"


class _Hands(Protocol):
    """Who does the work: the worker process, or this one."""

    def send(self, request: Request) -> bool: ...

    def receive(self, wait_s: float = 0.0) -> Answer | None: ...

    def close(self) -> None: ...


class _Inline:
    """Answers at once."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._requests: list[Request] = []

    def send(self, request: Request) -> bool:
        self._requests.append(request)
        return True

    def receive(self, wait_s: float = 0.0) -> Answer | None:
        del wait_s
        return self._make(self._requests.pop(0)) if self._requests else None

    def close(self) -> None:
        self._requests.clear()


class Analyser:
    """Makes the suggestions that a project lacks, in a worker process.

    `start` looks for work, `poll` stores what is ready and is called now and then on the session's thread. `errors`
    tell of articles that could not be looked at, which are passed over in this session, and of the project's own lexicon.
    """

    def __init__(self, session: Session, make: Make = make_run) -> None:
        self._session = session
        self._make = make
        self._hands: _Hands | None = None
        self._sent: dict[str, Request] = {}
        self._failed: set[str] = set()
        self._queue: list[str] = []
        self._is_busy = False
        self._restarts = 0
        self._version = ""
        self._is_renewing = False
        self._lexicon: Path | None = None
        self.errors: list[PostilError] = []

    @property
    def is_busy(self) -> bool:
        """Is there work under way or waiting?"""
        return self._is_busy

    @property
    def pending(self) -> int:
        """How many articles are still to be done."""
        if not self._is_busy:
            return 0
        renewing = len(self._queue) + len(self._sent) if self._is_renewing else 0
        return max(renewing, self._session.queries.count_unanalysed() - len(self._failed), 0)

    def start(self, *, renew: bool = False) -> None:
        """Look for articles without suggestions and begin; nothing happens when there are none.

        `renew` also looks again at articles still at work whose suggestions an older version of the rules made, or
        another lexicon of the project's.
        """
        if self._session.is_read_only:
            return
        if renew:
            self._read_lexicon()
        self._is_renewing = self._is_renewing or renew
        self._refill()
        self._is_busy = bool(self._queue or self._sent)
        if self._is_busy and self._hands is None:
            self._hands = self._hire()
        self._feed()

    def poll(self) -> Changes | None:
        """Store what is ready, within about 20 ms; what changed, or None when nothing was ready. Raises StoreError."""
        if not self._is_busy or self._hands is None:
            return None
        ready = self._collect()
        changes = self._session.apply(RecordPackedRuns(tuple(ready))) if ready else None
        self._feed()
        if not self._sent and not self._queue:
            self._refill()
            self._feed()
            self._is_busy = bool(self._sent)
        return changes

    def cancel(self) -> None:
        """Stop; what is stored stays, the rest is made another time."""
        self._is_busy = False
        self._queue.clear()
        self._sent.clear()
        if self._hands is not None:
            self._hands.close()
            self._hands = None

    def close(self) -> None:
        """Stop and let the worker go."""
        self.cancel()

    def _read_lexicon(self) -> None:
        """The project's own lexicon, when it has a sound one; what is wrong with it is told, and the shipped one serves alone."""
        from postil.suggest.version import version

        folder = self._session.folder / LEXICON
        faults = _faults(folder) if folder.is_dir() else ()
        cause = _("The project's own lexicon is not used: {cause}.")
        self.errors += [InputError(cause.format(cause=fault.cause), what=fault.what, next_step=fault.next_step) for fault in faults[:_FAULTS]]
        self._lexicon = folder if folder.is_dir() and not faults else None
        self._version = version(self._lexicon)

    def _hire(self) -> _Hands:
        return Worker(self._make)

    def _is_time_up(self, since: float, ready: int) -> bool:
        return ready >= BATCH or time.perf_counter() - since + ready * STORE_S > BUDGET_S

    def _refill(self) -> None:
        most = _FEED + len(self._failed) + len(self._sent)
        wanted = self._session.queries.unanalysed(most)
        if not wanted and self._is_renewing:
            wanted = self._session.queries.outdated(self._version, most)
            self._is_renewing = bool(wanted)
        self._queue = [uuid for uuid in wanted if uuid not in self._failed and uuid not in self._sent]

    def _feed(self) -> None:
        if self._queue and not self._version:
            self._read_lexicon()
        while self._hands is not None and self._queue and len(self._sent) < AHEAD:
            uuid = self._queue.pop(0)
            text, fields, corrections = self._session.queries.corrections(uuid)
            request = Request(uuid, text, fields, corrections, str(self._lexicon or ""), self._version)
            self._sent[uuid] = request
            if not self._hands.send(request):
                self._lost()

    def _collect(self) -> list[PackedRun]:
        since = time.perf_counter()
        ready: list[PackedRun] = []
        while self._sent and not self._is_time_up(since, len(ready)):
            try:
                answer = self._hands.receive() if self._hands is not None else None
            except EOFError:
                self._lost()
                break
            if answer is None:
                break
            self._sent.pop(answer.article, None)
            if isinstance(answer, Failure):
                self._fail(answer.article, answer.reason)
            else:
                ready.append(answer)
        return ready

    def _lost(self) -> None:
        """The worker died: the article it was at is passed over, the others are asked again of a new one."""
        first = next(iter(self._sent), "")
        if first:
            self._fail(first, _("the suggester stopped"))
        again = [uuid for uuid in self._sent if uuid != first]
        self._sent.clear()
        if self._hands is not None:
            self._hands.close()
        self._restarts += 1
        self._queue = again + self._queue if self._restarts <= _RESTARTS else []
        self._hands = self._hire() if self._restarts <= _RESTARTS else None
        self._is_busy = self._hands is not None

    def _fail(self, article: str, reason: str) -> None:
        self._failed.add(article)
        name = self._session.queries.article_titles([article]).get(article, article)
        cause = _("No suggestions could be made: {reason}.").format(reason=reason)
        self.errors.append(InputError(cause, what=name, next_step=_("Annotate it by hand, or choose Suggest again later.")))


class InlineAnalyser(Analyser):
    """The same face, without a process: for tests and for the command line. Each poll takes up to a second."""

    def _hire(self) -> _Hands:
        return _Inline(self._make)

    def _is_time_up(self, since: float, ready: int) -> bool:
        return ready >= BATCH or time.perf_counter() - since > 1.0
