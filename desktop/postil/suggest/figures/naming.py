"""The id of what a phrase measures: with what an amount is for, by the unit as a price, and of GDP.

"sells for 650 naira a litre" is a price, "thu về 5,7 tỷ USD" behind "xuất khẩu gạo" is the value of rice exports.
"""

from __future__ import annotations

from typing import Final

from postil.domain.codebook import shipped
from postil.suggest.figures.asked import Asked, Measure
from postil.suggest.figures.pairs import Phrase
from postil.suggest.figures.phrases import phrases, purpose_of, slug_of, stuff_of
from postil.suggest.figures.subjects import topic_left

_PRICED: Final = frozenset(
    {
        "kilogram",
        "tonne",
        "litre",
        "gram",
        "quintal",
        "bag",
        "barrel",
        "kilowatt_hour",
        "cubic_metre",
        "square_metre",
        "ounce",
        "bushel",
        "pound",
        "box",
        "head",
    }
)
_MADE: Final = frozenset({"production", "generation", "supply", "output"})
_SIDES: Final = frozenset({"revenue", "value", "volume", "contract_value", "goods_value"})
_TRADE: Final = frozenset({"exports", "imports"})
_SPENT: Final = frozenset({"disbursement", "disbursed"})
_UNITS: Final = frozenset(
    {"kilo", "kilogramme", "kilogram", "tonne", "ton", "litre", "liter", "baril", "barrel", "sac", "bag", "quintal", "ounce", "once", "kg"}
)
_UNIT_REACH: Final = 10
_PAID: Final = frozenset({"cost", "sales", "value", "revenue", "earnings"})


def told(asked: Asked, phrase: Phrase, score: int) -> Measure:
    """The phrase as a measure, with what an amount is for when the phrase names no topic."""
    sight, slug = asked.sight, phrase.slug
    traded = _traded(asked, phrase)
    if traded:
        slug = traded
    elif phrase.topics == 0 and asked.quantity.kind not in ("", "percent", "time", "factor"):
        names, _ = (
            purpose_of(sight, asked.quantity, asked.sentence) if asked.quantity.kind == "money" else stuff_of(sight, asked.quantity, asked.sentence)
        )
        slug = slug_of([*names, phrase.bare or slug]) if names else slug
    slug = _by_the_unit(asked, slug)
    known = slug in shipped("indicators").by_id
    return Measure(slug, sight.text(phrase.first, phrase.last), sight.span(phrase.first, phrase.last), score, known, phrase.units)


def _traded(asked: Asked, phrase: Phrase) -> str:
    """ "xuất khẩu 9 triệu tấn gạo, thu về 5,7 tỷ USD", "tăng 5% về lượng": value and volume of the trade that the sentence speaks of."""
    side = phrase.bare or phrase.slug
    if side not in _SIDES or not ({"money", "percent"} & {asked.quantity.kind}):
        return ""
    found = [one for one in phrases(asked.sight, asked.sight.rank(asked.sentence.first), asked.quantity.first) if one.first < asked.quantity.first]
    trade = [one.slug for one in found if one.slug.rpartition("_")[2] in _TRADE and one.slug not in _SIDES]
    if trade:
        longest = max(trade[-2:], key=len)
        topics = [phrase.slug.removesuffix(side)] if longest in _TRADE else []
        return slug_of([*topics, longest, *(["volume"] if side == "volume" else [])])
    is_tourism = side == "revenue" and any("touris" in one.slug for one in found)
    return "tourism_revenue" if is_tourism else ""


def _by_the_unit(asked: Asked, slug: str) -> str:
    """Money for a weight, volume or container of a thing is its price: "sells for 650 naira a litre"."""
    head, _, last = slug.rpartition("_")
    if asked.quantity.kind == "power" and last in _MADE:
        return slug_of([head or " ".join(topic_left(asked.sight, asked.quantity.first, asked.sentence)), "capacity"])
    if asked.quantity.kind == "percent" and last in _SPENT and not asked.is_change:
        return slug_of([slug, "rate"])
    if asked.quantity.kind != "money" or last not in _PAID or not (asked.quantity.per in _PRICED or _is_of_unit(asked)):
        return slug
    return slug_of([head, "price"])


def _is_of_unit(asked: Asked) -> bool:
    """ "Le kilo de tomates se vend à", "A tonne of copper fetched": is the subject one unit of a thing?"""
    sight = asked.sight
    start, _ = sight.clause(asked.quantity, asked.sentence)
    span = range(max(start, asked.quantity.first - _UNIT_REACH), asked.quantity.first - 1)
    return any(sight.norm(i) in _UNITS and sight.norm(i + 1) in ("of", "de", "d'") and i not in sight.amounts for i in span)


def of_gdp(asked: Asked, phrase: Phrase, score: int) -> Measure | None:
    """ "public debt stands at 68 percent of GDP": an amount told as a share of all that is earned."""
    if phrase.slug != "share_of_gdp":
        return None
    start, _ = asked.sight.clause(asked.quantity, asked.sentence)
    before = [
        one
        for one in phrases(asked.sight, asked.sight.rank(asked.sentence.first), asked.quantity.first)
        if start <= one.first and one.last < asked.quantity.first and "money" in one.units and not one.is_verb
    ]
    if not before or any("contribution" in one.slug for one in before):
        return None
    one = max(before, key=lambda one: (one.last, one.last - one.first))
    slug = slug_of([one.slug, "to gdp"])
    return Measure(slug, asked.sight.text(one.first, one.last), asked.sight.span(one.first, one.last), score, slug in shipped("indicators").by_id)
