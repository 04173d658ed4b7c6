"""Every example beside a date rule holds, and every rule can be compiled and named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postil.base import paths
from postil.suggest.dates import find
from postil.suggest.dating.guards import GUARDS
from postil.suggest.dating.makers import MAKERS
from postil.suggest.dating.patterns import TABLE, Grammar
from postil.suggest.lexicon import LANGUAGES, Entry, Lexicon, LexiconError, read_entries

FILES = sorted(paths.resources("lexicon").glob("*/date_rules.toml"))
RULES = [(path, entry) for path in FILES for entry in read_entries(path)]
EXAMPLES = [
    pytest.param(language, example, id=f"{language}:{entry.get('id')}:{rank}")
    for path, entry in RULES
    for language in (LANGUAGES if path.parent.name == "common" else (path.parent.name,))
    for rank, example in enumerate(entry.get("examples", []))
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_the_example_beside_a_rule(language: str, example: dict[str, Any]) -> None:
    found = [
        m for m in find(example["text"], language, example.get("reference"), country="GB") if m.kind != "clock" or example.get("kind") == "clock"
    ]
    quotes = [example["text"][m.start : m.end] for m in found]
    if not example["expect"]:
        assert quotes == []
        return
    assert example["expect"] in quotes
    mention = found[quotes.index(example["expect"])]
    assert mention.edtf == example.get("edtf", "")
    assert mention.kind == example["kind"] if "kind" in example else mention.kind in ("date", "period")


@pytest.mark.parametrize(("path", "entry"), RULES, ids=lambda v: v.get("id") if isinstance(v, Entry) else v.parent.name)
def test_a_rule_names_what_exists(path: Path, entry: Entry) -> None:
    assert entry.table == TABLE
    assert entry.get("make") in MAKERS
    assert entry.get("guard", next(iter(GUARDS))) in GUARDS
    Grammar([entry])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_no_rule_twice(language: str) -> None:
    names = [entry.get("id") for entry in Lexicon.load(language).table(TABLE)]
    assert len(names) == len(set(names))


def test_a_rule_that_cannot_be_read_names_its_place() -> None:
    entry = Entry(TABLE, ("{day} {month",), attributes={"id": "broken"}, source="rules.toml:7")
    with pytest.raises(LexiconError, match=r"rules\.toml:7.*broken"):
        Grammar([entry])
