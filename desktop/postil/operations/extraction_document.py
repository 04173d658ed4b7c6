"""Extraction documents: the machine-readable face of one article with its zones and annotations (see `model.md`).

The shape is the same from the command line, in exports and in tests; its schema ships as
`resources/schema/extraction-1.json`. Decimals are strings, confidence is in permille, offsets are code points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, cast

from postil.base import paths
from postil.base.ids import article_id
from postil.domain import codec
from postil.domain.annotation import Annotation, Suggestion
from postil.domain.article import META_FIELDS, Article, ArticleDraft, Found
from postil.domain.author import BUILT_IN_SUGGESTER
from postil.domain.parts import body_document
from postil.ingest import reader
from postil.operations import runs
from postil.store.read.decoded import suggestions_of

SCHEMA: Final = "extraction-1"


def schema() -> dict[str, Any]:
    """The JSON Schema of an extraction document."""
    data: dict[str, Any] = json.loads(paths.resources("schema", f"{SCHEMA}.json").read_text("utf-8"))
    return data


def document(article: Article, annotations: Iterable[Annotation]) -> dict[str, Any]:
    """One article with the annotations given, in their order."""
    return {
        "schema": SCHEMA,
        "article": article_document(article),
        "zones": codec.to_json(article.zones),
        "annotations": [annotation_document(annotation) for annotation in annotations],
    }


def article_document(article: Article) -> dict[str, Any]:
    """What is known of an article: plain values, and beside them the spans they were found at."""
    values = {name: getattr(article.meta, name) for name in META_FIELDS}
    known: dict[str, Found] = {name: found for name, found in values.items() if found.value}
    out: dict[str, Any] = {
        "id": article.id,
        "file": article.name,
        "raw_sha256": article.raw_sha256,
        "text_sha256": article.text_sha256,
        **{name: found.value for name, found in known.items()},
        "found": {name: [found.start, found.end] for name, found in known.items() if found.end > found.start},
        "corrected": [name for name, found in values.items() if found.by_person],
        "tags": list(article.tags),
    }
    return {name: value for name, value in out.items() if value not in ([], {})}


def annotation_document(annotation: Annotation) -> dict[str, Any]:
    """One annotation; what only a suggestion or only a person's work has is left out where it says nothing."""
    out: dict[str, Any] = {
        "id": annotation.id,
        "kind": str(annotation.kind),
        "state": str(annotation.state),
        "author": annotation.author,
        "origin": str(annotation.origin),
        "rule": annotation.rule,
        "entries": list(annotation.entries) or "",
        "confidence": annotation.confidence,
        "suggestion": annotation.suggestion if annotation.suggestion != annotation.id else "",
        "version": annotation.head,
        "evidence": codec.to_json(annotation.evidence),
        "evidence_state": "broken" if annotation.evidence_broken else "ok",
        "changed_since_approval": annotation.changed_since_approval,
        "tags": list(annotation.tags),
        "body": body_document(annotation.body),
    }
    return {name: value for name, value in out.items() if value != "" and value is not False}


def extract_file(path: Path, lexicon: Path | None = None) -> dict[str, Any]:
    """The document of a file with the built-in suggestions, without any project. Raises InputError, LexiconError."""
    return extract_draft(reader.read_file(path), lexicon)


def extract_draft(draft: ArticleDraft, lexicon: Path | None = None) -> dict[str, Any]:
    """The document of a draft with the built-in suggestions; ids as a project would give them. `lexicon`: a folder of one's own."""
    from postil.operations.analysis import analyse
    from postil.suggest.version import version

    found = analyse(draft.text, lexicon=lexicon)
    raw = hashlib.sha256(draft.raw).digest()
    uuid = article_id(raw)
    text = hashlib.sha256(draft.text.encode()).hexdigest()
    article = Article(uuid, draft.name, raw.hex(), text, draft.text, found.meta, found.zones, analysed=True)
    run = runs.document(uuid, found.meta, found.zones, cast(Sequence[Suggestion], found.suggestions), version=version(lexicon))
    return document(article, suggestions_of(uuid, BUILT_IN_SUGGESTER, run["annotations"]))
