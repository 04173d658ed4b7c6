"""`find` on texts of any sort, with the day they are read from: 2024-11-15, a Friday, where nothing else is said."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from postil.suggest.dates import dates, find
from postil.suggest.doc import Doc, Source
from postil.suggest.sentences import sentences
from postil.suggest.text.shadow import shadow
from postil.suggest.text.tokens import tokenize

DAY = "2024-11-15"
Case = tuple[str, list[tuple[str, str]]]

EN: list[Case] = [
    ("The board meets on the second Tuesday of December.", [("the second Tuesday of December", "2024-12-10")]),
    ("Applications close on the last Friday of March 2025.", [("the last Friday of March 2025", "2025-03-28")]),
    ("It rained in the first week of October 2024.", [("the first week of October 2024", "2024-10-07/2024-10-13")]),
    ("The festival is in the week of 7 October 2024.", [("the week of 7 October 2024", "2024-10-07/2024-10-13")]),
    ("The last day of February 2024 was a Thursday.", [("The last day of February 2024", "2024-02-29"), ("Thursday", "2024-11-14")]),
    ("We signed on the 5th of this month.", [("the 5th of this month", "2024-11-05")]),
    ("Rent is due on the 1st of next month.", [("the 1st of next month", "2024-12-01")]),
    ("They left on the 12th.", [("the 12th", "2024-11-12")]),
    ("See you on Friday next week.", [("Friday next week", "2024-11-22")]),
    ("He resigned on Monday of last week.", [("Monday of last week", "2024-11-04")]),
    ("She will speak this Sunday.", [("this Sunday", "2024-11-17")]),
    ("Last summer was dry, next winter will be wet.", [("Last summer", "2024-06/2024-08"), ("next winter", "2024-12/2025-02")]),
    ("Shops close on Christmas Day and New Year's Day 2025.", [("Christmas Day", "2024-12-25"), ("New Year's Day 2025", "2025-01-01")]),
    ("Thanksgiving 2023 was quiet.", [("Thanksgiving 2023", "2023-11-23")]),
    ("It must be ready by Easter 2025.", [("by Easter 2025", "../2025-04-20")]),
    ("Three months ago the dam burst.", [("Three months ago", "2024-08-15")]),
    ("A year and two months ago it sank.", [("A year and two months ago", "2023-09-15")]),
    ("The mine will reopen in six weeks.", [("in six weeks", "2024-12-27")]),
    ("The vote will be held within two weeks.", [("within two weeks", "2024-11-15/2024-11-29")]),
    ("A fortnight ago they agreed.", [("A fortnight ago", "2024-11-01")]),
    ("The rest of the year looks grim.", [("The rest of the year", "2024-11-15/2024-12-31")]),
    ("Output should double by the end of the year.", [("by the end of the year", "../2024")]),
    ("Talks resumed in the nineties.", [("the nineties", "199X")]),
    ("In the '80s and in the 1800s, trade grew.", [("the '80s", "198X"), ("the 1800s", "18XX")]),
    ("He was born in nineteen eighty-four.", [("nineteen eighty-four", "1984")]),
    ("Sales fell in the first three quarters of 2024.", [("the first three quarters of 2024", "2024-01/2024-09")]),
    ("The final quarter of 2023 was better.", [("The final quarter of 2023", "2023-10/2023-12")]),
    ("Before 2020 there was one; after 2021 there were ten.", [("Before 2020", "../2020"), ("after 2021", "2021/..")]),
    ("From this May to October 2026 the road is shut.", [("From this May to October 2026", "2024-05/2026-10")]),
    ("Between Friday and Monday nothing moved.", [("Between Friday and Monday", "2024-11-15/2024-11-18")]),
    ("It opened on 28-Nov-2023 and on Oct/2.", [("28-Nov-2023", "2023-11-28"), ("Oct/2", "2024-10-02")]),
    ("The Lunar New Year 2025 falls in January.", [("Lunar New Year 2025", "2025-01-29"), ("January", "2025-01")]),
    ("The report covers the past two decades.", [("the past two decades", "2004/2023")]),
    ("Profit rose in the 12 months to March 2024.", [("the 12 months to March 2024", "2023-04/2024-03")]),
    ("The year to June 2023 was flat.", [("The year to June 2023", "2022-07/2023-06")]),
    ("In the three years to 2024, rents doubled.", [("the three years to 2024", "2022/2024")]),
    ("Prices have doubled since the start of the year.", [("since the start of the year", "2024-01/2024-11")]),
    ("It rained over the weekend.", [("the weekend", "2024-11-09/2024-11-10")]),
    ("The second quarter of fiscal 2025 is near.", [("The second quarter of fiscal 2025", "2025-04/2025-06")]),
    ("The next decade will be hot.", [("The next decade", "2025/2034")]),
    ("It collapsed three days after 12 January 2024.", [("three days after 12 January 2024", "2024-01-15")]),
    ("Two weeks before Christmas Day, sales peak.", [("Two weeks before Christmas Day", "2024-12-11")]),
    ("The trip runs from 10/1/2024 to 10/7/2024.", [("from 10/1/2024 to 10/7/2024", "2024-10-01/2024-10-07")]),
]
FR: list[Case] = [
    ("Le conseil siège le deuxième mardi de décembre.", [("le deuxième mardi de décembre", "2024-12-10")]),
    ("Clôture le dernier vendredi de mars 2025.", [("le dernier vendredi de mars 2025", "2025-03-28")]),
    ("Il a plu la première semaine d'octobre 2024.", [("la première semaine d'octobre 2024", "2024-10-07/2024-10-13")]),
    ("Le festival a lieu la semaine du 7 octobre 2024.", [("la semaine du 7 octobre 2024", "2024-10-07/2024-10-13")]),
    ("Le dernier jour de février 2024 fut doux.", [("Le dernier jour de février 2024", "2024-02-29")]),
    ("Pendant la deuxième quinzaine d'avril 2024, les prix ont monté.", [("la deuxième quinzaine d'avril 2024", "2024-04-16/2024-04-30")]),
    ("Le loyer est dû le 5 du mois prochain.", [("5 du mois prochain", "2024-12-05")]),
    ("La séance est reportée au mardi de la semaine prochaine.", [("mardi de la semaine prochaine", "2024-11-19")]),
    ("Il a démissionné lundi de la semaine dernière.", [("lundi de la semaine dernière", "2024-11-04")]),
    ("L'été dernier fut sec, l'hiver prochain sera humide.", [("L'été dernier", "2024-06/2024-08"), ("l'hiver prochain", "2024-12/2025-02")]),
    ("Les magasins ferment à Noël et le jour de l'an 2025.", [("Noël", "2024-12-25"), ("le jour de l'an 2025", "2025-01-01")]),
    ("Tout doit être prêt avant Pâques 2025.", [("avant Pâques 2025", "../2025-04-20")]),
    ("Il y a trois mois, le barrage a cédé.", [("Il y a trois mois", "2024-08-15")]),
    ("Il y a un an et deux mois, il a coulé.", [("Il y a un an et deux mois", "2023-09-15")]),
    ("La mine rouvrira dans six semaines.", [("dans six semaines", "2024-12-27")]),
    ("Le vote aura lieu d'ici deux semaines.", [("d'ici deux semaines", "2024-11-15/2024-11-29")]),
    ("Le reste de l'année s'annonce difficile.", [("Le reste de l'année", "2024-11-15/2024-12-31")]),
    ("La production doublera d'ici la fin de l'année.", [("d'ici la fin de l'année", "../2024")]),
    ("En fin de mois, les caisses sont vides.", [("En fin de mois", "2024-11")]),
    ("Au cours des trois premiers trimestres de 2024, les ventes ont chuté.", [("trois premiers trimestres de 2024", "2024-01/2024-09")]),
    ("Le dernier trimestre 2023 fut meilleur.", [("Le dernier trimestre 2023", "2023-10/2023-12")]),
    ("Avant 2020 il y en avait un, après 2021 dix.", [("Avant 2020", "../2020"), ("après 2021", "2021/..")]),
    ("Jusqu'au 31 mars 2025, l'entrée est libre.", [("Jusqu'au 31 mars 2025", "../2025-03-31")]),
    ("La foire dure du samedi 13 au dimanche 21 juillet 2024.", [("du samedi 13 au dimanche 21 juillet 2024", "2024-07-13/2024-07-21")]),
    ("Du 31 octobre au 1er novembre 2024, il sera à Ankara.", [("Du 31 octobre au 1er novembre 2024", "2024-10-31/2024-11-01")]),
    ("Le 3 mai 2024, il arrive ; le lendemain, il repart.", [("3 mai 2024", "2024-05-03"), ("le lendemain", "2024-05-04")]),
    ("Samedi 4 novembre 2023, elle était à Kiev.", [("Samedi 4 novembre 2023", "2023-11-04")]),
    ("Le premier mai 2024 fut chômé.", [("premier mai 2024", "2024-05-01")]),
    ("Né le 31 octobre 74, il vit à Lyon.", [("31 octobre 74", "1974-10-31")]),
    ("Mardi matin, les élus voteront.", [("Mardi matin", "2024-11-19")]),
    ("Lundi en huit, l'école rouvre.", [("Lundi en huit", "2024-11-25")]),
    ("Le Nouvel An lunaire 2025 tombe en janvier.", [("Le Nouvel An lunaire 2025", "2025-01-29"), ("janvier", "2025-01")]),
    ("Les prix ont doublé depuis le début de l'année.", [("depuis le début de l'année", "2024-01/2024-11")]),
    ("Au premier semestre de cette année, tout va bien.", [("premier semestre de cette année", "2024-01/2024-06")]),
    ("Le second semestre de l'an dernier fut rude.", [("Le second semestre de l'an dernier", "2023-07/2023-12")]),
    ("La campagne agricole 2023/2024 fut bonne.", [("2023/2024", "2023/2024")]),
    ("La dernière décennie fut chaude.", [("La dernière décennie", "2014/2023")]),
    ("Il a cédé trois jours après le 12 janvier 2024.", [("trois jours après le 12 janvier 2024", "2024-01-15")]),
    ("Les 20-21 décembre et le 2/9, on ferme.", [("20-21 décembre", "2024-12-20/2024-12-21"), ("2/9", "2024-09-02")]),
]
VI: list[Case] = [
    ("Họp vào tuần đầu tiên của tháng 10 năm 2024.", [("tuần đầu tiên của tháng 10 năm 2024", "2024-10-07/2024-10-13")]),
    ("Ngày đầu tiên của tháng 3 có mưa.", [("Ngày đầu tiên của tháng 3", "2024-03-01")]),
    ("Nửa đầu tháng 4/2024, giá tăng.", [("Nửa đầu tháng 4/2024", "2024-04-01/2024-04-15")]),
    ("Hội nghị khai mạc ngày 12, bế mạc hôm sau.", [("ngày 12", "2024-11-12"), ("hôm sau", "2024-11-13")]),
    ("Đoàn đến vào thứ sáu tuần tới.", [("thứ sáu tuần tới", "2024-11-22")]),
    ("Ông từ chức hôm thứ hai tuần trước.", [("thứ hai tuần trước", "2024-11-04")]),
    ("Mùa hè năm ngoái khô hạn.", [("Mùa hè năm ngoái", "2023-06/2023-08")]),
    ("Dịp Tết Nguyên đán 2025, chợ mở cửa.", [("Tết Nguyên đán 2025", "2025-01-29")]),
    ("Giỗ Tổ 10/3 âm lịch năm 2025 rất đông.", [("10/3 âm lịch năm 2025", "2025-04-07")]),
    ("Sáng mùng 3 Tết năm 2025, hội xuân khai mạc.", [("mùng 3 Tết năm 2025", "2025-01-31")]),
    ("Tết Trung thu năm 2025 đến muộn.", [("Tết Trung thu năm 2025", "2025-10-06")]),
    ("Trước dịp Giáng sinh, giá giảm.", [("Giáng sinh", "2024-12-25")]),
    ("Trong 3 quý đầu năm 2024, thu ngân sách tăng.", [("3 quý đầu năm 2024", "2024-01/2024-09")]),
    ("Quý cuối năm 2023 khởi sắc.", [("Quý cuối năm 2023", "2023-10/2023-12")]),
    ("Từ đầu năm đến nay, xuất khẩu đạt 300 tỷ USD.", [("Từ đầu năm đến nay", "2024-01/2024-11")]),
    ("Vào cuối năm, nhu cầu tăng.", [("Vào cuối năm", "2024")]),
    ("Trước năm 2020 có một, sau năm 2021 có mười.", [("Trước năm 2020", "../2020"), ("sau năm 2021", "2021/..")]),
    ("Cách đây 3 tháng, đập vỡ.", [("Cách đây 3 tháng", "2024-08-15")]),
    ("Hai tuần nữa, trường mở cửa.", [("Hai tuần nữa", "2024-11-29")]),
    ("Tổng thống sẽ thăm trong hai ngày 19 và 20-6.", [("hai ngày 19 và 20-6", "2025-06-19/2025-06-20")]),
    ("Từ ngày 28-5 đến 2-6, hội chợ diễn ra.", [("Từ ngày 28-5 đến 2-6", "2024-05-28/2024-06-02")]),
    ("Chiều tối 17-6-2024, Bộ thông báo.", [("17-6-2024", "2024-06-17")]),
    ("Lễ diễn ra vào tháng 12 năm 99.", [("tháng 12 năm 99", "1999-12")]),
    ("Ngày hai tháng chín năm 1945, Người đọc bản Tuyên ngôn.", [("Ngày hai tháng chín năm 1945", "1945-09-02")]),
    ("Mùng 3 tháng 5, chợ phiên mở.", [("Mùng 3 tháng 5", "2024-05-03")]),
    ("Niên vụ 2023/24 được mùa.", [("Niên vụ 2023/24", "2023/2024")]),
    ("Những năm 90 của thế kỷ trước còn khó khăn.", [("Những năm 90 của thế kỷ trước", "199X")]),
    ("Năm 2023 và năm 2024 đều tăng.", [("Năm 2023 và năm 2024", "2023/2024")]),
    ("Các năm 2001, 2006 và 2013 ông đều đến.", [("năm 2001", "2001"), ("2006", "2006"), ("2013", "2013")]),
    ("Quý III và quý IV/2024 là cao điểm.", [("Quý III", "2024-07/2024-09"), ("quý IV/2024", "2024-10/2024-12")]),
    ("Từ thứ Hai đến thứ Sáu, trường mở cửa.", [("Từ thứ Hai đến thứ Sáu", "2024-11-11/2024-11-15")]),
    ("Kể từ đầu năm, giá tăng.", [("Kể từ đầu năm", "2024-01/2024-11")]),
    ("Dịp 30/4 - 1/5, khách đông.", [("30/4 - 1/5", "2024-04-30/2024-05-01")]),
    ("Đón Tết Nguyên đán Ất Tỵ, phố đông vui.", [("Tết Nguyên đán Ất Tỵ", "2025-01-29")]),
    ("Quý cuối năm, sản xuất tăng.", [("Quý cuối năm", "2024-10/2024-12")]),
    ("Những tháng tới và nhiều năm qua đều khó, năm sau đó cũng vậy.", []),
    ("Hôm nay, 15-11, hội nghị khai mạc.", [("Hôm nay, 15-11", "2024-11-15")]),
    ("Tháng 5 và 6/2024 nắng nóng.", [("Tháng 5 và 6/2024", "2024-05/2024-06")]),
    ("Thập kỷ qua có nhiều đổi thay.", [("Thập kỷ qua", "2014/2023")]),
    ("Đập vỡ 3 ngày sau ngày 12/1/2024.", [("3 ngày sau ngày 12/1/2024", "2024-01-15")]),
    ("6 tháng cuối năm 2024 sẽ khá hơn.", [("6 tháng cuối năm 2024", "2024-07/2024-12")]),
    ("Trong vòng 2 tuần tới, sẽ có kết quả.", [("Trong vòng 2 tuần tới", "2024-11-15/2024-11-29")]),
]
ALL = {"en": EN, "fr": FR, "vi": VI}
CASES = [pytest.param(language, *case, id=f"{language}-{rank}") for language, cases in ALL.items() for rank, case in enumerate(cases)]


def times(text: str, language: str, reference: str | date | None = DAY, country: str = "") -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.edtf) for m in find(text, language, reference, country=country) if m.kind in ("date", "period")]


def in_article(text: str, language: str, published: str = DAY) -> list[tuple[str, str]]:
    plain = shadow(text)
    tokens = tokenize(plain)
    doc = Doc(Source(text, language, published=published), plain, tokens, sentences(plain, tokens, (), language), language=language)
    return [(text[m.start : m.end], m.edtf) for m in dates(doc) if m.kind in ("date", "period")]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_sentence(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert times(text, language) == expected


def test_there_are_enough_of_them() -> None:
    assert all(len(cases) > 30 for cases in ALL.values())


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_other_signs_do_not_change_the_values(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    values = [value for _, value in expected]
    for variant in (
        text.replace(" ", "\u00a0"),
        text.replace("'", "\u2019"),
        unicodedata.normalize("NFD", text),
        text.replace(" ", "  "),
        text + " " + text,
    ):
        found = [value for _, value in times(variant, language)]
        assert found == (values * 2 if len(variant) > 2 * len(text) else values), variant


@pytest.mark.parametrize(
    ("language", "text", "plain", "article"),
    [
        ("en", "Two years ago it closed.", "2022-11-15", "2022"),
        ("fr", "Il y a deux ans, il a fermé.", "2022-11-15", "2022"),
        ("vi", "Cách đây 2 năm, mỏ đóng cửa.", "2022-11-15", "2022"),
        ("en", "It rained on 8 March.", "2024-03-08", "2024-03-08"),
        ("en", "All of it goes by 2030.", "../2030", "2030"),
        ("fr", "Tout sera fini avant 2030.", "../2030", "2030"),
        ("vi", "Phấn đấu đến năm 2030 hoàn thành.", "../2030", "2030"),
    ],
)
def test_articles_are_read_as_news(language: str, text: str, plain: str, article: str) -> None:
    assert [value for _, value in times(text, language)] == [plain]
    assert [value for _, value in in_article(text, language)] == [article]


@pytest.mark.parametrize(
    ("text", "plain", "article"), [("It fell on 8 August.", "2024-08-08", "2023-08-08"), ("It fell in August.", "2024-08", "2023-08")]
)
def test_a_year_left_out(text: str, plain: str, article: str) -> None:
    assert [value for _, value in times(text, "en", "2024-02-12")] == [plain]
    assert [value for _, value in in_article(text, "en", "2024-02-12")] == [article]


@pytest.mark.parametrize(("language", "text"), [("en", "Monday"), ("fr", "lundi"), ("vi", "thứ hai"), ("en", "monday.")])
def test_a_weekday_alone_is_the_next_one(language: str, text: str) -> None:
    assert [value for _, value in times(text, language)] == ["2024-11-18"]


def test_the_country_tells_the_order_of_day_and_month() -> None:
    text = "It opens on 04/05/2025."
    assert times(text, "en", country="GB") == [("04/05/2025", "2025-05-04")]
    assert times(text, "en") == times(text, "en", country="US") == [("04/05/2025", "2025-04-05")]
    assert times("Ordered 12/25/2024, shipped 01/02/2025.", "en") == [("12/25/2024", "2024-12-25"), ("01/02/2025", "2025-01-02")]


@pytest.mark.parametrize("language", ALL)
def test_without_a_day_nothing_is_made_up(language: str) -> None:
    """What depends on the day of reading has no value without it; what is written in full keeps its own."""
    near = {
        "en": "yesterday, last week and this Sunday",
        "fr": "hier, la semaine dernière et dimanche prochain",
        "vi": "hôm qua, tuần trước và chủ nhật tới",
    }
    assert {value for _, value in times(near[language], language, None)} == {""}
    full = {"en": "on 3 May 2024", "fr": "le 3 mai 2024", "vi": "ngày 3 tháng 5 năm 2024"}
    assert [value for _, value in times(full[language], language, None)] == ["2024-05-03"]


def test_a_weekday_decides_the_year_that_a_text_leaves_out() -> None:
    text = "Samedi 4 novembre, elle était à Kiev. Kherson fut reprise en novembre 2022, après l'invasion de février 2022."
    assert in_article(text, "fr", "")[0] == ("Samedi 4 novembre", "2023-11-04")


def test_a_quarter_of_a_comparison_belongs_to_the_later_year() -> None:
    text = "Le chômage a monté au troisième trimestre. Entre les étés 2023 et 2024, le taux a baissé, puis il est passé de 4 % en 2023 à 5 % en 2024."
    assert in_article(text, "fr", "")[0] == ("troisième trimestre", "2024-07/2024-09")


def test_a_plan_for_the_next_year_leaves_a_quarter_in_the_year_told() -> None:
    text = "Exports rose in the third quarter. In 2024 they doubled. The ministry will publish targets for 2025."
    assert in_article(text, "en", "")[0] == ("the third quarter", "2024-07/2024-09")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Jeudi, les députés voteront le budget.", "2024-11-21"),
        ("fr", "Le conseil se réunira mardi.", "2024-11-19"),
        ("fr", "Mardi, la caméra a filmé l'opéra.", "2024-11-12"),
        ("en", "The board will meet on Tuesday.", "2024-11-19"),
        ("vi", "Đoàn sẽ đến vào thứ Ba.", "2024-11-19"),
    ],
)
def test_verbs_tell_whether_a_weekday_lies_ahead(language: str, text: str, value: str) -> None:
    assert [found for _, found in in_article(text, language)] == [value]


def test_a_day_in_the_past_is_not_announced() -> None:
    assert in_article("L'opération a commencé le 24 février.", "fr", "2022-12-14") == [("24 février", "2022-02-24")]
    assert in_article("Le sommet aura lieu le 24 février.", "fr", "2022-12-14") == [("24 février", "2023-02-24")]


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        ("en", "The law was passed on 3 May. Exports rose in the third quarter of 2024.", "They had fallen until March 2024."),
        ("fr", "La loi a été votée le 3 mai. Les exportations ont progressé au troisième trimestre 2024.", "Elles avaient baissé en mars 2024."),
        ("vi", "Luật được thông qua ngày 3/5. Xuất khẩu tăng trong quý III/2024.", "Trước đó, xuất khẩu giảm trong tháng 3/2024."),
    ],
)
def test_a_text_that_stands_twice_gives_no_more_proof_of_a_year(language: str, text: str, more: str) -> None:
    """One year named in one sentence is not yet the year of the article, however often that sentence is printed."""
    for whole, first in ((text, "XXXX-05-03"), (f"{text} {more}", "2024-05-03")):
        once = [value for _, value in in_article(whole, language, "")]
        assert once[:2] == [first, "2024-07/2024-09"]
        assert [value for _, value in in_article(f"{whole}\n\n{whole}", language, "")] == once + once


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It began on July 12th, 2014. On July 13th it spread. July 14th saw the end.", ["2014-07-12", "2014-07-13", "2014-07-14"]),
        ("fr", "Il est parti le 12 juillet 1914. Le 14 août, il était à Lyon.", ["1914-07-12", "1914-08-14"]),
        ("vi", "Đoàn đi ngày 12/7/1954. Ngày 14/8, đoàn tới Hà Nội.", ["1954-07-12", "1954-08-14"]),
        ("en", "The firm was founded in 1998. On 13 September it sold its works.", ["1998", "2024-09-13"]),
        ("en", "It began on July 12th, 2014. The next meeting will be held on December 13th.", ["2014-07-12", "2024-12-13"]),
        ("en", "It began on July 12th, 2014. Nobody came. On September 13th it closed.", ["2014-07-12", "2024-09-13"]),
    ],
)
def test_a_story_goes_on_in_the_year_of_the_sentence_before(language: str, text: str, values: list[str]) -> None:
    assert [value for _, value in times(text, language)] == values
