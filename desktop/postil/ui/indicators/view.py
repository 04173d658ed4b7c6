"""The indicators' widgets: list with sparklines left, chart and coverage centre, sentences right, undated values below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListView, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from postil.base.i18n import _, ngettext
from postil.indicators.series import Observation
from postil.models import series as words
from postil.models.series import MentionRow, MentionsModel, SeriesModel, SeriesRow
from postil.operations import describe
from postil.ui.actions import Context
from postil.ui.indicators.coverage import CoverageStrip
from postil.ui.indicators.delegate import SeriesDelegate
from postil.ui.indicators.legend import Legend
from postil.ui.indicators.mentions import MentionDelegate
from postil.ui.indicators.plot import Plot, PlotColours
from postil.ui.theme import current, fonts
from postil.ui.theme.spacing import ONE, TWO
from postil.ui.view import View
from postil.ui.widgets.empty_state import EmptyState
from postil.ui.widgets.side_panes import SidePanes


class IndicatorsView(View):
    """Shows series, one chart, the sentences of one point; asks for a series, a point, a sentence."""

    place = "indicators"
    contexts = frozenset({Context.INDICATORS})
    series_requested = Signal(str)
    point_requested = Signal(int)
    undated_requested = Signal(int)
    mention_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series_model, self._mentions_model = SeriesModel(self), MentionsModel(self)
        self._list, self._mentions = QListView(), QListView()
        self._heading, self._subtitle, self._point = QLabel(), QLabel(), QLabel()
        self._undated_heading, self._undated = QLabel(), QListWidget()
        self.plot = Plot(describe.axis_number)
        self._coverage, self._legend = CoverageStrip(self.plot.place_of), Legend()
        self._empty, self._stack = EmptyState(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retheme()
        self.retranslate()

    def _lay_out(self) -> None:
        for view, model in ((self._list, self._series_model), (self._mentions, self._mentions_model)):
            view.setModel(model)
            view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
            view.setProperty("look", "bare")
        self._list.setItemDelegate(SeriesDelegate(self._list))
        self._mentions.setItemDelegate(MentionDelegate(self._mentions))
        self._mentions.setWordWrap(True)
        self._undated.setProperty("look", "bare")
        for label in (self._heading, self._subtitle, self._point, self._undated_heading):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label, role in ((self._heading, "heading"), (self._subtitle, "dim"), (self._point, "strong"), (self._undated_heading, "small")):
            label.setProperty("role", role)
        centre, right = QWidget(), QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(TWO, TWO, TWO, TWO)
        column.setSpacing(ONE)
        above: tuple[QWidget, ...] = (self._heading, self._subtitle, self._legend)
        below: tuple[QWidget, ...] = (self._coverage, self._undated_heading, self._undated)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.plot, 1)
        for widget in below:
            column.addWidget(widget)
        aside = QVBoxLayout(right)
        aside.setContentsMargins(TWO, TWO, ONE, ONE)
        aside.setSpacing(ONE)
        aside.addWidget(self._point)
        aside.addWidget(self._mentions, 1)
        self._panes = SidePanes(centre, self._list, right, widths=(280, 460, 320))
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._on_series_moved)
        self.plot.chosen.connect(self.point_requested)
        self.plot.clicked.connect(self._on_plot_clicked)
        self.plot.moved.connect(self._coverage.update)
        self._undated.currentRowChanged.connect(self.undated_requested)
        self._undated.itemActivated.connect(lambda _item: self.open_mention())
        self._mentions.activated.connect(self._on_mention_activated)
        self._mentions.clicked.connect(self._on_mention_activated)

    def panes(self) -> SidePanes:
        """The side panes, for the window's switches."""
        return self._panes

    def focus_target(self) -> QWidget:
        """The chart, so that arrows and Enter work at once; the list when there is nothing to draw."""
        return self.plot if self.plot.count() else self._list

    def show_all(self, rows: Sequence[SeriesRow]) -> None:
        """Show the indicators there are."""
        self._series_model.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def show_series(self, row: SeriesRow) -> None:
        """Show one indicator's chart and its undated values."""
        series = row.series
        model = self._list.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(self._series_model.index_of(row.key), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        self._list.viewport().update()
        self._heading.setText(words.title(series))
        self._subtitle.setText(words.subtitle(series))
        self._legend.show_statuses({o.status for o in series.observations})
        self.plot.show_observations(series.dated)
        self.plot.setAccessibleName(_("Chart of {indicator}").format(indicator=words.title(series)))
        self._coverage.show_observations(series.dated)
        self._coverage.setVisible(bool(series.dated))
        self._show_undated(series.undated, series.key.unit)

    def _show_undated(self, observations: Sequence[Observation], unit: str) -> None:
        self._undated.blockSignals(True)
        self._undated.clear()
        for observation in observations:
            QListWidgetItem(f"{describe.observation_text(observation, unit)} · {words.status_name(observation)}", self._undated)
        self._undated.setCurrentRow(-1)
        self._undated.blockSignals(False)
        n = len(observations)
        self._undated_heading.setText(ngettext("{n} value without a period, not drawn", "{n} values without a period, not drawn", n).format(n=n))
        self._undated_heading.setVisible(n > 0)
        self._undated.setVisible(n > 0)
        self._undated.setFixedHeight(min(4, n) * fonts.pixels(28) + ONE)

    def show_point(self, text: str, mentions: Sequence[MentionRow]) -> None:
        """Show the sentences behind the chosen value."""
        self._point.setText(text)
        self._mentions_model.show(mentions)
        if mentions:
            self._mentions.setCurrentIndex(self._mentions_model.index(0, 0))

    def open_mention(self) -> None:
        """Ask for the chosen sentence's article."""
        row = self._mentions_model.row(self._mentions.currentIndex())
        if row is not None:
            self.mention_requested.emit(row)

    def copy_chart(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(self.plot.grab())

    def retranslate(self) -> None:
        """Say every word again."""
        self._list.setAccessibleName(_("Indicators"))
        self._mentions.setAccessibleName(_("Sentences behind the chosen value"))
        self._undated.setAccessibleName(_("Values without a period"))
        self._empty.show_state("indicators", _("No approved figures yet. A figure is drawn here as soon as a supervisor approves it."), None)
        self._series_model.retranslate()
        self._legend.retranslate()

    def retheme(self) -> None:
        """Draw the chart in the theme's colours."""
        tokens = current.tokens()
        self.plot.setFont(fonts.font(fonts.FontRole.SMALL))
        names = (tokens.page, tokens.text, tokens.line_strong, tokens.series[0], tokens.series[3], tokens.series[1], tokens.focus)
        self.plot.set_colours(PlotColours(*(current.colour(name) for name in names)))

    def _on_series_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._series_model.row(now)
        if row is not None:
            self.series_requested.emit(row.key)

    def _on_plot_clicked(self, index: int, _where: QPoint) -> None:
        self.point_requested.emit(index)
        self.open_mention()

    def _on_mention_activated(self, _index: QModelIndex) -> None:
        self.open_mention()
