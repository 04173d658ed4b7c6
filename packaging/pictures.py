"""Draw the pictures that the README shows, from the played sample project, into `desktop/docs/screenshots`.

usage: pictures.py            run by `make pictures`, after a change that people see
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
SCREENSHOTS = ROOT / "desktop" / "docs" / "screenshots"
SHOWN: Final = {"light": ("workbench", "library", "review", "indicators"), "dark": ("workbench",)}
"""Theme → the screens that the README shows in it."""
COLOURS: Final = 256
"""Of a picture in the repository; the edges of letters have thousands, which nobody sees and everybody downloads."""


def main() -> int:
    """Draw every screen in each theme, keep those that are shown; the exit code."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for theme, names in SHOWN.items():
        with TemporaryDirectory(prefix="postil-pictures-") as folder:
            command = [sys.executable, "-m", "postil", "screenshots", folder, "--language", "en", "--theme", theme]
            if code := subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=ROOT).returncode:
                return code
            for name in names:
                target = SCREENSHOTS / f"{name}-{theme}.png"
                shrink(Path(folder, f"{name}.png"), target)
                print(f"{target.name}: {target.stat().st_size // 1000} kB")
    return 0


def shrink(source: Path, target: Path) -> None:
    """Write the picture in few colours, so chosen that no small coloured thing turns grey; each pixel gets the nearest of them."""
    import numpy as np
    from PySide6.QtGui import QImage, QImageWriter

    drawn = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(drawn.constBits(), np.uint32).reshape(drawn.height(), drawn.width()) & 0xFFFFFF
    found, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept, nearest = _palette(_channels(found), counts)
    indexed = np.ascontiguousarray(nearest[places].reshape(pixels.shape))
    small = QImage(indexed.tobytes(), drawn.width(), drawn.height(), drawn.width(), QImage.Format.Format_Indexed8)
    small.setColorTable([int(colour) | 0xFF000000 for colour in found[kept]])
    writer = QImageWriter(str(target))
    writer.setCompression(100)
    if not writer.write(small):
        raise SystemExit(f"{target}: {writer.errorString()}")


def _channels(colours: Any) -> Any:
    """Red, green and blue of packed colours, one row each."""
    import numpy as np

    return np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _palette(colours: Any, counts: Any) -> tuple[list[int], Any]:
    """Which colours to keep, and for each colour the number of the kept one that stands for it.

    The most frequent one first, then again and again the one that is worst served: far from those kept, and often there.
    """
    import numpy as np

    kept: list[int] = []
    distance, nearest = np.full(len(colours), np.inf), np.zeros(len(colours), np.uint8)
    worst = int(np.argmax(counts))
    while len(kept) < COLOURS and distance.max() > 0:
        away = ((colours - colours[worst]) ** 2).sum(axis=1)
        nearest[away < distance] = len(kept)
        distance = np.minimum(distance, away)
        kept.append(worst)
        worst = int(np.argmax(distance * np.sqrt(counts)))
    return kept, nearest


if __name__ == "__main__":
    sys.exit(__doc__ if len(sys.argv) > 1 else main())
