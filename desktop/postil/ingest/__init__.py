"""File to article draft, zones and languages; one reader a format; pure."""
