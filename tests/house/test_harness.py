"""The conditions of `conftest.py` hold, and each can fail: made-up test files are run under it."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[2]

WINDOW = "from PySide6.QtWidgets import QWidget\n"
SOCKET = "import socket\n"
NOISY = {
    "python_warning": ("import warnings\ndef test_it():\n    warnings.warn('look')\n", "UserWarning: look"),
    "qt_warning": ("from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('look')\n", "look"),
    "log_record": (
        "import logging\ndef test_it():\n    logging.getLogger('postil.x').warning('look')\n",
        "unexpected log record: WARNING postil.x: look",
    ),
    "idle_announcement": ("def test_it(allow_log):\n    allow_log('look')\n", "announced but not logged: look"),
    "connection": (SOCKET + "def test_it():\n    socket.create_connection(('127.0.0.1', 9))\n", "reached for the network"),
    "datagram": (
        SOCKET + "def test_it():\n    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:\n        s.sendto(b'x', ('127.0.0.1', 9))\n",
        "reached for the network",
    ),
    "name_look_up": (SOCKET + "def test_it():\n    socket.getaddrinfo('localhost', 80)\n", "reached for the network"),
    "leaked_window": (
        WINDOW + "kept = []\ndef test_it(qapp):\n    w = QWidget()\n    w.setObjectName('kept')\n    w.show()\n    kept.append(w)\n",
        "top-level widgets outlive the test: QWidget 'kept'",
    ),
    "unknown_marker": ("import pytest\n@pytest.mark.made_up\ndef test_it():\n    pass\n", "'made_up' not found in `markers`"),
}
QUIET = {
    "announced_record": "import logging\ndef test_it(allow_log):\n    allow_log('look')\n    logging.getLogger('postil.x').warning('look')\n",
    "closed_window": WINDOW + "def test_it(qtbot):\n    w = QWidget()\n    qtbot.addWidget(w)\n    w.show()\n",
    "dropped_window": WINDOW + "def test_it(qapp):\n    w = QWidget()\n    w.me = w\n    w.show()\n    w.deleteLater()\n",
    "local_socket": SOCKET + "def test_it():\n    a, b = socket.socketpair()\n    a.close()\n    b.close()\n",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each made-up test file came to under the project's configuration: the words of its failure, or nothing."""
    folder = tmp_path_factory.mktemp("made-up")
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"), "utf-8")
    for name, source in [*((name, source) for name, (source, _) in NOISY.items()), *QUIET.items()]:
        (folder / f"test_{name}.py").write_text(source, "utf-8")
    report = folder / "report.xml"
    options = [f"--rootdir={folder}", f"--junit-xml={report}", "--continue-on-collection-errors", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), *options, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    subprocess.run(command, check=False, capture_output=True, cwd=folder, env=environment)
    words: dict[str, str] = {}
    for case in ET.parse(report).getroot().iter("testcase"):  # our own report
        name = (case.get("classname") or case.get("name") or "").rpartition(".")[2].removeprefix("test_")
        words[name] = words.get(name, "") + "".join("".join(failure.itertext()) for tag in ("failure", "error") for failure in case.findall(tag))
    return words


@pytest.mark.parametrize("name", NOISY)
def test_noise_fails(name: str, outcomes: dict[str, str]) -> None:
    assert NOISY[name][1] in outcomes[name]


@pytest.mark.parametrize("name", QUIET)
def test_quiet_passes(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name] == ""


def test_the_home_is_a_temporary_one(own_home: Path) -> None:
    from postil.base import paths

    assert paths.data_dir() == own_home / "data"
    assert not own_home.exists()


def test_the_gate_is_deterministic() -> None:
    if os.environ.get("POSTIL_HYPOTHESIS", "gate") == "gate":
        assert settings.default is not None
        assert settings.default.derandomize
