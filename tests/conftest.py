"""The conditions every test runs under: no screen, no network, its own home, one locale, and no noise.

A test fails when Python warns, when Qt warns, when a record at WARNING or above is logged that it did not announce
(`allow_log`), when it leaves a window open, or when it reaches for the network.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported: without a display Qt would abort the whole run
os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", TZ="UTC", QT_ACCESSIBILITY="0")
for _name in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_LOGGING_RULES"):
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()
_homes = tempfile.TemporaryDirectory(prefix="postil-tests-")
os.environ["POSTIL_HOME"] = str(Path(_homes.name) / "session")

import pytest  # noqa: E402 - the surroundings come first
from hypothesis import settings  # noqa: E402

from postil.base import i18n  # noqa: E402

settings.register_profile("gate", max_examples=30, derandomize=True, database=None, deadline=None)
settings.register_profile("dev", max_examples=200, deadline=None)
settings.register_profile("long", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("POSTIL_HYPOTHESIS", "gate"))


def _no_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: sockets between processes of this machine are fine, addresses are not. It sees every import style."""
    if event == "socket.getaddrinfo" or (event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple)):
        raise PermissionError(f"a test reached for the network: {event} {arguments[1:]}")


sys.addaudithook(_no_network)
_numbers = itertools.count()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test: settings, keys, logs and new projects; nothing is made before it is needed."""
    home = Path(_homes.name) / f"home-{next(_numbers)}"
    monkeypatch.setenv("POSTIL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test starts in English."""
    i18n.use("en")
    yield
    i18n.use("en")


class _Noise(logging.Handler):
    """Keeps what was logged at WARNING and above, and what was announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self.announced: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def verdict(self) -> str:
        """What is wrong with the noise: records nobody announced, announcements that nothing fulfilled."""
        loud = [text for text in self.heard if not any(words in text for words in self.announced)]
        idle = [words for words in self.announced if not any(words in text for text in self.heard)]
        return "\n".join([f"unexpected log record: {text}" for text in loud] + [f"announced but not logged: {words}" for words in idle])


@pytest.fixture(autouse=True)
def log_noise() -> Iterator[_Noise]:
    """Fail the test over log records that it did not announce."""
    noise = _Noise()
    root = logging.getLogger()
    root.addHandler(noise)
    yield noise
    root.removeHandler(noise)
    if verdict := noise.verdict():
        pytest.fail(verdict, pytrace=False)


@pytest.fixture
def allow_log(log_noise: _Noise) -> Callable[[str], None]:
    """Announce a record at WARNING or above that holds these words; it must then come."""
    return log_noise.announced.append


@pytest.fixture(autouse=True)
def no_leaked_widgets() -> Iterator[None]:
    """Fail the test over top-level widgets that outlive it. Made before `qtbot`, so checked after it has closed its own."""
    before = {id(widget) for widget in _top_level_widgets()}
    yield
    left = [widget for widget in _top_level_widgets() if id(widget) not in before]
    if not left:
        return
    del left
    _delete_what_is_due()
    left = [widget for widget in _top_level_widgets() if id(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    del left
    _delete_what_is_due()
    if names:
        pytest.fail(f"top-level widgets outlive the test: {', '.join(sorted(names))}", pytrace=False)


def _top_level_widgets() -> list[QWidget]:
    """All of the application's, without importing Qt for tests that do not use it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return list(widgets.QApplication.topLevelWidgets()) if widgets and widgets.QApplication.instance() else []


def _delete_what_is_due() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
