"""The traps of events, commitments and page furniture met in real articles, read by the whole suggester."""

from __future__ import annotations

from typing import Final

import pytest

from postil.domain.commitment import Commitment
from postil.domain.event import Event, Part
from postil.domain.figure import Figure, Status
from postil.domain.selector import Role
from tests.suggest.trap_reading import crossed, known, page, read, suggested

# --------------------------------------------------------------------------------------------------------------- events


def parts(event: Event) -> dict[str, Part]:
    return {person.name: person.part for person in event.participants}


@pytest.mark.parametrize(("language", "text", "names"), [
    ("fr", "Le 20 décembre 2024, le Premier ministre Pham Minh Chinh et le ministre Bui Thanh Son ont présidé une conférence à Hanoï.",
     ["Pham Minh Chinh", "Bui Thanh Son"]),
    ("en", "On December 20, 2024, Prime Minister Pham Minh Chinh and Minister Bui Thanh Son chaired a conference in Hanoi.",
     ["Pham Minh Chinh", "Bui Thanh Son"]),
    ("vi", "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính và Bộ trưởng Bùi Thanh Sơn chủ trì hội nghị tại Hà Nội.",
     ["Phạm Minh Chính", "Bùi Thanh Sơn"]),
])  # fmt: skip
def test_two_chairs_in_one_clause(language: str, text: str, names: list[str]) -> None:
    (event,) = read(text, language, Event)
    assert (event.type.value, event.start) == ("conference", "2024-12-20")
    assert parts(event) == dict.fromkeys(names, Part.CHAIR)


@pytest.mark.parametrize(("language", "text", "remote"), [
    ("vi", "Ngày 20/12, Thủ tướng Phạm Minh Chính chủ trì hội nghị. Dự hội nghị tại điểm cầu Vĩnh Phúc có ông Trần Duy Đông.", "Vĩnh Phúc"),
    pytest.param(
        "en", "On December 20, Prime Minister Chinh chaired a conference. Mr. Hoang Xuan Anh attended at Cao Bang's venue.", "Cao Bang",
        marks=known("a relay venue is not taken from a sentence that does not name the conference again"),
    ),
    pytest.param(
        "fr", "Le 20 décembre, le Premier ministre Pham Minh Chinh a présidé une conférence. M. Hoang Nam y a assisté au pont de Quang Tri.",
        "Quang Tri",
        marks=known("the same"),
    ),
])  # fmt: skip
def test_a_relay_venue_is_a_remote_place(language: str, text: str, remote: str) -> None:
    event = read(text, language, Event)[0]
    assert [(place.name, place.remote) for place in event.places] == [(remote, True)]


@pytest.mark.parametrize(("language", "caption", "body"), [
    ("en", "Photo: Delegates at the Meet Korea 2025 conference in Hung Yen on May 14, 2025. – Photo: VNA", "Rice is grown in the delta."),
    ("fr", "Photo : la conférence « Meet Korea 2025 » à Hung Yen, le 14 mai 2025 – Photo : VNA", "Le riz est cultivé dans les plaines du delta."),
    ("vi", "Ảnh: Hội nghị Gặp gỡ Hàn Quốc 2025 tại Hưng Yên, ngày 14/5/2025. Ảnh: TTXVN", "Cây lúa được trồng nhiều ở vùng đồng bằng."),
])  # fmt: skip
def test_an_event_only_in_a_caption_is_none(language: str, caption: str, body: str) -> None:
    assert [item for item in page(f"{body} {body} {body}\n{caption}\n{body} {body}\n") if isinstance(item.body, Event)] == []


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Prime Minister Pham Minh Chinh chaired a conference in Hanoi on December 20, 2024."),
    ("fr", "Le Premier ministre Pham Minh Chinh a présidé une conférence à Hanoï le 20 décembre 2024."),
    ("vi", "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính chủ trì hội nghị tại Hà Nội."),
])  # fmt: skip
def test_a_sentence_told_twice_is_one_event_with_two_mentions(language: str, text: str) -> None:
    (one,) = [item for item in suggested(f"{text}\n\n{text}", language) if isinstance(item.body, Event)]
    mentions = {piece.start for piece in one.evidence if piece.role in (Role.TRIGGER, Role.WHOLE)}
    assert len(mentions) == 2


HOI_NGHI: Final = "Ngày 20/12/2024, Thủ tướng Phạm Minh Chính chủ trì hội nghị."
CONFERENCE: Final = "Le 20 décembre 2024, le Premier ministre Pham Minh Chinh a présidé la conférence."


