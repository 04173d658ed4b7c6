"""The noun that a count counts: the head of the phrase behind the number, by the habits of each language.

English puts modifiers first ("700 economic diplomacy activities"), French puts adjectives last ("quinze patrimoines
culturels immatériels"), Vietnamese has no plural ("60 hoạt động đối ngoại"); the code list `counted` knows the usual ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from postil.base.fold import fold
from postil.suggest.doc import Quantity
from postil.suggest.figures.codes import terms
from postil.suggest.figures.sight import Sight
from postil.suggest.lexicon import Match

_REACH: Final = {"en": 7, "fr": 4, "vi": 4}
_FRENCH_LINKS: Final = frozenset({"de", "d'"})
_FRENCH_ADJECTIVES: Final = (
    *(
        "aux",
        "ales",
        "iques",
        "iens",
        "iennes",
        "ifs",
        "ives",
        "elles",
        "els",
        "aires",
        "eux",
        "euses",
        "ants",
        "antes",
        "ents",
        "entes",
        "és",
        "ées",
    ),
    *("ables", "ibles", "ais", "aises", "ois", "oises", "ains", "aines", "clés", "russes", "jeunes", "ines"),
)
_NO_PLURAL: Final = frozenset(
    {
        "is",
        "was",
        "has",
        "its",
        "this",
        "us",
        "as",
        "less",
        "across",
        "plus",
        "dans",
        "sans",
        "mais",
        "très",
        "puis",
        "depuis",
        "alors",
        "autres",
        "others",
    }
)


@dataclass(frozen=True, slots=True)
class Noun:
    """Tokens `first` to `last` are the phrase; `code` is its id in the code list, else made of its head.

    `topics` are the words of the phrase beside the head, in English order; `words` those of an English head as written.
    """

    first: int
    last: int
    code: str
    is_known: bool
    topics: tuple[str, ...] = ()
    words: str = ""


def noun_after(sight: Sight, quantity: Quantity) -> Noun | None:
    """The counted noun phrase behind a quantity; None where nothing is counted."""
    sentence = sight.sentence(quantity)
    at = quantity.last + 1
    if quantity.hedge and quantity.hedge[0] > quantity.number.start:
        at = quantity.number.last + 1
    if sentence is None:
        return None
    stop = min(sentence.last, at + 12)
    at = _opened(sight, at, stop)
    if at >= stop:
        return None
    language = sight.language if sight.language in _REACH else "en"
    if language != "vi" and quantity.number.value == 1 and not quantity.number.in_words:
        return _singular_noun(sight, quantity, at, stop, language)
    return {"en": _english, "fr": _french, "vi": _vietnamese}[language](sight, at, stop)


def _singular_noun(sight: Sight, quantity: Quantity, at: int, stop: int, language: str) -> Noun | None:
    """ "1 death", "1 appartement": a known noun behind a one in digits that names no phase, league or road."""
    first = quantity.first
    known = terms("counted", language).match(sight.doc.tokens, at, "counted", stop)
    is_number_of_name = first > 0 and sight.is_word(first - 1) and sight.doc.tokens[first - 1].capital
    return _named(sight, at, known.last) if known and not is_number_of_name else None


def _opened(sight: Sight, at: int, stop: int) -> int:
    """Skip what may stand between number and noun: quotes, emphasis, French "de" behind a scale or "centaine"."""
    while at < stop and sight.norm(at) in ('"', "«", "'", "*", "_"):
        at += 1
    if sight.language == "fr" and sight.norm(at) in _FRENCH_LINKS:
        at += 1
    if sight.language == "en" and sight.norm(at) == "of":
        return _behind_of(sight, at)
    return at


def _behind_of(sight: Sight, at: int) -> int:
    """ "a dozen of", and "fifteen of the 63 provinces": the noun stands behind the whole."""
    inner = at + 2 if sight.match(at + 1, "definite", at + 2) else at + 1
    if sight.norm(inner)[:1].isdigit() and sight.is_word(inner + 1):
        return inner + 1
    return at + 1 if sight.match(at - 1, "number") and sight.norm(at - 1) in ("dozen", "dozens") else at


def _english(sight: Sight, at: int, stop: int) -> Noun | None:
    plural = -1
    for i in range(at, min(stop, at + _REACH["en"])):
        if sight.norm(i) == "-" and sight.context.is_glued(i) and sight.context.is_glued(i + 1):
            continue
        if not _goes_on(sight, i, plural):
            break
        if _is_plural(sight, i):
            plural = i
        elif plural >= 0:
            break
    if plural < 0:
        return None
    return _named(sight, at, plural)


def _goes_on(sight: Sight, i: int, plural: int) -> bool:
    """May the English noun phrase hold token `i`?"""
    if sight.norm(i) in ("and", "&") and plural < 0:
        return sight.is_word(i + 1)
    if not sight.is_word(i):
        return False
    if sight.match(i, "premodifier", i + 1):
        return plural < 0
    return not sight.is_function(i) and not sight.match(i, "bare_after", i + 1)


def _is_plural(sight: Sight, i: int) -> bool:
    norm = sight.norm(i)
    if sight.match(i, "plural", i + 1):
        return True
    return len(norm) > 2 and norm[-1] == "s" and norm[-2:] not in ("ss", "us") and norm not in _NO_PLURAL


def _french(sight: Sight, at: int, stop: int) -> Noun | None:
    head = at
    while head < stop and sight.match(head, "premodifier", head + 1) and sight.is_word(head + 1):
        head += 1
    if head >= stop or not sight.is_word(head) or sight.is_function(head):
        return None
    known = terms("counted", "fr").match(sight.doc.tokens, head, "counted", stop)
    norm = sight.norm(head)
    if not known and not (len(norm) > 2 and norm[-1] in "sxz" and norm not in _NO_PLURAL):
        return None
    last = known.last if known else head
    while last + 1 < min(stop, head + _REACH["fr"]) and _is_french_adjective(sight, last + 1):
        last += 1
    return _named(sight, at, last)


def _is_french_adjective(sight: Sight, i: int) -> bool:
    return sight.is_word(i) and not sight.is_function(i) and sight.norm(i).endswith(_FRENCH_ADJECTIVES) and sight.context.is_near(i)


def _vietnamese(sight: Sight, at: int, stop: int) -> Noun | None:
    if not sight.is_word(at) or sight.is_function(at) or sight.match(at, "bare_after", stop):
        return None
    known = terms("counted", "vi").match(sight.doc.tokens, at, "counted", stop)
    last = known.last if known else at
    limit = min(stop, at + _REACH["vi"])
    while not known and last + 1 < limit and sight.is_word(last + 1) and not sight.is_function(last + 1) and not sight.match(last + 1, "vi_verb"):
        last += 1
    return _named(sight, at, last)


def _named(sight: Sight, first: int, last: int) -> Noun:
    """The phrase with its code: the longest known term that ends it, else the folded words of its head."""
    language = sight.language if sight.language in _REACH else "en"
    index = terms("counted", language)
    starts = range(first, last + 1) if language != "vi" else (first,)
    for start in starts:
        known = index.match(sight.doc.tokens, start, "counted", last + 1)
        if known and (known.last == last or language != "en"):
            written = "_".join(fold(sight.norm(i)) for i in range(known.first, known.last + 1)) if language == "en" else ""
            return Noun(
                first, last, str(known.entry.value), True, _topics(sight, first, last, known), written if _is_plural(sight, known.last) else ""
            )
    words = [fold(sight.norm(i)) for i in range(first, last + 1) if sight.is_word(i) and not sight.is_function(i)]
    words = words[-2:] if language == "en" else words[:2]
    if language == "en" and words:
        words[-1] = _singular(words[-1])
        more = tuple(fold(sight.norm(i)) for i in range(first, last + 1) if _is_modifier(sight, i))
        return Noun(first, last, "_".join(word for word in words if word.isidentifier()), False, more[-4:-2])
    glossed = _glossed(sight, first, last)
    return Noun(first, last, glossed or "_".join(word for word in words if word.isidentifier()), False)


def _glossed(sight: Sight, first: int, last: int) -> str:
    """An unknown French or Vietnamese noun in English, by the vocabulary of topics."""
    head = sight.match(first, "measure_topic", last + 1)
    if head is None or head.entry.value == "-":
        return ""
    return str(head.entry.value).replace(" ", "_")


def _topics(sight: Sight, first: int, last: int, known: Match) -> tuple[str, ...]:
    """What the words of the phrase beside the known noun say, in English: "affordable", "public"."""
    if sight.language == "en":
        return tuple(fold(sight.norm(i)) for i in range(first, known.first) if _is_modifier(sight, i))[-2:]
    behind = [str(match.entry.value) for match in sight.find("measure_topic", known.last + 1, last + 1) if match.entry.value != "-"]
    return tuple(behind[::-1])


def _is_modifier(sight: Sight, i: int) -> bool:
    is_plain = sight.is_word(i) and not sight.doc.tokens[i].capital and not sight.is_function(i)
    return is_plain and not sight.match(i, "premodifier", i + 1)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
