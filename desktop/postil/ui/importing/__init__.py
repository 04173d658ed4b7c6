"""Bringing articles in: files, folders and pasted text, with a preview of what will happen."""
