"""The country an article is about: what resolves "$", and where a figure without a place belongs."""

from __future__ import annotations

import pytest

from postil.suggest.doc import Source
from postil.suggest.engine import read


@pytest.mark.parametrize(
    ("language", "text", "country", "unit"),
    [
        ("fr", "Le gouvernement du Québec a dévoilé son budget. À Montréal, la ministre a annoncé 523 millions de dollars.", "CA", "CAD"),
        ("en", "The mayor of Toronto said the city would spend $5 million on roads in Ontario.", "CA", "CAD"),
        ("en", "Australia will lend $5 million to a firm that Toronto and Vancouver know.", "", "USD"),  # a country, and two places of another
        ("en", "Canada and the United States trade goods worth $5 million.", "", "USD"),
        ("en", "In Sydney, Australia said it would lend $5 million to Toronto.", "AU", "AUD"),
        ("vi", "Hà Nội chi 5 tỷ đồng cho giao thông.", "VN", "VND"),
    ],
)
def test_the_country_an_article_is_about(language: str, text: str, country: str, unit: str) -> None:
    doc, _lexicon, found = read(Source(text, language))
    assert found == country
    assert [quantity.unit for quantity in doc.quantities if quantity.kind == "money"] == [unit]


def test_an_outlet_country_goes_before_what_is_named() -> None:
    doc, _lexicon, country = read(Source("Toronto will spend $5 million.", "en", country="AU"))
    assert country == "AU"
    assert doc.quantities[0].unit == "AUD"
