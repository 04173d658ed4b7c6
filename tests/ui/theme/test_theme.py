"""Colours that can be read by every eye, fonts that are ours, icons of one family."""

from __future__ import annotations

import itertools
import math
import re
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QRawFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from postil.base import paths
from postil.domain.annotation import Kind, State
from postil.domain.figure import QUALIFIER_SIGNS
from postil.ui.notices import Level
from postil.ui.theme import current, fonts, icons, marks
from postil.ui.theme.style_sheet import style_sheet
from postil.ui.theme.tokens import TOKENS, Theme, Tokens

THEMES = list(Theme)

# Dichromacy, severity 1.0, on linear RGB: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation
# of color vision deficiency", 2009, table 1.
EYES = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    """SRGB to linear RGB (IEC 61966-2-1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear RGB under D65."""
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab([min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in EYES[eye]])


def distance(one: str, other: str, eye: str) -> float:
    """CIE76 difference as that eye sees it; 10 is plain to see, 2 is the least that can be."""
    return math.dist(seen(one, eye), seen(other, eye))


def readable(tokens: Tokens) -> list[tuple[str, str, str]]:
    """(name, colour, ground) of everything that is read as text."""
    grounds = {"window": tokens.window, "page": tokens.page, "raised": tokens.raised}
    inks = {"text": tokens.text, "dim": tokens.dim, "accent": tokens.accent, "zone": tokens.zone}
    inks |= {f"mark {name}": mark.ink for name, mark in tokens.marks.items()}
    inks |= {f"state {name}": ink for name, ink in tokens.states.items()} | {f"level {name}": ink for name, ink in tokens.levels.items()}
    pairs = [(f"{name} on {ground}", ink, grounds[ground]) for name, ink in inks.items() for ground in grounds]
    pairs += [(f"mark {name} on its wash", mark.ink, mark.wash) for name, mark in tokens.marks.items()]
    pairs += [(f"text on the wash of {name}", tokens.text, mark.wash) for name, mark in tokens.marks.items()]
    pairs += [
        (f"text on {name}", tokens.text, ground) for name, ground in (("sunken", tokens.sunken), ("added", tokens.added), ("removed", tokens.removed))
    ]
    pairs += [
        ("on_accent", tokens.on_accent, tokens.accent),
        ("on_selection", tokens.on_selection, tokens.selection),
        ("on_hit", tokens.on_hit, tokens.hit),
        ("text on accent_wash", tokens.text, tokens.accent_wash),
    ]
    return pairs


@pytest.mark.parametrize("theme", THEMES)
def test_everything_read_has_a_contrast_of_four_and_a_half(theme: Theme) -> None:
    wanted = 7.0 if theme is Theme.HIGH_CONTRAST else 4.5
    low = {name: round(contrast(ink, ground), 2) for name, ink, ground in readable(TOKENS[theme]) if contrast(ink, ground) < wanted}
    assert low == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_bound_fields_and_the_focus_have_a_contrast_of_three(theme: Theme) -> None:
    tokens = TOKENS[theme]
    for ink in (tokens.line_strong, tokens.focus, *tokens.series):
        for ground in (tokens.window, tokens.page, tokens.raised):
            assert contrast(ink, ground) >= 3, (ink, ground)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", EYES)
def test_the_three_marks_stay_apart_for_every_eye(theme: Theme, eye: str) -> None:
    for one, other in itertools.combinations(TOKENS[theme].marks.values(), 2):
        assert distance(one.ink, other.ink, eye) >= 20, (eye, one.ink, other.ink)


@pytest.mark.parametrize("theme", THEMES)
def test_a_search_hit_is_no_mark(theme: Theme) -> None:
    tokens = TOKENS[theme]
    for mark in tokens.marks.values():
        assert distance(tokens.hit, mark.wash, "normal") >= 10


def test_colours_are_well_formed_and_complete() -> None:
    for tokens in TOKENS.values():
        assert set(tokens.marks) == {kind.value for kind in Kind}
        assert {state.value for state in State} <= set(tokens.states)
        assert set(tokens.levels) == {level.value for level in Level}
        assert all(re.fullmatch(r"#[0-9a-f]{6}", ink) for _name, ink, _ground in readable(tokens))


def test_the_marks_of_kinds_and_states_differ_by_more_than_colour() -> None:
    assert len({marks.KIND_ICONS[kind] for kind in Kind}) == len(Kind)
    looks = [(look.underline, look.is_signed, look.is_faded) for look in (*marks.STATE_LOOKS.values(), marks.BROKEN_LOOK)]
    assert len(set(looks)) == len(looks)
    assert set(marks.STATE_LOOKS) == set(State)
    assert marks.state_look(State.APPROVED, is_broken=True) is marks.BROKEN_LOOK


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_is_filled_in(theme: Theme) -> None:
    sheet = style_sheet(theme, 200)
    assert "@" not in sheet
    assert not re.search(r"\d+sp\b", sheet)
    assert "min-height: 60px" in sheet
    for picture in re.findall(r'url\("([^"]+)"\)', sheet):
        assert paths.resources("theme", theme.value, picture.rpartition("/")[2]).exists()


