"""Persons: Vietnamese names by their family name, others by a title, a form of address or a title behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from postil.base.fold import fold
from postil.suggest.names.words import View, folded_forms, is_syllable, run_end, starts

_REACH: Final = 14
"""So many tokens a title may stand before its name ("président de la Commission européenne …")."""
_APPOSED: Final = 5
_NAME: Final = 2
_MET: Final = 8
_HARD: Final = frozenset('.;:!?()"«»')


@dataclass(frozen=True, slots=True)
class Person:
    """A person at tokens `first` to `end` (excluded); the title at `role` (token range) when there is one."""

    first: int
    end: int
    role: tuple[int, int] | None = None
    is_vietnamese: bool = False


def persons(view: View, taken: Collection[int], firm: Collection[int]) -> Iterator[Person]:
    """The persons of one sentence from left to right; tokens of `taken` belong to places and known bodies.

    Of them, `firm` are names of more than one word: a one-word country may be a given name ("Võ Tấn Đức").
    """
    titles = [(match.first, match.end) for match in view.find("title_head")]
    inside = {k for first, end in titles for k in range(first, end)}
    i = view.first
    while i < view.last:
        found = None
        if view.is_capital(i) and i not in taken and i not in inside:
            found = _vietnamese(view, i, firm, titles) or _foreign(view, i, taken, titles)
        if found:
            yield found
            titles = [title for title in titles if title[0] >= found.end]
        i = found.end if found else i + 1


def _vietnamese(view: View, i: int, taken: Collection[int], titles: list[tuple[int, int]]) -> Person | None:
    end = _vietnamese_end(view, i, taken)
    if not end:
        return None
    before, behind = role_before(view, i, titles), _role_behind(view, end, titles)
    is_sure = end - i >= 3 or before is not None or behind is not None or view.match_before(i, "honorific", 3) is not None
    return Person(i, end, _fuller(before, behind), True) if is_sure else None


def _fuller(before: tuple[int, int] | None, behind: tuple[int, int] | None) -> tuple[int, int] | None:
    """Of a title before and one behind the name the longer one."""
    if before and behind:
        return before if before[1] - before[0] >= behind[1] - behind[0] else behind
    return before or behind


def _foreign(view: View, i: int, taken: Collection[int], titles: list[tuple[int, int]]) -> Person | None:
    end = _foreign_end(view, i, taken)
    if view.match(i, "honorific") or view.match(end, "honorific"):
        return None
    if view.language == "fr" and view.has(i - 1, "title_link") and not view.match(i - 1, "honorific"):
        i = _behind_title(view, i, end)
    length = end - i
    if length < 1:
        return None
    before, behind = role_before(view, i, titles), _role_behind(view, end, titles)
    if view.language == "vi" and all(is_syllable(view.norm(k)) for k in range(i, end)):
        is_named = before is not None and before[1] == i and 2 <= length <= 3
        has_surname = any(fold(view.norm(k)) in folded_forms(view.lexicon, "surname") for k in range(i + 1, end - 1))
        return Person(i, end, before) if is_named and not has_surname else None
    if view.match_before(i, "honorific", 3):
        return Person(i, end, before or behind)
    if length > 1 and (before or behind or _speaks(view, i, end)):
        return Person(i, end, before or behind)
    is_titled = before is not None and before[1] == i and view.language != "vi" and any(stop == i for _, stop in titles)
    return Person(i, end, before) if is_titled else None


def _behind_title(view: View, i: int, end: int) -> int:
    """Where the name begins in a run that opens with the last words of a title: "… de la Coopération Internationale Zied Laadhari"."""
    first = i
    while end - i > _NAME and (i == first or view.norm(i).endswith(tuple(starts(view.lexicon, "adjective_ending")))):
        i += 1
    return i


def _vietnamese_end(view: View, i: int, taken: Collection[int]) -> int:
    """The token after a Vietnamese name at `i`, or 0."""
    if fold(view.norm(i)) not in folded_forms(view.lexicon, "surname"):
        return 0
    end = i + 1
    while end < view.last and end - i < 5 and end not in taken and view.is_capital(end) and view.gap(end) == 1 and is_syllable(view.norm(end)):
        end += 1
    return end if end - i >= 2 and not (view.is_capital(end) and view.gap(end) == 1 and end not in taken and end - i < 3) else 0


def _foreign_end(view: View, i: int, taken: Collection[int]) -> int:
    """The token after a run of capital words that can be a name; `i` when it cannot."""
    end = run_end(view, i)
    end = next((k for k in range(i + 1, end) if view.match(k, "honorific")), end)
    if any(k in taken or view.match(k, "no_person") or view.match(k, "body_last") or view.match(k, "body_head") for k in range(i, end)):
        return i
    word = view.quote(i, end)
    is_short = end - i == 1 or (view.language == "vi" and any(sign in word for sign in "-&"))
    if word.isupper() and len(word) > 1 and is_short:
        return i
    return end


def role_before(view: View, i: int, titles: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The title that stands before token `i`, with its complement: nothing but links and names between them."""
    address = view.match_before(i, "honorific", 3)
    if address and any(first == address.first for first, _ in titles):
        return (_widened(view, address.first), i)
    stop = address.first if address else i
    chosen: tuple[int, int] | None = None
    for first, end in reversed(titles):
        if end > stop or stop - end > _REACH:
            continue
        if not _is_title_phrase(view, end, chosen[0] if chosen else stop):
            break
        chosen = (first, stop if chosen is None else chosen[1])
    if chosen is None:
        return None
    last = chosen[1]
    while last > chosen[0] and view.norm(last - 1) in (",", "("):
        last -= 1
    return (_widened(view, chosen[0]), last)


