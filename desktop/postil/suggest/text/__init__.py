"""The text as the grammar sees it: shadow string and tokens."""
