"""Persons, bodies, countries and places in a text, with roles. Start at `find.names`."""
