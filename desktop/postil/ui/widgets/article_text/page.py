"""The page without its marks: a text in a centred column that zooms, folds, and tells where its lines stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from postil.domain.selector import Span
from postil.domain.zone import Zone
from postil.ui.theme import current, fonts
from postil.ui.widgets.article_text.page_layout import LEADING, PageLayout
from postil.ui.widgets.article_text.page_painter import PagePainter
from postil.ui.widgets.article_text.text_map import TextMap
from postil.ui.widgets.article_text.zone_bars import ZoneBar, ZoneBars

CHARACTERS = 68
"""Characters in a line of the column, when there is room."""
SMALLEST, LARGEST = 60, 250
"""Bounds of the reading zoom, in per cent."""
ABOVE, BELOW = float("-inf"), float("inf")
"""Heights of lines before and after what is on view."""
_SAMPLE = "In the first months of the year, les exportations ont atteint, theo báo cáo của Bộ Ngoại giao "
_KEPT_LINES = 3
"""Lines that stay between a place shown and the edge of the page."""


class Page(QPlainTextEdit):
    """Read-only text with a caret. Offsets are code points of the text given; heights are pixels of the viewport."""

    moved = Signal()
    """Lines stand elsewhere: scrolled, resized, zoomed, folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 100
        self._shown: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self._build("", ())
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        current.notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str, zones: Iterable[Zone] = ()) -> None:
        """Show another text, from its beginning."""
        self._build(text, zones)
        self.moved.emit()

    def _build(self, text: str, zones: Iterable[Zone]) -> None:
        self.text_map = TextMap(text)
        self.zones = ZoneBars(self.text_map)
        self.zones.restyle(self.reading_pixels())
        self.zones.show(zones)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(16)
        document.setDefaultFont(self._reading_font())
        self._layout = PageLayout(document, self.zones.paragraph)
        document.setDocumentLayout(self._layout)
        document.setPlainText(self.text_map.twin)
        self.painter = PagePainter(self.text_map, self._layout, self.zones)
        self.painter.scale = self.reading_pixels() / 18
        self._hidden: frozenset[int] = frozenset()
        self._hide_folded()
        self._place_column()
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document

    def show_zones(self, zones: Iterable[Zone]) -> None:
        """Zones changed; the text stays where it is."""
        top = self.top_offset()
        self.zones.show(zones)
        self._hide_folded()
        self._lay_out_anew()
        self.show_at_top(top)

    # ------------------------------------------------------------------------------------------------ size and theme

    def zoom(self) -> int:
        """The reading zoom in per cent, on top of the text scale."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Set the reading zoom; out of bounds is the bound."""
        self._zoom = max(SMALLEST, min(LARGEST, percent))
        self._on_theme_changed()

    def reading_pixels(self) -> int:
        """The size of the text in pixels."""
        return round(fonts.font(fonts.FontRole.READING).pixelSize() * self._zoom / 100)

    def _reading_font(self) -> QFont:
        font = fonts.font(fonts.FontRole.READING)
        font.setPixelSize(self.reading_pixels())
        return font

    def _on_theme_changed(self) -> None:
        top = self.top_offset()
        self.zones.restyle(self.reading_pixels())
        self.painter.scale = self.reading_pixels() / 18
        self.document().setDefaultFont(self._reading_font())
        self._place_column()
        self._lay_out_anew()
        self.show_at_top(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first line where it is while the column takes its new width."""
        top = self.top_offset()
        self._place_column()
        self.painter.forget()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out_anew()
            self.show_at_top(top)
        self.moved.emit()

    def _place_column(self) -> None:
        wanted = QFontMetricsF(self._reading_font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * CHARACTERS
        gutter, edge = 46 * self.reading_pixels() / 18, 18
        room = self.viewport().width() - gutter - edge
        width = max(120.0, min(wanted, room))
        self._layout.set_column(round(gutter + max(0.0, (room - width) / 2)), round(width))

    def column_edges(self) -> tuple[int, int]:
        """Left and right edge of the column, in pixels of the widget."""
        column = self._layout.column
        return round(column.left), round(column.left + column.width)

    def _lay_out_anew(self) -> None:
        self.painter.forget()
        self.document().markContentsDirty(0, self.document().characterCount())
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.viewport().update()
        self.moved.emit()

    # -------------------------------------------------------------------------------------------------------- folds

    def fold(self, bar: ZoneBar, *, is_folded: bool) -> None:
        """Fold or unfold a zone."""
        top = self.top_offset()
        self.zones.fold(bar, is_folded=is_folded)
        self._hide_folded()
        self._lay_out_anew()
        self.show_at_top(top)

    def fold_all(self, *, is_folded: bool) -> None:
        """Fold or unfold every zone that can."""
        top = self.top_offset()
        for bar in self.zones.bars():
            self.zones.fold(bar, is_folded=is_folded)
        self._hide_folded()
        self._lay_out_anew()
        self.show_at_top(top)

    def unfold_at(self, offset: int) -> None:
        """Unfold the zone that hides `offset`."""
        bar = self.zones.around(self.text_map.paragraph_number(offset))
        if bar and bar.is_folded:
            self.fold(bar, is_folded=False)

    def _hide_folded(self) -> None:
        hidden, document = self.zones.hidden(), self._layout.document()
        for number in hidden ^ self._hidden:
            block = document.findBlockByNumber(number)
            block.setVisible(number not in hidden)
            block.setLineCount(0 if number in hidden else 1)
        self._hidden = hidden

    # -------------------------------------------------------------------------------------------------- where lines are

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        """Blocks on view with the height of their top."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        bottom = self.viewport().height()
        while block.isValid() and top <= bottom:
            if block.isVisible():
                yield block, top
                top += self._layout.blockBoundingRect(block).height()
            block = block.next()

    def line_finder(self) -> Callable[[int], float]:
        """A look-up for now: the height of the line of an offset; ABOVE or BELOW when its paragraph is off the page."""
        tops = {block.blockNumber(): (block, top) for block, top in self.visible_blocks()}
        first, last = (min(tops), max(tops)) if tops else (0, -1)

        def find(offset: int) -> float:
            number = self.text_map.paragraph_number(offset)
            if number not in tops:
                bar = self.zones.around(number)
                number = bar.first if bar and bar.is_folded else number
            if number not in tops:
                return ABOVE if number < first or number <= last else BELOW
            block, top = tops[number]
            geometry = self.painter.geometry(block)
            return top + geometry.line_box(geometry.line_number(offset))[0]

        return find

    def line_tops(self, offsets: Iterable[int]) -> list[float]:
        """The heights of the lines of several offsets."""
        find = self.line_finder()
        return [find(offset) for offset in offsets]

    def span_on_page(self) -> Span:
        """From the first paragraph on view to the end of the last."""
        blocks = [block.blockNumber() for block, _top in self.visible_blocks()]
        return Span(self.text_map.paragraph(blocks[0]).start, self.text_map.paragraph(blocks[-1]).end) if blocks else Span(0, 0)

    def top_offset(self) -> int:
        """The offset of the first line on view: where reading stands."""
        block = self.firstVisibleBlock()
        line = self.verticalScrollBar().value() - block.firstLineNumber()
        layout = block.layout()
        inside = layout.lineAt(line).textStart() if 0 < line < layout.lineCount() else 0
        return self.text_map.offset(block.position() + inside)

    def show_at_top(self, offset: int) -> None:
        """Scroll so that the line of `offset` is the first on view."""
        self.verticalScrollBar().setValue(self._line_number(offset))

    def _line_number(self, offset: int) -> int:
        block = self.document().findBlock(self.text_map.position(offset))
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(self.text_map.position(offset) - block.position())
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)

    def reveal(self, span: Span) -> None:
        """Show a span by the least movement: none when it stands well inside the page."""
        self.unfold_at(span.start)
        line = self._layout.column.line * LEADING
        height = self.viewport().height()
        kept = min(_KEPT_LINES * line, height / 4)
        top, bottom = self.line_tops((span.start, max(span.start, span.end - 1)))
        if top < kept:
            self._scroll_until(span.start, kept)
        elif bottom > height - kept - line:
            length = bottom - top if bottom < BELOW and top < BELOW else line * 4
            self._scroll_until(span.start, max(kept, height - kept - line - min(length, height / 2)))

    def _scroll_until(self, offset: int, wanted: float) -> None:
        """Scroll so that the line of `offset` stands at most `wanted` pixels below the top, as low as it can."""
        block = self.document().findBlock(self.text_map.position(offset))
        self._layout.blockBoundingRect(block)
        geometry = self.painter.geometry(block)
        above = geometry.line_box(geometry.line_number(offset))[0]
        while above < wanted and block.blockNumber() > 0:
            block = block.previous()
            above += self._layout.blockBoundingRect(block).height() if block.isVisible() else 0
        skipped = self._lines_above(block, above - wanted)
        self.verticalScrollBar().setValue(block.firstLineNumber() + skipped)  # asked for now: laying out has changed the count

    @staticmethod
    def _lines_above(block: QTextBlock, excess: float) -> int:
        """How many lines of `block` leave the page when it moves up by at least `excess` pixels."""
        layout = block.layout()
        tops = (layout.lineAt(n).y() for n in range(layout.lineCount()))
        return next((n for n, top in enumerate(tops) if top >= excess), max(0, layout.lineCount() - 1)) if excess > 0 else 0

    def _on_scrolled(self) -> None:
        self.moved.emit()

    # -------------------------------------------------------------------------------------------------------- caret

    def caret(self) -> int:
        """The offset of the caret."""
        return self.text_map.offset(self.textCursor().position())

    def put_caret(self, offset: int) -> None:
        """Move the caret without selecting."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.text_map.position(offset))
        self.setTextCursor(cursor)

    def selection(self) -> Span | None:
        """What is selected, without white space at its ends; None when that is nothing."""
        cursor = self.textCursor()
        span = self.text_map.trimmed(self.text_map.offset(cursor.selectionStart()), self.text_map.offset(cursor.selectionEnd()))
        return span if span.start < span.end else None

    def select(self, span: Span, *, is_forward: bool = True) -> None:
        """Select a span; the caret stands at its end, or at its start when not `is_forward`."""
        ends = (span.start, span.end) if is_forward else (span.end, span.start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.text_map.position(ends[0]))
        cursor.setPosition(self.text_map.position(ends[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
