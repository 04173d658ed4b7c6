"""The 8-pixel rhythm, and the sizes that text scale must move."""

from __future__ import annotations

HALF, ONE, TWO, THREE, FOUR = 4, 8, 16, 24, 32
"""Distances in pixels. Margins inside a group are ONE, between groups TWO, around a page THREE."""

RADIUS = 6
ICON = 18
"""Side of an icon in a button, at 100 % text."""
