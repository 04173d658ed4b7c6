"""Commitments in English: sentences written for the purpose, with the clause and kind to find, and sentences that hold none."""

from __future__ import annotations

import pytest

from tests.suggest.commitment_reading import told

FOUND: list[tuple[str, list[str]]] = [
    (
        "The European Commission pledged on Monday to halve pesticide use across the bloc by 2030.",
        ["pledge: The European Commission pledged on Monday to halve pesticide use across the bloc by 2030"],
    ),
    (
        "Kenya and Ethiopia have agreed to reopen the Moyale border crossing before the end of the year.",
        ["pledge: Kenya and Ethiopia have agreed to reopen the Moyale border crossing before the end of the year"],
    ),
    ("Toyota said it will build a second battery plant in North Carolina.", ["plan: it will build a second battery plant in North Carolina"]),
    ("The mayor ordered all schools to close on Friday.", ["directive: The mayor ordered all schools to close on Friday"]),
    (
        "Oxfam called on rich countries to cancel the debts of the poorest nations.",
        ["request: Oxfam called on rich countries to cancel the debts of the poorest nations"],
    ),
    (
        "The central bank plans to raise its main rate twice before summer.",
        ["plan: The central bank plans to raise its main rate twice before summer"],
    ),
    ("Ghana has set a target of planting 20 million trees by 2027.", ["target: Ghana has set a target of planting 20 million trees by 2027"]),
    (
        '"We will not sign an agreement that harms our farmers," the minister told reporters.',
        ["plan: We will not sign an agreement that harms our farmers"],
    ),
    (
        "Residents must boil tap water until further notice, the health department said.",
        ["directive: Residents must boil tap water until further notice"],
    ),
    ("Apple has committed to becoming carbon neutral by 2030.", ["pledge: Apple has committed to becoming carbon neutral by 2030"]),
    (
        "The airline, which lost $2 billion last year, intends to cut 5,000 jobs.",
        ["plan: The airline, which lost $2 billion last year, intends to cut 5,000 jobs"],
    ),
    (
        "President Ruto instructed the treasury to release funds for drought relief.",
        ["directive: President Ruto instructed the treasury to release funds for drought relief"],
    ),
    (
        "Amnesty International urged the authorities to release the two journalists.",
        ["request: Amnesty International urged the authorities to release the two journalists"],
    ),
    ("The new stadium will be completed in March 2027.", ["plan: The new stadium will be completed in March 2027"]),
    (
        "The ministers reaffirmed their commitment to a two-state solution.",
        ["pledge: The ministers reaffirmed their commitment to a two-state solution"],
    ),
    ("Germany promised to send a further 50 armoured vehicles.", ["pledge: Germany promised to send a further 50 armoured vehicles"]),
    ("The regulator required banks to hold more capital.", ["directive: The regulator required banks to hold more capital"]),
    ("Canada aims to welcome 500,000 immigrants a year by 2025.", ["target: Canada aims to welcome 500,000 immigrants a year by 2025"]),
    ("The company is set to open 30 new stores in India next year.", ["plan: The company is set to open 30 new stores in India next year"]),
    ("Chancellor Scholz is expected to visit Beijing in April.", ["plan: Chancellor Scholz is expected to visit Beijing in April"]),
    (
        "Doctors' unions demanded that the government increase hospital budgets.",
        ["request: Doctors' unions demanded that the government increase hospital budgets"],
    ),
    ("It is essential to protect the aquifer, the governor added.", ["directive: It is essential to protect the aquifer"]),
    ("She stressed the need to train more nurses in rural districts.", ["directive: She stressed the need to train more nurses in rural districts"]),
    ("Brazil and Norway agreed on a joint fund to fight deforestation.", ["pledge: Brazil and Norway agreed on a joint fund to fight deforestation"]),
    ("Police will increase patrols around the market, commander Otieno said.", ["plan: Police will increase patrols around the market"]),
    ("The council has decided to ban cars from the old town.", ["plan: The council has decided to ban cars from the old town"]),
    ("The finance minister announced that the fuel subsidy would end in June.", ["plan: the fuel subsidy would end in June"]),
    ("Employers are required to provide masks free of charge.", ["directive: Employers are required to provide masks free of charge"]),
    ("The United States vowed to defend its allies in the region.", ["pledge: The United States vowed to defend its allies in the region"]),
    (
        "Samsung plans to invest $17 billion in Texas, while Intel will build two factories in Ohio.",
        ["plan: Samsung plans to invest $17 billion in Texas", "plan: Intel will build two factories in Ohio"],
    ),
    (
        "The foundation said it would donate 10,000 solar lamps to schools.",
        ["plan: The foundation said it would donate 10,000 solar lamps to schools"],
    ),
    (
        "The two presidents expressed their readiness to resume direct flights.",
        ["pledge: The two presidents expressed their readiness to resume direct flights"],
    ),
    ("The ministry asked provinces to report new cases every day.", ["directive: The ministry asked provinces to report new cases every day"]),
    ("Unions have called for a general strike on 12 March.", ["request: Unions have called for a general strike on 12 March"]),
    (
        'The minister told the committee: "All ferries must be inspected before the season opens."',
        ["directive: All ferries must be inspected before the season opens"],
    ),
    ("Egypt is targeting tourism revenue of $30 billion by 2028.", ["target: Egypt is targeting tourism revenue of $30 billion by 2028"]),
    (
        "He instructed the agencies to cut red tape; publish fees online; and answer complaints within ten days.",
        ["directive: He instructed the agencies to cut red tape", "directive: publish fees online", "directive: answer complaints within ten days"],
    ),
    (
        "The World Bank will provide a $200 million loan for the railway, officials said.",
        ["plan: The World Bank will provide a $200 million loan for the railway"],
    ),
    (
        "The chancellor proposed that the tax be phased out over three years.",
        ["request: The chancellor proposed that the tax be phased out over three years"],
    ),
    (
        "Nigeria's navy has pledged to protect oil pipelines in the delta.",
        ["pledge: Nigeria's navy has pledged to protect oil pipelines in the delta"],
    ),
    (
        "Under the accord, both navies will share radar data and train together twice a year.",
        ["plan: both navies will share radar data and train together twice a year"],
    ),
    (
        "Denmark's parliament has agreed to raise defence spending by 2 percent.",
        ["pledge: Denmark's parliament has agreed to raise defence spending by 2 percent"],
    ),
    (
        "Speaking in Lagos on Friday, the trade minister promised that tariffs on solar panels would be scrapped.",
        ["pledge: the trade minister promised that tariffs on solar panels would be scrapped"],
    ),
    ("The court ordered the newspaper to pay damages of $40,000.", ["directive: The court ordered the newspaper to pay damages of $40,000"]),
    ('"Our aim is to vaccinate 90% of children by December," said Dr Amina Yusuf.', ["target: Our aim is to vaccinate 90% of children by December"]),
    ("Heathrow said on Tuesday that it planned to build a third runway.", ["plan: it planned to build a third runway"]),
    (
        "Opposition leader Raila Odinga called for an independent audit of the results.",
        ["request: Opposition leader Raila Odinga called for an independent audit of the results"],
    ),
    ("The union has urged its members to reject the offer.", ["request: The union has urged its members to reject the offer"]),
    ("Tesla will recall 120,000 vehicles in China.", ["plan: Tesla will recall 120,000 vehicles in China"]),
    (
        "From January, shops will no longer be allowed to give away plastic bags.",
        ["plan: From January, shops will no longer be allowed to give away plastic bags"],
    ),
    (
        "Farmers should delay planting until the rains are established, the agency advised.",
        ["directive: Farmers should delay planting until the rains are established"],
    ),
    (
        "The governor directed county officials to open shelters and to distribute blankets.",
        ["directive: The governor directed county officials to open shelters and to distribute blankets"],
    ),
    ("The IMF recommended that the central bank tighten policy.", ["request: The IMF recommended that the central bank tighten policy"]),
    ("Mr. Tan, who leads the committee, said it was necessary to review the fees.", ["directive: it was necessary to review the fees"]),
    (
        "The ministers agreed on the following measures: harmonising standards; opening a joint laboratory; and publishing yearly reports.",
        [
            "pledge: The ministers agreed on the following measures: harmonising standards",
            "pledge: opening a joint laboratory",
            "pledge: publishing yearly reports",
        ],
    ),
    ("Netflix is planning to film three series in Lagos.", ["plan: Netflix is planning to film three series in Lagos"]),
    ("The bank committed €50 million to wind farms.", ["pledge: The bank committed €50 million to wind farms"]),
    ("The charity appealed to the public to donate warm clothes.", ["request: The charity appealed to the public to donate warm clothes"]),
    (
        "Britain stands ready to help rebuild the port, the foreign secretary told parliament.",
        ["pledge: Britain stands ready to help rebuild the port"],
    ),
    ("The airline aims to double its fleet to 80 aircraft by 2032.", ["target: The airline aims to double its fleet to 80 aircraft by 2032"]),
    (
        "The Zambian government has pledged to clear all arrears owed to nurses by March.",
        ["pledge: The Zambian government has pledged to clear all arrears owed to nurses by March"],
    ),
    ("Bangladesh Bank will buy dollars at auction from next week.", ["plan: Bangladesh Bank will buy dollars at auction from next week"]),
    (
        "The two leaders vowed to deepen cooperation on cyber security, according to a joint statement.",
        ["pledge: The two leaders vowed to deepen cooperation on cyber security"],
    ),
    ("Shipping firms are urged to avoid the strait, the navy said.", ["directive: Shipping firms are urged to avoid the strait"]),
    ("Finance Minister Enoch Godongwana said the budget would be tabled again on 12 March.", ["plan: the budget would be tabled again on 12 March"]),
    (
        "The ministry plans to hire 12,000 teachers, repair 300 schools and supply free textbooks.",
        ["plan: The ministry plans to hire 12,000 teachers, repair 300 schools and supply free textbooks"],
    ),
    ("Parents have been asked to keep children at home.", ["directive: Parents have been asked to keep children at home"]),
    ('"We are committed to protecting every worker," the labour secretary said.', ["pledge: We are committed to protecting every worker"]),
    (
        "Rwanda aims for 60% of its electricity to come from renewables by 2030.",
        ["target: Rwanda aims for 60% of its electricity to come from renewables by 2030"],
    ),
    ("The commission proposed raising the retirement age to 66.", ["request: The commission proposed raising the retirement age to 66"]),
    ("Volvo is to close its bus plant in Poland.", ["plan: Volvo is to close its bus plant in Poland"]),
    (
        "The president instructed his cabinet to cut foreign travel and to sell luxury cars.",
        ["directive: The president instructed his cabinet to cut foreign travel and to sell luxury cars"],
    ),
    ("Governments must act now, UN chief Antonio Guterres warned.", ["directive: Governments must act now"]),
    ("The hospital will get a new wing, thanks to a $5 million grant.", ["plan: The hospital will get a new wing, thanks to a $5 million grant"]),
    ("Campaigners called on the council to scrap the plan.", ["request: Campaigners called on the council to scrap the plan"]),
    ("Local authorities have been told to stop issuing permits.", ["directive: Local authorities have been told to stop issuing permits"]),
]

