"""The article on the workbench: its page, the bar that makes annotations of selected words, zones, details, citations."""
