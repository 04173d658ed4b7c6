"""The weights of the features by which candidate pairs are judged: one table for each field that a figure is attached to.

A pair is a figure with one candidate (a term, a date, another figure). Its features are small numbers with a name
(`pairs.Pair`); its score is their weighted sum. Rules measure features and never write a number of their own into a
score, so that these tables can be fitted to what reviewers approve and correct.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Weights = Mapping[str, int]

INDICATOR: Final[Weights] = {
    "base": 100,
    "words": 3,  # tokens of the term beyond the first
    "verb": -15,  # a verb ("invested") is weaker than a noun
    "topics": 3,  # products, sectors and markets that its phrase names
    "generic": -20,  # a term that fits many things ("cost", "wage")
    "in_noun": 20,  # stands inside what is counted
    "left_gap": -3,  # tokens between a term to the left and the figure, at most 15
    "left_clause": -12,  # in an earlier clause
    "right_gap": -4,  # tokens to a term to the right in the clause, not directly beside, at most 15
    "right_far": -20,
    "right_clause": -40,  # in a later clause
    "right_clause_gap": -3,
    "others_between": -18,  # other quantities between term and figure
    "wrong_unit": -70,
    "share_left": -70,  # "of GDP" says what a percent is of only behind it
    "in_name": -35,  # inside a name in capitals
    "counted_by_other": -60,  # what another number of the sentence counts
    "cause": -70,  # what it came of: "do giá giảm", "thanks to higher prices"
    "count_without_count": -40,  # a bare count, but a term of money or percent
}
"""Figure × term, or phrase composed of terms."""

PERIOD: Final[Weights] = {
    "base": 100,
    "gap": -2,  # tokens between date and figure, at most 22
    "other_clause": -12,
    "taken": -30,  # stands right behind another quantity
    "taken_outside": -60,  # the same, in another clause
    "beside": 30,  # right behind the figure
    "others_left": -6,  # quantities between a date to the left and the figure
    "others_right": -25,
    "opens": 15,  # stands at the head of the sentence
    "day_of_percent": -20,
    "right_clause": -20,
    "said": -30,  # the day something was said
    "said_between": -40,  # the same, with the verb before the figure
    "past_of_plan": -140,  # the day of a promise, for what is promised
    "ahead_of_fact": -60,  # a time to come, for what is told as a fact
    "of_compared": 40,  # the level that something is compared with, and the date it was reached at
    "bracket": 60,  # "2016-2020 (6.5%)"
}
"""Figure × date of its sentence."""

INHERITED: Final[Weights] = {
    "base": 20,
    "gap": -2,  # sentences back, at most 5
    "same_paragraph": 45,
    "frames_next": 45,  # opens the paragraph before, with its year
    "statistic": 45,  # a period, for exports, growth, unemployment
    "lead": 20,  # a statistic goes on with the period of title and lead
    "happening": 45,  # for what happened to persons and things
    "day_of_other": -50,
    "other_years": -60,
    "ahead": -40,
    "past_of_plan": -60,  # a day, or a year that is over, for what is planned or looked for
}
"""Figure × date of an earlier sentence."""

AREA: Final[Weights] = {
    "base": 100,
    "gap": -3,  # tokens between place and figure, at most 20
    "other_clause": -45,
    "others_between": -25,
    "behind": -10,
    "opens": 25,  # stands at the head of the sentence
    "counterpart": 0,  # tells which field the place fills
}
"""Figure × country or place of its sentence."""

LEVEL: Final[Weights] = {
    "base": 100,
    "gap": -2,
    "compared": -40,  # the level is what something is compared with
    "same_indicator": 20,
    "just_before": 25,  # "reached $5bn, up 3%"
}
"""Change × the level it belongs to."""

ENOUGH: Final[Mapping[str, int]] = {
    "indicator": 40,
    "indicator_of_count": 90,  # beside a counted noun, which is an indicator itself
    "indicator_of_series": 50,  # taken over from the figure before
    "indicator_of_noun": 60,
    "label": 30,
    "term_of_change": 70,
    "period": -60,
    "period_inherited": 50,
    "period_now": 70,
    "period_of_paragraph": 60,
    "period_of_article": 40,
    "level": 50,
    "area": 50,
    "counterpart": 40,
}
"""The score from which a candidate is taken, and what a value taken without a pair of its own is worth."""
