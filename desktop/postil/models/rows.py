"""A flat item model over frozen rows: keeps what is unchanged, announces ranges, looks everything up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from postil.base.i18n import _

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The frozen row behind an index."""
END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: an untranslated heading and what a row shows in it, as text, sort-free and side-effect-free."""

    name: str
    heading: str
    text: Callable[[R], str]
    tip: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    align_end: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of one type in a table or a list; `key` tells which row is which."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: tuple[R, ...] = ()
        self._where: dict[str, int] = {}

    def rows(self) -> tuple[R, ...]:
        """What is shown."""
        return self._rows

    def row(self, index: Index) -> R | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of the row with this key, or an invalid one."""
        at = self._where.get(key)
        return QModelIndex() if at is None else self.index(at, 0)

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows: same keys in the same order only announce what changed; else the differing middle moves."""
        new = tuple(rows)
        old = self._rows
        head = _shared(old, new, self._key)
        tail = _shared(old[head:][::-1], new[head:][::-1], self._key)
        self._replace(head, len(old) - tail, new[head : len(new) - tail])
        self._refresh(new)

    def append(self, rows: Sequence[R]) -> None:
        """More rows of a paged list."""
        fresh = tuple(row for row in rows if self._key(row) not in self._where)
        self._replace(len(self._rows), len(self._rows), fresh)

    def _replace(self, first: int, end: int, new: tuple[R, ...]) -> None:
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._set(self._rows[:first] + self._rows[end:])
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._set(self._rows[:first] + new + self._rows[first:])
            self.endInsertRows()

    def _set(self, rows: tuple[R, ...]) -> None:
        self._rows = rows
        self._where = {self._key(row): i for i, row in enumerate(rows)}

    def _refresh(self, new: tuple[R, ...]) -> None:
        changed = [i for i, (a, b) in enumerate(zip(self._rows, new, strict=True)) if a is not b and a != b]
        if changed:
            self._set(new)
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))

    def retranslate(self) -> None:
        """The language changed: every word may read differently."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].heading)
        return END if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].align_end else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.align_end:
            return END
        return None


def _shared(old: Sequence[R], new: Sequence[R], key: Callable[[R], str]) -> int:
    """How many leading rows have the same keys."""
    count = 0
    for a, b in zip(old, new, strict=False):
        if key(a) != key(b):
            break
        count += 1
    return count