@pytest.mark.parametrize(("language", "text", "names"), [
    pytest.param(
        "vi", f"{HOI_NGHI} Cùng dự có đồng chí Bùi Thanh Sơn, Phó Thủ tướng; đồng chí Nguyễn Hồng Diên, Bộ trưởng Bộ Công Thương.",
        {"Bùi Thanh Sơn", "Nguyễn Hồng Diên"}, marks=known("only the first item of a list with semicolons takes part"),
    ),
    pytest.param(
        "fr", f"{CONFERENCE} Y ont assisté le vice-Premier ministre Bui Thanh Son ; le ministre Nguyen Hong Dien.",
        {"Bui Thanh Son", "Nguyen Hong Dien"}, marks=known("a list behind an inverted verb takes no part"),
    ),
])  # fmt: skip
def test_participants_of_a_list_with_semicolons(language: str, text: str, names: set[str]) -> None:
    event = read(text, language, Event)[0]
    assert names <= {name for name, part in parts(event).items() if part is Part.ATTENDEE}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Hoang Xuan Anh, chairman of the Provincial People's Committee, attended a conference in Hanoi on December 20, 2024."),
    ("fr", "Hoang Nam, président du Comité populaire provincial, a assisté à une conférence à Hanoï le 20 décembre 2024."),
    ("vi", "Ngày 20/12/2024, Chủ tịch Ủy ban nhân dân tỉnh Trần Duy Đông dự hội nghị tại Hà Nội."),
])  # fmt: skip
def test_a_body_inside_a_title_takes_no_part(language: str, text: str) -> None:
    (event,) = read(text, language, Event)
    assert len(event.participants) == 1
    assert event.participants[0].role


@pytest.mark.parametrize("initials", ["LA", "HN", "N.V.", "Maigre", "PV", "T.H"])
def test_initials_below_an_article_are_no_persons(initials: str) -> None:
    text = f"Le 20 décembre 2024, le Premier ministre Pham Minh Chinh a présidé une conférence à Hanoï.\n{initials}\n"
    assert all(initials not in parts(event) for event in read(text, "fr", Event))


# ---------------------------------------------------------------------------------------------------------- commitments

SENTENCES: Final = ("Công tác {} đạt nhiều kết quả.", "Năm qua, {} được quan tâm.", "Đây là lĩnh vực {} quan trọng.", "Về {}, tỉnh đã làm tốt.")


@pytest.mark.parametrize("compound", [
    "ngoại giao", "giao lưu", "bàn giao", "giao thông", "nhu cầu", "yêu cầu kỹ thuật", "đề nghị của người dân", "kế hoạch năm",
    pytest.param("mục tiêu", marks=known("the noun before a verb is taken for a plan")),
])  # fmt: skip
def test_a_verb_inside_a_vietnamese_word_is_none(compound: str) -> None:
    assert [sentence for sentence in SENTENCES if read(sentence.format(compound), "vi", Commitment)] == []


def kinds(text: str, language: str) -> list[str]:
    return [body.kind.value for body in read(text, language, Commitment)]


@pytest.mark.parametrize(("language", "text", "count"), [
    ("fr", "Le Premier ministre a demandé au ministère de renforcer la coopération ; de former les agents.\nPromouvoir les exportations.", 3),
    ("vi", "Thủ tướng đề nghị năm 2025 tập trung vào các nhiệm vụ gồm:\nĐẩy mạnh xuất khẩu.\nHỗ trợ doanh nghiệp.\nTăng cường đào tạo cán bộ.", 3),
    pytest.param(
        "en", "The Prime Minister asked the ministry to strengthen cooperation; to train its staff; and to support exporters.", 3,
        marks=known("infinitives with “to” behind semicolons do not go on"),
    ),
])  # fmt: skip
def test_a_list_goes_on_with_its_speaker(language: str, text: str, count: int) -> None:
    found = read(text, language, Commitment)
    assert [body.kind.value for body in found] == ["directive"] * count
    assert all("Premier ministre" in body.issuer or "Thủ tướng" in body.issuer or "Prime Minister" in body.issuer for body in found)


@pytest.mark.parametrize(("language", "text"), [
    pytest.param(
        "en", "Prime Minister Pham Minh Chinh spoke in Hanoi. It is necessary that the ministries and localities redouble their efforts.",
        marks=known("who spoke without a verb of saying is not remembered"),
    ),
    pytest.param(
        "fr", "Le Premier ministre Pham Minh Chinh a pris la parole. Il est nécessaire que les ministères et les localités redoublent d'efforts.",
        marks=known("the same"),
    ),
    ("vi", "Thủ tướng Phạm Minh Chính phát biểu chỉ đạo. Các bộ, ngành và địa phương cần nỗ lực hơn nữa."),
])  # fmt: skip
def test_who_asks_stands_in_the_sentence_before(language: str, text: str) -> None:
    (one,) = read(text, language, Commitment)
    assert one.kind.value == "directive"
    assert "Chinh" in one.issuer or "Chính" in one.issuer
    assert "issuer" in one.inferred


