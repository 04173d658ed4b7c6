"""The library place: every article of the project, searched, filtered and opened."""
