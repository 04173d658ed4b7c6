"""Benchmarks: every target of the performance page beside its floor, measured in the same run."""
