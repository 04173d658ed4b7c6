"""The agency's dateline before a paragraph: place, day, outlet, and the dash, colon or bar that ends it.

The opening is cut at each separator near the start and accepted when nothing is left over: brackets hold an outlet or
a region, days are days, and every other part is a place or an outlet by its capitals. One sure sign at least is asked
for: a day, an outlet we know or in brackets, a place in capitals, or (before a dash) a place of the gazetteer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from postil.ingest.gazetteer import lands, places, without_accents
from postil.ingest.signals import fold, signals
from postil.ingest.stamps import stamps, without_times

_REACH: Final = 170
"""Characters at the start of a paragraph in which a dateline ends."""
_LONGEST: Final = 130
_FEWEST_AFTER: Final = 25
"""Characters of running text that a dateline leads."""
_PARAGRAPH: Final = 120
"""Characters of a whole paragraph."""
_MARKS: Final = r"(?:<[^<>\n]{1,160}>|&nbsp;|[*_\s\u200b])*"
_DASH: Final = r"(?:[-–—−]{1,3}|&(?:ndash|mdash|#821[12]);|(?<=\s)_(?=\s))"
_SIGNS: Final = re.compile(r"[-–—−:|)\]_&\d]")
"""Without one of these nothing ends a dateline."""
_TAGS: Final = re.compile(r"(?:<(?!b>|strong>)[^<>\n]{1,160}>\s*)*")
_LEAD: Final = re.compile(_MARKS)
_STOP: Final = re.compile(r"(?P<place>[^\W\d_a-z][^\n.:;!?]{2,30})(?P<stop>\.)\s+(?=[^\W\d_a-z]|[\"“«])")
""" "FRANCE. Une délégation …", "HANOI, Vietnam. Officials …": a place in capitals before a stop."""
_CAPITALS: Final = re.compile(r"(?P<name>[^\W\d_a-z]{5,12}) (?=\w)")
_MORE: Final = re.compile(r"(?:read more|more|lire la suite|xem thêm)(?=\()", re.IGNORECASE)
_END: Final = re.compile(rf"{_MARKS}(?:(?P<dash>{_DASH})|(?P<colon>:)|(?P<bar>\|)|/(?P<wire>[A-Z][A-Za-z -]{{2,30}})/\s*{_DASH}*)")
_BRACKETS: Final = re.compile(r"\(([^()\[\]\n]{1,60})\)|\[([^()\[\]\n]{1,60})\]")
_BOLD_LABEL: Final = re.compile(rf"(?:\*\*|<(?:b|strong)>)\s*\[(?P<name>[^\[\]\n]{{2,50}})\]\s*(?:\*\*|</(?:b|strong)>)(?!\()\s*{_DASH}?")
_PARTS: Final = re.compile(r"[,/;|=+]| [-–—] | (?:and|et|và|to) ")
_PIECES: Final = re.compile(r"[,/;|=+•·]|\s[-–—]\s|\s(?:and|et|và)\s")
_DATE_END: Final = re.compile(r"\s+(?=[A-ZÀ-ỸĐ“\"«‘'])")
_INNER: Final = frozenset(
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "of",
        "the",
        "d'",
        "sur",
        "en",
        "in",
        "upon",
        "&",
        "al",
        "el",
        "st",
        "thời",
        "sự",
        "tin",
        "tức",
        "ligne",
        "điện",
        "tử",
    }
)
_SITE: Final = re.compile(r"[\w-]{2,30}\.(?:vn|com|net|org|info|fr|ci|sn|ml|cm|ma|dz|tn)(?:\.vn)?")
_OUTLET: Final = frozenset("the le la báo đài agence agency news times online press post radio tv ligne điện".split())


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words before a separator are: how many places, and which sure signs.

    `has_outlet` is one we know, `has_brackets` an unknown name in brackets, `is_date` says that there is nothing else.
    """

    has_day: bool
    has_outlet: bool
    has_brackets: bool
    has_capitals: bool
    is_known: bool
    places: int
    is_date: bool


def dateline(text: str, *, is_opening: bool) -> tuple[int, int]:
    """`[start, end)` of the dateline at the start of a paragraph, with its separator, without tags; (0, 0) for none.

    `is_opening`: one of the first paragraphs of the text, where weaker signs are enough.
    """
    if not _SIGNS.search(text, 0, _REACH):
        return (0, _stopped(text)) if is_opening else (0, 0)
    tags = _TAGS.match(text)
    opening = tags.end() if tags else 0
    label = _BOLD_LABEL.match(text, opening)
    if label and _is_label(label["name"]) and len(text) - label.end() >= _FEWEST_AFTER:
        return opening, opening + len(label[0].rstrip())
    lead = _LEAD.match(text, opening)
    start = lead.end() if lead else opening
    more = _MORE.match(text, start)
    start = more.end() if more else start
    is_opening = is_opening or more is not None
    head = text[: start + _REACH]
    found = 0
    for end in _END.finditer(head, start + 1):
        if end.start() - start > _LONGEST or (end["dash"] and _is_inside_word(head, end)):
            continue
        if _is_accepted(text, start, end, is_opening):
            found = end.end()
    found = found or _without_separator(text, start, is_opening) or (_stopped(text) if is_opening else 0)
    return (opening, found) if found else (0, 0)


