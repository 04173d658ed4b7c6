"""Steps: what each person can undo and redo, in order, across restarts."""

from __future__ import annotations

from postil.domain.record import Record
from postil.store.derive.context import Context

DONE, UNDONE, DROPPED = "done", "undone", "dropped"


def follow(context: Context, record: Record) -> None:
    """A fresh step goes on the person's stack and drops what they had undone; undo and redo move the mark."""
    step = record.step
    if step is None:
        return
    run = context.connection.execute
    if step.undo or step.redo:
        run("UPDATE step SET state = ? WHERE id = ? AND person = ?", (UNDONE if step.undo else DONE, step.undo or step.redo, record.by))
        return
    if run("SELECT 1 FROM step WHERE id = ?", (step.id,)).fetchone() is None:
        run("UPDATE step SET state = ? WHERE person = ? AND state = ?", (DROPPED, record.by, UNDONE))
        run("INSERT INTO step(id, person, label, first, state) VALUES(?,?,?,?,?)", (step.id, record.by, step.label, record.n, DONE))
