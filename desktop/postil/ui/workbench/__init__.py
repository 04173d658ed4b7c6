"""The workbench place: work list left, article in the centre, extraction right; composed of reader and extraction."""
