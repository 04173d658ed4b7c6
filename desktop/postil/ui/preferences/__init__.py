"""The preferences dialog, generated from the table of settings."""
