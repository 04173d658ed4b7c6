"""The window's frame: top bar, search, status bar, notices, start page."""
