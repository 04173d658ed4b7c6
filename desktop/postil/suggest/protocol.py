"""The door for suggesters: what one is given, what it returns, and the check that everything it returns passes.

A suggester is a class (or any callable without arguments) that an installed package names in the entry-point group
`postil.suggesters`:

    [project.entry-points."postil.suggesters"]
    "example.years" = "example_years:Years"

Its object has one method, `suggest(source)`: an article in, suggestions out. The name of the entry point and the
version of its package sign each suggestion as its author. The built-in suggester comes through the same door.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Protocol

from postil.base.errors import PostilError
from postil.base.i18n import _
from postil.domain import codec
from postil.domain.annotation import BODY_TYPES, MAIN_ROLE, Kind, Suggestion
from postil.domain.commitment import Commitment
from postil.domain.figure import Figure
from postil.domain.parts import body_document
from postil.domain.selector import Evidence, Role, quote
from postil.suggest.doc import Source

MOST: Final = 20_000
"""More suggestions than this for one article are taken for a mistake."""
LONGEST_RULE: Final = 120
CERTAIN: Final = 1000
"""Confidence is in permille."""


class Suggester(Protocol):
    """What an entry point of the group gives when it is called.

    It lives in a process of its own, is made once there, and is asked for one article after another.
    """

    def suggest(self, source: Source) -> Iterable[Suggestion]:
        """Suggestions for one article: offsets in code points of `source.text`, each resting on words of it.

        `relates_to` and `target_figure` in a body hold the `key` of another suggestion of the same call. `rule` names
        what in the suggester made it, for people to read.
        """
        ...


class SuggesterError(PostilError):
    """A suggester that cannot be used, or what it returned; `what` is its name."""


def read_suggestion(data: dict[str, Any], text: str) -> Suggestion:
    """A suggestion from JSON values as in an extraction document, for suggesters that do not build the objects.

    `kind`, `body`, `rule` and `evidence` with `start` and `end` (and `role`, by default the kind's main role) are
    needed; `confidence` and `key` are not. Raises SuggesterError for anything else.
    """
    try:
        kind = Kind(data["kind"])
        roles = [Role(item.get("role", MAIN_ROLE[kind])) for item in data["evidence"]]
        evidence = tuple(quote(text, item["start"], item["end"], role) for item, role in zip(data["evidence"], roles, strict=True))
        body = codec.from_json(BODY_TYPES[kind], dict(data["body"]))
        return Suggestion(kind, body, evidence, str(data["rule"]), int(data.get("confidence", CERTAIN // 2)), str(data.get("key", "")))
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise SuggesterError(_("a suggestion is not as the format asks: {cause}").format(cause=_named(error))) from error


def checked(found: Iterable[Any], text: str) -> tuple[Suggestion, ...]:
    """All of `found`, once each is sound. Raises SuggesterError at the first that is not, naming its place among them."""
    out: list[Suggestion] = []
    for place, item in enumerate(found, start=1):
        fault = _fault(item, text) if place <= MOST else _("more than {most} suggestions for one article").format(most=MOST)
        if fault:
            raise SuggesterError(_("suggestion {place}: {fault}").format(place=place, fault=fault))
        out.append(item)
    keys = [item.key for item in out if item.key]
    if len(set(keys)) != len(keys):
        raise SuggesterError(_("two suggestions have the same key"))
    known = set(keys)
    if any(link and link not in known for item in out for link in _links(item)):
        raise SuggesterError(_("a suggestion points to one that is not there"))
    return tuple(out)


def _fault(item: Any, text: str) -> str:
    """What is wrong with one suggestion, in words; empty when nothing is."""
    if not isinstance(item, Suggestion) or not _are(Kind, item.kind):
        return _("it is no suggestion")
    if not isinstance(item.body, BODY_TYPES[item.kind]):
        return _("its body is of another kind")
    if not _is_whole(item):
        return _("a field has a value of the wrong type")
    if not item.evidence:
        return _("it rests on no words")
    if not all(_is_inside(piece, text) for piece in item.evidence):
        return _("it rests on words outside the article, or on others than it quotes")
    if item.evidence[0].role is not MAIN_ROLE[item.kind]:
        return _("its first piece of evidence is not of the role “{role}”").format(role=MAIN_ROLE[item.kind])
    return ""


def _is_inside(piece: Any, text: str) -> bool:
    if not isinstance(piece, Evidence) or not _are(int, piece.start, piece.end) or not _are(Role, piece.role):
        return False
    return 0 <= piece.start < piece.end <= len(text) and text[piece.start : piece.end] == piece.exact


def _are(kind: type, *values: object) -> bool:
    """Plug-ins are not bound by what the types say."""
    return all(isinstance(value, kind) for value in values)


def _is_whole(item: Suggestion) -> bool:
    """Would it be the same after a journey through the store?"""
    if not _are(str, item.rule, item.key) or not 0 < len(item.rule) <= LONGEST_RULE:
        return False
    if not _are(int, item.confidence) or not 0 <= item.confidence <= CERTAIN:
        return False
    try:
        return bool(codec.from_json(type(item.body), body_document(item.body)) == item.body)
    except (TypeError, ValueError, ArithmeticError, AttributeError):
        return False


def _links(item: Suggestion) -> tuple[str, ...]:
    if isinstance(item.body, Figure):
        return (item.body.relates_to,)
    return (item.body.target_figure,) if isinstance(item.body, Commitment) else ()


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, KeyError) else type(error).__name__
