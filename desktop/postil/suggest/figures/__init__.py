"""Figures: which quantities are statements about the world, what they measure, when, and what they claim to be."""
