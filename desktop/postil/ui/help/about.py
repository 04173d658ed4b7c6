"""What Postil is, in which version, under which licence, on which libraries."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel, QWidget

from postil import __version__
from postil.base.i18n import _
from postil.ui.widgets.dialog import FormDialog

LIBRARIES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("pyqtgraph", "pyqtgraph", "MIT"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("sqlite-utils", "sqlite-utils", "Apache-2.0"),
    ("langdetect", "langdetect", "Apache-2.0"),
    ("Markdown", "Python-Markdown", "BSD-3-Clause"),
    ("nh3", "nh3", "MIT"),
    ("PyNaCl", "PyNaCl", "Apache-2.0"),
    ("filelock", "filelock", "Unlicense"),
    ("platformdirs", "platformdirs", "MIT"),
)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:  # a frozen build carries no metadata
        return ""


class AboutDialog(FormDialog):
    """Plain words, no links."""

    def __init__(self, parent: QWidget) -> None:
        listed = "\n".join(" ".join(part for part in (name, _version(package), f"({licence})") if part) for package, name, licence in LIBRARIES)
        words = QLabel(
            "\n\n".join(
                (
                    _("Version {version}, Qt {qt}.").format(version=__version__, qt=qVersion()),
                    _("Postil reads and reviews news articles offline. It sends nothing anywhere."),
                    _("Apache License 2.0. The sample articles keep their publishers' rights. Noto fonts: SIL Open Font License."),
                    _("It stands on:") + "\n" + listed,
                )
            )
        )
        words.setWordWrap(True)
        super().__init__("Postil", words, "", parent)
