"""Rows and runs turned into annotations, each once: what has not changed since it was last read is not read again.

Annotations are frozen, so they can be shared; the key of each holds everything that it is made from.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from postil.base.ids import extraction_id
from postil.domain import codec, parts
from postil.domain.annotation import BODY_TYPES, Annotation, Kind, Origin, State
from postil.domain.selector import Evidence, Role
from postil.store.blobs import Blobs

COLUMNS: Final = """n.uuid, n.tip, n.state, n.changed, n.broken, a.uuid, n.extraction, n.author, n.kind, n.fields, n.evidence, n.body, n.hands, n.head
    FROM annotation AS n JOIN article AS a ON a.id = n.article"""
_MOST_ROWS: Final = 10_000
_MOST_SUGGESTIONS: Final = 8_000
"""Some 2 to 3 kB each in memory."""
_ROLES: Final = {role.value: role for role in Role}
_KINDS: Final = {kind.value: kind for kind in Kind}


class Decoded:
    """Annotations of one store that were read lately."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._rows: dict[tuple[Any, ...], Annotation] = {}
        self._runs: OrderedDict[tuple[str, bytes], tuple[Annotation, ...]] = OrderedDict()

    def row(self, row: Sequence[Any]) -> Annotation:
        """The annotation of a row of COLUMNS. Head and hands follow from the last record, so that one tells versions apart."""
        key = tuple(row[:5])
        found = self._rows.get(key)
        if found is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            found = self._rows[key] = annotation_of(row)
        return found

    def run(self, article: str, suggester: str, digest: bytes) -> tuple[Annotation, ...]:
        """The suggestions of a run."""
        key = (article, digest)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = suggestions_of(article, suggester, self._blobs.document(digest)["annotations"])
            while len(self._runs) > 1 and sum(map(len, self._runs.values())) > _MOST_SUGGESTIONS:
                self._runs.popitem(last=False)
        else:
            self._runs.move_to_end(key)
        return found

    def forget(self) -> None:
        """Drop everything (after a rebuild)."""
        self._rows.clear()
        self._runs.clear()


def annotation_of(row: Sequence[Any]) -> Annotation:
    """The annotation of a row of COLUMNS."""
    uuid, _tip, state, changed, broken, article, extraction, author, kind_name, rest, evidence, body, hands, head = row
    fields = json.loads(rest)
    kind = _KINDS[kind_name]
    return Annotation(
        id=uuid,
        article=article,
        extraction=extraction,
        author=author,
        kind=kind,
        body=codec.from_json(BODY_TYPES[kind], json.loads(body)),
        evidence=evidence_of(json.loads(evidence)),
        state=State(state),
        tags=tuple(parts.tags_of(fields)),
        origin=Origin(fields.get("origin", Origin.TYPED)),
        rule=str(fields.get("rule", "")),
        confidence=int(fields.get("confidence", 1000)),
        suggestion=str(fields.get("suggestion", "")),
        head=head.hex(),
        authors=tuple(sorted(set(json.loads(hands).values()))),
        changed_since_approval=bool(changed),
        evidence_broken=bool(broken),
    )


def suggestions_of(article: str, suggester: str, items: Iterable[dict[str, Any]]) -> tuple[Annotation, ...]:
    """The suggestions of a run's document."""
    extraction = extraction_id(article, suggester)
    return tuple(_suggestion(article, suggester, extraction, item) for item in items)


def _suggestion(article: str, suggester: str, extraction: str, item: dict[str, Any]) -> Annotation:
    kind = _KINDS[item["kind"]]
    return Annotation(
        item["id"], article, extraction, suggester, kind, codec.from_json(BODY_TYPES[kind], item["body"]), evidence_of(item["evidence"]),
        State.SUGGESTED, (), Origin.SUGGESTER, item["rule"], item["confidence"], item["id"],
        entries=tuple(item.get("entries", ())),
    )  # fmt: skip


def evidence_of(items: Iterable[dict[str, Any]]) -> tuple[Evidence, ...]:
    """Evidence from its JSON."""
    return tuple(
        [Evidence(item["start"], item["end"], item["exact"], _ROLES[item["role"]], item.get("prefix", ""), item.get("suffix", "")) for item in items]
    )
