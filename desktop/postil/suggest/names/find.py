"""The stage that fills `Doc.names`: countries, places, bodies, persons and titles that stand for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from postil.suggest.doc import Doc, Name, Sentence
from postil.suggest.lexicon import LANGUAGES, Lexicon
from postil.suggest.names.bodies import bodies, is_exact, short_form
from postil.suggest.names.persons import Person, persons, role_before
from postil.suggest.names.words import View, is_syllable, look, run_end

_PIECE: Final = 256
"""Tokens of a sentence that are looked at together; real sentences are shorter."""
_INITIALS: Final = 2
_WORDS: Final = 4
"""A name has so many words before its last one."""
_ORDER: Final = {"country": 0, "place": 1, "body": 2}
Claim = tuple[int, int, str, str]
"""First token, token after the last, kind, ISO code."""
Known = set[tuple[str, ...]]
"""The words of names by which persons may be mentioned again."""


def views(doc: Doc) -> Iterator[tuple[Sentence, View]]:
    """Every sentence of `doc` as the name and event rules look at it; one without end comes in pieces.

    Rules compare what stands in one piece pair by pair, so that its length bounds their work.
    """
    if doc.views:
        yield from doc.views
        return
    loaded: dict[str, Lexicon] = {}
    for sentence in doc.sentences:
        language = sentence.language if sentence.language in LANGUAGES else LANGUAGES[0]
        if language not in loaded:
            loaded[language] = Lexicon.load(language, doc.folder)
        for first in range(sentence.first, sentence.last, _PIECE):
            span = (first, min(first + _PIECE, sentence.last))
            yield sentence, look(doc.shadow, doc.tokens, loaded[language], language, span)


def names(doc: Doc) -> tuple[Name, ...]:
    """The field `Doc.names` for `doc`, which has tokens and sentences: names in reading order, without overlap.

    A person's `role_span` is the title as written; `code` of a person or body is the country its title or name
    shows. Kind `role` is a title that stands for a person ("the agriculture minister", "Thủ tướng"). Later mentions
    by one part of a name ("Phuc", "M. Nath") are persons too.
    """
    found: list[tuple[View, list[Claim], list[Person]]] = []
    for _, view in views(doc):
        places = _longest([*_places(view), *_known_bodies(view)])
        taken = {k for first, end, _, _ in places for k in range(first, end)}
        firm = {k for first, end, _, _ in places if end - first > 1 for k in range(first, end)}
        if view.language == "en":
            taken |= {k for first, end in bodies(view, ()) for k in range(first, end)}
        people = list(persons(view, taken, firm))
        places = _longest([*places, *_unknown_places(view, taken, {k for person in people for k in range(person.first, person.end)})])
        busy = {k for person in people for k in range(person.first, person.end)}
        claims = _longest([*places, *((first, end, "body", "") for first, end in bodies(view, busy))])
        claims = _longest([*claims, *_unknown_actors(view, busy | {k for claim in claims for k in range(claim[0], claim[1])})])
        found.append((view, claims, people))
    known = _known_parts(found)
    shorts = {short for view, claims, _ in found for _, end, kind, _ in claims if kind == "body" and (short := short_form(view, end))}
    out: list[Name] = []
    for view, claims, people in found:
        fitting = [claim for claim in claims if not _is_known_person(view, claim, known)]
        out += _in_sentence(view, [*fitting, *_short_again(view, fitting, shorts)], people, known)
    return tuple(out)


def _short_again(view: View, claims: list[Claim], shorts: set[str]) -> Iterator[Claim]:
    """Short forms that the article gave in brackets behind a body, where they stand alone ("OCHA added")."""
    if not shorts:
        return
    busy = {k for first, end, _, _ in claims for k in range(first, end)}
    for k in range(view.first, view.last):
        is_aside = view.norm(k - 1) == "(" and view.norm(k + 1) == ")"
        if k not in busy and not is_aside and view.is_capital(k) and view.quote(k, k + 1) in shorts:
            yield k, k + 1, "body", ""


def _places(view: View) -> Iterator[Claim]:
    for kind, table in (("country", "territory"), ("place", "place")):
        for match in view.find(table):
            if is_exact(view, match) and any(view.is_capital(k) and not view.has(k, "article") for k in range(match.first, match.end)):
                yield match.first, match.end, kind, str(match.entry.value or "")


def _known_bodies(view: View) -> Iterator[Claim]:
    for match in view.find("body"):
        if is_exact(view, match):
            yield match.first, match.end, "body", ""


def _unknown_places(view: View, taken: set[int], people: set[int]) -> Iterator[Claim]:
    """Capital words that no list holds, behind a word of place: "in Gaziantep", "à Korhogo", "tại Bắc Hà", "in Port Sudan"."""
    for k in range(view.first, view.last - 1):
        if not view.is_capital(k + 1) or k + 1 in taken or k + 1 in people:
            continue
        verb = view.match_before(k + 1, "event_verb", 3)
        is_led = view.has(k, "place_word") or view.match_before(k + 1, "place_head", 4) is not None
        is_led = is_led or (verb is not None and verb.entry.value == "visit" and view.language != "vi")
        if not is_led:
            continue
        end = run_end(view, k + 1, 4)
        word = view.quote(k + 1, end)
        is_word = all(
            j not in people and (view.language == "vi" or end - k > 2 or not view.match(j, "no_person")) and not view.match(j, "body_head")
            for j in range(k + 1, end)
        )
        is_other = (
            view.match_before(end, "body_last", 3) or view.match(k + 1, "title_head") or view.match(k + 1, "event_noun") or view.match(k + 1, "month")
        )
        if is_word and not is_other and not word.isupper() and (view.language != "vi" or end - k > 2 or not view.has(k, "place_word")):
            yield k + 1, end, "place", ""


def _unknown_actors(view: View, busy: set[int]) -> Iterator[Claim]:
    """One capital word that no list holds, right before a verb of acting or saying: "Oxfam published", "Toyota said".

    At the head of a sentence a plural is a common noun ("Officials said").
    """
    for k in range(view.first, view.last - 1):
        if view.language == "vi" and not _is_foreign(view, k):
            continue
        is_inside = view.is_capital(k - 1) and not (k - 1 == view.first and view.has(k - 1, "article"))
        if not view.is_capital(k) or k in busy or is_inside or view.match(k, "no_person") or view.match(k, "title_head"):
            continue
        verb = k + 1 + view.has(k + 1, "aux_word")
        is_acting = any(view.match(at, table) for at in (k + 1, verb) for table in ("report_verb", "event_verb"))
        is_noun = k == view.first and (view.norm(k).endswith("s") or view.match(k, "event_noun") is not None)
        if is_acting and not is_noun and len(view.norm(k)) > 2 and not view.match(k, "honorific"):
            yield k, k + 1, "body", ""


def _is_foreign(view: View, k: int) -> bool:
    """Is it a word that no Vietnamese syllable is written like, or an abbreviation: "Vinamilk", "FPT"?"""
    word = view.quote(k, k + 1)
    return not is_syllable(view.norm(k)) or (word.isupper() and len(word) > _INITIALS)


def _longest(raw: list[Claim]) -> list[Claim]:
    """Of overlapping claims the longest; of equals a country before a place before a body."""
    kept: list[Claim] = []
    for claim in sorted(raw, key=lambda claim: (claim[0] - claim[1], _ORDER[claim[2]], claim[0])):
        if all(claim[1] <= other[0] or other[1] <= claim[0] for other in kept):
            kept.append(claim)
    return sorted(kept)


def _known_parts(found: Sequence[tuple[View, list[Claim], list[Person]]]) -> Known:
    """How persons are named again: in full, by the last word, or by the one word that stood behind a title ("President Suluhu")."""
    out: Known = set()
    for view, _, people in found:
        for person in people:
            end = person.end - (person.end - person.first > 1 and view.has(person.end - 1, "name_suffix"))
            if end - person.first > 1:
                out.add(tuple(view.norm(k) for k in range(person.first, end)))
            if end - person.first > 1 or (person.role and view.language != "vi"):
                out.add((view.norm(end - 1),))
    return out


def _is_known_person(view: View, claim: Claim, known: Known) -> bool:
    """Is an actor that no list holds only somebody who was named in full elsewhere ("Mbadi said")?"""
    first, end, kind, _ = claim
    return kind == "body" and end - first == 1 and (view.norm(first),) in known and view.match(first, "body") is None


def _in_sentence(view: View, claims: list[Claim], people: list[Person], known: Known) -> Iterator[Name]:
    persons_at = [(p.first, p.end) for p in people]
    rest = [c for c in claims if not any(c[0] < end and first < c[1] for first, end in persons_at)]
    out = [_person_name(view, person, claims) for person in people]
    out += [
        Name(view.tokens[a].start, view.tokens[b - 1].end, view.quote(a, b), kind, code or _country_in(view, a, b, claims))
        for a, b, kind, code in rest
    ]
    busy = [*persons_at, *((c[0], c[1]) for c in rest)]
    roles = [p.role for p in people if p.role]
    for first, end in _again(view, busy, known):
        floor = max((b for _, b in persons_at if b <= first), default=view.first)
        role = role_before(view, first, [(m.first, m.end) for m in view.find("title_head") if m.first >= floor])
        out.append(_person_name(view, Person(first, end, role), claims))
        busy.append((first, end))
        roles += [role] if role else []
    for first, end in _standing_titles(view, [*busy, *roles]):
        out.append(Name(view.tokens[first].start, view.tokens[end - 1].end, view.quote(first, end), "role", _country_in(view, first, end, claims)))
    yield from sorted(out, key=lambda name: name.start)


def _person_name(view: View, person: Person, claims: list[Claim]) -> Name:
    role = role_span = None
    code = ""
    if person.role and person.role[0] < person.role[1]:
        first, end = person.role
        role, role_span = view.quote(first, end), (view.tokens[first].start, view.tokens[end - 1].end)
        code = _country_in(view, first - 1, end, claims) or _country_in(view, first, end, claims)
    if not code and person.is_vietnamese:
        code = "VN"
    start, stop = view.tokens[person.first].start, view.tokens[person.end - 1].end
    return Name(start, stop, view.quote(person.first, person.end), "person", code, role or "", role_span)


def _country_in(view: View, first: int, end: int, claims: list[Claim]) -> str:
    """The country that a title or name shows: its name, or an adjective."""
    for a, b, kind, code in claims:
        is_owner = b == first and view.norm(b) == "'s"
        if kind == "country" and ((first <= a and b <= end + 1) or is_owner):
            return code
    for k in range(max(first - 2, view.first), end):
        adjective = view.match(k, "demonym")
        if adjective and adjective.end <= end:
            return str(adjective.entry.value)
    return ""


def _again(view: View, busy: list[tuple[int, int]], known: Known) -> Iterator[tuple[int, int]]:
    """Known persons named again: in full, or by one word. Vietnamese text asks for a title or form of address before that."""
    inside = {k for match in view.find("title_head") for k in range(match.first, match.end)}
    for i in range(view.first, view.last):
        if (view.tokens[i].norm,) not in known or not view.is_capital(i) or i in inside or any(a <= i < b for a, b in busy):
            continue
        full = _full_name(view, i, known)
        if full < i and not any(a < i and full < b for a, b in busy):
            yield full, i + 1
            continue
        is_led = view.match_before(i, "honorific", 3) or view.match_before(i, "title_head", 4)
        if view.language == "vi" and not is_led and is_syllable(view.norm(i)):
            continue
        if not is_led and (view.is_capital(i - 1) or view.is_capital(i + 1)):
            continue
        yield i, i + 1


def _full_name(view: View, i: int, known: Known) -> int:
    """Where a known full name begins that ends with token `i`; `i` when there is none."""
    for first in range(max(view.first, i - _WORDS), i):
        if tuple(view.norm(k) for k in range(first, i + 1)) in known:
            return first
    return i


def _standing_titles(view: View, busy: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Titles that stand alone, with their complement: "Thủ tướng", "Le Ministre, Secrétaire général du Gouvernement"."""
    last: tuple[int, int] | None = None
    for match in view.find("title_head"):
        if any(a < match.end and match.first < b for a, b in busy) or not _stands_alone(view, match.end):
            continue
        span = _with_complement(view, match.first, match.end, busy)
        if last and view.norm(last[1]) == "," and span[0] == last[1] + 1 and view.is_capital(span[0]):
            last = (last[0], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _with_complement(view: View, first: int, end: int, busy: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The title with words before it, whose it is, and what it is of."""
    while (before := view.match_before(first, "title_before", 2)) is not None:
        first = before.first
    for a, b in busy:
        if a < first and (b == first or (b == first - 1 and view.norm(b) == "'s")):
            first = a
        if 1 <= a - end <= 3 and all(view.has(k, "title_complement") for k in range(end, a)):
            end = b
    return first, end


def _stands_alone(view: View, end: int) -> bool:
    """In English: is the title no word before a noun ("member states", "head office")?"""
    if view.language != "en" or not view.is_word(end) or view.is_capital(end):
        return True
    return view.has(end, "after_title") or any(view.match(end, table) for table in ("report_verb", "light_verb", "event_verb"))
