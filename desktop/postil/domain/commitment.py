"""Commitments: undertakings about future action by, or asked of, an identifiable actor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class CommitmentKind(StrEnum):
    """Who is bound, and how."""

    PLEDGE = "pledge"
    DIRECTIVE = "directive"
    TARGET = "target"
    PLAN = "plan"
    REQUEST = "request"


class Testable(StrEnum):
    """Can somebody later say whether it was kept?"""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Outcome(StrEnum):
    """What became of it."""

    OPEN = "open"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    SUPERSEDED = "superseded"
    NOT_TESTABLE = "not_testable"


COMMITMENT_KIND_LABELS: dict[CommitmentKind, str] = {
    CommitmentKind.PLEDGE: N_("pledge"),
    CommitmentKind.DIRECTIVE: N_("directive"),
    CommitmentKind.TARGET: N_("target goal"),
    CommitmentKind.PLAN: N_("plan"),
    CommitmentKind.REQUEST: N_("request"),
}
TESTABLE_LABELS: dict[Testable, str] = {Testable.YES: N_("yes"), Testable.NO: N_("no"), Testable.UNSURE: N_("unsure")}
OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.OPEN: N_("open"),
    Outcome.FULFILLED: N_("fulfilled"),
    Outcome.PARTLY_FULFILLED: N_("partly fulfilled"),
    Outcome.NOT_FULFILLED: N_("not fulfilled"),
    Outcome.SUPERSEDED: N_("superseded"),
    Outcome.NOT_TESTABLE: N_("not testable"),
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking; `due` is EDTF, `target_figure` the id of a figure, text fields in the article's words."""

    kind: CommitmentKind = CommitmentKind.PLAN
    issuer: str = ""
    addressee: str = ""
    action: str = ""
    due: str = ""
    indicator: str = ""
    target_figure: str = ""
    testable: Testable = Testable.UNSURE
    test: str = ""
    outcome: Outcome = Outcome.OPEN
    restates: str = ""
    inferred: tuple[str, ...] = ()
