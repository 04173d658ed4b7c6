"""What a commitment says: who, to whom, what, by when, with which number, on what evidence, and how repetitions meet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from postil.domain.annotation import Kind, Suggestion
from postil.domain.commitment import Testable as Answer
from postil.domain.figure import Figure, Status
from postil.domain.selector import EvidenceState, Role, quote, state_of
from postil.domain.zone import Zone, ZoneKind
from tests.suggest.commitment_reading import body, commitments, read, told


def figure(text: str, number: str, key: str, status: Status) -> Suggestion:
    start = text.index(number)
    evidence = (quote(text, start, start + len(number), Role.VALUE),)
    return Suggestion(Kind.FIGURE, Figure(value=Decimal(1), status=status, indicator="exports"), evidence, "figure.test", 900, key)


class TestWho:
    """Issuer and addressee."""

    def test_the_full_name_without_title(self) -> None:
        item = body(commitments("President Ana Silva ordered the army to open the road.", "en", people={"Ana Silva": "President"})[0])
        assert (item.issuer, item.addressee, item.inferred) == ("Ana Silva", "army", ())

    def test_a_title_alone_takes_the_name_the_article_gives_it(self) -> None:
        text = "Hôm qua, Thủ tướng Trần Văn An tới thăm xưởng đóng tàu.\nThủ tướng yêu cầu nhà máy tuyển thêm thợ."
        found = commitments(text, "vi", people={"Trần Văn An": "Thủ tướng"})
        assert (body(found[0]).issuer, body(found[0]).inferred) == ("Trần Văn An", ("issuer",))
        attribution = next(e for e in found[0].evidence if e.role is Role.ATTRIBUTION)
        assert attribution.exact == "Trần Văn An"

    def test_a_pronoun_is_the_last_speaker(self) -> None:
        text = "Mayor Ruth Cole said the library was popular. She promised to build a second one."
        item = body(commitments(text, "en", people={"Ruth Cole": "Mayor"})[0])
        assert (item.issuer, item.inferred) == ("Ruth Cole", ("issuer",))

    def test_they_is_not_one_person(self) -> None:
        text = "Mayor Ruth Cole said the library was popular. They agreed to build a second one."
        assert body(commitments(text, "en", people={"Ruth Cole": "Mayor"})[0]).issuer == "They"

    @pytest.mark.parametrize(
        ("text", "language", "issuer", "addressee"),
        [
            ("Ferries must carry life jackets, the coast guard said.", "en", "coast guard", "Ferries"),
            ("« Les armateurs doivent inspecter leurs bacs », a déclaré le ministre des Transports.", "fr", "ministre des Transports", "armateurs"),
            ("Ông Lê Bình cho rằng các xã cần công khai ngân sách.", "vi", "Ông Lê Bình", "các xã"),
        ],
    )
    def test_a_duty_is_issued_by_who_speaks_and_laid_on_the_subject(self, text: str, language: str, issuer: str, addressee: str) -> None:
        item = body(commitments(text, language)[0])
        assert (item.kind.value, item.issuer, item.addressee) == ("directive", issuer, addressee)

    def test_a_passive_duty_without_speaker_has_no_issuer(self) -> None:
        item = body(commitments("Employers are required to provide masks.", "en")[0])
        assert (item.issuer, item.addressee) == ("", "Employers")

    def test_a_second_verb_keeps_the_subject(self) -> None:
        found = commitments("The city bank plans to open a branch in Oran, and has pledged $2m for schools.", "en")
        assert [body(item).issuer for item in found] == ["city bank", "city bank"]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("The minister asked the provinces to report every day.", "directive"),
            ("The association asked the government to lower the tax.", "request"),
            ("The prime minister urged the ministries to hurry.", "directive"),
            ("The association urged the ministries to hurry.", "request"),
        ],
    )
    def test_rank_tells_directive_from_request(self, text: str, kind: str) -> None:
        assert body(commitments(text, "en")[0]).kind == kind


class TestWhatAndWhen:
    """Action, due date, figure, test."""

    def test_the_action_is_in_the_words_of_the_article(self) -> None:
        item = body(commitments("Le port\u00a0s'engage à  réduire\nses rejets de moitié d'ici 2030.".replace("\n", " "), "fr", "2026-01-05")[0])
        assert item.action.endswith("réduire ses rejets de moitié d'ici 2030")
        assert item.due == "2030"

    def test_a_date_of_speaking_is_no_due_date(self) -> None:
        item = body(commitments("On Tuesday, the ministry said it would cut fees.", "en", "2026-03-12")[0])
        assert item.due == ""

    def test_a_year_of_comparison_is_no_due_date(self) -> None:
        item = body(commitments("Năm 2027, ngành đặt mục tiêu tăng 10% so với năm 2026.", "vi", "2026-12-01")[0])
        assert item.due == "2027"

    def test_the_past_is_no_due_date(self) -> None:
        item = body(commitments("They pledged to respect the treaty of 1982.", "en", "2026-03-12")[0])
        assert item.due == ""

    def test_a_date_behind_the_clause_counts(self) -> None:
        text = "La liste sera publiée après une réunion, qui aura lieu le 18 juin 2026."
        assert body(commitments(text, "fr", "2026-06-13")[0]).due == "2026-06-18"

    def test_the_target_among_the_figures_is_linked(self) -> None:
        text = "The sector has a target of $30 billion in exports by 2030, up from $20 billion."
        figures = [figure(text, "30 billion", "f1", Status.TARGET), figure(text, "20 billion", "f2", Status.ACTUAL)]
        item = body(commitments(text, "en", "2026-01-05", figures=figures)[0])
        assert (item.target_figure, item.indicator, item.testable) == ("f1", "exports", Answer.YES)

    def test_without_number_or_deadline_it_is_open_whether_it_can_be_tested(self) -> None:
        assert body(commitments("The company pledged to help.", "en")[0]).testable is Answer.UNSURE


class TestEvidence:
    """What a suggestion rests on."""

    def test_the_clause_comes_first_and_every_quote_stands(self) -> None:
        text = "Bà Mai cho biết công ty sẽ tuyển 200 người trong tháng 12/2026."
        found = commitments(text, "vi", "2026-11-02")[0]
        assert [e.role for e in found.evidence] == [Role.WHOLE, Role.ATTRIBUTION, Role.DEADLINE]
        assert all(state_of(text, e) is EvidenceState.OK for e in found.evidence)

    def test_rule_and_confidence_are_told(self) -> None:
        found = commitments("The company pledged to help.", "en")[0]
        assert found.rule == "commitment.en.pledge.promise"
        assert 0 < found.confidence <= 1000

    def test_an_item_is_less_sure_than_its_opener(self) -> None:
        found = commitments("Le maire a demandé aux écoles de fermer ; de prévenir les parents.", "fr")
        assert found[1].rule.endswith(".item")
        assert found[1].confidence < found[0].confidence

    def test_keys_differ(self) -> None:
        found = commitments("The company will hire ten nurses. The company will open two clinics.", "en")
        assert len({item.key for item in found}) == 2


class TestRepetition:
    """One commitment told twice."""

    def test_lead_and_body_meet_with_the_fuller_telling_first(self) -> None:
        text = (
            "Thủ tướng sẽ thăm Lào và dự hội nghị cấp cao tại Viêng Chăn.\n"
            "Theo thông cáo, đây là chuyến thăm đầu tiên.\n"
            "Thủ tướng sẽ thăm Lào và dự hội nghị cấp cao tại Viêng Chăn từ ngày 3 đến 5/12/2026."
        )
        found = commitments(text, "vi", "2026-11-28")
        assert len(found) == 1
        assert body(found[0]).due == "2026-12-03/2026-12-05"
        assert [e.start < found[0].evidence[0].start for e in found[0].evidence if e.role is Role.WHOLE] == [False, True]

    def test_a_headline_alone_makes_none(self) -> None:
        text = "Port will hire 300 dockers\nThe port of Oran lies on the coast."
        zones = (Zone(ZoneKind.TITLE, 0, text.index("\n")),)
        assert told(text, "en", zones=zones) == []

    def test_a_headline_is_further_evidence(self) -> None:
        text = "Port will hire 300 dockers next year\nThe port of Oran will hire 300 dockers next year, its director said."
        zones = (Zone(ZoneKind.TITLE, 0, text.index("\n")),)
        found = commitments(text, "en", zones=zones)
        assert len(found) == 1
        assert [e.exact for e in found[0].evidence if e.role is Role.WHOLE] == [
            "The port of Oran will hire 300 dockers next year",
            "Port will hire 300 dockers next year",
        ]

    def test_like_but_different_ones_stay_apart(self) -> None:
        text = "Hai bên nhất trí thúc đẩy hợp tác kinh tế.\nHai bên nhất trí thúc đẩy hợp tác văn hóa.\nHai bên nhất trí thúc đẩy hợp tác giáo dục."
        assert len(told(text, "vi")) == 3


def test_other_zones_and_languages_are_passed_over() -> None:
    text = "The company will hire ten nurses."
    assert told(text, "en", zones=(Zone(ZoneKind.CAPTION, 0, len(text)),)) == []
    assert told(text, "de") == []
    assert told("", "en") == []


def test_nothing_depends_on_what_other_stages_found() -> None:
    doc = read("La ville va planter 4 000 arbres en 2027.", "fr", "2026-01-05")
    assert doc.names == ()
    assert len(told("La ville va planter 4 000 arbres en 2027.", "fr")) == 1
