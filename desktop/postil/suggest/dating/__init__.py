"""How dates and periods are found and completed in three languages; `postil.suggest.dates` is the face of it."""
