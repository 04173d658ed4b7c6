"""Open the sample project in a window, or, on a machine without a display, do the whole job and leave the results on disk.

Called by `make run` with the Python of `.venv`, after the set-up.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import set_up

from postil.app.display import has_display

RESULTS = Path("build") / "demo"


def main() -> int:
    """Run the one or the other; the exit code of Postil."""
    if has_display():
        return subprocess.run([str(set_up.CONSOLE), "sample"], check=False, cwd=set_up.ROOT).returncode
    print(f"No display here: the sample project is worked through without a window, the results go to {RESULTS}.", flush=True)
    return subprocess.run([str(set_up.CONSOLE), "demo", "--out", str(RESULTS)], check=False, cwd=set_up.ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
