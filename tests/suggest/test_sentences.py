"""Sentences: stops that end nothing, lines that end a sentence, lines that do not; and clauses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.domain.zone import Zone, ZoneKind
from postil.suggest.doc import Sentence
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize


def cut(text: str, language: str, zones: tuple[Zone, ...] = ()) -> list[Sentence]:
    plain = shadow(text)
    return list(sentences(plain, tokenize(plain), zones, language))


def quotes(text: str, language: str, zones: tuple[Zone, ...] = ()) -> list[str]:
    return [text[s.start : s.end] for s in cut(text, language, zones)]


EN = [
    ["Mr. Trinh met PM. Pham Minh Chinh in the U.S. on Nov. 2.", "He left at 10 p.m. the same day."],
    ["It cost $3.5 million in 2024.", "700 firms paid."],
    ["They met at 10 p.m. Monday.", "He spoke."],
    ["The U.S. Ambassador came.", "The talks ended."],
    ["Prices rose in the U.S.", "The bank cut rates."],
    ["J. R. Smith and A. Lee signed.", "Both left."],
    ["It sells cars, ships, etc.", "The firm grew."],
    ["Acme Inc. reported a loss.", "Shares fell."],
    ['"We will win," he said.', "“Never doubt it.”", "She agreed."],
    ["Really?!", "Yes!", "Fine."],
    ["He waited... and left.", "Nobody came."],
    ["He waited…", "Then he left."],
    ["See vnexpress.net for more.", "It is free."],
    ["Dr. Lee (see Fig. 3) explained.", "No. 5 was empty."],
    ["The goal was met.", "(It had been missed.)", "All cheered."],
    ["Growth was 7%.", "Inflation was 3.5%.", "Fine."],
    ["He chose plan B.", "The others stayed."],
    ["It was the end.", "- Photo: AP"],
    ["Section 1.2.3 applies.", "See p. 5 of vol. 2."],
    ["He paid Rs. 5.10 billion for it.", "Nobody asked why."],
    ["It cost Sh. 250 million in all.", "The county paid Ksh. 3,000 more."],
    ["Net profit was Tk. 3 crore.", "It fell."],
    ["Gov. Idris Wada met Lt. Gen. Ali Khan on Friday.", "They agreed."],
    ["It is made by Acme Co. Ltd. in Hanoi.", "It sells well."],
    ["Shares of Acme Inc. (TSX:ACM) rose.", "The rest fell."],
    ["The firm, based in Washington, D.C., said so.", "It will hire."],
    ["U.S. President Joe Biden and U.K. Prime Minister Rishi Sunak met.", "They talked."],
    ["Prof. Dr. Md. Yunus spoke.", "Engr. Musa and Barr. Bello did too."],
    ["See pp. 3-5 and Figs. 2 and 3.", "They show it."],
    ["The Hon. Minister Mr. J.B. Danquah Jr. spoke.", "All clapped."],
    ["Growth was 7.2% vs. 6.5% a year ago.", "It will slow."],
    ["Sen. Warren (D-Mass.) objected.", "Others did too."],
    ["It was 2020.", "2021 was worse."],
    ["The deal, worth $5 bn., was signed.", "It is big."],
    ["Costs rose to Rs.500 a litre.", "People queue."],
]
FR = [
    ["M. Nath et Mme. Smadja ont parlé.", "Ils sont partis."],
    ["Le prix est de 3,5 % en janv. 2024.", "Il baisse."],
    ["Voir l'art. 3 et la p. 12.", "C'est clair."],
    ["« C'est fini. »", "Il partit."],
    ["Il a dit : « Non. »", "Puis il se tut."],
    ["Des fruits, des légumes, etc.", "Ces produits abondent."],
    ["Il attend... puis repart.", "Personne ne vint."],
    ["Est-ce vrai ?", "Oui !"],
    ["Le siècle av. J.-C. fut long.", "Le suivant aussi."],
    ["MM. Nam et Tien sont là.", "Le Dr. Ba aussi."],
    ["La société S.A. Dupont vend.", "Elle gagne."],
    ["Le solde est de 1.200.000 francs.", "Il croît."],
    ["Rendez-vous à 18 h 30.", "Le public est attendu."],
    ["Le « pont de Quang Tri ».", "La salle était pleine."],
    ["L'ONU (cf. note 3) l'a dit.", "L'UE suit."],
    ["Il habite 5 av. Foch à Paris.", "Sa sœur aussi."],
    ["Fin de citation.", "« Une autre commence », dit-il."],
    ["Le 15 juill. 2021, il est parti.", "Il est revenu en févr. 2022."],
    ["Selon l'art. 3 al. 2 de la loi, c'est permis.", "Le juge suit."],
    ["Le Pr. Diallo et le Dr. Ba sont là.", "Ils parlent."],
    ["La S.N.C.F. a perdu.", "Elle licencie."],
    ["« Est-ce fini ? » demande-t-il.", "Personne ne répond."],
    ["M. A. Diallo et Mme B. Ba signent.", "Ils partent."],
    ["Le député (P.S.) a voté contre.", "Son parti a suivi."],
    ["Le gén. Dupont et le col. Ba sont là.", "Le cdt. Sy aussi."],
    ["Le prix est de 3,5 Mds.", "Le reste suit."],
    ["Il pèse 3 t.", "Le prix baisse."],
]
VI = [
    ["Ông sống ở TP. Hồ Chí Minh từ năm 2010.", "Bà cũng vậy."],
    ["Tăng 3,5% so với năm trước.", "700 doanh nghiệp tham gia."],
    ["PGS.TS. Nguyễn Văn A phát biểu.", "Các đại biểu vỗ tay."],
    ["Dầu khí, viễn thông, v.v. Hai bên nhất trí."],
    ["Hội nghị bàn về thương mại, đầu tư...", "Các bên đồng ý."],
    ["Xin hỏi ông có đồng ý không?", "Có!"],
    ["Truy cập baochinhphu.vn để xem.", "Miễn phí."],
    ["Kim ngạch đạt 11.300 USD.", "Đây là mức cao."],
    ["Ông nói: “Chúng ta sẽ thắng.”", "Mọi người vỗ tay."],
    ["Quyết định số 1234/QĐ-TTg.", "Có hiệu lực ngay."],
    ["Q.1, TP.HCM đông đúc.", "Đường tắc."],
    ["ThS. Lê Thị B và BS. Trần C đã đến.", "Họ làm việc."],
    ["Bộ trưởng (người đứng đầu) trả lời.", "Phiên họp kết thúc."],
    ["Sản xuất giày dép, túi xách…", "Xuất khẩu tăng."],
    ["Ngày 20.12.2024, hội nghị khai mạc.", "Ngày 21.12 bế mạc."],
    ["Giá là 800.000 đồng.", "Giá cũ là 650.000 đồng."],
    ["TS. Nguyễn Văn A và PGS. TS. Lê B phát biểu.", "Mọi người vỗ tay."],
    ["GS.TSKH. Đặng D giảng bài.", "Sinh viên nghe."],
    ["ThS.BS. Trần C và KTS. Lê D đến.", "Họ phát biểu."],
    ["Ths. Hoàng F, NCS. Lý G đến.", "Họ làm việc."],
    ["Xuất khẩu gạo, cà phê, v.v... tăng mạnh.", "Nhập khẩu giảm."],
    ["Anh N.V.A. khai nhận.", "Công an điều tra."],
    ["Ông T. cho biết.", "Bà H. đồng ý."],
    ["Tp. Huế mưa to.", "Nước lên."],
    ["Tổng vốn 3.000 tỷ đồng.", "2.000 tỷ là vốn vay."],
    ["Ông sống ở TP.HCM.", "Bà ở Q.1."],
    ["Hội nghị diễn ra từ 8g30.", "Đại biểu đến đủ."],
]
CASES = [
    pytest.param(language, parts, id=f"{language}-{rank}")
    for language, rows in (("en", EN), ("fr", FR), ("vi", VI))
    for rank, parts in enumerate(rows)
]


@pytest.mark.parametrize(("language", "parts"), CASES)
def test_where_sentences_end(language: str, parts: list[str]) -> None:
    expected = ["Dầu khí, viễn thông, v.v.", "Hai bên nhất trí."] if parts[0].startswith("Dầu khí") else parts
    assert quotes(" ".join(parts), language) == expected


@pytest.mark.parametrize(("language", "parts"), CASES)
def test_no_break_spaces_change_nothing(language: str, parts: list[str]) -> None:
    text = " ".join(parts)
    assert [(s.start, s.end) for s in cut(text.replace(" ", "\u00a0"), language)] == [(s.start, s.end) for s in cut(text, language)]


def test_a_lost_space_still_ends_a_sentence() -> None:
    assert quotes("Le commerce croît encore.Le sommet aura lieu.", "fr") == ["Le commerce croît encore.", "Le sommet aura lieu."]
    assert quotes("l'Asie du Sud-Est (Asean).Le commerce", "fr") == ["l'Asie du Sud-Est (Asean).", "Le commerce"]
    assert quotes("He uses node.js and Q.1 daily.", "en") == ["He uses node.js and Q.1 daily."]


def test_an_entity_is_a_space() -> None:
    assert quotes("In Hanoi on Nov.&nbsp;2 they met.&nbsp;He left.", "en") == ["In Hanoi on Nov.&nbsp;2 they met.", "He left."]


def test_a_line_ends_a_sentence() -> None:
    assert quotes("A heading\nThe text begins. It goes on.\n\nAnother", "en") == ["A heading", "The text begins.", "It goes on.", "Another"]
    assert [s.line for s in cut("A heading\nThe text begins. It goes on.\n\nAnother", "en")] == [0, 1, 1, 3]


def test_a_list_number_ends_nothing() -> None:
    assert quotes("1. Sucre : le prix baisse. Bien.\n2. Riz : idem.", "fr") == ["1. Sucre : le prix baisse.", "Bien.", "2. Riz : idem."]


def test_a_drop_cap_runs_on() -> None:
    assert quotes("P\nrime Minister Phuc spoke. He left.", "en") == ["P\nrime Minister Phuc spoke.", "He left."]


def test_a_line_that_runs_on_in_lower_case() -> None:
    text = "The ministers of both countries agreed to work\ntogether on trade. They left."
    assert quotes(text, "en") == ["The ministers of both countries agreed to work\ntogether on trade.", "They left."]


def test_a_block_wrapped_at_a_width() -> None:
    words = "The Prime Minister chaired a conference with ambassadors in Hanoi on Friday. Heads of missions came from 94 countries and spoke.".split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 44:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line])
    assert [" ".join(q.split()) for q in quotes(text, "en")] == [" ".join(words[:12]), " ".join(words[12:])]


def test_a_list_of_short_lines_is_not_wrapped() -> None:
    assert quotes("News\nToday: 1\nCurrent Week: 1\nLogin", "en") == ["News", "Today: 1", "Current Week: 1", "Login"]


def test_only_title_and_body_are_read_each_in_its_language() -> None:
    text = "Titre ici\nHanoi, 1 mai\nM. Nath parle. Fin.\nẢnh: TP. Huế\nSuite."
    zones = (
        Zone(ZoneKind.TITLE, 0, 9),
        Zone(ZoneKind.DATELINE, 10, 22),
        Zone(ZoneKind.CAPTION, text.index("Ảnh"), text.index("\nSuite"), "vi"),
    )
    found = cut(text, "fr", zones)
    assert [(text[s.start : s.end], s.zone, s.language) for s in found] == [
        ("Titre ici", ZoneKind.TITLE, "fr"),
        ("M. Nath parle.", ZoneKind.BODY, "fr"),
        ("Fin.", ZoneKind.BODY, "fr"),
        ("Suite.", ZoneKind.BODY, "fr"),
    ]


def test_a_zone_may_begin_inside_a_line() -> None:
    text = "(Dân trí) - Thủ tướng đi Lào. Ông về."
    assert quotes(text, "vi", (Zone(ZoneKind.DATELINE, 0, 11),)) == ["Thủ tướng đi Lào.", "Ông về."]


def test_signs_alone_are_no_sentence() -> None:
    assert quotes("---\n***\n...\nText.", "en") == ["Text."]


def test_the_tokens_of_a_sentence() -> None:
    text = "One two. Three."
    plain = shadow(text)
    tokens = tokenize(plain)
    first, second = sentences(plain, tokens, (), "en")
    assert [t.norm for t in tokens[first.first : first.last]] == ["one", "two", "."]
    assert [t.norm for t in tokens[second.first : second.last]] == ["three", "."]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='aB1. !?…"»«)(\n;:,Mr\u00a0é-', max_size=160), st.sampled_from(["en", "fr", "vi"]))
def test_any_text_is_covered_in_order(text: str, language: str) -> None:
    plain = shadow(text)
    tokens = tokenize(plain)
    found = sentences(plain, tokens, (), language)
    end = 0
    for sentence in found:
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end
        assert sentence.line == text.count("\n", 0, sentence.start)
    covered = {i for s in found for i in range(s.first, s.last)}
    assert all(i in covered for i, token in enumerate(tokens) if token.norm[0].isalnum())