def test_the_phrase_in_front_names_who_must_act() -> None:
    (one,) = read("Đối với các tỉnh, thành phố, cần đẩy mạnh cải cách thủ tục hành chính.", "vi", Commitment)
    assert (one.kind.value, one.addressee) == ("directive", "các tỉnh, thành phố")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "In 2024 results were good: trade was promoted, markets were opened and 60 agreements were signed."),
    ("fr", "En 2024, les résultats ont été bons : les échanges ont été dynamisés, promouvoir les marchés a porté ses fruits."),
    ("vi", "Năm 2024, công tác đạt nhiều kết quả: đã đẩy mạnh xuất khẩu, mở rộng thị trường."),
    ("en", "He expressed his belief that the two countries will grow closer."),
    ("fr", "Il s'est dit convaincu que les deux pays se rapprocheront."),
    ("vi", "Ông bày tỏ tin tưởng rằng hai nước sẽ phát triển hơn nữa."),
    ("fr", "Les localités doivent encore faire face à un manque de moyens."),
    ("en", "Growth is forecast to reach 7% next year."),
    ("vi", "Tăng trưởng dự báo sẽ đạt 7% trong năm tới."),
])  # fmt: skip
def test_results_beliefs_and_forecasts_bind_nobody(language: str, text: str) -> None:
    assert kinds(text, language) == []


@pytest.mark.parametrize(("language", "text", "kind"), [
    ("vi", "Tỉnh kiến nghị Chính phủ bố trí vốn cho tuyến cao tốc.", "request"),
    ("vi", "Thủ tướng yêu cầu tỉnh bố trí vốn cho tuyến cao tốc.", "directive"),
    ("en", "Delegates proposed that the Government simplify procedures.", "request"),
    ("en", "The Prime Minister instructed provinces to simplify procedures.", "directive"),
    ("fr", "Les délégués ont proposé au gouvernement de simplifier les procédures.", "request"),
    ("fr", "Le Premier ministre a ordonné aux provinces de simplifier les procédures.", "directive"),
])  # fmt: skip
def test_asking_upward_and_ordering_downward(language: str, text: str, kind: str) -> None:
    assert kinds(text, language) == [kind]


@pytest.mark.parametrize(("language", "text", "due"), [
    ("en", "The government aims for growth of 8% in 2025.", "2025"), ("fr", "Le gouvernement vise une croissance de 8 % en 2025.", "2025"),
    ("vi", "Chính phủ phấn đấu tăng trưởng đạt 8% trong năm 2025.", "2025"),
])  # fmt: skip
def test_a_target_is_linked_to_its_figure(language: str, text: str, due: str) -> None:
    found = suggested(text, language)
    (figure,) = [item for item in found if isinstance(item.body, Figure)]
    (one,) = [item.body for item in found if isinstance(item.body, Commitment)]
    assert (one.kind.value, one.due, one.target_figure) == ("target", due, figure.key)
    assert isinstance(figure.body, Figure)
    assert (figure.body.status, figure.body.period) == (Status.TARGET, due)


# ------------------------------------------------------------------------------------------- what stands around articles

BODIES: Final = {
    "en": "The ministry said on Monday that exports of rice had reached 8.1 million tonnes in the first eleven months of the year, a record.",
    "fr": "Le ministère a indiqué lundi que les exportations de riz avaient atteint 8,1 millions de tonnes sur les onze premiers mois, un record.",
    "vi": "Bộ Công Thương cho biết xuất khẩu gạo trong 11 tháng đầu năm 2024 đạt 8,1 triệu tấn, mức cao nhất từ trước đến nay.",
}
FURNITURE: Final = {
    "en": ["Comment (0)", "Today: 1", "Current Week: 1", "Share 310", "5 comments", "Views: 15,204", "Read more", "No comments yet",
           "Print  Email  Share", "![photo 5e cérémonie](https://x.example/2025/10/31/5.jpg)",
           "Photo: LA", "Page 2 of 5", "© 2024 The Courier", "Tags: trade, rice"],
    "fr": ["Commentaires (0)", "Vues : 15 204", "310 partages", "Lire aussi", "Aucun commentaire", "Imprimer  Envoyer  Partager", "Photo : LA",
           "![80e anniversaire](https://x.example/2025/10/31/80.jpg)", "Page 2 sur 5", "© 2024 Le Courrier", "Temps de lecture : 2 min"],
    "vi": ["Bình luận (0)", "Lượt xem: 15.204", "Chia sẻ", "Tin liên quan", "Hôm nay: 1", "In bài viết  Gửi email", "Ảnh: L.A", "Thích 310",
           "![A80](https://x.example/2025/10/31/80.jpg)", "Trang 2/5", "© 2024 Báo Tà Ma", "Từ khóa: gạo, xuất khẩu"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "line"), crossed(FURNITURE))
@pytest.mark.parametrize("place", ["above", "between", "below"])
def test_nothing_is_suggested_in_the_furniture(language: str, line: str, place: str) -> None:
    body = BODIES[language]
    rows = {"above": [line, body, body, body], "between": [body, body, line, body], "below": [body, body, body, line]}[place]
    text = "\n\n".join(rows) + "\n"
    at = text.index(line)
    inside = [item for item in page(text) for piece in item.evidence if piece.start < at + len(line) and at < piece.end]
    assert inside == []
