"""An article set as a book page, with marks in its text and glyphs in its margin."""