@pytest.mark.parametrize("theme", THEMES)
def test_the_pictures_of_the_style_sheet_wear_the_themes_colours(theme: Theme) -> None:
    tokens = TOKENS[theme]
    for name, colour in (("down", tokens.text), ("up", tokens.text), ("check", tokens.on_accent), ("radio", tokens.on_accent)):
        assert colour in paths.resources("theme", theme.value, f"{name}.svg").read_text("utf-8")


def test_text_scale_moves_fonts_and_lengths_within_bounds(qapp: QApplication) -> None:
    current.apply(qapp, Theme.LIGHT, 200)
    assert (fonts.font(fonts.FontRole.UI).pixelSize(), fonts.pixels(10), qapp.font().pixelSize()) == (28, 20, 28)
    current.apply(qapp, Theme.LIGHT, 9000)
    assert current.text_scale() == current.LARGEST
    current.apply(qapp, Theme.LIGHT, 100)
    assert fonts.font(fonts.FontRole.READING).pixelSize() == 18


def test_system_follows_the_desktop_and_names_name_themes(qapp: QApplication) -> None:
    assert current.resolve("system", qapp) in (Theme.LIGHT, Theme.DARK)
    assert current.resolve("high_contrast", qapp) is Theme.HIGH_CONTRAST


def test_our_fonts_are_loaded_and_hold_every_letter_we_write(qapp: QApplication) -> None:
    fonts.load_all()
    assert QFontInfo(fonts.font(fonts.FontRole.UI)).family() == fonts.UI_FAMILY
    assert QFontInfo(fonts.font(fonts.FontRole.READING)).family() == fonts.READING_FAMILY
    assert {fonts.UI_FAMILY, fonts.READING_FAMILY, "Noto Sans Math"} <= set(QFontDatabase.families())
    letters = "àâçéèêëîïôùûüœæ«»’…–—·×ăâđêôơưÀẢÃÁẠắằẳẵặấầẩẫậềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ₫€\u202f\u00a0"
    for stem in ("NotoSans-Regular", "NotoSerif-Regular"):
        face = QRawFont(str(paths.resources("fonts", f"{stem}.ttf")), 16)
        assert [letter for letter in letters if not face.supportsCharacter(ord(letter))] == []


def test_the_signs_of_hedges_are_in_a_font_of_ours(qapp: QApplication) -> None:
    face = QRawFont(str(paths.resources("fonts", "NotoSansMath-Regular.ttf")), 16)
    signs = "".join(QUALIFIER_SIGNS.values()) + "−→←"
    assert [sign for sign in signs if not face.supportsCharacter(ord(sign))] == []


ICONS = sorted(paths.resources("icons").glob("*.svg"))


@pytest.mark.parametrize("name", [path.stem for path in ICONS])
def test_every_icon_is_of_the_family(name: str, qapp: QApplication) -> None:
    root = ET.fromstring(paths.resources("icons", f"{name}.svg").read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.7"
    assert {e.get("fill") for e in root} <= {None, "currentColor"}
    assert icons.renderer(name, TOKENS[Theme.LIGHT].text).isValid()
    picture = icons.pixmap(name, TOKENS[Theme.LIGHT].accent, 24).toImage()
    inked = [(x, y) for x in range(24) for y in range(24) if picture.pixelColor(x, y).alpha() > 128]
    assert inked, "an empty picture"
    assert all(0 < x < 23 and 0 < y < 23 for x, y in inked), "cut off at the edge"


def test_an_icon_that_is_not_there_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no_such_icon")


def _is_inked(icon: QIcon, wanted: str) -> bool:
    picture = icon.pixmap(icons.icon_size()).toImage()
    colours = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return all(distance(colour.name(), wanted, "normal") < 5 for colour in colours if colour.alpha() > 150)


def test_icons_are_tinted_again_when_the_theme_changes(qapp: QApplication, qtbot: QtBot) -> None:
    current.apply(qapp, Theme.LIGHT)
    plain, accented = QPushButton(), QPushButton()
    qtbot.addWidget(plain)
    qtbot.addWidget(accented)
    icons.wear(plain, "menu")
    icons.wear(accented, "menu", "accent")
    assert _is_inked(plain.icon(), TOKENS[Theme.LIGHT].text)
    current.apply(qapp, Theme.DARK, 150)
    assert _is_inked(plain.icon(), TOKENS[Theme.DARK].text)
    assert not _is_inked(plain.icon(), TOKENS[Theme.LIGHT].text)
    assert _is_inked(accented.icon(), TOKENS[Theme.DARK].accent)
    assert plain.iconSize() == icons.icon_size()
    current.apply(qapp, Theme.LIGHT)


def test_what_is_gone_is_not_tinted(qapp: QApplication) -> None:
    button = QPushButton()
    icons.wear(button, "menu")
    button.deleteLater()
    del button
    current.apply(qapp, Theme.LIGHT)


def test_a_change_is_announced_after_it_stands(qapp: QApplication) -> None:
    seen_themes: list[tuple[Theme, QColor]] = []

    def hear() -> None:
        seen_themes.append((current.theme(), qapp.palette().window().color()))

    current.notifier().changed.connect(hear)
    current.apply(qapp, Theme.DARK)
    current.notifier().changed.disconnect(hear)
    assert seen_themes == [(Theme.DARK, QColor(TOKENS[Theme.DARK].window))]
    current.apply(qapp, Theme.LIGHT)
