"""Where a clause begins before the head of a frame: semicolons, commas, quotation marks, linking words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from postil.suggest.commitments import verbs
from postil.suggest.commitments.actors import actor_at
from postil.suggest.commitments.view import View

OPENERS: Final = frozenset({'"', "«", "“"})
CLOSERS: Final = frozenset({'"', "»", "”"})
_REACH: Final = 150
"""Tokens before a head among which its clause begins."""
_LIST_PART: Final = 9
"""Longest part, in tokens, of a subject that is a list: "les ministères, les collectivités locales et …"."""


class Why(Enum):
    """Why a clause begins where it does."""

    FIRST = auto()
    REPORT = auto()
    BELIEF = auto()
    RELATIVE = auto()
    CONDITION = auto()
    PURPOSE = auto()
    SIGN = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Start:
    """Where the clause of a head begins, and what governs it.

    `index` is its first token; its subject is tokens `subject_first:subject_end`, none when it has none of its own.
    `limit` is where its stretch begins (what stands between `limit` and `index` is fronted), and `why` it does:
    behind a verb of saying, hoping or supposing, a relative word, an aim, a colon or a quotation mark, a link.
    """

    index: int
    subject_first: int
    subject_end: int
    limit: int
    why: Why
    elliptic: bool = False

    @property
    def has_subject(self) -> bool:
        """Are there words where the subject stands, whatever they name?"""
        return self.subject_first < self.subject_end


def segments(view: View) -> list[tuple[int, int]]:
    """The sentence cut at semicolons (not in brackets), and after an ellipsis that a capital follows."""
    out: list[tuple[int, int]] = []
    first, depth = 0, 0
    for i in range(len(view)):
        norm = view.norm(i)
        depth += (norm in "([") - (norm in ")]") if norm else 0
        is_break = norm == ";" and depth <= 0
        if is_break or (norm == "…" and i + 1 < len(view) and view.tokens[i + 1].capital):
            if first < i:
                out.append((first, i))
            first, depth = i + 1, 0
    if first < len(view):
        out.append((first, len(view)))
    return out


def start_of(view: View, first: int, head: int) -> Start:
    """Where the clause whose head (with its auxiliaries) is at token `head` begins, not before token `first`."""
    if view.grammar.language == "en" and view.norm(head - 1) == "," and verbs.is_gerund(view.grammar, view.norm(head)):
        return Start(head, head, head, head, Why.LINK, elliptic=True)
    if view.grammar.language == "vi" and view.norm(head - 1) == "," and view.begins[head] < view.tokens[head].start:
        return Start(head, head, head, head, Why.FIRST, elliptic=True)
    subject_end = _before_auxiliaries(view, first, head)
    limit, why = _limit(view, first, subject_end)
    elliptic = subject_end > first and is_coordination(view, subject_end - 1)
    index, subject_first = (subject_end, subject_end) if elliptic else _subject_start(view, limit, subject_end)
    elliptic = subject_first >= subject_end
    if elliptic and why is Why.REPORT and view.grammar.language == "vi":
        index = start_of(view, first, view.grammar.begin("complementiser", view.tokens, limit, first)).index
    return Start(index, subject_first, subject_end, limit, why, elliptic)


def is_quoted(view: View, at: int) -> bool:
    """Is token `at` inside quotation marks that open in this sentence?"""
    opened = 0
    for i in range(at):
        if view.norm(i) in OPENERS or view.norm(i) in CLOSERS:
            opened = 0 if closes(view, i) else 1
    return opened > 0


def _before_auxiliaries(view: View, first: int, head: int) -> int:
    """Index after the subject: auxiliaries, negations and clitics before the head are passed over."""
    i = head
    while i > first:
        before = min(view.grammar.begin(word_class, view.tokens, i, first) for word_class in ("auxiliary", "negation", "clitic"))
        if before == i and _is_manner(view, i - 1):
            before = i - 1
        if before == i:
            return i
        i = before
    return i


def _is_manner(view: View, i: int) -> bool:
    """Is token `i` an English adverb in -ly, not a noun like "assembly"?"""
    norm = view.norm(i)
    is_noun = view.tokens[i].capital or view.grammar.has("agent", norm) or view.grammar.has("policy", norm)
    return view.grammar.language == "en" and norm.endswith("ly") and len(norm) > len("family") and not is_noun


def _limit(view: View, first: int, subject_end: int) -> tuple[int, Why]:
    """Where the stretch that holds the subject begins, and why it begins there."""
    i, inside = subject_end - 1, False
    lowest = max(first, subject_end - _REACH)
    while i >= lowest:
        norm = view.norm(i)
        if norm in ")]":
            i = _opening(view, first, i)
        elif norm in OPENERS or norm in CLOSERS:
            if not closes(view, i) and not inside:
                return i + 1, Why.SIGN
            inside = closes(view, i)
        elif not inside and (norm in ":(—–" or (norm == "-" and _is_dash(view, i))):
            return i + 1, Why.SIGN
        elif not inside and not _is_apposition(view, first, i, subject_end):
            found = _link(view, first, i, subject_end)
            if found is not None:
                return found
        i -= 1
    return lowest, Why.FIRST


def _is_dash(view: View, i: int) -> bool:
    """Is the hyphen at token `i` a dash between clauses, not a sign between two names ("Hà Nội - Hải Phòng")?"""
    if view.glued(i) or view.glued(i + 1):
        return False
    is_range = 0 < i < len(view) - 1 and view.tokens[i - 1].capital and view.tokens[i + 1].capital
    return not (is_range and view.grammar.language == "vi")


def _is_apposition(view: View, first: int, i: int, subject_end: int) -> bool:
    """Does a relative clause between commas begin at token `i`, behind the subject: "Mr Lee, who …, will"?"""
    return view.norm(subject_end - 1) == "," and view.grammar.has("relative", view.norm(i)) and i - 1 > first and view.norm(i - 1) == ","


def _link(view: View, first: int, i: int, subject_end: int) -> tuple[int, Why] | None:
    """Is token `i` a word behind which a clause begins? Returns where, and why."""
    grammar = view.grammar
    is_relative = grammar.has("relative", view.norm(i))
    end = grammar.end("complementiser", view.tokens, i, subject_end)
    if end > i:
        is_joined = i > first and is_coordination(view, i - 1)
        closing = _closing_comma(view, first, i, subject_end) if is_relative and not _follows_speech(view, first, i) else -1
        if closing >= 0:
            return closing + 1, Why.LINK
        if is_relative and _is_terms(view, first, i):
            return i + 1, Why.LINK
        refers = is_relative and (end == subject_end or not (is_joined or _follows_speech(view, first, i)))
        return end, Why.RELATIVE if refers else Why.REPORT
    if is_relative:
        if _is_terms(view, first, i):
            return i + 1, Why.LINK
        closing = _closing_comma(view, first, i, subject_end)
        return (closing + 1, Why.LINK) if closing >= 0 else (i + 1, Why.RELATIVE)
    for word_class, why in (("condition", Why.CONDITION), ("belief", Why.BELIEF), ("purpose", Why.PURPOSE)):
        end = grammar.end(word_class, view.tokens, i, subject_end)
        if i < end < subject_end:
            return end, why
    end = grammar.end("conjunction", view.tokens, i, subject_end)
    return (end, Why.LINK) if end > i else None


def _is_terms(view: View, first: int, i: int) -> bool:
    """Does the relative word at token `i` open the terms of a deal: "a deal under which", "aux termes duquel", "whereby"?"""
    return view.grammar.begin("terms", view.tokens, i + 1, first) <= i


def _closing_comma(view: View, first: int, i: int, subject_end: int) -> int:
    """Index of the comma that ends the relative clause at token `i` before a subject ("the deal, which was …, Egypt will"), or -1."""
    grammar = view.grammar
    at = i - 1 if grammar.has("preposition", view.norm(i - 1)) else i
    if grammar.language == "vi" or at <= first:
        return -1
    comma = next((k for k in range(subject_end - 2, i + 1, -1) if view.is_comma(k)), -1)
    is_pronoun = comma > 0 and grammar.end("pronoun", view.tokens, comma + 1, subject_end) == subject_end
    if is_pronoun or view.norm(at - 1) != ",":
        return comma if is_pronoun or (comma > 0 and _is_clause_of(view, first, comma, subject_end)) else -1
    has_verb = comma > 0 and any(grammar.holds(word_class, view.tokens, i + 1, comma) >= 0 for word_class in ("past", "finite"))
    return comma if has_verb or (comma > 0 and any(verbs.is_past(grammar, view.norm(k)) for k in range(i + 1, comma))) else -1


def _is_clause_of(view: View, first: int, comma: int, subject_end: int) -> bool:
    """Is all before the comma fronted, and what follows it somebody who acts ("Évoquant les élections qui s'ouvrent, le président a")?"""
    begin = next((i for i in range(first, comma) if view.norm(i)[0].isalnum()), first)
    if not _is_fronted(view, (begin, comma)):
        return False
    actor = actor_at(view, comma + 1, subject_end) if comma + 1 < subject_end else None
    return actor is not None and actor.is_agent


def _follows_speech(view: View, first: int, i: int) -> bool:
    """Does a verb of saying, agreeing or believing stand within the eight tokens before token `i`?"""
    reach = max(first, i - 8)
    return any(view.grammar.holds(word_class, view.tokens, reach, i) >= 0 for word_class in ("speech", "saying", "belief")) or any(
        next(view.grammar.heads_at(view.tokens, k, i), None) for k in range(reach, i)
    )


def _subject_start(view: View, limit: int, subject_end: int) -> tuple[int, int]:
    """Where the clause and where its subject begin: behind what is fronted, before a list of actors or a short date."""
    parts = _parts(view, limit, subject_end)
    if not parts or _is_adjunct(view, parts, subject_end):
        return subject_end, subject_end
    k = len(parts) - 1
    if view.norm(subject_end - 1) == "," and k > 0:
        k = _before_inserted(view, parts, k)
    while k > 0 and _goes_on(view, parts[k - 1], parts[k]):
        k -= 1
    first = parts[k][0]
    while first < subject_end and is_coordination(view, first):
        first += 1
    if k > 0 and _is_short_date(view, parts[k - 1]):
        return parts[k - 1][0], first
    first = _behind_fronted(view, first, subject_end)
    return first, first


def _is_adjunct(view: View, parts: list[tuple[int, int]], subject_end: int) -> bool:
    """Vietnamese: is all that stands before the head and its comma fronted ("Theo ông Nam, cần có")?"""
    if view.grammar.language != "vi" or len(parts) > 1 or view.norm(subject_end - 1) != ",":
        return False
    first, last = parts[0]
    return view.grammar.end("topic", view.tokens, first, last) == first and view.grammar.end("adjunct", view.tokens, first, last) > first


def _before_inserted(view: View, parts: list[tuple[int, int]], k: int) -> int:
    """Index of the part that holds the subject when the last parts are inserted between commas ("le projet, qui …, sera")."""
    for j in range(k, 0, -1):
        if view.grammar.has("relative", view.norm(parts[j][0])) or view.grammar.end("inserted", view.tokens, *parts[j]) > parts[j][0]:
            return j - 1
    return k if _is_fronted(view, parts[k - 1]) or _is_subject(view, parts[k - 1], parts[k]) else k - 1


def _is_subject(view: View, before: tuple[int, int], part: tuple[int, int]) -> bool:
    """Does the last stretch name who acts, with an article, and the one before it nobody ("…, les services de l'État, doivent")?"""
    if not view.grammar.has("determiner", view.norm(part[0])):
        return False
    last, other = actor_at(view, *part), actor_at(view, *before)
    return last is not None and last.is_agent and (other is None or not other.is_agent)


def _behind_fronted(view: View, first: int, last: int) -> int:
    """Where the subject begins when a phrase without a comma is fronted: "At the end of the talks the two sides"."""
    if view.grammar.language == "vi" or not _is_fronted(view, (first, last)):
        return first
    for i in range(last - 1, first + 1, -1):
        starts = view.grammar.has("determiner", view.norm(i)) or view.grammar.has("pronoun", view.norm(i))
        before = view.norm(i - 1)
        linked = any(view.grammar.has(word_class, before) for word_class in ("preposition", "determiner", "coordination", "fronting"))
        if starts and before[0].isalnum() and not linked:
            return i
    return first


def _parts(view: View, limit: int, subject_end: int) -> list[tuple[int, int]]:
    """The stretches between commas outside brackets, empty ones left out."""
    out: list[tuple[int, int]] = []
    first, depth = limit, 0
    for i in range(limit, subject_end):
        norm = view.norm(i)
        depth += (norm in "([") - (norm in ")]")
        if view.is_comma(i) and depth <= 0:
            if first < i:
                out.append((first, i))
            first = i + 1
    if first < subject_end:
        out.append((first, subject_end))
    return out


def _goes_on(view: View, before: tuple[int, int], part: tuple[int, int]) -> bool:
    """Are the two stretches parts of one list of actors?"""
    if _is_fronted(view, before) or _is_fronted(view, part) or before[1] - before[0] > _LIST_PART:
        return False
    if view.grammar.end("pronoun", view.tokens, *part) == part[1]:
        return False
    if view.grammar.language == "vi":
        is_plain = not any(view.grammar.has("preposition", view.norm(i)) or view.norm(i).isdigit() for i in range(*before))
        return is_plain and part[1] - part[0] <= _LIST_PART
    return any(is_coordination(view, i) for i in range(*part))


def _is_fronted(view: View, part: tuple[int, int]) -> bool:
    """Does the stretch begin with a preposition, an adverb or a participle, so that it cannot be the subject?"""
    first, last = part
    if view.grammar.end("fronting", view.tokens, first, last) > first:
        return True
    if view.grammar.language == "fr":
        return verbs.is_present_participle(view.grammar, view.norm(first))
    return view.grammar.language == "en" and verbs.is_gerund(view.grammar, view.norm(first))


def _is_short_date(view: View, part: tuple[int, int]) -> bool:
    """Is the stretch only a date or period ("Năm 2025,", "In 2025,")?"""
    first, last = part
    start, end = view.tokens[first].start, view.tokens[last - 1].end
    covered = sum(min(date.end, end) - max(date.start, start) for date in view.dates if date.start < end and start < date.end)
    return covered > 0 and end - start - covered <= len("d'ici à ")


def is_coordination(view: View, i: int) -> bool:
    """Is token `i` a word like "and"?"""
    return view.grammar.has("coordination", view.norm(i))


def _opening(view: View, first: int, i: int) -> int:
    """Index of the bracket that opens before the closing one at token `i`, or `first`."""
    depth = 0
    while i > first:
        depth += (view.norm(i) in ")]") - (view.norm(i) in "([")
        if depth == 0:
            return i
        i -= 1
    return first


def closes(view: View, i: int) -> bool:
    """Does the quotation mark at token `i` close? A straight one closes when it touches the word before it."""
    norm = view.norm(i)
    return norm in "»”" or (norm == '"' and view.glued(i) and view.norm(i - 1) not in ("(", ""))
