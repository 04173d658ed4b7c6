"""Why a suggestion was made: the lexicon entries that stand behind its evidence, with file and line, for its card."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from postil.domain.annotation import Kind, Suggestion
from postil.domain.selector import Role
from postil.suggest.doc import Doc, Token
from postil.suggest.lexicon import Entry, Lexicon, Match
from postil.suggest.text.markup import wording

MOST: Final = 4
"""A card names so many entries."""
_TABLES: Final[dict[Role, tuple[str, ...]]] = {
    Role.TRIGGER: ("event_verb", "event_noun", "event_short"),
    Role.HEDGE: ("qualifier", "qualifier_after"),
    Role.UNIT: ("currency", "percent", "unit"),
    Role.INDICATOR: ("measure_head", "measure_act", "measure_topic"),
}
"""Where a stage looks for the words that give a piece of evidence its role."""
_SAYING: Final = ("report_verb", "label_verb")
_FRAMES: Final = ("commitment_first", "commitment")


def with_entries(doc: Doc, suggestions: Iterable[Suggestion]) -> list[tuple[str, ...]]:
    """For each suggestion, its entries as "vi/event_nouns.toml:23 hội nghị", the one that names its rule first."""
    lexicon = Lexicon.load(doc.language, doc.folder)
    starts = [token.start for token in doc.tokens]
    frames = {str(entry.get("id")): entry for table in _FRAMES for entry in lexicon.table(table)}
    return [tuple(_entries(doc, lexicon, starts, frames, item))[:MOST] for item in suggestions]


def _entries(doc: Doc, lexicon: Lexicon, starts: Sequence[int], frames: dict[str, Entry], item: Suggestion) -> list[str]:
    out: list[str] = []
    if item.kind is Kind.COMMITMENT:
        entry = frames.get(item.rule.split(".", 2)[-1].removesuffix(".item"))
        return [_said(entry, _words(doc, lexicon, starts, entry, item))] if entry is not None else []
    for piece in item.evidence:
        first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
        tables = _SAYING if item.rule.endswith(".report") else _TABLES.get(piece.role, ())
        found = _best(lexicon, doc.tokens, tables, (first, last), item.rule)
        if found is not None:
            line = _said(found.entry, wording(doc.source.text[doc.tokens[found.first].start : doc.tokens[found.last].end]))
            if line not in out:
                out.append(line)
    return out


def _best(lexicon: Lexicon, tokens: Sequence[Token], tables: tuple[str, ...], place: tuple[int, int], rule: str) -> Match | None:
    """The match that gives the rule its name, else the longest; the first of equals."""
    best: Match | None = None
    for table in tables:
        for match in lexicon.find(tokens, table, *place):
            if best is None or _rank(match, rule) > _rank(best, rule):
                best = match
    return best


def _rank(match: Match, rule: str) -> tuple[bool, int]:
    return f".{match.entry.value}." in rule, match.last - match.first


def _words(doc: Doc, lexicon: Lexicon, starts: Sequence[int], entry: Entry, item: Suggestion) -> str:
    """The words of a frame where it stands in the clause; its first form when they stand outside."""
    piece = item.evidence[0]
    for match in lexicon.find(doc.tokens, entry.table, bisect_left(starts, piece.start), bisect_left(starts, piece.end)):
        if match.entry is entry:
            return wording(doc.source.text[doc.tokens[match.first].start : doc.tokens[match.last].end])
    return "" if entry.forms[0].startswith("{") else entry.forms[0]


def _said(entry: Entry, words: str) -> str:
    return f"{entry.source} {' '.join(words.split())}".rstrip()
