"""Frames as data: what the shipped ones must hold, and how a wrong one is told with file, line and entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.domain.commitment import CommitmentKind
from postil.suggest.commitments.frames import Frame, frame_of
from postil.suggest.commitments.grammar import FRAMES, grammar
from postil.suggest.lexicon import LANGUAGES, Lexicon, LexiconError, read_entries


def entry_of(tmp_path: Path, lines: str) -> Frame:
    path = tmp_path / "frames.toml"
    path.write_text(f'# frames\n[[commitment]]\nid = "x.y"\nforms = ["shall"]\n{lines}\n', "utf-8")
    return frame_of(read_entries(path)[0])


@pytest.mark.parametrize("language", LANGUAGES)
class TestShipped:
    """The frames of each language."""

    def test_every_kind_has_frames(self, language: str) -> None:
        kinds = {frame.kind for frame in grammar(language).frames.values()}
        assert kinds == set(CommitmentKind)

    def test_ids_begin_with_a_kind_and_are_unique_in_a_table(self, language: str) -> None:
        for table in FRAMES:
            ids = [str(entry.get("id")) for entry in Lexicon.load(language).table(table)]
            assert len(ids) == len(set(ids))
            assert {name.partition(".")[0] for name in ids} <= set(CommitmentKind)

    def test_every_noun_names_a_kind(self, language: str) -> None:
        for entry in Lexicon.load(language).table("commitment_noun"):
            assert CommitmentKind(entry.value) in (CommitmentKind.PLEDGE, CommitmentKind.DIRECTIVE)
            assert entry.get("id")


def test_only_french_has_a_future_told_by_its_ending() -> None:
    assert [language for language in LANGUAGES if grammar(language).future] == ["fr"]


def test_an_unknown_language_reads_as_english() -> None:
    assert "commit" in " ".join(grammar("de").members("item_verb") | {"commit"})
    assert grammar("de").frames == grammar("en").frames


def test_a_whole_frame(tmp_path: Path) -> None:
    frame = entry_of(
        tmp_path,
        'kind = "directive"\nthen = ["{verb}", "d\'ici à"]\ngap = 3\nbetween = "addressee"\nsubject = "none"\n'
        'needs = ["agent"]\nrefuse = ["state"]\nlist = true\nauthority = true\nconfidence = 700',
    )
    assert frame == Frame(
        "x.y",
        CommitmentKind.DIRECTIVE,
        (("{verb}",), ("d'", "ici", "à")),
        3,
        "addressee",
        "none",
        frozenset({"agent"}),
        ("state",),
        opens_list=True,
        authority=True,
        confidence=700,
    )


@pytest.mark.parametrize(
    ("lines", "cause"),
    [
        ('kind = "promise"', "'promise' is no kind of commitment"),
        ('kind = "plan"\ncolour = "red"', "unknown attribute 'colour'"),
        ('kind = "plan"\nthen = ["{noun}"]', "'then' knows no '{noun}'"),
        ('kind = "plan"\nneeds = ["luck"]', "'needs' knows no 'luck'"),
        ('kind = "plan"\nrefuse = ["weak"]', "'refuse' knows no 'weak'"),
        ('kind = "plan"\nsubject = "object"', "'subject' is one of issuer, addressee, none"),
        ('kind = "plan"\nconfidence = 1001', "'confidence' is a whole number from 0 to 1000"),
        ('kind = "plan"\ngap = true', "'gap' is a whole number"),
        ('kind = "plan"\nthen = "to"', "'then' needs a list of words"),
    ],
)
def test_a_wrong_frame_is_told_with_file_line_and_entry(tmp_path: Path, lines: str, cause: str) -> None:
    with pytest.raises(LexiconError) as error:
        entry_of(tmp_path, lines)
    assert cause in str(error.value)
    assert "frames.toml:2" in str(error.value)
    assert "commitment.x.y" in str(error.value)
