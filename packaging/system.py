"""The system libraries that Qt needs on Linux: look for them, install them where that is allowed, else say how.

Wheels carry Qt but not the graphics and window-system libraries beneath it. Only the standard library is used.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Soname → Debian package, read off the libraries and platform plug-ins of PySide6-Essentials 6.10 with ldd."""

TEST_PROGRAMS = {"Xvfb": "xvfb"}
"""Programs that a check on a real window system needs; the gate itself draws offscreen and does without."""


def provide(*, for_tests: bool) -> str:
    """Make sure that Qt can start; what is missing and the command that brings it, or nothing."""
    if not sys.platform.startswith("linux"):
        return ""
    wanted = [name for name in LIBRARIES if not is_present(name)]
    programs = [TEST_PROGRAMS[name] for name in TEST_PROGRAMS if for_tests and not shutil.which(name)]
    if not wanted and not (programs and may_install()):
        return ""
    packages = sorted({LIBRARIES[name] for name in wanted})
    if may_install():
        install([*packages, *programs])
        wanted = [name for name in wanted if not is_present(name)]
        packages = sorted({LIBRARIES[name] for name in wanted})
    return advice(wanted, packages) if wanted else ""


def is_present(soname: str) -> bool:
    """Can the loader find this library? Found libraries stay loaded in this short-lived process."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Is this a system with apt, and are we its administrator?"""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Install Debian packages, with a fresh list of packages when the old one does not do."""
    print(f"· system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    if subprocess.run(command, check=False, env=environment, capture_output=True).returncode == 0:
        return True
    subprocess.run(["apt-get", "update", "--quiet"], check=False, env=environment, capture_output=True)
    last = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
    if last.returncode:
        print(last.stdout[-2000:], last.stderr[-2000:], file=sys.stderr)
    return last.returncode == 0


def apt_command(packages: list[str]) -> str:
    """What a person types on Debian or Ubuntu."""
    return f"sudo apt-get install --yes {' '.join(packages)}"


def advice(sonames: list[str], packages: list[str]) -> str:
    """What is missing, and the exact command for the kind of system this is."""
    text = f"Qt cannot start: these system libraries are missing: {', '.join(sonames)}."
    if shutil.which("apt-get"):
        return f"{text} Type:\n    {apt_command(packages)}\nand then the same command again."
    if shutil.which("dnf"):
        width = "()(64bit)" if Path("/usr/lib64").is_dir() else ""
        return f"{text} Type:\n    sudo dnf install {' '.join(repr(name + width) for name in sonames)}\nand then the same command again."
    return f"{text} Install the packages of your system that hold them, and then type the same command again."
