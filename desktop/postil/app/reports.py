"""What verify and rebuild found, as sentences for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from postil.base.i18n import _, ngettext
from postil.operations import rebuild, verify


def as_json(report: verify.Report | rebuild.Report) -> str:
    """The whole report, one object."""
    return json.dumps(report.as_dict(), ensure_ascii=False, indent=1)


def of_verify(report: verify.Report) -> Iterator[str]:
    """The verdict first, then what is wrong, what is odd, and what was looked at."""
    if report.is_sound:
        yield _("“{project}” is sound: journal, signatures and evidence hold.").format(project=report.project)
    else:
        n = len(report.problems)
        yield ngettext("“{project}” has {n} problem:", "“{project}” has {n} problems:", n).format(project=report.project, n=n)
        yield from (f"  {problem}" for problem in report.problems)
    for warning in report.warnings:
        yield _("Note: {warning}").format(warning=warning)
    yield _("Looked at: {counts} ({sqlite}).").format(counts=", ".join(report.counts()), sqlite=report.sqlite)
    if not report.is_sound:
        yield _("Next: keep a copy of the folder, then run “postil rebuild”; if problems stay, go back to the newest file in “backups”.")


def of_rebuild(report: rebuild.Report) -> Iterator[str]:
    """What was done, and where the copy from before lies."""
    said = ngettext(
        "“{project}”: everything was derived again from {n} journal entry.",
        "“{project}”: everything was derived again from {n} journal entries.",
        report.records,
    )
    yield said.format(project=report.project, n=report.records)
    yield _("The database as it was before: {place}").format(place=report.backup)
