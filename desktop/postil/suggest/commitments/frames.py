"""Frames as data: what an entry of the lexicon table `commitment` may say, checked when it is loaded.

    [[commitment]]
    id = "directive.ask"                 # with the language it is the rule id of a suggestion
    kind = "directive"                   # pledge, directive, target, plan, request
    forms = ["asked", "requested"]       # the head: literals; adverbs in between do not matter; "{future}" stands
                                         # for a verb in the future tense, told by its ending
    then = ["to", "that", "{gerund}"]    # what must follow the head; left out: nothing
    gap = 16                             # tokens that may stand between head and `then`
    between = "addressee"                # what stands in the gap: "addressee", "that" (a clause after que) or nothing
    subject = "issuer"                   # who is the grammatical subject: "issuer" (default), "addressee", "none"
    needs = ["agent"]                    # all must hold, see NEEDS
    refuse = ["state", "outcome"]        # word classes that the verb after `then` must not be in
    list = true                          # opens a list: bare verbs that follow go on with its kind and speaker
    authority = true                     # a directive only from somebody who may give one, else a request
    acts = true                          # the head itself says what is done ("suspend la taxe")
    planned = true                       # with a verb of an agenda, or of a person, it is a plan ("doit se rendre à")
    numbered = "target"                  # kind when the clause holds a number
    otherwise = "plan"                   # kind when `{number}` is missing, instead of no match
    confidence = 700                     # permille

Markers in `then`: `{verb}` a verb to carry out, `{gerund}`, `{official}` a verb of an agenda, `{number}` a quantity,
`{necessity}` an adjective of need (a slip of one letter is forgiven), `{scheduled}` a gerund of what is decided ("is
closing"), `{measure}` a noun of what a body does ("la construction", with article and adjective), `{money}` a sum, `{task}` a verb of task lists,
`{any}` anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from postil.domain.commitment import CommitmentKind
from postil.suggest.entries import Entry, LexiconError
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import norms

MARKERS: Final = frozenset({"{verb}", "{gerund}", "{official}", "{number}", "{necessity}", "{scheduled}", "{measure}", "{money}", "{task}", "{any}"})
NEEDS: Final = {
    "agent": "the subject can act: a person, a body, a country, a pronoun, a first word that may be a name",
    "someone": "any subject that is named and no measure: the verb tells that it acts",
    "actor": 'as doer, or a first word that may be a name ("Samsung plans to")',
    "doer": "the subject can act or is a measure (a tax, a programme), or the verb is passive",
    "authority": "the subject may give orders",
    "voice": "somebody says it: reported speech, a quotation, an open speaker; or the subject is an institution",
    "voiced": "there is a subject that can act, or a speaker is open",
    "reported": "a verb of saying stands before it in the sentence",
    "tomorrow": "the clause behind the head speaks of the future (will, sẽ)",
    "main": "no linking word (after, while) opens its clause",
    "named": "the subject can act and is named, not only a pronoun",
    "measured": "the clause holds a number",
    "paid": "the subject is a sum",
    "colon": "a colon follows: the tasks come after it",
    "own": "the verb has a subject of its own",
    "front": "the head begins the sentence",
    "ahead": "the sentence names a day after publication, and nothing in it is past",
}
VERB_CLASSES: Final = ("state", "growth", "outcome", "epistemic", "remark", "official", "finding")
_SUBJECTS: Final = ("issuer", "addressee", "none")
_BETWEEN: Final = ("", "addressee", "that")
_KNOWN: Final = frozenset({"id", "kind", "then", "gap", "between", "subject", "needs", "refuse", "confidence"}) | {
    "list",
    "authority",
    "acts",
    "planned",
    "numbered",
    "otherwise",
}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, ready for use; `then` holds token sequences in which a marker is one token."""

    id: str
    kind: CommitmentKind
    then: tuple[Words, ...] = ()
    gap: int = 0
    between: str = ""
    subject: str = "issuer"
    needs: frozenset[str] = frozenset()
    refuse: tuple[str, ...] = ()
    opens_list: bool = False
    authority: bool = False
    acts: bool = False
    planned: bool = False
    numbered: CommitmentKind | None = None
    otherwise: CommitmentKind | None = None
    confidence: int = 500


def frame_of(entry: Entry) -> Frame:
    """The frame that `entry` describes. Raises LexiconError, naming file, line and entry, for anything not understood."""
    unknown = set(entry.attributes) - _KNOWN
    if unknown:
        raise _error(entry, f"unknown attribute '{min(unknown)}'")
    name = entry.get("id")
    if not isinstance(name, str) or not name:
        raise _error(entry, "'id' is missing")
    return Frame(
        id=name,
        kind=_kind(entry, entry.get("kind")),
        then=tuple(_then(entry, text) for text in _texts(entry, "then")),
        gap=_number(entry, "gap", 0, 60),
        between=_choice(entry, "between", _BETWEEN),
        subject=_choice(entry, "subject", _SUBJECTS, "issuer"),
        needs=frozenset(_among(entry, "needs", tuple(NEEDS))),
        refuse=_among(entry, "refuse", VERB_CLASSES),
        opens_list=bool(entry.get("list", False)),
        authority=bool(entry.get("authority", False)),
        acts=bool(entry.get("acts", False)),
        planned=bool(entry.get("planned", False)),
        numbered=_kind(entry, entry.get("numbered")) if entry.get("numbered") else None,
        otherwise=_kind(entry, entry.get("otherwise")) if entry.get("otherwise") else None,
        confidence=_number(entry, "confidence", 500, 1000),
    )


def _kind(entry: Entry, value: Any) -> CommitmentKind:
    try:
        return CommitmentKind(value)
    except ValueError:
        raise _error(entry, f"'{value}' is no kind of commitment; kinds are {', '.join(CommitmentKind)}") from None


def _then(entry: Entry, text: str) -> Words:
    out: list[str] = []
    for word in text.split():
        if word.startswith("{"):
            if word not in MARKERS:
                raise _error(entry, f"'then' knows no '{word}'; it knows {', '.join(sorted(MARKERS))}")
            out.append(word)
        else:
            out += norms(shadow(word))
    return tuple(out)


def _among(entry: Entry, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    values = _texts(entry, key)
    for value in values:
        if value not in known:
            raise _error(entry, f"'{key}' knows no '{value}'; it knows {', '.join(known)}")
    return values


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise _error(entry, f"'{key}' needs a list of words")
    return tuple(value)


def _choice(entry: Entry, key: str, choices: tuple[str, ...], default: str = "") -> str:
    value = entry.get(key, default)
    if value not in choices:
        raise _error(entry, f"'{key}' is one of {', '.join(choice or 'nothing' for choice in choices)}")
    return str(value)


def _number(entry: Entry, key: str, default: int, most: int) -> int:
    value = entry.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise _error(entry, f"'{key}' is a whole number from 0 to {most}")
    return value


def _error(entry: Entry, cause: str) -> LexiconError:
    return LexiconError(f"{entry.id}: {cause}", what=entry.source, next_step="Correct the entry and load the lexicon again.")
