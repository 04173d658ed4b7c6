"""The sample articles and their checked extraction: sound documents, resting on the words of the articles as they lie here."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from postil.base import edtf, ids, paths
from postil.domain.annotation import BODY_TYPES, MAIN_ROLE, Kind, State
from postil.domain.article import META_FIELDS
from postil.domain.codec import from_json, to_json
from postil.domain.commitment import Commitment
from postil.domain.event import Event
from postil.domain.figure import Figure, Status
from postil.domain.selector import Evidence, EvidenceState, Role, state_of
from postil.domain.zone import READ_KINDS, Zone, kind_at

DOCUMENTS = sorted(paths.seeds().glob("*.json"))
COUNTS = {"000": (4, 2, 20), "001": (12, 4, 12), "002": (12, 1, 0), "003": (0, 2, 12), "004": (2, 4, 7)}


def load(path: Path) -> tuple[dict[str, Any], str]:
    raw = path.with_suffix(".txt").read_bytes()
    return json.loads(path.read_text("utf-8")), unicodedata.normalize("NFC", raw.decode("utf-8"))


def zones(document: dict[str, Any]) -> tuple[Zone, ...]:
    return tuple(from_json(Zone, zone) for zone in document["zones"])


def evidence(annotation: dict[str, Any]) -> list[Evidence]:
    return [from_json(Evidence, item) for item in annotation["evidence"]]


def test_there_are_five() -> None:
    assert {path.stem[:3] for path in DOCUMENTS} == set(COUNTS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem[:3])
class TestDocument:
    """Each of the five."""

    def test_it_names_the_article_beside_it(self, path: Path) -> None:
        document, text = load(path)
        article, raw = document["article"], path.with_suffix(".txt").read_bytes()
        assert article["file"] == path.with_suffix(".txt").name
        assert article["raw_sha256"] == hashlib.sha256(raw).hexdigest()
        assert article["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert article["id"] == ids.article_id(hashlib.sha256(raw).digest())
        for field, (start, end) in article["found"].items():
            assert field in META_FIELDS
            assert text[start:end] == article[field] or field == "published"

    def test_its_zones_do_not_overlap(self, path: Path) -> None:
        document, text = load(path)
        found = zones(document)
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert not found or found[-1].end <= len(text)

    def test_every_quote_stands_where_it_says(self, path: Path) -> None:
        document, text = load(path)
        for annotation in document["annotations"]:
            for item in evidence(annotation):
                assert state_of(text, item) is EvidenceState.OK
                assert text[: item.start].endswith(item.prefix)
                assert text[item.end :].startswith(item.suffix)

    def test_what_an_annotation_rests_on_is_read_text(self, path: Path) -> None:
        document, _ = load(path)
        for annotation in document["annotations"]:
            first = evidence(annotation)[0]
            assert first.role is MAIN_ROLE[Kind(annotation["kind"])]
            assert kind_at(zones(document), first.start) in READ_KINDS

    def test_its_bodies_are_bodies(self, path: Path) -> None:
        document, _ = load(path)
        counts = dict.fromkeys(Kind, 0)
        for annotation in document["annotations"]:
            kind = Kind(annotation["kind"])
            counts[kind] += 1
            body = from_json(BODY_TYPES[kind], annotation["body"])
            assert set(to_json(body)) <= set(annotation["body"])
            assert from_json(BODY_TYPES[kind], to_json(body)) == body
            assert State(annotation["state"]) is State.DRAFT
            assert "rule" not in annotation
        assert tuple(counts.values()) == COUNTS[path.stem[:3]]

    def test_its_references_lead_somewhere(self, path: Path) -> None:
        document, _ = load(path)
        known = [annotation["id"] for annotation in document["annotations"]]
        assert len(known) == len(set(known))
        figures = {annotation["id"] for annotation in document["annotations"] if annotation["kind"] == "figure"}
        for annotation in document["annotations"]:
            for key in ("relates_to", "target_figure"):
                assert annotation["body"].get(key) in (None, *figures)

    def test_its_dates_are_dates(self, path: Path) -> None:
        document, _ = load(path)
        for annotation in document["annotations"]:
            for key in ("period", "baseline", "start", "end", "due"):
                if value := annotation["body"].get(key):
                    edtf.parse(value)  # raises ValueError for what is none

    def test_what_is_inferred_is_a_field_that_is_set(self, path: Path) -> None:
        document, _ = load(path)
        for annotation in document["annotations"]:
            for field in annotation["body"].get("inferred", []):
                assert annotation["body"][field]


def bodies(kind: type[Any]) -> list[tuple[Any, list[Evidence]]]:
    annotations = [annotation for path in DOCUMENTS for annotation in load(path)[0]["annotations"]]
    return [(from_json(kind, one["body"]), evidence(one)) for one in annotations if BODY_TYPES[Kind(one["kind"])] is kind]


def test_figures_are_what_their_words_say() -> None:
    for body, items in bodies(Figure):
        assert body.number_as_written == items[0].exact
        assert (body.value is None) == (body.minimum is not None and body.maximum is not None)
        assert (body.status is Status.CHANGE) == (body.direction is not None)
        assert (body.unit == "count") == bool(body.counted)
        assert (body.qualifier != "exact") == any(item.role is Role.HEDGE for item in items)


def test_relay_venues_are_remote() -> None:
    places = {place.name: place.remote for body, _ in bodies(Event) for place in body.places}
    assert {name for name, remote in places.items() if remote} == {"Quang Tri", "Cao Bang", "Vĩnh Phúc"}


def test_actions_are_in_the_words_of_the_article() -> None:
    for body, items in bodies(Commitment):
        assert body.action
        assert body.action in items[0].exact
