"""Whether a window can be shown here: is there a display that answers, and are Qt's system libraries in place?"""

from __future__ import annotations

import os
import socket
import sys

from postil.base.errors import StoreError
from postil.base.i18n import _

DRAWN_NOWHERE = ("offscreen", "minimal", "vnc")
"""Qt's platforms that need no display."""


def has_display() -> bool:
    """Is there somewhere to draw a window? Elsewhere than on Linux and the BSDs there always is."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or x_server_answers(os.environ.get("DISPLAY", ""))


def x_server_answers(display: str) -> bool:
    """Does a local X server of this name take a connection? A name left over from a dead server would end Qt with an abort."""
    host, _colon, rest = display.rpartition(":")
    if not rest:
        return False
    if host not in ("", "unix"):
        return True  # a forwarded display: its own machine knows best
    socket_file = f"/tmp/.X11-unix/X{rest.split('.')[0]}"  # noqa: S108 - where every X server listens
    for address in (socket_file, f"\0{socket_file}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            if connection.connect_ex(address) == 0:
                return True
    return False


def require_window() -> None:
    """Raises StoreError where no window can be shown; without this Qt would end the process with an abort."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in DRAWN_NOWHERE and not has_display():
        raise StoreError(
            _("There is no display here, so no window can be shown."),
            next_step=_("Use the commands that need none: “postil --help” lists them, “postil demo --out DIR” shows what they do."),
        )
    try:
        import PySide6.QtWidgets  # noqa: F401 - to see whether it can be loaded
    except ImportError as error:
        raise StoreError(
            _("Qt cannot be loaded: {reason}").format(reason=error),
            next_step=_("Install the system library it names; “make run” in Postil's source folder does so, or shows the command."),
        ) from error
