"""Exports: extraction documents as JSON lines for programs, one row an annotation as CSV for people.

Both are written beside their place and renamed when they are whole. The CSV is for spreadsheets: texts that a
spreadsheet would run as a formula get an apostrophe in front, and the first line says so; the JSON lines are untouched.
"""

from __future__ import annotations

import csv
import errno
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TextIO

from postil.base.errors import StoreError
from postil.base.i18n import _
from postil.domain.article import META_FIELDS
from postil.domain.parts import tags_of
from postil.operations.extraction_document import SCHEMA
from postil.operations.fields import FIELDS
from postil.operations.session import Session
from postil.store import errors, folder
from postil.store.read import export
from postil.store.read.export import ExportedAnnotation, ExportedArticle

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula, full-width forms included."""
COLUMNS: Final = (
    "article_id", "article_file", "article_title", "article_language", "article_published", "annotation_id", "kind", "state", "author", "origin",
    "rule", "start", "end", "quote", "evidence_broken", "changed_since_approval", "approved_by", "approved_at", "tags",
)  # fmt: skip
_LINKS: Final = ('"relates_to":', '"target_figure":')
_BODY_COLUMNS: Final = {"start": "event_start", "end": "event_end", "title": "event_title", "type": "event_type", "kind": "commitment_kind"}
"""Names of body fields that would be taken for others in one flat row."""


def body_columns() -> tuple[str, ...]:
    """The columns of all fields of all kinds, each once."""
    names = [spec.json_name for specs in FIELDS.values() for spec in specs]
    return tuple(dict.fromkeys(_BODY_COLUMNS.get(name, name) for name in [*names, "inferred"]))


def export_jsonl(session: Session, out: Path, *, approved_only: bool = False) -> int:
    """Write one extraction document a line, for each article; how many annotations. Raises StoreError."""
    names = _names(session)
    with _whole(out) as file, errors.translated(session.store.folder.database):
        return _write_documents(session, file, names, approved_only=approved_only)


def export_csv(session: Session, out: Path, *, approved_only: bool = False) -> int:
    """Write one row an annotation; how many. Raises StoreError."""
    names = _names(session)
    with _whole(out) as file, errors.translated(session.store.folder.database):
        file.write("\ufeff")  # so that spreadsheets read it as UTF-8
        writer = csv.writer(file, lineterminator="\r\n")
        note = _("Texts that begin like a formula have an apostrophe (') in front. For programs, export as JSON lines.")
        writer.writerow([f"# Postil · {note}"])
        writer.writerow([*COLUMNS, *body_columns()])
        return _write_rows(session, writer, names, approved_only=approved_only)


def write_atomically(path: Path, text: str) -> None:
    """Give `path` this content, whole or not at all. Raises StoreError naming the file."""
    _refuse_folder(path)
    with _told(path):
        folder.replace_file(path, text.encode("utf-8"))


def make_folder(path: Path) -> None:
    """Make a folder for files, and those above it. Raises StoreError naming it."""
    if path.exists() and not path.is_dir():
        raise StoreError(_("It is a file, not a folder."), what=str(path), next_step=_("Choose another place."))
    with _told(path):
        path.mkdir(parents=True, exist_ok=True)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise StoreError(_("It is a folder."), what=str(path), next_step=_("Name a file in it."))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Run a block that writes `path`; what the system says against it leaves as StoreError about that file, not about the project."""
    try:
        yield
    except (OSError, StoreError) as error:
        system = error if isinstance(error, OSError) else error.__cause__
        if not isinstance(system, OSError):
            raise  # of the database, and said so
        causes = {
            errno.ENOENT: _("The folder for it is not there."),
            errno.ENOTDIR: _("The folder for it is not there."),
            errno.ENOSPC: _("The disk is full, so it was not written."),
            errno.EDQUOT: _("The disk is full, so it was not written."),
            errno.EROFS: _("It may not be written."),
            errno.EACCES: _("It may not be written."),
            errno.EPERM: _("It may not be written."),
        }
        cause = causes.get(system.errno or 0) or _("The system reports: {reason}").format(reason=system.strerror or type(system).__name__)
        raise StoreError(cause, what=str(path), next_step=_("Choose another place; nothing else was changed.")) from system


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    """A file that appears under its name only when everything stands in it, on the disk."""
    _refuse_folder(path)
    with _told(path), folder.replacing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", newline="")
        yield text
        text.detach()  # which flushes it, and leaves the file to whoever opened it


def _names(session: Session) -> dict[str, str]:
    return {person.id: person.name for person in session.queries.people()}


def _grouped(session: Session, *, approved_only: bool) -> Iterator[tuple[ExportedArticle, list[ExportedAnnotation]]]:
    """Every article with its annotations; two cursors walk in step, so nothing is held but one article."""
    connection = session.store.connection
    groups = groupby(export.annotation_rows(connection, approved_only=approved_only), key=lambda annotation: annotation.article)
    number, group = next(groups, (0, iter(())))
    for article in export.articles(connection, approved_only=approved_only):
        found: list[ExportedAnnotation] = []
        if number == article.number:
            found = list(group)
            number, group = next(groups, (0, iter(())))
        yield article, found


def _resolved(annotation: ExportedAnnotation, links: dict[tuple[str, str], str]) -> str:
    """The body as JSON text, with links to suggestions leading to what their author made of them."""
    if not any(link in annotation.body for link in _LINKS):
        return annotation.body
    body = json.loads(annotation.body)
    for link in ("relates_to", "target_figure"):
        if link in body:
            body[link] = links.get((annotation.author, body[link]), body[link])
    return _dumped(body)


