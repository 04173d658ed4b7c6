"""What signs the runs of the built-in suggester: the version of the rules, and a mark of a project's own lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Final

VERSION: Final = "1.1"
"""Version of the rules; it travels with every run, so that a later one can be told from it."""


def version(lexicon_folder: Path | None = None) -> str:
    """The version of the rules, with eight digits of the project's own lexicon behind a plus where it has one."""
    if lexicon_folder is None:
        return VERSION
    from postil.suggest.lexicon import fingerprint

    mark = fingerprint(lexicon_folder)
    return f"{VERSION}+{mark}" if mark else VERSION
