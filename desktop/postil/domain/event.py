"""Events: happenings that an article reports or announces."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from postil.base.i18n import N_


class EventType(StrEnum):
    """The event types of the guideline; each maps to PLOVER at export."""

    CONFERENCE = "conference"
    VISIT = "visit"
    MEETING = "meeting"
    SIGNING = "signing"
    CEREMONY = "ceremony"
    STATEMENT = "statement"
    PUBLICATION = "publication"
    INTERVIEW = "interview"
    DISASTER = "disaster"
    CONFLICT = "conflict"
    OTHER = "other"


class Part(StrEnum):
    """The part somebody plays in an event."""

    CHAIR = "chair"
    HOST = "host"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"
    SIGNATORY = "signatory"
    VISITOR = "visitor"


class Attendance(StrEnum):
    """Where the event takes place (schema.org eventAttendanceMode)."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"


EVENT_TYPE_LABELS: dict[EventType, str] = {
    EventType.CONFERENCE: N_("conference"),
    EventType.VISIT: N_("visit"),
    EventType.MEETING: N_("meeting"),
    EventType.SIGNING: N_("signing"),
    EventType.CEREMONY: N_("ceremony"),
    EventType.STATEMENT: N_("statement"),
    EventType.PUBLICATION: N_("publication"),
    EventType.INTERVIEW: N_("interview"),
    EventType.DISASTER: N_("disaster"),
    EventType.CONFLICT: N_("conflict"),
    EventType.OTHER: N_("other event"),
}
PART_LABELS: dict[Part, str] = {
    Part.CHAIR: N_("chair"),
    Part.HOST: N_("host"),
    Part.SPEAKER: N_("speaker"),
    Part.ATTENDEE: N_("attendee"),
    Part.SIGNATORY: N_("signatory"),
    Part.VISITOR: N_("visitor"),
}
ATTENDANCE_LABELS: dict[Attendance, str] = {
    Attendance.OFFLINE: N_("in person"),
    Attendance.ONLINE: N_("online"),
    Attendance.MIXED: N_("mixed"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written; `remote` marks a relay venue ("điểm cầu"), which is not where it was held."""

    name: str
    code: str = ""
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """A named person or body, its role (title, as written), country code and part."""

    name: str
    part: Part = Part.ATTENDEE
    role: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One distinct event; `start` and `end` are EDTF, `title` is in the article's words."""

    type: EventType = EventType.OTHER
    title: str = ""
    start: str = ""
    end: str = ""
    places: tuple[Place, ...] = ()
    participants: tuple[Participant, ...] = ()
    attendance_mode: Attendance | None = None
    canonical: str = ""
    inferred: tuple[str, ...] = ()