def _write_documents(session: Session, file: TextIO, names: dict[str, str], *, approved_only: bool) -> int:
    approvers = export.approvers(session.store.connection)
    links = export.own_of_suggestions(session.store.connection)
    count = 0
    for article, found in _grouped(session, approved_only=approved_only):
        head = _dumped(_article(article))
        lines = ",".join(_annotation(a, names, approvers.get(a.uuid), _resolved(a, links)) for a in found)
        file.write(f'{{"schema":"{SCHEMA}","article":{head},"zones":{article.zones or "[]"},"annotations":[{lines}]}}\n')
        count += len(found)
    return count


def _article(article: ExportedArticle) -> dict[str, Any]:
    """The article's part of a document, as `extraction_document.article_document` makes it."""
    meta = json.loads(article.meta) if article.meta else {}
    known = {name: meta[name] for name in META_FIELDS if meta.get(name, {}).get("value")}
    out: dict[str, Any] = {
        "id": article.uuid,
        "file": article.name,
        "raw_sha256": article.raw.hex(),
        "text_sha256": article.text.hex(),
        **{name: found["value"] for name, found in known.items()},
        "found": {name: [found.get("start", 0), found["end"]] for name, found in known.items() if found.get("end")},
        "corrected": [name for name, found in meta.items() if found.get("by_person")],
        "tags": tags_of(json.loads(article.fields)) if article.fields else [],
    }
    return {name: value for name, value in out.items() if value not in ([], {})}


def _annotation(annotation: ExportedAnnotation, names: dict[str, str], approval: tuple[str, int] | None, body: str) -> str:
    """One annotation of a document as JSON text; evidence and body are put in as they are stored."""
    fields = json.loads(annotation.fields)
    head: dict[str, Any] = {
        "id": annotation.uuid,
        "kind": annotation.kind,
        "state": annotation.state,
        "author": annotation.author,
        "author_name": names.get(annotation.author, annotation.author),
        "origin": fields.get("origin", ""),
        "rule": fields.get("rule", ""),
        "confidence": fields.get("confidence", 1000),
        "suggestion": fields.get("suggestion", ""),
        "version": annotation.head.hex(),
        "evidence_state": "broken" if annotation.broken else "ok",
        "changed_since_approval": annotation.changed,
    }
    said = {name: value for name, value in head.items() if value != "" and value is not False}
    said["tags"] = tags_of(fields)
    if approval is not None:
        by, at_ms = approval
        said["reviews"] = [{"verdict": "approve", "by": by, "by_name": names.get(by, by), "at": _iso(at_ms), "version": annotation.head.hex()}]
    return f'{_dumped(said)[:-1]},"evidence":{annotation.evidence},"body":{body}}}'


def _write_rows(session: Session, writer: Any, names: dict[str, str], *, approved_only: bool) -> int:
    approvers = export.approvers(session.store.connection)
    links = export.own_of_suggestions(session.store.connection)
    empty = [""] * len(body_columns())
    place = {name: number for number, name in enumerate(body_columns())}
    count = 0
    for article, found in _grouped(session, approved_only=approved_only):
        head = [harmless(cell) for cell in (article.uuid, article.name, article.title, article.language, article.published)]
        for annotation in found:
            fields, evidence, body = json.loads(f"[{annotation.fields},{annotation.evidence},{_resolved(annotation, links)}]")
            cells = empty.copy()  # most fields of most annotations are empty
            for name, value in body.items():
                at = place.get(_BODY_COLUMNS.get(name, name))
                if at is not None:
                    cells[at] = harmless(_cell(value))
            writer.writerow([*head, *map(harmless, _row(annotation, fields, evidence, names, approvers.get(annotation.uuid))), *cells])
            count += 1
    return count


def _row(
    annotation: ExportedAnnotation, fields: dict[str, Any], evidence: list[Any], names: dict[str, str], approval: tuple[str, int] | None
) -> list[Any]:
    first = evidence[0] if evidence else {"start": "", "end": "", "exact": ""}
    by, at = (names.get(approval[0], approval[0]), _iso(approval[1])) if approval else ("", "")
    return [
        annotation.uuid, annotation.kind, annotation.state, names.get(annotation.author, annotation.author), fields.get("origin", ""),
        fields.get("rule", ""), first["start"], first["end"], first["exact"], int(annotation.broken), int(annotation.changed), by, at,
        " ".join(tags_of(fields)),
    ]  # fmt: skip


def _cell(value: Any) -> Any:
    """A list in one cell: names of places and people, or words."""
    if isinstance(value, list):
        return "; ".join(item["name"] if isinstance(item, dict) else str(item) for item in value)
    return value


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet runs: numbers as they are, texts that begin like a formula with an apostrophe in front."""
    if not isinstance(cell, str) or not cell.startswith(FORMULA_SIGNS):
        return cell
    return cell if _is_number(cell) else "'" + cell


def _is_number(text: str) -> bool:
    digits = text[1:] if text[:1] in "+-" else text
    whole, _point, fraction = digits.partition(".")
    return whole.isascii() and whole.isdigit() and (not fraction or (fraction.isascii() and fraction.isdigit()))


def _iso(at_ms: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at_ms / 1000))


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
