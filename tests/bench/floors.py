"""The floors: what bare SQLite, bare Qt and bare libraries take for the same work, in the same run."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench import corpus
from tests.bench.measure import call, median_of, memory_at, percentile, seconds, time_until

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication(sys.argv[:1])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not getattr(self, "seen", False):
            self.seen = True
            QTimer.singleShot(0, painted)
def painted():
    print("painted", flush=True)
    if len(sys.argv) == 1:
        app.quit()
    else:
        QTimer.singleShot(int(sys.argv[1]), stay)
def stay():
    print("idle", flush=True)
    sys.stdin.read()
    app.quit()
window = Window(); window.setCentralWidget(QPlainTextEdit()); window.resize(1280, 800); window.show()
app.exec()
"""


def bare_window() -> float:
    """Seconds from process start to the first paint of a window with an empty text field."""
    return time_until(BARE_WINDOW, "painted")


def bare_window_memory(settle_ms: int) -> float:
    """Memory in MB of that window `settle_ms` after it was painted."""
    return memory_at(BARE_WINDOW, "idle", str(settle_ms))


def _sqlite() -> Any:
    try:
        import pysqlite3
    except ImportError:
        import sqlite3

        return sqlite3
    return pysqlite3


def connect(path: Path) -> Any:
    """A plain connection in WAL and FULL, as the floors were measured."""
    db = _sqlite().connect(str(path), isolation_level=None)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    return db


def import_rows_and_index(path: Path, texts: list[tuple[str, str]]) -> float:
    """Seconds for rows, then one insert-select into an external-content FTS5 table, in one transaction, into a new file `path`."""
    path.unlink(missing_ok=True)
    db = connect(path)
    db.execute("create table article(id integer primary key, name text, text text)")
    db.execute("create virtual table fts using fts5(text, content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2')")

    def work() -> None:
        db.execute("begin immediate")
        db.executemany("insert into article(name, text) values (?, ?)", texts)
        db.execute("insert into fts(rowid, text) select id, text from article")
        db.execute("commit")

    took = seconds(work)
    db.close()
    return took


_FIRST = "select a.id, a.name, snippet(fts, 0, '[', ']', '…', 12) from fts join article a on a.id = fts.rowid where fts match ? limit 50"
_BEST = """with hit as materialized (select rowid as id from fts where fts match ? order by rank limit 50)
    select a.id, a.name, snippet(fts, 0, '[', ']', '…', 12) from hit join fts on fts.rowid = hit.id
    join article a on a.id = hit.id where fts match ?"""


def search_seconds(path: Path, query: str, *, is_ranked: bool = False, times: int = 15) -> float:
    """Median seconds of FTS5's first (or best, by bm25) 50 with snippets on the floor's table in `path`."""
    db = connect(path)
    quoted = " ".join(f'"{word}"' for word in query.split())
    sql, values = (_BEST, (quoted, quoted)) if is_ranked else (_FIRST, (quoted,))
    found = median_of(times, lambda: db.execute(sql, values).fetchall())
    db.close()
    return found


def commit_seconds(folder: Path, times: int = 200) -> tuple[float, float]:
    """Median and 95th percentile in seconds of one small row per commit, WAL and FULL."""
    path = folder / "commit.sqlite3"
    path.unlink(missing_ok=True)
    db = connect(path)
    db.execute("create table annotation(id integer primary key, article integer, body text)")
    taken = []
    for n in range(times):
        start = time.perf_counter()
        db.execute("begin immediate")
        db.execute("insert into annotation(article, body) values (?, ?)", (n % 50, json.dumps({"value": "31400000000", "unit": "USD"})))
        db.execute("commit")
        taken.append(time.perf_counter() - start)
    db.close()
    return percentile(taken, 0.5), percentile(taken, 0.95)


def export_database(folder: Path, count: int, articles: int) -> Path:
    """A database with `count` annotations of `articles` articles, for `export_seconds`."""
    path = folder / f"export-{count}.sqlite3"
    path.unlink(missing_ok=True)
    db = connect(path)
    db.execute("create table article(id integer primary key, text text)")
    db.execute("create table annotation(id integer primary key, article integer, start integer, end integer, body text)")
    db.execute("begin")
    db.executemany("insert into article values (?, ?)", ((n, corpus.article(n)) for n in range(articles)))
    rows = ((n % articles, n % 1500, n % 1500 + 30, json.dumps({"value": str(n), "unit": "USD"})) for n in range(count))
    db.executemany("insert into annotation(article, start, end, body) values (?, ?, ?, ?)", rows)
    db.execute("commit")
    db.close()
    return path


def export_seconds(database: Path) -> float:
    """Seconds to read every annotation with its article's text and write them as JSON lines."""
    db = connect(database)

    def work() -> None:
        whole = dict(db.execute("select id, text from article").fetchall())
        with database.with_suffix(".jsonl").open("w", encoding="utf-8") as out:
            for article, start, end, body in db.execute("select article, start, end, body from annotation"):
                line = {"article": article, "start": start, "end": end, "exact": whole[article][start:end], "body": json.loads(body)}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")

    took = seconds(work)
    db.close()
    return took


def detect_seconds(texts: Sequence[str]) -> float:
    """Seconds per article of langdetect with three profiles on the first 1,000 characters and one regular expression, on one core."""
    return float(call("tests.bench.floors:_detect", list(texts)))


def _detect(texts: list[str]) -> float:
    import re

    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_json_profile([Path(PROFILES_DIRECTORY, language).read_text("utf-8") for language in ("en", "fr", "vi")])
    factory.set_seed(0)
    pattern = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|[0-9][0-9.,]*\s*(?:%|USD|billion|milliards|tỷ|triệu)?", re.IGNORECASE)

    def one(text: str) -> None:
        detector = factory.create()
        detector.append(text[:1000])
        detector.detect()
        pattern.findall(text)

    def all_of_them() -> None:
        for text in texts:
            one(text)

    one(texts[0])
    return seconds(all_of_them) / len(texts)


def marked_text_seconds(file: str, marks: int) -> float:
    """Median seconds until the text in `file` with `marks` formats stands painted in a QPlainTextEdit. For `measure.call`."""
    from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    app = QApplication([])
    text = Path(file).read_text("utf-8")
    edit = QPlainTextEdit()
    edit.resize(800, 760)
    edit.show()
    app.processEvents()
    step = max(12, len(text) // marks)
    form = QTextCharFormat()
    form.setBackground(QColor("khaki"))

    def once() -> None:
        edit.setPlainText(text)
        by_block: dict[int, tuple[Any, list[QTextLayout.FormatRange]]] = {}
        for n in range(marks):
            at = n * step % len(text)
            block = edit.document().findBlock(at)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = at - block.position(), 10, form
            by_block.setdefault(block.blockNumber(), (block, []))[1].append(piece)
        for block, formats in by_block.values():
            block.layout().setFormats(formats)
        edit.viewport().update()
        app.processEvents()

    return median_of(7, once)
