"""The read side of the store: SQL in, frozen domain objects and plain rows out; nothing here writes."""
