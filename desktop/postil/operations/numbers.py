"""Numbers for people in English, French and Vietnamese: 31.4 billion / 31,4 milliards / 31,4 tỷ.

Separators and scale words follow CLDR; in French the long word for 10¹² is written out, because "billion" there is
read as 10⁹ by half of its readers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from postil.base.i18n import language as interface_language

_NARROW: Final = "\u202f"
_NO_BREAK: Final = "\u00a0"
COMPACT_FROM: Final = Decimal(1_000_000)
MOST_DECIMALS: Final = 3
"""A compact number has at most so many decimals; what needs more is written in full."""


@dataclass(frozen=True, slots=True)
class _Style:
    group: str
    point: str
    percent: str
    scales: tuple[tuple[Decimal, str, str], ...]


_TRILLION, _BILLION, _MILLION = Decimal(10**12), Decimal(10**9), Decimal(10**6)
_STYLES: Final = {
    "en": _Style(",", ".", "%", ((_TRILLION, "trillion", "trillion"), (_BILLION, "billion", "billion"), (_MILLION, "million", "million"))),
    "fr": _Style(
        _NARROW,
        ",",
        f"{_NARROW}%",
        ((_TRILLION, "mille milliards", "mille milliards"), (_BILLION, "milliard", "milliards"), (_MILLION, "million", "millions")),
    ),
    "vi": _Style(".", ",", "%", ((_TRILLION, "nghìn tỷ", "nghìn tỷ"), (_BILLION, "tỷ", "tỷ"), (_MILLION, "triệu", "triệu"))),
}


def _style(code: str) -> _Style:
    return _STYLES.get(code or interface_language(), _STYLES["en"])


def full(value: Decimal, code: str = "") -> str:
    """All digits, grouped: 12,225 / 12 225 / 12.225."""
    style = _style(code)
    whole, _point, fraction = format(abs(value), "f").partition(".")
    groups = f"{int(whole):,}".replace(",", style.group)
    fraction = fraction.rstrip("0")
    sign = "−" if value < 0 and (int(whole) or fraction) else ""
    return f"{sign}{groups}{style.point}{fraction}" if fraction else f"{sign}{groups}"


def spoken(value: Decimal, code: str = "") -> str:
    """As a person would say it: with a scale word from a million on, where that needs few decimals."""
    for scale, one, many in _style(code).scales:
        if abs(value) >= scale:
            scaled = (value / scale).normalize()
            if -int(scaled.as_tuple().exponent) <= MOST_DECIMALS and scale >= COMPACT_FROM:
                return f"{full(scaled, code)}{_NO_BREAK}{one if abs(scaled) < 2 else many}"
            return full(value, code)
    return full(value, code)


def percent(text: str, code: str = "") -> str:
    """A written number with its percent sign."""
    return text + _style(code).percent


def axis(value: float, code: str = "") -> str:
    """A number at the ruler of a chart, from a float: as many digits as it has, and a scale word."""
    return spoken(Decimal(repr(round(value, 10))).normalize() + 0, code)
