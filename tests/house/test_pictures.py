"""The pictures of the README: all there, of the size that is promised, small, and in the colours they were drawn in."""

from __future__ import annotations

from pathlib import Path

import pictures
import pytest
from PySide6.QtGui import QImage

NAMES = {f"{name}-{theme}.png" for theme, names in pictures.SHOWN.items() for name in names}
MOST_BYTES = 250_000


def test_the_pictures_are_there_and_no_others() -> None:
    assert {path.name for path in pictures.SCREENSHOTS.iterdir()} == NAMES
    assert {"library-light.png", "workbench-light.png", "review-light.png", "indicators-light.png", "workbench-dark.png"} <= NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_picture_is_whole_and_small(name: str) -> None:
    path = pictures.SCREENSHOTS / name
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1280, 800)
    assert path.stat().st_size < MOST_BYTES
    lightness = [image.pixelColor(x, y).lightness() for x in range(3, 1280, 31) for y in range(40, 800, 23)]
    assert (sum(lightness) / len(lightness) > 150) is ("light" in name)


def test_few_colours_keep_what_is_small_and_coloured(tmp_path: Path) -> None:
    """A field of six hundred greys and tints with one small red sign in it: the sign stays red."""
    drawn = QImage(600, 40, QImage.Format.Format_RGB32)
    for x in range(600):
        for y in range(40):
            drawn.setPixel(x, y, 0xFF000000 | (x % 256) << 16 | (x % 256) << 8 | (x % 250))
    for x in range(300, 304):
        drawn.setPixel(x, 20, 0xFFC02020)
    drawn.save(str(tmp_path / "drawn.png"))
    pictures.shrink(tmp_path / "drawn.png", tmp_path / "small.png")
    small = QImage(str(tmp_path / "small.png"))
    assert small.colorCount() <= pictures.COLOURS
    sign = small.pixelColor(301, 20)
    assert abs(sign.red() - 0xC0) + abs(sign.green() - 0x20) + abs(sign.blue() - 0x20) < 24
    apart = [
        max(abs(a - b) for a, b in zip(drawn.pixelColor(x, 5).getRgb(), small.pixelColor(x, 5).getRgb(), strict=True))  # type: ignore[call-overload]
        for x in range(0, 600, 7)
    ]
    assert max(apart) < 12


def test_a_picture_of_few_colours_is_not_changed(tmp_path: Path) -> None:
    drawn = QImage(8, 8, QImage.Format.Format_RGB32)
    for place in range(64):
        drawn.setPixel(place % 8, place // 8, 0xFF000000 | place * 0x040201)
    drawn.save(str(tmp_path / "drawn.png"))
    pictures.shrink(tmp_path / "drawn.png", tmp_path / "small.png")
    assert QImage(str(tmp_path / "small.png")).convertToFormat(QImage.Format.Format_RGB32) == drawn
