"""Phrases that name what is measured: terms of the code list, and heads ("xuất khẩu") with their topics ("gạo").

What no code list can hold is made of parts: "kim ngạch xuất khẩu da giày", "exportations de chaussures en cuir" and
"leather footwear exports" all give `leather_footwear_exports`. The parts are in `measures.toml` of each language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from postil.base.fold import fold
from postil.domain.codebook import shipped
from postil.suggest.doc import Quantity, Sentence
from postil.suggest.figures.codes import terms
from postil.suggest.figures.pairs import Phrase
from postil.suggest.figures.plurals import plural
from postil.suggest.figures.sight import Sight
from postil.suggest.figures.subjects import subject_topic
from postil.suggest.lexicon import Match

_WINDOW: Final = 80
"""Tokens on each side of a figure in which phrases are looked at: what keeps a sentence of any length linear."""
_TOPICS: Final = 3
_RAW: Final = 2
"""Words of an English phrase that no list holds."""
_HEADING: Final = 8
_PURPOSE: Final = 8
_SEARCHED: Final = 5
"""Tokens behind "for" in which what an amount is for begins."""
_NOTHING: Final = "-"
_OWNS: Final = frozenset({"'s", "'"})
_OWNER: Final = 5
_MARKET: Final = {"share_of_markets": "market_share", "share_of_market": "market_share"}
_PLANS: Final = frozenset({"plan", "target"})
"""A percent of these tells how far another thing has come."""
_STATES: Final = frozenset({"disbursed"})
"""What is done to money that makes an indicator of its own."""
_ANY: Final = frozenset({"money", "percent", "count", "measure"})


def phrases(sight: Sight, rank: int, around: int) -> list[Phrase]:
    """The phrases of a sentence near token `around`, in order, nested ones included; each sentence is read once."""
    found = sight.phrases.get(rank)
    if found is None:
        found = sight.phrases[rank] = sorted(_read(sight, sight.doc.sentences[rank]), key=_first_of)
    low, high = bisect_left(found, around - _WINDOW, key=_first_of), bisect_left(found, around + _WINDOW, key=_first_of)
    return found[low:high]


def topics_behind(sight: Sight, at: int, stop: int, links: str = "measure_link") -> tuple[list[str], int]:
    """The topics from token `at` on, over the words of `links` ("de", "của"), and the last token they take (`at` - 1 for none)."""
    found: list[str] = []
    last = at - 1
    while at < stop and len(found) < _TOPICS:
        topic = sight.match(at, "measure_topic", stop)
        if topic is None:
            link = sight.match(at, links, stop)
            if link is None:
                break
            at = link.end
            continue
        if topic.entry.value != _NOTHING:
            found.append(str(topic.entry.value))
            last = topic.last
        at = topic.end
    return found, last


def purpose_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> tuple[list[str], int]:
    """What an amount is for, in English order, from the words behind it ("for fertilizer", "vào dự án nhà ở")."""
    _, stop = sight.clause(quantity, sentence)
    for i in range(quantity.last + 1, min(stop, quantity.last + 1 + _PURPOSE)):
        opener = sight.match(i, "for_word", stop)
        if opener is None or opener.end in sight.amounts:
            continue
        for at in range(opener.end, min(opener.end + _SEARCHED, stop)):
            if at in sight.amounts:
                break
            names, last = topics_behind(sight, at, stop)
            if names:
                return _in_order(names, sight.language), last
    return [], quantity.last


def topics_around(sight: Sight, head: Match, sentence: Sentence) -> tuple[list[str], int, int]:
    """The topics beside a head, in English order, with the first and last token of the phrase."""
    before, first = _mods(sight, head.first, sentence.first) if sight.language == "en" else ([], head.first)
    behind, last = topics_behind(sight, head.end, sentence.last)
    return [*_in_order(behind, sight.language), *before], first, last


def stuff_of(sight: Sight, quantity: Quantity, sentence: Sentence) -> tuple[list[str], int]:
    """What a weight or length is of, from the words right behind it ("tấn gạo", "tonnes of steel", "kilometre road")."""
    first = quantity.last + 1
    names, last = topics_behind(sight, first, sentence.last)
    if names or sight.language != "en":
        return _in_order(names, sight.language), last
    at = first + 1 if sight.norm(first) == "of" else first
    end = at
    while end < min(sentence.last, at + _RAW) and _is_plain(sight, end):
        end += 1
    return [fold(sight.norm(i)) for i in range(at, end)], end - 1


def topics_within(sight: Sight, first: int, stop: int) -> list[str]:
    """The topics named between two tokens, in English order."""
    found = [str(match.entry.value) for match in sight.find("measure_topic", first, stop) if match.entry.value != _NOTHING]
    return _in_order(found[-_TOPICS:], sight.language)


def share_phrase(sight: Sight, quantity: Quantity, sentence: Sentence) -> Phrase | None:
    """ "92% of all exports", "18 % de son commerce extérieur", "chiếm 92% tổng kim ngạch xuất khẩu": a share of what is named behind."""
    if quantity.kind != "percent":
        return None
    opener = sight.match(quantity.last + 1, "share_of_word", sentence.last)
    if opener is None and sight.language != "vi":
        return None
    first = _owned(sight, opener.end, sentence.last) if opener else quantity.last + 1
    for at in range(first, min(first + (4 if opener else 1), sentence.last)):
        if not sight.is_word(at) or at in sight.amounts:
            return None
        head = sight.match(at, "measure_head", sentence.last)
        names, last = topics_behind(sight, head.end if head else at, sentence.last)
        if names and not head and sight.language == "en":
            head = sight.match(last + 1, "measure_head", sentence.last)
        noun = None if head else terms("counted", _language(sight)).match(sight.doc.tokens, at, "counted", sentence.last)
        if noun and noun.entry.value in _PLANS:
            return None
        if noun and noun.last >= last:
            names, last = [plural(str(noun.entry.value))], noun.last
        value = [str(head.entry.value)] if head and head.entry.value != _NOTHING else []
        if value or names:
            slug = slug_of(["share of", *_in_order(names, sight.language), *value])
            slug = _MARKET.get(slug, slug)
            return Phrase(slug, at, max(last, head.last if head else at), frozenset({"percent"}), is_known=slug in shipped("indicators").by_id)
    return None


def _owned(sight: Sight, at: int, stop: int) -> int:
    """ "of Kenya's exports": the token behind the owner."""
    owner = next((i for i in range(at, min(at + _OWNER, stop)) if sight.norm(i) in _OWNS or sight.norm(i).endswith("'s")), None)
    is_owner = owner is not None and not any(i in sight.amounts for i in range(at, owner)) and sight.language == "en"
    return owner + 1 if owner is not None and is_owner else at


def _language(sight: Sight) -> str:
    return sight.language if sight.language in ("en", "fr", "vi") else "en"


def _read(sight: Sight, sentence: Sentence) -> Iterator[Phrase]:
    index = terms("indicators", _language(sight))
    generic = _generic(sight)
    for i in range(sentence.first, sentence.last):
        for match in index.matches(sight.doc.tokens, i, "indicators", sentence.last) if i not in sight.amounts else ():
            code = str(match.entry.value)
            unit = str(match.entry.get("unit"))
            named = unit == "count" and _is_name(sight, match.first, sentence)
            yield Phrase(code, match.first, match.last, frozenset({unit}), is_generic=code in generic, is_name=named)
    for head in sight.find("measure_head", sentence.first, sentence.last):
        yield from _composed(sight, head, sentence, generic)


def _is_name(sight: Sight, first: int, sentence: Sentence) -> bool:
    """ "Hiệp định Thương mại": does the term begin a name, in a sentence that is not all capitals?"""
    tokens = sight.doc.tokens
    return tokens[first].capital and first > sentence.first and sight.is_word(first - 1) and not tokens[first - 1].capital


def _composed(sight: Sight, head: Match, sentence: Sentence, generic: frozenset[str]) -> Iterator[Phrase]:
    value = str(head.entry.value)
    if value == _NOTHING or head.last in sight.amounts:
        return
    is_verb = bool(head.entry.get("verb"))
    before, first = _mods(sight, head.first, sentence.first) if sight.language == "en" and not is_verb else ([], head.first)
    behind, last = topics_behind(sight, head.end, sentence.last)
    if is_verb and any(True for _ in sight.find("measure_head", head.end, last + 1)):
        behind, last = [], head.last
    if sight.language == "en" and not behind and not is_verb:
        behind, last = _raw_behind(sight, head.last if sight.norm(head.last) == "of" else head.end, sentence.last)
        last = max(last, head.last)
    act = sight.match(last + 1, "measure_act", sentence.last) if sight.language == "vi" else None
    act = act if act and act.entry.value in _STATES else None
    names = [*_in_order(behind, sight.language), *before] or _heading(sight, head.first, sentence)
    topics = len(names)
    names = names or subject_topic(sight, head.first, sentence, value, is_verb)
    state = [str(act.entry.value)] if act else []
    slug, bare = slug_of([*names, value, *state]), slug_of([value, *state])
    known = slug in shipped("indicators").by_id
    units = frozenset(str(unit) for unit in head.entry.get("units", ())) or _ANY
    yield Phrase(slug, first, act.last if act else last, units, topics, known, not names and value in generic, is_verb, bare=bare)


def _heading(sight: Sight, at: int, sentence: Sentence) -> list[str]:
    """The topic that heads the item or is put first: "**Engrais** : les prix …", "Về mặt hàng túi xách, …"."""
    stop = min(at, sentence.first + _HEADING)
    for i in range(sentence.first, stop):
        topic = sight.match(i, "measure_topic", stop)
        if topic and topic.entry.value != _NOTHING and _is_heading(sight, topic, sentence):
            return [str(topic.entry.value)]
    return []


def _is_heading(sight: Sight, topic: Match, sentence: Sentence) -> bool:
    after = next((sight.norm(i) for i in range(topic.end, min(topic.end + 4, sentence.last)) if sight.norm(i) != "*"), "")
    if after == ":":
        return True
    return sight.before(topic.first, "about_word") is not None


def _in_order(topics: list[str], language: str) -> list[str]:
    """English puts the narrower word first: "exportations de riz parfumé" is of fragrant rice."""
    return topics[::-1] if language != "en" else topics


def slug_of(parts: list[str]) -> str:
    """One id of English words, none twice."""
    words: list[str] = []
    for part in parts:
        words += [word for word in part.replace(" ", "_").replace("-", "_").split("_") if word and word not in words]
    return "_".join(words)


def _mods(sight: Sight, at: int, floor: int) -> tuple[list[str], int]:
    """The topics and plain words before an English head ("crude palm oil exports"), and the first token they take."""
    found: list[str] = []
    raw = 0
    first = at
    while at > floor and len(found) < _TOPICS:
        topic = sight.before(at, "measure_topic")
        if topic and topic.first >= floor:
            if topic.entry.value != _NOTHING:
                found.insert(0, str(topic.entry.value))
                first = topic.first
            at = topic.first
            continue
        if raw >= _RAW or not _is_plain(sight, at - 1):
            break
        found.insert(0, fold(sight.norm(at - 1)))
        raw += 1
        at = first = at - 1
    return found, first


def _raw_behind(sight: Sight, at: int, stop: int) -> tuple[list[str], int]:
    """ "production of garlic": plain words behind "of"."""
    if sight.norm(at) != "of" or at + 1 >= stop:
        return [], at - 1
    start = at + 1
    while start < stop and sight.norm(start) in ("the", "a", "an", "its", "their", "all"):
        start += 1
    end = start
    while end < min(stop, start + _RAW) and _is_plain(sight, end):
        end += 1
    return ([fold(sight.norm(i)) for i in range(start, end)], end - 1) if end > start else ([], at - 1)


def _is_plain(sight: Sight, i: int) -> bool:
    """Is token `i` a common word that may name a topic?"""
    norm = sight.norm(i)
    if not norm.isalpha() or len(norm) < 3 or i in sight.amounts or sight.doc.tokens[i].capital or norm.endswith(("ed", "ly")):
        return False
    tables = ("figure_stop", "change_verb", "modal_word", "label_verb", "target_word", "need_word", "premodifier", "measure_head", "measure_act")
    return not sight.is_function(i) and not any(sight.match(i, table, i + 1) for table in tables)


@lru_cache(maxsize=8)
def _generic_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(forms)


def _generic(sight: Sight) -> frozenset[str]:
    return _generic_of(tuple(form for entry in sight.lexicon.table("measure_generic") for form in entry.forms))


def _first_of(phrase: Phrase) -> int:
    return phrase.first
