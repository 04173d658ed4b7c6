"""Events that an article reports or announces. Start at `find.find_events`."""
