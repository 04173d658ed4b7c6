"""The lexicon engine: longest match, neighbours, conflicts, overrides, and errors that say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.suggest.lexicon import Lexicon, LexiconError, read_entries
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def write(folder: Path, text: str, name: str = "words.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def first(lexicon: Lexicon, table: str, text: str) -> str:
    tokens = tokenize(shadow(text))
    found = lexicon.find(tokens, table)
    return text[tokens[found[0].first].start : tokens[found[0].last].end] if found else ""


def test_longest_match_and_attributes(tmp_path: Path) -> None:
    write(tmp_path, '[[hedge]]\nforms = ["près", "près de"]\nvalue = "nearly"\nposition = "before"\n')
    lexicon = Lexicon.load("fr", tmp_path)
    tokens = tokenize("Près de 60")
    found = lexicon.match(tokens, 0, "hedge")
    assert found is not None
    assert (found.first, found.last, found.entry.value, found.entry.get("position")) == (0, 1, "nearly", "before")
    assert lexicon.match(tokens, 0, "hedge", stop=1) is not None
    assert lexicon.match(tokens, 0, "other") is None
    before = lexicon.match_before(tokens, 2, "hedge")
    assert before is not None
    assert before.first == 0


def test_compact_table(tmp_path: Path) -> None:
    write(tmp_path, '[place]\nFR = ["France", "l\u2019Hexagone"]\n')
    assert first(Lexicon.load("fr", tmp_path), "place", "dans l'hexagone") == "l'hexagone"


def test_neighbours_and_conflicts(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[[a]]\nforms = ["tỷ"]\nonly_if = {before = ["{digits}"]}\n[[b]]\nforms = ["giao"]\nconflicts = ["ngoại giao", "giao lưu"]\n'
        '[[c]]\nforms = ["nine"]\nnot_if = {after = ["to five"], before = ["cloud"]}\n',
    )
    lexicon = Lexicon.load("vi", tmp_path)
    assert first(lexicon, "a", "5 tỷ") == "tỷ"
    assert first(lexicon, "a", "tỷ lệ") == ""
    assert [first(lexicon, "b", text) for text in ("giao việc", "ngoại giao", "giao lưu", "giao")] == ["giao", "", "", "giao"]
    assert [first(lexicon, "c", text) for text in ("nine to five", "cloud nine", "nine to six")] == ["", "", "nine"]


def test_fold_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, '[[a]]\nforms = ["États-Unis"]\nfold = true\n[[b]]\nforms = ["marché"]\n')
    lexicon = Lexicon.load("fr", tmp_path)
    assert first(lexicon, "a", "LES ETATS-UNIS") == "ETATS-UNIS"
    assert first(lexicon, "b", "il marche") == ""


def test_later_forms_replace_earlier_ones_and_changes_are_seen(tmp_path: Path) -> None:
    write(tmp_path, '[[a]]\nforms = ["mot"]\nvalue = 1\n', "1.toml")
    write(tmp_path, '[[a]]\nforms = ["mot"]\nvalue = 2\n', "2.toml")
    found = Lexicon.load("fr", tmp_path).match(tokenize("mot"), 0, "a")
    assert found is not None
    assert found.entry.value == 2
    assert found.entry.source == f"{tmp_path.name}/2.toml:1"


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ('[[a]]\nforms = ["x"]\n[[a]]\nform = ["y"]\n', ":3", "entry 2 of [[a]]: “forms”"),
        ('[[a]]\nforms = ["x"]\nconflicts = ["y z"]\n', ":1", "(x): the conflict “y z”"),
        ('[[a]]\nforms = ["x"]\nonly_if = {near = ["y"]}\n', ":1", "“only_if”"),
        ('[[a]]\nforms = ["x"]\nnot_if = {after = ["{nothing}"]}\n', ":1", "{nothing}"),
        ('[[a]]\nforms = ["x"]\ntests = [{text = "x"}]\n', ":1", "“expect”"),
        ('[a]\n\nFR = "France"\n', ":3", "entry “FR” of [a]"),
        ("[[a]]\nforms = [\n", "", "end of document"),
        ("a = 1\n", ":1", "“a”"),
    ],
)
def test_errors_name_file_line_and_entry(tmp_path: Path, text: str, where: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(LexiconError) as raised:
        read_entries(path)
    assert raised.value.what == f"{path}{where}"
    assert says in raised.value.cause
    assert raised.value.next_step


def test_aliases_are_forms_and_capitals_can_be_asked_for() -> None:
    vietnamese, english = Lexicon.load("vi"), Lexicon.load("en")
    assert first(vietnamese, "territory", "sang Mỹ và Pháp") == "Mỹ"
    assert first(vietnamese, "territory", "hội họa mỹ thuật, pháp luật") == ""
    assert first(english, "territory", "It told us that the US and China") == "US"
    assert first(Lexicon.load("fr"), "territory", "AUX ETATS-UNIS") == "ETATS-UNIS"
