"""SQLite: the only SQL, and the only import of sqlite-utils."""
