"""The headless data commands: extract, import, export, verify, rebuild, over the same operations as the window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from postil.app import reports, suggesting
from postil.app.suggesting import make_suggestions
from postil.base.errors import InputError, PostilError, StoreError
from postil.base.i18n import _, ngettext
from postil.domain.article import ArticleDraft
from postil.operations import exporting, extraction_document, importing, projects, rebuild, verify
from postil.operations.articles import ImportArticles
from postil.operations.session import Session
from postil.operations.worker import settle
from postil.store.folder import MANIFEST, Folder

BATCH: Final = 200
"""Articles read and stored at a time: memory stays small, and what is stored stays when the process is stopped."""


def extract(options: argparse.Namespace) -> int:
    """Extraction documents of files; a file that can't be read is named on standard error and the rest goes on."""
    if options.out is not None:
        exporting.make_folder(options.out)
    files, problems = _files(options.paths)
    written = _Written(options.out)
    faults = suggesting.faults_of(options.lexicon) if options.lexicon is not None else ()
    if faults:
        raise faults[0]
    for path in files:
        try:
            written.add(extraction_document.extract_file(path, options.lexicon), path)
            if path == files[0]:
                settle()
        except PostilError as error:
            problems.append(_located(error, path))
            say_problems(problems[-1:])
    return 1 if problems else 0


class _Written:
    """The documents of one run: `DIR/<stem>.json` each, or lines on standard output; no file of this run is written twice."""

    def __init__(self, out: Path | None) -> None:
        self._out = out
        self._files: dict[tuple[int, int], Path] = {}

    def add(self, document: dict[str, object], source: Path) -> None:
        """Write the document of `source`. Raises InputError where another one of this run already has its name."""
        if self._out is None:
            print(json.dumps(document, ensure_ascii=False), flush=True)
            return
        target = self._out / f"{source.stem}.json"
        former = self._files.get(_identity(target))
        if former is not None:
            raise InputError(
                _("Its extraction would replace the one of “{file}”, which has the same name.").format(file=former),
                what=str(source),
                next_step=_("Rename one of the two, or extract it into another folder."),
            )
        exporting.write_atomically(target, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        self._files[_identity(target)] = source


def _identity(path: Path) -> tuple[int, int]:
    """Which file this is on the disk, however its name is spelt there; (0, 0) when there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def _files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], list[PostilError]]:
    """The files that `paths` mean, and a problem for each folder without an article, already said."""
    problems: list[PostilError] = [
        InputError(_("There is no article in this folder."), what=str(path), next_step=_("Articles are files ending in .txt; name the right folder."))
        for path in paths
        if path.is_dir() and not importing.article_files([path])
    ]
    say_problems(problems)
    return importing.article_files(paths), problems


def _located(error: PostilError, path: Path) -> PostilError:
    """The error with the path as it was given: names alone are not enough when folders are read."""
    return type(error)(error.cause, what=str(path), next_step=error.next_step) if error.what == path.name else error


def say_problems(problems: Sequence[PostilError]) -> None:
    """One line a problem on standard error: the file, the cause, the next step."""
    for problem in problems:
        print(problem, file=sys.stderr, flush=True)


def import_articles(options: argparse.Namespace) -> int:
    """Import files into a project, then make suggestions for what is new."""
    files, problems = _files(options.paths)
    session: Session | None = None
    step, taken = "", 0
    try:
        for start in range(0, len(files), BATCH):
            drafts, faults = _read(files[start : start + BATCH])
            say_problems(faults)
            problems += faults
            session = session or (_opened(options.project) if drafts else None)
            if session is not None and drafts:
                changes = session.apply(ImportArticles(drafts=drafts), within=step)
                if changes.articles:  # otherwise nothing was written, and the last step is somebody's earlier work
                    step, taken = session.last_step(), taken + len(changes.articles)
                for note in changes.notes:
                    print(note)
        print(ngettext("{n} article imported", "{n} articles imported", taken).format(n=taken))
        if session is not None and not options.no_suggestions:
            problems += make_suggestions(session)
    finally:
        if session is not None:
            session.close()
    return 1 if problems else 0


def _read(files: Sequence[Path]) -> tuple[tuple[ArticleDraft, ...], list[PostilError]]:
    drafts: list[ArticleDraft] = []
    faults: list[PostilError] = []
    for path in files:
        read, wrong = importing.read_files([path])
        drafts += read
        faults += [_located(error, path) for error in wrong]
    return tuple(drafts), faults


def _opened(place: Path) -> Session:
    """The project at `place`, made where there is none; warnings go to standard error. Raises StoreError or ConflictError."""
    exists = place.is_file() or Folder(place).manifest.exists() or Folder(place).database.exists()
    session = projects.open_project(place) if exists else projects.create_project(place, _title(place))
    if session.is_read_only:
        session.close()
        raise StoreError(" ".join(session.warnings), what=str(place), next_step=_("Nothing was imported; make it writable, then import again."))
    for warning in session.warnings:
        print(warning, file=sys.stderr)
    return session


def _title(place: Path) -> str:
    """The title of a project in a new folder: the folder's name, without bytes that are no text."""
    return place.resolve().name.encode("utf-8", "replace").decode("utf-8")


def export(options: argparse.Namespace) -> int:
    """Export annotations as CSV or JSON lines; works on a read-only project."""
    kind = options.format or options.out.suffix.lstrip(".").lower()
    writers = {"csv": exporting.export_csv, "jsonl": exporting.export_jsonl}
    if kind not in writers:
        raise InputError(_("The format cannot be told from the name."), what=str(options.out), next_step=_("Add --format csv or --format jsonl."))
    _spare_the_project(options.project, options.out)
    session = projects.open_project(options.project, read_only=True)
    try:
        count = writers[kind](session, options.out, approved_only=options.approved)
    finally:
        session.close()
    print(ngettext("{n} annotation written to {file}", "{n} annotations written to {file}", count).format(n=count, file=options.out))
    return 0


def _spare_the_project(project: Path, out: Path) -> None:
    """Raises InputError for an export that would replace one of the project's own files."""
    folder = Folder((project.parent if project.name == MANIFEST else project).resolve())
    own = (folder.manifest, folder.database, folder.write_ahead_log, folder.lock, folder.receipt)
    if out.resolve() in own or out.resolve().is_relative_to(folder.backups):
        raise InputError(_("This is one of the project's own files."), what=str(out), next_step=_("Export to another file."))


def check(options: argparse.Namespace) -> int:
    """Verify journal, signatures and evidence of a project."""
    report = verify.verify(options.project)
    print(reports.as_json(report) if options.json else "\n".join(reports.of_verify(report)))
    return 0 if report.is_sound else 1


def rebuild_views(options: argparse.Namespace) -> int:
    """Drop and rebuild every derived table from the journal."""
    report = rebuild.rebuild(options.project)
    print(reports.as_json(report) if options.json else "\n".join(reports.of_rebuild(report)))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "extract": extract,
    "import": import_articles,
    "export": export,
    "verify": check,
    "rebuild": rebuild_views,
    "suggest": suggesting.suggest,
    "suggesters": suggesting.suggesters,
    "lexicon": suggesting.check_lexicon,
}
