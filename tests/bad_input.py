"""What goes wrong outside Postil, made to order: bad files, damaged projects, projects that others hold, disks without room."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from postil.store import driver, schema

ROOT = Path(__file__).resolve().parents[2]
GOOD = "Exports rise\n\nHanoi, 20 December 2024 - Exports reached nearly 60 billion USD in 2024, the ministry said.\n"


def surroundings(**values: str) -> dict[str, str]:
    """The environment for such a program."""
    return os.environ | {"PYTHONPATH": str(ROOT / "desktop")} | values


def prints(folder: Path) -> dict[str, str]:
    """What every file of a project holds, but for the lock and SQLite's scratch files: name → hash."""
    passing = ("lock", "lock.json", "store.sqlite3-shm", "store.sqlite3-wal")
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in passing)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Inside, no file of the folder changes, comes or goes."""
    before = prints(folder)
    assert before
    yield
    assert prints(folder) == before


HUGE = 300 * 1024**3
"""Bytes of a file that would take minutes to read, and takes no room: it is one hole."""


def empty(path: Path) -> None:
    path.touch()


def blank(path: Path) -> None:
    path.write_text(" \n\t\n", "utf-8")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")


def oversized(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


def wrongly_encoded(path: Path) -> None:
    path.write_bytes("﻿Xuất khẩu tăng".encode() + b"\xc3\x28\xff")


def half_a_letter(path: Path) -> None:
    path.write_bytes("Xuất khẩu".encode("utf-16") + b"\x00")


def unreadable(path: Path) -> None:
    path.write_text(GOOD, "utf-8")
    path.chmod(0)


def vanished(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def another_format(path: Path) -> None:
    path.with_suffix(".docx").write_bytes(b"PK\x03\x04")


BAD = [empty, blank, binary, pdf, oversized, wrongly_encoded, half_a_letter, unreadable, vanished]


def _rewrite(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage(project: Path) -> None:
        path = project / name
        path.write_bytes(change(path.read_bytes()))

    return damage


def _newer_file(project: Path) -> None:
    path = project / "project.postil"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"format": 99}), "utf-8")


def _newer_database(project: Path) -> None:
    with closing(driver.connect(project / "store.sqlite3")) as raw:
        raw.execute(f"PRAGMA user_version={schema.FORMAT + 1}")


def _gone(name: str) -> Callable[[Path], None]:
    return lambda project: (project / name).unlink()


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "no project file": (_gone("project.postil"), "project.postil"),
    "project file empty": (_rewrite("project.postil", lambda _old: b""), "project.postil"),
    "project file no JSON": (_rewrite("project.postil", lambda _old: b"{not json"), "project.postil"),
    "project file another JSON": (_rewrite("project.postil", lambda _old: b"[1, 2]"), "project.postil"),
    "newer project file": (_newer_file, "project.postil"),
    "no database": (_gone("store.sqlite3"), "store.sqlite3"),
    "database empty": (_rewrite("store.sqlite3", lambda _old: b""), "store.sqlite3"),
    "database with a zeroed header": (_rewrite("store.sqlite3", lambda old: bytes(100) + old[100:]), "store.sqlite3"),
    "database cut short": (_rewrite("store.sqlite3", lambda old: old[: len(old) // 2 + 7]), "store.sqlite3"),
    "database of random bytes": (_rewrite("store.sqlite3", lambda old: bytes((n * 37 + 11) % 256 for n in range(len(old)))), "store.sqlite3"),
    "newer database": (_newer_database, "store.sqlite3"),
}
"""What happened to a project → how, and which file is to be named."""


HOLD = """
import sys
from pathlib import Path
from postil.ingest.reader import LARGEST_BYTES
from postil.operations.projects import open_project
session = open_project(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
session.close()
"""


@contextmanager
def held(project: Path) -> Iterator[None]:
    """Inside, another process has the project open."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings()) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"open\n"
        try:
            yield
        finally:
            other.stdin.close()
            other.wait(30)


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Inside, `place` is a disk of three megabytes; skipped where none can be mounted (tests that inject the fault run everywhere)."""
    place.mkdir()
    mount = shutil.which("mount") if sys.platform.startswith("linux") and os.geteuid() == 0 else None
    options = ["-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if mount is None or subprocess.run([mount, *options], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """A file that takes all room but `leave` bytes."""
    file = disk / "fill"
    room = shutil.disk_usage(disk).free - leave
    file.write_bytes(bytes(room))
    assert shutil.disk_usage(disk).free <= max(leave, 4096)
    return file
