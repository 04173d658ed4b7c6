"""Translation by gettext for every layer: `_`, `ngettext`, `pgettext`, and `N_` for words in tables."""

from __future__ import annotations

import gettext as _gettext
from typing import Final

from postil.base import paths

LANGUAGES: Final = ("en", "fr", "vi")
DOMAIN: Final = "postil"


class _State:
    """The catalogue in use; replaced as a whole when the language changes."""

    language: str = "en"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Switch every following translation to `language` (one of LANGUAGES); unknown ones mean English."""
    code = language if language in LANGUAGES else "en"
    _State.language = code
    _State.catalogue = _gettext.translation(DOMAIN, paths.resources("locale"), languages=[code], fallback=True)


def language() -> str:
    """The language in use."""
    return _State.language


def _(message: str) -> str:
    """`message` in the language in use."""
    return _State.catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The right plural form for `n`; the caller formats the number in."""
    return _State.catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """`message` where the same English word means different things."""
    return _State.catalogue.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a word in a table for extraction; translate it with `_` where it is shown."""
    return message
