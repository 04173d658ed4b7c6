"""From files and pasted text to article drafts: what an import will do, and reading without stopping at a bad file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from postil.base.errors import PostilError
from postil.base.i18n import N_
from postil.base.ids import article_id
from postil.domain.article import ArticleDraft
from postil.ingest import reader
from postil.operations.queries import Queries


class Fate(StrEnum):
    """What will become of a file."""

    NEW = "new"
    KNOWN = "known"
    SAME_FILE = "same_file"
    SAME_TEXT = "same_text"
    ERROR = "error"


FATE_LABELS: dict[Fate, str] = {
    Fate.NEW: N_("will be imported"),
    Fate.KNOWN: N_("is in the project already"),
    Fate.SAME_FILE: N_("is the same file as another one here"),
    Fate.SAME_TEXT: N_("has the same text as another article; will be imported as its own"),
    Fate.ERROR: N_("cannot be imported"),
}


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file of a plan. `twin` names the article or file that it repeats; `error` says why it cannot come in."""

    path: Path
    name: str
    fate: Fate
    size: int = 0
    twin: str = ""
    error: PostilError | None = None

    @property
    def will_import(self) -> bool:
        """Does it come in?"""
        return self.fate in (Fate.NEW, Fate.SAME_TEXT)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import of these files will do, file by file, in the order given."""

    files: tuple[PlannedFile, ...]

    @property
    def new(self) -> int:
        """How many articles will come in."""
        return sum(file.will_import for file in self.files)

    @property
    def errors(self) -> tuple[PostilError, ...]:
        """What is wrong with files that cannot come in."""
        return tuple(file.error for file in self.files if file.error is not None)


def article_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Files for folders, sorted; files named directly as they are."""
    return reader.article_files(paths)


def scan(paths: Sequence[Path], known: frozenset[str] = frozenset(), texts: frozenset[str] = frozenset()) -> ImportPlan:
    """Look at files without storing anything. Runs anywhere: what the project has is given as sets.

    `known` are the ids of its articles, `texts` the hexadecimal SHA-256 of their texts (see `known_articles`).
    """
    names: dict[str, str] = {}
    by_text: dict[str, str] = {}
    files = [_planned(path, known, texts, names, by_text) for path in article_files(paths)]
    return ImportPlan(tuple(files))


def known_articles(queries: Queries) -> tuple[frozenset[str], frozenset[str]]:
    """What `scan` needs to know of a project: the ids of its articles and the hashes of their texts."""
    return queries.article_digests()


def _planned(path: Path, known: frozenset[str], texts: frozenset[str], names: dict[str, str], by_text: dict[str, str]) -> PlannedFile:
    try:
        draft = reader.read_file(path)
    except PostilError as error:
        return PlannedFile(path, path.name, Fate.ERROR, error=error)
    uuid = article_id(hashlib.sha256(draft.raw).digest())
    text = hashlib.sha256(draft.text.encode()).hexdigest()
    same_file, same_text = names.get(uuid, ""), by_text.get(text, "")
    names.setdefault(uuid, draft.name)
    by_text.setdefault(text, draft.name)
    fate, twin = Fate.NEW, ""
    if uuid in known:
        fate = Fate.KNOWN
    elif same_file:
        fate, twin = Fate.SAME_FILE, same_file
    elif text in texts or same_text:
        fate, twin = Fate.SAME_TEXT, same_text
    return PlannedFile(path, draft.name, fate, len(draft.raw), twin)


def read_files(paths: Sequence[Path]) -> tuple[tuple[ArticleDraft, ...], tuple[PostilError, ...]]:
    """The drafts of files and folders, and what was wrong with the others; one bad file never stops the rest."""
    drafts: list[ArticleDraft] = []
    errors: list[PostilError] = []
    for path in article_files(paths):
        try:
            drafts.append(reader.read_file(path))
        except PostilError as error:
            errors.append(error)
    return tuple(drafts), tuple(errors)


def pasted(text: str, name: str) -> ArticleDraft:
    """The draft of a pasted text. Raises InputError when it is empty, too long or no text."""
    return reader.read_pasted(text, name)
