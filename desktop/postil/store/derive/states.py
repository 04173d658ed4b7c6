"""States and counts: where each annotation, extraction and article stands, counted again after each change.

All of it follows from versions, submissions and reviews: a verdict holds for the version it names, a submission for
the versions it lists. So an edit makes a draft and an undo makes the approved version approved again, without a
rule for either.
"""

from __future__ import annotations

import json
from typing import Any, Final

from postil.domain.annotation import Kind, State
from postil.domain.article import ArticleState
from postil.domain.review import Verdict
from postil.store.derive.context import Context
from postil.store.derive.submissions import ensure
from postil.store.driver import scalar

RANKS: Final = {
    ArticleState.RETURNED: 0,
    ArticleState.CHANGED_SINCE_APPROVAL: 1,
    ArticleState.IN_PROGRESS: 2,
    ArticleState.ASSIGNED: 3,
    ArticleState.NEW: 4,
    ArticleState.UNDER_REVIEW: 5,
    ArticleState.SUBMITTED: 6,
    ArticleState.APPROVED: 7,
}
"""The order "next" of the library: what comes back first, then what is begun, then what is new."""
_STRONGEST: Final = (
    ArticleState.RETURNED,
    ArticleState.CHANGED_SINCE_APPROVAL,
    ArticleState.UNDER_REVIEW,
    ArticleState.SUBMITTED,
    ArticleState.IN_PROGRESS,
    ArticleState.APPROVED,
)
"""Where several people worked on an article, the first of these that any of their extractions is in."""

_COUNTED: Final = (State.DRAFT, State.SUBMITTED, State.APPROVED, State.RETURNED, State.REJECTED)


def settle(context: Context) -> None:
    """Count again everything that was touched, from the annotations upwards."""
    for uuid in sorted(context.annotations):
        _annotation(context, uuid)
    for extraction in sorted(context.extractions):
        _extraction(context, extraction)
    for number in sorted(context.articles):
        _article(context, number)
    context.annotations.clear()
    context.extractions.clear()
    context.articles.clear()


def _annotation(context: Context, uuid: str) -> None:
    run = context.connection.execute
    row = run("SELECT article, extraction, author, head, fields, deleted FROM annotation WHERE uuid = ?", (uuid,)).fetchone()
    if row is None:
        return
    number, extraction, author, head, fields, deleted = row
    reviews = run(
        "SELECT by, verdict, head, hash FROM review WHERE entity = ? AND withdrawn = 0 AND refused = '' AND verdict <> ? ORDER BY n",
        (uuid, str(Verdict.WITHDRAW)),
    ).fetchall()
    verdicts = {by: (verdict, digest) for by, verdict, judged, digest in reviews if judged == head}
    handed_in = run("SELECT 1 FROM submission WHERE annotation = ? AND head = ? AND extraction = ?", (uuid, head, extraction)).fetchone() is not None
    answered = {digest for (digest,) in run("SELECT review FROM answer WHERE extraction = ?", (extraction,))} if verdicts else set()
    holding = {verdict for verdict, digest in verdicts.values() if digest not in answered}
    state = _state(json.loads(fields), holding, handed_in=handed_in)
    once_approved = any(verdict == Verdict.APPROVE for _by, verdict, judged, _digest in reviews if judged != head)
    changed = once_approved and state not in (State.APPROVED, State.REJECTED)
    run(
        "UPDATE annotation SET state = ?, changed = ?, conflict = ? WHERE uuid = ?",
        (str(state), int(changed and not deleted), int(len(holding) > 1), uuid),
    )
    ensure(context, extraction, number, author)
    context.extractions.add(extraction)


def _state(fields: dict[str, Any], holding: set[str], *, handed_in: bool) -> State:
    if fields.get("state") == State.REJECTED:
        return State.REJECTED
    if len(holding) == 1:
        return State.APPROVED if Verdict.APPROVE in holding else State.RETURNED
    if holding or handed_in:
        return State.SUBMITTED  # contradicting verdicts decide nothing
    return State.DRAFT


def _extraction(context: Context, extraction: str) -> None:
    run = context.connection.execute
    row = run("SELECT article, submitted, author FROM extraction WHERE uuid = ?", (extraction,)).fetchone()
    if row is None:
        return
    number, submitted, _author = row
    states: dict[str, int] = {}
    kinds: dict[str, int] = {}
    covers: dict[str, int] = {}
    changed = 0
    for state, kind, count, covered, altered in run(
        "SELECT state, kind, count(*), count(covers), sum(changed) FROM annotation WHERE extraction = ? AND deleted = 0 GROUP BY state, kind",
        (extraction,),
    ).fetchall():
        states[state] = states.get(state, 0) + count
        covers[kind] = covers.get(kind, 0) + covered
        if state != State.REJECTED:
            kinds[kind] = kinds.get(kind, 0) + count
        changed += altered
    opened = scalar(context.connection, "SELECT by FROM opening WHERE submission = ?", (submitted,)) or ""
    state = extraction_state(
        states, changed=changed, submitted=submitted is not None, opened=bool(opened), whole=_is_approved_whole(context, extraction, submitted)
    )
    run(
        """UPDATE extraction SET state = ?, opened = ?, drafts = ?, waiting = ?, approved = ?, returned = ?, rejected = ?, changed = ?,
        figures = ?, events = ?, commitments = ?, covers_figures = ?, covers_events = ?, covers_commitments = ? WHERE uuid = ?""",
        (
            str(state or ""), opened, *(states.get(s, 0) for s in _COUNTED), changed,
            *(kinds.get(k, 0) for k in Kind), *(covers.get(k, 0) for k in Kind), extraction,
        ),
    )  # fmt: skip
    context.articles.add(number)


def _is_approved_whole(context: Context, extraction: str, submitted: bytes | None) -> bool:
    sql = "SELECT 1 FROM review WHERE entity = ? AND head = ? AND verdict = ? AND withdrawn = 0 AND refused = ''"
    return submitted is not None and scalar(context.connection, sql, (extraction, submitted, str(Verdict.APPROVE))) is not None


def extraction_state(states: dict[str, int], *, changed: int, submitted: bool, opened: bool, whole: bool) -> ArticleState | None:
    """Where one person's work on an article stands; None when there is none."""
    waiting, drafts, approved = (states.get(s, 0) for s in (State.SUBMITTED, State.DRAFT, State.APPROVED))
    if states.get(State.RETURNED):
        return ArticleState.RETURNED
    if changed:
        return ArticleState.CHANGED_SINCE_APPROVAL
    if not submitted:
        return ArticleState.IN_PROGRESS if sum(states.values()) else None
    if waiting or (not approved and not drafts and not whole):
        return ArticleState.UNDER_REVIEW if opened else ArticleState.SUBMITTED
    return ArticleState.IN_PROGRESS if drafts else ArticleState.APPROVED


def _article(context: Context, number: int) -> None:
    run = context.connection.execute
    found = {state for (state,) in run("SELECT state FROM extraction WHERE article = ? AND state <> ''", (number,))}
    state = next((s for s in _STRONGEST if s in found), ArticleState.NEW)
    run("UPDATE article SET state = ?, rank = ? WHERE id = ?", (str(state), RANKS[state], number))
