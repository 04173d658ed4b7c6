"""The number grammar: masks, digit literals, number words, and their composition into `doc.Number`."""
