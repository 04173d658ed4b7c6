"""Reviews: what a supervisor decided about one annotation, over exactly which version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class Verdict(StrEnum):
    """Approve, return with a reason, or withdraw one's own earlier verdict."""

    APPROVE = "approve"
    RETURN = "return"
    WITHDRAW = "withdraw"


class Reason(StrEnum):
    """Why an annotation is returned."""

    WRONG_VALUE = "wrong_value"
    WRONG_UNIT = "wrong_unit"
    WRONG_PERIOD = "wrong_period"
    WRONG_INDICATOR = "wrong_indicator"
    WRONG_ACTOR = "wrong_actor"
    NOT_IN_TEXT = "not_in_text"
    EVIDENCE_EXTENT = "evidence_extent"
    BOILERPLATE = "boilerplate"
    TRANSLATION_ERROR = "translation_error"
    DUPLICATE = "duplicate"
    MISSING_ITEM = "missing_item"
    NOT_TESTABLE = "not_testable"
    OTHER = "other"


REASON_LABELS: dict[Reason, str] = {
    Reason.WRONG_VALUE: N_("Wrong value"),
    Reason.WRONG_UNIT: N_("Wrong unit or scale"),
    Reason.WRONG_PERIOD: N_("Wrong period or basis"),
    Reason.WRONG_INDICATOR: N_("Wrong indicator"),
    Reason.WRONG_ACTOR: N_("Wrong actor or place"),
    Reason.NOT_IN_TEXT: N_("Not in the text"),
    Reason.EVIDENCE_EXTENT: N_("Evidence too wide or too narrow"),
    Reason.BOILERPLATE: N_("Boilerplate"),
    Reason.TRANSLATION_ERROR: N_("Translation error"),
    Reason.DUPLICATE: N_("Duplicate"),
    Reason.MISSING_ITEM: N_("Missing item"),
    Reason.NOT_TESTABLE: N_("Not testable"),
    Reason.OTHER: N_("Other"),
}


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. `head` is the version judged; `current` is false once the annotation changed after it."""

    annotation: str
    verdict: Verdict
    by: str
    at_ms: int
    head: str
    reason: Reason | None = None
    field: str = ""
    comment: str = ""
    record: str = ""
    current: bool = True
