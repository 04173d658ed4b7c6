"""Notes and help: Markdown that people wrote, shown after nh3 has thrown out everything but plain text structure.

No image is ever loaded, no link is followed by itself: what was written by others may not reach outside the window.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QTextBrowser, QWidget

from postil.base.i18n import _
from postil.ui.theme import current
from postil.ui.widgets.dialog import ask

TAGS: Final = frozenset({
    "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "a",
    "table", "thead", "tbody", "tr", "th", "td",
})  # fmt: skip
SCHEMES: Final = frozenset({"https", "http", "mailto"})
_EXTENSIONS: Final = ("tables", "fenced_code", "sane_lists", "nl2br")


def to_html(markdown_text: str) -> str:
    """Markdown as HTML of TAGS alone; links keep their address when its scheme is one of SCHEMES."""
    import markdown
    import nh3

    raw = markdown.markdown(markdown_text, extensions=list(_EXTENSIONS), output_format="html")
    return nh3.clean(raw, tags=set(TAGS), attributes={"a": {"href"}}, url_schemes=set(SCHEMES), link_rel=None)


class MarkdownView(QTextBrowser):
    """Shows sanitised Markdown. A link is opened only after the person has read its whole address and said so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("look", "page")
        self.setAccessibleName(_("Text"))
        self.anchorClicked.connect(self._on_anchor_clicked)
        current.notifier().changed.connect(self._draw)

    def show_markdown(self, text: str) -> None:
        """Show `text`, written in Markdown by anybody."""
        self._source = text
        self._draw()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is fetched: every picture is one empty pixel."""
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(0)
        return image

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.scheme() in SCHEMES and ask(_("Open this address outside Postil?"), address, _("Open"), self.window()):
            QDesktopServices.openUrl(url)

    def _draw(self) -> None:
        if not self._source:
            self.clear()
            return
        tokens = current.tokens()
        self.document().setDefaultStyleSheet(
            f"a {{ color: {tokens.accent}; }} blockquote {{ color: {tokens.dim}; }} code, pre {{ background: {tokens.sunken}; }}"
        )
        self.setHtml(to_html(self._source))
