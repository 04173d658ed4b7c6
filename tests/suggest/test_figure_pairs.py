"""Attachment as scored pairs: every feature has a weight, the best pair wins, and weights alone decide."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from postil.domain.figure import Status
from postil.suggest.doc import Source
from postil.suggest.engine import read
from postil.suggest.figures import weights
from postil.suggest.figures.areas import area_pairs
from postil.suggest.figures.asked import Asked, Measure
from postil.suggest.figures.inherit import inherited_pairs
from postil.suggest.figures.measures import indicator_pairs
from postil.suggest.figures.pairs import Pair, best
from postil.suggest.figures.periods import period_pairs
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.weights import Weights
from tests.suggest.test_figure_indicators import SENTENCES

TABLE = {"near": 10, "far": -5}


def test_a_score_is_the_weighted_sum_of_the_features() -> None:
    assert Pair("x", {"near": 2, "far": 1}).score(TABLE) == 15
    assert Pair("x", {}).score(TABLE) == 0


def test_a_feature_without_a_weight_is_refused() -> None:
    with pytest.raises(KeyError):
        Pair("x", {"unheard": 1}).score(TABLE)


def test_the_best_pair_wins_the_earlier_of_equals_and_none_below_the_threshold() -> None:
    pairs = [Pair("a", {"near": 1}), Pair("b", {"near": 2}), Pair("c", {"near": 2})]
    found = best(pairs, TABLE, 1)
    assert found is not None
    assert (found[0].candidate, found[1]) == ("b", 20)
    assert best(pairs, TABLE, 21) is None
    assert best([], TABLE, 0) is None


def sighted(text: str, language: str) -> Sight:
    doc, lexicon, country = read(Source(text, language, published="2024-10-15"))
    return Sight(doc, lexicon, country)


@pytest.mark.parametrize(("language", "text", "_expected"), SENTENCES)
def test_every_feature_that_is_measured_has_a_weight(language: str, text: str, _expected: list[str]) -> None:
    sight = sighted(f"In 2023, exports of Kenya reached $5 billion. {text}", language)
    told = 0
    for quantity in sight.doc.quantities:
        sentence = sight.sentence(quantity)
        assert sentence is not None
        rank = sight.rank(sentence.first)
        others = [other for other in sight.doc.quantities if other is not quantity and sight.rank(other.first) == rank]
        asked = Asked(sight, quantity, sentence, None, others, False)
        measured: list[tuple[Weights, list[Mapping[str, int]]]] = [
            (weights.INDICATOR, [pair.features for pair in indicator_pairs(asked)]),
            (weights.PERIOD, [pair.features for pair in period_pairs(sight, quantity, sentence, rank, others, Status.ACTUAL)]),
            (weights.AREA, [pair.features for pair in area_pairs(sight, quantity, sentence)]),
        ]
        for table, found in measured:
            for features in found:
                assert set(features) <= set(table)
                told += 1
    assert told


def test_a_term_beside_the_figure_beats_one_in_another_clause() -> None:
    sight = sighted("Imports were discussed; exports reached 5 billion dollars.", "en")
    (quantity,) = sight.doc.quantities
    sentence = sight.sentence(quantity)
    assert sentence is not None
    scored = {pair.candidate.slug: pair.score(weights.INDICATOR) for pair in indicator_pairs(Asked(sight, quantity, sentence, None, (), False))}
    assert scored["exports"] > scored["imports"]


def test_statistics_go_on_with_a_period_and_days_do_not_frame_them() -> None:
    sight = sighted("Exports reached $5 billion in the third quarter of 2024. Officials met on October 3. Imports reached $4 billion.", "en")
    rank = sight.rank(sight.doc.quantities[-1].first)
    measure = Measure("imports", "", None, 90)
    scored = {pair.candidate.edtf: pair.score(weights.INHERITED) for pair in inherited_pairs(sight, rank, Status.ACTUAL, measure)}
    assert scored["2024-07/2024-09"] > max(score for edtf, score in scored.items() if edtf.startswith("2024-10"))
