"""Errors people can act on: what, why, what next; and they survive the way back from a worker process."""

from __future__ import annotations

import pickle

import pytest

from postil.base import errors

KINDS = (errors.InputError, errors.RuleError, errors.ConflictError, errors.StoreError)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_all_three_things(kind: type[errors.PostilError]) -> None:
    error = kind("It is empty.", what="a.txt", next_step="Choose another.")
    assert str(error) == "a.txt: It is empty. Choose another."
    assert str(kind("It is empty.")) == "It is empty."


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_survives_pickling(kind: type[errors.PostilError]) -> None:
    error = kind("It is empty.", what="a.txt", next_step="Choose another.")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert (back.cause, back.what, back.next_step) == (error.cause, error.what, error.next_step)
