"""Who is who in an article: every mention of a person, title or body is led back to one actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from postil.suggest.doc import Name
from postil.suggest.events.scene import Scene
from postil.suggest.text.shadow import fold

_ARTICLES: Final = ("the ", "le ", "la ", "les ", "l'", "mr ", "mr. ", "mrs ", "ms ", "m. ", "mme ", "dr ")
_NEAR: Final = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: its key, the name to show, its fullest title, its country."""

    key: str
    name: str
    role: str = ""
    country: str = ""


class Cast:
    """The actors of one article. Built once from its scenes; `actor` answers for any name in them."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self._people: dict[str, Actor] = {}
        self._by_part: dict[str, str] = {}
        self._by_role: dict[str, str] = {}
        self._by_span: dict[tuple[int, int], Name] = {}
        for scene in scenes:
            for spot in scene.names:
                if spot.name.kind == "person":
                    self._add(spot.name)
        self._link_lead(scenes)

    def actor(self, name: Name) -> Actor:
        """The actor that `name` mentions."""
        key = self._key(name)
        known = self._people.get(key)
        if known:
            return known
        return Actor(key, name.text, name.role, name.code)

    def has_role(self, name: Name) -> bool:
        """Is it somebody or something that speaks with authority: a body, a title, a person with a title?"""
        return name.kind in ("body", "role") or bool(self.actor(name).role)

    def _key(self, name: Name) -> str:
        plain = _plain(name.text)
        if name.kind == "person":
            return plain if plain in self._people else self._by_part.get(plain.split()[-1], plain)
        if name.kind == "role":
            return self._by_role.get(_role_key(name.text), plain)
        return plain

    def _add(self, name: Name) -> None:
        plain = _plain(name.text)
        words = plain.split()
        if len(words) == 1 and words[0] in self._by_part:
            plain = self._by_part[words[0]]
        old = self._people.get(plain)
        role = name.role if old is None or len(name.role) > len(old.role) else old.role
        self._people[plain] = Actor(plain, old.name if old else name.text, role, (old.country if old else "") or name.code)
        self._by_part.setdefault(words[-1], plain)
        if name.role:
            self._by_role.setdefault(_role_key(name.role), plain)

    def _link_lead(self, scenes: Sequence[Scene]) -> None:
        """A title in the first sentence ("Sri Lanka's prime minister says") is the first person without one after it."""
        lead = [scene for scene in scenes if 0 <= scene.body_index < _NEAR]
        titles = [s.name for scene in lead[:1] for s in scene.names if s.name.kind == "role" and _role_key(s.name.text) not in self._by_role]
        people = [s.name for scene in lead[1:] for s in scene.names if s.name.kind == "person" and not s.name.role and " " in s.name.text]
        if titles and people:
            key = self._key(people[0])
            self._by_role[_role_key(titles[0].text)] = key
            old = self._people[key]
            if not old.role:
                self._people[key] = Actor(key, old.name, titles[0].text, old.country or titles[0].code)


def _plain(text: str) -> str:
    plain = " ".join(fold(text).split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain


def _role_key(text: str) -> str:
    """A title without whose it is: "Sri Lanka's prime minister" and "the prime minister" are one."""
    plain = _plain(text)
    return plain.rpartition("'s ")[2]
