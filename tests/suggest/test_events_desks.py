"""Sentences as desks in Africa, Asia and Europe write them, and what in them is no event."""

from __future__ import annotations

import pytest

from tests.suggest.event_reading import told

PUBLISHED = "2024-11-15"

Case = tuple[str, list[tuple[str, str]]]
EN: list[Case] = [
    ("The State Bank of Vietnam on Wednesday cut its refinancing rate by 50 basis points.", [("statement", "2024-11-13")]),
    ("A magnitude 6.1 earthquake struck off the coast of Vanuatu on Tuesday, the US Geological Survey said.", [("disaster", "2024-11-12")]),
    ("Thousands of farmers protested outside parliament in Paris on Monday.", [("conflict", "2024-11-11")]),
    ("Deputy Minister Jane Doe represented the country at the forum in Geneva on Friday.", [("conference", "2024-11-15")]),
    ("The National Assembly passed the Finance Bill 2024 on Thursday.", [("other", "2024-11-14")]),
    ("Speaking in Abuja on Friday, Finance Minister Wale Edun said subsidies would end.", [("statement", "2024-11-15")]),
    ("The airline has suspended flights to Tel Aviv until 30 November.", [("statement", "")]),
    ("Vietnam Airlines and Boeing signed a deal for 50 aircraft in Hanoi on Monday.", [("signing", "2024-11-11")]),
    ("The mayor of Manila, Honey Lacuna, opened a new health centre on Saturday.", [("ceremony", "2024-11-09")]),
    ("The bank's net profit rose 12% to $3bn in the third quarter.", []),
    ("Six miners died on Sunday when a shaft collapsed in Kadoma.", [("disaster", "2024-11-10")]),
    ("The new law takes effect on 1 January 2025.", [("other", "2025-01-01")]),
    ("The African Development Bank (AfDB) has approved a $150m loan to Ghana. AfDB said the loan would fund roads.", [("other", "")]),
    ("Rwanda's foreign minister met his Congolese counterpart in Luanda on Saturday.", [("meeting", "2024-11-09")]),
    ("The World Health Organization declared mpox a global health emergency on 14 August.", [("statement", "2024-08-14")]),
    ("Tourism accounts for 10% of the economy.", []),
    ("The minister said the economy was strong.", [("statement", "")]),
    ("Experts say the drought could worsen.", []),
    ("The school has 300 pupils and 12 teachers.", []),
]
FR: list[Case] = [
    ("Les travaux de la 5e réunion du comité de pilotage du projet se sont ouverts, ce mardi 12 novembre, à Saly.", [("meeting", "2024-11-12")]),
    ("Le Premier ministre a annoncé, lors de sa déclaration de politique générale, la création de 50 000 emplois.", [("statement", "")]),
    ("Dans le cadre de sa tournée nationale, le ministre Ali Ba a visité jeudi le barrage de Diama.", [("visit", "2024-11-14")]),
    (
        "Un accord de financement de 30 millions d'euros a été signé lundi à Rabat entre le Maroc et la Banque européenne d'investissement.",
        [("signing", "2024-11-11")],
    ),
    ("Le taux de croissance devrait atteindre 5 % en 2025, a indiqué mardi la Banque centrale.", [("statement", "2024-11-12")]),
    ("Le directeur général de la Sonabel, Luc Roy, a fait savoir que les délestages prendront fin en mai.", [("statement", "")]),
    ("Trois personnes ont trouvé la mort dans un accident de la circulation survenu samedi à Kaffrine.", [("disaster", "2024-11-09")]),
    ("L'Assemblée nationale a voté, vendredi, la loi de finances 2025.", [("other", "2024-11-15")]),
    ("Le Burkina Faso, le Mali et le Niger ont quitté la CEDEAO le 29 janvier 2025.", [("other", "2025-01-29")]),
    ("Une marche pacifique a été organisée samedi à Conakry par l'opposition.", [("ceremony", "2024-11-09")]),
    ("Le président Macky Sall a quitté Dakar mardi à destination de Paris.", [("other", "2024-11-12")]),
    ("Plus de 200 participants prennent part, depuis lundi, à Cotonou, à un atelier régional sur le climat.", [("conference", "")]),
    ("La Cour des comptes a rendu public lundi son rapport sur la gestion des fonds Covid.", [("publication", "2024-11-11")]),
    ("Le ministère du Commerce informe les consommateurs que le prix du sucre est fixé à 600 francs.", [("statement", "")]),
    ("Le gouvernement tunisien a relevé le salaire minimum de 7 % à compter du 1er mai.", [("statement", "")]),
    ("Des inondations ont fait 12 morts à Niamey depuis juin, selon la protection civile.", [("disaster", "")]),
    ("Le nouveau gouverneur de la Banque centrale, Ali Kone, a pris fonction lundi.", [("other", "2024-11-11")]),
    ("Les deux ministres se sont félicités de l'excellence des relations.", []),
    ("Le pays produit 500 000 tonnes de coton par an.", []),
    ("Au total, 300 personnes ont été formées.", []),
    ("La France reste le premier partenaire commercial du pays.", []),
    ("Selon l'étude, un ménage sur trois n'a pas accès à l'eau.", []),
]
VI: list[Case] = [
    ("Sáng 12/11, tại TP. Vinh, Sở Lao động - Thương binh và Xã hội tổ chức lớp tập huấn nghiệp vụ giảm nghèo.", [("conference", "2024-11-12")]),
    ("Nhận lời mời của Tổng thống Chile, Chủ tịch nước Lương Cường thăm chính thức Chile từ ngày 9 đến 12/11.", [("visit", "2024-11-09")]),
    (
        "Phát biểu tại hội nghị, Chủ tịch UBND tỉnh Nguyễn Đức Trung yêu cầu các sở, ngành tập trung giải ngân vốn. Hội nghị diễn ra sáng 12/11.",
        [("statement", "2024-11-12"), ("conference", "2024-11-12")],
    ),
    ("Công ty CP Sữa Việt Nam đã ký hợp đồng xuất khẩu trị giá 20 triệu USD với đối tác Trung Đông.", [("signing", "")]),
    ("Ngày 10/11, ngành Hải quan phát hiện, bắt giữ 120 kg ma túy tại cảng Cát Lái.", [("other", "2024-11-10")]),
    ("Mưa lớn từ ngày 8/11 khiến 3 người chết, hàng trăm ngôi nhà tại Quảng Ngãi bị ngập.", [("disaster", "2024-11-08")]),
    ("Bộ Công Thương quyết định áp thuế chống bán phá giá tạm thời với thép HRC từ Trung Quốc.", [("statement", "")]),
    ("Từ 15 giờ ngày 14/11, giá xăng RON95 giảm 300 đồng/lít.", []),
    ("Chiều 13/11, Liên Bộ Công Thương - Tài chính điều chỉnh giá xăng dầu.", [("statement", "2024-11-13")]),
    ("Ngân hàng Nhà nước vừa công bố tỷ giá trung tâm.", [("statement", "")]),
    ("Lễ khánh thành cầu Như Nguyệt diễn ra chiều 9/11 với sự tham dự của Bộ trưởng Trần Hồng Minh.", [("ceremony", "2024-11-09")]),
    ("Ông Donald Trump đắc cử Tổng thống Mỹ ngày 6/11.", [("other", "2024-11-06")]),
    ("Israel không kích vào phía nam Beirut hôm 12/11 làm 8 người thiệt mạng.", [("conflict", "2024-11-12")]),
    ("Tại Hội nghị COP29 ở Baku, Thủ tướng Anh Keir Starmer công bố mục tiêu cắt giảm 81% phát thải.", [("statement", "")]),
    ("Tập đoàn Điện lực Việt Nam thông báo tăng giá điện 4,8% từ ngày 11/10.", [("statement", "")]),
    ("Hội Nông dân tỉnh phối hợp với Ngân hàng Chính sách xã hội giải ngân 5 tỷ đồng cho 100 hộ.", []),
    ("Nông dân xã Tân Hội thu hoạch 500 ha lúa.", []),
    ("Đến nay, toàn tỉnh có 120 xã đạt chuẩn nông thôn mới.", []),
    ("Hằng năm, UBND xã tổ chức gặp mặt người cao tuổi.", []),
    ("Sáng 14/11, tại trụ sở Chính phủ, Phó Thủ tướng Hồ Đức Phớc làm việc với Đoàn công tác của Quỹ Tiền tệ Quốc tế.", [("meeting", "2024-11-14")]),
    ("Theo thông tin từ Sở Y tế, trong tuần qua, thành phố ghi nhận 200 ca sốt xuất huyết.", []),
]
CASES = [
    pytest.param(language, *case, id=f"{language}-{rank}")
    for language, cases in (("en", EN), ("fr", FR), ("vi", VI))
    for rank, case in enumerate(cases)
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_a_desk_reports(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(text, language, PUBLISHED)) == sorted(expected)
