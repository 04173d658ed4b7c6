"""What the news tells besides visits and signings: decisions, results, arrivals, laws in force; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.suggest.event_reading import told

PUBLISHED = "2024-11-15"

Case = tuple[str, list[tuple[str, str]]]
EN: list[Case] = [
    ("The central bank raised its key rate to 9% on Wednesday.", [("statement", "2024-11-13")]),
    ("The National Bureau of Statistics said on Friday that inflation slowed to 4%.", [("publication", "2024-11-15")]),
    ("Nestle reported a net profit of 5 billion francs.", [("publication", "")]),
    ("The new customs code came into force on 1 October.", [("other", "2024-10-01")]),
    ("Two men were arrested in Lagos on Monday.", [("other", "2024-11-11")]),
    ("President Ana Suluhu is in Uganda for a two-day working visit.", [("visit", "")]),
    ("Governor Sara Lee visited the University of Kano on Saturday.", [("visit", "2024-11-09")]),
    ("A cargo plane arrived in Goma on Sunday.", [("other", "2024-11-10")]),
    ("The study found that rice yields fell by a third.", [("publication", "")]),
    ("Finance Minister Jane Doe told the Financial Times that taxes would fall.", [("interview", "")]),
    ("Mayor Li Wei issued a statement on Tuesday.", [("statement", "2024-11-12")]),
    ("The Senate approved the budget on Tuesday, a year after President John Mahama was elected.", [("other", "2024-11-12")]),
    ("President Yoweri Museveni and President Samia Suluhu signed two agreements in Kampala on Tuesday.", [("signing", "2024-11-12")]),
    ("Heavy rains and flash floods have affected 20,000 people in Kenya.", [("disaster", "")]),
    ("Gunmen opened fire on worshippers in the town of Okene on 6 November.", [("conflict", "2024-11-06")]),
    ("According to Governor Sara Lee on Thursday, the dam is safe.", [("statement", "2024-11-14")]),
    ("The ferry carried 200 people when it sank off Zanzibar on Thursday, killing 12 people.", [("disaster", "2024-11-14")]),
    ("The company has pledged to invest 2 billion dollars. The prime minister received Ambassador Li Wei on Monday.", [("meeting", "2024-11-11")]),
    ("The central bank has frequently denied any intervention. Parliament ratified the treaty on 5 November.", [("other", "2024-11-05")]),
    ("Minister Ana Paz, who also praised farmers, opened the forum in Lima on Monday.", [("conference", "2024-11-11")]),
    ("Plans against floods are needed.", []),
    ("The response to the earthquake was slow.", []),
    ("The board of directors has nine members.", []),
    ("The governor often visits schools.", []),
]
FR: list[Case] = [
    ("La banque centrale a relevé son taux directeur à 9 % mercredi.", [("statement", "2024-11-13")]),
    ("Le taux de chômage a baissé, informe jeudi l'Office fédéral de la statistique.", [("publication", "2024-11-14")]),
    ("La loi sur l'eau est entrée en vigueur le 1er octobre.", [("other", "2024-10-01")]),
    ("Deux hommes ont été arrêtés lundi à Dakar.", [("other", "2024-11-11")]),
    ("Le gouvernement vient de ratifier une convention de crédit.", [("other", "")]),
    ("Un avion-cargo est arrivé dimanche à Goma.", [("other", "2024-11-10")]),
    ("Le rapport dresse un tableau sombre de la situation.", [("publication", "")]),
    ("La ministre des Finances, Jeanne Diop, a déclaré à RFI que les impôts baisseraient.", [("interview", "")]),
    ("La cheffe du gouvernement Najla Ben Salah a présidé, vendredi, deux réunions ministérielles.", [("meeting", "2024-11-15")]),
    ("Le Premier ministre Amadou Ba a présidé le Conseil interministériel lundi.", [("meeting", "2024-11-11")]),
    ("Le comité a en outre décidé mercredi de suspendre les travaux.", [("statement", "2024-11-13")]),
    ("Le syndicat, qui a voté contre, a annoncé mardi une grève.", [("statement", "2024-11-12")]),
    ("Le groupe Danone est fier d'annoncer un nouveau parc.", [("statement", "")]),
    (
        "Lors de la réunion, le ministre Ali Ba a salué les efforts du secteur. La réunion s'est tenue à Dakar le 4 novembre.",
        [("statement", "2024-11-04"), ("meeting", "2024-11-04")],
    ),
    ("Un séisme de magnitude 5,6 a secoué le Népal vendredi.", [("disaster", "2024-11-15")]),
    ("En novembre 2022, un séisme avait fait six morts à Doti.", [("disaster", "2022-11")]),
    ("Selon le maire Luc Roy, jeudi, le pont est sûr.", [("statement", "2024-11-14")]),
    ("L'Union européenne a indiqué avoir débloqué trois millions d'euros.", [("statement", "")]),
    ("Le directeur de la banque, Luc Roy, a présenté ses condoléances aux familles.", [("statement", "")]),
    ("Le plan de lutte contre les inondations coûte cher.", []),
    ("Le conseil d'administration compte neuf membres.", []),
    ("Le gouverneur visite souvent des écoles.", []),
    ("Le prix du pain baisse, indique un communiqué du ministère du Commerce.", []),
]
VI: list[Case] = [
    ("Ngày 13/11, Ngân hàng Nhà nước tăng lãi suất điều hành lên 5%.", [("statement", "2024-11-13")]),
    ("Ngày 14/11, Tổng cục Thống kê cho biết lạm phát tăng 3%.", [("publication", "2024-11-14")]),
    ("Cầu được đưa vào sử dụng từ ngày 1/10/2024.", [("other", "2024-10-01")]),
    ("Sáng 11/11, hai người bị bắt tại Hà Nội.", [("other", "2024-11-11")]),
    ("Ngày 19/11, UBND tỉnh họp phiên thường kỳ tháng 11.", [("meeting", "2024-11-19")]),
    (
        "Sáng 24/10, UBND tỉnh tổ chức phiên họp thường kỳ tháng 10. Chủ tịch UBND tỉnh Nguyễn Văn Nam chủ trì phiên họp.",
        [("conference", "2024-10-24")],
    ),
    ("Làm việc về giao thông ngày 12/11, Bí thư Thành ủy Đinh La Nam lưu ý tình trạng ùn tắc.", [("meeting", "2024-11-12")]),
    ("Chiều 7/11, Phó Bí thư Tỉnh ủy Trịnh Thị Thanh tới thăm hỏi, động viên các gia đình.", [("visit", "2024-11-07")]),
    ("Sáng 28/9, Tập đoàn Deli đã khởi công xây dựng nhà máy tại Hải Dương.", [("ceremony", "2024-09-28")]),
    ("Chiều 8/11, Bộ Ngoại giao ra thông cáo xác nhận Tổng thống Lào sẽ thăm Việt Nam.", [("visit", ""), ("statement", "2024-11-08")]),
    (
        "Tại cuộc họp, Sở Y tế kiến nghị xây thêm bệnh viện. Cuộc họp diễn ra ngày 4/11 tại Huế.",
        [("statement", "2024-11-04"), ("meeting", "2024-11-04")],
    ),
    ("Bão làm bốn người chết tại Quảng Ninh ngày 7/9.", [("disaster", "2024-09-07")]),
    ("Ngày 5/11, lãnh đạo hai nước đã trao đổi thư mừng.", [("other", "2024-11-05")]),
    ("Sáng 7/3, Công an tỉnh Quảng Ninh tổ chức lễ khởi công trụ sở. Đại tướng Lương Nam dự lễ.", [("ceremony", "2024-03-07")]),
    ("Ngày 9/11, Sở Giao thông tổ chức lễ công bố kết quả thi tuyển.", [("ceremony", "2024-11-09")]),
    ("Tháng 11/2013, Tổng thống Putin thăm Việt Nam, gần một năm sau khi ông đắc cử.", [("visit", "2013-11")]),
    ("Tại kỳ họp, lãnh đạo các Sở Tài chính và Sở Y tế trình bày báo cáo.", []),
    ("Ngày 5/11, Quốc hội thông qua Luật Đất đai. Dự án đã được Chính phủ chấp thuận.", [("other", "2024-11-05")]),
    ("Công tác ứng phó với cơn bão được chuẩn bị kỹ.", []),
    ("Chính phủ họp để xem xét, quyết định nhiều vấn đề.", []),
    ("Tỉnh thường tổ chức hội chợ.", []),
]
CASES = [
    pytest.param(language, *case, id=f"{language}-{rank}")
    for language, cases in (("en", EN), ("fr", FR), ("vi", VI))
    for rank, case in enumerate(cases)
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_the_news_tells(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(told(text, language, PUBLISHED)) == sorted(expected)
