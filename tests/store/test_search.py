"""Search: a plain keyboard finds accented words, whatever form they are written in, and the hit is shown where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil.base.fold import fold
from postil.operations.articles import CorrectMeta, ImportArticles
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.store import driver, schema
from postil.store.matching import loose, match_expression, pattern, words
from tests import fakes

ARTICLES = {
    "vi": "Phạm Minh Chính thăm Đồng Nai.\nKinh tế tăng trưởng.",
    "capitals": "PHẠM MINH CHÍNH THĂM ĐỒNG NAI",
    "fr": "L'œuvre du Général à Đà Nẵng ; économie, cœur, Straße.",
    "en": "Nothing here but dong and economics.",
    "nfd": "viết rời",
}
LETTERS = "abcdeinotuy " + "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ" + "éèêëàâçùûîïôœæÉÈŒÆĐÂÊ" + "ßøłØŁﬁﬂ" + "AĂ'’-.,12"
some_text = st.text(st.sampled_from(LETTERS), min_size=1, max_size=40).map(lambda text: unicodedata.normalize("NFC", text))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with pytest.MonkeyPatch.context() as patch, fakes.project(tmp_path_factory.mktemp("search") / "p", articles=0) as opened:
        patch.setenv("POSTIL_HOME", str(tmp_path_factory.mktemp("home")))
        opened.apply(ImportArticles(tuple(fakes.draft(text, f"{name}.txt") for name, text in ARTICLES.items())))
        yield opened


def found(session: Session, query: str, order: str = "next") -> set[str]:
    return {row.name.removesuffix(".txt") for row in session.queries.library(LibraryFilter(text=query, order=order)).rows}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("pham minh chinh", {"vi", "capitals"}),
        ("Phạm Minh Chính", {"vi", "capitals"}),
        (unicodedata.normalize("NFD", "Phạm Minh Chính"), {"vi", "capitals"}),
        ("PHAM MINH CHINH", {"vi", "capitals"}),
        ("dong nai", {"vi", "capitals"}),
        ("đồng nai", {"vi", "capitals"}),
        ("ĐONG NAI", {"vi", "capitals"}),
        ("kinh te", {"vi"}),
        ("kinh t", {"vi"}),
        ("kinh tang truo", {"vi"}),
        ("kinh n", set()),
        ("oeuvre", {"fr"}),
        ("œuvre", {"fr"}),
        ("da nang general", {"fr"}),
        ("strasse", {"fr"}),
        ("coeur", {"fr"}),
        ('"minh chinh"', {"vi", "capitals"}),
        ('"chinh minh"', set()),
        ("chinh minh", {"vi", "capitals"}),
        ("viet roi", {"nfd"}),
        ("dong", {"vi", "capitals", "en"}),
        ("econ", {"fr", "en"}),
        ("nowhere", set()),
    ],
)
def test_what_is_typed_plainly_is_found(session: Session, query: str, names: set[str]) -> None:
    assert found(session, query) == names
    assert found(session, query, order="title") == names


@pytest.mark.parametrize(
    "query", ['"', '""', "*", "AND", "NEAR(", "a OR", "col:x", "-x", "^x", "(", "'; DROP TABLE article; --", "{", "\0", "…", "   "]
)
def test_signs_of_the_query_language_are_words_or_nothing(session: Session, query: str) -> None:
    page = session.queries.library(LibraryFilter(text=query))
    assert page.total >= len(page.rows)


@given(st.text(max_size=30))
def test_no_query_is_an_error(query: str) -> None:
    with closing(driver.library.connect(":memory:")) as memory:
        memory.execute(schema.SEARCH)
        expression = match_expression(query)
        if expression:
            memory.execute("SELECT rowid FROM article_search WHERE article_search MATCH ?", (expression,)).fetchall()


def test_the_hit_is_shown_where_it_stands(session: Session) -> None:
    for query, quoted in (("dong nai", "Đồng Nai"), ("kinh te", "Kinh tế"), ("pham minh chinh", "Phạm Minh Chính")):
        row = next(r for r in session.queries.library(LibraryFilter(text=query)).rows if r.name == "vi.txt")
        start, end = row.hit
        assert row.snippet[start:end] == quoted


def test_a_title_counts_more_than_a_mention(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p", articles=0) as session:
        texts = ("Something else\n" + "words and words. " * 30 + "GDP is mentioned once.", "GDP grows\n" + "other words here. " * 30)
        session.apply(ImportArticles(tuple(fakes.draft(text, f"{n}.txt") for n, text in enumerate(texts))))
        assert [row.name for row in session.queries.library(LibraryFilter(text="gdp")).rows] == ["1.txt", "0.txt"]


def test_a_corrected_title_is_found_and_the_old_one_not_as_a_title(tmp_path: Path) -> None:
    with fakes.project(tmp_path / "p") as session:
        article = fakes.first_article(session)
        assert not session.queries.library(LibraryFilter(text="zebra")).total
        session.apply(CorrectMeta(article, "title", "Zebra đặc biệt"))
        assert session.queries.library(LibraryFilter(text="zebra dac biet")).total == 1
        session.undo()
        assert not session.queries.library(LibraryFilter(text="zebra")).total
        assert session.queries.library(LibraryFilter(text="ngoai giao")).total == 1


@given(text=some_text, data=st.data())
@example("Đồng", None)
@example("cœur", None)
def test_index_fold_and_pattern_agree(text: str, data: st.DataObject | None) -> None:
    """A word of a text, as a plain keyboard writes it, is found by the index and by the pattern that shows the hit."""
    tokens = words(text)
    if not tokens:
        return
    word = data.draw(st.sampled_from(tokens)) if data is not None else tokens[0]
    plain = fold(word)
    with closing(driver.library.connect(":memory:")) as memory:
        memory.execute(schema.SEARCH)
        memory.execute("INSERT INTO article_search(rowid, title, body) VALUES(1, '', ?)", (loose(text),))
        for query in (plain, plain.upper(), word, unicodedata.normalize("NFD", word)):
            expression = match_expression(query)
            assert memory.execute("SELECT rowid FROM article_search WHERE article_search MATCH ?", (expression,)).fetchall() == [(1,)], query
            shown = pattern(query)
            assert shown is not None
            hit = shown.search(text)
            assert hit is not None, (query, text)
            assert fold(unicodedata.normalize("NFC", hit.group())).startswith(fold(words(query)[0])[:1])
