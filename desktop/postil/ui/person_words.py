"""What the interface says about persons and roles, in plain words."""

from __future__ import annotations

from postil.base.i18n import _


def self_declared() -> str:
    """That roles are not checked in this version, and what holds all the same."""
    return _(
        "Names and roles are self-declared: Postil does not check who you are. Whatever the role, nobody can approve what they themselves wrote."
    )
