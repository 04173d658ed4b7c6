"""Dates and periods: in any text (`find`), and as a stage of the built-in suggester (`dates`, `with_dates`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from postil.domain.zone import ZoneKind
from postil.suggest.dating.compose import Piece, pieces
from postil.suggest.dating.context import ARTICLE, PLAIN, Context, Style, Years, reference_of, reported_year, years_of
from postil.suggest.dating.items import Items, first_words
from postil.suggest.dating.patterns import grammar
from postil.suggest.dating.resolve import resolve
from postil.suggest.dating.when import When
from postil.suggest.doc import DateMention, Doc, Sentence, Source
from postil.suggest.lexicon import Lexicon
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+|\]\([^)\n]*\)|[\w.+-]+@[\w-]+\.\w+")
_HINT: Final = re.compile(r"://|www\.|\]\(|@")
_MONTH_FIRST: Final = frozenset({"US", "PH", "FM", "PW", "MH"})
"""Countries that write the month before the day in digits."""
_BACK: Final = 16
"""A year lends itself to so many dates after it in its sentence."""
_REACH: Final = 12
"""A word of the future holds for dates so many tokens away, in its part of the sentence."""
_OPENING: Final = 4
_HEAD: Final = 3
"""The day of an article without a publication date is looked for in so many first sentences of its body."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The pieces of one sentence."""

    sentence: Sentence
    pieces: tuple[Piece, ...]
    ahead: tuple[bool, ...]

    def text(self, doc: Doc) -> str:
        """The words of the sentence."""
        return doc.shadow[self.sentence.start : self.sentence.end]


def find(text: str, language: str, reference: str | date | None = None, *, country: str = "") -> tuple[DateMention, ...]:
    """Dates, periods, durations, frequencies and clock times of `text` in reading order, as EDTF where they have one.

    `language` is `en`, `fr` or `vi`. `reference` is the day (a date, or EDTF) from which "yesterday" or "20/12" is
    understood; without it such mentions keep what they say (`XXXX-12-20`) or have an empty `edtf`. `country` (ISO
    3166-1) tells whether 04/05/2025 has its month first; without it English has, as in other libraries, and the other
    languages have not; the other reading is in `other`. Spans are code points of `text`. Needs neither Qt nor a project; never raises on any text.

    Where the readings of articles and of other texts part, this is the one of other texts: "three years ago" is a day
    (in articles the year); a day or month without a year that is neither just over nor close lies in the calendar year
    of the reference (in articles in the past); "until 2030", "by 2030" and "before 2030" are `../2030`, "after 2030" is
    `2030/..` (in articles the year itself); a text that is only a weekday names the next one; a date without a year goes
    on in the year, more than one away from the reference, that a month or day of the sentence before it names.
    """
    published = reference.isoformat() if isinstance(reference, date) else reference or ""
    plain = shadow(text)
    tokens = tokenize(plain)
    source = Source(text, language, published=published, country=country or ("US" if language == "en" else ""))
    doc = Doc(source, plain, tokens, sentences(plain, tokens, (), language), language=language)
    return tuple(mention for mention in _read(doc, PLAIN).dates if mention.kind != "name")


def dates(doc: Doc) -> tuple[DateMention, ...]:
    """The field `Doc.dates` for `doc`, which has its tokens and sentences: every time in title and body.

    A year that is part of a name ("Meet Korea 2025") has kind `name`, so that it is taken for no figure either.
    """
    return with_dates(doc).dates


def with_dates(doc: Doc) -> Doc:
    """`doc` with `dates`, `reported_year` (may be empty), and the day it speaks from as EDTF in the note `day`.

    That day is the publication date, else a date at the head of the body; the note is empty when there is neither.
    """
    return _read(doc, ARTICLE)


def _read(doc: Doc, style: Style) -> Doc:
    rows = _rows(doc, style)
    day, year, years = _time_of(doc, rows)
    out: list[DateMention] = []
    last_day = ""
    before: int | None = None
    for row in rows:
        going_on, before = before if style.is_exact else None, None
        for k, piece in enumerate(row.pieces):
            near = _near(row.pieces, k)
            if near is None and not row.ahead[k]:
                near = going_on
            before = _year_told(piece, near)
            context = Context(day, year, years, near, row.ahead[k], last_day, style, _is_all(doc, piece, style))
            text, inferred = resolve(piece.when, context)
            out.append(_mention(doc, piece, text, inferred))
            start = text.partition("/")[0]
            if len(start) == len("2024-12-20") and "X" not in start and piece.when.anaphor != "now":
                last_day = start
    told = reported_year(years, day, year)
    notes = {**doc.notes, "day": day.isoformat() if day else str(year or "")}
    return replace(doc, dates=tuple(out), reported_year=str(told or ""), notes=notes)


def _is_all(doc: Doc, piece: Piece, style: Style) -> bool:
    """Is the date, but for a stop, the whole text?"""
    return style.is_exact and piece.first == 0 and piece.end >= len(doc.tokens) - 1


