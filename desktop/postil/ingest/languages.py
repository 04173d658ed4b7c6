"""The language of each line and of the article: n-gram likelihoods, langdetect where they are close, smoothed over lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.ingest.langdetect_wrapper import LANGUAGES, Profiles, Scores, profiles
from postil.ingest.markup import unlinked, without_images

FEWEST_LETTERS: Final = 20
"""Lines with fewer letters are undetermined by themselves (measured: 0 wrong at 20, 2 wrong at 15 and at 10)."""
CLOSE_MARGIN: Final = 0.15
"""Log-likelihood per n-gram between best and second below which langdetect is asked as well."""
OTHER: Final = "und"
"""BCP 47 for a line whose script none of the configured languages uses."""

MOST_QUESTIONS: Final = 200
"""Lines of one article for which langdetect is asked; sampling takes milliseconds, and a text may have 100,000 lines."""

_STAY: Final = math.log(0.9)
_SURE_TEMPER: Final = 0.2
_UNSURE_TEMPER: Final = 0.05

_NOISE: Final = re.compile(r"https?://[^\s)>\]]{1,2000}|www\.[^\s)>\]]{1,2000}|&(?:[a-z]{2,8}|\#\d{1,7});|<[^<>\n]{1,300}>|\d+", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,255}[\w.-]{0,255}")
_FOREIGN: Final = re.compile("[^\\x00-\u024f\u1e00-\u1eff]")


@dataclass(frozen=True, slots=True)
class LineLanguage:
    """The language of one line (`en`, `fr`, `vi`, `und`, or empty when nothing is known at all).

    `is_own` tells whether the line itself decided it; otherwise it was taken over from its neighbours.
    `margin` is the log-likelihood per n-gram between the best and the second language, 0 when not own.
    """

    language: str
    is_own: bool
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Languages:
    """The language of an article (the one with most letters; empty when unknown) and of each of its lines.

    `lines` has one item for each piece of the text between line feeds.
    """

    article: str
    lines: tuple[LineLanguage, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    letters: int
    sums: Scores
    language: str = ""
    margin: float = 0.0
    temper: float = 0.0


def languages(text: str, configured: tuple[str, ...] = LANGUAGES) -> Languages:
    """Languages of NFC `text` among the `configured` ones. Deterministic, and safe from any thread."""
    table = profiles(configured)
    judge = _Judge(table)
    evidence = [judge.evidence(line) for line in text.split("\n")]
    path = _smoothed(evidence, table.languages)
    lines = tuple(_label(item, inherited) for item, inherited in zip(evidence, path, strict=True))
    article = _of_article(text, evidence, lines, judge)
    is_decided = any(line.is_own for line in lines)  # otherwise: the article as a whole, or nobody knows
    return Languages(article, tuple(line if is_decided and line.language else LineLanguage(article, False) for line in lines))


def prepared(line: str) -> str:
    """`line` as it is judged: without images, addresses, mark-up and digits, in lower case."""
    if "](" in line:
        line = unlinked(without_images(line))
    if "@" in line:
        line = _MAIL.sub(" ", line)
    low = line.lower()
    has_mark_up = "&" in low or "<" in low or "://" in low or "www." in low
    return _NOISE.sub(" ", line).lower() if has_mark_up else _DIGITS.sub(" ", low)


class _Judge:
    """Judges lines by themselves; `questions` left to langdetect bound the time one article can take."""

    def __init__(self, table: Profiles) -> None:
        self._table = table
        self._nothing: Scores = (0.0,) * len(table.languages)
        self._questions = MOST_QUESTIONS

    def evidence(self, line: str) -> _Evidence:
        """What `line` says about its language without its neighbours."""
        words = prepared(line)
        letters = sum(map(str.isalpha, words))
        if _is_other_script(words, letters):
            return _Evidence(letters, self._nothing, OTHER)
        if letters < FEWEST_LETTERS:
            return _Evidence(letters, self._nothing)
        sums, count = self._table.sums(words)
        best, second = sorted(sums, reverse=True)[:2]
        margin = (best - second) / max(1, count)
        language = self._table.languages[sums.index(best)]
        if margin < CLOSE_MARGIN and not self._agrees(words, language):
            return _Evidence(letters, sums, "", margin, _UNSURE_TEMPER)
        return _Evidence(letters, sums, language, margin, _SURE_TEMPER)

    def _agrees(self, words: str, language: str) -> bool:
        if not self._questions:
            return False
        self._questions -= 1
        return self._table.sampled(words) == language


def _is_other_script(words: str, letters: int) -> bool:
    if words.isascii():
        return False
    foreign = sum(map(str.isalpha, _FOREIGN.findall(words)))
    return foreign >= 2 and foreign * 2 > letters


def _smoothed(evidence: Sequence[_Evidence], names: tuple[str, ...]) -> list[str]:
    """The language of every line: those with evidence by Viterbi, the others like both neighbours, or empty where these differ."""
    path = _viterbi([item for item in evidence if item.temper], names)
    out: list[str] = []
    passed = 0
    for item in evidence:
        passed += bool(item.temper)
        before, after = path[max(0, passed - 1) : passed], path[passed : passed + 1]
        is_between = not item.temper and bool(before) and bool(after) and before != after
        out.append("" if is_between else (before or after or [""])[0])
    return out


def _viterbi(evidence: Sequence[_Evidence], names: tuple[str, ...]) -> list[str]:
    """The likeliest sequence of languages, where changing from one line to the next costs."""
    states = range(len(names))
    change = math.log((1 - math.exp(_STAY)) / max(1, len(names) - 1))
    score = [0.0] * len(names)
    back: list[list[int]] = []
    for item in evidence:
        top = max(states, key=score.__getitem__)
        came = [state if score[state] + _STAY >= score[top] + change else top for state in states]
        peak = max(item.sums)
        score = [score[came[state]] + (_STAY if came[state] == state else change) + item.temper * (item.sums[state] - peak) for state in states]
        back.append(came)
    state = max(states, key=score.__getitem__) if evidence else 0
    path: list[str] = []
    for came in reversed(back):
        path.append(names[state])
        state = came[state]
    return path[::-1]


def _label(item: _Evidence, inherited: str) -> LineLanguage:
    if item.language == OTHER:
        return LineLanguage(OTHER, True)
    is_own = bool(item.language) and item.language == inherited
    return LineLanguage(inherited, is_own, item.margin if is_own else 0.0)


def _of_article(text: str, evidence: Sequence[_Evidence], lines: Sequence[LineLanguage], judge: _Judge) -> str:
    letters: Counter[str] = Counter()
    for item, line in zip(evidence, lines, strict=True):
        if line.is_own:
            letters[line.language] += item.letters
    if letters:
        most = max(sorted(letters), key=letters.__getitem__)
        return "" if most == OTHER else most
    whole = judge.evidence(" ".join(text.split("\n"))).language  # many short lines: judge them together
    return "" if whole == OTHER else whole
