"""A synthetic corpus of any size: sentences of the seeds shuffled into articles of 2 to 12 kB in three languages."""

from __future__ import annotations

import random
from functools import cache

from tests.bench.measure import ROOT

LANGUAGES = {"000": "fr", "001": "en", "002": "fr", "003": "fr", "004": "vi"}


@cache
def _paragraphs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"en": [], "fr": [], "vi": []}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        found[LANGUAGES[path.name[:3]]] += [line for line in lines if len(line) > 120]
    return found


def article(number: int) -> str:
    """Article `number` of the corpus: always the same text, unlike every other."""
    rng = random.Random(number)
    language = ("en", "fr", "vi")[number % 3]
    pool = _paragraphs()[language]
    size = rng.randint(2_000, 12_000)
    parts = [f"Article {number}: {rng.choice(pool)[:70]}"]
    while sum(map(len, parts)) < size:
        parts.append(rng.choice(pool).replace("170", str(100 + number % 800)))
    return "\n".join(parts) + "\n"


def articles(count: int, first: int = 0) -> list[tuple[str, str]]:
    """(name, text) of `count` articles."""
    return [(f"{n:06}.txt", article(n)) for n in range(first, first + count)]


def long_article(size: int) -> str:
    """One article of about `size` characters."""
    parts: list[str] = []
    total = 0
    pool = _paragraphs()["fr"] + _paragraphs()["en"]
    while total < size:
        parts.append(pool[len(parts) % len(pool)])
        total += len(parts[-1]) + 1
    return "\n".join(parts)
