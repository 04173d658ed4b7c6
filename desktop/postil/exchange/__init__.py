"""Frozen objects to files and back; one file a format."""