NONE = [
    "House prices will probably cool next year.",
    "The bank's shares rose after it pledged its support.",
    "He had to pay a fine.",
    "What should have been a holiday became a nightmare.",
    "The band will be remembered for one song.",
    "It was not necessary to use force.",
    "The match will start at 8pm.",
    "Shoppers say they will spend less.",
    "The economy will grow by 3.2% next year, the IMF forecast.",
    "The president expressed hope that talks would resume soon.",
    "Analysts believe the company will miss its sales target.",
    "Rainfall is expected to ease by the weekend.",
    "Exports rose 12% in the first quarter, exceeding the target of 10%.",
    "If the bill passes, the government will lose its majority.",
    "The factory, which will employ 500 people, stands near the port.",
    "He did not agree to the terms of the deal.",
    "Last year the city planted 4,000 trees.",
    "The festival drew thousands of visitors from across the region.",
    "Prices will remain high for several months, economists said.",
    "Her political will helped the party survive.",
    "The storm will hit the coast on Sunday.",
    "Many families had to leave their homes.",
    "The team won the cup for the third time in a row.",
    "It should be noted that the figures are provisional.",
    "The drug could help patients with rare diseases.",
    "The ministry publishes the figures every month.",
    "There will be rain in the north.",
    "The minister thanked donors for their generous pledges.",
    "Inflation is likely to fall below 3%.",
    "The bridge was built in 1932 and must have cost a fortune.",
    "Whether the court will hear the case is unclear.",
    "The vaccine will become available when trials end, researchers hope.",
    "Critics say the plan would hurt small farmers.",
    "The two countries have maintained close ties since 1975.",
    "Residents were told that the water was safe.",
    "The company needs $3 million to survive the winter.",
    "The conference will take place in Nairobi from 4 to 6 May.",
    "Demand for steel is set to rise as construction recovers.",
    "Officials say the virus will spread further unless borders are closed.",
    "The minister who will replace him has not been named.",
    "Sales are set to fall for a third year.",
    "The president said relations had never been better.",
    "She would have liked to stay.",
    "The report shows how cities will look in 2050.",
    "Nobody knows what the court will decide.",
    "Students often have to share textbooks.",
    "It is important to remember that the data are old.",
    "The will of the people must prevail.",
    "The dam holds back 3 million cubic metres of water.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert told(text, "en") == []
