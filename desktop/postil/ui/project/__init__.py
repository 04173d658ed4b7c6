"""Making, opening, exporting and checking projects."""
