"""Which period figures are about, and what they are counted per, in sentences written for this test; today is 15 October 2024."""

from __future__ import annotations

import pytest

from postil.domain.figure import Figure
from tests.suggest.figure_reading import figures

ENGLISH = [
    ("In 2023, exports reached $40 billion.", ["40000000000 2023"]),
    ("Exports reached $40 billion in 2023.", ["40000000000 2023"]),
    ("The 2023 budget deficit was $12 billion.", ["12000000000 2023"]),
    ("Exports were worth $40 billion in 2023 and $44 billion in 2024.", ["40000000000 2023", "44000000000 2024"]),
    ("Exports rose to $44 billion in 2024 from $40 billion in 2023.", ["44000000000 2024", "40000000000 2023"]),
    ("Exports rose from $40 billion in 2023 to $44 billion in 2024.", ["40000000000 2023", "44000000000 2024"]),
    ("Between 2020 and 2023, the company opened 45 stores.", ["45 2020/2023"]),
    ("In the third quarter, revenue rose 8% to $3.1 billion.", ["8 2024-07/2024-09", "3100000000 2024-07/2024-09"]),
    ("Revenue in the third quarter was $3.1 billion, up 8% from a year earlier.", ["3100000000 2024-07/2024-09", "8 2024-07/2024-09"]),
    (
        "Profit fell to $120 million in the quarter ended September 30 from $150 million a year earlier.",
        ["120000000 2024-07/2024-09", "150000000 2023-07/2023-09"],
    ),
    ("Inflation stood at 2.4% in September, down from 2.5% in August.", ["2.4 2024-09", "2.5 2024-08"]),
    ("Unemployment was 4.1% in September, compared with 3.8% a year ago.", ["4.1 2024-09", "3.8 2023-09"]),
    ("From January to September, the country exported 7 million tonnes of rice.", ["7000000 2024-01/2024-09"]),
    (
        "In the first nine months of this year, the country exported 7 million tonnes of rice, up 9% year on year.",
        ["7000000 2024-01/2024-09", "9 2024-01/2024-09"],
    ),
    ("So far this year, 320 people have been killed in accidents.", ["320 2024"]),
    ("Since 2015, the agency has trained 12,000 teachers.", ["12000 2015/2024-10"]),
    ("As of October 10, 45 deaths had been reported.", ["45 2024-10-10"]),
    ("By the end of September, 62% of the budget had been spent.", ["62 2024-09"]),
    ("At the end of 2023, the bank had 3.4 million customers.", ["3400000 2023-12"]),
    ("The ministry plans to build 500 schools by 2030.", ["500 2030"]),
    ("The country aims for 8% growth next year.", ["8 2025"]),
    ("The bank forecasts inflation of 3.5% in 2025 and 3% in 2026.", ["3.5 2025", "3 2026"]),
    ("On Monday, police arrested 12 people.", ["12 2024-10-14"]),
    ("The police said on Monday that 12 people had been arrested in August.", ["12 2024-08"]),
    ("The fund was set up in 2012 and now has 40 members.", ["40"]),
    ("The company, founded in 1998, employs 2,400 people.", ["2400"]),
    ("The bridge, which opened in 2019, is 3.2 km long.", ["3.2"]),
    ("Last year, the airline carried 12 million passengers.", ["12000000 2023"]),
    ("The airline carried 12 million passengers last year, 5% more than in 2022.", ["12000000 2023", "5 2023"]),
    ("The road, which will be completed in 2026, will cost $90 million.", ["90000000"]),
    ("In fiscal year 2023/2024, revenue amounted to $2.4 billion.", ["2400000000 2023/2024"]),
    ("During the 2021-2025 period, the province invested $1.2 billion.", ["1200000000 2021/2025"]),
    ("The law passed in 2018 requires 30% of seats to be held by women.", ["30"]),
    ("The earthquake on Saturday killed at least 34 people and injured 120.", ["34 2024-10-12", "120 2024-10-12"]),
    ("The population grew from 1.2 million in 2010 to 1.5 million in 2020.", ["1200000 2010", "1500000 2020"]),
    ("GDP grew 5.6% in the second quarter, compared with 5.1% in the first quarter.", ["5.6 2024-04/2024-06", "5.1 2024-01/2024-03"]),
    ("Sales in October were 12% higher than in September.", ["12 2024-10"]),
    ("The minister told parliament on Tuesday that 400 km of roads were built in 2023.", ["400 2023"]),
    ("The survey of 1,200 households was conducted in May 2024.", ["1200 2024-05"]),
    ("A 2022 study found that 35% of children were stunted.", ["35 2022"]),
    ("Turnout was 61%, down from 68% in the 2019 election.", ["61", "68 2019"]),
    ("Imports in August fell 3% on a yearly basis.", ["3 2024-08"]),
    ("The price has risen 20% since January.", ["20 2024-01/2024-10"]),
    ("The trade surplus in the January-August period was $12 billion.", ["12000000000 2024-01/2024-08"]),
    ("Output in 2023 was 12% lower than the 2019 level of 500,000 tonnes.", ["12 2023", "500000 2023"]),
    ("The hospital treated 3,000 patients in 2023.\nIt has 120 beds.", ["3000 2023", "120"]),
    ("Exports totalled $5 billion in 2023. Imports reached $6 billion, up 4%.", ["5000000000 2023", "6000000000 2023", "4 2023"]),
    (
        "In the first half of 2024, exports totalled $5 billion.\nImports reached $6 billion, up 4%.",
        ["5000000000 2024-01/2024-06", "6000000000 2024-01/2024-06", "4 2024-01/2024-06"],
    ),
    ("The agency distributed 4,000 kits in Mindanao.", ["4000 2024-10"]),
    ("The storm killed 45 people in the northern provinces.", ["45 2024-10-15"]),
    ("In 2001, 2006 and 2013, he paid 4 visits to the country.", ["4"]),
    ("On Monday, China pledged to buy $12 billion of goods.", ["12000000000"]),
    ("Profit rose 5% to $20 million in the year ended March 31, 2024.", ["5 2023-04/2024-03", "20000000 2023-04/2024-03"]),
    ("Oil averaged $40 per barrel.", ["40 /barrel"]),
    ("Every year, 300 students graduate.", ["300 /year"]),
    ("The rate stands at 5%, in force since March 16, 2012.", ["5"]),
    ("The number of farms fell by 2,300 compared with the start of 2023.", ["2300 2023"]),
    (
        "Employment rose 0.1% from 9,974,000 in June 2024 to 9,984,000 in September 2024.",
        ["0.1 2024-06/2024-09", "9974000 2024-06", "9984000 2024-09"],
    ),
    ("The earthquake struck on Saturday. At least 132 people died and 40 were injured.", ["132 2024-10-15", "40 2024-10-15"]),
]
FRENCH = [
    ("En 2023, les exportations ont atteint 40 milliards d'euros.", ["40000000000 2023"]),
    ("Les exportations ont atteint 40 milliards d'euros en 2023, contre 37 milliards en 2022.", ["40000000000 2023", "37000000000 2022"]),
    ("Le déficit budgétaire de 2023 s'est élevé à 12 milliards d'euros.", ["12000000000 2023"]),
    ("Les exportations sont passées de 40 milliards en 2022 à 44 milliards d'euros en 2023.", ["40000000000 2022", "44000000000 2023"]),
    ("Entre 2020 et 2023, l'entreprise a ouvert 45 magasins.", ["45 2020/2023"]),
    (
        "Au troisième trimestre, le chiffre d'affaires a progressé de 8 %, à 3,1 milliards d'euros.",
        ["8 2024-07/2024-09", "3100000000 2024-07/2024-09"],
    ),
    (
        "Le bénéfice net s'est établi à 120 millions d'euros au premier semestre 2024, contre 150 millions un an plus tôt.",
        ["120000000 2024-01/2024-06", "150000000 2023-01/2023-06"],
    ),
    ("L'inflation s'est établie à 2,4 % en septembre, après 2,5 % en août.", ["2.4 2024-09", "2.5 2024-08"]),
    ("Le chômage touche 7,3 % de la population active.", ["7.3"]),
    ("De janvier à septembre, le pays a exporté 7 millions de tonnes de riz.", ["7000000 2024-01/2024-09"]),
    (
        "Au cours des neuf premiers mois de l'année, le pays a exporté 7 millions de tonnes de riz, en hausse de 9 % sur un an.",
        ["7000000 2024-01/2024-09", "9 2024-01/2024-09"],
    ),
    ("Depuis le début de l'année, 320 personnes ont été tuées dans des accidents.", ["320 2024-01/2024-10"]),
    ("Depuis 2015, l'agence a formé 12 000 enseignants.", ["12000 2015/2024-10"]),
    ("Au 30 septembre 2024, la banque comptait 3,4 millions de clients.", ["3400000 2024-09-30"]),
    ("À fin 2023, la banque comptait 3,4 millions de clients.", ["3400000 2023-12"]),
    ("Fin août, 62 % du budget avaient été dépensés.", ["62 2024-08"]),
    ("Le ministère prévoit de construire 500 écoles d'ici 2030.", ["500 2030"]),
    ("Le pays vise une croissance de 8 % l'an prochain.", ["8 2025"]),
    ("La banque prévoit une inflation de 3,5 % en 2025 et de 3 % en 2026.", ["3.5 2025", "3 2026"]),
    ("La police a déclaré lundi que 12 personnes avaient été arrêtées en août.", ["12 2024-08"]),
    ("Le fonds, créé en 2012, compte 40 membres.", ["40"]),
    ("L'entreprise, fondée en 1998, emploie 2 400 personnes.", ["2400"]),
    ("Le pont, inauguré en 2019, mesure 3,2 km.", ["3.2"]),
    ("L'an dernier, la compagnie a transporté 12 millions de passagers.", ["12000000 2023"]),
    ("La compagnie a transporté 12 millions de passagers l'an dernier, soit 5 % de plus qu'en 2022.", ["12000000 2023", "5 2023"]),
    ("La route, qui sera achevée en 2026, coûtera 90 millions d'euros.", ["90000000"]),
    ("Pour l'exercice 2023-2024, les recettes se sont élevées à 2,4 milliards d'euros.", ["2400000000 2023/2024"]),
    ("Sur la période 2021-2025, la région a investi 1,2 milliard d'euros.", ["1200000000 2021/2025"]),
    ("La loi votée en 2018 impose 30 % de femmes.", ["30"]),
    ("Le séisme de samedi a fait au moins 34 morts et 120 blessés.", ["34 2024-10-12", "120 2024-10-12"]),
    ("La population est passée de 1,2 million d'habitants en 2010 à 1,5 million en 2020.", ["1200000 2010", "1500000 2020"]),
    ("Les ventes d'octobre ont été supérieures de 12 % à celles de septembre.", ["12 2024-10"]),
    ("Le ministre a indiqué mardi que 400 km de routes avaient été construits en 2023.", ["400 2023"]),
    ("Une étude de 2022 a montré que 35 % des enfants souffraient de retard de croissance.", ["35 2022"]),
    ("La participation a été de 61 %, contre 68 % aux élections de 2019.", ["61", "68 2019"]),
    ("Les prix ont augmenté de 20 % depuis janvier.", ["20 2024-01/2024-10"]),
    ("Actuellement, 35 % des ménages ont accès à l'eau.", ["35 2024-10"]),
    (
        "Les exportations ont totalisé 5 milliards d'euros en 2023. Les importations ont atteint 6 milliards d'euros, en hausse de 4 %.",
        ["5000000000 2023", "6000000000 2023", "4 2023"],
    ),
    (
        "Au premier semestre 2024, les exportations ont totalisé 5 milliards d'euros.\nLes importations ont atteint 6 milliards d'euros.",
        ["5000000000 2024-01/2024-06", "6000000000 2024-01/2024-06"],
    ),
    ("La récolte 2023 est estimée à 900 000 tonnes, contre 850 000 tonnes en 2022.", ["900000 2023", "850000 2022"]),
    ("La campagne 2023-2024 a rapporté 25 milliards de francs CFA.", ["25000000000 2023/2024"]),
    ("En octobre 2023, 15 pays ont signé l'accord.", ["15 2023-10"]),
    ("L'exercice clos le 31 mars 2024 s'est soldé par un bénéfice de 20 millions d'euros.", ["20000000 2023-04/2024-03"]),
    ("Chaque année, 300 étudiants sont diplômés.", ["300 /year"]),
    ("Les exportations ont bondi de 35 % par rapport à l'année précédente.", ["35 2024"]),
    ("Le taux est de 5 %, en vigueur depuis le 16 mars 2012.", ["5"]),
    ("En 2001, 2006 et 2013, il a effectué 4 visites.", ["4"]),
    (
        "Le taux de chômage a augmenté au troisième trimestre 2024, sur un an, chez les hommes (de 3,9 % à 4,5 %).",
        ["3.9 2023-07/2023-09", "4.5 2024-07/2024-09"],
    ),
    ("Un séisme a frappé la région samedi. Selon un bilan provisoire, au moins 132 personnes sont mortes.", ["132 2024-10-15"]),
    ("Les ventes d'août ont atteint 22 millions d'euros, en hausse de 34 % par rapport à août 2023.", ["22000000 2024-08", "34 2024-08"]),
]
VIETNAMESE = [
    ("Năm 2023, kim ngạch xuất khẩu đạt 40 tỷ USD.", ["40000000000 2023"]),
    ("Kim ngạch xuất khẩu năm 2023 đạt 40 tỷ USD, tăng 8% so với năm 2022.", ["40000000000 2023", "8 2023"]),
    ("Kim ngạch xuất khẩu tăng từ 37 tỷ USD năm 2022 lên 40 tỷ USD năm 2023.", ["37000000000 2022", "40000000000 2023"]),
    ("Giai đoạn 2021-2025, tỉnh đã đầu tư 1.200 tỷ đồng.", ["1200000000000 2021/2025"]),
    ("Quý III, doanh thu đạt 3.100 tỷ đồng, tăng 8% so với cùng kỳ năm trước.", ["3100000000000 2024-07/2024-09", "8 2024-07/2024-09"]),
    ("Doanh thu quý III đạt 3.100 tỷ đồng.", ["3100000000000 2024-07/2024-09"]),
    ("9 tháng đầu năm, cả nước xuất khẩu 7 triệu tấn gạo, tăng 9% so với cùng kỳ.", ["7000000 2024-01/2024-09", "9 2024-01/2024-09"]),
    ("Trong 9 tháng năm 2024, cả nước xuất khẩu 7 triệu tấn gạo.", ["7000000 2024-01/2024-09"]),
    ("Tính đến hết tháng 9, tỉnh giải ngân được 62% kế hoạch.", ["62 2024-01/2024-09"]),
    ("Tính đến ngày 30/9, tỉnh đã giải ngân 1.500 tỷ đồng.", ["1500000000000 2024-09-30"]),
    ("Đến cuối năm 2023, ngân hàng có 3,4 triệu khách hàng.", ["3400000 2023-12"]),
    ("Từ đầu năm đến nay, toàn tỉnh xảy ra 320 vụ tai nạn, làm chết 150 người.", ["320 2024-01/2024-10", "150 2024-01/2024-10"]),
    ("Từ năm 2015 đến nay, trung tâm đã đào tạo 12.000 giáo viên.", ["12000 2015/2024-10"]),
    ("Đến nay, toàn huyện có 45 trường đạt chuẩn quốc gia.", ["45 2024-10-15"]),
    ("Hiện nay, tỉnh có 1.200 doanh nghiệp.", ["1200 2024-10"]),
    ("Tỉnh phấn đấu đến năm 2030 xây dựng 500 trường học.", ["500 2030"]),
    ("Năm 2025, cả nước phấn đấu tăng trưởng 8%.", ["8 2025"]),
    ("Ngân hàng dự báo lạm phát 3,5% năm 2025 và 3% năm 2026.", ["3.5 2025", "3 2026"]),
    ("Ngày 14/10, công an bắt giữ 12 đối tượng.", ["12 2024-10-14"]),
    ("Sáng 14/10, lãnh đạo tỉnh cho biết trong tháng 9 đã có 12 dự án được cấp phép.", ["12 2024-09"]),
    ("Được thành lập năm 1998, công ty hiện có 2.400 lao động.", ["2400 2024-10-15"]),
    ("Cây cầu khánh thành năm 2019 dài 3,2 km.", ["3.2"]),
    ("Năm ngoái, hãng vận chuyển 12 triệu lượt khách.", ["12000000 2023"]),
    ("Năm nay, tỉnh dự kiến đón 12 triệu lượt khách.", ["12000000 2024"]),
    ("Tuyến đường sẽ hoàn thành vào năm 2026, có tổng mức đầu tư 90 tỷ đồng.", ["90000000000"]),
    ("Lạm phát tháng 9 là 2,4%, giảm so với mức 2,5% của tháng 8.", ["2.4 2024-09", "2.5 2024-08"]),
    ("CPI tháng 9 tăng 0,29% so với tháng trước và tăng 2,63% so với cùng kỳ năm trước.", ["0.29 2024-09", "2.63 2024-09"]),
    ("Bình quân 9 tháng, CPI tăng 3,88%.", ["3.88 2024-01/2024-09"]),
    ("GDP quý III tăng 7,4%; 9 tháng tăng 6,8%.", ["7.4 2024-07/2024-09", "6.8 2024-01/2024-09"]),
    ("Dân số tăng từ 1,2 triệu người năm 2010 lên 1,5 triệu người năm 2020.", ["1200000 2010", "1500000 2020"]),
    ("Trận động đất hôm thứ bảy làm ít nhất 34 người chết và 120 người bị thương.", ["34 2024-10-12", "120 2024-10-12"]),
    ("Bộ trưởng cho biết năm 2023 đã xây dựng 400 km đường cao tốc.", ["400 2023"]),
    ("Vụ mùa năm 2023, sản lượng đạt 900.000 tấn.", ["900000 2023"]),
    ("Theo nghị quyết năm 2018, tỷ lệ nữ phải đạt 30%.", ["30"]),
    ("Nhiệm kỳ 2020-2025, huyện kết nạp 1.200 đảng viên.", ["1200"]),
    ("Xuất khẩu năm 2023 đạt 5 tỷ USD. Nhập khẩu đạt 6 tỷ USD, tăng 4%.", ["5000000000 2023", "6000000000 2023", "4 2023"]),
    (
        "6 tháng đầu năm 2024, xuất khẩu đạt 5 tỷ USD.\nNhập khẩu đạt 6 tỷ USD, tăng 4%.",
        ["5000000000 2024-01/2024-06", "6000000000 2024-01/2024-06", "4 2024-01/2024-06"],
    ),
    ("Niên vụ 2023-2024, xuất khẩu cà phê đạt 1,5 triệu tấn.", ["1500000 2023/2024"]),
    ("Giá trị xuất khẩu tháng 9 đạt 400 triệu USD, lũy kế 9 tháng đạt 3,5 tỷ USD.", ["400000000 2024-09", "3500000000 2024-01/2024-09"]),
    ("Trong đó, tháng 9 đạt 400 triệu USD.", ["400000000 2024-09"]),
    ("Bão làm 45 người chết tại các tỉnh phía Bắc.", ["45 2024-10-15"]),
    ("Hội nghị diễn ra sáng 15/10. Tham dự có 300 đại biểu.", ["300 2024-10-15"]),
    ("Tính từ đầu năm, giá vàng đã tăng 20%.", ["20 2024-01/2024-10"]),
    ("Trong tháng 9/2024, cả nước có 12.000 doanh nghiệp thành lập mới, tăng 5% so với tháng 8.", ["12000 2024-09", "5 2024-09"]),
    ("Ước cả năm 2024, thu ngân sách đạt 5.200 tỷ đồng.", ["5200000000000 2024"]),
    ("Cuối năm 2023, toàn tỉnh còn 2.692 hộ nghèo (giảm 962 hộ so với đầu năm 2023).", ["2692 2023-12", "962 2023"]),
    ("Trong tháng 8, xuất khẩu đạt 22 triệu USD, tăng 34% so với tháng 8/2023.", ["22000000 2024-08", "34 2024-08"]),
    ("Mỗi năm, trường tuyển 300 sinh viên.", ["300 /year"]),
    ("Ông từng đến Việt Nam 4 lần vào các năm 2001, 2006, 2013.", ["4"]),
    ("Nghị định có hiệu lực từ ngày 1/7/2019 quy định mức phạt 5 triệu đồng.", ["5000000"]),
    ("Kim ngạch 8 tháng năm 2024 đạt 5 tỷ USD, so với cùng kỳ năm 2023 tăng 8%.", ["5000000000 2024-01/2024-08", "8 2024-01/2024-08"]),
]


def number(figure: Figure) -> str:
    return f"{figure.value.normalize():f}" if figure.value is not None else f"{figure.minimum}..{figure.maximum}"


def told_period(text: str, language: str) -> list[str]:
    """Each figure as "number [period] [per]"."""
    return [" ".join(filter(None, [number(figure), figure.period, figure.per and f"/{figure.per}"])) for figure in figures(text, language)]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert told_period(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[str]) -> None:
    assert told_period(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), VIETNAMESE)
def test_vietnamese(text: str, expected: list[str]) -> None:
    assert told_period(text, "vi") == expected
