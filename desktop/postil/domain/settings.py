"""The one table of settings: key, type, default, title and help; the file, the dialog and its documentation come from it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from postil.base.i18n import LANGUAGES, N_

VERSION: Final = 1
"""Of the file's schema; a file from a later version is read as far as it is understood."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What people see of a setting. `choices` are (value, label) pairs; `low`, `high` and `step` bound a number."""

    title: str
    help: str
    group: str
    choices: tuple[tuple[str, str], ...] = ()
    low: int = 0
    high: int = 0
    step: int = 1
    unit: str = ""


def _setting(default: Any, spec: Spec) -> Any:
    return field(default=default, metadata={"spec": spec})


APPEARANCE, WORK, START = N_("Appearance"), N_("Work"), N_("Start-up")

LANGUAGE_NAMES: Final = {"en": "English", "fr": "Français", "vi": "Tiếng Việt"}
"""Each language in its own words, so that people find theirs from any other."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their values; each field's metadata holds its Spec."""

    language: str = _setting(
        "system",
        Spec(
            N_("Language"),
            N_("The language of the interface. Articles keep theirs."),
            APPEARANCE,
            choices=(("system", N_("As the system")), *((code, LANGUAGE_NAMES[code]) for code in LANGUAGES)),
        ),
    )
    theme: str = _setting(
        "system",
        Spec(
            N_("Theme"),
            N_("Colours of the window; high contrast is black with white text and strong lines."),
            APPEARANCE,
            choices=(("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")), ("high_contrast", N_("High contrast"))),
        ),
    )
    text_scale: int = _setting(
        100,
        Spec(N_("Text size"), N_("Size of all text; at large sizes the side panes become drawers."), APPEARANCE, low=75, high=250, step=25, unit="%"),
    )
    suggest_on_import: bool = _setting(
        True,
        Spec(N_("Make suggestions by themselves"), N_("Look for figures, events and commitments as soon as an article is there."), WORK),
    )
    advance: bool = _setting(
        True,
        Spec(N_("Go on after a decision"), N_("After accepting or rejecting, the next open question gets the focus."), WORK),
    )
    reopen_project: bool = _setting(
        True,
        Spec(N_("Open the last project at start"), N_("Otherwise Postil starts with the list of projects."), START),
    )


def specs() -> dict[str, Spec]:
    """The table: key to Spec, in the order of the dialog."""
    return {f.name: f.metadata["spec"] for f in fields(Settings)}


def with_value(settings: Settings, key: str, value: object) -> Settings:
    """`settings` with one other value. Raises ValueError for an unknown key or a value it cannot have."""
    spec = specs().get(key)
    if spec is None:
        raise ValueError(f"there is no setting {key!r}")
    if not _fits(spec, getattr(Settings(), key), value):
        raise ValueError(f"{value!r} is no value of the setting {key!r}")
    known: dict[str, Any] = {key: value}
    return replace(settings, **known)


def _fits(spec: Spec, default: object, value: object) -> bool:
    if type(value) is not type(default):
        return False
    if spec.choices:
        return value in {choice for choice, _label in spec.choices}
    if isinstance(value, int) and not isinstance(value, bool):
        return spec.low <= value <= spec.high
    return True


def to_dict(settings: Settings) -> dict[str, object]:
    """What goes into the file: the schema's version and the values that differ from their defaults."""
    default = Settings()
    changed = {key: getattr(settings, key) for key in specs() if getattr(settings, key) != getattr(default, key)}
    return {"version": VERSION, **changed}


def from_dict(data: dict[str, object]) -> Settings:
    """The settings of a file; unknown keys and values of no use fall back to defaults."""
    settings = Settings()
    for key, value in data.items():
        if key in specs():
            try:
                settings = with_value(settings, key, value)
            except ValueError:
                continue
    return settings
