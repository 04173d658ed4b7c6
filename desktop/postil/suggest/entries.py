"""Lexicon files: read and check `lexicon/<lang>/*.toml`, every mistake told with file, line and entry.

How a file looks
----------------
Files of `common/` are read for every language, then those of the language, then a project's own folder.
A file may hold several tables; entries of one table from several files are joined, and a later form
replaces an equal earlier one. Two ways to write a table (one way in one file):

    [[qualifier]]                          # one entry: forms and any attributes
    forms = ["gần"]                        # literals, any case, any kind of space or apostrophe; never patterns
    value = "nearly"                       # attributes are free: the stage that reads the table names them
    position = "before"
    alias = ["xấp xỉ"]                     # more forms; generated files keep them apart from what CLDR says
    fold = true                            # also match without accents (default false)
    capital = true                         # only where one of its words has a capital (default false)
    not_if = {after = ["như"], before = ["{digits}"]}
    only_if = {after = ["{digits}"]}
    conflicts = ["gần như", "lân cận gần"] # longer phrases inside which this entry is no match
    tests = [{text = "gần 60 hoạt động", expect = "gần"}, {text = "gần như vậy", expect = ""}]

    [month]                                # compact: value = forms
    "1" = ["january", "jan"]

`only_if` asks that one of the neighbours stands directly before (or after); with both sides, each must hold.
`not_if` refuses the match when one of the neighbours stands there. A neighbour is a literal or one of
`{digits}`, `{word}`, `{capital}`, `{sign}`, `{edge}` (nothing there). `tests` are run by the gate: the first
match of this entry's table in `text` is `expect` ("" means none). Every error names file, line and entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from postil.base.errors import InputError
from postil.base.i18n import _
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

OTHERS_FILES: Final = frozenset({"boilerplate.toml"})
"""Files of a lexicon folder that another layer reads, in its own form."""
MARKERS: Final = frozenset({"{digits}", "{word}", "{capital}", "{sign}", "{edge}"})
_RESERVED: Final = frozenset({"forms", "only_if", "not_if", "conflicts", "tests", "fold", "value", "alias", "capital"})

Words = tuple[str, ...]


class LexiconError(InputError):
    """A lexicon file that cannot be used as it is; `what` is file:line, the cause names the entry."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Neighbours: token sequences directly before and directly after a match."""

    before: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what its forms mean (`value`, `attributes`) and where it may stand. `source` is file:line."""

    table: str
    forms: tuple[str, ...]
    value: Any = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    only_if: Sides = Sides()
    not_if: Sides = Sides()
    conflicts: tuple[Words, ...] = ()
    tests: tuple[Mapping[str, Any], ...] = ()
    fold: bool = False
    capital: bool = False
    source: str = ""
    is_conditional: bool = field(init=False, compare=False, default=False)

    def __post_init__(self) -> None:
        bound = (self.capital, self.conflicts, *(sides.before or sides.after for sides in (self.only_if, self.not_if)))
        object.__setattr__(self, "is_conditional", any(map(bool, bound)))

    def get(self, name: str, default: Any = None) -> Any:
        """Attribute `name`, or `default`."""
        return self.attributes.get(name, default)

    @property
    def id(self) -> str:
        """A short name for cards and logs: table and value, or table and first form."""
        return f"{self.table}.{self.attributes.get('id') or self.value or self.forms[0]}"


def lexicon_files(folder: Path) -> list[Path]:
    """The files of a folder that hold lexicon tables, by name."""
    return [path for path in sorted(folder.glob("*.toml")) if path.name not in OTHERS_FILES]


def read_entries(path: Path) -> list[Entry]:
    """The entries of one file. Raises LexiconError with file and line."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(error), what=str(path), next_step=_("Correct the file and load it again.")) from error
    out: list[Entry] = []
    for table, content in data.items():
        if isinstance(content, dict):
            out += [_compact(path, text, table, value, forms) for value, forms in content.items()]
        elif isinstance(content, list) and all(isinstance(item, dict) for item in content):
            out += [_entry(path, text, table, rank, item) for rank, item in enumerate(content)]
        else:
            raise _error(path, text, f"{table} =", _("“{table}” is neither a table nor a list of entries").format(table=table))
    return out


