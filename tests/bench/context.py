"""What the benchmarks of one run share: how much to measure, a home of their own, and projects that are made once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from tests.bench import corpus, floors
from tests.bench.measure import call


@dataclass(frozen=True)
class Scale:
    """How much is measured. The names of rows say the real numbers, so a quick run never passes for a full one."""

    articles: int = 10_000
    few: int = 1_000
    exported: int = 30_000
    spans: int = 5_000
    points: int = 100_000
    behind: int = 220
    repeats: int = 5


FULL = Scale()
QUICK = Scale(articles=2_000, few=500, exported=3_000, spans=1_000, points=10_000, behind=80, repeats=2)
LARGE = Scale(articles=100_000, repeats=3)


class Bench:
    """One run: its scale, and the folder that everything is made in."""

    def __init__(self, folder: Path, scale: Scale = FULL) -> None:
        self.folder = folder
        self.scale = scale

    def home(self, name: str, *, suggests: bool = False) -> dict[str, str]:
        """The environment of a Postil with a home of its own, in which nothing works behind the window unless `suggests`."""
        home = self.folder / f"home-{name}"
        (home / "config").mkdir(parents=True, exist_ok=True)
        (home / "config" / "settings.json").write_text(json.dumps({"version": 1, "suggest_on_import": suggests}), "utf-8")
        return {"POSTIL_HOME": str(home)}

    def place(self, name: str) -> Path:
        """A new empty folder of this run; the path of an old one with that name is made free."""
        import shutil

        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path

    @cache  # noqa: B019 - there is one Bench in a process, and it lives as long
    def files(self, count: int) -> Path:
        """A folder with the first `count` articles of the corpus as text files."""
        folder = self.place(f"files-{count}")
        for name, text in corpus.articles(count):
            (folder / name).write_text(text, "utf-8", newline="\n")
        return folder

    @cached_property
    def project(self) -> Path:
        """A closed project with `scale.articles` articles."""
        made = self.folder / "project"
        if not made.exists():  # else the import has been measured, and left it here
            call("tests.bench.imports:import_files", str(made), str(self.files(self.scale.articles)))
        return made

    @cached_property
    def floor(self) -> Path:
        """The same articles in a bare table with a bare FTS5 index."""
        made = self.folder / "floor-search.sqlite3"
        floors.import_rows_and_index(made, corpus.articles(self.scale.articles))
        return made
