"""Commitments: frames, clauses, actors, list scope, and the suggestions made of them."""
