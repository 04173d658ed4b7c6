"""A suggester's run as one content-addressed document: ids given, links resolved, packed. Pure; runs in the worker too."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from postil.base import canonical
from postil.base.ids import derived_id
from postil.domain import codec
from postil.domain.annotation import Suggestion
from postil.domain.article import Meta
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.parts import body_document
from postil.domain.zone import Zone

_LINKS: Final = ("relates_to", "target_figure")


@dataclass(frozen=True, slots=True)
class PackedRun:
    """A run ready to be stored: `content` is the zlib form of the document whose SHA-256 is `sha256`.

    `corrections` is the article's last correction that the run has seen; a run that has not seen the newest is stale.
    """

    article: str
    suggester: str
    version: str
    sha256: bytes
    content: bytes
    corrections: str = ""


def suggestion_ids(article: str, suggester: str, version: str, suggestions: Sequence[Suggestion]) -> tuple[str, ...]:
    """An id for each suggestion that follows from what it is, so that every laptop gives the same one."""
    seen: Counter[tuple[str, int, int, str]] = Counter()
    out: list[str] = []
    for item in suggestions:
        first = item.evidence[0]
        place = (str(item.kind), first.start, first.end, item.rule)
        out.append(derived_id("suggestion", article, suggester, version, *map(str, place), str(seen[place])))
        seen[place] += 1
    return tuple(out)


def document(
    article: str, meta: Meta, zones: Sequence[Zone], suggestions: Sequence[Suggestion], suggester: str = BUILT_IN_SUGGESTER, version: str = ""
) -> dict[str, Any]:
    """The run as JSON values: `meta`, `zones`, `annotations` with ids, links between suggestions as ids."""
    ids = suggestion_ids(article, suggester, version, suggestions)
    by_key = {item.key: uuid for item, uuid in zip(suggestions, ids, strict=True) if item.key}
    return {
        "suggester": suggester,
        "version": version,
        "meta": codec.to_json(meta),
        "zones": codec.to_json(tuple(zones)),
        "annotations": [_annotation(item, uuid, by_key) for item, uuid in zip(suggestions, ids, strict=True)],
    }


def _annotation(item: Suggestion, uuid: str, by_key: dict[str, str]) -> dict[str, Any]:
    body = body_document(item.body)
    for link in _LINKS:
        if link in body:
            body[link] = by_key.get(body[link], body[link])
    out = {
        "id": uuid,
        "kind": str(item.kind),
        "rule": item.rule,
        "confidence": item.confidence,
        "evidence": codec.to_json(item.evidence),
        "body": body,
    }
    return out | {"entries": list(item.entries)} if item.entries else out


def packed(
    article: str,
    meta: Meta,
    zones: Sequence[Zone],
    suggestions: Sequence[Suggestion],
    suggester: str = BUILT_IN_SUGGESTER,
    version: str = "",
    corrections: str = "",
) -> PackedRun:
    """The run of one article, ready to be stored."""
    content = canonical.encode(document(article, meta, zones, suggestions, suggester, version))
    return PackedRun(article, suggester, version, hashlib.sha256(content).digest(), zlib.compress(content, 6), corrections)


def unpacked(run: PackedRun) -> dict[str, Any]:
    """The document of a packed run."""
    data: dict[str, Any] = json.loads(zlib.decompress(run.content))
    return data
