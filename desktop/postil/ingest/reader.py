"""Files and pasted text to article drafts: finds the files, guards size and access, and asks the right reader."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Protocol

from postil.base.errors import InputError
from postil.base.i18n import _
from postil.domain.article import ArticleDraft
from postil.ingest.text_reader import TextReader, read_pasted_text

LARGEST_BYTES: Final = 10 * 1024 * 1024
"""Larger files are refused before they are read."""


class Reader(Protocol):
    """One file format. A new format is one class in one file and one entry in `READERS`."""

    @property
    def name(self) -> str:
        """What `ArticleDraft.reader` will say."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File endings in lower case, with the dot."""

    def read(self, data: bytes, name: str) -> ArticleDraft:
        """The draft of the bytes of file `name`. Raises InputError."""


READERS: Final[tuple[Reader, ...]] = (TextReader(),)


def known_suffixes() -> tuple[str, ...]:
    """Every file ending that some reader takes."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def read_file(path: Path) -> ArticleDraft:
    """The draft of one file. Raises InputError with the file's name, the cause and the next step."""
    name = (path.name or str(path)).encode("utf-8", "replace").decode("utf-8")  # a name may hold bytes that are no text
    reader = next((r for r in READERS if path.suffix.lower() in r.suffixes), None)
    try:
        _guard(path, name)
        if reader is None:
            raise _no_reader(path, name)
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise _unreadable(error, name) from error
    if len(data) > LARGEST_BYTES:  # it grew between the two looks
        raise _too_large(len(data), name)
    return reader.read(data, name)


def read_pasted(text: str, name: str) -> ArticleDraft:
    """The draft of pasted text. Raises InputError when it is empty, too long or no text."""
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_BYTES:
        raise _too_large(len(text), name)
    return read_pasted_text(text, name)


def article_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """`paths` with every folder replaced by the files in it that a reader takes, sorted, each file once.

    Files named directly are kept whatever their ending, and so are paths that do not exist: `read_file` says
    what is wrong with them, and the rest of a batch goes on. Hidden files and folders are passed over.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _expanded(path):
            found.setdefault(file.absolute(), file)
    return tuple(found.values())


def _expanded(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    suffixes = known_suffixes()
    blocked: list[Path] = []
    files: list[Path] = []
    for folder, inner, names in os.walk(path, onerror=lambda error: blocked.append(Path(error.filename))):
        inner[:] = [name for name in inner if not name.startswith(".")]
        files += [Path(folder, name) for name in names if not name.startswith(".") and Path(name).suffix.lower() in suffixes]
    yield from sorted(files + blocked)


def _guard(path: Path, name: str) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # a folder that cannot be opened says so
        raise InputError(_("It is a folder."), what=name, next_step=_("Choose the files in it, or import the folder as a whole."))
    if not stat.S_ISREG(status.st_mode):
        raise InputError(_("It is not an ordinary file."), what=name, next_step=_("Choose a text file."))
    if status.st_size > LARGEST_BYTES:
        raise _too_large(status.st_size, name)


def _no_reader(path: Path, name: str) -> InputError:
    endings = ", ".join(known_suffixes())
    cause = _("Files ending in “{suffix}” cannot be read.").format(suffix=path.suffix) if path.suffix else _("It has no file ending.")
    return InputError(cause, what=name, next_step=_("Save the article as plain text ({endings}) and import that.").format(endings=endings))


def _too_large(size: int, name: str) -> InputError:
    cause = _("It has {size} MB; {limit} MB is the most an article may have.").format(
        size=f"{size / 1024 / 1024:.1f}", limit=LARGEST_BYTES // 1024 // 1024
    )
    return InputError(cause, what=name, next_step=_("Split it into its articles and import those."))


def _unreadable(error: OSError, name: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(_("It is not there any more."), what=name, next_step=_("Check the path, or whether the drive is still connected."))
    if isinstance(error, PermissionError):
        return InputError(_("You are not allowed to read it."), what=name, next_step=_("Change its permissions, or copy it to a folder of yours."))
    cause = _("It cannot be read: {reason}.").format(reason=error.strerror or error.__class__.__name__)
    return InputError(cause, what=name, next_step=_("Copy it to this computer and import the copy."))
