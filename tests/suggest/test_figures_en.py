"""English sentences, written for this test, with the figures that stand in them."""

from __future__ import annotations

import pytest

from tests.suggest.figure_reading import told

SENTENCES = [
    ("The ministry approved 34 projects worth $2.6 billion in 2023.", ["34 project 2023", "2600000000 USD 2023"]),
    ("Inflation stood at 3.4% in August 2024.", ["3.4 percent 2024-08"]),
    ("Exports grew by 12 percent to nearly US$40 billion.", ["12 percent change up", "40000000000 USD nearly"]),
    ("Unemployment fell to 5.1%.", ["5.1 percent"]),
    ("Prices dropped 8% year-on-year.", ["8 percent change down"]),
    ("The storm killed at least 15 people and injured 47 others.", ["15 person at_least 2024-10-15", "47 count 2024-10-15"]),
    ("Two people were arrested after the clash.", ["2 person 2024-10"]),
    ("The two countries signed five agreements.", ["5 agreement 2024-10"]),
    ("Both sides met for the third time in 2024.", []),
    ("One of the seven ministers resigned.", []),
    ("He was 45 years old and had served in the 101st division.", []),
    ("The world's 10 largest economies met in Bali.", []),
    ("The first five companies will open next year.", []),
    ("It was the worst drought in 40 years.", []),
    ("Over the next six months, talks will continue.", []),
    ("The government aims to create 50,000 jobs by 2030.", ["50000 job target 2030"]),
    ("The bank expects growth of 6.5% this year.", ["6.5 percent forecast 2024"]),
    ("The UN needs $900 million to feed 3.5 million people.", ["900000000 USD forecast", "3500000 person forecast"]),
    ("The company pledged €25m for schools.", ["25000000 EUR target"]),
    ("VAT will rise from 8% to 10%.", ["8 percent", "10 percent target"]),
    ("Turnout reached 61.3 percent.", ["61.3 percent"]),
    ("The plant has a capacity of 1,200 MW.", ["1200 megawatt"]),
    ("Farmers harvested 4.2 million tonnes of rice on 700,000 hectares.", ["4200000 tonne", "700000 hectare"]),
    ("The road is 120 km long and cost £3bn.", ["120 kilometre", "3000000000 GBP"]),
    ("Temperatures hit 44°C in the capital.", ["44 degree_celsius"]),
    ("He was sentenced to 12 years in prison.", ["12 year"]),
    ("Tourists spend about $120 a day.", ["120 USD about /day"]),
    ("Between 200 and 300 migrants arrive every day.", ["200..300 migrant /day"]),
    ("A total of 1,200 homes were destroyed.", ["1200 home 2024-10"]),
    ("The death toll rose to 132 on Friday.", ["132 count 2024-10-11"]),
    ("The fund, worth some 40bn rand ($2.2bn), was set up in 2019.", ["40000000000 ZAR about", "2200000000 USD"]),
    ("Resolution 1325 was adopted under item 7.", []),
    ("Call 1900 1234 or visit Room 12 at 9:30 a.m.", []),
    ("The G7, the G20 and COP29 were mentioned.", []),
    ("Hundreds of thousands fled; dozens of houses burned.", []),
    ("The index lost 2.3 percentage points.", ["2.3 percentage_point change down"]),
    ("Volume and value rose by 20.8% and 18.6%, respectively.", ["20.8 percent change up", "18.6 percent change up"]),
    ("The port lies 20 km from the capital.", ["20 kilometre"]),
    ("Fifteen of the 63 provinces, or 24%, reported cases.", ["15 province", "63 province", "24 percent"]),
    ("Up to 80 per cent of households have access to water.", ["80 percent at_most"]),
    ("Sales doubled while costs were cut by a third.", ["2 factor change up"]),
    ("Around half a million workers joined the strike.", ["500000 worker about"]),
    ("The loan of JPY 20 billion carries 1.5% interest.", ["20000000000 JPY", "1.5 percent"]),
    ("Vietnam exported 8.1 million tonnes of rice in 2023, up 14 percent on 2022.", ["8100000 tonne 2023", "14 percent change up 2023"]),
    ("More than 60% of the 240 delegates voted in favour.", ["60 percent over", "240 delegate 2024-10"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected
