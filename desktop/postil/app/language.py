"""In which language the command line speaks: the one chosen in the window, else the system's; argparse's own words included."""

from __future__ import annotations

import argparse
import json
import locale
import os
from typing import Final

from postil.base import i18n, paths
from postil.base.i18n import N_, _

FROM_SYSTEM: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language its user reads: the first that says anything decides."""

_ARGPARSE: Final = {
    "usage: ": N_("usage: "),
    "positional arguments": N_("arguments"),
    "options": N_("options"),
    "show this help message and exit": N_("show this help and stop"),
    "%(prog)s: error: %(message)s\n": N_("{prog}: {message}\n"),
    "argument %(argument_name)s: %(message)s": N_("{argument_name}: {message}"),
    "the following arguments are required: %s": N_("this is missing: {arguments}"),
    "unrecognized arguments: %s": N_("unknown: {arguments}"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_("“{value}” is not one of {choices}"),
    "invalid choice: %(value)r, maybe you meant %(maybe)r? (choose from %(choices)s)": N_("“{value}” is not one of {choices}"),
    "invalid %(type)s value: %(value)r": N_("“{value}” is no whole number"),
    "expected one argument": N_("one value belongs after it"),
    "expected at least one argument": N_("at least one value belongs after it"),
    "ignored explicit argument %r": N_("it takes no value, but got {argument}"),
    "ambiguous option: %(option)s could match %(matches)s": N_("{option} may mean {matches}"),
}
"""What argparse says → what Postil says instead; the numbers are whole because `type=int` is the only type that can fail."""


def interface_language() -> str:
    """`en`, `fr` or `vi`: POSTIL_LANGUAGE, else the setting of the window, else the system's; English when none of them is ours."""
    for wanted in (os.environ.get("POSTIL_LANGUAGE", ""), _setting(), _of_system()):
        if wanted:
            return wanted[:2].lower() if wanted[:2].lower() in i18n.LANGUAGES else "en"
    return "en"


def _setting() -> str:
    """The language chosen in the preferences; empty when it follows the system, or nothing can be read."""
    try:
        settings = json.loads((paths.config_dir() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    wanted = settings.get("language") if isinstance(settings, dict) else ""
    return wanted if wanted in i18n.LANGUAGES else ""


def _of_system() -> str:
    """The first language of the system's list that Postil speaks; LANGUAGE comes first, but a system set to "C" wants English."""
    named = next((os.environ[name] for name in FROM_SYSTEM if os.environ.get(name)), "") or locale.getlocale()[0] or ""  # Windows sets none
    if named.partition(".")[0] in ("", "C", "POSIX"):
        return "en"
    wanted = [*os.environ.get("LANGUAGE", "").split(":"), named]
    return next((name for name in wanted if name[:2].lower() in i18n.LANGUAGES), "en")


def speak(language: str) -> None:
    """Use `language` for everything that the command line says, argparse's words included."""
    i18n.use(language)
    vars(argparse)["_"] = _argparse_word


def _argparse_word(message: str) -> str:
    """What argparse is about to say, in Postil's words; its own for what Postil has no words for."""
    ours = _ARGPARSE.get(message)
    if ours is None:
        return message
    said = _(ours)
    for name in ("prog", "message", "argument_name", "value", "choices", "option", "matches"):
        said = said.replace(f"{{{name}}}", f"%({name})s")
    return said.replace("{arguments}", "%s").replace("{argument}", "%r")
