"""The showing commands: pictures of every screen, the whole job without a display, and the self-test."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from postil import __version__
from postil.app.pictures import Look, draw_all, temporary_home
from postil.base import paths
from postil.base.errors import InputError
from postil.base.i18n import _


def screenshots(options: argparse.Namespace) -> int:
    """Draw every screen into a folder."""
    for path in draw_all(options.out, _look(options)):
        print(path)
    return 0


def _look(options: argparse.Namespace) -> Look:
    if not 75 <= options.text_scale <= 250:
        raise InputError(_("the text scale is a percentage from 75 to 250"), what=str(options.text_scale), next_step=_("Try 100 or 200."))
    return Look(options.language, options.theme.replace("-", "_"), options.text_scale)


def demo(options: argparse.Namespace) -> int:
    """Import the sample articles, extract, export, draw every screen; say where the results lie."""
    from postil.app import headless
    from postil.operations import exporting

    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    headless.extract(argparse.Namespace(paths=sorted(paths.seeds().glob("*.txt")), out=out / "extraction"))
    with temporary_home() as home:
        from postil.app.sample import played_sample

        session = played_sample(home / "sample")
        try:
            for name, write in (("annotations.csv", exporting.export_csv), ("annotations.jsonl", exporting.export_jsonl)):
                write(session, out / name, approved_only=False)
        finally:
            session.close()
    pictures = draw_all(out / "screens", _look(options))
    print(_("Extraction documents: {place}").format(place=out / "extraction"))
    print(_("Annotations as tables: {place}").format(place=out / "annotations.csv"))
    print(_("Annotations as JSON lines: {place}").format(place=out / "annotations.jsonl"))
    print(_("Pictures of {n} screens: {place}").format(n=len(pictures), place=out / "screens"))
    return 0


def self_test(options: argparse.Namespace) -> int:
    """Check that this installation can do its work; every check says what it found."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: list[dict[str, object]] = []
    with temporary_home() as home, TemporaryDirectory(prefix="postil-out-") as out:
        context: dict[str, object] = {"home": home, "out": Path(out)}
        for name, check in _CHECKS.items():
            results.append(_run(name, check, context))
    is_sound = all(r["ok"] for r in results)
    if options.json:
        print(
            json.dumps({"version": __version__, "python": platform.python_version(), "ok": is_sound, "checks": results}, ensure_ascii=False, indent=1)
        )
    else:
        for result in results:
            print(f"{'ok  ' if result['ok'] else 'FAIL'} {result['name']}: {result['found']}")
    return 0 if is_sound else 1


def _run(name: str, check: Callable[[dict[str, object]], str], context: dict[str, object]) -> dict[str, object]:
    try:
        return {"name": name, "ok": True, "found": check(context)}
    except Exception as error:  # noqa: BLE001 - a self-test reports whatever goes wrong
        return {"name": name, "ok": False, "found": f"{type(error).__name__}: {error}"}


def _resources(_context: dict[str, object]) -> str:
    fonts = sorted(paths.resources("fonts").glob("*.ttf"))
    seeds = sorted(paths.seeds().glob("*.txt"))
    if len(fonts) < 8 or len(seeds) != 5:
        raise RuntimeError(f"{len(fonts)} fonts, {len(seeds)} sample articles")
    return f"{len(fonts)} fonts, {len(seeds)} sample articles"


def _sqlite(_context: dict[str, object]) -> str:
    from postil.operations.projects import database_facts

    return ", ".join(f"{key} {value}" for key, value in database_facts().items())


def _sample(context: dict[str, object]) -> str:
    from postil.app.sample import played_sample

    session = played_sample(Path(str(context["home"])) / "sample")
    context["session"] = session
    return f"{sum(session.queries.counts_by_state().values())} articles"


def _session(context: dict[str, object]) -> object:
    if "session" not in context:
        raise RuntimeError("the sample project was not made")
    return context["session"]


def _search(context: dict[str, object]) -> str:
    from postil.operations.rows import LibraryFilter
    from postil.operations.session import Session

    session = _session(context)
    assert isinstance(session, Session)
    found = {text: session.queries.library(LibraryFilter(text=text)).total for text in ("pham minh chinh", "kinh te")}
    if not all(found.values()):
        raise RuntimeError(f"not found: {found}")
    return ", ".join(f"{text}: {n}" for text, n in found.items())


def _exports(context: dict[str, object]) -> str:
    from postil.operations import exporting
    from postil.operations.session import Session

    session = _session(context)
    assert isinstance(session, Session)
    out = Path(str(context["out"]))
    counts = [
        exporting.export_csv(session, out / "a.csv", approved_only=False),
        exporting.export_jsonl(session, out / "a.jsonl", approved_only=False),
    ]
    if not all(counts):
        raise RuntimeError(f"nothing was written: {counts}")
    return f"{counts[0]} rows of CSV, {counts[1]} JSON lines"


def _verify(context: dict[str, object]) -> str:
    from postil.operations import verify
    from postil.operations.session import Session

    session = _session(context)
    assert isinstance(session, Session)
    folder = session.folder
    session.close()
    report = verify.verify(folder)
    if not report.is_sound:
        raise RuntimeError(str(report.as_dict()))
    return "journal, signatures and evidence hold"


def _catalogues(_context: dict[str, object]) -> str:
    from postil.base import i18n

    found = {}
    former = i18n.language()
    for code in ("fr", "vi"):
        i18n.use(code)
        found[code] = _("Library")
    i18n.use(former)
    if "Library" in found.values():
        raise RuntimeError(f"not translated: {found}")
    return ", ".join(found.values())


def _drawing(context: dict[str, object]) -> str:
    pictures = draw_all(Path(str(context["out"])) / "screens", Look())
    sizes = [p.stat().st_size for p in pictures]
    if min(sizes) < 5_000:
        raise RuntimeError(f"an empty picture: {sizes}")
    return f"{len(pictures)} screens"


_CHECKS: dict[str, Callable[[dict[str, object]], str]] = {
    "resources": _resources,
    "database": _sqlite,
    "sample project": _sample,
    "search": _search,
    "export": _exports,
    "verify": _verify,
    "catalogues": _catalogues,
    "drawing": _drawing,
}
