"""Is a project's own lexicon sound: every file reads, every table is one that some stage looks into, every test in it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from postil.base import paths
from postil.base.i18n import _
from postil.suggest.entries import Entry, LexiconError, lexicon_files, read_entries
from postil.suggest.lexicon import COMMON, LANGUAGES, Lexicon, own_files
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def check(folder: Path) -> tuple[LexiconError, ...]:
    """Everything that is wrong with the lexicon in `folder`, each with file and line; empty when it can be used.

    `folder` holds files for every language, and folders `common`, `en`, `fr`, `vi`, as the shipped lexicon does.
    """
    faults: list[LexiconError] = []
    entries: list[tuple[Path, Entry]] = []
    for path in sorted({path for language in LANGUAGES for path in own_files(folder, language)}):
        try:
            entries += [(path, entry) for entry in read_entries(path)]
        except LexiconError as error:
            faults.append(error)
    faults += [_unknown(path, entry) for path, entry in entries if entry.table not in tables()]
    if not faults:  # the tests need a lexicon that loads
        faults += [fault for path, entry in entries for fault in _failures(path, entry, folder)]
    return tuple(faults)


def first_match(lexicon: Lexicon, table: str, text: str) -> str:
    """The words of `text` that the first match of a table takes; empty when there is none."""
    plain = shadow(text)
    tokens = tokenize(plain)
    matches = lexicon.find(tokens, table)
    return plain[tokens[matches[0].first].start : tokens[matches[0].last].end] if matches else ""


def failed(entry: Entry, test: Mapping[str, Any], lexicon: Lexicon) -> str:
    """What a test beside an entry found instead of what it expects, in words; empty when it holds."""
    found = first_match(lexicon, entry.table, test["text"])
    if found == test["expect"]:
        return ""
    return _("in “{text}” the table {table} finds “{found}”, the test expects “{expected}”").format(
        text=test["text"], table=entry.table, found=found, expected=test["expect"]
    )


@cache
def tables() -> frozenset[str]:
    """The tables of the shipped lexicon: no stage looks into any other."""
    folders = [paths.resources("lexicon", name) for name in (COMMON, *LANGUAGES)]
    return frozenset(entry.table for folder in folders for path in lexicon_files(folder) for entry in read_entries(path))


def _unknown(path: Path, entry: Entry) -> LexiconError:
    near = get_close_matches(entry.table, tables(), 1)
    cause = _("no rule looks into a table “{table}”").format(table=entry.table)
    step = _("Did you mean “{near}”?").format(near=near[0]) if near else _("Correct the entry and load the lexicon again.")
    return LexiconError(cause, what=_where(path, entry), next_step=step)


def _failures(path: Path, entry: Entry, folder: Path) -> Iterator[LexiconError]:
    languages = (path.parent.name,) if path.parent.name in LANGUAGES else LANGUAGES
    for test in entry.tests:
        for language in languages:
            cause = failed(entry, test, Lexicon.load(language, folder))
            if cause:
                yield LexiconError(cause, what=_where(path, entry), next_step=_("Correct the entry and load the lexicon again."))
                break


def _where(path: Path, entry: Entry) -> str:
    return f"{path}:{entry.source.rpartition(':')[2]}"
