"""Languages of lines and articles: the same every time, from any thread, in capitals, and right on the samples."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.base import paths
from postil.ingest import langdetect_wrapper
from postil.ingest.languages import FEWEST_LETTERS, MOST_QUESTIONS, languages, prepared

SEEDS = sorted(paths.seeds().glob("*.txt"))
EXPECTED = {"000": "fr", "001": "en", "002": "fr", "003": "fr", "004": "vi"}
FOREIGN = {
    "001": ("Dự tại điểm cầu tỉnh",),
    "002": ("Vietnam.vn - Nền tảng", "Bản giao hưởng", "Bản giao hưởng", "Bản giao hưởng", "Bản giao hưởng"),
}


def texts() -> dict[str, str]:
    """Number of the seed → its text."""
    return {path.name[:3]: path.read_text("utf-8") for path in SEEDS}


@pytest.mark.parametrize("number", EXPECTED)
def test_every_line_of_a_sample(number: str) -> None:
    text = texts()[number]
    found = languages(text)
    assert found.article == EXPECTED[number]
    assert len(found.lines) == text.count("\n") + 1
    lines = zip(text.split("\n"), found.lines, strict=True)
    foreign = [words for words, line in lines if words.strip() and line.language != found.article]
    assert len(foreign) == len(FOREIGN.get(number, ()))
    assert all(words.startswith(start) for words, start in zip(foreign, FOREIGN.get(number, ()), strict=True))


def test_a_hundred_times_the_same() -> None:
    text = "\n".join(
        f"{words}\nMaigre\nLocale\nipv6 ready Chung nhan Tin Nhiem Mang\nimage banner of the restaurant" for words in texts()["001"].split("\n")[:8]
    )
    langdetect_wrapper.forget()
    first = languages(text)
    for _ in range(50):
        assert languages(text) == first
    for _ in range(50):
        langdetect_wrapper.profiles().sampled.cache_clear()
        assert languages(text) == first


def test_eight_threads_before_the_first_use() -> None:
    expected = {number: languages(text) for number, text in texts().items()}
    langdetect_wrapper.forget()
    work = [(number, text) for number, text in texts().items()] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda item: (item[0], languages(item[1])), work))
    assert all(found_there == expected[number] for number, found_there in found)


@pytest.mark.parametrize("number", EXPECTED)
def test_capitals_change_nothing(number: str) -> None:
    text = texts()[number]
    shouted, plain = languages(text.upper()), languages(text)
    assert shouted.article == plain.article
    assert [line.language for line in shouted.lines] == [line.language for line in plain.lines]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("The government has announced a new plan for the railways.", "en"),
        ("Le gouvernement a annoncé un nouveau plan pour les chemins de fer.", "fr"),
        ("Chính phủ vừa công bố kế hoạch mới cho ngành đường sắt.", "vi"),
        ("LE PREMIER MINISTRE REÇOIT LES AMBASSADEURS", "fr"),
        ("THỦ TƯỚNG TIẾP CÁC ĐẠI SỨ TẠI HÀ NỘI", "vi"),
        ("PRIME MINISTER MEETS THE AMBASSADORS", "en"),
        ("Thu tuong Chinh phu chu tri hoi nghi voi cac dai su", "vi"),
    ],
)
def test_single_lines(line: str, language: str) -> None:
    assert languages(line).article == language


@pytest.mark.parametrize("line", ["Comment (0)", "No data", "Maigre", "Login", "12 345", ""])
def test_short_lines_are_undetermined_and_follow_the_article(line: str) -> None:
    assert sum(map(str.isalpha, line)) < FEWEST_LETTERS
    text = f"Le gouvernement a annoncé un nouveau plan pour les chemins de fer.\n{line}\nLes travaux commenceront au printemps dans le nord du pays."
    found = languages(text).lines[1]
    assert (found.language, found.is_own) == ("fr", False)
    between = f"Le gouvernement a annoncé un nouveau plan.\n{line}\nThe works will begin in the spring in the north of the country."
    assert languages(between).lines[1].language == languages(between).article


def test_another_script_is_told_apart() -> None:
    text = "The government has announced a new plan for the railways.\n政府は新しい鉄道計画を発表した。\nThe works will begin in the spring."
    assert [line.language for line in languages(text).lines] == ["en", "und", "en"]
    assert languages("政府は新しい鉄道計画を発表した。").article == ""


def test_nothing_is_known_of_a_text_without_words() -> None:
    found = languages("12345\n\n%%%")
    assert found.article == ""
    assert {line.language for line in found.lines} == {""}


def test_many_short_lines_are_judged_together() -> None:
    assert languages("Thủ tướng\nhội nghị\nđại sứ\nngoại giao").article == "vi"


def test_addresses_digits_and_mark_up_are_not_words() -> None:
    line = "Voir [le rapport](https://example.org/the-government-has-a-plan) ![the old bridge](https://example.org/x.jpg) a@b.org &nbsp; 2024"
    assert prepared(line).split() == ["voir", "le", "rapport"]


def test_a_question_to_the_library_is_asked_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(words: str) -> str:
        asked.append(words)
        return "xx"

    monkeypatch.setattr(langdetect_wrapper.profiles(), "sampled", answer)
    languages("\n".join(f"restaurant nation place village table {chr(97 + i % 26) * 3}{chr(97 + i // 26) * 3}" for i in range(600)))
    assert 0 < len(asked) <= MOST_QUESTIONS + 1


def test_the_library_is_really_asked_when_it_is_close(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Restaurant orange table place village"
    monkeypatch.setattr(langdetect_wrapper.profiles(), "sampled", lambda words: "vi")
    assert not languages(f"{line}\n{line}").lines[0].is_own


def test_an_unknown_language_has_no_profile() -> None:
    with pytest.raises(ValueError, match="no profile"):
        langdetect_wrapper.Profiles(("en", "xx-none"))


@given(st.text(max_size=300))
def test_any_text_has_a_language_for_each_line(text: str) -> None:
    found = languages(text)
    assert len(found.lines) == len(text.split("\n"))
    assert {line.language for line in found.lines} <= {"en", "fr", "vi", "und", ""}
    assert found == languages(text)
