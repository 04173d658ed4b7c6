"""Which suggesters are installed, and how one is made: the entry-point group `postil.suggesters`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from postil.base.i18n import _
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.suggest.protocol import Suggester, SuggesterError

GROUP: Final = "postil.suggesters"
PACKAGE: Final = "postil"
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Installed:
    """A suggester that can be asked: the author it signs as, the version and the package it comes from."""

    name: str
    version: str
    package: str


def plug_ins() -> tuple[Installed, ...]:
    """The suggesters that other packages bring, by name; the built-in one is not among them.

    Looks at the names only: nothing of a plug-in is imported here. A name that no author can have is passed over.
    """
    found = {entry.name: Installed(entry.name, _version(entry), entry.dist.name if entry.dist else "") for entry in _entries()}
    return tuple(found[name] for name in sorted(found))


def make(name: str, lexicon: Path | None = None) -> Suggester:
    """The suggester of that name, made; `lexicon` is a project's own, which only the built-in one reads.

    Raises SuggesterError when there is none of the name, or it cannot be made.
    Whatever its package does at import happens here: call it in a process that may be lost, unless it is the built-in one.
    """
    if name == BUILT_IN_SUGGESTER:
        from postil.suggest.engine import Rules

        return Rules(lexicon)
    for entry in _entries():
        if entry.name == name:
            return _made(entry)
    raise SuggesterError(_("it is not installed here"), what=name)


def _made(entry: EntryPoint) -> Suggester:
    try:
        suggester = entry.load()()
    except Exception as error:
        raise SuggesterError(_("it cannot be started: {cause}").format(cause=type(error).__name__), what=entry.name) from error
    if not callable(getattr(suggester, "suggest", None)):
        raise SuggesterError(_("it has no method “suggest”"), what=entry.name)
    made: Suggester = suggester
    return made


def _entries() -> tuple[EntryPoint, ...]:
    """Entry points of other packages than Postil whose name can stand in the journal as an author's."""
    found = entry_points(group=GROUP)
    return tuple(entry for entry in found if _is_name(entry.name) and (entry.dist is None or entry.dist.name != PACKAGE))


def _is_name(name: str) -> bool:
    """A short name of letters, digits, dots, dashes; Postil's own are taken, and a slash parts name and version in the journal."""
    plain = name.replace(".", "").replace("-", "").replace("_", "")
    return plain.isalnum() and plain.isascii() and len(name) <= _LONGEST and not name.startswith(f"{PACKAGE}.")


def _version(entry: EntryPoint) -> str:
    return entry.dist.version.replace("/", "-") if entry.dist else "0"
