"""List scope: bare infinitives, gerunds and Vietnamese verbs go on with the speaker of an introducing clause, until something ends it."""

from __future__ import annotations

import pytest

from postil.domain.zone import Zone, ZoneKind
from tests.suggest.commitment_reading import body, commitments, told

FRENCH = """Le Premier ministre a demandé aux préfets de préparer la saison des pluies ; de curer les caniveaux.
Recenser les maisons menacées ; ouvrir des abris dans chaque commune.
Publier chaque semaine la carte des crues."""


def test_french_infinitives_share_speaker_and_kind_over_lines() -> None:
    found = [body(item) for item in commitments(FRENCH, "fr")]
    assert [item.kind.value for item in found] == ["directive"] * 5
    assert {item.issuer for item in found} == {"Premier ministre"}
    assert {item.addressee for item in found} == {"préfets"}
    assert [item.inferred for item in found] == [()] + [("issuer",)] * 4


def test_items_begin_at_their_verb_and_drop_final_signs() -> None:
    assert [line.partition(": ")[2] for line in told(FRENCH, "fr")] == [
        "Le Premier ministre a demandé aux préfets de préparer la saison des pluies",
        "curer les caniveaux",
        "Recenser les maisons menacées",
        "ouvrir des abris dans chaque commune",
        "Publier chaque semaine la carte des crues",
    ]


@pytest.mark.parametrize(
    "closing",
    [
        "La semaine dernière, trois ponts ont été emportés par les eaux.",
        "Le porte-parole de la mairie a déclaré que la situation était calme.",
        "Les autres nouvelles du jour",
    ],
    ids=["past narrative", "new speaker", "heading"],
)
def test_a_list_ends(closing: str) -> None:
    lines = FRENCH.split("\n")
    assert len(told("\n".join([lines[0], closing, *lines[1:]]), "fr")) == 2


def test_one_sentence_in_between_is_forgiven_two_are_not() -> None:
    opener, item, _ = FRENCH.split("\n")
    aside = "Chaque minute compte."
    assert len(told(f"{opener}\n{aside}\n{item}", "fr")) == 4
    assert len(told(f"{opener}\n{aside}\n{aside}\n{item}", "fr")) == 2


def test_a_source_line_ends_a_list() -> None:
    opener, item, _ = FRENCH.split("\n")
    text = f"{opener}\nSource : Radio Plus\n{item}"
    start = text.index("Source")
    zones = (Zone(ZoneKind.SOURCE_LINE, start, start + len("Source : Radio Plus")),)
    assert len(told(text, "fr", zones=zones)) == 2


def test_infinitives_after_results_are_no_commitments() -> None:
    assert told("En 2024, la ville a planté 4 000 arbres.\nPromouvoir les transports en commun. Développer les pistes cyclables.", "fr") == []


def test_tasks_that_a_body_sets_itself_are_plans_with_the_date_of_the_opening_sentence() -> None:
    text = (
        "Concernant les priorités pour 2027, le ministère de la Santé a déterminé : Former des sages-femmes ; Rénover les dispensaires.\n"
        "Vacciner les enfants des zones isolées."
    )
    found = [body(item) for item in commitments(text, "fr", "2026-11-02")]
    assert [(item.kind.value, item.issuer, item.due) for item in found] == [("plan", "ministère de la Santé", "2027")] * 3
    assert "due" in found[1].inferred


def test_a_date_is_not_handed_on_without_a_colon() -> None:
    text = "Pour réussir la rentrée 2027, il faut que les mairies rénovent les écoles.\nRecruter des maîtres."
    assert [body(item).due for item in commitments(text, "fr", "2026-11-02")] == ["2027", ""]


def test_a_gerund_after_a_semicolon_stays_with_its_verb_in_french() -> None:
    text = "Il est nécessaire que les communes économisent l'eau ; notamment en réparant les conduites, en posant des compteurs."
    assert told(text, "fr") == ["directive: " + text.removesuffix(".")]


def test_english_gerunds_are_split_inside_the_sentence_only() -> None:
    text = (
        "The minister said schools should focus on training teachers; repairing roofs; and providing meals.\nPlanting trees is popular in the region."
    )
    assert told(text, "en") == [
        "directive: schools should focus on training teachers",
        "directive: repairing roofs",
        "directive: providing meals",
    ]


def test_english_lines_after_a_colon() -> None:
    text = "The two governments agreed to:\n- reopen the border;\n- share weather data;\n- build a bridge.\nThe talks lasted two days."
    assert told(text, "en") == ["pledge: reopen the border", "pledge: share weather data", "pledge: build a bridge"]


def test_vietnamese_verbs_after_the_list_word() -> None:
    text = (
        "Thủ tướng đề nghị năm 2027 tập trung vào những việc sau: Đẩy mạnh chuyển đổi số; phát triển nhà ở xã hội.\n"
        "Tăng cường phòng cháy chữa cháy; tiếp tục cải cách thủ tục.\n"
        "Đối với các xã, cần công khai ngân sách."
    )
    found = [body(item) for item in commitments(text, "vi", "2026-11-02")]
    assert [item.kind.value for item in found] == ["directive"] * 5
    assert [item.due for item in found] == ["2027"] * 4 + [""]
    assert [item.issuer for item in found] == ["Thủ tướng"] * 5
    assert found[4].addressee == "các xã"


def test_a_vietnamese_sentence_with_a_fronted_verb_is_no_item() -> None:
    text = (
        "Bộ trưởng yêu cầu các trường rà soát phòng học; công khai học phí.\n"
        "Kiểm tra tại hiện trường, Bộ trưởng ghi nhận nhiều cố gắng.\n"
        "Đẩy mạnh xã hội hóa giáo dục đang là xu thế."
    )
    assert len(told(text, "vi")) == 2


def test_a_subordinate_number_list_of_targets() -> None:
    text = "Năm 2027, tỉnh phấn đấu thu ngân sách 30.000 tỷ đồng; GRDP tăng 9%; giảm hộ nghèo còn 1%."
    assert [line.partition(":")[0] for line in told(text, "vi")] == ["target"] * 3


def test_a_target_joined_by_a_comma_and_and_is_two() -> None:
    text = "The plan has a goal of 8% growth in 2027, and 12% growth in 2030."
    found = [body(item) for item in commitments(text, "en", "2026-11-02")]
    assert [(item.kind.value, item.due) for item in found] == [("target", "2027"), ("target", "2030")]
