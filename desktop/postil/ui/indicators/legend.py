"""The chart's legend: the shape of each status and what it means, in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from postil.base.i18n import _
from postil.domain.figure import STATUS_LABELS, Status
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import ONE, TWO

OUTLINES: dict[Status, tuple[tuple[float, float], ...]] = {
    Status.TARGET: ((0, -1), (1, 0), (0, 1), (-1, 0)),
    Status.FORECAST: ((0, -1), (0.9, 0.8), (-0.9, 0.8)),
    Status.CHANGE: ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
}
"""Corners of each shape in a unit square; an actual value is a circle."""


class Legend(QWidget):
    """Only the statuses that the chart holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._statuses: tuple[Status, ...] = ()

    def show_statuses(self, statuses: set[Status]) -> None:
        """Show these, in the order of the model."""
        self._statuses = tuple(s for s in Status if s in statuses)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(", ".join(_(STATUS_LABELS[s]) for s in self._statuses))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, fonts.pixels(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current.tokens()
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        x, middle, size = 0.0, self.height() / 2, fonts.pixels(5)
        for status in self._statuses:
            ink = current.colour({Status.TARGET: tokens.series[3], Status.FORECAST: tokens.series[1]}.get(status, tokens.series[0]))
            is_solid = status in (Status.ACTUAL, Status.CHANGE)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(ink if is_solid else current.colour(tokens.page))
            centre = QPointF(x + size + 2, middle)
            if status in OUTLINES:
                painter.drawPolygon(QPolygonF([centre + QPointF(a * size, b * size) for a, b in OUTLINES[status]]))
            else:
                painter.drawEllipse(centre, size, size)
            painter.setPen(current.colour(tokens.dim))
            text = _(STATUS_LABELS[status])
            x += 2 * size + ONE
            painter.drawText(QPointF(x, middle + painter.fontMetrics().ascent() / 2 - 1), text)
            x += painter.fontMetrics().horizontalAdvance(text) + TWO
        painter.end()
