"""Help inside the window: the sheet of keys and what Postil is."""
