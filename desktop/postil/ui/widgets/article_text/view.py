"""The article's text with its marks: read, selected and pointed at here, never edited."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from postil.base.i18n import _
from postil.domain.selector import Span
from postil.ui.theme import current
from postil.ui.widgets.article_text import selecting
from postil.ui.widgets.article_text.marks import Mark, Part
from postil.ui.widgets.article_text.page import Page
from postil.ui.widgets.article_text.page_painter import Lit
from postil.ui.widgets.article_text.selecting import Grain

_LEFT = Qt.MouseButton.LeftButton


class ArticleText(Page):
    """The page people work on. `mark_chosen` and `mark_hovered` name annotations ("" for none).

    Set `tip_of` to tell what an annotation says when the pointer rests on it.
    """

    mark_chosen = Signal(str)
    mark_hovered = Signal(str)
    restore_requested = Signal(object)
    """The `Zone` whose bar was told to go."""
    menu_requested = Signal(QPoint, int)
    """Where on the screen, and over which offset."""
    zoom_requested = Signal(int)
    """+1 or -1 step, from Ctrl and the wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tip_of: Callable[[str], str] = lambda _mark: ""
        self._pressed: int | None = None
        self._press_point = QPoint()
        self._hovered = ""
        self.viewport().setMouseTracking(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the page in the language in use."""
        self.setAccessibleName(_("Text of the article"))
        self.setAccessibleDescription(_("Arrow keys move the caret, Shift selects."))
        self.viewport().update()

    # ------------------------------------------------------------------------------------------------ what is shown

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks; only paragraphs that look different are drawn anew."""
        touched = self.painter.marks.show(marks)
        if touched:
            self.painter.forget(touched)
            self.viewport().update()

    def show_mark(self, mark: Mark) -> None:
        """Replace one mark."""
        touched = self.painter.marks.put(mark)
        if touched:
            self.painter.forget(touched)
            self.viewport().update()

    def light(self, *, focus: str | None = None, parts: tuple[Part, ...] | None = None, hover: str | None = None) -> None:
        """What stands out: the focused annotation, its other evidence, the hovered one. None leaves it as it is."""
        lit = self.painter.lit
        self._lit(replace(lit, focus=lit.focus if focus is None else focus, parts=lit.parts if parts is None else parts))
        if hover is not None:
            self._lit(replace(self.painter.lit, hover=hover))

    def show_hits(self, hits: tuple[Span, ...], chosen: int = -1) -> None:
        """Search hits, and which of them is the current one."""
        self._lit(replace(self.painter.lit, hits=hits, hit=chosen))
        if 0 <= chosen < len(hits):
            self.reveal(hits[chosen])

    def _lit(self, wanted: Lit) -> None:
        if wanted != self.painter.lit:
            self.painter.lit = wanted
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Washes, then the words and the caret, then lines, frames and glyphs."""
        region = event.rect()
        blocks = [
            (block, top)
            for block, top in self.visible_blocks()
            if top <= region.bottom() and top + self._layout.blockBoundingRect(block).height() + 12 >= region.top()
        ]
        self._paint(blocks, region, is_over=False)
        super().paintEvent(event)
        self._paint(blocks, region, is_over=True)

    def _paint(self, blocks: list[tuple[QTextBlock, float]], region: QRect, *, is_over: bool) -> None:
        painter = QPainter(self.viewport())
        if not is_over:
            painter.fillRect(region, current.colour(current.tokens().page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = self.painter.over if is_over else self.painter.under
        for block, top in blocks:
            draw(painter, block, top)
        painter.end()

    # ------------------------------------------------------------------------------------------------------ pointing

    def _block_at(self, point: QPointF) -> tuple[QTextBlock, QPointF] | None:
        """The block under a point of the viewport, and the point in its coordinates."""
        for block, top in self.visible_blocks():
            if top <= point.y() < top + self._layout.blockBoundingRect(block).height():
                return block, QPointF(point.x(), point.y() - top)
        return None

    def marks_at(self, point: QPointF) -> list[str]:
        """The annotations whose words or glyph lie under a point, the narrowest first."""
        found = self._block_at(point)
        if not found:
            return []
        block, inside = found
        by_glyph = [mark for box, mark in self.painter.glyph_boxes(block) if box.adjusted(-3, -4, 3, 4).contains(inside)]
        if by_glyph:
            return by_glyph
        geometry = self.painter.geometry(block)
        under = []
        for mark in self.painter.marks.in_paragraph(block.blockNumber()):
            for piece in geometry.segments(mark.start, mark.end):
                if piece.left <= inside.x() <= piece.right and piece.top - 2 <= inside.y() <= piece.base + 10:
                    under.append(mark)
                    break
        return [mark.id for mark in sorted(under, key=lambda m: m.end - m.start)]

    def offset_at(self, point: QPoint) -> int:
        """The offset nearest to a point of the viewport."""
        return self.text_map.offset(self.cursorForPosition(point).position())

    def _press_bar(self, point: QPointF) -> bool:
        """Fold, unfold or give back the zone whose bar is under `point`; False when there is none."""
        found = self._block_at(point)
        bar = self.zones.bar(found[0].blockNumber()) if found else None
        if not found or not bar:
            return False
        name, restore = self.painter.bar_boxes()
        if restore.contains(found[1]):
            self.restore_requested.emit(bar.zone)
            return True
        if name.contains(found[1]):
            self.fold(bar, is_folded=not bar.is_folded)
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a bar, or begin a selection."""
        if event.button() is _LEFT and self._press_bar(event.position()):
            return
        super().mousePressEvent(event)
        if event.button() is _LEFT:
            self._press_point = event.position().toPoint()
            self._pressed = self.text_map.offset(self.textCursor().anchor())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a selection that snaps to words; or point at marks."""
        if self._pressed is not None and event.buttons() & _LEFT:
            super().mouseMoveEvent(event)
            far = (event.position().toPoint() - self._press_point).manhattanLength() >= 4
            if far:
                now = self.offset_at(event.position().toPoint())
                span = selecting.covered(self.text_map, self._pressed, now, selecting.grain_of(event.modifiers()))
                self.select(span, is_forward=now >= self._pressed)
            return
        super().mouseMoveEvent(event)
        self._hover(event.position())

    def _hover(self, point: QPointF) -> None:
        under = self.marks_at(point)
        found = self._block_at(point)
        bar = self.zones.bar(found[0].blockNumber()) if found else None
        on_bar = bool(bar and found and any(box.contains(found[1]) for box in self.painter.bar_boxes()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if under or on_bar else Qt.CursorShape.IBeamCursor)
        name = under[0] if under else ""
        if name != self._hovered:
            self._hovered = name
            self.light(hover=name)
            self.mark_hovered.emit(name)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        if self._hovered:
            self._hovered = ""
            self.light(hover="")
            self.mark_hovered.emit("")
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag chooses the mark under it; again, the next one that lies around it."""
        super().mouseReleaseEvent(event)
        was_pressed, self._pressed = self._pressed, None
        if event.button() is not _LEFT or was_pressed is None or self.textCursor().hasSelection():
            return
        under = self.marks_at(event.position())
        if under:
            focus = self.painter.lit.focus
            self.mark_chosen.emit(under[(under.index(focus) + 1) % len(under)] if focus in under else under[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu over what is pointed at, or over the caret when it came by key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        offset = self.caret() if by_key else self.offset_at(event.pos())
        where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        self.menu_requested.emit(where, offset)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the mark under the pointer is about."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self.marks_at(QPointF(event.pos()))
            tip = self.tip_of(under[0]) if under else ""
            QToolTip.showText(event.globalPos(), f"<p>{html.escape(tip)}</p>" if tip else "", self)  # escaped: articles may hold markup
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # ------------------------------------------------------------------------------------------------ keys and copies

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; Escape lets go of the selection; Shift+Alt+Up widens it to word, sentence, paragraph, Shift+Alt+Down narrows it to the word."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.put_caret(self.caret())
            return
        both = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & both == both and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.widen_selection() if event.key() == Qt.Key.Key_Up else self.narrow_selection()
            return
        super().keyPressEvent(event)

    def widen_selection(self) -> None:
        """Select the word, then the sentence, then the paragraph around the caret or the selection."""
        span = self.selection() or Span(self.caret(), self.caret())
        self.select(selecting.wider(self.text_map, span))

    def narrow_selection(self) -> None:
        """Select the word at the beginning of the selection."""
        span = self.selection()
        if span:
            self.select(selecting.covered(self.text_map, span.start, span.start + 1, Grain.WORD))

    def copy_selection(self) -> None:
        """Copy from the article itself, so that no character changes on the way (Qt would turn no-break spaces into spaces)."""
        span = self.selection()
        if span is not None:
            QGuiApplication.clipboard().setText(self.text_map.text[span.start : span.end])
