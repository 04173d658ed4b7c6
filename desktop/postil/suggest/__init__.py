"""Article in, suggestions out: our own grammar over lexicon files; pure functions in stages, no input or output."""
