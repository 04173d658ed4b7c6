"""Commands about articles: import, correct what is known of them, change zones, tag."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar

from postil.base import edtf
from postil.base.errors import RuleError
from postil.base.i18n import LANGUAGES, N_, _, ngettext
from postil.base.ids import article_id
from postil.domain.article import META_FIELDS, ArticleDraft
from postil.domain.record import EntityType, RecordKind
from postil.domain.zone import ZoneKind
from postil.operations.changes import Touched
from postil.operations.command import Command
from postil.operations.work import Work
from postil.store.read import articles


@dataclass(frozen=True, slots=True)
class ImportArticles(Command):
    """Take in drafts as read by `operations.importing`; those already there are skipped and said so."""

    label: ClassVar[str] = N_("import articles")
    drafts: tuple[ArticleDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectMeta(Command):
    """Set one field of META_FIELDS by hand; `start`/`end` when it was taken from the text."""

    label: ClassVar[str] = N_("correct article details")
    article: str = ""
    field: str = ""
    value: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class SetZone(Command):
    """Make `[start, end)` of an article a zone of `kind`; `BODY` restores text to the body."""

    label: ClassVar[str] = N_("change zone")
    article: str = ""
    start: int = 0
    end: int = 0
    kind: ZoneKind = ZoneKind.BODY
    language: str = ""


@dataclass(frozen=True, slots=True)
class TagArticle(Command):
    """Add and remove tags of an article."""

    label: ClassVar[str] = N_("tag article")
    article: str = ""
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def import_articles(work: Work, command: ImportArticles) -> None:
    """One signed record for the whole batch; the bytes go into blobs, a text that is the same bytes is kept once."""
    entries: dict[str, dict[str, str]] = {}
    drafts: dict[str, tuple[bytes, bytes, bytes, bytes, str]] = {}
    for draft in command.drafts:
        text = draft.text.encode("utf-8")
        raw_digest = hashlib.sha256(draft.raw).digest()
        text_digest = raw_digest if draft.raw == text else hashlib.sha256(text).digest()
        uuid = article_id(raw_digest)
        entries[uuid] = {"id": uuid, "name": draft.name, "raw": raw_digest.hex(), "text": text_digest.hex(), "encoding": draft.encoding}
        drafts[uuid] = (raw_digest, draft.raw, text_digest, text, draft.text)
    known = articles.known_digests(work.store.connection, list(entries))
    fresh = {uuid: entry for uuid, entry in entries.items() if known.get(uuid, True)}
    skipped = len(command.drafts) - len(fresh)
    if skipped:
        message = ngettext("{n} article was there already and was passed over.", "{n} articles were there already and were passed over.", skipped)
        work.notes.append(message.format(n=skipped))
    if not fresh:
        return
    kept = [drafts[uuid] for uuid in fresh]
    work.store.blobs.put_texts((digest, data, text) for _raw_digest, _raw, digest, data, text in kept)
    work.store.blobs.put_many((raw_digest, raw) for raw_digest, raw, digest, _data, _text in kept if digest != raw_digest)
    work.write(RecordKind.IMPORT, EntityType.BATCH.of(work.new_id()), {"articles": list(fresh.values())})
    for uuid in fresh:
        work.touch(Touched.ARTICLES, uuid)


def correct_meta(work: Work, command: CorrectMeta) -> None:
    """A person's word about one field of the head; what the suggester found stays underneath."""
    if command.field not in META_FIELDS:
        raise RuleError(_("An article has no such detail."), what=command.field, next_step=_("Choose one of the details shown."))
    value = command.value.strip()
    if command.field == "published" and value and not edtf.is_valid(value):
        raise RuleError(
            _("“{value}” is no date that Postil understands.").format(value=value), next_step=_("Write it as 2024, 2024-12 or 2024-12-20.")
        )
    if command.field in ("language", "translated_from") and value not in ("", *LANGUAGES):
        raise RuleError(
            _("“{value}” is no language of this project.").format(value=value),
            next_step=_("Choose one of: {languages}.").format(languages=", ".join(LANGUAGES)),
        )
    known = work.article(command.article)
    _edit(work, known, {f"meta.{command.field}": {"value": value, "start": command.start, "end": command.end}}, Touched.META)


def set_zone(work: Work, command: SetZone) -> None:
    """Lay a zone over what was found or drawn before."""
    known = work.article(command.article)
    length = len(work.store.blobs.text(known.text_sha256))
    if not 0 <= command.start < command.end <= length:
        raise RuleError(_("A zone needs words."), next_step=_("Select the words of the zone first."))
    time = work.time
    zone = {"kind": str(command.kind), "start": command.start, "end": command.end, "language": command.language, "at": [time.ms, time.counter]}
    _edit(work, known, {f"zone.{work.new_id()}": zone}, Touched.ZONES)


def tag_article(work: Work, command: TagArticle) -> None:
    """Add and remove tags, element by element."""
    known = work.article(command.article)
    _edit(work, known, tag_changes(known.fields, command.add, command.remove), Touched.TAGS)


def tag_changes(fields: dict[str, Any], add: tuple[str, ...], remove: tuple[str, ...]) -> dict[str, Any]:
    """What must be set to add and remove tags of something with these fields."""
    wanted = {f"tag.{tag.strip()}": True for tag in add if tag.strip() and f"tag.{tag.strip()}" not in fields}
    return wanted | {f"tag.{tag}": None for tag in remove if f"tag.{tag}" in fields and tag not in add}


def _edit(work: Work, known: articles.ArticleFacts, changes: dict[str, Any], touched: Touched) -> None:
    changes = {name: value for name, value in changes.items() if known.fields.get(name) != value}
    if not changes:
        return
    parents = (known.tip,) if known.tip else ()
    work.write(RecordKind.EDIT, EntityType.ARTICLE.of(known.id), changes, parents=parents)
    work.touch(Touched.ARTICLES, known.id)
    work.touch(touched, known.id)
