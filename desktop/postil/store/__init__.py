"""SQLite: the only SQL, the only database library, the project folder with its keys, receipts and backups."""
