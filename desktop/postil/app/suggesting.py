"""The headless commands about suggesters: make suggestions, list who is installed, check a lexicon."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from postil.base.errors import InputError, PostilError
from postil.base.i18n import _, ngettext
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.operations import projects
from postil.operations.analysis import LEXICON, InlineAnalyser
from postil.operations.plug_ins import PlugIns
from postil.operations.session import Session
from postil.operations.suggesting import Suggesting
from postil.store.folder import Folder
from postil.suggest import lexicon_check, registry
from postil.suggest.version import VERSION

_POLL_S: Final = 0.005


def make_suggestions(session: Session, *, again: bool = False) -> list[PostilError]:
    """The suggestions that are missing, by all suggesters; what went wrong is said on standard error and returned."""
    suggesting = Suggesting(InlineAnalyser(session), PlugIns(session))
    problems: list[PostilError] = []
    try:
        suggesting.start(renew=again)
        while suggesting.is_busy:
            if suggesting.poll() is None:
                time.sleep(_POLL_S)
        problems += suggesting.errors()
    finally:
        suggesting.close()
    for problem in problems:
        print(problem, file=sys.stderr, flush=True)
    return problems


def suggest(options: argparse.Namespace) -> int:
    """Make the suggestions that a project lacks; with `--again` also those of older rules or another lexicon."""
    session = projects.open_project(options.project)
    try:
        problems = make_suggestions(session, again=options.again)
    finally:
        session.close()
    return 1 if problems else 0


def suggesters(options: argparse.Namespace) -> int:
    """One line a suggester: name, version, package."""
    del options
    print(f"{BUILT_IN_SUGGESTER}\t{VERSION}\tpostil")
    for one in registry.plug_ins():
        print(f"{one.name}\t{one.version}\t{one.package}")
    return 0


def faults_of(lexicon: Path) -> tuple[PostilError, ...]:
    """What is wrong with a lexicon folder. Raises InputError when there is none."""
    if not lexicon.is_dir():
        raise InputError(_("There is no such folder."), what=str(lexicon), next_step=_("Name a lexicon folder, or a project that has one."))
    return lexicon_check.check(lexicon)


def check_lexicon(options: argparse.Namespace) -> int:
    """Every fault of a lexicon folder, or of a project's own lexicon, with file and line."""
    folder: Path = options.folder
    faults = faults_of(folder / LEXICON if Folder(folder).manifest.exists() else folder)
    for fault in faults:
        print(fault)
    if not faults:
        print(_("The lexicon is sound."))
    else:
        print(ngettext("{n} fault", "{n} faults", len(faults)).format(n=len(faults)))
    return 1 if faults else 0
