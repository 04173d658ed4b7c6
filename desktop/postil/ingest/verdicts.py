"""The answer of a rule about one unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from postil.domain.zone import ZoneKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says: a kind, the rule's name, and whether an article usually ends where such a line stands (`is_end`)."""

    kind: ZoneKind
    reason: str
    is_end: bool = False


BODY: Final = Verdict(ZoneKind.BODY, "body")
NEUTRAL: Final = Verdict(ZoneKind.BODY, "neutral")
"""Rules and written-out spaces between lines: they go with what is around them."""

LONGEST: Final = 60
"""Words; rules about a unit's own wording do not speak about longer ones."""
