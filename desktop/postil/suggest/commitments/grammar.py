"""The commitment grammar of one language: its word classes and frames, read once from the lexicon.

Word classes are the tables `commitment_<class>` of the lexicon, literals only. What each class is for:

- adverb: transparent, never counts when words must stand side by side; auxiliary: what may stand between a subject
  and the head of a frame; negation: undoes a pledge or a plan;
- saying, speech, complementiser: verbs that introduce what somebody says, and the word after them;
- belief, condition, relative: contexts in which a plan is none; past: marks of narrative, which close a list;
- finite: auxiliaries that tell a finite verb;
- conjunction, purpose, tail, tail_now, connector, fronting, coordination: where clauses begin and end (tail: after a comma,
  tail_now: anywhere; connector: after a semicolon, goes on with the item before it);
- agent, policy, authority, superior, inferior, pronoun, plural_pronoun, first_person, vague_pronoun, determiner, preposition, topic:
  what a subject is;
- state, growth, outcome, epistemic, remark, finding: verbs that are no action of the subject; official: verbs of an agenda;
- compound: Vietnamese words of several syllables, inside which nothing else is found;
- future_mark: what tells the future ("will", "sẽ"); additive: what joins a sentence to the one before ("Cùng với đó");
  inserted: how a phrase between commas behind a subject begins ("based in");
- vow: verbs of saying that make a plan a pledge; terms: what opens the terms of a deal ("under which");
- scheduled: English gerunds that tell a decision; measure: nouns of what a body does ("construction of"); owned_noun:
  nouns of the table `commitment_noun` that may name their owner in between ("volonté du gouvernement de");
- adjunct: Vietnamese words that open a phrase in front of a clause, never its subject;
- not_participle: French words that look like one ("longue"); document: Vietnamese papers that ask for something ("công điện");
- sum: nouns for money; spending: verbs that tell what it goes to;
- listing: Vietnamese words before a list of nouns; detail: what stands before the colon of a list whose clause says enough by itself;
- reason: links behind which a duty only explains ("because"); possession: verbs that tell a plan only with a date ("will have … by 2030");
- thing: what a subject begins with that does not act, whoever it names further on ("chuyến thăm của …");
- copula: Vietnamese verbs that make what stands before them a whole clause; subordinate: who takes orders from a government;
- clitic, item_verb, plain_verb, not_verb, verb_ending, future_not, subjunctive, participle: see `verbs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from postil.suggest.commitments.frames import Frame, frame_of
from postil.suggest.doc import Token
from postil.suggest.entries import Entry
from postil.suggest.lexicon import Lexicon
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

PREFIX: Final = "commitment_"
FRAMES: Final = ("commitment_first", "commitment", "commitment_last")
"""Tables of frames in the order in which they are tried at a token."""
WORDS: Final = ("compound", "item_verb")
"""Vietnamese: classes whose members of several syllables are words that nothing else may be found inside of."""
FUTURE_FORM: Final = "{future}"
_CLASSES: Final = (
    ("noun", "adverb", "auxiliary", "negation", "necessity", "saying", "speech", "complementiser")
    + ("belief", "condition", "relative", "past", "finite")
    + ("conjunction", "tail", "tail_now", "connector", "fronting", "coordination", "purpose", "clitic", "topic")
    + (
        "agent",
        "policy",
        "authority",
        "superior",
        "inferior",
        "pronoun",
        "plural_pronoun",
        "first_person",
        "vague_pronoun",
        "determiner",
        "preposition",
    )
    + (
        "state",
        "growth",
        "outcome",
        "epistemic",
        "remark",
        "official",
        "item_verb",
        "plain_verb",
        "not_verb",
        "verb_ending",
        "future_not",
        "subjunctive",
        "participle",
        "compound",
        "future_mark",
        "additive",
        "inserted",
        "vow",
        "thing",
        "terms",
        "copula",
        "measure",
        "owned_noun",
        "adjunct",
        "reason",
        "listing",
        "detail",
        "sum",
        "spending",
        "not_participle",
        "document",
        "possession",
        "finding",
        "scheduled",
        "subordinate",
    )
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Look-up of one language. `end` finds the longest member of a class at a token, `has` a single-token member.

    `openers` holds the first words of each class or table of frames, `first_words` those that may begin a head,
    `word_openers` those that may begin an adverb or a Vietnamese word: most tokens open nothing, and are passed over fast.
    """

    language: str
    lexicon: Lexicon
    frames: dict[int, Frame]
    future: Frame | None
    singles: dict[str, frozenset[str]] = field(default_factory=dict)
    openers: dict[str, frozenset[str]] = field(default_factory=dict)
    doubles: frozenset[str] = frozenset()
    first_words: frozenset[str] = frozenset()
    word_openers: frozenset[str] = frozenset()

    def has(self, word_class: str, norm: str) -> bool:
        """Is `norm` alone a member of the class?"""
        return norm in self.singles.get(word_class, frozenset())

    def members(self, word_class: str) -> frozenset[str]:
        """The members of a class that are one token."""
        return self.singles.get(word_class, frozenset())

    def end(self, word_class: str, tokens: Sequence[Token], i: int, stop: int | None = None) -> int:
        """Index after the longest member of the class that starts at token `i`; `i` itself when there is none."""
        if i >= len(tokens) or tokens[i].norm not in self.openers[word_class]:
            return i
        limit = len(tokens) if stop is None else min(stop, len(tokens))
        if i >= limit:
            return i
        if word_class not in self.doubles:
            return i + 1
        match = self.lexicon.match(tokens, i, PREFIX + word_class, limit)
        return match.end if match else i

    def begin(self, word_class: str, tokens: Sequence[Token], i: int, start: int = 0) -> int:
        """Index of the first token of the member of the class that ends before token `i`; `i` when there is none."""
        if i > start and tokens[i - 1].norm in self.singles.get(word_class, frozenset()):
            return i - 1
        if word_class in self.doubles:
            for first in range(max(start, i - 4), i - 1):
                if self.end(word_class, tokens, first, i) == i:
                    return first
        return i

    def holds(self, word_class: str, tokens: Sequence[Token], first: int, last: int) -> int:
        """Index of the first member of the class in tokens `first:last`, or -1."""
        openers = self.openers[word_class]
        for i in range(first, min(last, len(tokens))):
            if tokens[i].norm in openers and self.end(word_class, tokens, i, last) > i:
                return i
        return -1

    def heads_at(self, tokens: Sequence[Token], i: int, stop: int) -> Iterator[tuple[Frame, int]]:
        """The frames whose heads start at token `i`, and the index after each head, in the order to try them."""
        for table in FRAMES:
            if tokens[i].norm not in self.openers[table]:
                continue
            match = self.lexicon.match(tokens, i, table, stop)
            if match:
                yield self.frames[id(match.entry)], match.end

    def noun(self, tokens: Sequence[Token], i: int, stop: int) -> tuple[Entry, int] | None:
        """The commitment noun ("determination to") that starts at token `i`, and the index after it."""
        match = self.lexicon.match(tokens, i, PREFIX + "noun", stop) if tokens[i].norm in self.openers["noun"] else None
        return (match.entry, match.end) if match else None


