"""Identifiers: random ones grow with time, derived ones agree everywhere."""

from __future__ import annotations

import hashlib
import uuid

from postil.base import ids


def test_new_ids_are_version_7_and_sort_by_time() -> None:
    early, late = ids.new_id(1_700_000_000_000), ids.new_id(1_700_000_000_001)
    assert uuid.UUID(early).version == 7
    assert uuid.UUID(early).variant == uuid.RFC_4122
    assert early < late
    assert int(uuid.UUID(early)) >> 80 == 1_700_000_000_000


def test_new_ids_do_not_repeat() -> None:
    assert len({ids.new_id(1) for _ in range(500)}) == 500


def test_the_same_bytes_are_the_same_article() -> None:
    digest = hashlib.sha256(b"article").digest()
    assert ids.article_id(digest) == ids.article_id(digest)
    assert uuid.UUID(ids.article_id(digest)).version == 8
    assert ids.article_id(digest) != ids.article_id(hashlib.sha256(b"another").digest())


def test_derived_ids_depend_on_every_part_and_its_border() -> None:
    assert ids.derived_id("a", "b") == ids.derived_id("a", "b")
    assert len({ids.derived_id("a", "b"), ids.derived_id("ab"), ids.derived_id("b", "a"), ids.derived_id("a", "b", "")}) == 4
    assert ids.extraction_id("article", "author") == ids.derived_id("extraction", "article", "author")


def test_a_derived_id_never_changes() -> None:
    assert ids.derived_id("a", "b") == str(uuid.uuid5(uuid.UUID("6f0d9c3e-0c5b-5b0e-9a55-706f7374696c"), "a\x1fb"))


def test_short_hashes_are_sixteen_digits() -> None:
    digest = hashlib.sha256(b"x").digest()
    assert ids.short(digest) == digest.hex()[:16] == ids.short(b"x")
