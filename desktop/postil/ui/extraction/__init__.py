"""The extraction beside the text: cards aligned with their lines, and the form a card opens into."""
