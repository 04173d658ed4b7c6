"""The journal as people read it: who did what to an article or an annotation, when, and what it changed."""

from __future__ import annotations

from typing import Any, Final

from postil.base.i18n import N_
from postil.domain.record import EntityType, Record, RecordKind, split_entity
from postil.operations.differences import differences
from postil.operations.rows import FieldChange, HistoryRow
from postil.store.database import Store
from postil.store.read import annotations as annotation_rows
from postil.store.read import history, reviews
from postil.store.versions import history as versions_of

_LABELS: Final = {
    RecordKind.IMPORT: N_("import articles"),
    RecordKind.SUGGEST: N_("suggest"),
    RecordKind.EDIT: N_("edit annotation"),
    RecordKind.DELETE: N_("delete"),
    RecordKind.COMMENT: N_("write note"),
    RecordKind.ASSIGN: N_("open for review"),
    RecordKind.SUBMIT: N_("submit"),
    RecordKind.REVIEW: N_("review"),
    RecordKind.TRUST: N_("change person"),
}
UNDO_LABEL: Final = N_("undo")
REDO_LABEL: Final = N_("redo")


def rows(store: Store, annotation: str, article: str, limit: int) -> tuple[HistoryRow, ...]:
    """The newest `limit` records about an annotation, else about an article, else about the whole project."""
    names = {person.id: person.name for person in reviews.people(store.connection)}
    if annotation:
        records = store.journal.newest_of_entity(EntityType.ANNOTATION.of(annotation), limit)
    elif article:
        records = store.journal.of_numbers(history.numbers_of_article(store.connection, article, limit))
    else:
        records = store.journal.newest(limit)
    changes = _changes(store, records)
    about = article or annotation_rows.article_of(store.connection, annotation) if annotation or article else ""
    return tuple(_row(store, record, names, changes.get(record.n, ()), about) for record in sorted(records, key=lambda r: r.n, reverse=True))


def _row(store: Store, record: Record, names: dict[str, str], changes: tuple[FieldChange, ...], about: str) -> HistoryRow:
    kind, entity_id = split_entity(record.entity)
    is_annotation = kind == EntityType.ANNOTATION
    return HistoryRow(
        n=record.n,
        at_ms=record.hlc.ms,
        by=record.by,
        by_name=names.get(record.by, record.by),
        label=_label(record),
        article=about
        or (annotation_rows.article_of(store.connection, entity_id) if is_annotation else entity_id if kind == EntityType.ARTICLE else ""),
        annotation=entity_id if is_annotation else "",
        changes=changes,
    )


def _label(record: Record) -> str:
    if record.step is None:
        return _LABELS.get(RecordKind(record.kind), record.kind)
    if record.step.undo or record.step.redo:
        return UNDO_LABEL if record.step.undo else REDO_LABEL
    return record.step.label


def _changes(store: Store, records: list[Record]) -> dict[int, tuple[FieldChange, ...]]:
    """What each record about an annotation or an article changed, by its number."""
    out: dict[int, tuple[FieldChange, ...]] = {}
    for entity in {r.entity for r in records if r.kind in (RecordKind.EDIT, RecordKind.DELETE)}:
        everything = store.journal.of_entity(entity)
        versions = versions_of(everything)
        kind, _id = split_entity(entity)
        for place, record in enumerate(everything):
            before, after = versions[place].fields, versions[place + 1].fields
            if kind == EntityType.ANNOTATION:
                out[record.n] = differences(before, after, with_state=True) if before else ()
            elif kind == EntityType.ARTICLE:
                out[record.n] = _article_changes(record, before, after)
    return out


def _article_changes(record: Record, before: dict[str, Any], after: dict[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name.removeprefix("meta."), _plain(before.get(name)), _plain(after.get(name))) for name in sorted(record.set))


def _plain(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) and "value" in value else value
