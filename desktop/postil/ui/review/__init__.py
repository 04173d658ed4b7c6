"""The review place: what annotators submitted, decided item by item over exactly the version on view."""
