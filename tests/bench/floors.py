"""The floors: what bare SQLite, bare Qt and bare libraries take for the same work, in the same run."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from tests.bench import corpus
from tests.bench.measure import python, seconds, time_until

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
app = QApplication(sys.argv[:1])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not getattr(self, "seen", False):
            self.seen = True
            import psutil
            print("painted", psutil.Process().memory_full_info().uss / 1e6, flush=True)
            app.quit()
window = Window(); window.setCentralWidget(QPlainTextEdit()); window.resize(1280, 800); window.show()
app.exec()
"""


def bare_window() -> float:
    """Seconds from process start to the first paint of a window with an empty text field."""
    return time_until(BARE_WINDOW, "painted")


def bare_window_memory() -> float:
    """Unique memory in MB of that window."""
    return float(python(BARE_WINDOW).split()[1])


def _sqlite() -> Any:
    try:
        import pysqlite3

        return pysqlite3
    except ImportError:
        import sqlite3

        return sqlite3


def connect(path: Path) -> Any:
    """A plain connection in WAL and FULL, as the floors were measured."""
    db = _sqlite().connect(str(path), isolation_level=None)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    return db


def import_rows_and_index(folder: Path, texts: list[tuple[str, str]]) -> float:
    """Seconds for rows, then one insert-select into an external-content FTS5 table, in one transaction."""
    db = connect(folder / "floor.sqlite3")
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


def search_first_50(folder: Path, query: str, times: int = 30) -> float:
    """Median seconds of an FTS5 "first 50 + snippet" on the floor's table."""
    db = connect(folder / "floor.sqlite3")
    sql = "select a.id, a.name, snippet(fts, 0, '[', ']', '…', 12) from fts join article a on a.id = fts.rowid where fts match ? limit 50"
    quoted = " ".join(f'"{word}"' for word in query.split())
    taken = sorted(seconds(lambda: db.execute(sql, (quoted,)).fetchall()) for _ in range(times))
    db.close()
    return taken[len(taken) // 2]


def annotation_commit(folder: Path, times: int = 200) -> float:
    """Median seconds of one small row per commit, WAL and FULL."""
    db = connect(folder / "commit.sqlite3")
    db.execute("create table annotation(id integer primary key, article integer, body text)")
    taken = []
    for n in range(times):
        start = time.perf_counter()
        db.execute("begin immediate")
        db.execute("insert into annotation(article, body) values (?, ?)", (n % 50, json.dumps({"value": "31400000000", "unit": "USD"})))
        db.execute("commit")
        taken.append(time.perf_counter() - start)
    db.close()
    return sorted(taken)[len(taken) // 2]


def export_rows(folder: Path, count: int) -> float:
    """Seconds to read `count` annotation rows with their article's text and write them as JSON lines."""
    db = connect(folder / "export.sqlite3")
    db.execute("create table article(id integer primary key, text text)")
    db.execute("create table annotation(id integer primary key, article integer, start integer, end integer, body text)")
    texts = [(n, corpus.article(n)) for n in range(200)]
    db.execute("begin")
    db.executemany("insert into article values (?, ?)", texts)
    rows = ((n % 200, n % 1500, n % 1500 + 30, json.dumps({"value": str(n), "unit": "USD"})) for n in range(count))
    db.executemany("insert into annotation(article, start, end, body) values (?, ?, ?, ?)", rows)
    db.execute("commit")

    def work() -> None:
        whole = dict(db.execute("select id, text from article").fetchall())
        with (folder / "floor.jsonl").open("w", encoding="utf-8") as out:
            for article, start, end, body in db.execute("select article, start, end, body from annotation"):
                out.write(json.dumps({"article": article, "exact": whole[article][start:end], "body": json.loads(body)}, ensure_ascii=False) + "\n")

    took = min(seconds(work) for _ in range(3))
    db.close()
    return took


def langdetect_start(texts: list[str]) -> float:
    """Seconds per article of langdetect with three profiles on the first 1,000 characters, plus one regular expression pass."""
    code = """
import json, re, sys, time
from langdetect.detector_factory import DetectorFactory, PROFILES_DIRECTORY
from pathlib import Path
factory = DetectorFactory(); factory.load_json_profile([Path(PROFILES_DIRECTORY, l).read_text('utf-8') for l in ('en', 'fr', 'vi')])
factory.set_seed(0)
texts = json.load(open(sys.argv[1], encoding='utf-8'))
pattern = re.compile(r'[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|[0-9][0-9.,]*\\s*(?:%|USD|billion|milliards|tỷ|triệu)?', re.I)
def one(text):
    detector = factory.create(); detector.append(text[:1000]); detector.detect(); pattern.findall(text)
one(texts[0]); start = time.perf_counter()
for text in texts: one(text)
print((time.perf_counter() - start) / len(texts))
"""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(texts), "utf-8")
        return float(python(code, str(path)))


TEXT_FLOOR = """
import sys, time, json
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCharFormat, QTextLayout, QColor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication(sys.argv[:1])
text = open(sys.argv[1], encoding='utf-8').read(); count = int(sys.argv[2])
edit = QPlainTextEdit(); edit.resize(800, 760); edit.show(); app.processEvents()
step = max(12, len(text) // count)
form = QTextCharFormat(); form.setBackground(QColor('#fe9'))
def once():
    start = time.perf_counter()
    edit.setPlainText(text)
    ranges = {}
    for n in range(count):
        block = edit.document().findBlock(n * step % len(text))
        r = QTextLayout.FormatRange(); r.start = n * step % len(text) - block.position(); r.length = 10; r.format = form
        ranges.setdefault(block.blockNumber(), (block, []))[1].append(r)
    for block, formats in ranges.values(): block.layout().setFormats(formats)
    edit.viewport().update(); app.processEvents()
    return time.perf_counter() - start
once(); taken = sorted(once() for _ in range(7)); print(taken[3])
"""


def text_with_marks(folder: Path, text: str, marks: int) -> float:
    """Seconds to show `text` with `marks` formats in a QPlainTextEdit, painted."""
    path = folder / "text.txt"
    path.write_text(text, "utf-8")
    return float(python(TEXT_FLOOR, str(path), str(marks)))
