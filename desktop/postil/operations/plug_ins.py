"""Suggestions by installed suggesters other than the built-in one: each in a process of its own, watched and checked.

A plug-in that raises, hangs, dies or returns what is not sound is reported once and left alone for the rest of the
run; what the built-in rules found, what other plug-ins find and what people decided is not touched by it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from postil.base import i18n
from postil.base.i18n import _
from postil.domain.article import Meta
from postil.operations.analysis import source_of
from postil.operations.changes import Changes
from postil.operations.runs import PackedRun, packed
from postil.operations.session import Session
from postil.operations.suggestions import RecordPackedRuns
from postil.operations.worker import Answer, Failure, Worker
from postil.suggest import registry
from postil.suggest.doc import Source
from postil.suggest.protocol import Suggester, SuggesterError, checked
from postil.suggest.registry import Installed

LIMIT_S: Final = 30.0
"""A plug-in may think about one article for so long."""
START_S: Final = 120.0
"""The first answer may take so long: a model may have to be loaded."""
_FEED: Final = 50
_suggesters: dict[str, Suggester] = {}
"""In a plug-in's process: its suggester, made once."""


@dataclass(frozen=True, slots=True)
class Question:
    """One article for a plug-in, as it is now, and the hash of the last correction in it."""

    article: str
    source: Source
    corrections: str


class PlugIn:
    """One installed suggester at work on a project: the same face as `operations.analysis.Analyser`.

    `is_disabled` after the first of its `errors`: it is asked nothing more.
    """

    def __init__(self, session: Session, installed: Installed, limit_s: float = LIMIT_S, start_s: float = START_S) -> None:
        self._session = session
        self._installed = installed
        self._limit_s, self._start_s = limit_s, start_s
        self._worker: Worker[Question] | None = None
        self._queue: list[str] = []
        self._asked: Question | None = None
        self._until = 0.0
        self._has_answered = False
        self.is_disabled = False
        self.errors: list[SuggesterError] = []

    @property
    def is_busy(self) -> bool:
        """Is there work under way or waiting?"""
        return self._asked is not None

    @property
    def pending(self) -> int:
        """How many articles are known to wait for it."""
        return len(self._queue) + (self._asked is not None)

    def start(self) -> None:
        """Look for articles it has not seen as they are now, and begin."""
        if not self.is_disabled and not self._session.is_read_only and self._asked is None:
            self._next()

    def poll(self) -> Changes | None:
        """Store the answer that is ready and ask for the next; what changed, or None. Raises StoreError."""
        if self._asked is None or self._worker is None:
            return None
        try:
            answer = self._worker.receive()
        except EOFError:
            answer = Failure("", _("its process ended"))
        if answer is None and time.monotonic() > self._until:
            answer = Failure("", _("it took longer than {n} seconds").format(n=round(self._time())))
        if isinstance(answer, Failure):
            self._give_up(answer.reason)
        if not isinstance(answer, PackedRun):
            return None
        self._has_answered = True
        self._asked = None
        changes = self._session.apply(RecordPackedRuns((answer,)))
        self._next()
        return changes

    def cancel(self) -> None:
        """Stop; what is stored stays."""
        self._queue.clear()
        self._asked = None
        if self._worker is not None:
            self._worker.close()
            self._worker = None
            self._has_answered = False

    def close(self) -> None:
        """Stop and let its process go."""
        self.cancel()

    def _time(self) -> float:
        return self._limit_s if self._has_answered else self._start_s

    def _next(self) -> None:
        if not self._queue:
            self._queue = list(self._session.queries.unseen_by(self._installed.name, self._installed.version, _FEED))
        if not self._queue:
            self.cancel()
            return
        uuid = self._queue.pop(0)
        article, (_text, _fields, corrections) = self._session.queries.article(uuid), self._session.queries.corrections(uuid)
        self._asked = Question(uuid, source_of(article.text, article.meta, article.zones), corrections)
        if self._worker is None:
            self._worker = Worker(partial(run_plug_in, self._installed, i18n.language()))
        self._until = time.monotonic() + self._time()
        if not self._worker.send(self._asked):
            self._give_up(_("its process ended"))

    def _give_up(self, reason: str) -> None:
        asked = self._asked
        name = self._session.queries.article_titles([asked.article]).get(asked.article, "") if asked else ""
        cause = _("The suggester “{suggester}” is switched off for now: {reason}.").format(suggester=self._installed.name, reason=reason)
        self.errors.append(SuggesterError(cause, what=name, next_step=_("Choose Suggest again to give it another chance.")))
        self.is_disabled = True
        self.cancel()


def run_plug_in(installed: Installed, language: str, question: Question) -> Answer:
    """One question answered, in the plug-in's process; `language` is that of the interface."""
    i18n.use(language)
    try:
        suggester = _suggester(installed.name)
        found = checked(suggester.suggest(question.source), question.source.text)
        return packed(question.article, Meta(), (), found, installed.name, installed.version, question.corrections)
    except SuggesterError as error:
        return Failure(question.article, error.cause)
    except Exception as error:  # noqa: BLE001 - whatever a plug-in does wrong stays with it
        return Failure(question.article, _("it raised {error}").format(error=type(error).__name__))


def _suggester(name: str) -> Suggester:
    if name not in _suggesters:
        sys.stdout = sys.stderr  # what a plug-in prints must not mix with what Postil writes
        _suggesters[name] = registry.make(name)
    return _suggesters[name]


class PlugIns:
    """All installed plug-ins in turn, behind the built-in suggester's work."""

    def __init__(self, session: Session, installed: Callable[[], Sequence[Installed]] = registry.plug_ins) -> None:
        self._session = session
        self._installed = installed
        self._found: list[PlugIn] | None = None

    @property
    def _all(self) -> list[PlugIn]:
        """Looked for when first asked for: nobody waits for it at the start."""
        if self._found is None:
            self._found = [PlugIn(self._session, one) for one in self._installed()]
        return self._found

    @property
    def is_busy(self) -> bool:
        """Is one at work?"""
        return any(one.is_busy for one in self._found or ())

    @property
    def pending(self) -> int:
        """How many articles are known to wait, over all of them."""
        return sum(one.pending for one in self._found or ())

    def start(self, *, again: bool = False) -> None:
        """Let each look for work; `again` also those that were switched off."""
        for one in self._all:
            one.is_disabled = one.is_disabled and not again
            one.start()

    def poll(self) -> Changes | None:
        """Store what is ready of the first that has something."""
        for one in self._all:
            changes = one.poll()
            if changes is not None:
                return changes
        return None

    def errors(self) -> list[SuggesterError]:
        """What has gone wrong since the last call."""
        out = [error for one in self._all for error in one.errors]
        for one in self._all:
            one.errors.clear()
        return out

    def close(self) -> None:
        """Stop them all and let their processes go."""
        for one in self._found or ():
            one.close()
