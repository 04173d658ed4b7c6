"""Commitments by mechanism, in three languages: sums set aside, terms of deals, items with an actor, vows, markup, reasons, joined plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.suggest.commitments.find import find_commitments
from postil.suggest.doc import Source
from postil.suggest.engine import read
from tests.suggest.commitment_reading import body, commitments, told

FOUND: list[tuple[str, str, list[str]]] = [
    # sums and the terms of deals
    ("en", "The ministry has set aside $40 million for rural clinics.", ["plan: The ministry has set aside $40 million for rural clinics"]),
    (
        "en",
        "They signed a memorandum under which Norway will train 300 pilots.",
        ["plan: Norway will train 300 pilots"],
    ),
    (
        "en",
        "Under the deal, which was signed on Monday, Kenya will supply tea to Iran.",
        ["plan: Kenya will supply tea to Iran"],
    ),
    (
        "fr",
        "Au total, 12 millions d'euros viendront soutenir les écoles rurales.",
        ["plan: 12 millions d'euros viendront soutenir les écoles rurales"],
    ),
    ("fr", "Le ministre a annoncé le recrutement de 600 infirmiers.", ["plan: Le ministre a annoncé le recrutement de 600 infirmiers"]),
    # added relative clauses, second verbs, forecasts
    (
        "fr",
        "Le président Alassane Diop, qui a appelé à renforcer la solidarité, a rendu hommage aux pompiers.",
        ["request: a appelé à renforcer la solidarité"],
    ),
    ("en", "He met Maria Santos, who called for a ban on plastic bags.", ["request: called for a ban on plastic bags"]),
    ("fr", "Le maire a salué ce geste et appelé les habitants à donner leur sang.", ["request: appelé les habitants à donner leur sang"]),
    (
        "en",
        "The minister said the government would raise port capacity and urged exporters to register by June.",
        ["plan: the government would raise port capacity", "request: urged exporters to register by June"],
    ),
    ("fr", "Le gouverneur a présenté son rapport. Le PIB de l'Union devrait progresser de 6,8 % en 2024.", []),
    ("fr", "Le déficit doit être ramené à 3 % du PIB en 2027.", ["target: Le déficit doit être ramené à 3 % du PIB en 2027"]),
    ("fr", "Le projet de loi prévoit la création d'une taxe.", ["plan: Le projet de loi prévoit la création d'une taxe"]),
    ("en", '"We must stop the import of fake seeds," he told parliament.', ["directive: We must stop the import of fake seeds"]),
    ("en", "The court gave the firm three weeks to reply.", ["directive: The court gave the firm three weeks to reply"]),
    ("en", "The trade ministry looks to sign the pact in May.", ["plan: The trade ministry looks to sign the pact in May"]),
    (
        "vi",
        "Chủ tịch tỉnh giao Ban Quản lý dự án hoàn thiện hồ sơ.",
        ["directive: Chủ tịch tỉnh giao Ban Quản lý dự án hoàn thiện hồ sơ"],
    ),
    ("vi", "Tỉnh đề nghị Chính phủ cho phép thí điểm cơ chế mới.", ["request: Tỉnh đề nghị Chính phủ cho phép thí điểm cơ chế mới"]),
    (
        "vi",
        "Cuộc họp bàn về điện. Bộ Công Thương được giao chủ trì xây dựng kế hoạch.",
        ["directive: Bộ Công Thương được giao chủ trì xây dựng kế hoạch"],
    ),
    ("vi", "Dự kiến khởi công cây cầu trong quý 3.", ["plan: Dự kiến khởi công cây cầu trong quý 3"]),
    ("vi", "Bộ trưởng yêu cầu tăng kiểm tra. Xuất khẩu tôm quý I tăng 27%.", ["directive: Bộ trưởng yêu cầu tăng kiểm tra"]),
    ("vi", "UBND tỉnh dành 5 tỷ đồng sửa chữa trường học.", ["plan: UBND tỉnh dành 5 tỷ đồng sửa chữa trường học"]),
    ("fr", "Une aide de 21 millions d'euros est accordée au port.", ["pledge: Une aide de 21 millions d'euros est accordée au port"]),
    ("en", "The board approved a $50 million loan for the port.", []),
    ("en", "The bank is providing $50 million for the port.", ["pledge: The bank is providing $50 million for the port"]),
    (
        "en",
        "The mayor said the council would in the next four years build 40 clinics.",
        ["plan: the council would in the next four years build 40 clinics"],
    ),
    (
        "en",
        "The US will lift the ban and the WHO will inspect the farms.",
        ["plan: The US will lift the ban", "plan: the WHO will inspect the farms"],
    ),
    ("vi", "GDP sẽ tăng nhẹ trong quý tới. EVN sẽ xây dựng hai nhà máy.", ["plan: EVN sẽ xây dựng hai nhà máy"]),
    # items that name who must act
    (
        "vi",
        "Bộ trưởng yêu cầu Cục Thú y lập kế hoạch; các địa phương tăng cường kiểm tra chợ.",
        ["directive: Bộ trưởng yêu cầu Cục Thú y lập kế hoạch", "directive: các địa phương tăng cường kiểm tra chợ"],
    ),
    (
        "fr",
        "Il a demandé aux préfets de rouvrir les routes ; aux maires de recenser les dégâts.",
        ["directive: Il a demandé aux préfets de rouvrir les routes", "directive: aux maires de recenser les dégâts"],
    ),
    (
        "vi",
        "Sở Y tế sẽ mở thêm ba trạm cấp cứu. Cùng với đó, đào tạo 200 điều dưỡng.",
        ["plan: Sở Y tế sẽ mở thêm ba trạm cấp cứu", "plan: đào tạo 200 điều dưỡng"],
    ),
    # promises by the verb of saying, or by what is assured
    ("vi", '"Công ty sẽ trả đủ lương trước Tết", bà Hoa cam kết.', ["pledge: Công ty sẽ trả đủ lương trước Tết"]),
    (
        "en",
        "The minister assured farmers that the state would buy the whole harvest.",
        ["pledge: The minister assured farmers that the state would buy the whole harvest"],
    ),
    ("fr", "Le ministre a assuré que les primes seraient versées en mai.", ["pledge: Le ministre a assuré que les primes seraient versées en mai"]),
    (
        "fr",
        "Le ministre a réaffirmé la volonté du gouvernement de soutenir les pêcheurs.",
        ["pledge: Le ministre a réaffirmé la volonté du gouvernement de soutenir les pêcheurs"],
    ),
    ("en", "The mayor promised free buses to pupils.", ["pledge: The mayor promised free buses to pupils"]),
    # who asks whom decides
    (
        "fr",
        "Le président a invité le ministre du Budget à publier les comptes.",
        ["directive: Le président a invité le ministre du Budget à publier les comptes"],
    ),
    ("fr", "Le président a invité les jeunes à planter des arbres.", ["request: Le président a invité les jeunes à planter des arbres"]),
    ("en", "The governor urged residents to save water.", ["request: The governor urged residents to save water"]),
    (
        "en",
        "The prime minister urged ministries to publish their accounts.",
        ["directive: The prime minister urged ministries to publish their accounts"],
    ),
    # joined plans: one, unless each has its number or date
    (
        "fr",
        "La ville rénovera le théâtre et agrandira la bibliothèque.",
        ["plan: La ville rénovera le théâtre et agrandira la bibliothèque"],
    ),
    (
        "fr",
        "La ville plantera 2 000 arbres et créera 40 km de pistes.",
        ["plan: La ville plantera 2 000 arbres", "plan: créera 40 km de pistes"],
    ),
    (
        "en",
        "The bank will lend $2 million to farmers and spend $300,000 on training.",
        ["plan: The bank will lend $2 million to farmers", "plan: spend $300,000 on training"],
    ),
    # where a clause begins
    ("en", "<p>&#8220;We will rebuild the dam,&#8221; the governor said.</p>", ["plan: We will rebuild the dam"]),
    (
        "en",
        "The two ministers discussed fisheries and agreed to meet every year.",
        ["pledge: agreed to meet every year"],
    ),
    (
        "fr",
        "Évoquant la rentrée qui approche, le ministre a demandé aux recteurs de recruter.",
        ["directive: le ministre a demandé aux recteurs de recruter"],
    ),
    (
        "fr",
        "Le président a annoncé qu'il saisirait la cour.",
        ["plan: Le président a annoncé qu'il saisirait la cour"],
    ),
    (
        "vi",
        "Đồng chí đề nghị các cấp, các ngành tiếp tục quán triệt, thực hiện tốt nghị quyết.",
        ["directive: Đồng chí đề nghị các cấp, các ngành tiếp tục quán triệt, thực hiện tốt nghị quyết"],
    ),
    ("vi", "Ngân hàng đã, đang và sẽ tiếp tục bán vàng.", ["plan: Ngân hàng đã, đang và sẽ tiếp tục bán vàng"]),
    ("vi", "Liên minh châu Âu đã nhất trí áp trần giá dầu.", ["pledge: Liên minh châu Âu đã nhất trí áp trần giá dầu"]),
    # a wish with a number is a target; having with a date is a plan
    ("fr", "Le gouvernement veut ramener le déficit à 3 % en 2027.", ["target: Le gouvernement veut ramener le déficit à 3 % en 2027"]),
    ("en", "Malta will have a second ferry by 2031.", ["plan: Malta will have a second ferry by 2031"]),
]

NONE: list[tuple[str, str]] = [
    ("en", "Malta will have more tourists."),
    ("en", "We did it because the law must be obeyed."),
    ("en", "We will achieve nothing without peace."),
    ("en", "It will not progress until the talks resume."),
    ("en", "The firm had to stop, and profits are expected to fall."),
    ("fr", "Gopal Chandra et Narendra Modi se sont rencontrés."),
    ("fr", "Le journal vous propose de revenir sur les faits de la semaine."),
    ("fr", "Il s'agit de dégager des idées pour la rentrée."),
    ("fr", "Le conseil a décidé de laisser inchangé le taux directeur."),
    ("vi", "Chuyến thăm được kỳ vọng sẽ thúc đẩy quan hệ hai nước."),
    ("vi", "Giá vàng dự báo sẽ tiếp tục tăng trong tuần tới."),
    ("vi", "Tỉnh thực hiện tốt công tác chăm lo người nghèo."),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_found(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_none(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_list_of_offices() -> None:
    text = (
        "Chủ tịch tỉnh yêu cầu Giám đốc các sở; Chủ tịch các huyện tập trung thực hiện các nội dung sau:\n"
        "1. Sở Y tế chủ trì, theo dõi, đôn đốc việc tiêm chủng.\n"
        "2. Căn cứ cấp độ dịch, tổ chức dạy học trực tiếp; không tụ tập nơi đông người.\n"
        "Từ đó, tạo điều kiện cho học sinh đến trường."
    )
    assert told(text, "vi")[1:] == [
        "directive: Sở Y tế chủ trì, theo dõi, đôn đốc việc tiêm chủng",
        "directive: Căn cứ cấp độ dịch, tổ chức dạy học trực tiếp",
        "directive: không tụ tập nơi đông người",
    ]


def test_an_item_has_its_own_addressee() -> None:
    items = commitments("Bộ trưởng yêu cầu Cục Thú y lập kế hoạch; các địa phương tăng cường kiểm tra chợ.", "vi")
    assert [body(item).addressee for item in items] == ["Cục Thú y", "các địa phương"]


def test_a_deadline_is_closed() -> None:
    assert body(commitments("L'école accueillera des élèves dès mai 2025.", "fr")[0]).due == "2025-05"


def test_the_day_of_asking_is_no_deadline() -> None:
    text = "The minister on 21 February urged ministries to publish their accounts by 30 June."
    assert body(commitments(text, "en", published="2025-02-22")[0]).due == "2025-06-30"


def test_a_period_that_names_a_plan_is_no_deadline() -> None:
    text = "Bộ Tài chính sẽ bổ sung vốn vào kế hoạch đầu tư trung hạn giai đoạn 2026-2030."
    assert body(commitments(text, "vi")[0]).due == ""


def test_a_projects_own_words_are_read(tmp_path: Path) -> None:
    text = "The council zugelobt to plant trees."
    assert find_commitments(read(Source(text, "en"))[0]) == []
    frame = '[[commitment]]\nid = "pledge.own"\nkind = "pledge"\nforms = ["zugelobt"]\nthen = ["to"]\n'
    (tmp_path / "own.toml").write_text(frame, encoding="utf-8")
    assert [item.rule for item in find_commitments(read(Source(text, "en"), tmp_path)[0])] == ["commitment.en.pledge.own"]
