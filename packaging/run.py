"""Open the sample project in a window, or, on a machine without a display, do the whole job and leave the results on disk.

Called by `make run`, after the set-up. Only the standard library is used.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import set_up

RESULTS = Path("build") / "demo"


def main() -> int:
    """Run the one or the other; the exit code of Postil."""
    if has_display():
        return subprocess.run([str(set_up.CONSOLE), "sample"], check=False, cwd=set_up.ROOT).returncode
    print(f"No display here: the sample project is worked through without a window, the results go to {RESULTS}.", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([str(set_up.CONSOLE), "demo", "--out", str(RESULTS)], check=False, cwd=set_up.ROOT, env=environment).returncode


def has_display() -> bool:
    """Is there somewhere to draw a window? Elsewhere than on Linux and the BSDs there always is."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or x_server_answers(os.environ.get("DISPLAY", ""))


def x_server_answers(display: str) -> bool:
    """Does a local X server of this name take a connection? A name left over from a dead server would end Qt with an abort."""
    host, _, rest = display.rpartition(":")
    if not rest:
        return False
    if host not in ("", "unix"):
        return True  # a forwarded display: its own machine knows best
    for address in (f"/tmp/.X11-unix/X{rest.split('.')[0]}", f"\0/tmp/.X11-unix/X{rest.split('.')[0]}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            if connection.connect_ex(address) == 0:
                return True
    return False


if __name__ == "__main__":
    sys.exit(main())
