"""Verify: proof of journal, signatures, receipts and evidence, in sentences; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postil.base.i18n import _, ngettext
from postil.operations.session import Session
from postil.store import check, driver, errors, folder
from postil.store.database import Store
from postil.store.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, what is wrong (`problems`) and what is odd (`warnings`), translated."""

    project: str
    records: int
    blobs: int
    articles: int
    annotations: int
    people: int
    keys: int
    sqlite: str
    problems: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Is nothing wrong?"""
        return not self.problems

    def counts(self) -> tuple[str, ...]:
        """What was looked at, each with its number, in words."""
        return (
            ngettext("{n} journal entry", "{n} journal entries", self.records).format(n=self.records),
            ngettext("{n} article", "{n} articles", self.articles).format(n=self.articles),
            ngettext("{n} annotation", "{n} annotations", self.annotations).format(n=self.annotations),
            ngettext("{n} person", "{n} persons", self.people).format(n=self.people),
            ngettext("{n} key", "{n} keys", self.keys).format(n=self.keys),
        )

    def as_dict(self) -> dict[str, Any]:
        """For printing and for JSON."""
        return {
            "project": self.project,
            "sound": self.is_sound,
            "records": self.records,
            "blobs": self.blobs,
            "articles": self.articles,
            "annotations": self.annotations,
            "people": self.people,
            "keys": self.keys,
            "sqlite": self.sqlite,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
        }


def verify(project: Session | Path) -> Report:
    """Prove the project that is open, or the one at a path (opened to read only). Raises StoreError when it cannot be opened."""
    if isinstance(project, Session):
        return verify_store(project.store)
    place = folder.located(project)
    store = Store.open(place, folder.read_manifest(place), read_only=True)
    try:
        return verify_store(store)
    finally:
        store.close()


def verify_store(store: Store) -> Report:
    """Every proof there is, from the file up to the evidence."""
    findings = check.Findings()
    connection = store.connection
    with errors.translated(store.folder.database):
        check.file(connection, findings)
        check.guards(connection, findings)
        check.journal(connection, store.manifest.project, findings)
        check.blobs(connection, findings)
        check.receipt(connection, Receipt(store.folder.receipt).read(), findings)
        if findings.problems:
            findings.warnings.append(_("The derived tables were not compared, because what they follow from is not sound."))
        else:
            check.derived(store.uri, store.manifest.project, findings)
        check.reviews(connection, findings)
        annotations = check.evidence(connection, findings)
        articles, people, keys = (check.count(connection, table) for table in ("article", "person", "device"))
    return Report(
        project=store.manifest.title,
        records=findings.records,
        blobs=findings.blobs,
        articles=articles,
        annotations=annotations,
        people=people,
        keys=keys,
        sqlite=driver.describe(),
        problems=_limited(findings.problems),
        warnings=_limited(findings.warnings),
    )


def _limited(sentences: list[str]) -> tuple[str, ...]:
    most = check.MOST_FINDINGS
    if len(sentences) <= most:
        return tuple(sentences)
    return (*sentences[:most], _("… and {n} more.").format(n=len(sentences) - most))
