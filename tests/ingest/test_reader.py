"""Files and pasted text become drafts, or say what is wrong with them and what to do next."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from postil.base.errors import InputError
from postil.ingest import reader
from postil.ingest.reader import LARGEST_BYTES, article_files, read_file, read_pasted
from tests import privileges

TEXT = "Le Premier ministre à Hà Nội\n\nUne conférence a eu lieu."


def refusal(path: Path) -> InputError:
    """What `read_file` says about `path`."""
    with pytest.raises(InputError) as refused:
        read_file(path)
    assert refused.value.what == path.name
    assert refused.value.next_step
    return refused.value


def test_a_file_becomes_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "article.TXT"
    path.write_bytes(TEXT.encode())
    draft = read_file(path)
    assert (draft.name, draft.text, draft.raw, draft.encoding, draft.reader) == ("article.TXT", TEXT, TEXT.encode(), "utf-8", "text")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("is_composed", [True, False])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_spelling_of_a_file_has_one_text(tmp_path: Path, ending: str, is_composed: bool, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT if is_composed else unicodedata.normalize("NFD", TEXT)).replace("\n", ending).encode(name))
    assert read_file(path).text == TEXT


def test_nothing_else_is_changed(tmp_path: Path) -> None:
    text = "  Espace\u00a0insécable\u202f!\t\n\n\n“x”  \u200b &nbsp; ﬁn\u2028 \n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert read_file(path).text == text


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    assert "empty" in refusal(path).cause


@pytest.mark.parametrize("content", [" \n\t\n", "\u00a0\u200b\ufeff", "\r\n\r\n"])
def test_only_white_space(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode())
    assert "white space" in refusal(path).cause


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))
    assert "10 MB" in refusal(path).cause


def test_a_file_that_grows_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    monkeypatch.setattr(reader, "LARGEST_BYTES", 99)
    monkeypatch.setattr(reader, "_guard", lambda *_: None)
    assert "MB" in refusal(path).cause


def test_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "folder.txt"
    path.mkdir()
    assert "folder" in refusal(path).cause


def test_a_file_that_vanished(tmp_path: Path) -> None:
    assert "not there" in refusal(tmp_path / "gone.txt").cause


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "ordinary" in refusal(path).cause


def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Secret words.")
    path.chmod(0)
    with privileges.as_unprivileged():
        assert "not allowed" in refusal(path).cause


def test_an_unreadable_folder_is_handed_on_and_explained(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "a.txt").write_text("Words.")
    inner.chmod(0)
    try:
        with privileges.as_unprivileged():
            assert article_files([tmp_path]) == (tmp_path / "a.txt", inner)
            assert "not allowed" in refusal(inner).cause
    finally:
        inner.chmod(0o700)


def test_a_broken_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert "Input/output error" in refusal(path).cause


@pytest.mark.parametrize(("name", "said"), [("a.docx", ".docx"), ("noending", "ending")])
def test_a_format_without_a_reader(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    path.write_text("Words.")
    assert said in refusal(path).cause


def test_folders_become_their_files_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "c.pdf", ".hidden.txt", "sub/d.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    expected = tuple(tmp_path / name for name in ("a.TXT", "b.txt", "sub/d.txt"))
    assert article_files([tmp_path]) == expected
    assert article_files([tmp_path / "b.txt", tmp_path]) == (tmp_path / "b.txt", tmp_path / "a.TXT", tmp_path / "sub/d.txt")


def test_named_files_are_kept_whatever_they_are(tmp_path: Path) -> None:
    named = (tmp_path / "gone.txt", tmp_path / "c.pdf")
    assert article_files(named) == named


def test_pasted_text() -> None:
    draft = read_pasted("Mot\u0301 hai\r\nba", "Pasted text")
    assert draft.text == "M\u00f3t hai\nba".replace("M\u00f3t", unicodedata.normalize("NFC", "Mot\u0301"))
    assert draft.raw == "Mot\u0301 hai\r\nba".encode()
    assert draft.reader == "pasted"


@pytest.mark.parametrize(("text", "said"), [("", "white space"), ("a\0b", "NUL"), ("a\ud800b", "halves"), ("é" * (LARGEST_BYTES // 2 + 1), "10 MB")])
def test_pasted_text_that_is_none(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_pasted(text, "Pasted text")
    assert refused.value.what == "Pasted text"


def test_no_two_readers_claim_one_ending() -> None:
    assert len(set(reader.known_suffixes())) == len(reader.known_suffixes()) > 0
