"""Bodies: known ones, and names built on a head noun ("Ministry of …", "ministère de …", "Bộ …", "… Bank")."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from postil.base.fold import fold
from postil.suggest.lexicon import Lexicon, Match
from postil.suggest.names.words import View, run_end, starts

_MAX: Final = 12
_ADJECTIVES: Final = 2
_SHORT: Final = 5
_CAPITALS: Final = 2
_LONGEST_SHORT: Final = 12
_LEVELS: Final = frozenset({("thành", "phố"), ("thị", "xã"), ("thị", "trấn")})
"""Vietnamese levels of two words: "UBND thành phố"."""


def bodies(view: View, busy: Collection[int]) -> Iterator[tuple[int, int]]:
    """Token ranges of bodies in one sentence; they may overlap, the caller keeps the longest. `busy` are persons."""
    titles = {k for match in view.find("title_head") for k in range(match.first, match.end)}
    taken = titles | set(busy)
    for match in view.find("body"):
        if is_exact(view, match):
            yield match.first, match.end
    for match in view.find("generic_body"):
        if match.first not in titles and match.last not in titles:
            yield _without_article(view, match), _with_country(view, match)
    for match in view.find("body_head"):
        if match.first not in taken:
            yield from _headed(view, match, busy)
    for match in view.find("body_noun"):
        if match.first not in taken:
            yield from _small(view, match)
    if view.language == "en":
        yield from _closing(view)


def _without_article(view: View, match: Match) -> int:
    """Where a generic body begins: behind its article, with an adjective of its country ("Sri Lankan lawmakers")."""
    first = match.first + view.has(match.first, "article")
    adjective = view.match_before(first, "demonym", 2)
    return adjective.first if adjective and view.language == "en" else first


def _with_country(view: View, match: Match) -> int:
    """In Vietnamese a generic body takes the country right behind it, "giới chức Nhật Bản"; "thăm cấp Nhà nước Việt Nam" names none."""
    if view.language != "vi" or view.norm(match.first - 1) == "cấp":
        return match.end
    country = view.match(match.end, "territory")
    return country.end if country else match.end


def _headed(view: View, match: Match, busy: Collection[int]) -> Iterator[tuple[int, int]]:
    """A name that its head noun opens, up to a person's name."""
    end = _short_form_end(view, match.first, match.end) or _END[view.language](view, match.first, match.end)
    end = next((k for k in range(match.end, end) if k in busy), end)
    is_long = match.end - match.first > 1 and view.is_capital(match.first)
    if end > match.end or is_long or (view.quote(match.first, match.end).isupper() and end - match.first > 1):
        yield match.first, end


def _small(view: View, match: Match) -> Iterator[tuple[int, int]]:
    """A small noun that stands for one body: behind "the" or an owner in English, behind an article in French."""
    first, end = match.first, match.end
    if view.language == "fr":
        while end < view.last and end - match.end < _ADJECTIVES and view.norm(end).endswith(_endings(view)) and not _is_verb(view, end):
            end += 1
        if view.has(first - 1, "definite_article") and not view.is_capital(first):
            yield first, end
        return
    while first > view.first and match.first - first < _ADJECTIVES and _is_plain(view, first - 1):
        first -= 1
    is_definite = view.norm(first - 1) in ("the", "'s") or view.match_before(first, "demonym", 2) is not None
    follows = not view.is_word(end) or view.is_capital(end) or _is_verb(view, end) or view.has(end, "after_noun")
    if is_definite and follows and not view.is_capital(match.first):
        adjective = view.match_before(first, "demonym", 2)
        yield (adjective.first if adjective else first), end


def _is_plain(view: View, i: int) -> bool:
    """A small word that may be an adjective of the noun behind it."""
    return view.is_word(i) and not view.is_capital(i) and not view.has(i, "phrase_stop") and not _is_verb(view, i)


def _endings(view: View) -> tuple[str, ...]:
    return _listed_endings(view.lexicon)


@lru_cache(maxsize=8)
def _listed_endings(lexicon: Lexicon) -> tuple[str, ...]:
    """Endings of adjectives."""
    return tuple(sorted(starts(lexicon, "adjective_ending")))


def _is_verb(view: View, i: int) -> bool:
    return any(view.match(i, table) for table in ("report_verb", "event_verb", "light_verb", "passive_verb"))


def is_exact(view: View, match: Match) -> bool:
    """Is a short form written as it is listed? "Un" is not "UN", "us" not "US", and "US$" no country."""
    text = view.quote(match.first, match.end)
    if match.first + 1 == match.end and len(text) <= _SHORT and text not in match.entry.forms and text.upper() in match.entry.forms:
        return False
    return not (view.norm(match.end) in ("$", "€") and view.gap(match.end) == 0)


def short_form(view: View, end: int) -> str:
    """The short form in brackets behind a body that ends before token `end`: "OCHA" in "… Affairs (OCHA)"; empty when there is none."""
    if view.norm(end) != "(" or view.norm(end + 2) != ")":
        return ""
    word = view.quote(end + 1, end + 2)
    return word if len(word) <= _LONGEST_SHORT and sum(c.isupper() for c in word) >= _CAPITALS else ""


