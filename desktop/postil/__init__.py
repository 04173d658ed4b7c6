"""Postil: an offline desktop application for reviewing and annotating news articles."""

__version__ = "0.1.0"
