"""The roles of evidence in words."""

from __future__ import annotations

from postil.base.i18n import N_
from postil.domain.annotation import Kind
from postil.domain.selector import Role

ROLE_LABELS: dict[Role, str] = {
    Role.VALUE: N_("value"),
    Role.UNIT: N_("unit"),
    Role.COUNTED: N_("what is counted"),
    Role.PERIOD: N_("period"),
    Role.INDICATOR: N_("indicator"),
    Role.ACTOR: N_("actor"),
    Role.TRIGGER: N_("trigger"),
    Role.PLACE: N_("place"),
    Role.HEDGE: N_("hedge"),
    Role.ATTRIBUTION: N_("attribution"),
    Role.DEADLINE: N_("deadline"),
    Role.WHOLE: N_("whole clause"),
}
ROLES_OF: dict[Kind, tuple[Role, ...]] = {
    Kind.FIGURE: (Role.UNIT, Role.COUNTED, Role.PERIOD, Role.INDICATOR, Role.PLACE, Role.HEDGE, Role.ATTRIBUTION),
    Kind.EVENT: (Role.PERIOD, Role.PLACE, Role.ACTOR, Role.ATTRIBUTION),
    Kind.COMMITMENT: (Role.ACTOR, Role.DEADLINE, Role.INDICATOR, Role.VALUE, Role.ATTRIBUTION),
}
"""The roles that evidence after the first can have."""