def _compact(path: Path, text: str, table: str, value: str, forms: Any) -> Entry:
    if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and f.strip() for f in forms):
        raise _error(path, text, value, _("entry “{value}” of [{table}] needs a list of words").format(value=value, table=table))
    return Entry(table, tuple(forms), value, source=f"{_place(path)}:{_line(text, value, f'[{table}]')}")


def _entry(path: Path, text: str, table: str, rank: int, item: dict[str, Any]) -> Entry:
    forms = _joined(item.get("forms"), item.get("alias", []))
    header = f"[[{table}]]"
    name = _("entry {number} of {table}").format(number=rank + 1, table=header) + (f" ({forms[0]})" if isinstance(forms, list) and forms else "")

    def fail(cause: str) -> LexiconError:
        return _error(path, text, header, f"{name}: {cause}", rank)

    if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and norms(shadow(f)) for f in forms):
        raise fail(_("“forms” must be a list of words or phrases"))
    conflicts = item.get("conflicts", [])
    if not isinstance(conflicts, list) or not all(isinstance(c, str) for c in conflicts):
        raise fail(_("“conflicts” must be a list of phrases"))
    words = tuple(words_of(c) for c in conflicts)
    for phrase, conflict in zip(conflicts, words, strict=True):
        if not any(places_of(conflict, words_of(form)) for form in forms):
            raise fail(_("the conflict “{phrase}” holds none of the forms").format(phrase=phrase))
    tests = item.get("tests", [])
    if not isinstance(tests, list) or not all(isinstance(t, dict) and isinstance(t.get("text"), str) and "expect" in t for t in tests):
        raise fail(_("each test needs “text” and “expect”"))
    return Entry(
        table,
        tuple(forms),
        item.get("value"),
        {key: content for key, content in item.items() if key not in _RESERVED},
        _sides(item, "only_if", fail),
        _sides(item, "not_if", fail),
        words,
        tuple(tests),
        bool(item.get("fold", False)),
        bool(item.get("capital", False)),
        f"{_place(path)}:{_line(text, header, '', rank)}",
    )


def _joined(forms: Any, alias: Any) -> Any:
    return forms + alias if isinstance(forms, list) and isinstance(alias, list) else None


def _sides(item: dict[str, Any], key: str, fail: Any) -> Sides:
    content = item.get(key, {})
    if not isinstance(content, dict) or set(content) - {"before", "after"}:
        raise fail(_("“{key}” holds “before” and “after” only").format(key=key))
    lists = [content.get(side, []) for side in ("before", "after")]
    for listed in lists:
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise fail(_("“{key}” needs lists of words").format(key=key))
        for word in listed:
            if word.startswith("{") and word not in MARKERS:
                raise fail(_("“{key}” knows no “{word}”; it knows {known}").format(key=key, word=word, known=", ".join(sorted(MARKERS))))
    return Sides(*(tuple((word,) if word in MARKERS else words_of(word) for word in listed) for listed in lists))


def words_of(text: str) -> Words:
    """A form as the tokens it has to meet."""
    return norms(shadow(text))


@lru_cache(maxsize=4096)
def places_of(phrase: Words, form: Words) -> tuple[int, ...]:
    """At which words of `phrase` the words of `form` stand in it."""
    return tuple(i for i in range(len(phrase) - len(form) + 1) if phrase[i : i + len(form)] == form)


def _place(path: Path) -> str:
    """The file as a card names it: "vi/qualifiers.toml"."""
    return f"{path.parent.name}/{path.name}"


def _line(text: str, needle: str, after: str = "", rank: int = 0) -> int:
    """The line (from 1) of the `rank`-th `needle` behind the first `after`; 0 when it is not found."""
    at = text.find(after) if after else 0
    for turn in range(rank + 1):
        at = text.find(needle, at + (1 if turn or after else 0))
        if at < 0:
            return 0
    return text.count("\n", 0, at) + 1


def _error(path: Path, text: str, needle: str, cause: str, rank: int = 0) -> LexiconError:
    line = _line(text, needle, "", rank)
    return LexiconError(cause, what=f"{path}:{line}" if line else str(path), next_step=_("Correct the entry and load the lexicon again."))
