"""The strip beneath a chart: how many articles stand behind each observation, on the chart's own time axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from postil.base.i18n import _, ngettext
from postil.indicators.series import Observation
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import HALF


class CoverageStrip(QWidget):
    """Cells in the order of the observations, darker where more articles say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._observations: tuple[Observation, ...] = ()
        current.notifier().changed.connect(self.update)

    def show_observations(self, observations: Sequence[Observation]) -> None:
        """Show how many articles stand behind each of these."""
        self._observations = tuple(observations)
        most = max((len(o.articles) for o in self._observations), default=0)
        text = ngettext("At most {n} article stands behind a value.", "Up to {n} articles stand behind a value.", most).format(n=most)
        self.setToolTip(text)
        self.setAccessibleName(_("Coverage"))
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, fonts.pixels(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._observations:
            return
        painter = QPainter(self)
        tokens = current.tokens()
        width = self.width() / len(self._observations)
        painter.setFont(fonts.font(fonts.FontRole.SMALL))
        for i, observation in enumerate(self._observations):
            cell = QRectF(i * width + HALF / 2, 0, width - HALF, self.height())
            many = len(observation.articles)
            painter.fillRect(cell, current.colour(tokens.accent, min(200, 50 + 50 * (many - 1))))
            painter.setPen(current.colour(tokens.text))
            if width > fonts.pixels(18):
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(many))
        painter.end()
