"""Words as data: load `resources/lexicon/<lang>/*.toml` and find the longest entry at a token.

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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from postil.base import paths
from postil.base.errors import InputError
from postil.base.fold import fold
from postil.suggest.doc import Token
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

LANGUAGES: Final = ("en", "fr", "vi")
OTHERS_FILES: Final = frozenset({"boilerplate.toml"})
"""Files of a lexicon folder that another layer reads, in its own form."""
_MARKERS: Final = frozenset({"{digits}", "{word}", "{capital}", "{sign}", "{edge}"})
_RESERVED: Final = frozenset({"forms", "only_if", "not_if", "conflicts", "tests", "fold", "value", "alias", "capital"})
_END: Final = ""
_NOTHING: Final[dict[str, Any]] = {}

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


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (inclusive) are a form of `entry`."""

    entry: Entry
    first: int
    last: int

    @property
    def end(self) -> int:
        """Index of the token after the match."""
        return self.last + 1


class Lexicon:
    """All tables of one language, each a token trie. Build it with `Lexicon.load`, which remembers."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._tables: dict[str, list[Entry]] = {}
        self._forward: dict[str, dict[str, Any]] = {}
        self._backward: dict[str, dict[str, Any]] = {}
        for entry in entries:
            self._tables.setdefault(entry.table, []).append(entry)
            forward, backward = self._forward.setdefault(entry.table, {}), self._backward.setdefault(entry.table, {})
            for form in _variants(entry):
                _add(forward, form, entry)
                _add(backward, form[::-1], entry)

    @staticmethod
    def load(language: str, extra: Path | None = None) -> Lexicon:
        """The lexicon of `en`, `fr` or `vi` (anything else: English), with a project's own folder on top.

        Raises LexiconError. The result is shared by the whole process and read again when `extra` changes.
        """
        stamp = tuple((p.name, p.stat().st_mtime_ns) for p in sorted(extra.glob("*.toml"))) if extra else ()
        return _load(language if language in LANGUAGES else "en", extra, stamp)

    def table(self, name: str) -> tuple[Entry, ...]:
        """The entries of a table, in the order read; empty when there is none."""
        return tuple(self._tables.get(name, ()))

    def match(self, tokens: Sequence[Token], i: int, table: str, stop: int | None = None) -> Match | None:
        """The longest form of `table` that starts at token `i` and ends before token `stop`, its conditions met."""
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        if i >= end:
            return None
        node = self._forward.get(table, _NOTHING).get(tokens[i].norm)
        best: Match | None = None
        last = i
        while node is not None:
            if _END in node:
                best = _first_allowed(node[_END], tokens, i, last) or best
            last += 1
            if last >= end:
                break
            node = node.get(tokens[last].norm)
        return best

    def matches(self, tokens: Sequence[Token], i: int, table: str, stop: int | None = None) -> list[Match]:
        """Every form of `table` that starts at token `i`, the shortest first."""
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        node = self._forward.get(table, _NOTHING).get(tokens[i].norm) if i < end else None
        found: list[Match] = []
        last = i
        while node is not None:
            allowed = _first_allowed(node[_END], tokens, i, last) if _END in node else None
            if allowed:
                found.append(allowed)
            last += 1
            node = node.get(tokens[last].norm) if last < end else None
        return found

    def match_before(self, tokens: Sequence[Token], i: int, table: str, reach: int = 12) -> Match | None:
        """The longest form of `table`, of at most `reach` tokens, that ends directly before token `i`."""
        if i <= 0 or i > len(tokens):
            return None
        node = self._backward.get(table, _NOTHING).get(tokens[i - 1].norm)
        best: Match | None = None
        first = i - 1
        while node is not None:
            if _END in node:
                best = _first_allowed(node[_END], tokens, first, i - 1) or best
            first -= 1
            node = node.get(tokens[first].norm) if first >= max(0, i - reach) else None
        return best

    def find(self, tokens: Sequence[Token], table: str, first: int = 0, stop: int | None = None) -> list[Match]:
        """All matches of `table` from left to right, the longest at each place, without overlap."""
        out: list[Match] = []
        end = len(tokens) if stop is None or stop > len(tokens) else stop
        trie = self._forward.get(table)
        while trie and first < end:
            match = self.match(tokens, first, table, end) if tokens[first].norm in trie else None
            if match:
                out.append(match)
            first = match.end if match else first + 1
        return out


def _add(trie: dict[str, Any], form: Words, entry: Entry) -> None:
    node = trie
    for word in form:
        node = node.setdefault(word, {})
    node.setdefault(_END, []).insert(0, entry)


def _first_allowed(entries: Sequence[Entry], tokens: Sequence[Token], first: int, last: int) -> Match | None:
    for entry in entries:
        if not entry.is_conditional or _allowed(entry, tokens, first, last):
            return Match(entry, first, last)
    return None


def lexicon_files(folder: Path) -> list[Path]:
    """The files of a folder that hold lexicon tables, by name."""
    return [path for path in sorted(folder.glob("*.toml")) if path.name not in OTHERS_FILES]


def read_entries(path: Path) -> list[Entry]:
    """The entries of one file. Raises LexiconError with file and line."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(str(error), what=str(path), next_step="Correct the file and load it again.") from error
    out: list[Entry] = []
    for table, content in data.items():
        if isinstance(content, dict):
            out += [_compact(path, text, table, value, forms) for value, forms in content.items()]
        elif isinstance(content, list) and all(isinstance(item, dict) for item in content):
            out += [_entry(path, text, table, rank, item) for rank, item in enumerate(content)]
        else:
            raise _error(path, text, f"{table} =", f"'{table}' is neither a table nor a list of entries")
    return out


