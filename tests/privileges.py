"""Run a piece of a test without the administrator's right to ignore file permissions.

The gate may run as root, and root writes into read-only folders: a test of "this folder is read-only" would pass or fail
for the wrong reason. On Linux only that right is given up (CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH), so that everything
else, such as importing modules from root's home, goes on working.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2  # linux/capability.h
_RIGHTS = (1 << _DAC_OVERRIDE) | (1 << _DAC_READ_SEARCH)
_WORDS = struct.Struct("=6I")  # effective, permitted, inheritable: low words, then high words


@contextmanager
def as_unprivileged() -> Iterator[None]:
    """Inside, file permissions bind this thread (and threads it starts) even when root runs the tests.

    Fails, never passes vacuously, when a read-only folder can still be written; skips where permissions mean something else.
    """
    if sys.platform == "win32":
        pytest.skip("a read-only folder on Windows still takes new files")
    held = _effective() if os.geteuid() == 0 else 0
    if held & _RIGHTS:
        _set_effective(held & ~_RIGHTS)
    try:
        _prove()
        yield
    finally:
        if held & _RIGHTS:
            _set_effective(held)


def unprivileged_command(command: Sequence[str]) -> list[str]:
    """`command` as a new process that file permissions bind even when root starts it."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return list(command)
    setpriv = shutil.which("setpriv")
    if not setpriv:
        pytest.skip("setpriv (util-linux) is not installed, and root ignores permissions")
    dropped = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={dropped}", f"--inh-caps={dropped}", *command]


def _prove() -> None:
    with tempfile.TemporaryDirectory() as folder:
        closed = Path(folder) / "closed"
        closed.mkdir(mode=0o555)
        try:
            (closed / "file").touch()
        except PermissionError:
            return
        pytest.fail("permissions do not bind this process: the test would prove nothing")


def _call(name: str, words: Sequence[int]) -> tuple[int, ...]:
    header = ctypes.create_string_buffer(struct.pack("=Ii", _VERSION_3, 0))
    data = ctypes.create_string_buffer(_WORDS.pack(*words), _WORDS.size)
    if getattr(ctypes.CDLL(None, use_errno=True), name)(header, data) != 0:
        pytest.fail(f"{name}: {os.strerror(ctypes.get_errno())}")
    return _WORDS.unpack(data.raw)


def _effective() -> int:
    words = _call("capget", (0,) * 6)
    return words[0] | words[3] << 32


def _set_effective(rights: int) -> None:
    words = list(_call("capget", (0,) * 6))
    words[0], words[3] = rights & 0xFFFFFFFF, rights >> 32
    _call("capset", words)
