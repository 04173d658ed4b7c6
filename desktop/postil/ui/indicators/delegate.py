"""Paints an indicator in the list: name, what it is measured in, a sparkline of its approved values."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from postil.indicators.series import Series
from postil.models import series as words
from postil.models.rows import ROW_ROLE
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF, ONE

SPARK_WIDTH = 56


class SeriesDelegate(QStyledItemDelegate):
    """One row of the indicator list, two lines high."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        name = QFontMetrics(fonts.font(fonts.FontRole.UI)).height()
        small = QFontMetrics(fonts.font(fonts.FontRole.SMALL)).height()
        return QSize(120, name + small + 2 * ONE + HALF)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        tokens = current.tokens()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, current.colour(tokens.accent_wash))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), current.colour(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, current.colour(tokens.sunken))
        spark = fonts.pixels(SPARK_WIDTH)
        inner = box.adjusted(ONE + HALF, ONE, -ONE, -ONE)
        text = inner.adjusted(0, 0, -spark - ONE, 0)
        self._line(painter, text, words.indicator_name(row.series), fonts.FontRole.UI, colour=tokens.text, side=Qt.AlignmentFlag.AlignTop)
        below = f"{words.subtitle(row.series)} · {words.count(row.series)}".strip(" ·")
        self._line(painter, text, below, fonts.FontRole.SMALL, colour=tokens.dim, side=Qt.AlignmentFlag.AlignBottom)
        self._spark(painter, QRect(inner.right() - spark, inner.top() + HALF, spark, inner.height() - ONE), row.series)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, box: QRect, text: str, role: fonts.FontRole, *, colour: str, side: Qt.AlignmentFlag) -> None:
        font = fonts.font(role)
        painter.setFont(font)
        painter.setPen(current.colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | side), shown)

    @staticmethod
    def _spark(painter: QPainter, box: QRect, series: Series) -> None:
        values = [float(o.value) for o in series.dated]
        if not values:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(0.0, *values), max(*values, 0.0)
        span = (high - low) or 1.0
        step = box.width() / max(1, len(values) - 1)
        points = [QPointF(box.left() + i * step, box.bottom() - (v - low) / span * box.height()) for i, v in enumerate(values)]
        ink = current.colour(current.tokens().series[0])
        painter.setPen(QPen(ink, 1.5))
        if len(points) > 1:
            painter.drawPolyline(QPolygonF(points))
        painter.setBrush(ink)
        painter.drawEllipse(points[-1] if len(points) > 1 else QPointF(box.center()), 2.5, 2.5)
