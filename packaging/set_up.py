"""Make `.venv` ready from nothing but Python >= 3.11: system libraries, pinned packages, Postil itself.

usage: set_up.py run|test

Called by the Makefile before everything else; does nothing when nothing changed. Only the standard library is used.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
CONSOLE = BIN / ("postil.exe" if sys.platform == "win32" else "postil")
FILES = {"run": ("build", "runtime"), "test": ("build", "runtime", "dev")}
OLDEST = (3, 11)


def main(purpose: str) -> int:
    """Set up for `purpose` (a key of FILES); 0 when everything is in place, else what went wrong is on the terminal."""
    if sys.version_info < OLDEST:
        return fail(f"Postil needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    trouble = system.provide(for_tests=purpose == "test") or make_environment()
    if trouble:
        return fail(trouble)
    stamp = fingerprint(purpose)
    record = VENV / f"set-up-{purpose}"
    if CONSOLE.exists() and record.exists() and record.read_text("utf-8") == stamp:
        return 0
    record.unlink(missing_ok=True)
    for name in FILES[purpose]:
        pip("--require-hashes", "--requirement", str(REQUIREMENTS / f"{name}.txt"), title=f"packages: {name}")
    pip("--no-deps", "--editable", str(ROOT), title="Postil itself")
    record.write_text(stamp, "utf-8")
    return 0


def make_environment() -> str:
    """Create `.venv` where there is none that works; what is wrong and what to do, or nothing."""
    if answers(str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"):
        return ""
    say(f"new environment in .venv, Python {sys.version.split()[0]}")
    create = (sys.executable, "-m", "venv", "--clear", str(VENV))
    if answers(*create):
        return ""
    package = f"python3.{sys.version_info.minor}-venv"
    if system.may_install() and system.install([package]) and answers(*create):
        return ""
    return f"A virtual environment cannot be made with {sys.executable}. On Debian or Ubuntu type:\n    {system.apt_command([package])}"


def fingerprint(purpose: str) -> str:
    """What an installation depends on: the pinned files, the project's metadata, this script, the place; a new `.venv` has no stamp."""
    sources = [REQUIREMENTS / f"{name}.txt" for name in FILES[purpose]] + [ROOT / "pyproject.toml", Path(__file__)]
    digest = hashlib.sha256(f"{ROOT}\n".encode())
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def pip(*options: str, title: str) -> None:
    """Install into `.venv`; builds use its own pinned tools instead of fetching others. Exits when pip fails."""
    say(title)
    command = [str(PYTHON), "-m", "pip", "install", "--no-build-isolation", "--disable-pip-version-check", "-qq", *options]
    code = subprocess.run(command, check=False, cwd=ROOT).returncode
    if code:
        raise SystemExit(fail(f"pip could not install {title}; its own words are above. Without a network nothing can be fetched."))


def answers(*command: str) -> bool:
    """Does the command run and succeed? Its output is not shown."""
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def say(text: str) -> None:
    """One line of progress."""
    print(f"· {text}", flush=True)


def fail(text: str) -> int:
    """Say what went wrong on the error stream; the exit code."""
    print(text, file=sys.stderr)
    return 1


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in FILES:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