def _is_title_phrase(view: View, start: int, end: int) -> bool:
    """Is what stands between a title and a name only its complement: "des Affaires étrangères", "de l'UE,"?"""
    for k in range(start, end):
        norm = view.norm(k)
        if norm in _HARD or view.match(k, "report_verb") or view.match(k, "light_verb") or view.match(k, "event_verb"):
            return False
        if norm == "," and not (k == end - 1 or view.match(k + 1, "title_head") or _is_list_comma(view, k)):
            return False
    return True


def _is_list_comma(view: View, k: int) -> bool:
    """A comma inside a title: "Bộ trưởng Văn hóa, Thể thao …", "ministre du Développement, de l'Investissement et …"."""
    return view.is_capital(k + 1) if view.language == "vi" else view.language == "fr" and view.has(k + 1, "of_word")


def _widened(view: View, first: int) -> int:
    """Words before the head that belong to the title: "former", "Deputy", "Foreign", "French"."""
    while first > view.first:
        before = view.match_before(first, "title_before", 2) or view.match_before(first, "demonym", 2)
        owner = view.match_before(first - 1, "territory", 4) if view.norm(first - 1) == "'s" else view.match_before(first, "territory", 4)
        before = before or (owner if view.language == "en" else None)
        if before is None:
            break
        first = before.first
    return first


def _role_behind(view: View, end: int, titles: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A title in apposition: ", chef de la délégation de la Commission", ", Phó Chủ tịch UBND tỉnh;"."""
    if view.norm(end) != ",":
        return None
    for first, stop in titles:
        between = range(end + 1, first)
        if first > end and len(between) <= _APPOSED and all(_is_of_title(view, k) for k in between):
            last = _phrase_end(view, stop, titles)
            return (end + 1, last) if last else None
        if first > end:
            break
    return None


def _is_of_title(view: View, k: int) -> bool:
    """May the word stand before a title in apposition? In English any word but a verb ("the bank's country director")."""
    if view.has(k, "title_link") or view.is_capital(k) or view.match(k, "title_before"):
        return True
    return (
        view.language == "en"
        and view.is_word(k)
        and not any(view.match(k, table) for table in ("report_verb", "light_verb", "event_verb", "pronoun"))
    )


def _phrase_end(view: View, stop: int, titles: list[tuple[int, int]]) -> int:
    """Where a title in apposition ends: before `;`, a verb, or a comma that opens no further title.

    0 when the titles lead to another name, to whom they belong ("Tập Cận Bình, Tổng Bí thư, Chủ tịch nước Tô Lâm").
    """
    k = stop
    while k < view.last:
        norm = view.norm(k)
        if norm in _HARD or view.match(k, "report_verb") or view.match(k, "light_verb"):
            break
        if norm == "," and not any(k < first <= k + 3 for first, _ in titles):
            break
        if view.language == "vi" and k > stop and any(end == k for _, end in titles) and _vietnamese_end(view, k, ()):
            return 0
        k += 1
    return k


def _speaks(view: View, i: int, end: int) -> bool:
    """Does a verb of acting or saying stand next to the run: "a justifié Peter Mandelson", "Emmanuel Macron a nommé"?"""
    verb = end + (view.norm(end) == "," and view.language == "fr")
    behind = any(view.match(verb, table) for table in ("report_verb", "event_verb", "light_verb"))
    return behind or view.match_before(i, "report_verb", 4) is not None or _is_met(view, i)


def _is_met(view: View, i: int) -> bool:
    """Does a verb of meeting stand shortly before the run: "avait reçu à l'Élysée Donald Trump"?"""
    found = (view.match(k, "event_verb") for k in range(max(view.first, i - _MET), i))
    return any(verb is not None and verb.entry.value == "meeting" for verb in found)
