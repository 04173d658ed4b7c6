"""All suggestions of a project, made behind: those of the built-in rules first, then those of installed plug-ins."""

from __future__ import annotations

from postil.base.errors import PostilError
from postil.operations.analysis import Analyser
from postil.operations.changes import Changes
from postil.operations.plug_ins import PlugIns


class Suggesting:
    """The built-in suggester and the plug-ins with one face. `start` looks for work, `poll` stores what is ready."""

    def __init__(self, analyser: Analyser, plug_ins: PlugIns) -> None:
        self._analyser = analyser
        self._plug_ins = plug_ins

    @property
    def is_busy(self) -> bool:
        """Is there work under way or waiting?"""
        return self._analyser.is_busy or self._plug_ins.is_busy

    @property
    def pending(self) -> int:
        """How many articles are known to wait, for whichever suggester works now."""
        return self._analyser.pending if self._analyser.is_busy else self._plug_ins.pending

    def start(self, *, renew: bool = False) -> None:
        """Look for articles without suggestions and begin.

        `renew` also looks again at articles still at work whose suggestions come from older rules or another lexicon,
        and gives plug-ins that were switched off another chance.
        """
        self._analyser.start(renew=renew)
        if not self._analyser.is_busy or renew:
            self._plug_ins.start(again=renew)

    def poll(self) -> Changes | None:
        """Store what is ready; what changed, or None. Raises StoreError."""
        changes = self._analyser.poll()
        if changes is None:
            changes = self._plug_ins.poll()
        if not self.is_busy:
            self._plug_ins.start()
        return changes

    def errors(self) -> list[PostilError]:
        """What went wrong since the last call."""
        out = [*self._analyser.errors, *self._plug_ins.errors()]
        self._analyser.errors.clear()
        return out

    def close(self) -> None:
        """Stop; what is stored stays, the rest is made another time."""
        self._analyser.close()
        self._plug_ins.close()
