"""The text as the grammar sees it: shadow string, tokens, sentences."""
