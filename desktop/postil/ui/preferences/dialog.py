"""The preferences: one field a setting, made from the table in `domain/settings.py`; each change takes effect at once."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from postil.base.i18n import _
from postil.domain.settings import Spec, specs
from postil.ui.settings import SettingsFile
from postil.ui.theme.spacing import HALF, ONE, TWO
from postil.ui.widgets.dialog import FormDialog


def _choice(spec: Spec, value: str) -> QComboBox:
    box = QComboBox()
    for code, label in spec.choices:
        box.addItem(_(label), code)
    box.setCurrentIndex(box.findData(value))
    return box


def _number(spec: Spec, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(spec.low, spec.high)
    box.setSingleStep(spec.step)
    box.setSuffix(f" {spec.unit}" if spec.unit else "")
    box.setValue(value)
    box.setKeyboardTracking(False)
    return box


class PreferencesDialog(FormDialog):
    """Generated; holds no knowledge of any one setting."""

    def __init__(self, settings: SettingsFile, parent: QWidget) -> None:
        self._settings = settings
        self.editors: dict[str, QWidget] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, TWO, 0)
        column.setSpacing(TWO)
        for group, rows in groupby(specs().items(), key=lambda item: item[1].group):
            column.addLayout(self._group(group, list(rows)))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        super().__init__(_("Preferences"), area, "", parent, width=560)
        self.resize(self.minimumWidth(), min(self.maximumHeight(), body.sizeHint().height() + 160))

    def _group(self, title: str, rows: list[tuple[str, Spec]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(HALF)
        heading = QLabel(_(title))
        heading.setProperty("role", "strong")
        column.addWidget(heading)
        for key, spec in rows:
            editor = self._editor(key, spec)
            editor.setAccessibleName(_(spec.title))
            editor.setAccessibleDescription(_(spec.help))
            self.editors[key] = editor
            said = QLabel(_(spec.help))
            said.setProperty("role", "small")
            said.setWordWrap(True)
            line = QHBoxLayout()
            if not isinstance(editor, QCheckBox):
                line.addWidget(QLabel(_(spec.title)), 2)
            line.addWidget(editor, 3)
            column.addLayout(line)
            column.addWidget(said)
            column.addSpacing(HALF)
        column.setContentsMargins(0, 0, 0, ONE)
        return column

    def _editor(self, key: str, spec: Spec) -> QWidget:
        value = getattr(self._settings.values, key)
        if isinstance(value, bool):
            box = QCheckBox(_(spec.title))
            box.setChecked(value)
            box.toggled.connect(lambda is_on, which=key: self._settings.set_value(which, is_on))
            return box
        if isinstance(value, int):
            number = _number(spec, value)
            number.valueChanged.connect(lambda new, which=key: self._settings.set_value(which, new))
            return number
        choice = _choice(spec, value)
        choice.activated.connect(lambda _row, which=key, box=choice: self._settings.set_value(which, box.currentData()))
        return choice