def _rows(doc: Doc, style: Style) -> tuple[_Row, ...]:
    out: list[_Row] = []
    readers: dict[str, Items] = {}
    blocked = _blocked(doc)
    day_first = doc.source.country not in _MONTH_FIRST
    for sentence in doc.sentences:
        items = readers.get(sentence.language)
        if items is None:
            lexicon = Lexicon.load(sentence.language, doc.folder)
            items = readers[sentence.language] = Items(doc.shadow, doc.tokens, lexicon, day_first=day_first)
        found = pieces(grammar(items.lexicon), items, sentence.first, sentence.last, blocked, is_bounded=style.is_bounded)
        out.append(_Row(sentence, tuple(found), tuple(_is_ahead(doc, sentence, piece, items) for piece in found)))
    return tuple(out)


def _blocked(doc: Doc) -> frozenset[int]:
    """Tokens inside addresses and links: a date in a path is no date of the article."""
    spans = [match.span() for match in _ADDRESS.finditer(doc.shadow)] if _HINT.search(doc.shadow) else []
    if not spans:
        return frozenset()
    starts = [token.start for token in doc.tokens]
    return frozenset(i for a, b in spans for i in range(bisect_left(starts, a), bisect_left(starts, b)))


def _is_ahead(doc: Doc, sentence: Sentence, piece: Piece, items: Items) -> bool:
    """Does a word near the date speak of what is to come? Not behind a verb of saying: "said on Wednesday he would"."""
    tokens = doc.tokens
    if any(items.lexicon.match_before(tokens, k, "report_verb", 4) for k in (piece.first, piece.first - 1, piece.first - 2) if k > sentence.first):
        return False
    opens = piece.first - sentence.first <= _OPENING
    for k in range(piece.end, min(sentence.last, piece.end + _REACH)):
        if tokens[k].norm == "," and not opens:
            break
        if items.is_future(k):
            return True
    for k in range(piece.first - 1, max(sentence.first, piece.first - _REACH) - 1, -1):
        if tokens[k].norm == ",":
            break
        if items.is_future(k):
            return True
    return False


def _says(doc: Doc, lexicon: Lexicon, table: str, sentence: Sentence) -> bool:
    words = first_words(lexicon, (table,))
    return any(
        doc.tokens[i].norm in words and lexicon.match(doc.tokens, i, table, sentence.last) is not None for i in range(sentence.first, sentence.last)
    )


def _time_of(doc: Doc, rows: Sequence[_Row]) -> tuple[date | None, int | None, Years]:
    """The day the article speaks from, the year when only that is known, and the years it names."""
    title = [piece for row in rows if row.sentence.zone == ZoneKind.TITLE for piece in row.pieces]
    told = (((row.text(doc), k), piece, row.ahead[k]) for row in rows for k, piece in enumerate(row.pieces))
    years = years_of(told, title, is_review=_is_review(doc))
    day, year = reference_of(doc.source.published)
    if day is None and not doc.source.published:
        day = _head_day(rows, years)
    return day, year, years


def _is_review(doc: Doc) -> bool:
    return any(_says(doc, Lexicon.load(s.language, doc.folder), "review_word", s) for s in doc.sentences[: _HEAD + 1])


def _head_day(rows: Sequence[_Row], years: Years) -> date | None:
    """The first day named at the head of the body, completed: "This morning, 6 January, …"."""
    head = [row for row in rows if row.sentence.zone == ZoneKind.BODY][:_HEAD]
    for row in head:
        for k, piece in enumerate(row.pieces):
            if piece.when.day is not None and piece.when.month is not None and piece.when.until is None:
                text, _ = resolve(piece.when, Context(years=years, near=_near(row.pieces, k)))
                day, _year = reference_of(text)
                return day
    return None


def _near(row: Sequence[Piece], k: int) -> int | None:
    """A year named before this piece in its sentence, alone or in a date, when it is the only one there."""
    named = {p.when.year for p in row[max(0, k - _BACK) : k] if p.when.is_time and p.when.year is not None and p.when.until is None}
    return named.pop() if len(named) == 1 else None


def _year_told(piece: Piece, near: int | None) -> int | None:
    """The year of a month or day, its own or that of the dates before: what the next sentence goes on telling of."""
    if not piece.when.is_time or piece.when.month is None or piece.when.until is not None:
        return None
    return near if piece.when.year is None else piece.when.year


def _mention(doc: Doc, piece: Piece, text: str, inferred: tuple[str, ...]) -> DateMention:
    start, end = doc.tokens[piece.first].start, doc.tokens[piece.end - 1].end
    unit = piece.when.unit if piece.when.kind in ("duration", "frequency") else ""
    other = f"{text[:5]}{text[8:10]}-{text[5:7]}" if piece.when.is_swappable and len(text) == len("2024-12-20") else ""
    return DateMention(start, end, text, _kind(piece.when, text), inferred, piece.rule, piece.when.part, unit, other)


def _kind(when: When, text: str) -> str:
    if not when.is_time:
        return when.kind
    is_day = when.day is not None or when.weekday is not None or (when.unit == "day" and when.count <= 1) or bool(when.anaphor)
    return "date" if is_day and when.until is None and "/" not in text else "period"
