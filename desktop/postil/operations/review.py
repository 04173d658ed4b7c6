"""Commands of the workflow: submit, take back, open for review, approve, return, withdraw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from postil.base.i18n import N_
from postil.domain.review import Reason
from postil.operations.command import Command


@dataclass(frozen=True, slots=True)
class SubmitExtraction(Command):
    """Submit one's extraction of an article.

    Refused while suggestions are undecided, unless `leave_open`: then they count as not taken up.
    "Checked, nothing found" is a submission without annotations.
    """

    label: ClassVar[str] = N_("submit")
    article: str = ""
    leave_open: bool = False


@dataclass(frozen=True, slots=True)
class TakeBack(Command):
    """Take one's submission back, until a supervisor has opened it."""

    label: ClassVar[str] = N_("take back")
    article: str = ""


@dataclass(frozen=True, slots=True)
class OpenReview(Command):
    """A supervisor has opened this extraction; it can no longer be taken back."""

    label: ClassVar[str] = N_("open for review")
    is_undoable: ClassVar[bool] = False
    extraction: str = ""


@dataclass(frozen=True, slots=True)
class ApproveAnnotations(Command):
    """Approve the current version of annotations; signed over their exact content."""

    label: ClassVar[str] = N_("approve")
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnAnnotation(Command):
    """Return one annotation with a reason, the field it is about and a comment."""

    label: ClassVar[str] = N_("return")
    id: str = ""
    reason: Reason = Reason.OTHER
    field: str = ""
    comment: str = ""