def grammar(language: str, folder: Path | None = None) -> Grammar:
    """The grammar of `en`, `fr` or `vi`, English for anything else, with a project's own `folder` on top.

    Raises LexiconError for a frame that is not valid.
    """
    return _grammar(Lexicon.load(language, folder), language)


@lru_cache(maxsize=8)
def _grammar(lexicon: Lexicon, language: str) -> Grammar:
    entries = [entry for table in FRAMES for entry in lexicon.table(table)]
    frames = {id(entry): frame_of(entry) for entry in entries}
    future = next((frames[id(entry)] for entry in entries if FUTURE_FORM in entry.forms), None)
    singles: dict[str, frozenset[str]] = {}
    openers: dict[str, frozenset[str]] = {}
    doubles = set()
    for name in (*_CLASSES, *FRAMES):
        table = name if name in FRAMES else PREFIX + name
        phrases = [norms(shadow(form)) for entry in lexicon.table(table) for form in entry.forms]
        singles[name] = frozenset(words[0] for words in phrases if len(words) == 1)
        openers[name] = frozenset(words[0] for words in phrases)
        if any(len(words) > 1 for words in phrases) or any(_is_conditional(entry) for entry in lexicon.table(table)):
            doubles.add(name)
    first_words = frozenset().union(*(openers[name] for name in (*FRAMES, "saying")))
    word_openers = openers["adverb"] | (frozenset().union(*(openers[name] for name in WORDS)) if language == "vi" else frozenset())
    return Grammar(language, lexicon, frames, future, singles, openers, frozenset(doubles), first_words, word_openers)


def _is_conditional(entry: Entry) -> bool:
    return bool(entry.only_if.before or entry.only_if.after or entry.not_if.before or entry.not_if.after or entry.conflicts)
