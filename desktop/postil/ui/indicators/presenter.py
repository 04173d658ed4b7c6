"""The indicators' presenter: series from the approved figures, and the way from a point to its sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from postil.base.errors import InputError
from postil.base.i18n import _
from postil.indicators.series import Observation
from postil.models import series as words
from postil.models.series import MentionRow, SeriesRow
from postil.operations import describe
from postil.operations.changes import Changes, Location, Touched
from postil.ui.actions import Context
from postil.ui.indicators.view import IndicatorsView
from postil.ui.view import Presenter, Shell


class IndicatorsPresenter(Presenter):
    """Knows which series and which observation are on view."""

    def __init__(self, shell: Shell, view: IndicatorsView) -> None:
        super().__init__(shell, view)
        self._indicators = view
        self._rows: tuple[SeriesRow, ...] = ()
        self._key = ""
        view.series_requested.connect(self._show)
        view.point_requested.connect(self._on_view_point)
        view.undated_requested.connect(self._on_view_undated)
        view.mention_requested.connect(self._on_view_mention)
        shell.actions.attach(Context.INDICATORS, view, self)

    def reload(self) -> None:
        """Ask for all series again; the chosen one stays chosen."""
        self._rows = tuple(SeriesRow(s) for s in self.dispatch.queries.series())
        self._indicators.show_all(self._rows)
        keys = [r.key for r in self._rows]
        if self._key not in keys:
            best = max(self._rows, key=lambda r: len(r.series.dated), default=None)
            self._key = best.key if best else ""
        if self._key:
            self._show(self._key)
        self.shell.actions.set_conditions(has_series=bool(self._key), has_point=bool(self._key))

    def refresh(self, changes: Changes) -> None:
        """Only decisions and edits move approved values."""
        if changes.touched & {Touched.REVIEWS, Touched.ANNOTATIONS, Touched.ARTICLES, Touched.META}:
            self.reload()

    def _row(self) -> SeriesRow | None:
        return next((r for r in self._rows if r.key == self._key), None)

    def _show(self, key: str) -> None:
        self._key = key
        row = self._row()
        if row is None:
            return
        self._indicators.show_series(row)
        if row.series.dated:
            self._indicators.plot.choose(len(row.series.dated) - 1)
        else:
            self._show_mentions(row.series.undated[0])

    def _on_view_point(self, index: int) -> None:
        row = self._row()
        if row is not None and index < len(row.series.dated):
            self._show_mentions(row.series.dated[index])

    def _on_view_undated(self, index: int) -> None:
        row = self._row()
        if row is not None and 0 <= index < len(row.series.undated):
            self._show_mentions(row.series.undated[index])

    def _show_mentions(self, observation: Observation) -> None:
        queries = self.dispatch.queries
        titles = queries.article_titles(m.article for m in observation.mentions)
        rows = []
        for mention in observation.mentions:
            text = queries.article(mention.article).text
            sentence = describe.sentence_around(text, mention.start, mention.end)
            rows.append(MentionRow(mention.annotation, mention.article, titles.get(mention.article, ""), sentence, mention.start, mention.end))
        row = self._row()
        value = describe.observation_text(observation, row.series.key.unit if row is not None else "")
        head = " · ".join((value, words.period_name(observation), words.status_name(observation)))
        self._indicators.show_point(head, rows)

    def _on_view_mention(self, row: MentionRow) -> None:
        self.dispatch.go(Location(row.article, row.annotation, start=row.start, end=row.end))

    # ------------------------------------------------------------------------------------------------- actions

    def open_sentence(self) -> None:
        """Open the words behind the chosen value."""
        self._indicators.open_mention()

    def next_point(self) -> None:
        """Choose the next point in time."""
        self._indicators.plot.choose(self._indicators.plot.current() + 1)

    def previous_point(self) -> None:
        """Choose the point before."""
        self._indicators.plot.choose(self._indicators.plot.current() - 1)

    def copy_chart(self) -> None:
        """Copy the chart as a picture."""
        self._indicators.copy_chart()

    def save_chart(self) -> None:
        """Write the chart as PNG or SVG, by the name's ending."""
        name, _kind = QFileDialog.getSaveFileName(self._indicators, _("Save chart"), "chart.png", "PNG (*.png);;SVG (*.svg)")
        if not name:
            return
        if name.lower().endswith(".svg"):
            self._indicators.plot.save_svg(name)
        elif not self._indicators.plot.save_png(name if name.lower().endswith(".png") else f"{name}.png"):
            step = _("Choose a folder you may write to.")
            self.dispatch.report(InputError(_("The picture could not be written."), what=name, next_step=step))
