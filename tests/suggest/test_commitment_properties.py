"""Whatever the text: no exception, spans inside it, quotes that stand, the same result for look-alike signs, time linear in length."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.domain.selector import EvidenceState, Role, state_of
from postil.suggest.commitments import find as module
from tests.suggest.commitment_reading import commitments, read, told

WORDS = {
    "en": "The ministry said it will build , and agreed to share ; that \" ( ) : . which he must promising goal of 8 % by 2030 ' asked banks",
    "fr": "Le ministère a demandé aux préfets de construire , et s'engage à ; que « » ( ) : . qui sera fixé il faut objectif de 8 % d'ici 2030",
    "vi": 'Bộ trưởng yêu cầu các tỉnh đẩy mạnh , và cam kết ; rằng " ( ) : . sẽ xây dựng phấn đấu đạt 8 % năm 2030 cần phải gồm Đối với',
}
SENTENCES = {
    "en": "The two ministers agreed to reopen the border; and the agency's chief said banks must publish fees by 2030.",
    "fr": "Il est nécessaire que l'État s'engage à réduire de 8 % les rejets d'ici 2030 ; « nous allons l'aider », a dit le maire.",
    "vi": "Thủ tướng yêu cầu các bộ rà soát hồ sơ; hòa giải tranh chấp; Hà Nội sẽ xây dựng 8 trường trong năm 2030.",
}


def texts(language: str) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS[language].split()), max_size=60).map(" ".join)
    letters = st.characters(codec="utf-8", exclude_categories=["No"])
    return st.lists(st.one_of(words, st.text(letters, max_size=20)), max_size=6).map("\n".join)


@pytest.mark.parametrize("language", WORDS)
@given(data=st.data())
def test_any_text_gives_sound_suggestions(language: str, data: st.DataObject) -> None:
    text = unicodedata.normalize("NFC", data.draw(texts(language)))
    found = commitments(text, language)
    for item in found:
        assert item.evidence[0].role is Role.WHOLE
        assert all(state_of(text, evidence) is EvidenceState.OK for evidence in item.evidence)
    assert [item.key for item in found] == [f"commitment-{rank}" for rank in range(len(found))]
    assert all(a.evidence[0].start <= b.evidence[0].start for a, b in pairwise(found))


@pytest.mark.parametrize("language", SENTENCES)
class TestLookAlikes:
    """What is typed differently but reads the same."""

    def test_spaces_apostrophes_and_quotes(self, language: str) -> None:
        text = SENTENCES[language]
        other = text.replace(" ", "\u00a0").replace("'", "\u2019").replace("« ", "«\u202f")
        assert [(c.rule, c.evidence[0].start, c.evidence[0].end) for c in commitments(other, language)] == [
            (c.rule, c.evidence[0].start, c.evidence[0].end) for c in commitments(text, language)
        ]

    def test_decomposed_letters(self, language: str) -> None:
        text = SENTENCES[language]
        found = [unicodedata.normalize("NFC", line) for line in told(unicodedata.normalize("NFD", text), language)]
        assert found == told(text, language)
        assert found

    def test_a_doubled_article_says_it_once(self, language: str) -> None:
        text = SENTENCES[language]
        assert told(f"{text}\n{text}", language) == told(text, language)

    def test_neighbours_do_not_matter(self, language: str) -> None:
        text = SENTENCES[language]
        assert told(f"{text}\n\n12345\n\n- - -", language) == told(text, language)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "will sign and must pay, that he "),
        ("fr", "doit signer et va payer, que le maire "),
        ("vi", "sẽ ký và phải trả, rằng bộ "),
        ("en", '"( " '),
    ],
)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(language: str, piece: str) -> None:
    """Steps of the interpreter inside the package are counted, not seconds."""
    few, many = (_steps(read(piece * times, language)) for times in (60, 480))
    assert many <= 12 * max(few, 1)


def _steps(doc: object) -> int:
    count = 0

    def tracer(_frame: object, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "call"
        return None

    before = sys.getprofile()
    sys.setprofile(tracer)
    try:
        module.find_commitments(doc)  # type: ignore[arg-type]
    finally:
        sys.setprofile(before)
    return count
