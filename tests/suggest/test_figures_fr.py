"""French sentences, written for this test, with the figures that stand in them."""

from __future__ import annotations

import pytest

from tests.suggest.figure_reading import told

SENTENCES = [
    ("En 2023, le pays a exporté 1,2 million de tonnes de cacao.", ["1200000 tonne 2023"]),
    ("L'inflation a atteint 7,3 % en août 2024.", ["7.3 percent 2024-08"]),
    ("Les exportations ont augmenté de 12 % pour atteindre 4,5 milliards d'euros.", ["12 percent change up", "4500000000 EUR"]),
    ("Le chômage est tombé à 6,8 %.", ["6.8 percent"]),
    ("Le prix du litre d'essence baisse de 25 FCFA.", ["25 XOF change down /litre"]),
    ("Au moins quinze personnes ont été tuées et 47 blessées.", ["15 person at_least 2024-10", "47 injury 2024-10"]),
    ("Deux personnes ont été arrêtées.", ["2 person 2024-10"]),
    ("Les deux pays ont signé cinq accords.", ["5 agreement 2024-10"]),
    ("L'un des sept ministres a démissionné.", []),
    ("Âgé de 45 ans, il dirigeait la 3e division.", []),
    ("Les dix premiers pays exportateurs se réunissent.", []),
    ("C'est la pire sécheresse depuis 40 ans.", []),
    ("Au cours des six prochains mois, les discussions continueront.", []),
    ("Le gouvernement vise à créer 50 000 emplois d'ici 2030.", ["50000 job target 2030"]),
    ("La banque prévoit une croissance de 6,5 % cette année.", ["6.5 percent forecast 2024"]),
    ("L'agence a besoin de 900 millions de dollars pour nourrir 3,5 millions de personnes.", ["900000000 USD forecast", "3500000 person forecast"]),
    ("L'Union s'engage à verser 25 millions d'euros.", ["25000000 EUR target"]),
    ("La TVA passera de 18 % à 20 %.", ["18 percent", "20 percent target"]),
    ("Le taux de participation s'élève à 61,3 %.", ["61.3 percent"]),
    ("La centrale a une puissance de 1 200 MW.", ["1200 megawatt"]),
    ("La route, longue de 120 km, a coûté 3 milliards de francs CFA.", ["120 kilometre", "3000000000 XOF"]),
    ("Il a fait 44 °C dans la capitale.", ["44 degree_celsius"]),
    ("Il a été condamné à douze ans de prison.", ["12 year"]),
    ("Les touristes dépensent environ 120 euros par jour.", ["120 EUR about /day"]),
    ("Entre 200 et 300 migrants arrivent chaque jour.", ["200..300 migrant /day"]),
    ("Au total, 1 200 logements ont été détruits.", ["1200 housing_unit 2024-10"]),
    ("Le bilan s'élève désormais à 132 morts.", ["132 death 2024-10"]),
    ("Une trentaine d'entreprises ont participé au forum.", ["30 company about 2024-10"]),
    ("L'article 12 de la loi n° 2019-15 fixe le cadre.", []),
    ("Rendez-vous à 18 h 30, salle 12, au 3e étage.", []),
    ("Le G7, le G20 et la COP29 ont été évoqués.", []),
    ("Des centaines de milliers de personnes ont fui.", []),
    ("Le taux recule de 0,5 point de pourcentage.", ["0.5 percentage_point change down"]),
    ("Jusqu'à 80 % des ménages ont accès à l'eau.", ["80 percent at_most"]),
    ("Un demi-million de travailleurs ont rejoint la grève.", ["500000 worker"]),
    ("Le prêt de 2,5 Md€ porte un intérêt de 1,5 %.", ["2500000000 EUR", "1.5 percent"]),
    ("Le Conseil a adopté deux (02) décrets et débloqué cent (100) milliards de FCFA.", ["2 decree 2024-10", "100000000000 XOF"]),
    ("La région compte 12 projets, soit quatre projets de plus que l'an dernier.", ["12 project", "4 project change up 2024"]),
    ("Dans les deux cas, la prime est de 600 000 F.", ["600000 XOF"]),
    ("Le budget passe de 200 à 250 millions d'euros.", ["200000000 EUR", "250000000 EUR"]),
    ("Plus de 60 % des 240 délégués ont voté pour.", ["60 percent over", "240 delegate 2024-10"]),
    ("Le commerce bilatéral, de près de 60 milliards de dollars, croît de 8 % par an.", ["60000000000 USD nearly", "8 percent change up /year"]),
    ("Selon l'Insee, la population compte 68,4 millions d'habitants.", ["68400000 inhabitant"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert told(text, "fr") == expected
