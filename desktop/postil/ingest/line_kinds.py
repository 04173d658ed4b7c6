"""What a unit is by its own words, wherever it stands: the rules in the order in which they are asked.

Each rule looks at one unit and answers with a kind and its reason, or with nothing; the first answer counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.attributions import byline, dateline, source
from postil.ingest.captions import caption
from postil.ingest.furniture import furniture, residue, signs, weather
from postil.ingest.lines import Unit
from postil.ingest.markup import images, is_image_address, without_images, without_macros
from postil.ingest.verdicts import Verdict

_EMPTY_LINK: Final = re.compile(r"\[\s*\]\([^()\n]{0,2000}\)")
_LONGEST_IMAGE: Final = 20_000
"""Characters; a longer line with a picture in it is text."""


def verdict(unit: Unit) -> Verdict | None:
    """The first rule that knows `unit`; None leaves it to its surroundings."""
    return next(filter(None, (rule(unit) for rule in _RULES)), None)


def _image(unit: Unit) -> Verdict | None:
    if is_image_address(unit.text):
        return Verdict(ZoneKind.IMAGE, "image.address")
    if len(unit.text) > _LONGEST_IMAGE or not images(unit.text):
        return None
    rest = without_macros(_EMPTY_LINK.sub("", without_images(unit.text)))
    return None if any(map(str.isalnum, rest)) else Verdict(ZoneKind.IMAGE, "image.markup")


_RULES: Final[tuple[Callable[[Unit], Verdict | None], ...]] = (_image, signs, weather, residue, furniture, source, byline, dateline, caption)
