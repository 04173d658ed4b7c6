"""Notes: Markdown written by people about an article or an annotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `target` is the id of an article or an annotation, `markdown` is untrusted text."""

    id: str
    target: str
    by: str
    at_ms: int
    markdown: str
