"""Units, currencies and percent beside a number: behind it, glued to it, or (currencies only) before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from postil.suggest.doc import Number, Quantity
from postil.suggest.lexicon import Entry, Lexicon, Match
from postil.suggest.numeric.letters import letter_before
from postil.suggest.numeric.reading import Text
from postil.suggest.text.markup import clean

_LINKS: Final[dict[str, frozenset[str]]] = {"fr": frozenset({"de", "d'"}), "en": frozenset({"of"})}
_PERCENT_LINKS: Final = frozenset({"of", "de", "des"})
_LARGE: Final = 1000
_MILLION: Final = 1_000_000
_PERCENT_UNITS: Final = {"percent": "percent", "percentage_point": "percentage_point", "basis_point": "basis_point", "per_mille": "per_mille"}


@dataclass(frozen=True, slots=True)
class Context(Text):
    """What quantities are read in: a text and its country. `country` (ISO 3166-1 alpha-2 or empty) decides between currencies of one name.

    `loose` as in `Reading`.
    """

    country: str = ""
    loose: bool = False

    def text(self, match: Match) -> str:
        """The words of a match, from the shadow."""
        return clean(self.shadow[self.tokens[match.first].start : self.tokens[match.last].end])

    def span(self, match: Match) -> tuple[int, int]:
        """The position of a match."""
        return self.tokens[match.first].start, self.tokens[match.last].end


@dataclass(frozen=True, slots=True)
class _Unit:
    unit: str
    kind: str
    match: Match
    is_modifier: bool = False
    inferred: bool = False
    factor: Decimal = Decimal(1)


def with_unit(context: Context, number: Number, used: int) -> Quantity:
    """The number with its unit; `count` when there is none. Tokens up to `used` belong to the quantity before."""
    before = _currency_before(context, number, used)
    behind = _behind(context, number)
    if before and behind and context.norm(behind.match.end)[:1].isdigit():
        behind = None
    found = before or behind or _percent_before(context, number)
    if found is None:
        return Quantity(number, number.start, number.end, "count", rule="quantity.count", first=number.first, last=number.last)
    first = min(number.first, found.match.first)
    last = max(number.last, found.match.last)
    if before and behind and behind.kind == "money":
        last = max(last, behind.match.last)
    tokens, span = context.tokens, context.span(found.match)
    if before and context.loose and number.value is not None and _is_negated(context, first):
        first, number = first - 1, replace(number, value=-number.value)
        span = (tokens[first].start, span[1])
    elif behind and behind.kind not in ("money", "percent") and number.value is not None:
        last, number = _with_half(context, number, last)
        span = (span[0], max(span[1], tokens[last].end))
    per = str(found.match.entry.get("per", ""))
    if found.factor != 1 and number.value is not None:
        number = replace(number, value=number.value * found.factor)
    return Quantity(
        number,
        tokens[first].start,
        tokens[last].end,
        found.unit,
        unit_span=span,
        rule="quantity.hundredth" if found.factor < 1 else f"quantity.{found.kind}",
        kind=found.kind,
        per=per,
        per_span=context.span(found.match) if per else None,
        first=first,
        last=last,
        is_modifier=found.is_modifier,
        inferred=("unit",) if found.inferred else (),
    )


def _is_negated(context: Context, first: int) -> bool:
    """ "-$5": a minus glued to the currency and to nothing before it."""
    return first > 0 and context.norm(first - 1) == "-" and context.is_glued(first) and not context.is_glued(first - 1)


def _with_half(context: Context, number: Number, last: int) -> tuple[int, Number]:
    """ "deux tonnes et demie", "3 tấn rưỡi": a half behind the unit adds to the number before it."""
    match = context.lexicon.match(context.tokens, last + 1, "number_half")
    value = number.value
    if match is None or match.entry.value != "after" or value is None or value != value.to_integral_value() or value >= _LARGE:
        return last, number
    return match.last, replace(number, value=value + Decimal("0.5"))


def with_unit_before(context: Context, quantity: Quantity) -> Quantity:
    """The quantity with a unit that its number follows, hedge included: "magnitude 7.6", "độ lớn khoảng 6,8"."""
    value = quantity.number.value
    if quantity.unit != "count" or value is None or not context.is_near(quantity.first):
        return quantity
    match = context.lexicon.match_before(context.tokens, quantity.first, "unit_before")
    if match is None or value > int(match.entry.get("most", _LARGE)):
        return quantity
    start = context.tokens[match.first].start
    unit = str(match.entry.value)
    qualifier = str(match.entry.get("qualifier", quantity.qualifier))
    return replace(
        quantity,
        unit=unit,
        kind=unit,
        rule=f"quantity.{unit}",
        unit_span=context.span(match),
        start=start,
        first=match.first,
        qualifier=qualifier,
    )


def unit_at(context: Context, i: int) -> tuple[str, str, Match] | None:
    """The unit of measure that stands at token `i`: its id, its kind, where; currencies and percent are none."""
    match = context.lexicon.match(context.tokens, i, "unit")
    if match is None or not _is_spelt_so(context, match) or (match.entry.get("asked") and not context.loose):
        return None
    return str(match.entry.value), str(match.entry.get("kind", "")), match


def currency_at(context: Context, i: int) -> tuple[str, int] | None:
    """The code of the currency that stands at token `i`, and its last token."""
    match = context.lexicon.match(context.tokens, i, "currency")
    return (_money(context, match).unit, match.last) if match and _is_spelt_so(context, match) and not match.entry.get("large") else None


def _currency_before(context: Context, number: Number, used: int) -> _Unit | None:
    """ "US$5bn", "€ 5", "VND 800 trillion": signs always, codes when the lexicon lists them."""
    first = number.first
    if first == 0 or not context.is_near(first):
        return None
    match = _spelt_before(context, first, used)
    if match is None:
        letter = letter_before(context.shadow, context.tokens, number.first, context.lexicon)
        return _money(context, letter) if letter and first - 1 > used else None
    text = context.text(match)
    if (text[-1].isalpha() or text[-1] == ".") and text[0] != "$":
        if text not in _codes_before(context.lexicon):
            return None
    elif context.is_glued(match.first) and context.norm(match.first - 1)[:1].isdigit():
        return None
    return _money(context, match)


def _percent_before(context: Context, number: Number) -> _Unit | None:
    """ "percent of twenty", "pourcentage de vingt" as a whole text: only where somebody asks for an amount."""
    if not context.loose or number.first < 2 or number.last + 1 != len(context.tokens) or context.norm(number.first - 1) not in _PERCENT_LINKS:
        return None
    match = context.lexicon.match(context.tokens, 0, "percent", stop=number.first - 1)
    return _Unit(str(match.entry.value), "percent", match) if match and match.end == number.first - 1 else None


def _spelt_before(context: Context, first: int, used: int) -> Match | None:
    """The longest currency that ends before token `first` and is spelt as the lexicon has it: "A$", not "a $"."""
    for start in range(max(used + 1, first - 4, 0), first):
        match = context.lexicon.match(context.tokens, start, "currency", stop=first)
        if match and match.last == first - 1 and _is_spelt_so(context, match):
            return match
    return None


def _behind(context: Context, number: Number) -> _Unit | None:
    at = number.last + 1
    if not context.is_near(at):
        return None
    percent = context.lexicon.match(context.tokens, at, "percent")
    if percent and str(percent.entry.value) in _PERCENT_UNITS:
        return _Unit(str(percent.entry.value), "percent", percent)
    for place, is_modifier in _places(context, number, at):
        money = _currency_at(context, number, place)
        if money:
            return replace(money, is_modifier=is_modifier)
        unit = unit_at(context, place)
        if unit and _may_be_unit(context, number, unit[2]):
            return _Unit(unit[0], unit[1], unit[2], is_modifier, factor=Decimal(str(unit[2].entry.get("factor", 1))))
        percent = context.lexicon.match(context.tokens, place, "percent") if is_modifier else None
        if percent:
            return _Unit(str(percent.entry.value), "percent", percent, is_modifier)
    return None


def _places(context: Context, number: Number, at: int) -> list[tuple[int, bool]]:
    """Where a unit may begin: directly behind, behind a linking "de" after a scale, behind a glued hyphen."""
    places = [(at, False)]
    is_large = number.in_words or number.scale > 1 or (number.value is not None and number.value >= _MILLION)
    if context.norm(at) in _LINKS.get(context.language, ()) and is_large:
        places.append((at + 1, False))
    if context.norm(at) == "-" and context.is_glued(at) and context.is_glued(at + 1):
        places.append((at + 1, True))
    return places


def _currency_at(context: Context, number: Number, i: int) -> _Unit | None:
    match = context.lexicon.match(context.tokens, i, "currency")
    if match is None or not _is_spelt_so(context, match):
        return None
    if _is_prefix_of_next(context, match, number):
        return None
    if match.entry.get("large") and number.scale == 1 and abs(number.value or Decimal(0)) < _LARGE:
        return None
    return _money(context, match)


def _is_prefix_of_next(context: Context, match: Match, number: Number) -> bool:
    """In "20 $5 notes" the sign belongs to the number behind it."""
    glued_behind = context.is_glued(match.last + 1) and context.norm(match.last + 1)[0].isdigit()
    return glued_behind and (match.first > number.last + 1 or not context.is_glued(number.last + 1))


def _is_spelt_so(context: Context, match: Match) -> bool:
    """A short form with capitals in the lexicon must have them in the text: "MAD", "To"; other forms any case."""
    text = context.text(match)
    if len(text) > 3 or not text.isascii():
        return True
    if text in match.entry.forms:
        return True
    lowered = [form for form in match.entry.forms if form.lower() == text.lower()]
    return any(form.islower() for form in lowered) and not (len(text) == 1 and text.isupper())


def _may_be_unit(context: Context, number: Number, match: Match) -> bool:
    """ "năm 2024" is no five years; "m" before an apostrophe is no metre; seconds and degrees want their number near."""
    after = context.norm(match.last + 1)
    if after == "-" and len(context.norm(match.last)) == 1 and context.is_glued(match.last + 1):
        return False
    if match.first == match.last and context.norm(match.first) == "năm" and len(after) == 4 and after.isdigit():
        return False
    return not (after == "'" and context.is_glued(match.last + 1))


def _money(context: Context, match: Match) -> _Unit:
    entry, inferred = match.entry, False
    code = str(entry.value)
    family = str(entry.get("family", ""))
    if family:
        by_country = _families(context.lexicon).get(family)
        chosen = by_country.get("by_country", {}).get(context.country) if by_country else None
        code = str(chosen or code)
        inferred = family != "cfa"
    return _Unit(code, "money", match, inferred=inferred, factor=Decimal(str(entry.get("factor", 1))))


@lru_cache(maxsize=8)
def _families(lexicon: Lexicon) -> dict[str, Entry]:
    return {str(entry.value): entry for entry in lexicon.table("currency_family")}


@lru_cache(maxsize=8)
def _codes_before(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form for entry in lexicon.table("currency_before") for form in entry.forms)
