"""Draw the pictures that the README shows, from the played sample project, into `desktop/docs/screenshots`.

usage: pictures.py            run by `make pictures`, after a change that people see
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
SCREENSHOTS = ROOT / "desktop" / "docs" / "screenshots"
SHOWN: Final = {"light": ("workbench-returned", "library", "review", "indicators"), "dark": ("workbench-form",)}
"""Theme → the screens that the README shows in it."""


def main() -> int:
    """Draw every screen in each theme, keep those that are shown; the exit code."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for theme, names in SHOWN.items():
        with TemporaryDirectory(prefix="postil-pictures-") as folder:
            command = [sys.executable, "-m", "postil", "screenshots", folder, "--language", "en", "--theme", theme]
            if code := subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd=ROOT).returncode:
                return code
            for name in names:
                shutil.copyfile(Path(folder, f"{name}.png"), SCREENSHOTS / f"{name}-{theme}.png")
                print(f"{name}-{theme}.png")
    return 0


if __name__ == "__main__":
    sys.exit(__doc__ if len(sys.argv) > 1 else main())
