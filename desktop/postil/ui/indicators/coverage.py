"""The strip beneath a chart: how many articles stand behind each stretch of time, on the chart's own axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from postil.base.i18n import _, ngettext
from postil.indicators.series import Observation
from postil.ui.theme import current, fonts


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` up to, not including, `end` about which `articles` articles say something."""

    first: date
    end: date
    articles: int


def stretches(observations: Sequence[Observation]) -> tuple[Stretch, ...]:
    """The time axis cut where a period begins or ends; stretches that nobody speaks of are left out."""
    dated = [(o.first, o.last + timedelta(days=1), o.articles) for o in observations if o.first and o.last and o.last < date.max]
    edges = sorted({edge for first, end, _articles in dated for edge in (first, end)})
    found = []
    for first, end in pairwise(edges):
        behind: set[str] = set()
        for begin, stop, articles in dated:
            if begin <= first and end <= stop:
                behind |= articles
        if behind:
            found.append(Stretch(first, end, len(behind)))
    return tuple(found)


class CoverageStrip(QWidget):
    """Darker where more articles speak of the same time. `place_of` gives a day's place on the chart's axis."""

    def __init__(self, place_of: Callable[[date], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._place_of = place_of
        self._stretches: tuple[Stretch, ...] = ()
        current.notifier().changed.connect(self.update)

    def show_observations(self, observations: Sequence[Observation]) -> None:
        """Show how many articles stand behind these."""
        self._stretches = stretches(observations)
        most = max((s.articles for s in self._stretches), default=0)
        text = ngettext("At most {n} article stands behind a period.", "Up to {n} articles stand behind a period.", most).format(n=most)
        self.setToolTip(text)
        self.setAccessibleName(_("Articles behind each period"))
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, fonts.pixels(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = current.tokens()
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        for stretch in self._stretches:
            left, right = self._place_of(stretch.first), self._place_of(stretch.end)
            cell = QRectF(left, 0, max(2.0, right - left - 1), self.height())
            painter.fillRect(cell, current.colour(tokens.accent, min(200, 50 + 50 * (stretch.articles - 1))))
            if cell.width() > fonts.pixels(16):
                painter.setPen(current.colour(tokens.text))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(stretch.articles))
        painter.end()