@lru_cache(maxsize=16)
def _load(language: str, extra: Path | None, _stamp: tuple[tuple[str, int], ...]) -> Lexicon:
    entries: list[Entry] = []
    for folder in (paths.resources("lexicon", "common"), paths.resources("lexicon", language), extra):
        for path in lexicon_files(folder) if folder else ():
            entries += read_entries(path)
    return Lexicon(entries)


def _compact(path: Path, text: str, table: str, value: str, forms: Any) -> Entry:
    if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and f.strip() for f in forms):
        raise _error(path, text, value, f"entry '{value}' of [{table}] needs a list of words")
    return Entry(table, tuple(forms), value, source=f"{path.name}:{_line(text, value, f'[{table}]')}")


def _entry(path: Path, text: str, table: str, rank: int, item: dict[str, Any]) -> Entry:
    forms = _joined(item.get("forms"), item.get("alias", []))
    header = f"[[{table}]]"
    name = f"entry {rank + 1} of {header}" + (f" ({forms[0]})" if isinstance(forms, list) and forms else "")

    def fail(cause: str) -> LexiconError:
        return _error(path, text, header, f"{name}: {cause}", rank)

    if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and norms(shadow(f)) for f in forms):
        raise fail("'forms' must be a list of words or phrases")
    conflicts = item.get("conflicts", [])
    if not isinstance(conflicts, list) or not all(isinstance(c, str) for c in conflicts):
        raise fail("'conflicts' must be a list of phrases")
    words = tuple(_words(c) for c in conflicts)
    for phrase, conflict in zip(conflicts, words, strict=True):
        if not any(_places(conflict, _words(form)) for form in forms):
            raise fail(f"the conflict '{phrase}' holds none of the forms")
    tests = item.get("tests", [])
    if not isinstance(tests, list) or not all(isinstance(t, dict) and isinstance(t.get("text"), str) and "expect" in t for t in tests):
        raise fail("each test needs 'text' and 'expect'")
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
        f"{path.name}:{_line(text, header, '', rank)}",
    )


def _joined(forms: Any, alias: Any) -> Any:
    return forms + alias if isinstance(forms, list) and isinstance(alias, list) else None


def _sides(item: dict[str, Any], key: str, fail: Any) -> Sides:
    content = item.get(key, {})
    if not isinstance(content, dict) or set(content) - {"before", "after"}:
        raise fail(f"'{key}' holds 'before' and 'after' only")
    lists = [content.get(side, []) for side in ("before", "after")]
    for listed in lists:
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise fail(f"'{key}' needs lists of words")
        for word in listed:
            if word.startswith("{") and word not in _MARKERS:
                raise fail(f"'{key}' knows no '{word}'; it knows {', '.join(sorted(_MARKERS))}")
    return Sides(*(tuple((word,) if word in _MARKERS else _words(word) for word in listed) for listed in lists))


def _variants(entry: Entry) -> Iterator[Words]:
    seen = set()
    for form in entry.forms:
        for text in (form, fold(shadow(form))) if entry.fold else (form,):
            words = _words(text)
            if words and words not in seen:
                seen.add(words)
                yield words


def _words(text: str) -> Words:
    return norms(shadow(text))


@lru_cache(maxsize=4096)
def _places(phrase: Words, form: Words) -> tuple[int, ...]:
    return tuple(i for i in range(len(phrase) - len(form) + 1) if phrase[i : i + len(form)] == form)


def _allowed(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    if entry.capital and not any(token.capital for token in tokens[first : last + 1]):
        return False
    for sides, wanted in ((entry.only_if, True), (entry.not_if, False)):
        if sides.before and _stands_before(sides.before, tokens, first) is not wanted:
            return False
        if sides.after and _stands_after(sides.after, tokens, last) is not wanted:
            return False
    return not (entry.conflicts and _is_inside_conflict(entry, tokens, first, last))


def _stands_before(listed: tuple[Words, ...], tokens: Sequence[Token], first: int) -> bool:
    return any(
        _is(words[0], tokens[first - 1] if first else None)
        if words[0] in _MARKERS
        else first >= len(words) and all(tokens[first - len(words) + k].norm == word for k, word in enumerate(words))
        for words in listed
    )


def _stands_after(listed: tuple[Words, ...], tokens: Sequence[Token], last: int) -> bool:
    rest = len(tokens) - last - 1
    return any(
        _is(words[0], tokens[last + 1] if rest else None)
        if words[0] in _MARKERS
        else rest >= len(words) and all(tokens[last + 1 + k].norm == word for k, word in enumerate(words))
        for words in listed
    )


def _is(marker: str, token: Token | None) -> bool:
    if token is None or marker == "{edge}":
        return token is None and marker == "{edge}"
    if marker == "{digits}":
        return token.norm[0].isdigit()
    if marker == "{capital}":
        return token.capital
    is_word = token.norm[0].isalpha()
    return is_word if marker == "{word}" else not is_word and not token.norm[0].isdigit()


def _is_inside_conflict(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    form = tuple(tokens[i].norm for i in range(first, last + 1))
    for phrase in entry.conflicts:
        for place in _places(phrase, form):
            start = first - place
            if start >= 0 and start + len(phrase) <= len(tokens) and all(tokens[start + k].norm == word for k, word in enumerate(phrase)):
                return True
    return False


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
    return LexiconError(cause, what=f"{path}:{line}" if line else str(path), next_step="Correct the entry and load the lexicon again.")
