"""The one family of errors a person can act on; anything else is a bug.

PostilError
├── InputError     a file, an encoding, a pasted text
├── RuleError      a rule of the workflow or of the data says no
├── ConflictError  somebody or something else changed or holds what is asked for
└── StoreError     the project folder, its database or its disk
"""

from __future__ import annotations


class PostilError(Exception):
    """What went wrong, with what, and what to do next.

    `cause` is one sentence, `what` the file or thing it happened to (may be empty), `next_step` one
    sentence the reader can act on. `str()` joins them, so that a log line or a terminal shows all three.
    """

    def __init__(self, cause: str, *, what: str = "", next_step: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        head = f"{self.what}: {self.cause}" if self.what else self.cause
        return f"{head} {self.next_step}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way back from a worker process."""
        return (_rebuild, (type(self), self.cause, self.what, self.next_step))


def _rebuild(kind: type[PostilError], cause: str, what: str, next_step: str) -> PostilError:
    return kind(cause, what=what, next_step=next_step)


class InputError(PostilError):
    """A file or a text that cannot be taken in as it is."""


class RuleError(PostilError):
    """The workflow or an invariant of the data does not allow this."""


class ConflictError(PostilError):
    """Somebody else holds or has changed what this wants to change."""


class StoreError(PostilError):
    """The project cannot be read or written as it should."""
