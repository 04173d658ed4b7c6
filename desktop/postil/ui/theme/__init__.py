"""Colours, fonts, spacing, icons and marks; the only place where a colour literal may stand."""
