"""Bring the translation catalogues up to date with the source, and compile them.

usage: catalogues.py          run by `make catalogues`

Messages are what `_`, `N_`, `ngettext` and `pgettext` hold in `desktop/postil`. For each language `resources/locale/<language>/
LC_MESSAGES/postil.po` is what people translate; the `.mo` beside it is what the application reads. Both are committed, so that a
wheel can be built without Babel; `tests/house/test_catalogues.py` fails when they do not agree with the source.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop" / "postil"
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("en", "fr", "vi")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date: a catalogue changes when its messages do
COPYRIGHT = "Translations of Postil, under the same licence as Postil."


def empty(language: str | None = None) -> Catalog:
    """A catalogue with Postil's header and no message."""
    return Catalog(
        locale=language,
        domain="postil",
        project="Postil",
        header_comment=f"# {COPYRIGHT}",
        creation_date=EPOCH,
        revision_date=EPOCH,
        version="1",
        last_translator="Postil's translators",
        language_team="Postil's translators",
        msgid_bugs_address="the project's issues",
        fuzzy=False,
    )


def extract(source: Path = SOURCE) -> Catalog:
    """The messages of every Python file below `source`, with the files they stand in and the translators' hints."""
    template = empty()
    found = extract_from_dir(
        str(source), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for name, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        template.add(message, None, [(f"desktop/postil/{Path(name).as_posix()}", 0)], auto_comments=comments, context=context)
    return template


def po_path(language: str) -> Path:
    """Where people translate."""
    return LOCALE / language / "LC_MESSAGES" / "postil.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands, or an empty one."""
    path = po_path(language)
    if not path.exists():
        return empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, template: Catalog) -> Catalog:
    """The translations there are, in the order and with the messages of `template`; what is gone is kept as obsolete."""
    fresh = empty(language)
    old = read(language)
    for message in old:
        if message.id:
            fresh.add(message.id, message.string, flags=message.flags, user_comments=message.user_comments, context=message.context)
    fresh.obsolete.update(old.obsolete)
    fresh.update(template, no_fuzzy_matching=True, update_header_comment=False)
    fresh.creation_date = fresh.revision_date = EPOCH
    return fresh


def is_translated(message: Message) -> bool:
    """Has the message a translation, in every plural form?"""
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def compiled(catalogue: Catalog) -> bytes:
    """The machine-readable form of a catalogue, without what is not translated: gettext then falls back to English."""
    ready = empty(str(catalogue.locale))
    for message in catalogue:
        if message.id and is_translated(message):
            ready.add(message.id, message.string, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, ready)
    return buffer.getvalue()


def main() -> None:
    """Update and compile every language; say how far each is."""
    template = extract()
    for language in LANGUAGES:
        catalogue = updated(language, template)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=120, include_lineno=False, sort_output=False)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        done = sum(1 for message in catalogue if message.id and is_translated(message))
        print(f"{language}: {done} of {len(catalogue)} messages translated" if language != "en" else f"en: {len(catalogue)} messages")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    main()
