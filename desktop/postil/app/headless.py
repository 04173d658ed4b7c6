"""The headless data commands: extract, import, export, verify, rebuild, over the same operations as the window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from postil.base.errors import InputError, PostilError
from postil.base.i18n import _, ngettext
from postil.operations import exporting, extraction_document, importing, projects, rebuild, verify
from postil.operations.analysis import InlineAnalyser
from postil.operations.articles import ImportArticles


def extract(options: argparse.Namespace) -> int:
    """Extraction documents of files; a file that can't be read is named on standard error and the rest goes on."""
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    stems: set[str] = set()
    for path in importing.article_files(options.paths):
        try:
            document = extraction_document.extract_file(path)
            _write_document(document, path, options.out, stems)
        except PostilError as error:
            failed += 1
            print(error, file=sys.stderr)
    return 1 if failed else 0


def _write_document(document: dict[str, object], path: Path, out: Path | None, stems: set[str]) -> None:
    if out is None:
        print(json.dumps(document, ensure_ascii=False), flush=True)
        return
    if path.stem in stems:
        raise InputError(_("another file of this run has the same name"), what=str(path), next_step=_("Rename it or extract it into another folder."))
    stems.add(path.stem)
    exporting.write_atomically(out / f"{path.stem}.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def import_articles(options: argparse.Namespace) -> int:
    """Import files into a project, then make suggestions for what is new."""
    folder = options.project
    exists = folder.is_file() or (folder / "project.postil").exists()
    session = projects.open_project(folder) if exists else projects.create_project(folder, folder.resolve().name)
    try:
        drafts, errors = importing.read_files(importing.article_files(options.paths))
        changes = session.apply(ImportArticles(drafts=drafts)) if drafts else None
        taken = len(changes.articles) if changes else 0
        for note in changes.notes if changes else ():
            print(note)
        for error in errors:
            print(error, file=sys.stderr)
        print(ngettext("{n} article imported", "{n} articles imported", taken).format(n=taken))
        if not options.no_suggestions:
            analyser = InlineAnalyser(session)
            analyser.start()
            while analyser.is_busy:
                analyser.poll()
    finally:
        session.close()
    return 1 if errors else 0


def export(options: argparse.Namespace) -> int:
    """Export annotations as CSV or JSON lines; works on a read-only project."""
    kind = options.format or options.out.suffix.lstrip(".").lower()
    writers = {"csv": exporting.export_csv, "jsonl": exporting.export_jsonl}
    if kind not in writers:
        raise InputError(_("the format can't be told from the name"), what=str(options.out), next_step=_("Add --format csv or --format jsonl."))
    session = projects.open_project(options.project, read_only=True)
    try:
        count = writers[kind](session, options.out, approved_only=options.approved)
    finally:
        session.close()
    print(ngettext("{n} annotation written to {file}", "{n} annotations written to {file}", count).format(n=count, file=options.out))
    return 0


def check(options: argparse.Namespace) -> int:
    """Verify journal, signatures and evidence of a project."""
    report = verify.verify(options.project)
    _print_report(report.as_dict(), options.json)
    return 0 if report.is_sound else 1


def rebuild_views(options: argparse.Namespace) -> int:
    """Drop and rebuild every derived table from the journal."""
    report = rebuild.rebuild(options.project)
    _print_report(report.as_dict(), options.json)
    return 0


def _print_report(report: dict[str, object], as_json: bool) -> None:
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
        return
    for key, value in report.items():
        if isinstance(value, list):
            for item in value:
                print(f"{key}: {item}")
        else:
            print(f"{key}: {value}")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "extract": extract,
    "import": import_articles,
    "export": export,
    "verify": check,
    "rebuild": rebuild_views,
}