def _is_accepted(text: str, start: int, end: re.Match[str], is_opening: bool) -> bool:
    after = text[end.end() :].lstrip(" *_\u00a0\t")
    reading = _reading(text[start : end.start()].strip(" *_\u00a0"))
    if reading is None or len(after) < _FEWEST_AFTER or not _may_begin(after):
        return False
    if end["wire"]:
        return reading.has_day or reading.has_capitals
    if reading.has_outlet:  # "Reuters: Minister, what …" is a question
        return not end["colon"] or reading.has_day or reading.has_brackets or reading.places > 0
    is_placed = reading.has_day or reading.has_capitals or reading.is_known
    if reading.has_brackets:
        return is_opening and (not reading.places or is_placed) and not (end["colon"] and not is_placed)
    if reading.has_day:
        return reading.places > 0 or (is_opening and reading.is_date)
    if end["colon"]:
        return is_opening and (_is_place_with_colon(text[start : end.start()], after) or (reading.has_capitals and reading.is_known))
    return is_opening and (reading.has_capitals or (reading.is_known and bool(end["dash"])))


def _is_place_with_colon(word: str, after: str) -> bool:
    """ "Vijayawada: A 90-member delegation …": one name that is no label, and a paragraph after it, as Indian papers print it."""
    is_name = word.isalpha() and word[0].isupper() and word[1:].islower() and len(word) >= 4
    return is_name and fold(word) not in signals().labels.whole and len(after) >= _PARAGRAPH and after[:1].isupper() and after.isascii()


