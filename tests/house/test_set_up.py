"""The set-up: pins that cover what the project asks for, a stamp that notices changes, advice that can be typed, a wheel that is whole."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import run
import set_up
import system

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def plain(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", name, maxsplit=1)[0]).lower()


def pins(name: str) -> dict[str, set[str]]:
    """Distribution → pinned versions (a version may depend on the Python) of one requirement file."""
    found: dict[str, set[str]] = {}
    for line in (set_up.REQUIREMENTS / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            distribution, _, rest = line.partition("==")
            found.setdefault(plain(distribution), set()).add(re.split(r"[ ;\\]", rest, maxsplit=1)[0])
    return found


@pytest.mark.parametrize(
    ("file", "wanted"),
    [("runtime", PROJECT["dependencies"]), ("dev", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])],
)
def test_everything_asked_for_is_pinned(file: str, wanted: list[str]) -> None:
    assert {plain(requirement) for requirement in wanted} <= set(pins(file))


def test_the_pinned_files_agree() -> None:
    everything = pins("dev")
    for name in ("runtime", "build"):
        assert {key: versions for key, versions in pins(name).items() if key in everything and versions != everything[key]} == {}
    assert set(pins("runtime")) <= set(everything)


@pytest.mark.parametrize("name", ["build", "runtime", "dev"])
def test_every_pin_has_hashes_and_nothing_else_is_written(name: str) -> None:
    text = (set_up.REQUIREMENTS / f"{name}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.match(r"[a-z0-9._-]+==\S+ (; .+ )?\\$|    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in lines)
    for block in re.split(r"\n(?=[a-z])", "\n".join(lines)):
        assert "--hash=sha256:" in block


def test_the_core_has_the_dependencies_that_were_decided() -> None:
    record = (ROOT / "desktop" / "docs" / "decisions" / "0005-dependencies.md").read_text("utf-8")
    rows = {plain(line.strip("| ").split(",")[0].split(" ")[0]) for line in record.splitlines() if line.startswith("| ")}
    assert {plain(requirement) for requirement in PROJECT["dependencies"]} == rows - {"dependency"}


def test_the_stamp_notices_a_change(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    requirements = tmp_path / "requirements"
    shutil.copytree(set_up.REQUIREMENTS, requirements)
    monkeypatch.setattr(set_up, "REQUIREMENTS", requirements)
    before = {purpose: set_up.fingerprint(purpose) for purpose in set_up.FILES}
    with (requirements / "dev.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert set_up.fingerprint("run") == before["run"]
    assert set_up.fingerprint("test") != before["test"]


def test_a_missing_library_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "is_present", lambda soname: soname != "libEGL.so.1")
    monkeypatch.setattr(system, "may_install", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    words = system.provide(for_tests=False)
    assert "libEGL.so.1" in words
    assert "sudo apt-get install --yes libegl1\n" in words
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/dnf" if name == "dnf" else None)
    assert "sudo dnf install 'libEGL.so.1" in system.provide(for_tests=False)
    monkeypatch.setattr(system, "is_present", lambda soname: True)
    assert system.provide(for_tests=False) == ""


def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    there: set[str] = set()
    monkeypatch.setattr(system, "is_present", lambda soname: soname != "libxcb-cursor.so.0" or "libxcb-cursor0" in there)
    monkeypatch.setattr(system, "may_install", lambda: True)
    monkeypatch.setattr(system, "install", there.update)
    monkeypatch.setattr(sys, "platform", "linux")
    assert system.provide(for_tests=False) == ""
    assert there == {"libxcb-cursor0"}


def test_a_library_that_is_not_there_is_not_found() -> None:
    assert not system.is_present("libpostil-has-no-such-library.so.9")


@pytest.mark.parametrize(("there_is_one", "command"), [(True, ["sample"]), (False, ["demo", "--out", str(run.RESULTS)])])
def test_the_sample_opens_where_there_is_a_display(monkeypatch: pytest.MonkeyPatch, there_is_one: bool, command: list[str]) -> None:
    asked: list[list[str]] = []

    def take(words: list[str], **_rest: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(words)
        return subprocess.CompletedProcess(words, 3)

    monkeypatch.setattr(run, "has_display", lambda: there_is_one)
    monkeypatch.setattr(subprocess, "run", take)
    assert run.main() == 3
    assert asked == [[str(set_up.CONSOLE), *command]]


def test_continuous_integration_runs_the_same_gate() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    commands = [line for line in script.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_the_wheel_carries_resources_and_seeds_and_nothing_beside_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {"postil", f"postil-{wheel.name.split('-')[1]}.dist-info"}
    data = [path for folder in ("resources", "seeds") for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert len(data) > 20
    assert {f"postil/{path.relative_to(ROOT).as_posix()}" for path in data} <= names
