"""Who is who in an article: every mention of a person, title or body is led back to one actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from postil.base.fold import fold
from postil.suggest.doc import Name
from postil.suggest.events.scene import Scene

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
        self._holders: dict[str, str] = {}
        lexicon = scenes[0].view.lexicon if scenes else None
        self._same = {_plain(form): str(entry.value) for entry in lexicon.table("title_same") for form in entry.forms} if lexicon else {}
        self._weak = {_plain(form) for entry in lexicon.table("title_weak") for form in entry.forms} if lexicon else set()
        self._private = {_plain(form) for entry in lexicon.table("title_private") for form in entry.forms} if lexicon else set()
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
        if name.kind in ("body", "country"):
            return True
        role = name.text if name.kind == "role" else self.actor(name).role
        return bool(role) and not any(word in self._private for word in (_plain(role), _plain(role).partition(" ")[0]))

    def _key(self, name: Name) -> str:
        plain = _plain(name.text)
        if name.kind == "person":
            return plain if plain in self._people else self._by_part.get(plain.rpartition(" ")[2], plain)
        if name.kind == "role":
            return self._holder(self._role_key(name.text)) or plain
        return plain

    def _holder(self, role: str) -> str:
        """The person with that title, or with the only title that begins with it ("le commissaire européen")."""
        if role in self._by_role:
            return self._by_role[role]
        if role not in self._holders:
            self._holders[role] = self._only_holder(role)
        return self._holders[role]

    def _only_holder(self, role: str) -> str:
        longer = {key for title, key in self._by_role.items() if title.startswith(role + " ") or role.startswith(title + " ")}
        return longer.pop() if len(longer) == 1 and " " in role else ""

    def _role_key(self, text: str) -> str:
        """A title without whose it is: "Sri Lanka's prime minister" and "the prime minister" are one."""
        plain = _plain(text).rpartition("'s ")[2]
        return _plain(self._same.get(plain, plain))

    def _better(self, new: str, old: str) -> str:
        """The title that says more."""
        if not new or (old and _plain(old) not in self._weak and (_plain(new) in self._weak or len(new) <= len(old))):
            return old
        return new

    def _add(self, name: Name) -> None:
        plain = _plain(name.text)
        words = plain.split()
        if len(words) == 1 and words[0] in self._by_part:
            plain = self._by_part[words[0]]
        old = self._people.get(plain)
        role = self._better(name.role, old.role if old else "")
        self._people[plain] = Actor(plain, old.name if old else name.text, role, (old.country if old else "") or name.code)
        self._by_part.setdefault(plain.rpartition(" ")[2], plain)
        if name.role and _plain(name.role) not in self._weak:
            self._by_role.setdefault(self._role_key(name.role), plain)

    def _link_lead(self, scenes: Sequence[Scene]) -> None:
        """A title in the first sentence ("Sri Lanka's prime minister says") is the first person without one after it."""
        lead = [scene for scene in scenes if 0 <= scene.body_index < _NEAR]
        titles = [s.name for scene in lead[:1] for s in scene.names if s.name.kind == "role" and self._role_key(s.name.text) not in self._by_role]
        people = [s.name for scene in lead[1:] for s in scene.names if s.name.kind == "person" and not s.name.role and " " in s.name.text]
        if titles and people:
            key = self._key(people[0])
            self._by_role[self._role_key(titles[0].text)] = key
            old = self._people[key]
            if not old.role:
                self._people[key] = Actor(key, old.name, titles[0].text, old.country or titles[0].code)


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    plain = " ".join(fold(text).split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain
