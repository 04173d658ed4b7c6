"""What figures measure: sentences written for this test, with the indicator of each figure, in the three languages."""

from __future__ import annotations

import pytest

from postil.domain.codebook import shipped
from tests.suggest.figure_reading import figures

SENTENCES = [
    ("en", "The fund expects Malawi's economy to grow 2.7% in 2024, up from 1.5% last year.", ["gdp_growth", "gdp_growth"]),
    ("en", "Around 27 per cent of Peru's fresh fruit exports go to China.", ["share_of_fruit_exports"]),
    ("en", "The clinic has 60 beds and employs 35 doctors.", ["hospital_beds", "doctors_employed"]),
    ("en", "Maize sells for 900 naira a kilogram.", ["maize_price"]),
    ("en", "The blaze destroyed 25 shops and injured 6 people.", ["shops_destroyed", "injured"]),
    ("en", "The bridge, estimated at $40 million, will open in May.", ["bridge_cost"]),
    ("en", "Wheat production rose to 5 million tonnes because of higher prices.", ["wheat_production"]),
    ("en", "Sales of electric cars rose by 9% to 21,000 units.", ["electric_vehicle_sales", "electric_vehicle_sales"]),
    ("fr", "Le réseau s'étend sur 650 kilomètres de lignes à grande vitesse.", ["railway_line_length"]),
    ("fr", "Le barrage, estimé à 12 milliards de dirhams, sera livré en 2029.", ["dam_cost"]),
    ("fr", "Les décaissements, dont le taux atteignait 41 %, ont repris.", ["disbursement_rate"]),
    ("fr", "La centrale aura une capacité de 300 mégawatts.", ["power_plant_capacity"]),
    ("fr", "Plus de 80 entreprises sont implantées dans le parc.", ["companies_established"]),
    ("vi", "Năm ngoái, cả nước xuất khẩu 2 triệu tấn gạo, thu về 900 triệu USD.", ["rice_exports", "rice_exports"]),
    ("vi", "Xuất khẩu cà phê tăng 6,1% về lượng và 9,2% về trị giá so với năm 2022.", ["coffee_exports", "coffee_exports"]),
    ("vi", "Kim ngạch sẽ đạt khoảng 3 tỷ USD do giá giảm.", ["exports"]),
    ("vi", "Đề án phát triển 200.000 ha lúa chất lượng cao.", ["rice_area"]),
    ("vi", "Tổng sản phẩm trên địa bàn (GRDP) tăng 6,2%.", ["gdp_growth"]),
    ("vi", "Nhà máy có công suất 90 MW.", ["factory_capacity"]),
    ("en", "A tonne of cobalt fetched $30,000.", ["cobalt_price"]),
    ("en", "The airport handled 1.8 million passengers in 2023.", ["airport_passengers"]),
    ("fr", "Le kilo de tomates se vend à 600 FCFA.", ["tomato_price"]),
    ("fr", "Le secteur contribue à hauteur de 21 % au PIB.", ["share_of_gdp"]),
    ("fr", "Près de 250 passagers ont été évacués.", ["passengers_evacuated"]),
    ("vi", "Ngành du lịch đóng góp 8% GDP.", ["share_of_gdp"]),
    ("vi", "Huyện có 320 ha cà phê, sản lượng đạt 4.000 tấn.", ["coffee_area", "coffee_production"]),
    ("vi", "Vốn đầu tư công giải ngân đạt 55% kế hoạch.", ["disbursement_rate"]),
    ("vi", "Lũ cuốn trôi 9 căn nhà và 2 cây cầu.", ["houses_swept_away", "bridges_swept_away"]),
    ("en", "Coffee exports to Germany rose 12% to $1.3 billion in 2023.", ["coffee_exports", "coffee_exports"]),
    ("en", "The mill produced 40,000 tonnes of sugar last season.", ["sugar_production"]),
    ("en", "The ministry allocated $25 million for rural roads.", ["rural_road_allocation"]),
    ("en", "Wheat imports fell to 3 million tonnes.", ["wheat_imports"]),
    ("en", "Retail sales increased by 4.5% in March.", ["retail_sales"]),
    ("en", "At least 30 people were killed and 120 injured when the bridge collapsed.", ["deaths", "injured"]),
    ("en", "The floods destroyed 4,500 homes and 60 schools.", ["homes_destroyed", "schools_destroyed"]),
    ("en", "Items handed out include 260 sprayers, 40 pepper grinding machines and 30 water pumps.", ["sprayers_distributed"]),
    ("en", "About 12,000 people were evacuated from the coast.", ["people_evacuated"]),
    ("en", "Some 350 new clinics have been built since 2020.", ["clinics_built"]),
    ("en", "Youth unemployment stood at 27%.", ["youth_unemployment_rate"]),
    ("en", "Solar power accounts for 15% of electricity production.", ["share_of_electricity_production"]),
    ("en", "The government will spend 3 billion rupees on irrigation.", ["irrigation_spending"]),
    ("en", "Farmers harvested 8 million tonnes of maize.", ["maize_harvest"]),
    ("en", "Police seized 200 kilograms of cocaine.", ["drug_seized"]),
    ("en", "Each household received 300 dollars.", ["household_value"]),
    ("en", "The farm sector grew by 6.1 percent in the first quarter.", ["agricultural_sector_growth"]),
    (
        "en",
        "Employment rose in construction (8,000 or 1.5%) and mining (5,000 or 1.0%).",
        ["construction_employment"] * 2 + ["mining_employment"] * 2,
    ),
    ("en", "Tuition fees will rise to 1,200 pounds.", ["tuition_fee"]),
    ("fr", "Les exportations de café ont atteint 1,3 milliard de dollars en 2023.", ["coffee_exports"]),
    ("fr", "L'usine a produit 40 000 tonnes de sucre.", ["sugar_production"]),
    ("fr", "Le ministère a alloué 25 millions d'euros à la construction de routes rurales.", ["rural_road_allocation"]),
    ("fr", "La production de thé a baissé de 8 %, à 5 000 tonnes.", ["tea_production", "tea_production"]),
    ("fr", "Le taux de chômage des jeunes s'élève à 27 %.", ["youth_unemployment_rate"]),
    ("fr", "Au moins 30 personnes ont été tuées et 120 autres blessées.", ["deaths", "injured"]),
    ("fr", "Les inondations ont détruit 4 500 maisons et 60 écoles.", ["houses_destroyed", "schools_destroyed"]),
    ("fr", "Quelque 350 centres de santé ont été construits depuis 2020.", ["health_centres_built"]),
    ("fr", "Les femmes occupent 40 % des sièges.", ["share_of_seats"]),
    ("fr", "Le prix du kilogramme de sucre est fixé à 600 FCFA.", ["sugar_price"]),
    ("fr", "Les agriculteurs ont récolté 8 millions de tonnes de maïs.", ["maize_harvest"]),
    ("fr", "L'économie a progressé de 5,1 % l'an dernier.", ["gdp_growth"]),
    ("fr", "Le budget de la santé s'élève à 500 milliards de francs CFA.", ["health_budget"]),
    ("fr", "Le projet permettra de créer 1 500 emplois.", ["jobs_created"]),
    ("fr", "2. **Les engrais** : les prix ont reculé de plus de 20 %.", ["fertilizer_price"]),
    ("fr", "L'effectif est de 450 000 élèves dans le public et 384 000 dans le privé.", ["public_pupils", "private_pupils"]),
    ("vi", "Xuất khẩu gạo năm 2023 đạt 4,2 tỷ USD.", ["rice_exports"]),
    ("vi", "Kim ngạch nhập khẩu da giày đạt 2 tỷ USD.", ["leather_footwear_imports"]),
    ("vi", "Tỉnh xuất khẩu 8,1 triệu tấn cà phê.", ["coffee_exports"]),
    ("vi", "Bộ phân bổ 250 tỷ đồng cho giao thông nông thôn.", ["rural_road_allocation"]),
    ("vi", "Diện tích trồng lúa đạt 7 triệu ha.", ["rice_area"]),
    ("vi", "Lũ lụt làm sập 4.500 ngôi nhà và 60 trường học.", ["houses_destroyed", "schools_destroyed"]),
    ("vi", "Khoảng 12.000 người dân được sơ tán.", ["people_evacuated"]),
    ("vi", "Số ca mắc sốt xuất huyết là 4.300 ca.", ["dengue_cases"]),
    ("vi", "Dự án tạo 2.000 việc làm cho lao động địa phương.", ["jobs_created"]),
    ("vi", "Công an thu giữ 20 kg ma túy.", ["drug_seized"]),
    ("vi", "Trao 200 suất quà, mỗi suất trị giá 500.000 đồng.", ["gifts_distributed", "gift_value"]),
    ("vi", "GDP tăng 6,5% trong quý II.", ["gdp_growth"]),
    ("vi", "Có 85% hộ dân được dùng nước sạch.", ["share_of_households"]),
    ("vi", "Doanh thu của tập đoàn tăng 6%, đạt 12 nghìn tỷ đồng.", ["revenue", "revenue"]),
    ("vi", "Tổng số hộ cận nghèo của tỉnh là 9.026 hộ, trong đó khu vực thành thị 1.456 hộ.", ["near_poor_households", "urban_near_poor_households"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_indicators(language: str, text: str, expected: list[str]) -> None:
    assert [figure.indicator for figure in figures(text, language)][: len(expected)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_a_code_of_the_list_needs_no_label_and_a_new_one_has_the_words_of_the_article(language: str, text: str, expected: list[str]) -> None:
    codes = shipped("indicators").by_id
    for figure in figures(text, language):
        if figure.indicator in codes:
            assert figure.indicator_label == ""
        else:
            assert figure.indicator_label == "" or figure.indicator_label in text


def test_the_same_thing_has_the_same_name_in_three_languages() -> None:
    found = [
        figures("Cocoa exports reached $2 billion.", "en")[0],
        figures("Les exportations de cacao ont atteint 2 milliards de dollars.", "fr")[0],
        figures("Xuất khẩu ca cao đạt 2 tỷ USD.", "vi")[0],
    ]
    assert {figure.indicator for figure in found} == {"cocoa_exports"}


def test_a_figure_without_a_term_goes_on_with_what_was_measured() -> None:
    found = figures("Le taux de chômage a atteint 4,7 %. Chez les hommes, il est de 3,9 %. Chez les femmes, il atteint 5,1 %.", "fr")
    assert [figure.indicator for figure in found] == ["unemployment_rate"] * 3


def test_a_repeated_figure_has_one_indicator_and_one_period() -> None:
    first, second = figures("The deal is worth 640 million dollars.\n\nIn 2023, tea exports reached 640 million dollars.", "en")
    assert (first.period, second.period) == ("2023", "2023")
    assert first.value == second.value


@pytest.mark.parametrize(
    ("language", "text", "area", "counterpart"),
    [
        ("en", "Kenya and Kenya's partners agree. In Uganda, inflation stood at 4%.", "UG", ""),
        ("en", "Vietnam's Vietnam Airlines met in Vietnam. Exports to Japan reached $3 billion.", "VN", "JP"),
        ("vi", "Việt Nam, Việt Nam. Việt Nam xuất khẩu sang Nhật Bản đạt 3 tỷ USD.", "VN", "JP"),
        ("fr", "Le Sénégal, au Sénégal. Les exportations vers le Mali ont atteint 3 milliards de dollars.", "SN", "ML"),
        ("en", "The county was given 45 billion Kenyan shillings.", "KE", ""),
    ],
)
def test_areas(language: str, text: str, area: str, counterpart: str) -> None:
    found = figures(text, language)[-1]
    assert (found.area, found.counterpart_area) == (area, counterpart)


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "Each county will be allocated 250 million dollars.", "county"),
        ("fr", "Chaque famille recevra 300 euros.", "family"),
        ("vi", "Mỗi hộ được hỗ trợ 5 triệu đồng.", "household"),
        ("vi", "Người suy giảm khả năng lao động từ 81% đang hưởng trợ cấp hằng tháng.", ""),
    ],
)
def test_amounts_for_each(language: str, text: str, per: str) -> None:
    assert figures(text, language)[0].per == per


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("fr", "On compte 92 morts à Jajarkot et 40 à Rukum.", ["92", "40"]),
        ("fr", "Ont voté contre 10 députés (sur 288).", ["10", "288"]),
        ("en", "The agency counted 500 schools in the north and 40 at Rukum.", ["500", "40"]),
        ("en", "Chapter 3 and 40 others are ready; see page 12.", ["40"]),
        ("vi", "Hai khu vực này ở cách xa nhau.", []),
        ("en", "The charge is 10 dollars per 100 kilometres.", ["10"]),
    ],
)
def test_counts_that_go_on(language: str, text: str, numbers: list[str]) -> None:
    assert [figure.number_as_written for figure in figures(text, language)] == numbers
