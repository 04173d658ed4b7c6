"""Events in small articles from nowhere: mentions put together, parts, places, dates, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.domain.annotation import Kind
from postil.domain.event import Attendance, Event, Part
from postil.domain.selector import EvidenceState, Role, state_of
from postil.domain.zone import Zone, ZoneKind
from postil.suggest.events.verbs import NEEDS
from postil.suggest.lexicon import LANGUAGES, Lexicon
from tests.suggest.event_reading import events, parts, places, quotes, suggestions, told

WORKSHOP = (
    "The Ministry of Agriculture and Rural Development held a workshop on climate-smart rice in Can Tho on November 21. "
    "Deputy Minister Tran Thanh Nam chaired the event, which drew 150 delegates from 12 provinces. "
    "Speaking at the workshop, Mr. Nam said the project would be expanded."
)
HOI_NGHI = (
    "Chiều tối 20/12, Thủ tướng Chính phủ Phạm Minh Chính chủ trì hội nghị tổng kết công tác ngoại giao kinh tế năm 2024 và trọng tâm năm 2025.\n"
    "Cùng dự có đồng chí Bùi Thanh Sơn, Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao; đại diện các bộ, ngành.\n"
    "Dự hội nghị tại điểm cầu Đồng Nai có đồng chí Võ Tấn Đức, Phó Chủ tịch UBND tỉnh.\n"
    "Phát biểu kết luận hội nghị, Thủ tướng Chính phủ Phạm Minh Chính biểu dương các bộ, ngành."
)
CONFERENCE = (
    "Ce matin, 6 janvier, le ministère des Affaires étrangères a organisé une conférence en ligne pour examiner le travail de 2024 "
    "et déployer les tâches pour 2025. Le Premier ministre Pham Minh Chinh a présidé la conférence. "
    "Le vice-président du Comité populaire provincial, Hoang Nam, a assisté à la conférence au pont de Quang Tri."
)


def test_mentions_of_one_conference_are_one_event() -> None:
    conference, statement = suggestions(WORKSHOP, "en", "2024-11-22")
    assert isinstance(conference.body, Event)
    assert (conference.body.type.value, conference.body.start, conference.body.end) == ("conference", "2024-11-21", "2024-11-21")
    assert parts(conference.body) == {"Ministry of Agriculture and Rural Development": Part.HOST, "Tran Thanh Nam": Part.CHAIR}
    assert places(conference.body) == [("Can Tho", False)]
    assert quotes(conference, Role.TRIGGER) == [WORKSHOP[: WORKSHOP.index(". Deputy")]]
    assert "Speaking at the workshop" not in quotes(conference, Role.TRIGGER)[0]
    assert len(quotes(conference, Role.WHOLE)) >= 1
    assert isinstance(statement.body, Event)
    assert (statement.body.type.value, statement.body.start) == ("statement", "2024-11-21")
    assert parts(statement.body) == {"Tran Thanh Nam": Part.SPEAKER}
    assert statement.body.inferred == ("start", "end")


def test_a_relay_venue_is_no_place_where_it_was_held() -> None:
    conference, statement = events(HOI_NGHI, "vi")
    assert (conference.type.value, conference.start) == ("conference", "2024-12-20")
    assert places(conference) == [("Đồng Nai", True)]
    assert parts(conference) == {"Phạm Minh Chính": Part.CHAIR, "Bùi Thanh Sơn": Part.ATTENDEE, "Võ Tấn Đức": Part.ATTENDEE}
    assert conference.participants[1].role == "Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao"
    assert conference.participants[0].country == "VN"
    assert (statement.type.value, statement.start) == ("statement", "2024-12-20")


def test_hosts_chairs_and_attendees_of_several_sentences() -> None:
    (conference,) = events(CONFERENCE, "fr")
    assert (conference.start, conference.inferred) == ("2025-01-06", ("start", "end"))
    assert parts(conference) == {"ministère des Affaires étrangères": Part.HOST, "Pham Minh Chinh": Part.CHAIR, "Hoang Nam": Part.ATTENDEE}
    assert places(conference) == [("Quang Tri", True)]
    assert conference.attendance_mode == Attendance.ONLINE


def test_lists_of_visits_are_one_event_each() -> None:
    text = "In 2024, trade was a focus, especially the PM's visits to India, Qatar, Hungary, and Dominica, with working visits to China and Russia."
    first, second = events(text, "en")
    assert [name for name, _ in places(first)] == ["India", "Qatar", "Hungary", "Dominica"]
    assert [name for name, _ in places(second)] == ["China", "Russia"]
    assert {first.start, first.end, second.start} == {"2024"}


def test_a_visit_borrows_the_year_its_paragraph_opened_with() -> None:
    text = "Trong năm 2024, đối ngoại là trọng tâm. Nổi bật là các chuyến thăm của Thủ tướng tới Ấn Độ, Hungary, Rumani."
    (visit,) = events(text, "vi")
    assert (visit.type.value, visit.start) == ("visit", "2024")


def test_visits_on_different_days_stay_apart() -> None:
    text = "Từ 16 đến 19/11, Thủ tướng Phạm Minh Chính thăm Brazil. Từ 19 đến 21/11, Thủ tướng Phạm Minh Chính thăm Cộng hòa Dominica."
    assert told(text, "vi", "2024-11-15") == [("visit", "2024-11-16"), ("visit", "2024-11-19")]


def test_an_interview_is_one_event() -> None:
    text = (
        "Selon le vice-ministre des Affaires étrangères Ngo Le Van, la diplomatie locale joue un rôle pionnier.\n"
        "Comment évaluez-vous ce rôle, Monsieur le Vice-Ministre ?\nDes conférences ont été organisées à Dakar le 3 mai 2024.\n"
        "Y a-t-il des limites ?\nLe ministère a annoncé un plan.\nMerci beaucoup, Monsieur le Vice-Ministre !"
    )
    (interview,) = suggestions(text, "fr", "2024-08-24")
    assert isinstance(interview.body, Event)
    assert (interview.body.type.value, interview.body.start) == ("interview", "")
    assert parts(interview.body) == {"Ngo Le Van": Part.SPEAKER}
    assert quotes(interview, Role.TRIGGER)[0].startswith("Selon le vice-ministre")


def test_he_is_the_person_named_before() -> None:
    text = (
        "Ursula von der Leyen, présidente de la Commission européenne, s'est rendue jeudi à Kiev. "
        "Elle a rencontré le président ukrainien Volodymyr Zelensky."
    )
    visit, meeting = events(text, "fr", "2024-01-12")
    assert (visit.type.value, visit.start, places(visit)) == ("visit", "2024-01-11", [("Kiev", False)])
    assert set(parts(meeting)) == {"Ursula von der Leyen", "Volodymyr Zelensky"}


def test_what_one_speaker_says_is_one_statement() -> None:
    text = (
        "Sri Lanka's prime minister says the country needs help. Ranil Wickremesinghe told parliament the money is needed for food. On Tuesday, "
        'Mr Wickremesinghe told parliament that more was required. He also warned of a slowdown. "It is hard," Mr Wickremesinghe said.'
    )
    (statement,) = suggestions(text, "en", "2022-06-08")
    assert isinstance(statement.body, Event)
    assert parts(statement.body) == {"Ranil Wickremesinghe": Part.SPEAKER}
    assert statement.body.participants[0].role == "Sri Lanka's prime minister"
    assert statement.body.start == "2022-06-07"
    assert len(quotes(statement, Role.TRIGGER, Role.WHOLE)) == 5


def test_words_at_talks_are_part_of_them() -> None:
    text = (
        "Prime Minister Phuc and Prime Minister Philippe held talks in Hanoi on Nov. 2. "
        "Philippe stated that France supports the deal. Phuc lauded the visit."
    )
    assert told(text, "en", "2018-11-04") == [("meeting", "2018-11-02")]


def test_a_source_at_the_end_is_no_statement() -> None:
    text = "Gunmen attacked a village in Nigeria on Friday, police said."
    assert told(text, "en", "2024-03-02") == [("conflict", "2024-03-01")]


def test_people_without_office_make_no_statement() -> None:
    assert told("Mary Wanjiku, whose mother is ill, said she was relieved.", "en") == []
    assert told("« C'est clair », estime Boubacar Ba, analyste à Bamako.", "fr") == []


def test_at_most_two_plain_speakers() -> None:
    text = "Governor Ali Musa said it rained. Senator Joe Brown said it rained. Mayor Ann Green said it rained. Director Tom White said it rained."
    assert len(told(f"Rain fell. It was wet. It was cold. {text}", "en")) == 2


def test_old_events_are_background() -> None:
    text = "The ministers signed a trade deal in Lima on 3 May 2015. Peru's finance minister Ana Paz announced a plan on Monday."
    assert told(text, "en", "2024-11-15") == [("statement", "2024-11-11")]


def test_captions_and_titles_alone_make_no_event() -> None:
    text = "President Macron visits Rabat\nKing Mohammed VI receives President Emmanuel Macron in Rabat on Monday.\nIt was a sunny day."
    zones = (Zone(ZoneKind.TITLE, 0, 29), Zone(ZoneKind.CAPTION, 30, text.index("\nIt")))
    assert events(text, "en", "2024-11-15", zones) == []


def test_dates_of_a_review_are_no_dates_of_the_event() -> None:
    text = "On December 20, the ministry held a conference in Hanoi to review 2024 and set tasks for 2025."
    assert told(text, "en", "2024-12-21") == [("conference", "2024-12-20")]


def test_a_reporting_period_is_no_date_of_its_publication() -> None:
    assert told("Bộ Tài chính vừa công bố số liệu thu ngân sách 2 tháng đầu năm.", "vi", "2025-03-05") == [("publication", "")]


def test_a_dateline_is_no_date_of_the_event() -> None:
    assert told("LAGOS, March 2 - Gunmen attacked a village in Nigeria on Friday.", "en", "2024-03-02") == [("conflict", "2024-03-01")]


def test_an_article_without_events_has_none() -> None:
    assert events("Rice is a staple. It is grown in wet fields. Prices rose by 5%.", "en", "2024-11-15") == []
    assert events("", "vi") == []


@pytest.mark.parametrize(("text", "language"), [(WORKSHOP, "en"), (HOI_NGHI, "vi"), (CONFERENCE, "fr")])
def test_evidence_quotes_the_text(text: str, language: str) -> None:
    found = suggestions(text, language)
    assert len({s.key for s in found}) == len(found)
    for suggestion in found:
        assert suggestion.kind == Kind.EVENT
        assert suggestion.rule.startswith("event.")
        assert 0 < suggestion.confidence <= 1000
        assert suggestion.evidence[0].role == Role.TRIGGER
        assert all(state_of(text, item) == EvidenceState.OK for item in suggestion.evidence)
        assert len({(e.start, e.end, e.role) for e in suggestion.evidence}) == len(suggestion.evidence)


@pytest.mark.parametrize(("text", "language"), [(WORKSHOP, "en"), (HOI_NGHI, "vi"), (CONFERENCE, "fr")])
def test_spaces_and_apostrophes_do_not_matter(text: str, language: str) -> None:
    expected = [(e.type, e.start, parts(e)) for e in events(text, language, "2024-12-31")]
    for variant in (text.replace(" ", "\u00a0"), text.replace("'", "\u2019")):
        found = events(variant, language, "2024-12-31")
        assert [(e.type, e.start, {k.replace("\u00a0", " ").replace("\u2019", "'"): v for k, v in parts(e).items()}) for e in found] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_verb_asks_for_what_can_be_checked(language: str) -> None:
    for entry in Lexicon.load(language).table("event_verb"):
        assert entry.get("needs", "actor") in NEEDS, entry.source


WORDS = [
    "The", "Prime", "Minister", "Phạm", "Minh", "Chính", "met", "visited", "in", "Hanoi", "on", "20/12", ",", ".", "said", "hội nghị",
    "chủ trì", "tại", "a présidé", "la conférence", "le", "ministre", "Bui Thanh Son", "à", "signed", "an agreement", "with", "France",
    "and", ";", ":", '"', "được tổ chức", "thăm", "Lào", "he", "2024", "\n",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=50), st.sampled_from(["en", "fr", "vi"]))
def test_any_row_of_event_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    for found in suggestions(text, language, "2024-12-21"):
        assert all(state_of(text, item) == EvidenceState.OK for item in found.evidence)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "fr", "vi", "de"]))
def test_any_text(text: str, language: str) -> None:
    for found in suggestions(text, language):
        assert all(state_of(text, item) == EvidenceState.OK for item in found.evidence)
