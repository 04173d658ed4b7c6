"""The translation catalogues agree with the source, and every translation keeps what its message needs.

After a string was added or changed: `make catalogues`.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

PLACEHOLDER = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
NAMED = re.compile(r"[a-z_][a-z0-9_]*(?:[!:][^{}]*)?\Z")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.extract()


def keys(catalogue: Catalog) -> set[tuple[object, str | None]]:
    """What a message is known by: its text (both forms of a plural) and its context."""
    return {(message.id, message.context) for message in catalogue if message.id}


def forms(value: object) -> list[str]:
    """A message or a translation as the list of its forms."""
    return [str(form) for form in value] if isinstance(value, list | tuple) else [str(value)]


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name.split("!")[0].split(":")[0] for name in PLACEHOLDER.findall(text)}


def unnamed(message: Message) -> bool:
    """Does a message hold `{}`, `{0}` or `%s`, whose order a translator could not change?"""
    return any(re.search(r"%[sdf]", form) or any(not NAMED.match(name) for name in PLACEHOLDER.findall(form)) for form in forms(message.id))


def outside(text: str) -> tuple[str, str]:
    """The white space before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def faults(message: Message) -> Iterator[str]:
    """What is wrong with a translation: lost or invented placeholders, a missing plural form, other white space around it."""
    translated = forms(message.string)
    if not any(translated):
        return
    wanted = set().union(*(placeholders(form) for form in forms(message.id)))
    for form in translated:
        if not form:
            yield f"{message.id!r}: a plural form is missing"
        elif placeholders(form) - wanted or (wanted - placeholders(form) and not isinstance(message.id, tuple)):
            yield f"{message.id!r}: placeholders {sorted(placeholders(form))}, wanted {sorted(wanted)}"
        elif outside(form) != outside(forms(message.id)[0]):
            yield f"{message.id!r}: the white space around it differs"
        elif form.count("&") != forms(message.id)[0].count("&") and "&" in forms(message.id)[0]:
            yield f"{message.id!r}: the key mark & is lost or doubled"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_catalogue_has_the_messages_of_the_source(language: str, template: Catalog) -> None:
    assert catalogues.po_path(language).exists()
    written, wanted = keys(catalogues.read(language)), keys(template)
    assert written == wanted, f"run `make catalogues`: {len(wanted - written)} messages are new, {len(written - wanted)} are gone"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_compiled_catalogue_is_fresh(language: str) -> None:
    assert catalogues.po_path(language).with_suffix(".mo").read_bytes() == catalogues.compiled(catalogues.read(language)), "run `make catalogues`"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_translations_are_decided_and_keep_their_placeholders(language: str) -> None:
    catalogue = catalogues.read(language)
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert [fault for message in catalogue if message.id for fault in faults(message)] == []


def test_placeholders_are_named(template: Catalog) -> None:
    assert [message.id for message in template if message.id and unnamed(message)] == []


def made_up(folder: Path, source: str) -> Catalog:
    (folder / "module.py").write_text(source, "utf-8")
    return catalogues.extract(folder)


def test_every_kind_of_message_is_found(tmp_path: Path) -> None:
    source = 'a = _("one {x}")\nb = N_("two")\nc = ngettext("{n} article", "{n} articles", n)\nd = pgettext("menu", "Open")\ne = _(a)\n'
    assert keys(made_up(tmp_path, source)) == {("one {x}", None), ("two", None), (("{n} article", "{n} articles"), None), ("Open", "menu")}


def test_a_new_message_makes_the_catalogue_stale(tmp_path: Path) -> None:
    old = made_up(tmp_path, 'a = _("one")\n')
    assert keys(made_up(tmp_path, 'a = _("one")\nb = _("two")\n')) != keys(old)


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Saved {time}", "Enregistré"),
        ("Saved {time}", "Enregistré {heure}"),
        (("{n} article", "{n} articles"), ("{n} article", "")),
        ("&File", "Fichier"),
        ("Saved\n", "Enregistré"),
        (" or ", "ou"),
    ],
)
def test_a_faulty_translation_is_seen(message: str | tuple[str, str], translation: str | tuple[str, str]) -> None:
    assert list(faults(Message(message, translation)))


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Saved {time}", "Enregistré à {time}"),
        ("Saved {time}", ""),
        (("one article", "{n} articles"), ("un article", "{n} articles")),
        ("{{x}}", "{{x}}"),
    ],
)
def test_a_sound_translation_passes(message: str | tuple[str, str], translation: str | tuple[str, str]) -> None:
    assert list(faults(Message(message, translation))) == []


@pytest.mark.parametrize("text", ["{} of {}", "{0} articles", "%s articles"])
def test_an_unnamed_placeholder_is_seen(text: str) -> None:
    assert unnamed(Message(text))
    assert not unnamed(Message("{count} of {total:n}, {{literal}}"))


def test_what_was_translated_stays_translated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    first = catalogues.updated("fr", made_up(source, 'a = _("one")\nb = _("two")\n'))
    first["one"].string = "un"
    path = catalogues.po_path("fr")
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, first)
    second = catalogues.updated("fr", made_up(source, 'b = _("two")\na = _("one")\nc = _("three")\n'))
    assert [message.id for message in second if message.id] == ["two", "one", "three"]
    assert gettext.GNUTranslations(BytesIO(catalogues.compiled(second))).gettext("one") == "un"


def test_a_message_without_a_translation_stays_english_in_both_forms(tmp_path: Path) -> None:
    catalogue = catalogues.empty("vi")
    catalogue.add(("{n} article", "{n} articles"), ("",))
    read = gettext.GNUTranslations(BytesIO(catalogues.compiled(catalogue)))
    assert [read.ngettext("{n} article", "{n} articles", n) for n in (1, 2)] == ["{n} article", "{n} articles"]
