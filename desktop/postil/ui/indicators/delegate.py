"""Paints an indicator in the list: name, what it is measured in, a sparkline of its approved values."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from postil.domain.figure import Status
from postil.indicators.series import Series
from postil.models import series as words
from postil.models.series import SeriesRow
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE
from postil.ui.widgets.row_delegate import Index, RowDelegate, line

SPARK_WIDTH, DOT = 56, 2.5


class SeriesDelegate(RowDelegate):
    """One row of the indicator list, two lines high."""

    has_rule = False

    def paint_row(self, painter: QPainter, box: QRect, row: SeriesRow, _index: Index) -> None:
        tokens, spark = current.tokens(), fonts.pixels(SPARK_WIDTH)
        text = box.adjusted(0, 0, -spark - ONE, 0)
        line(painter, text, words.title(row.series), fonts.FontRole.UI, tokens.text)
        below = f"{words.subtitle(row.series)} · {words.count(row.series)}".strip(" ·")
        line(painter, text, below, fonts.FontRole.SMALL, tokens.dim, side=Qt.AlignmentFlag.AlignBottom)
        self._spark(painter, QRect(box.right() - spark, box.top() + HALF, spark, box.height() - ONE), row.series)

    @staticmethod
    def _spark(painter: QPainter, box: QRect, series: Series) -> None:
        """What was (or changed) is joined by a line; a target or a forecast stands beside it, hollow and unjoined."""
        values = [float(o.value) for o in series.dated]
        if not values:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(0.0, *values), max(*values, 0.0)
        span = (high - low) or 1.0
        step = box.width() / max(1, len(values) - 1)
        points = [QPointF(box.left() + i * step, box.bottom() - (v - low) / span * box.height()) for i, v in enumerate(values)]
        if len(points) == 1:
            points = [QPointF(box.center())]
        known = [point for point, o in zip(points, series.dated, strict=True) if o.status in (Status.ACTUAL, Status.CHANGE)]
        ink = current.colour(current.tokens().series[0])
        painter.setPen(QPen(ink, 1.5))
        painter.drawPolyline(QPolygonF(known))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for point in points:
            if point not in known:
                painter.drawEllipse(point, DOT, DOT)
        painter.setBrush(ink)
        for point in known[-1:]:
            painter.drawEllipse(point, DOT, DOT)