def _short_form_end(view: View, first: int, end: int) -> int:
    """Up to the short form in brackets that the name's first letter begins: "Conseil national de la consommation (CNC)"."""
    for k in range(end, min(first + _MAX, view.last - 2)):
        norm = view.norm(k)
        if norm == "(":
            short = view.quote(k + 1, k + 2)
            is_short = short.isupper() and len(short) > 1 and view.norm(k + 2) == ")"
            return k if is_short and fold(short)[0] == fold(view.norm(first))[0] else 0
        if not view.is_word(k) and norm not in ("-", "d'", "l'"):
            return 0
    return 0


def _closing(view: View) -> Iterator[tuple[int, int]]:
    """A run of capital words that ends with a head noun: "Exim Bank", "Provincial People's Committee"."""
    i = view.first
    while i < view.last:
        if not view.is_capital(i):
            i += 1
            continue
        end = run_end(view, i)
        while view.norm(end) == "'s" and view.is_capital(end + 1):
            end = run_end(view, end + 1)
        start = _after_owner(view, i, end)
        for stop in range(end, start + 1, -1):
            match = view.match_before(stop, "body_last", 3)
            if match and match.first > start:
                yield start + (view.norm(start) == "the"), _english_end(view, start, stop)
                break
        i = end


def _after_owner(view: View, first: int, end: int) -> int:
    """The country that owns it is no part of the name: "India's Exim Bank"."""
    for k in range(first + 1, end - 1):
        if view.norm(k) == "'s" and (view.match(first, "territory") or view.match(first, "place")):
            return k + 1
    return first


def _english_end(view: View, first: int, end: int) -> int:
    """A head with a capital and "of …": "Ministry of Foreign Affairs", "University of Science and Technology of Hanoi"."""
    if not view.is_capital(first) or view.norm(end) not in ("of", "for"):
        return end
    k, has_and = end, False
    while k < view.last and k - first < _MAX and not (view.norm(k) == "and" and has_and):
        has_and = has_and or view.norm(k) == "and"
        if view.is_capital(k):
            k += 1
        elif view.has(k, "body_link") and (
            view.is_capital(k + 1) or (view.norm(k) != "and" and view.norm(k + 1) == "the" and view.is_capital(k + 2))
        ):
            k += 1
        else:
            break
    return k if k > end + 1 else end


def _french_end(view: View, first: int, end: int) -> int:
    """Complement by "de …" with a capital word, and adjectives: "ministère des Affaires étrangères"."""
    k, last = end, end
    has_capital, has_link = view.is_capital(first), False
    while k < view.last and k - first < _MAX:
        norm = view.norm(k)
        if view.is_capital(k):
            has_capital, last = True, k + 1
        elif view.has(k, "body_link"):
            if not _french_link_holds(view, k, has_link=has_link):
                last = max(last, _plain_complement(view, first, k, has_link=has_link))
                break
            has_link = has_link or norm != "et"
        elif norm.endswith(_endings(view)) and len(norm) > 4 and view.is_word(k) and not view.match(k, "report_verb"):
            last = k + 1
        else:
            break
        k += 1
    return last if has_capital else end


def _plain_complement(view: View, first: int, k: int, *, has_link: bool) -> int:
    """One small noun of a name that begins with a capital: "Institut national de la statistique"; 0 when there is none."""
    if has_link or not view.is_capital(first) or not view.has(k, "of_word"):
        return 0
    noun = k + 1 + (view.norm(k + 1) in ("la", "l'"))
    return noun + 1 if view.is_word(noun) and len(view.norm(noun)) > 4 and not view.is_capital(noun) else 0


def _french_link_holds(view: View, k: int, *, has_link: bool) -> bool:
    """Does the link at `k` lead on to a capital word? After "et" only "de …" goes on, and only behind another "de …"."""
    if view.norm(k) == "et" and not (view.is_capital(k + 1) or (has_link and view.has(k + 1, "of_word"))):
        return False
    return any(view.is_capital(k + step) for step in (1, 2, 3))


def _vietnamese_end(view: View, first: int, end: int) -> int:
    """Capital words, each with the small syllable that completes it, up to a word of `body_stop`: "Bộ Kế hoạch và Đầu tư".

    A body that needs no name ("Chính phủ") takes only a country.
    """
    if not view.is_capital(first):
        return end
    if view.match(first, "generic_body"):
        country = view.match(end, "territory")
        return country.end if country else end
    if not view.is_capital(end):
        is_level = view.quote(first, end).isupper() and view.has(end, "level")
        return end + is_level * (2 if (view.norm(end), view.norm(end + 1)) in _LEVELS else 1)
    k = end
    while k < view.last and k - first < _MAX:
        step = _vietnamese_step(view, k)
        if not step:
            break
        k += step
    return k


def _vietnamese_step(view: View, k: int) -> int:
    """How many tokens the name grows by at `k`."""
    if view.is_capital(k):
        return 0 if view.match(k, "title_head") else 1
    norm = view.norm(k)
    if norm in ("và", "-", "–", "&", ","):
        is_list = norm != "," or view.norm(k + 3) in ("và", ",")
        return 1 if is_list and view.is_capital(k + 1) and not view.match(k + 1, "title_head") and not view.match(k + 1, "body_head") else 0
    is_acronym = len(view.norm(k - 1)) > 1 and view.quote(k - 1, k).isupper()
    is_place_before = is_acronym or view.match_before(k, "territory", 3) or view.match_before(k, "place", 3)
    if view.is_word(k) and view.is_capital(k - 1) and not is_place_before and not view.match(k, "body_stop"):
        return 1
    return 0


_END: Final = {"en": _english_end, "fr": _french_end, "vi": _vietnamese_end}
