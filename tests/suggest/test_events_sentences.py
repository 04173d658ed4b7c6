"""Single sentences from no article: which events they tell, and which they do not."""

from __future__ import annotations

import pytest

from postil.domain.selector import Role
from tests.suggest.event_reading import quotes, suggestions, told

PUBLISHED = "2024-11-15"

Case = tuple[str, list[tuple[str, str]]]
EN: list[Case] = [
    ("President Emmanuel Macron visited Rabat on Monday.", [("visit", "2024-11-11")]),
    ("The foreign ministers of Kenya and Ethiopia held talks in Nairobi on 12 November.", [("meeting", "2024-11-12")]),
    ("The Ministry of Health will hold a conference on vaccines in Accra on 3 December.", [("conference", "2024-12-03")]),
    ("France and Senegal signed a defence agreement on Tuesday.", [("signing", "2024-11-12")]),
    ("A train derailed near Lyon on Sunday, killing three people.", [("disaster", "2024-11-10")]),
    ("Rebels attacked the town of Goma on Wednesday.", [("conflict", "2024-11-13")]),
    ("Finance Minister Jane Doe announced a new tax on Thursday.", [("statement", "2024-11-14")]),
    ("The central bank published its annual report on Friday.", [("publication", "2024-11-15")]),
    ("President John Mahama was sworn in on 7 January 2025 in Accra.", [("ceremony", "2025-01-07")]),
    ("The 12th summit of the union will take place in Lima from 10 to 14 December 2024.", [("conference", "2024-12-10")]),
    ("Prime Minister Keir Starmer received President Volodymyr Zelensky in London on 10 October.", [("meeting", "2024-10-10")]),
    ("Parliament ratified the treaty on 5 November.", [("other", "2024-11-05")]),
    ("Governor Sara Lee inaugurated a hospital in Kano on Saturday.", [("ceremony", "2024-11-09")]),
    ("A powerful earthquake struck Nepal on Friday.", [("disaster", "2024-11-15")]),
    ("About 60 meetings were held last year.", []),
    ("Over 170 agreements were signed in 2024.", []),
    ("High-level visits help both countries to grow.", []),
    ("The two sides could sign a trade agreement if talks succeed.", []),
    ("The minister hopes to visit Ghana.", []),
    ("Rice prices rose by 5% in October.", []),
    ("The company's conference room is on the third floor.", []),
    ("Each year, experts hold a forum on rice.", []),
]
FR: list[Case] = [
    ("Le président Emmanuel Macron s'est rendu à Rabat lundi.", [("visit", "2024-11-11")]),
    ("Les ministres des Affaires étrangères du Kenya et de l'Éthiopie ont eu des entretiens à Nairobi le 12 novembre.", [("meeting", "2024-11-12")]),
    ("Le ministère de la Santé organise une conférence sur les vaccins à Dakar le 3 décembre.", [("conference", "2024-12-03")]),
    ("La France et le Sénégal ont signé un accord de défense mardi.", [("signing", "2024-11-12")]),
    ("Un train a déraillé dimanche près de Lyon, faisant trois morts.", [("disaster", "2024-11-10")]),
    ("Des rebelles ont attaqué la ville de Goma mercredi.", [("conflict", "2024-11-13")]),
    ("La ministre des Finances, Jeanne Diop, a annoncé jeudi une nouvelle taxe.", [("statement", "2024-11-14")]),
    ("La Banque centrale a publié vendredi son rapport annuel.", [("publication", "2024-11-15")]),
    ("Le 12e sommet de l'Union se tiendra à Lima du 10 au 14 décembre 2024.", [("conference", "2024-12-10")]),
    ("Le Premier ministre Ousmane Sonko a reçu l'ambassadeur Li Wei à Dakar le 10 octobre.", [("meeting", "2024-10-10")]),
    ("L'Assemblée nationale a adopté le budget le 5 novembre.", [("other", "2024-11-05")]),
    ("Le gouverneur Ali Ba a inauguré samedi un hôpital à Kaolack.", [("ceremony", "2024-11-09")]),
    ("Un séisme a frappé le Népal vendredi.", [("disaster", "2024-11-15")]),
    ("Une réunion du Conseil national de sécurité, qui aura lieu le 20 novembre, examinera la question.", [("meeting", "2024-11-20")]),
    ("Près de 60 réunions ont été organisées l'an dernier.", []),
    ("Plus de 170 accords ont été signés en 2024.", []),
    ("Les visites de haut niveau renforcent les relations.", []),
    ("Les deux parties espèrent signer un accord commercial.", []),
    ("Le prix du riz a augmenté de 5 % en octobre.", []),
    ("La salle de conférence se trouve au troisième étage.", []),
    ("Chaque année, des experts organisent un forum sur le riz.", []),
]
VI: list[Case] = [
    ("Ngày 11/11, Tổng thống Emmanuel Macron thăm chính thức Maroc.", [("visit", "2024-11-11")]),
    (
        "Sáng 12/11, tại Hà Nội, Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn hội đàm với Bộ trưởng Ngoại giao Lào Thongsavanh Phomvihane.",
        [("meeting", "2024-11-12")],
    ),
    ("Ngày 3/12, Bộ Y tế sẽ tổ chức hội thảo về vắc xin tại Đà Nẵng.", [("conference", "2024-12-03")]),
    ("Ngày 12/11, Việt Nam và Lào đã ký hiệp định hợp tác.", [("signing", "2024-11-12")]),
    ("Trận động đất xảy ra tại Nhật Bản ngày 10/11.", [("disaster", "2024-11-10")]),
    ("Hôm 13/11, quân nổi dậy tấn công thành phố Goma của CHDC Congo.", [("conflict", "2024-11-13")]),
    ("Ngày 14/11, Thủ tướng Phạm Minh Chính tuyên bố giảm thuế.", [("statement", "2024-11-14")]),
    ("Ngày 15/11, Ngân hàng Nhà nước công bố báo cáo thường niên.", [("publication", "2024-11-15")]),
    ("Hội nghị cấp cao lần thứ 12 diễn ra tại Lima từ ngày 10 đến 14/12/2024.", [("conference", "2024-12-10")]),
    ("Chiều 10/10, Chủ tịch Quốc hội Trần Thanh Mẫn tiếp Đại sứ Pháp Olivier Brochet.", [("meeting", "2024-10-10")]),
    ("Sáng 5/11, Quốc hội thông qua Luật Đất đai.", [("other", "2024-11-05")]),
    ("Ngày 9/11, UBND tỉnh Nghệ An khánh thành bệnh viện mới.", [("ceremony", "2024-11-09")]),
    ("Lễ khai mạc triển lãm được tổ chức ngày 8/11 tại Huế.", [("ceremony", "2024-11-08")]),
    (
        "Phát biểu tại lễ kỷ niệm ngày 7/11, Bộ trưởng Nguyễn Kim Sơn nhấn mạnh vai trò của giáo dục.",
        [("statement", "2024-11-07"), ("ceremony", "2024-11-07")],
    ),
    ("Năm qua, cả nước tổ chức gần 60 hội nghị.", []),
    ("Hơn 170 thỏa thuận đã được ký kết trong năm 2024.", []),
    ("Các chuyến thăm cấp cao góp phần tăng cường quan hệ.", []),
    ("Hai bên mong muốn ký hiệp định thương mại.", []),
    ("Giá gạo tăng 5% trong tháng 10.", []),
    ("Ngoại giao kinh tế tiếp tục được đẩy mạnh.", []),
    ("Hằng năm, tỉnh tổ chức hội chợ lúa gạo.", []),
]
CASES = [
    pytest.param(language, *case, id=f"{language}-{rank}")
    for language, cases in (("en", EN), ("fr", FR), ("vi", VI))
    for rank, case in enumerate(cases)
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_sentence(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, language, PUBLISHED) == expected
    for found in suggestions(text, language, PUBLISHED):
        assert found.evidence[0].role == Role.TRIGGER
        assert not quotes(found, Role.TRIGGER)[0].endswith(".")
