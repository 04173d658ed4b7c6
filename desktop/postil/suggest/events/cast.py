"""Who is who in an article: every mention of a person, title or body is led back to one actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from postil.base.fold import fold
from postil.suggest.doc import Name
from postil.suggest.events.scene import Scene
from postil.suggest.names.bodies import short_form

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
        self._bodies: dict[str, str] = {}
        self._full: dict[str, str] = {}
        self._by_word: dict[str, set[str]] = {}
        lexicon = scenes[0].view.lexicon if scenes else None
        self._same = {plain(form): str(entry.value) for entry in lexicon.table("title_same") for form in entry.forms} if lexicon else {}
        self._weak = {plain(form) for entry in lexicon.table("title_weak") for form in entry.forms} if lexicon else set()
        self._private = {plain(form) for entry in lexicon.table("title_private") for form in entry.forms} if lexicon else set()
        self._suffixes = {plain(form) for entry in lexicon.table("name_suffix") for form in entry.forms} if lexicon else set()
        self._judging = {plain(form) for entry in lexicon.table("court_word") for form in entry.forms} if lexicon else set()
        self._counting = {plain(form) for entry in lexicon.table("statistics_word") for form in entry.forms} if lexicon else set()
        spots = [(scene, spot) for scene in scenes for spot in scene.names]
        for scene, spot in spots:
            if spot.name.kind == "body":
                self._add_body(spot.name.text, short_form(scene.view, spot.end))
        people = [spot.name for _, spot in spots if spot.name.kind == "person"]
        for name in sorted(people, key=lambda name: " " not in name.text):
            self._add(name)
        self._link_lead(scenes)

    def actor(self, name: Name) -> Actor:
        """The actor that `name` mentions."""
        key = self._key(name)
        known = self._people.get(key)
        if known:
            return known
        return Actor(key, self._bodies.get(key, name.text) if name.kind == "body" else name.text, name.role, name.code)

    def has_role(self, name: Name) -> bool:
        """Is it somebody or something that speaks with authority: a body, a title, a person with a title?"""
        if name.kind in ("body", "country"):
            return True
        role = name.text if name.kind == "role" else self.actor(name).role
        words = plain(role)
        return bool(role) and not any(word in self._private for word in (words, words.partition(" ")[0], *_tails(words)))

    def is_court(self, name: Name) -> bool:
        """Is it a court or a judge? What it says on a day is a ruling."""
        return any(f" {word} " in f" {plain(self.actor(name).name)} " for word in self._judging)

    def is_statistical(self, name: Name) -> bool:
        """Is it an office of statistics? What it reports is a publication."""
        return name.kind == "body" and any(f" {word} " in f" {plain(self.actor(name).name)} " for word in self._counting)

    def _key(self, name: Name) -> str:
        key = plain(name.text)
        if name.kind == "person":
            return key if key in self._people else self._by_part.get(key.rpartition(" ")[2], key)
        if name.kind == "role":
            return self._holder(self._role_key(name.text)) or key
        return self._body_key(key) if name.kind == "body" else key

    def _body_key(self, key: str) -> str:
        """A short form means its full one; a bare head noun ("the ministry") the only body named with it."""
        if key not in self._full:
            self._full[key] = self._only_body(key) if " " not in key else key
        return self._full[key]

    def _only_body(self, head: str) -> str:
        longer = self._by_word.get(head, set())
        return next(iter(longer)) if len(longer) == 1 else head

    def _add_body(self, name: str, short: str) -> None:
        folded = plain(name)
        self._bodies.setdefault(folded, name)
        if short:
            self._full.setdefault(plain(short), folded)
        first, _, rest = folded.partition(" ")
        for word in {first, rest.rpartition(" ")[2]} if rest else ():
            self._by_word.setdefault(word, set()).add(folded)

    def _holder(self, role: str) -> str:
        """The person with that title, or with the only title that begins with it ("le commissaire européen")."""
        if role in self._by_role:
            return self._by_role[role]
        if role not in self._holders:
            self._holders[role] = self._only_holder(role)
        return self._holders[role]

    def _only_holder(self, role: str) -> str:
        longer = {key for title, key in self._by_role.items() if _holds(title, role) or _holds(role, title)}
        return longer.pop() if len(longer) == 1 and " " in role else ""

    def _role_key(self, text: str) -> str:
        """A title without whose it is: "Sri Lanka's prime minister" and "the prime minister" are one."""
        key = plain(text).rpartition("'s ")[2]
        return plain(self._same.get(key, key))

    def _better(self, new: str, old: str) -> str:
        """The title that says more."""
        if not new or (old and plain(old) not in self._weak and (plain(new) in self._weak or len(new) <= len(old))):
            return old
        return new

    def _add(self, name: Name) -> None:
        key = plain(name.text)
        words = key.split()
        if len(words) == 1 and words[0] in self._by_part:
            key = self._by_part[words[0]]
        old = self._people.get(key)
        role = self._better(name.role, old.role if old else "")
        self._people[key] = Actor(key, old.name if old else name.text, role, (old.country if old else "") or name.code)
        self._by_part.setdefault(self._family(key), key)
        if name.role and plain(name.role) not in self._weak:
            self._by_role.setdefault(self._role_key(name.role), key)

    def _family(self, key: str) -> str:
        """The word by which a person is named again: the last one, "III" and "Jr" left out."""
        words = key.split()
        return words[-2] if len(words) > 1 and words[-1] in self._suffixes else words[-1]

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


def _tails(words: str) -> tuple[str, str]:
    """The last word of a title, and its last two."""
    parts = words.split()
    return parts[-1] if parts else "", " ".join(parts[-2:])


def _holds(long: str, short: str) -> bool:
    """Does a title begin or end with the words of another ("government spokesperson", "spokesperson")?"""
    return long.startswith(short + " ") or long.endswith(" " + short)


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """The name or title without accents, capitals and article: what names are compared by."""
    folded = " ".join(fold(text).split())
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    return folded
