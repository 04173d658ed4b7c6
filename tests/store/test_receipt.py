"""Receipts: the newest whole slot counts, a torn one never claims too much."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from postil.store.receipt import Mark, Receipt


def mark(count: int) -> Mark:
    return Mark(count, bytes([count % 256]) * 32)


def test_it_starts_with_nothing_and_keeps_the_last(tmp_path: Path) -> None:
    receipt = Receipt(tmp_path / "receipt")
    assert receipt.read() is None
    for count in (1, 2, 7, 300):
        receipt.write(mark(count))
        assert receipt.read() == mark(count)
    receipt.close()
    again = Receipt(tmp_path / "receipt")
    again.write(mark(301))
    again.close()
    assert Receipt(tmp_path / "receipt").read() == mark(301)


def test_starting_anew_may_count_less(tmp_path: Path) -> None:
    receipt = Receipt(tmp_path / "receipt")
    receipt.write(mark(9))
    receipt.replace(mark(3))
    assert receipt.read() == mark(3)
    receipt.write(mark(4))
    assert receipt.read() == mark(4)
    receipt.close()


@given(at=st.integers(0, 159), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_slot_leaves_the_older_one(at: int, bit: int, cut: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receipt"
        receipt = Receipt(path)
        receipt.write(mark(4))
        receipt.write(mark(5))
        receipt.close()
        data = bytearray(path.read_bytes())
        at %= len(data)
        if cut:
            path.write_bytes(data[:at])
        else:
            data[at] ^= 1 << bit
            path.write_bytes(data)
        found = Receipt(path).read()
        assert found is None or found in (mark(4), mark(5))
        if not cut:
            assert found is not None
