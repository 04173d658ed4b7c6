"""Is the article an interview? Then it is one event, and what is said in it are no events of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from postil.domain.event import EventType, Part
from postil.suggest.doc import Doc
from postil.suggest.events.draft import Draft
from postil.suggest.events.scene import Scene, Spot

_QUESTIONS: Final = 2
"""So many paragraphs that end with a question mark make an interview, when somebody is addressed or named as asked."""
_HEAD: Final = 4


def interview(doc: Doc, told: Sequence[Scene]) -> Draft | None:
    """The one event of an interview, at the first sentence of the body that names who is asked; None for other articles."""
    body = [scene for scene in told if scene.body_index >= 0]
    questions = [scene for k, scene in enumerate(body) if _is_question(scene, body[k + 1] if k + 1 < len(body) else None)]
    marked = [scene for scene in told if scene.view.find("interview_word")]
    if len(questions) < _QUESTIONS or not marked:
        return None
    asked = next(((scene, spot) for scene in body[:_HEAD] for spot in scene.names if _can_be_asked(spot, scene)), None)
    scene = asked[0] if asked else body[0]
    first, end = scene.clause(scene.view.first)
    draft = Draft(EventType.INTERVIEW, "event.interview.questions", scene, (first, end), (first, end), 5, title=(first, end))
    draft.people = [(asked[1], Part.SPEAKER)] if asked else []
    return draft


def _is_question(scene: Scene, following: Scene | None) -> bool:
    """Does the sentence close its line with a question mark?"""
    view = scene.view
    ends_line = following is None or following.sentence.line != scene.sentence.line
    return ends_line and view.norm(view.last - 1) == "?"


def _can_be_asked(spot: Spot, scene: Scene) -> bool:
    return spot.name.kind == "person" and not scene.in_role(spot)
