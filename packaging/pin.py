"""Write the hash-pinned requirement files from `pyproject.toml`: one resolution for every platform and Python >= 3.11.

Run by `make pin`. Only versions and hashes are written: no index, no path, so that the files mean the same everywhere.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent / "requirements"
ROOT = HERE.parent.parent
HEADER = "# Versions and hashes only; made by `make pin` from pyproject.toml and build.in. Do not edit.\n"


def pin(name: str, source: Path, *options: str) -> None:
    """Resolve `source` into `requirements/<name>.txt`. Raises CalledProcessError when nothing fits."""
    target = HERE / f"{name}.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", str(source), "--output-file", str(target), "--universal", "--python-version", "3.11"]
    subprocess.run([*command, "--generate-hashes", "--no-header", "--no-annotate", "--quiet", *options], check=True, cwd=ROOT)
    target.write_text(HEADER + target.read_text("utf-8").removeprefix(HEADER), "utf-8")


def main() -> None:
    """Resolve the largest set first; the smaller ones take their versions from it."""
    everything = ("--constraint", str(HERE / "dev.txt"))
    pin("dev", ROOT / "pyproject.toml", "--extra", "dev", *sys.argv[1:])
    pin("runtime", ROOT / "pyproject.toml", *everything)
    pin("build", HERE / "build.in", *everything)


if __name__ == "__main__":
    main()
