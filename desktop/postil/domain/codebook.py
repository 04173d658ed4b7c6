"""Code lists: trilingual, versioned lists of indicators, units, counted nouns, tags and countries, read from TOML.

A file of `resources/codes/` holds `version = 1` and `[[entry]]` tables with `id`, one label a language (`en`,
`fr`, `vi`), optional `terms.<language>` (words that mean it in a text), `unit` and `group`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from postil.base import paths
from postil.base.errors import InputError
from postil.base.fold import fold
from postil.base.i18n import LANGUAGES, language

LISTS = ("indicators", "units", "counted", "tags", "countries")


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code with its labels and the words that mean it, by language."""

    id: str
    labels: dict[str, str]
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = ""
    group: str = ""

    def haystack(self) -> str:
        """Everything it can be found by, folded: id, labels and terms in all languages."""
        words = [self.id.replace("_", " "), self.id, *self.labels.values()]
        return fold("\x1f".join([*words, *(term for terms in self.terms.values() for term in terms)]))

    def label(self, in_language: str = "") -> str:
        """The label in a language (the interface's by default), else English, else the id in words."""
        wanted = in_language or language()
        return self.labels.get(wanted) or self.labels.get("en") or self.id.replace("_", " ")


@dataclass(frozen=True, slots=True)
class CodeList:
    """A named list of entries; `by_id` finds one."""

    name: str
    version: int
    entries: tuple[CodeEntry, ...]
    by_id: dict[str, CodeEntry]

    def label(self, code: str, in_language: str = "") -> str:
        """The label of `code`; a code that is not in the list reads as its words."""
        entry = self.by_id.get(code)
        return entry.label(in_language) if entry else code.replace("_", " ")


@cache
def shipped(name: str) -> CodeList:
    """The code list `name` (one of LISTS) that ships with Postil."""
    return load(paths.resources("codes", f"{name}.toml"))


def load(path: Path) -> CodeList:
    """Read one file. Raises InputError naming the file and the entry."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        entries = tuple(_entry(item) for item in data["entry"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"not a code list: {error}", what=str(path), next_step="Restore the file from the installation.") from error
    by_id = {entry.id: entry for entry in entries}
    if len(by_id) != len(entries):
        raise InputError("an id stands twice", what=str(path), next_step="Give each entry an id of its own.")
    return CodeList(path.stem, int(data["version"]), entries, by_id)


def _entry(item: dict[str, object]) -> CodeEntry:
    labels: dict[str, str] = {code: str(item[code]) for code in LANGUAGES if code in item}
    terms = item.get("terms", {})
    words = {str(code): tuple(str(w) for w in forms) for code, forms in terms.items()} if isinstance(terms, dict) else {}
    return CodeEntry(str(item["id"]), labels, words, str(item.get("unit", "")), str(item.get("group", "")))
