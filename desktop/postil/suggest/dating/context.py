"""What an article says about its own time: the day it was written, the year it reports on, the years it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from postil.base import edtf
from postil.suggest.dating.compose import Piece

_FAR: Final = 45
_FAR_MONTHS: Final = 2
"""Days ahead that a date without a year may lie when nothing says that it is to come."""
_LOOK_BACK: Final = 3
"""Up to this month an article still looks back at the year before."""
_LOOK_AHEAD: Final = 10
"""From this month on an article already plans the next year."""


Mention = tuple[str, int]
"""The text of a sentence, and which of its times is meant."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a date is completed where articles and other texts differ.

    `is_exact`: "three years ago" is a day, not a year. `is_calendar`: a day or month without a year, too far from the
    reference to be taken for the last or next one, lies in the calendar year of the reference, not in the past.
    `is_bounded`: "until 2030" and "before 2030" are open intervals, not the year itself.
    """

    is_exact: bool = False
    is_calendar: bool = False
    is_bounded: bool = False


ARTICLE: Final = Style()
"""News: what is told has mostly happened, and a deadline is told by its end."""
PLAIN: Final = Style(is_exact=True, is_calendar=True, is_bounded=True)
"""Any other text."""


@dataclass(frozen=True, slots=True)
class Years:
    """Years that the text names, with how often; `is_review` when it looks back on a year; `title` a year of its title.

    `planned` are those that it speaks of as to come, `unmet` those that it speaks of in no other way.
    """

    counts: tuple[tuple[int, int], ...] = ()
    is_review: bool = False
    title: int | None = None
    planned: frozenset[int] = frozenset()
    unmet: frozenset[int] = frozenset()

    def of(self, year: int) -> int:
        """How often `year` is named."""
        return dict(self.counts).get(year, 0)

    @property
    def pair(self) -> int | None:
        """The reviewed year, when the text names it and, as to come, the year after it (and none later)."""
        years = self._last_two()
        return years[0] if years and (self.is_review or years[1] in self.planned) else None

    @property
    def newest(self) -> int | None:
        """The later of two years that follow each other, when the text compares them and plans nothing."""
        years = self._last_two()
        return years[1] if years and self.pair is None else None

    def _last_two(self) -> tuple[int, int] | None:
        years = sorted(year for year, _ in self.counts)
        return (years[-2], years[-1]) if len(years) >= 2 and years[-1] == years[-2] + 1 else None

    @property
    def told(self) -> int | None:
        """The year that the text is about, as far as the years it names tell."""
        return self.pair or self.newest or self.main

    @property
    def main(self) -> int | None:
        """The most named year, of equals the later; none when a year is named only once, in passing ("since 1948")."""
        met = [item for item in self.counts if item[0] not in self.unmet]
        if not met:
            return None
        year, count = max(met, key=lambda item: (item[1], item[0]))
        return year if count > 1 or self.is_review or self.title == year else None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when a date is completed.

    `reference` is the day the article speaks from, None when unknown; `reference_year` may be known without it;
    `years` are the years of the article, `near` a year named in the same sentence (before the date, and alone);
    `is_ahead` when the sentence speaks of what is to come; `is_alone` when the date is all there is.
    """

    reference: date | None = None
    reference_year: int | None = None
    years: Years = Years()
    near: int | None = None
    is_ahead: bool = False
    last_day: str = ""
    style: Style = ARTICLE
    is_alone: bool = False

    @property
    def this_year(self) -> int | None:
        """The year that "this year" means."""
        return self.reference.year if self.reference else self.reference_year


def reference_of(published: str) -> tuple[date | None, int | None]:
    """The day and the year that an EDTF date gives; both None when it gives none."""
    try:
        start = edtf.parse(published).start
    except ValueError:
        return None, None
    if start is None or start.year is None:
        return None, None
    return (start.first if start.precision == edtf.Precision.DAY else None), start.year


def years_of(pieces: Iterable[tuple[Mention, Piece, bool]], title: Sequence[Piece] = (), *, is_review: bool = False) -> Years:
    """The years named alone or with a month and day in `pieces`, ranges and names left out; `title` are those of the title.

    Each piece comes with the words and rank of its mention and with whether the text speaks of it as to come. A sentence
    that stands twice counts once: a teaser or a caption says nothing more.
    """
    named: dict[int, set[Mention]] = {}
    planned: set[int] = set()
    met: set[int] = set()
    for mention, piece, is_ahead in pieces:
        when = piece.when
        if when.kind != "name" and when.is_time and when.year is not None and when.until is None and not when.is_open and not when.pattern:
            named.setdefault(when.year, set()).add(mention)
            (planned if is_ahead else met).add(when.year)
    titled = next((piece.when.year for piece in title if piece.when.is_time and piece.when.year is not None), None)
    counts = tuple(sorted((year, len(mentions)) for year, mentions in named.items()))
    return Years(counts, is_review, titled, frozenset(planned), frozenset(planned - met))


