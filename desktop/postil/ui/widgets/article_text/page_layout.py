"""The page: one centred column with generous leading, gaps between paragraphs, and zones that stand back or fold.

Qt's layout for plain text knows no leading and no gaps, so this one lays each paragraph out itself, when it is first
asked for. Lines of a folded zone are not laid out; a strip above a zone leaves room for its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout

LEADING = 1.3
"""Distance of baselines, in heights of the font's line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How one block is set: character formats, room above in pixels, and whether only one blank line stands for it."""

    formats: tuple[QTextLayout.FormatRange, ...] = ()
    above: float = 0.0
    is_folded: bool = False


PLAIN = Paragraph()


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands, in pixels: left edge, width, height of a base line, gap below a paragraph."""

    left: float
    width: float
    line: float
    gap: float


class PageLayout(QPlainTextDocumentLayout):
    """Lays out `document` in `column`; `paragraph_of` says how a block is set."""

    def __init__(self, document: QTextDocument, paragraph_of: Callable[[int], Paragraph]) -> None:
        super().__init__(document)
        self._paragraph_of = paragraph_of
        self.column = Column(0, 400, 20, 8)
        self._is_telling = False

    def set_column(self, left: float, width: float) -> bool:
        """Move the column; True when it changed, and the document must be laid out anew."""
        line = QFontMetricsF(self.document().defaultFont()).height()
        column = Column(left, width, line, round(line * 0.6))
        if column == self.column:
            return False
        self.column = column
        return True

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 — Qt's name
        """The rectangle of a block in its own coordinates; lays the block out when it is not."""
        if not block.isValid() or not block.isVisible():
            return QRectF()
        layout = block.layout()
        paragraph = self._paragraph_of(block.blockNumber())
        count = layout.lineCount()
        if not count or layout.lineAt(0).x() != self.column.left:  # Qt lays out a lone changed block by itself, at its own margin
            count = self._lay_out(block, layout, paragraph)
        last = layout.lineAt(count - 1)
        if paragraph.is_folded or block.length() == 1:
            height = last.y() + (self.column.line if paragraph.is_folded else self.column.gap * 0.5)
            return QRectF(0, 0, self.column.left + self.column.width, height)
        height = last.y() + last.height() + self.column.line * (LEADING - 1) / 2 + self.column.gap
        return QRectF(0, 0, self.column.left + self.column.width, height)

    def _lay_out(self, block: QTextBlock, layout: QTextLayout, paragraph: Paragraph) -> int:
        layout.setTextOption(self.document().defaultTextOption())
        layout.setFormats(list(paragraph.formats))
        layout.beginLayout()
        y, lead = paragraph.above, self.column.line * (LEADING - 1)
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.column.width)
            height = line.height()
            line.setPosition(QPointF(self.column.left, y + lead / 2))
            y += height + lead
            if paragraph.is_folded:
                break
        layout.endLayout()
        self._count(block, layout.lineCount())
        return layout.lineCount()

    def _count(self, block: QTextBlock, lines: int) -> None:
        """The scroll bar counts lines; tell it when there are more or fewer than it knew."""
        if block.lineCount() == lines:
            return
        block.setLineCount(lines)
        if not self._is_telling:
            self._is_telling = True
            self.documentSizeChanged.emit(self.documentSize())
            self._is_telling = False
