"""Icons as pictures for painting by hand, kept by Qt between paints."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from postil.ui.theme import icons


def tinted(name: str, tint: str, side: float, painter: QPainter) -> QPixmap:
    """The icon `name` in one colour (`#rrggbb`), `side` device-independent pixels high, for the device painted on."""
    ratio = painter.device().devicePixelRatioF()
    key = f"postil {name} {tint} {round(side)} {ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = icons.pixmap(name, tint, round(side), ratio)
        QPixmapCache.insert(key, found)
    return found