def year_for(month: int, day: int | None, context: Context, way: int = 0, weekday: int | None = None) -> int | None:
    """The year of a date that names none; None when nothing tells it. A `weekday` given with the day has a say.

    Order: the side asked for ("last April"); the nearest day to the day of writing; a year named in the sentence;
    the reviewed year, where a date of the first months in a text that reviews a year lies in the year after it.
    """
    if context.reference is not None:
        if context.is_ahead and not way and day is None and context.near is None:
            return context.reference.year + (month < context.reference.month)
        agreed = None if way or day is None or weekday is None else _agreed(month, day, weekday, context.reference)
        return agreed if agreed is not None else _nearest(month, day, context, context.reference, way)
    year = context.near if context.near is not None else context.reference_year
    if year is None and way:
        return None
    if year is None:
        year = context.years.told
    if year is None:
        return None
    return _settled(year, month, day, context, weekday)


def _settled(year: int, month: int, day: int | None, context: Context, weekday: int | None) -> int:
    """A year found in the text, moved where the weekday or the look back on a year says so."""
    if day is not None and weekday is not None:
        agreed = _agreed(month, day, weekday, date(year, 7, 1))
        if agreed is not None:
            return agreed
    looks_back = context.years.pair == year or (context.years.is_review and context.years.main == year)
    if context.years.pair is not None and year == context.years.pair + 1 and month >= _LOOK_AHEAD and context.near is None:
        return year - 1
    return year + 1 if looks_back and day is not None and month <= _LOOK_BACK and context.reference_year is None else year


def _nearest(month: int, day: int | None, context: Context, reference: date, way: int) -> int:
    near, is_ahead = context.near, context.is_ahead
    if near is not None and abs(near - reference.year) > 1:
        return near
    if way or day is None:
        is_near = way or not context.style.is_calendar or (not context.is_alone and (reference.month - month) % 12 <= _FAR_MONTHS)
        return _on_side(month, reference, way) if is_near else reference.year + (month <= _FAR_MONTHS and reference.month > 12 - _FAR_MONTHS)
    best = None
    for year in (reference.year - 1, reference.year, reference.year + 1):
        if edtf.is_valid(f"{year:04d}-{month:02d}-{day:02d}"):
            gap = abs(date(year, month, day) - reference)
            best = min(best, (gap, year)) if best else (gap, year)
    year = best[1] if best else reference.year
    if context.style.is_calendar:
        return _in_calendar(year if best and best[0].days <= _FAR else reference.year, month, day, context)
    return _on_time(year, month, day, reference, is_ahead=is_ahead)


def _in_calendar(year: int, month: int, day: int, context: Context) -> int:
    """The year found, or the next one for a day that is over where the text looks ahead."""
    is_over = context.reference is not None and (year, month, day) < (context.reference.year, context.reference.month, context.reference.day)
    return year + (is_over and context.is_ahead)


def _agreed(month: int, day: int, weekday: int, reference: date) -> int | None:
    """The year nearest to the reference in which the day falls on `weekday`; None when none of the next ones has it."""
    years = (reference.year, reference.year + 1, reference.year - 1)
    return next((y for y in years if edtf.is_valid(f"{y:04d}-{month:02d}-{day:02d}") and date(y, month, day).weekday() == weekday), None)


def _on_time(year: int, month: int, day: int, reference: date, *, is_ahead: bool) -> int:
    """The nearest year, unless it puts a day that nobody announces far ahead, or an announced one far back."""
    if not edtf.is_valid(f"{year:04d}-{month:02d}-{day:02d}"):
        return year
    gap = (date(year, month, day) - reference).days
    return year - (gap > _FAR and not is_ahead) + (gap < -_FAR and is_ahead)


def _on_side(month: int, reference: date, way: int) -> int:
    """A bare month is the last one that began, or the next one when the text looks ahead."""
    if way > 0:
        return reference.year + (month <= reference.month)
    if way < 0:
        return reference.year - (month >= reference.month)
    return reference.year - (month > reference.month)


def reported_year(years: Years, reference: date | None, reference_year: int | None) -> int | None:
    """The year that the article reports on: its own, or the one before when it looks back at the start of a year."""
    this = reference.year if reference else reference_year
    if this is None:
        return years.told
    if reference and reference.month <= _LOOK_BACK and years.of(this - 1) * 2 >= years.of(this) and years.of(this - 1):
        return this - 1
    if years.of(this) or not years.counts:
        return this
    return this - 1 if years.of(this - 1) else this