def _without_separator(text: str, start: int, is_opening: bool) -> int:
    """ "Nairobi, May 23 Heavy rains …", "LAGOS (AFP) Police …": a place with a day or an agency, and then a new capital."""
    if not is_opening:
        return 0
    best = 0
    for end in _DATE_END.finditer(text[: start + _LONGEST // 2], start + 3):
        before = text[start : end.start()]
        if not (before[-1].isdigit() or before[-1] in ")]."):
            continue
        reading = _reading(before.strip(" *_"))
        if reading is None:
            continue
        is_agency = reading.has_outlet and before[-1] in ")]" and (reading.places > 0 or before[0] in "([" or "-" in before)
        is_agency |= before[0] == "[" and before[-1] == "]" and reading.has_brackets and reading.places == 0 and " " in before
        if (is_agency or (reading.places > 0 and reading.has_day)) and len(text) - end.end() >= _FEWEST_AFTER:
            best = end.start()
    return best


def _stopped(text: str) -> int:
    """Where a place in capitals ends that has a stop after it, or an outlet's short name in capitals with nothing after it; 0 for none."""
    match = _STOP.match(text)
    if match and len(text) - match.end() >= _FEWEST_AFTER:
        parts = [part.strip() for part in match["place"].split(",")]
        return match.end("stop") if _is_in_capitals(parts[0]) and all(without_accents(fold(part)) in lands() for part in parts) else 0
    name = _CAPITALS.match(text)
    if name is None or not name["name"].isupper() or not text[name.end()].isupper() or len(text) - name.end() < _FEWEST_AFTER:
        return 0
    outlet = fold(name["name"])
    return name.end("name") if outlet in signals().agency.whole and outlet not in signals().common_agency.whole else 0


def _is_inside_word(text: str, end: re.Match[str]) -> bool:
    """A hyphen with a letter right before and after it, or between digits."""
    at = end.start("dash")
    before, after = text[at - 1 : at], text[end.end("dash") : end.end("dash") + 1]
    return len(end["dash"]) == 1 and before.isalnum() and (after.isalnum() or not after)


def _may_begin(after: str) -> bool:
    first = next((sign for sign in after if sign.isalnum() or sign == "&"), "")
    return first.isupper() or first.isdigit() or first == "&"


def _is_label(name: str) -> bool:
    """ "Hà Nội - Kyodo", "AFP = Thời sự": parts that begin with a capital, one of them a place or an outlet."""
    parts = [part.strip() for part in _PIECES.split(name) if part and part.strip()]
    folded = [fold(part) for part in parts]
    is_named = any(part in signals().agency.whole or part in places() for part in folded)
    return bool(parts) and is_named and all(part[0].isupper() and len(part.split()) <= 4 for part in parts)


def _reading(words: str) -> _Reading | None:
    """The parts of a possible dateline; None where a part is neither day nor outlet nor name."""
    if not words or not (words[0].isalnum() or words[0] in "(["):
        return None
    brackets = _brackets(words)
    if brackets is None:
        return None
    rest = _BRACKETS.sub(" ", words)
    undated = without_days(rest)
    has_day = undated != rest or brackets.has_day
    parts = [part.strip(" .\u00a0") for part in _PARTS.split(undated)]
    named = [part for part in parts if any(map(str.isalpha, part))]
    is_date = has_day and not named and any(map(str.isdigit, words))
    if any(map(str.isdigit, undated)) or not all(map(_is_name, named)) or not (named or brackets.names or is_date):
        return None
    lands = [part for part in named if not _is_outlet(part)]
    if len(lands) > 4:
        return None
    return _Reading(
        has_day=has_day,
        has_outlet=brackets.is_known or len(lands) < len(named),
        has_brackets=brackets.names > 0,
        has_capitals=bool(lands) and _is_in_capitals(lands[0]),
        is_known=any(fold(part) in places() for part in lands),
        places=len(lands),
        is_date=is_date,
    )


@dataclass(frozen=True, slots=True)
class _Brackets:
    has_day: bool
    names: int
    is_known: bool


def _brackets(words: str) -> _Brackets | None:
    """What the brackets of an opening hold; None where one holds other text than a day or a name."""
    has_day = is_known = False
    names = 0
    for match in _BRACKETS.finditer(words):
        inner = (match[1] or match[2]).strip()
        undated = without_days(inner)
        bare = undated.strip(" ,.-–—")
        has_day |= undated != inner
        if bare and not _is_bracket(bare):
            return None
        names += bool(bare)
        is_known |= bool(bare) and _is_agency(bare)
    return _Brackets(has_day, names, is_known)


def _is_agency(name: str) -> bool:
    """Are all parts of `name` ("VNA/CVN", "Reuters, AFP") agencies or outlets we know?"""
    known = signals().agency.whole
    parts = [part.strip() for part in _PIECES.split(name) if part and part.strip()]
    return fold(name) in known or (bool(parts) and all(fold(part) in known for part in parts))


def _is_bracket(name: str) -> bool:
    """An outlet in brackets: known, or a short name with a capital and no sentence sign."""
    if _is_agency(name):
        return True
    is_short = len(name.split()) <= 5 and not any(sign in '!?"“»:' for sign in name) and sum(map(str.isdigit, name)) <= 1
    return is_short and (name[0].isupper() or "." in name[1:-1])


def _is_name(part: str) -> bool:
    """One to five words with capitals ("Ho Chi Minh City", "N.Y.", "Abidjan"), none of them only grammar."""
    words = part.split()
    if not 1 <= len(words) <= 5 or fold(part) in signals().agency.whole or _SITE.fullmatch(part):
        return len(words) <= 5
    is_grammar = fold(words[0]) in signals().function_words["en"] | signals().function_words["fr"] and not part.isupper() and len(words) < 3
    return not is_grammar and all(word[0].isupper() or fold(word) in _INNER for word in words) and words[0][0].isupper()


def _is_outlet(part: str) -> bool:
    folded = fold(part)
    is_agency = folded in signals().agency.whole and folded not in signals().common_agency.whole
    is_known = is_agency or _SITE.fullmatch(folded) is not None
    is_joined = folded.split("-")[0] in signals().agency.whole and part.rpartition("-")[2][:1].isupper()  # "APA-Dakar"
    return is_known or is_joined or (len(part.split()) >= 2 and bool(_OUTLET & set(folded.split())))


def _is_in_capitals(name: str) -> bool:
    letters = "".join(filter(str.isalpha, name))
    return len(letters) >= 3 and letters.isupper()


def without_days(text: str) -> str:
    """`text` without full dates, days of a month, weekdays and times."""
    rest = _days().sub(" ", text)
    for stamp in reversed(stamps(rest)):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    return without_times(rest) if rest != text else rest


@cache
def _days() -> re.Pattern[str]:
    """ "May 23", "23 May 2024", "le lundi 3 mars", "ngày 20/12", "Monday"."""
    months = "|".join(sorted((re.escape(name) for name in signals().months if " " not in name), key=len, reverse=True))
    weekdays = "|".join(sorted((re.escape(day) for day in signals().weekdays.whole if len(day) > 2), key=len, reverse=True))
    year = r"(?:,?\s(?:19|20)\d\d)?"
    return re.compile(
        rf"(?:\b(?:le|on|ngày|date)\s)?(?:\b(?:{weekdays})\b\.?,?\s*)?(?:\b(?:le|ngày)\s)?"
        rf"(?:\b(?:{months})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d){year}|\b\d{{1,2}}(?:er|st|nd|rd|th)?\s(?:{months})\b\.?{year}"
        rf"|(?<![\d/.-])\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?(?:19|20)\d\d)?(?![\d/])|\b\d{{1,2}}\stháng\s\d{{1,2}}(?:\snăm\s(?:19|20)\d\d)?"
        rf"|(?<!\d)(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d))|\b(?:{weekdays})\b",
        re.IGNORECASE,
    )
