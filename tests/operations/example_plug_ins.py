"""Example suggesters as another package would bring them: one that works, and every way in which one can go wrong."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from postil.domain.annotation import Kind, Suggestion
from postil.domain.figure import Figure
from postil.domain.selector import Evidence, Role, quote
from postil.suggest.doc import Source
from postil.suggest.protocol import read_suggestion


def install(site: Path, *names: str, version: str = "0.3", monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the example suggesters named, as pip would: a distribution with entry points, in a folder on the path."""
    lines = "".join(f"example.{name.lower()} = {__name__}:{name}\n" for name in names)
    declare(site, "example-suggesters", version, lines)
    if str(site) not in sys.path:
        monkeypatch.syspath_prepend(str(site))


def declare(site: Path, package: str, version: str, lines: str) -> None:
    """Lay down a distribution whose entry points in the group are `lines`."""
    info = site / f"{package.replace('-', '_')}-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[postil.suggesters]\n{lines}")


class Years:
    """The whole protocol: an article in, suggestions out."""

    def suggest(self, source: Source) -> Iterator[Suggestion]:
        """A count for every year named: of no use to anybody, but sound."""
        for found in re.finditer(r"\b20\d\d\b", source.text):
            words = quote(source.text, found.start(), found.end(), Role.VALUE)
            body = Figure(number_as_written=found.group(), value=Decimal(found.group()), unit="year")
            yield Suggestion(Kind.FIGURE, body, (words,), "year", 300)


class Documents:
    """The same from JSON values, as a model would write them."""

    def suggest(self, source: Source) -> list[Suggestion]:
        """The first word as a count of one."""
        end = len(source.text.split()[0])
        data = {"kind": "figure", "rule": "first-word", "evidence": [{"start": 0, "end": end}], "body": {"value": "1", "counted": "word"}}
        return [read_suggestion(data, source.text)]


class Raises:
    """Has a bug."""

    def suggest(self, source: Source) -> Iterable[Suggestion]:
        """Fails."""
        raise ZeroDivisionError(source.text)


class Hangs:
    """Never comes back."""

    def suggest(self, source: Source) -> Iterable[Suggestion]:
        """Sleeps."""
        while source.text:
            time.sleep(1)
        return []


class Dies:
    """Takes its process with it."""

    def suggest(self, source: Source) -> Iterable[Suggestion]:
        """Ends."""
        os._exit(3 if source.text else 4)


class Strays:
    """Points outside the article."""

    def suggest(self, source: Source) -> list[Suggestion]:
        """A span behind the end."""
        end = len(source.text)
        return [Suggestion(Kind.FIGURE, Figure(value=Decimal(1)), (Evidence(end, end + 4, "2024", Role.VALUE),), "stray")]


class Prints:
    """Talks to standard output, which is not its own."""

    def suggest(self, source: Source) -> list[Suggestion]:
        """Nothing, loudly."""
        print("a model would print its progress here", len(source.text))
        return []


class Unmade:
    """Cannot be made."""

    def __init__(self) -> None:
        raise OSError("no model file")
