"""The only file that touches langdetect (untyped): private profiles, a fixed seed, no module-level state of theirs.

langdetect's own answer draws random n-grams, is not thread-safe through its module-level functions and skips
words in capitals. Here a private factory is filled with the wanted profiles in sorted order under a lock and then
only read; callers pass lower-case text. The same profile table also gives a second opinion without randomness:
the sum of log-probabilities of all n-grams (Nakatani 2010, "Language Detection Library", naive Bayes).
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources
from threading import Lock
from typing import Any, Final

LANGUAGES: Final = ("en", "fr", "vi")
_SEED: Final = 0
_SMOOTHING: Final = 0.5 / 10_000
"""langdetect's ALPHA_DEFAULT / BASE_FREQ."""
_LONGEST: Final = 4_000
"""Characters handed to langdetect's sampling; more does not change its answer."""

Scores = tuple[float, ...]


class Profiles:
    """n-gram profiles of some languages, in sorted order. Build it once; afterwards it is only read."""

    def __init__(self, languages: tuple[str, ...] = LANGUAGES) -> None:
        """Raises ValueError for a language langdetect has no profile of."""
        from langdetect.detector_factory import DetectorFactory
        from langdetect.utils.ngram import NGram

        folder = resources.files("langdetect") / "profiles"
        self.languages = tuple(sorted(set(languages)))
        try:
            profiles = [(folder / language).read_text("utf-8") for language in self.languages]
        except OSError as error:
            raise ValueError(f"no profile for one of {', '.join(self.languages)}") from error
        self._factory: Any = DetectorFactory()
        self._factory.seed = _SEED
        self._factory.load_json_profile(profiles)
        self._signs = _Signs(NGram.normalize)
        table = self._factory.word_lang_prob_map
        self._logs: dict[str, Scores] = {gram: tuple(math.log(_SMOOTHING + p) for p in row) for gram, row in table.items()}
        self._nothing: Scores = (0.0,) * len(self.languages)
        self._word = lru_cache(maxsize=20_000)(self._sum_of_word)
        self.sampled = lru_cache(maxsize=2_000)(self._sample)

    def sums(self, text: str) -> tuple[Scores, int]:
        """Log-likelihood of lower-case `text` per language (order of `languages`), and how many n-grams counted."""
        columns = [self._word(word) for word in text.translate(self._signs).split()]
        if not columns:
            return self._nothing, 0
        *likelihoods, counts = map(sum, zip(*columns, strict=True))
        return tuple(likelihoods), int(counts)

    def _sample(self, text: str) -> str:
        """The own, sampled answer of langdetect for lower-case `text`, seeded; empty when it finds no n-gram it knows."""
        from langdetect.lang_detect_exception import LangDetectException

        detector = self._factory.create()
        detector.append(text[:_LONGEST])
        try:
            best = detector.get_probabilities()
        except LangDetectException:
            return ""
        return str(best[0].lang) if best else ""

    def _sum_of_word(self, word: str) -> Scores:
        """Sums over all 1-, 2- and 3-grams of " word ", as langdetect forms them, and their number as last item."""
        padded = f" {word[:60]} "
        grams = [*word[:60]]
        grams += [padded[i : i + 2] for i in range(len(padded) - 1)]
        grams += [padded[i : i + 3] for i in range(len(padded) - 2)]
        rows = [row for row in map(self._logs.get, grams) if row is not None]
        if not rows:
            return (*self._nothing, 0.0)
        return (*map(sum, zip(*rows, strict=True)), float(len(rows)))


class _Signs(dict[int, str]):
    """langdetect's normalisation of single characters, remembered, for `str.translate`."""

    def __init__(self, normalize: Any) -> None:
        super().__init__()
        self._normalize = normalize

    def __missing__(self, code: int) -> str:
        sign = str(self._normalize(chr(code)))
        self[code] = sign
        return sign


_lock = Lock()
_ready: dict[tuple[str, ...], Profiles] = {}


def profiles(languages: tuple[str, ...] = LANGUAGES) -> Profiles:
    """The shared profiles of `languages`, built on first use; safe from any thread."""
    found = _ready.get(languages)
    if found is None:
        with _lock:
            found = _ready.get(languages)
            if found is None:
                found = _ready[languages] = Profiles(languages)
    return found


def forget() -> None:
    """Drop the shared profiles, as before first use (for tests of the warm-up)."""
    with _lock:
        _ready.clear()
