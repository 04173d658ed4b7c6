"""Approved annotations to observations and series; pure."""
