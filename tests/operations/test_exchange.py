"""What leaves Postil: extraction documents that keep to their schema, and exports that harm no spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # has no types, and is used here only
import pytest

from postil.base import paths
from postil.base.errors import InputError
from postil.domain.annotation import Kind, State
from postil.domain.figure import Figure
from postil.domain.selector import Role, quote
from postil.operations import exporting, extraction_document
from postil.operations.annotations import AddAnnotation, TagAnnotations
from postil.operations.articles import CorrectMeta, TagArticle
from postil.operations.review import ApproveAnnotations, OpenReview, SubmitExtraction
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from tests import fakes

VALIDATOR = jsonschema.Draft202012Validator(extraction_document.schema())


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fakes.project(tmp_path / "p", articles=2) as opened:
        article = fakes.first_article(opened)
        found = opened.queries.annotations(article)
        opened.apply(AcceptSuggestions(tuple(a.id for a in found[:3])))
        opened.apply(RejectSuggestions((found[3].id,)))
        text = opened.queries.article(article).text
        formula = Figure("=1+1", Decimal(2), attributed_to="=HYPERLINK(x)", indicator_label="@sum", period="-1")
        opened.apply(AddAnnotation(article, Kind.FIGURE, dataclasses.replace(formula, period=""), (quote(text, 0, 5, Role.VALUE),)))
        opened.apply(TagArticle(article, add=("seen",)))
        opened.apply(CorrectMeta(article, "title", "+Title"))
        yield opened


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def approved(session: Session) -> str:
    """Have one annotation approved; its id."""
    article = fakes.first_article(session)
    session.apply(SubmitExtraction(article, leave_open=True))
    mine = next(a for a in session.queries.annotations(article) if a.state is State.SUBMITTED)
    session.switch_person(fakes.named(session, "Claire").id)
    session.apply(OpenReview(mine.extraction))
    session.apply(ApproveAnnotations((mine.id,)))
    return mine.id


@pytest.mark.parametrize("path", sorted(paths.seeds().glob("*.json")), ids=lambda path: path.stem[:3])
def test_the_checked_extraction_of_the_seeds_keeps_to_the_schema(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("path", sorted(paths.seeds().glob("*.txt")), ids=lambda path: path.stem[:3])
def test_what_is_extracted_keeps_to_the_schema_and_rests_on_the_text(path: Path) -> None:
    document = json.loads(json.dumps(extraction_document.extract_file(path)))
    VALIDATOR.validate(document)
    text = path.read_text("utf-8")
    ids = {a["id"] for a in document["annotations"]}
    assert len(ids) == len(document["annotations"]) > 5
    for annotation in document["annotations"]:
        assert annotation["state"] == "suggested"
        for piece in annotation["evidence"]:
            assert text[piece["start"] : piece["end"]] == piece["exact"]
        for link in ("relates_to", "target_figure"):
            assert annotation["body"].get(link) in ids | {None}
    again = json.loads(json.dumps(extraction_document.extract_file(path)))
    assert again == document, "ids and all follow from the file"


def test_the_schema_can_say_no() -> None:
    document = json.loads(next(iter(paths.seeds().glob("*.json"))).read_text("utf-8"))
    changes: list[dict[str, Any]] = [{"confidence": 1001}, {"evidence": []}, {"kind": "opinion"}, {"colour": "red"}, {"body": {"colour": 1}}]
    for change in changes:
        bad = document | {"annotations": [document["annotations"][0] | change]}
        assert list(VALIDATOR.iter_errors(bad)), change


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\0\1\2")
    with pytest.raises(InputError, match=r"x\.txt"):
        extraction_document.extract_file(tmp_path / "x.txt")


def test_a_document_of_a_project_says_the_same_as_the_export(session: Session, tmp_path: Path) -> None:
    assert exporting.export_jsonl(session, tmp_path / "out.jsonl") == 4
    exported = lines(tmp_path / "out.jsonl")
    assert len(exported) == 2
    for document in exported:
        VALIDATOR.validate(document)
        article = session.queries.article(document["article"]["id"])
        mine = [a for a in session.queries.annotations(article.id) if a.state not in (State.SUGGESTED, State.REJECTED)]
        expected = json.loads(json.dumps(extraction_document.document(article, mine)))
        for annotation in document["annotations"]:
            assert annotation.pop("author_name") == "Lan"
        assert {a["id"]: a for a in document.pop("annotations")} == {a["id"]: a for a in expected.pop("annotations")}
        assert document == expected


def test_only_what_is_approved(session: Session, tmp_path: Path) -> None:
    chosen = approved(session)
    assert exporting.export_jsonl(session, tmp_path / "out.jsonl", approved_only=True) == 1
    (document,) = lines(tmp_path / "out.jsonl")
    VALIDATOR.validate(document)
    (annotation,) = document["annotations"]
    assert (annotation["id"], annotation["state"]) == (chosen, "approved")
    assert annotation["reviews"][0]["by_name"] == "Claire"
    assert exporting.export_csv(session, tmp_path / "out.csv", approved_only=True) == 1


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    note, _newline, table = text.partition("\r\n")
    assert note.startswith(("# Postil", '"# Postil'))
    assert "apostrophe" in note
    return list(csv.DictReader(table.split("\r\n")))


def test_a_table_that_runs_nothing(session: Session, tmp_path: Path) -> None:
    assert exporting.export_csv(session, tmp_path / "out.csv") == 4
    found = rows(tmp_path / "out.csv")
    assert len(found) == 4
    typed = next(row for row in found if row["origin"] == "typed")
    assert typed["attributed_to"] == "'=HYPERLINK(x)"
    assert typed["number_as_written"] == "'=1+1"
    assert typed["indicator_label"] == "'@sum"
    assert {row["article_title"] for row in found} == {"'+Title"}
    assert typed["value"] == "2"
    for row in found:
        assert not any(cell.startswith(exporting.FORMULA_SIGNS) for cell in row.values())
    exporting.export_jsonl(session, tmp_path / "out.jsonl")
    assert '"attributed_to":"=HYPERLINK(x)"' in (tmp_path / "out.jsonl").read_text("utf-8")


@pytest.mark.parametrize("text", ["=1", "+1+cmd", "-cmd", "@x", "\tx", "\rx", "＝1", "＋x", "－x", "＠x"])
def test_what_a_spreadsheet_would_run(text: str) -> None:
    assert exporting.harmless(text) == "'" + text


@pytest.mark.parametrize("cell", ["-3.5", "+7", "60", "a=b", "", 12, "–5", "1-2"])
def test_what_a_spreadsheet_may_have(cell: Any) -> None:
    assert exporting.harmless(cell) == cell


def test_tags_stand_in_both(session: Session, tmp_path: Path) -> None:
    mine = next(a for a in session.queries.annotations(fakes.first_article(session)) if a.state is State.DRAFT)
    session.apply(TagAnnotations((mine.id,), add=("b", "a")))
    exporting.export_csv(session, tmp_path / "out.csv")
    assert "a b" in {row["tags"] for row in rows(tmp_path / "out.csv")}
    exporting.export_jsonl(session, tmp_path / "out.jsonl")
    assert ["a", "b"] in [a["tags"] for d in lines(tmp_path / "out.jsonl") for a in d["annotations"]]
    assert lines(tmp_path / "out.jsonl")[0]["article"]["tags"] == ["seen"]
