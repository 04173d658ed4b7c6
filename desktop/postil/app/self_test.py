"""The self-test: can this installation do its work? Every check does a piece of it and says what it found."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from postil import __version__
from postil.app.pictures import Look, draw_all, temporary_home
from postil.base import i18n, paths
from postil.base.errors import PostilError
from postil.base.i18n import N_, _, ngettext
from postil.operations.session import Session

SEEDS: Final = 5
FONTS: Final = 8
SMALLEST_PICTURE: Final = 5_000
"""Bytes; a picture of an empty window is smaller."""


class CheckError(Exception):
    """A check found something else than it should; the message says what."""


@dataclass(slots=True)
class Bench:
    """What the checks share: a home of their own, a folder for files, and the sample project once it is made."""

    home: Path
    out: Path
    session: Session | None = None

    @property
    def project(self) -> Session:
        """The sample project. Raises CheckError when it could not be made."""
        if self.session is None:
            raise CheckError(_("there is no sample project to try it on"))
        return self.session


@dataclass(frozen=True, slots=True)
class Result:
    """One check: its name for programs, whether it passed, and what it found, in words."""

    name: str
    is_ok: bool
    found: str


def self_test(options: argparse.Namespace) -> int:
    """Run every check and print the results; 0 when all pass."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results = run_checks()
    is_ok = all(result.is_ok for result in results)
    if options.json:
        checks = [{"name": r.name, "ok": r.is_ok, "found": r.found} for r in results]
        print(json.dumps({"version": __version__, "python": platform.python_version(), "ok": is_ok, "checks": checks}, ensure_ascii=False, indent=1))
        return 0 if is_ok else 1
    for result in results:
        verdict = _("passed") if result.is_ok else _("FAILED")
        print(" · ".join((verdict, _(CHECKS[result.name][0]), result.found)))
    print(
        _("This installation is sound.") if is_ok else _("This installation is not sound. Install Postil again; if that does not help, report this.")
    )
    return 0 if is_ok else 1


def run_checks() -> list[Result]:
    """The results of all checks, in order; one that fails does not stop the others."""
    with temporary_home() as home, TemporaryDirectory(prefix="postil-", ignore_cleanup_errors=True) as out:
        bench = Bench(home, Path(out))
        try:
            return [_result(name, check, bench) for name, (_title, check) in CHECKS.items()]
        finally:
            if bench.session is not None:
                bench.session.close()


def _result(name: str, check: Callable[[Bench], str], bench: Bench) -> Result:
    try:
        return Result(name, is_ok=True, found=check(bench))
    except (PostilError, CheckError) as error:
        return Result(name, is_ok=False, found=str(error))
    except Exception as error:  # noqa: BLE001 - a self-test reports whatever goes wrong; messages of others may name places on this machine
        frame = error.__traceback__
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        where = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame is not None else "?"
        return Result(name, is_ok=False, found=f"{type(error).__name__} ({where})")


def _resources(_bench: Bench) -> str:
    from postil.domain import codebook

    are_listed = all(codebook.shipped(name).entries for name in codebook.LISTS)  # a list that is missing or broken raises
    fonts = len(list(paths.resources("fonts").glob("*.ttf")))
    seeds = len(list(paths.seeds().glob("*.txt")))
    found = _("{fonts} fonts, {articles} sample articles").format(fonts=fonts, articles=seeds)
    if fonts < FONTS or seeds != SEEDS or not are_listed:
        raise CheckError(found)
    return found


def _database(_bench: Bench) -> str:
    from postil.store import driver

    driver.check()
    return driver.describe()


def _sample(bench: Bench) -> str:
    from postil.app.sample import played_sample

    bench.session = played_sample(bench.home / "sample")
    articles = sum(bench.session.queries.counts_by_state().values())
    return ngettext("{n} article", "{n} articles", articles).format(n=articles)


def _search(bench: Bench) -> str:
    from postil.operations.rows import LibraryFilter

    found = {text: bench.project.queries.library(LibraryFilter(text=text)).total for text in ("pham minh chinh", "kinh te")}
    said = ", ".join(f"{text}: {n}" for text, n in found.items())
    if not all(found.values()):
        raise CheckError(said)
    return said


def _exports(bench: Bench) -> str:
    from postil.operations import exporting

    rows = exporting.export_csv(bench.project, bench.out / "a.csv", approved_only=False)
    lines = exporting.export_jsonl(bench.project, bench.out / "a.jsonl", approved_only=False)
    if not rows or rows != lines:
        raise CheckError(f"CSV: {rows}, JSONL: {lines}")
    return ngettext("{n} annotation", "{n} annotations", rows).format(n=rows)


def _verify(bench: Bench) -> str:
    from postil.operations import verify

    report = verify.verify(bench.project)
    if not report.is_sound:
        raise CheckError(" ".join(report.problems))
    return _("Journal, signatures and evidence hold.")


def _catalogues(_bench: Bench) -> str:
    """French and Vietnamese say something else than English, and Qt's own words come in French."""
    from PySide6.QtCore import QCoreApplication

    from postil.app.bootstrap import application
    from postil.ui.qt_words import QtWords

    former = i18n.language()
    words = QtWords(application())
    try:
        found = {}
        for code in ("fr", "vi"):
            i18n.use(code)
            found[code] = _("Library")
        words.use("fr")
        found["Qt"] = QCoreApplication.translate("QPlatformTheme", "Cancel")
    finally:
        i18n.use(former)
        words.use(former)
    if "Library" in found.values() or found["Qt"] == "Cancel":
        raise CheckError(str(found))
    return ", ".join(found.values())


def _drawing(bench: Bench) -> str:
    pictures = draw_all(bench.out / "screens", Look(i18n.language()))
    smallest = min(path.stat().st_size for path in pictures)
    if smallest < SMALLEST_PICTURE:
        raise CheckError(_("a picture is empty"))
    return ngettext("{n} screen", "{n} screens", len(pictures)).format(n=len(pictures))


CHECKS: Final[dict[str, tuple[str, Callable[[Bench], str]]]] = {
    "resources": (N_("Resources"), _resources),
    "database": (N_("Database"), _database),
    "sample": (N_("Sample project"), _sample),
    "search": (N_("Search"), _search),
    "export": (N_("Export"), _exports),
    "verify": (N_("Proof"), _verify),
    "catalogues": (N_("Languages"), _catalogues),
    "drawing": (N_("Screens"), _drawing),
}
"""Name for programs → title for people and what it does; in this order."""
