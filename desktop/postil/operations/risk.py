"""Why one extraction needs a closer look than another: points with their reasons in words, nothing hidden.

The points are a judgement, not a measurement; each reason names what the supervisor can check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.base.i18n import ngettext
from postil.domain.annotation import Annotation, Origin, State

UNSURE: Final = 500
"""Confidence, in permille, below which a suggestion taken over unchanged asks for a look."""


@dataclass(frozen=True, slots=True)
class Risk:
    """0 to 100, and the reasons, the heaviest first."""

    points: int
    reasons: tuple[str, ...]


def of_extraction(annotations: Sequence[Annotation], conflicts: int) -> Risk:
    """The risk of what waits for a decision. `conflicts` counts annotations about which supervisors disagree."""
    waiting = [a for a in annotations if a.state is State.SUBMITTED]
    broken = sum(a.evidence_broken for a in waiting)
    changed = sum(a.changed_since_approval for a in waiting)
    typed = sum(a.origin is Origin.TYPED for a in waiting)
    edited = sum(a.origin is Origin.EDITED for a in waiting)
    unsure = sum(a.origin is Origin.ACCEPTED and a.confidence < UNSURE for a in waiting)
    found = [
        (conflicts, 40, ngettext("supervisors disagree about {n} annotation", "supervisors disagree about {n} annotations", conflicts)),
        (broken, 40, ngettext("{n} with broken evidence", "{n} with broken evidence", broken)),
        (changed, 25, ngettext("{n} changed since approval", "{n} changed since approval", changed)),
        (typed, 8, ngettext("{n} typed without a suggestion", "{n} typed without a suggestion", typed)),
        (edited, 6, ngettext("{n} suggestion corrected", "{n} suggestions corrected", edited)),
        (unsure, 5, ngettext("{n} unsure suggestion accepted as it was", "{n} unsure suggestions accepted as they were", unsure)),
    ]
    heavy = sorted(((count * weight, words.format(n=count)) for count, weight, words in found if count), key=lambda reason: -reason[0])
    return Risk(min(100, sum(points for points, _words in heavy)), tuple(words for _points, words in heavy))
