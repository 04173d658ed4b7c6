"""One article from fresh suggestions to a chart, by keys alone; then everybody undoes what is theirs, also after a restart."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from postil.domain.annotation import Annotation, Kind, Origin, State
from postil.domain.figure import Figure
from postil.domain.review import Reason, Verdict
from postil.operations.annotations import DeleteAnnotations
from postil.operations.changes import Location
from postil.ui.indicators.view import IndicatorsView
from postil.ui.notices import Level, Notice
from postil.ui.widgets.article_text.view import ArticleText
from tests.flows.conftest import Desk, focused, in_dialog, press, type_in


def _figure(desk: Desk, article: str, written: str) -> Annotation:
    found = [a for a in desk.session.queries.annotations(article) if isinstance(a.body, Figure) and a.body.number_as_written == written]
    assert len(found) == 1, (written, [a.body for a in found])
    return found[0]


def _open_article(desk: Desk) -> str:
    """In the library: type a word of the text, Enter to the list, Enter to the article."""
    press("Ctrl+1")
    press("Ctrl+F")
    type_in("cao bang")
    desk.qtbot.waitUntil(lambda: len(_library_rows(desk)) == 1)
    press("Return")
    press("Return")
    article = desk.article("001")
    assert desk.conductor.navigator.place == "workbench"
    return article


def _library_rows(desk: Desk) -> tuple[object, ...]:
    view = desk.conductor.navigator.view("library")
    return view._model.rows()  # type: ignore[attr-defined,no-any-return]


def _go_to(desk: Desk, annotation: Annotation, limit: int = 80) -> None:
    """J until the focus stands on an annotation."""
    text = desk.conductor.navigator.view("workbench").findChild(ArticleText)
    assert text is not None
    press("Ctrl+2")
    for _step in range(limit):
        if text.painter.lit.focus in (annotation.id, annotation.suggestion):
            return
        press("J")
    raise AssertionError("the annotation was never reached")


def test_the_whole_job(desk: Desk) -> None:
    article = _open_article(desk)
    queries = desk.session.queries
    total = len(queries.annotations(article))

    # accept one as it stands
    percent = _figure(desk, article, "12.4")
    _go_to(desk, percent)
    press("A")
    accepted = _figure(desk, article, "12.4")
    assert (accepted.state, accepted.origin) == (State.DRAFT, Origin.ACCEPTED)

    # correct a value
    _go_to(desk, _figure(desk, article, "31.4 billion"))
    press("Return")
    press("Ctrl+A")
    type_in("31.5 billion")
    press("Ctrl+Return")
    corrected = next(a for a in queries.annotations(article) if isinstance(a.body, Figure) and a.body.value == Decimal(31_500_000_000))
    assert (corrected.state, corrected.origin) == (State.DRAFT, Origin.EDITED)
    assert len(queries.annotations(article)) == total

    # add a figure from selected words
    press("Ctrl+F")
    type_in("400 trade and investment")
    press("Escape")
    press("F")
    press("Ctrl+Return")
    typed = [a for a in queries.annotations(article) if a.origin is Origin.TYPED]
    assert len(typed) == 1
    assert isinstance(typed[0].body, Figure)
    assert typed[0].body.value == Decimal(400)
    assert typed[0].evidence[0].exact.startswith("400")

    # tag it
    in_dialog(_choose_a_tag)
    press("T")
    assert queries.annotation(typed[0].id).tags

    # decide the rest and submit
    for _step in range(2 * total):
        if not queries.progress(article).open:
            break
        press("N")
        press("X")
    assert queries.progress(article).open == 0
    press("Ctrl+Return")
    states = {a.state for a in queries.annotations(article)}
    assert states == {State.SUBMITTED, State.REJECTED}

    _supervise(desk, article)
    _see_the_chart(desk, article)
    _undo_everything(desk, article, total)


def _choose_a_tag() -> None:
    type_in("invest")
    press("Return")
    press("Ctrl+Return")


def _give_the_reason() -> None:
    type_in("period")
    press("Return")
    type_in("Which year?")
    press("Ctrl+Return")


def _switch_to(desk: Desk, name: str) -> None:
    press("Ctrl+Shift+U")
    for _step in range(12):
        if name in str(focused().property("text")):
            break
        press("Down")
    press("Return")
    assert desk.session.person.name.startswith(name)


def _supervise(desk: Desk, article: str) -> None:
    """As the supervisor: approve one, return one with a reason."""
    _switch_to(desk, "Claire")
    press("Ctrl+3")
    assert desk.conductor.navigator.place == "review"
    queries = desk.session.queries
    press("A")
    mine = [a for a in queries.extraction_annotations(queries.queue()[0].extraction) if a.state is State.APPROVED]
    assert len(mine) == 1
    in_dialog(_give_the_reason)
    press("R")
    returned = [a for a in queries.extraction_annotations(queries.queue()[0].extraction) if a.state is State.RETURNED]
    assert len(returned) == 1
    review = queries.reviews(returned[0].id)[-1]
    assert (review.verdict, review.reason, review.comment, review.field) == (Verdict.RETURN, Reason.WRONG_PERIOD, "Which year?", "period")
    press("A")
    assert len(queries.approved_figures()) == 2


def _see_the_chart(desk: Desk, article: str) -> None:
    """The chart shows the approved value; a click on its point opens the sentence."""
    press("Ctrl+4")
    view = desk.conductor.navigator.view("indicators")
    assert isinstance(view, IndicatorsView)
    approved = {a.body.value for a in desk.session.queries.approved_figures() if isinstance(a.body, Figure)}
    drawn = {o.value for s in desk.session.queries.series() for o in s.observations}
    assert drawn == approved
    assert view.plot.count() > 0
    desk.qtbot.wait(20)
    chart = view.plot._plot
    where = QPoint(*view.plot.point_position(0)) - chart.pos()
    QTest.mouseMove(chart.viewport(), where)
    desk.qtbot.wait(20)
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    QApplication.processEvents()
    assert desk.conductor.navigator.place == "workbench"
    text = desk.conductor.navigator.view("workbench").findChild(ArticleText)
    assert text is not None
    span = text.selection()
    assert span is not None
    quoted = desk.session.queries.article(article).text[span.start : span.end]
    assert any(a.evidence[0].exact == quoted for a in desk.session.queries.approved_figures())


def _undo_everything(desk: Desk, article: str, total: int) -> None:
    """Each person undoes what is theirs; a restart in between changes nothing."""
    claire, mai = desk.person("Claire"), desk.person("Mai")
    press("Ctrl+Z")
    assert len(desk.session.queries.approved_figures()) == 1
    desk.restart()
    desk.conductor.shell.dispatch.switch_person(claire)
    for _step in range(2):
        press("Ctrl+Z")
    assert desk.session.queries.approved_figures() == ()
    history = [r for a in desk.session.queries.annotations(article, mai) for r in desk.session.queries.reviews(a.id)]
    assert Verdict.WITHDRAW in {r.verdict for r in history}
    assert Verdict.APPROVE in {r.verdict for r in history}, "the withdrawn approval stays in the history"
    assert len(desk.session.queries.annotations(article, mai)) == total + 1

    _switch_to(desk, "Mai")
    other = desk.article("004")
    first = next(a for a in desk.session.queries.annotations(other) if a.state is State.SUGGESTED)
    desk.conductor.shell.dispatch.go(Location(other, first.id))
    press("A")
    assert len([a for a in desk.session.queries.annotations(other) if a.state is State.DRAFT]) == 1
    desk.restart()
    desk.conductor.shell.dispatch.switch_person(mai)
    press("Ctrl+Z")
    assert {a.state for a in desk.session.queries.annotations(other)} == {State.SUGGESTED}
    press("Ctrl+Shift+Z")
    assert len([a for a in desk.session.queries.annotations(other) if a.state is State.DRAFT]) == 1
    press("Ctrl+Z")

    heard: list[Notice] = []
    desk.conductor.shell.dispatch.notice.connect(heard.append)
    before = desk.session.queries.annotations(article)
    press("Ctrl+Z")
    assert desk.session.queries.annotations(article) == before, "a submission that a supervisor has opened is not undone"
    assert [n.level for n in heard] == [Level.ERROR], heard


def test_keys_do_not_fire_while_typing(desk: Desk) -> None:
    article = _open_article(desk)
    before = desk.session.queries.annotations(article)
    press("Ctrl+F")
    type_in("axnjkfec")
    press("Escape")
    assert desk.session.queries.annotations(article) == before


def test_deleting_an_accepted_one_opens_its_suggestion_again(desk: Desk) -> None:
    article = _open_article(desk)
    percent = _figure(desk, article, "12.4")
    _go_to(desk, percent)
    press("A")
    mine = _figure(desk, article, "12.4")
    desk.conductor.shell.dispatch.apply(DeleteAnnotations(ids=(mine.id,)))
    assert _figure(desk, article, "12.4").state is State.SUGGESTED
    press("Ctrl+Z")
    assert _figure(desk, article, "12.4").id == mine.id
    assert _figure(desk, article, "12.4").kind is Kind.FIGURE
